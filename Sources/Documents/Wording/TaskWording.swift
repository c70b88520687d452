import Assessment
import PlanModel
import VietnameseText

/// Tasks in words: the tables of states and of overdue ones, and lists of the rest.
struct TaskWording {
  let contents: ReportContents
  /// How many units are named in one list.
  let limit: Int

  /// How many names a narrow cell bears.
  private static let namesInCell = 4

  private var tally: TaskTally { contents.tally }

  /// The states that occur, with a total.
  var states: TextDocument.Table {
    let lines = tally.lines
    guard tally.hasRepeatedTasks else {
      return TextDocument.Table(
        [.init("Tình trạng", 34), .init("Số nhiệm vụ", 12, .right)],
        lines.map { [Wording.state($0.state), rows($0)] } + [["Cộng", allRows]])
    }
    return TextDocument.Table(
      [
        .init("Tình trạng", 34), .init("Số đầu việc", 12, .right),
        .init("Thuộc số nhiệm vụ", 18, .right),
      ],
      lines.map {
        [
          Wording.state($0.state), rows($0),
          String($0.tasks).from(.tasks("distinct(task;state=\($0.state.rawValue))")),
        ]
      } + [["Cộng", allRows, String(tally.taskCount).from(.tasks("distinct(task)"))]])
  }

  private func rows(_ line: TaskTally.Line) -> String {
    String(line.rows).from(.tasks("count(state=\(line.state.rawValue))").part)
  }

  private var allRows: String { String(tally.rows.count).from(.tasks("count()").whole) }

  /// Why the last column need not add up, when it does not.
  var statesRemark: String? {
    guard tally.hasRepeatedTasks, tally.lines.reduce(0, { $0 + $1.tasks }) > tally.taskCount
    else { return nil }
    return "Ghi chú: một nhiệm vụ giao cho nhiều đơn vị có thể ở nhiều tình trạng, nên cột sau cùng"
      + " cộng lại nhiều hơn số nhiệm vụ."
  }

  /// The overdue tasks with their days.
  var overdue: TextDocument.Table? {
    let groups = tally.overdue
    guard !groups.isEmpty else { return nil }
    return TextDocument.Table(
      [
        .init("TT", 2, .right), .init("Nhiệm vụ (mã)", 38),
        .init("Chủ trì", 19), .init("Hạn", 8), .init("Quá hạn", 9),
      ],
      groups.enumerated().map { number, group in
        [
          String(number + 1).from(.ordinal),
          name(group.task), contents.names.list(group.leads, limit: min(limit, Self.namesInCell)),
          group.dueOn.compactText,
          unbroken("\(days(group)) ngày"),
        ]
      })
  }

  /// Overdue tasks of which nothing is known, which is another thing than not done.
  var unreported: String? {
    let parts = tally.byTask({ $0.state == .overdue && $0.report == nil }).map {
      "\($0.task.code) (\(contents.names.list($0.rows.flatMap(\.leads), limit: limit)))"
    }
    guard !parts.isEmpty else { return nil }
    return shortened(parts, limit: limit, separator: "; ", noun: "nhiệm vụ")
  }

  /// An overdue task in one sentence, for lists.
  func sentence(_ group: TaskTally.Overdue) -> String {
    "\(group.task.summary.capitalisedFirst) (\(group.task.code),"
      + " \(contents.names.list(group.leads, limit: limit))): quá hạn \(days(group)) ngày."
  }

  private func days(_ group: TaskTally.Overdue) -> String {
    prose(group.days).from(.tasks("days_overdue", item: group.task.code))
  }

  /// Tasks that were done late, with the days of each unit.
  var doneLate: [String] {
    tally.byTask { $0.daysLate > 0 && !$0.owesFirst }.map { group in
      let parts = group.rows.map { row in
        "\(contents.names.list(row.leads, limit: limit)) chậm "
          + "\(prose(row.daysLate).from(.tasks("days_late", item: row.task.code))) ngày"
          + (row.state == .doneLate ? "" : " so với thời hạn lần đầu")
      }
      return "\(name(group.task)): \(shortened(parts, limit: limit))."
    }
  }

