import Assessment
import PlanModel

/// The sheet "Biểu 03": every task, by whom, by when, and where it stands.
struct WorkbookTasks {
  static let name = "Biểu 03"

  /// The column of the states.
  static let stateColumn = 9
  private static let dueColumn = 8
  private static let doneColumn = 10
  private static let overdueColumn = 11

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5.5), .init("Mã", 7.5), .init("Mục", 5), .init("Nhiệm vụ", 34),
    .init("Sản phẩm", 13), .init("Chủ trì", 20), .init("Phối hợp", 14),
    .init("Hạn theo kế hoạch", 12.5), .init("Hạn cuối", 10.5), .init("Tình trạng", 13),
    .init("Ngày hoàn thành", 10.5), .init("Số ngày quá hạn", 7.5), .init("Số văn bản", 12.5),
    .init("Ghi chú", 26),
  ]

  let context: WorkbookContext
  private var sheet = SheetBuilder(name, widths: columns.map(\.width))
  /// The row that says to which day the days are counted.
  private var asOfRow = 0
  /// The row of each task, in the assessment's order.
  private(set) var rows: [Int] = []

  init(_ context: WorkbookContext) { self.context = context }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU TỔNG HỢP THỰC HIỆN NHIỆM VỤ", form: "Biểu tổng hợp số 03", of: context.report)
    addAsOf()
    let header = sheet.header(Self.columns)
    sheet.freeze(above: header + 2, leftOf: 4)
    sheet.repeatOnPages(header...(header + 1))
    var number = 0
    var part = 0
    var last: String?
    for task in context.assessment.tasks {
      if task.task.code != last {
        number += 1
        part = 0
        last = task.task.code
      }
      part += 1
      rows.append(sheet.nextRow)
      sheet.anchor(task.state.rawValue, sheet.nextRow)
      add(task, task.isOfEachUnit ? "\(number).\(part)" : "\(number)")
    }
    if context.assessment.tasks.isEmpty {
      sheet.line(WorkbookWords.noTasks, SheetStyle(.remark))
    } else {
      let table = (header + 2)...(sheet.nextRow - 1)
      sheet.markAboveZero(table, Self.overdueColumn)
      sheet.mark(table, Self.stateColumn, words: WorkbookWords.stateWords)
      sheet.name("Nhiem_vu", table)
    }
    sheet.addFilter(from: header + 1, to: sheet.nextRow - 1)
    sheet.foot(of: context.report)
    return sheet.build()
  }

  /// The day that overdue days are counted to, as a cell that formulas look at.
  private mutating func addAsOf() {
    asOfRow = sheet.nextRow - 1
    sheet.set(
      asOfRow,
      [
        SheetCell(
          Self.dueColumn - 3, .text("Số ngày quá hạn tính đến ngày"), SheetStyle(.aside), span: 3),
        SheetCell(Self.dueColumn, .date(context.input.asOf.date), SheetStyle(.aside, .date)),
      ])
    sheet.name("Ngay_tinh_den", asOfRow...asOfRow, columns: Self.dueColumn...Self.dueColumn)
  }

  /// The days past the deadline: a difference of two days on the sheet wherever it is one.
  private func overdue(_ assessment: TaskAssessment, row: Int) -> SheetValue {
    guard let due = assessment.dueOn else { return .blank }
    let days = assessment.daysOverdue
    let end = assessment.state.isDone ? assessment.completedOn : context.input.asOf.date
    let isCounted = assessment.state.isDone || [.overdue, .notDue].contains(assessment.state)
    guard isCounted, let end, max(0, end.days(since: due)) == days else { return .count(days) }
    let last =
      assessment.state.isDone
      ? SheetRange(row: row, Self.doneColumn) : SheetRange(row: asOfRow, Self.dueColumn)
    let difference = SheetFormula.difference(
      .cell(last), .cell(SheetRange(row: row, Self.dueColumn)))
    return .counted(.greater(.constant(.zero), difference), days)
  }

  private mutating func add(_ assessment: TaskAssessment, _ number: String) {
    let task = assessment.task
    let report = assessment.report?.content
    let text = { (column: Int, text: String) in SheetCell(column, .text(text), SheetStyle(.body)) }
    let centred = { (column: Int, text: String) in
      SheetCell(column, .text(text), SheetStyle(.body, .centred))
    }
    let day = { (column: Int, day: CalendarDate?) in
      SheetCell(column, day.map { .date($0) } ?? .blank, SheetStyle(.body, .date))
    }
    let row = sheet.nextRow
    sheet.add([
      centred(0, number), centred(1, task.code), centred(2, task.clause),
      text(3, task.summary.capitalisedFirst),
      text(4, (task.product ?? "").capitalisedFirst),
      text(5, assessment.leads.map(context.name).joined(separator: ", ")),
      text(6, task.cooperating.map(context.name).joined(separator: ", ")),
      centred(7, WorkbookWords.deadline(task.deadline, of: context.input.plan)),
      day(Self.dueColumn, assessment.dueOn),
      SheetCell(
        Self.stateColumn, .text(Wording.state(assessment.state)),
        SheetStyle(.verdict(WorkbookWords.tone(assessment.state)), .centred)),
      day(Self.doneColumn, assessment.completedOn),
      SheetCell(
        Self.overdueColumn, overdue(assessment, row: row), SheetStyle(.body, .count)),
      centred(12, report?.documentNumber ?? ""),
      text(13, note(assessment)),
    ])
  }

  /// What the task waits for, and the leading body's own words.
  private func note(_ assessment: TaskAssessment) -> String {
    var parts: [String] = []
    if assessment.state == .waiting, case .after(let event, _) = assessment.task.deadline.rule {
      parts.append("đợi: \(context.input.plan.eventName(event))")
    }
    parts += assessment.endedLeads.map { $0.text(context.name) }
    if let happened = assessment.occurrence {
      let document = happened.document.isEmpty ? "" : ", \(happened.document)"
      parts.append("đã có điều kiện từ ngày \(happened.occurredOn.shortText)\(document)")
    }
    if let first = assessment.firstDelivery, first.daysLate > 0, assessment.state != .overdue {
      parts.append(
        (first.isMade ? "lần đầu chậm" : "lần đầu chưa hoàn thành, quá hạn")
          + " \(first.daysLate) ngày (hạn \(first.dueOn.shortText))")
    }
    if assessment.standing == .missing, assessment.report != nil {
      parts.append("kỳ này chưa có báo cáo")
    }
    guard let report = assessment.report else {
      return WorkbookWords.note(parts + ["chưa có báo cáo"])
    }
    let percent = report.content.percent.map { " \($0.printed)%" } ?? ""
    let when =
      report.period < context.period ? " (\(report.period.compactText))" : ""
    parts.append("đơn vị báo: \(WorkbookWords.status(report.content.status))\(percent)\(when)")
    parts.append(report.content.note)
    return WorkbookWords.note(parts)
  }
}
