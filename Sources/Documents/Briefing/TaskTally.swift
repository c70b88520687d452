import Assessment
import PlanModel

/// The tasks of a plan counted by state: rows tracked (one per leading unit) and distinct tasks.
struct TaskTally {
  /// One state with its counts; a task of several units may stand in several states.
  struct Line {
    let state: TaskState
    let rows: Int
    let tasks: Int
  }

  /// One task that is overdue alike for some units.
  struct Overdue {
    let task: PlanTask
    let dueOn: CalendarDate
    let days: Int
    /// The bodies that answer for it.
    var leads: [String]
  }

  /// The tasks that wait for one event.
  struct Waiting {
    let event: String
    let tasks: [PlanTask]
  }

  let rows: [TaskAssessment]

  /// The states that occur, in the order a table shows them.
  var lines: [Line] {
    TaskState.allCases.compactMap { state in
      let rows = rows.filter { $0.state == state }
      return rows.isEmpty
        ? nil : Line(state: state, rows: rows.count, tasks: distinct(rows))
    }
  }

  var taskCount: Int { distinct(rows) }

  /// Whether some task is tracked under several units, so that rows and tasks differ.
  var hasRepeatedTasks: Bool { rows.count > taskCount }

  private func distinct(_ rows: [TaskAssessment]) -> Int { Set(rows.map(\.task.code)).count }

  /// Rows whose deadline has passed, and how many of them are done.
  var fallenDue: (done: Int, all: Int) {
    let due = rows.filter(\.hasFallenDue)
    return (due.count(where: \.isCompleted), due.count)
  }

  /// How many rows are done without having fallen due: ahead of their time, or without one.
  var doneWithoutDue: Int {
    rows.count { $0.state.isDone && !$0.hasFallenDue }
  }

  /// The overdue tasks, the longest overdue first, then in the plan's order.
  var overdue: [Overdue] {
    var groups: [Overdue] = []
    for row in rows where row.state == .overdue {
      guard let dueOn = row.dueOn else { continue }
      if let place = groups.firstIndex(where: {
        $0.task.code == row.task.code && $0.dueOn == dueOn && $0.days == row.daysOverdue
      }) {
        groups[place].leads += row.leads
      } else {
        groups.append(
          Overdue(task: row.task, dueOn: dueOn, days: row.daysOverdue, leads: row.leads))
      }
    }
    return groups.enumerated().sorted {
      ($1.element.days, $0.offset) < ($0.element.days, $1.offset)
    }.map(\.element)
  }

  /// The rows of a kind, gathered by task in the plan's order.
  func byTask(_ isWanted: (TaskAssessment) -> Bool) -> [(task: PlanTask, rows: [TaskAssessment])] {
    var groups: [(task: PlanTask, rows: [TaskAssessment])] = []
    for row in rows where isWanted(row) {
      if groups.last?.task.code == row.task.code {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append((row.task, [row]))
      }
    }
    return groups
  }

  /// The events that tasks wait for, in the order of the tasks.
  var waiting: [Waiting] {
    let waiting = rows.compactMap { row -> (event: String, task: PlanTask)? in
      guard row.state == .waiting, case .after(let event, _) = row.task.deadline.rule else {
        return nil
      }
      return (event, row.task)
    }
    return waiting.gathered(by: \.event).map { event, waiting in
      Waiting(event: event, tasks: waiting.map(\.task).uniqued())
    }
  }
}

extension TaskAssessment {
  /// Whether it goes on after a first deadline by which, and since which, nothing was delivered.
  var owesFirst: Bool { state != .overdue && firstDelivery.map { !$0.isMade } ?? false }

  /// Days by which it was late: itself, or the first delivery of work that goes on, to the moment of counting
  /// while that is still owed.
  var daysLate: Int {
    if state == .doneLate { return daysOverdue }
    return state == .overdue ? 0 : firstDelivery?.daysLate ?? 0
  }

  /// The bodies that answer for this row.
  var leads: [String] {
    switch task.lead {
    case .units(let codes):
      codes.flatMap(heirs).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    case .each: [unit]
    }
  }

  /// Who answers for what a leading body was charged with: itself, or those that took over from it.
  private func heirs(_ code: String) -> [String] {
    let heirs = endedLeads.first { $0.unit == code }?.successors ?? []
    return heirs.isEmpty ? [code] : heirs
  }

  /// Whether its unit says that it has been suspended.
  var isSuspended: Bool { report?.content.status == .suspended }
}