  /// Tasks of every year whose first deadline passed without being met, in years after that one.
  var owingFirst: [String] {
    tally.byTask(\.owesFirst).map { group in
      let parts = group.rows.map { row in
        "\(contents.names.list(row.leads, limit: limit)) quá hạn "
          + "\(prose(row.daysLate).from(.tasks("days_late", item: row.task.code))) ngày"
      }
      return "\(name(group.task)): \(shortened(parts, limit: limit))."
    }
  }

  /// What tasks wait for, with the tasks.
  var waiting: [String] {
    tally.waiting.map { group in
      let tasks = group.tasks.map(\.code).joined(separator: ", ")
      return "\(contents.plan.eventName(group.event).capitalisedFirst): nhiệm vụ \(tasks)."
    }
  }

  /// Leading bodies that have ended, with those that took over and the tasks, the rest of many counted; then
  /// the tasks that nobody is left to carry out.
  var endedLeads: [String] {
    let rows = tally.rows.flatMap { row in
      row.endedLeads.map { (lead: $0, code: row.task.code) }
    }
    let groups = rows.gathered(by: \.lead)
    let isLong = isShortened(groups.count, limit: limit)
    var ended = groups.prefix(isLong ? limit : .max).map { lead, rows in
      // each of those that took over from it has a row of what each unit owes
      let codes = rows.map(\.code).uniqued()
      return "\(lead.text(contents.names.name)): nhiệm vụ \(codes.joined(separator: ", "))."
    }
    if isLong {
      let rest = prose(groups.count - limit).from(.listed)
      ended.append("Còn \(rest) đơn vị khác, nêu tại Biểu tổng hợp số 03.")
    }
    let followed = Set(tally.rows.map(\.task.code))
    let orphans = contents.plan.tasks.filter { !followed.contains($0.code) }.map(name)
    return ended
      + orphans.map { "\($0): trong kỳ không còn đơn vị nào thuộc đối tượng thực hiện." }
  }

  /// Standing work without a report in the period, with who owes it; units that owe several name these by
  /// their codes. The rest of many is counted.
  var unreportedStanding: [String] {
    let groups = tally.byTask { $0.standing == .missing }.gathered { $0.rows.flatMap(\.leads) }
    let items = groups.map { leads, tasks in
      let leads = contents.names.list(leads, limit: limit)
      return tasks.count == 1
        ? "\(name(tasks[0].task)): \(leads)."
        : "\(leads): nhiệm vụ \(tasks.map(\.task.code).joined(separator: ", "))."
    }
    guard isShortened(items.count, limit: limit) else { return items }
    let rest = groups.dropFirst(limit).reduce(0) { $0 + $1.elements.count }
    return items.prefix(limit)
      + [
        "Còn \(prose(rest).from(.listed)) nhiệm vụ khác, nêu tại Biểu tổng hợp số 03."
      ]
  }

  /// Tasks that their units have suspended.
  var suspended: [String] {
    tally.byTask(\.isSuspended).map { group in
      let units = group.rows.flatMap { $0.reporter.map { [$0] } ?? $0.leads }
      return "\(name(group.task)): \(contents.names.list(units, limit: limit))."
    }
  }

  private func name(_ task: PlanTask) -> String {
    "\(task.summary.capitalisedFirst) (\(task.code))"
  }
}

extension TaskAssessment.EndedLead {
  /// `Ban Dân vận Tỉnh ủy kết thúc hoạt động ngày 30/6/2025, kế thừa: ...`.
  func text(_ name: (String) -> String) -> String {
    "\(name(unit)) kết thúc hoạt động ngày \(last.shortText)"
      + (successors.isEmpty
        ? ", chưa xác định đơn vị kế thừa"
        : ", kế thừa: \(successors.map(name).joined(separator: ", "))")
  }
}
