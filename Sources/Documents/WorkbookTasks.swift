import Assessment
import PlanModel

/// The sheet "Nhiệm vụ": every task, by whom, by when, and where it stands.
struct WorkbookTasks {
  static let name = "Nhiệm vụ"

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5.5), .init("Mã", 7.5), .init("Mục", 5), .init("Nhiệm vụ", 34),
    .init("Sản phẩm", 13), .init("Chủ trì", 20), .init("Phối hợp", 14),
    .init("Hạn theo kế hoạch", 12.5), .init("Hạn cuối", 10.5), .init("Tình trạng", 13),
    .init("Ngày hoàn thành", 10.5), .init("Số ngày quá hạn", 7.5), .init("Số văn bản", 12.5),
    .init("Ghi chú", 26),
  ]

  static func sheet(_ context: WorkbookContext) -> SheetModel {
    var sheet = SheetBuilder(name, widths: columns.map(\.width))
    sheet.heading(
      "BIỂU TỔNG HỢP THỰC HIỆN NHIỆM VỤ", form: "Biểu tổng hợp số 03", of: context.report)
    let header = sheet.header(columns)
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
      add(task, task.isOfEachUnit ? "\(number).\(part)" : "\(number)", context, to: &sheet)
    }
    if context.assessment.tasks.isEmpty {
      sheet.line("Kế hoạch không giao nhiệm vụ.", SheetStyle(.remark))
    } else {
      sheet.mark((header + 2)...(sheet.nextRow - 1), 11, .bad)
    }
    sheet.addFilter(from: header + 1, to: sheet.nextRow - 1)
    sheet.foot(of: context.report)
    return sheet.build()
  }

  private static func add(
    _ assessment: TaskAssessment, _ number: String, _ context: WorkbookContext,
    to sheet: inout SheetBuilder
  ) {
    let task = assessment.task
    let report = assessment.report?.content
    let text = { (column: Int, text: String) in SheetCell(column, .text(text), SheetStyle(.body)) }
    let centred = { (column: Int, text: String) in
      SheetCell(column, .text(text), SheetStyle(.body, .centred))
    }
    let day = { (column: Int, day: CalendarDate?) in
      SheetCell(column, day.map { .date($0) } ?? .blank, SheetStyle(.body, .date))
    }
    sheet.add([
      centred(0, number), centred(1, task.code), centred(2, task.clause),
      text(3, WorkbookWords.capitalised(task.summary)),
      text(4, WorkbookWords.capitalised(task.product ?? "")),
      text(5, lead(assessment, context)),
      text(6, task.cooperating.map(context.registry.name).joined(separator: ", ")),
      centred(7, WorkbookWords.deadline(task.deadline, of: context.input.plan)),
      day(8, assessment.dueOn),
      SheetCell(
        9, .text(WorkbookWords.state(assessment.state)),
        SheetStyle(.verdict(WorkbookWords.tone(assessment.state)), .centred)),
      day(10, assessment.completedOn),
      SheetCell(
        11, assessment.dueOn == nil ? .blank : .count(assessment.daysOverdue),
        SheetStyle(.body, .count)),
      centred(12, report?.documentNumber ?? ""),
      text(13, note(assessment, context)),
    ])
  }

  private static func lead(_ assessment: TaskAssessment, _ context: WorkbookContext) -> String {
    switch assessment.task.lead {
    case .units(let codes): codes.map(context.registry.name).joined(separator: ", ")
    case .each: context.registry.name(assessment.unit)
    }
  }

  /// What the task waits for, and the leading body's own words.
  private static func note(_ assessment: TaskAssessment, _ context: WorkbookContext) -> String {
    var parts: [String] = []
    if assessment.state == .waiting, case .after(let event, _) = assessment.task.deadline.rule {
      parts.append("đợi: \(context.input.plan.eventName(event))")
    }
    if let happened = assessment.occurrence {
      let document = happened.document.isEmpty ? "" : ", \(happened.document)"
      parts.append("đã có điều kiện từ ngày \(WorkbookWords.date(happened.occurredOn))\(document)")
    }
    if let first = assessment.firstDelivery, first.daysLate > 0, assessment.state != .overdue {
      parts.append(
        "lần đầu chậm \(first.daysLate) ngày (hạn \(WorkbookWords.date(first.dueOn)))")
    }
    if assessment.standing == .missing, assessment.report != nil {
      parts.append("kỳ này chưa có báo cáo")
    }
    guard let report = assessment.report else {
      return WorkbookWords.note(parts + ["chưa có báo cáo"])
    }
    let percent = report.content.percent.map { " \(WorkbookWords.number($0))%" } ?? ""
    let when =
      report.period < context.period ? " (\(WorkbookWords.short(report.period)))" : ""
    parts.append("đơn vị báo: \(WorkbookWords.status(report.content.status))\(percent)\(when)")
    parts.append(report.content.note)
    return WorkbookWords.note(parts)
  }
}
