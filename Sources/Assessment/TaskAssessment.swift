public import PlanModel

/// Where a task stands: the four official states, and those of tasks without a date.
public enum TaskState: String, CaseIterable, Sendable {
  case doneOnTime = "done_on_time"
  case doneLate = "done_late"
  /// Not done, and its time has not come.
  case notDue = "not_due"
  case overdue
  case continuous, waiting, unstated

  /// Whether it is done.
  public var isDone: Bool { self == .doneOnTime || self == .doneLate }
  /// Whether its deadline has come, so that it counts in the rate of completion.
  public var hasFallenDue: Bool { isDone || self == .overdue }
}

/// A task and where it stands for the unit that leads it.
public struct TaskAssessment: Hashable, Sendable {
  /// The task.
  public let task: PlanTask
  /// The code of the unit it is tracked under.
  public let unit: String
  /// Its last day; nil when it has none.
  public let dueOn: CalendarDate?
  /// Where it stands.
  public let state: TaskState
  /// The day it was done; nil when it is not, or when nobody said.
  public let completedOn: CalendarDate?
  /// Days past the deadline: until it was done, or until the moment of counting; 0 when in time.
  public let daysOverdue: Int
  /// The latest report on it; nil when nobody ever reported.
  public let report: Reported<TaskReport>?
  /// Those of its leading bodies that have ended when the period ends.
  public let endedLeads: [EndedLead]

  /// A leading body that has ended.
  public struct EndedLead: Hashable, Sendable {
    /// Its code.
    public let unit: String
    /// Its last day.
    public let last: CalendarDate
    /// The codes of those that took over; empty when the register names none.
    public let successors: [String]
  }
}

/// Makes the state of a task from its deadline, its reports and what has happened.
struct TaskAssessor {
  let office: Office
  let plan: Plan
  let period: Period
  let asOf: CivilTime
  let book: FigureBook

  func assess(_ task: PlanTask) -> [TaskAssessment] {
    switch task.lead {
    case .units(let codes):
      // tracked once, under the first; any of the leading bodies may report on it: the newest word
      // counts, in one period that of the body named first
      let reports = codes.uniqued().enumerated().flatMap { place, code in
        self.reports(task, code).map { (place: place, report: $0) }
      }.sorted { ($0.report.period, $1.place) < ($1.report.period, $0.place) }
      return [assess(task, codes.first ?? "", reports.map(\.report))]
    case .each(let selection):
      return office.registry.units(on: period.span.last).filter(selection.contains).map {
        assess(task, $0.code, reports(task, $0.code))
      }
    }
  }

  private func reports(_ task: PlanTask, _ unit: String) -> [Reported<TaskReport>] {
    book.taskReports(task.code, of: unit).filter { $0.period.span.last <= period.span.last }
  }

  private func assess(
    _ task: PlanTask, _ unit: String, _ reports: [Reported<TaskReport>]
  ) -> TaskAssessment {
    let schedule = Schedule(task.deadline, in: self)
    let last = reports.last
    let (state, days) = state(schedule, doneOn(reports, schedule), last?.content.status)
    return TaskAssessment(
      task: task, unit: unit, dueOn: schedule.due, state: state,
      completedOn: last?.content.status == .done ? last?.content.completedOn : nil,
      daysOverdue: days, report: last, endedLeads: endedLeads(task))
  }

  private func endedLeads(_ task: PlanTask) -> [TaskAssessment.EndedLead] {
    guard case .units(let codes) = task.lead else { return [] }
    let day = period.span.last
    return codes.uniqued().compactMap { code in
      guard let unit = office.registry.unit(code, on: day), let last = unit.validTo, last < day
      else { return nil }
      return TaskAssessment.EndedLead(
        unit: code, last: last, successors: unit.successors.map(\.unit).uniqued())
    }
  }

  /// The day a task was done, when its last report says that it is.
  ///
  /// Without a date it is the day of the first report that said so and was not taken back since, in this
  /// cycle where there are cycles: the day it came, or the end of its period when it came later.
  private func doneOn(_ reports: [Reported<TaskReport>], _ schedule: Schedule) -> CalendarDate? {
    guard let last = reports.last, last.content.status == .done else { return nil }
    if let day = last.content.completedOn { return day }
    let run = reports.reversed().prefix { $0.content.status == .done }
    let first = run.last { schedule.counts($0.period.span.last) } ?? last
    return min(first.receivedAt.date, first.period.span.last)
  }

  private func state(
    _ schedule: Schedule, _ doneOn: CalendarDate?, _ status: TaskStatus?
  ) -> (TaskState, days: Int) {
    if schedule.isWaiting, doneOn == nil { return (.waiting, 0) }
    guard let due = schedule.due else {
      if schedule.isStanding { return (.continuous, 0) }
      return (doneOn == nil ? .unstated : .doneOnTime, 0)
    }
    if schedule.isStanding, asOf.date > due, doneOn != nil || status == .inProgress {
      return (.continuous, 0)
    }
    if let doneOn, schedule.counts(doneOn) {
      let days = max(0, doneOn.days(since: due))
      return (days > 0 ? .doneLate : .doneOnTime, days)
    }
    let days = max(0, asOf.date.days(since: due))
    return (days > 0 ? .overdue : .notDue, days)
  }

  /// A deadline made concrete for one moment.
  private struct Schedule {
    /// The last day; nil when there is none.
    var due: CalendarDate?
    /// Standing work, at once or after the first deadline.
    var isStanding = false
    /// Its event has not happened.
    var isWaiting = false
    /// The first day of the cycle, for work that is due anew in every period.
    var cycleStart: CalendarDate?

    init(_ deadline: Deadline, in assessor: TaskAssessor) {
      switch deadline.rule {
      case .on(let date): due = date
      case .within(let period): due = period.span.last
      case .years(_, let to): due = .last(ofMonth: 12, year: to)
      case .every(let cadence): startCycle(cadence, assessor)
      case .continuous: isStanding = true
      case .after(let event, let months):
        let happened = assessor.occurrence(of: event)
        isWaiting = happened == nil
        due = months.flatMap { months in happened?.occurredOn.adding(months: months) }
      case .programme, .unstated: break
      }
      switch deadline.then {
      case .continuous: isStanding = true
      case .yearly:
        // until the end of the first deadline's own year that deadline stands: it may be overdue
        if let first = due, assessor.period.year > first.year { startCycle(.year, assessor) }
      case nil: break
      }
    }

    private mutating func startCycle(_ cadence: Cadence, _ assessor: TaskAssessor) {
      let cycle = Period.containing(assessor.period.span.last, cadence)
      due = cycle?.span.last
      cycleStart = cycle?.span.first
    }

    /// Whether a day of completion counts for this cycle; what was done earlier was for an earlier one.
    func counts(_ date: CalendarDate) -> Bool { cycleStart.map { $0 <= date } ?? true }
  }

  private func occurrence(of event: String) -> Occurrence? {
    office.occurrences.filter { $0.event == event && $0.isKnown(on: asOf.date) }
      .min { $0.occurredOn < $1.occurredOn }
  }
}
