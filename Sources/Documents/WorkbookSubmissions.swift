import Assessment
import PlanModel

/// The sheet "Tình hình báo cáo": what became of every expected submission.
struct WorkbookSubmissions {
  static let name = "Tình hình báo cáo"

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 4.5), .init("Mã đơn vị", 12), .init("Đơn vị", 35), .init("Biểu", 11),
    .init("Tình trạng", 10.5), .init("Hạn gửi", 16), .init("Ngày nhận", 16),
    .init("Số ngày chậm", 7.5), .init("Lần gửi", 5.5), .init("Tệp", 13), .init("SHA-256", 14.5),
    .init("Số dòng", 6.5), .init("Số lỗi", 6), .init("Cần giải trình", 7), .init("Ghi chú", 26),
  ]

  static func sheet(_ context: WorkbookContext) -> SheetModel {
    var sheet = SheetBuilder(name, widths: columns.map(\.width))
    sheet.heading(
      "BIỂU TỔNG HỢP TÌNH HÌNH BÁO CÁO", form: "Biểu tổng hợp số 04", of: context.report)
    let header = sheet.header(columns)
    sheet.freeze(above: header + 2, leftOf: 3)
    sheet.repeatOnPages(header...(header + 1))
    let submissions = context.assessment.submissions
    let total = sheet.add()
    for (index, submission) in submissions.enumerated() {
      add(submission, index + 1, context, to: &sheet)
    }
    sheet.set(total, totals(submissions, firstRow: total + 1))
    let last = sheet.nextRow - 1
    for column in [7, 12, 13] where last > total { sheet.mark((total + 1)...last, column, .bad) }
    sheet.addFilter(from: header + 1, to: last)
    sheet.line(
      "Số ngày chậm: đến khi nhận được báo cáo hợp lệ đầu tiên; chưa gửi hoặc bị trả lại thì tính đến"
        + " thời điểm tổng hợp. SHA-256: 12 ký tự đầu của mã kiểm tra tệp.",
      SheetStyle(.remark))
    sheet.foot(of: context.report)
    return sheet.build()
  }

  private static func add(
    _ submission: SubmissionAssessment, _ number: Int, _ context: WorkbookContext,
    to sheet: inout SheetBuilder
  ) {
    let shown = submission.shown
    let whole = SheetStyle(.body, .count)
    let count = { (column: Int, count: Int?) in
      SheetCell(column, count.map { .count($0) } ?? .blank, whole)
    }
    let centred = SheetStyle(.body, .centred)
    sheet.add([
      count(0, number), SheetCell(1, .text(submission.key.unit), centred),
      SheetCell(2, .text(context.registry.name(submission.key.unit)), SheetStyle(.body)),
      SheetCell(3, .text(WorkbookWords.form(submission.key.form)), centred),
      SheetCell(
        4, .text(WorkbookWords.submission(submission.state)),
        SheetStyle(.verdict(WorkbookWords.tone(submission.state)), .centred)),
      SheetCell(5, .moment(submission.dueAt), SheetStyle(.body, .moment)),
      SheetCell(
        6, submission.receivedAt.map { .moment($0) } ?? .blank, SheetStyle(.body, .moment)),
      count(7, submission.daysLate), count(8, shown?.revision),
      SheetCell(9, .text(shown?.file ?? ""), SheetStyle(.body)),
      SheetCell(10, .text(shown.map { String($0.sha256.prefix(12)) } ?? ""), centred),
      count(11, shown?.rows), count(12, shown?.errors), count(13, shown?.explanations),
      SheetCell(14, .text(note(submission, context)), SheetStyle(.body)),
    ])
  }

  /// What is expected and received, and the rows and findings in all.
  private static func totals(
    _ submissions: [SubmissionAssessment], firstRow: Int
  ) -> [SheetCell] {
    let style = { (content: SheetStyle.Content) in SheetStyle(.total, content) }
    let rows = Array(firstRow..<(firstRow + submissions.count))
    let received = submissions.filter { $0.receivedAt != nil }.count
    func computed(_ column: Int, _ result: Int, counting: Bool, after: String = "") -> SheetCell {
      let ranges = SheetRange.runs(of: rows, column: column)
      let content: SheetStyle.Content =
        after.isEmpty
        ? .count : .target(before: "", .count, after: after)
      guard !ranges.isEmpty else { return SheetCell(column, .count(result), style(content)) }
      return SheetCell(
        column,
        .formula(
          counting ? .count(ranges) : .sum(ranges), result: Ratio(FixedDecimal(Int128(result)))),
        style(content))
    }
    func sum(_ column: Int, _ part: (Receipt) -> Int) -> SheetCell {
      computed(
        column, submissions.compactMap(\.shown).reduce(0) { $0 + part($1) }, counting: false)
    }
    return [
      SheetCell(0, .blank, style(.text)), SheetCell(1, .blank, style(.text)),
      SheetCell(2, .text("TỔNG SỐ"), style(.text)), SheetCell(3, .blank, style(.text)),
      SheetCell(4, .blank, style(.text)),
      computed(5, submissions.count, counting: true, after: " phải gửi"),
      computed(6, received, counting: true, after: " đã nhận"),
      SheetCell(7, .blank, style(.text)), SheetCell(8, .blank, style(.text)),
      SheetCell(9, .blank, style(.text)), SheetCell(10, .blank, style(.text)),
      sum(11, \.rows), sum(12, \.errors), sum(13, \.explanations),
      SheetCell(14, .blank, style(.text)),
    ]
  }

  private static func note(
    _ submission: SubmissionAssessment, _ context: WorkbookContext
  ) -> String {
    var parts: [String] = []
    if submission.key.period != context.period {
      parts.append("kỳ \(WorkbookWords.short(submission.key.period))")
    }
    if let inForce = submission.inForce, let latest = submission.latest,
      latest.number != inForce.number, latest.state == .returned
    {
      parts.append(
        "bản gửi lần \(latest.revision) bị trả lại, dùng bản lần \(inForce.revision)")
    } else if let inForce = submission.inForce, inForce.revision > 1 {
      parts.append("dùng bản gửi lần \(inForce.revision)")
    }
    if submission.periodsWithout > 1 {
      parts.append("\(submission.periodsWithout) kỳ liên tiếp chưa có báo cáo hợp lệ")
    }
    if let letter = submission.shown?.documentNumber, !letter.isEmpty {
      parts.append("văn bản \(letter)")
    }
    return WorkbookWords.note(parts)
  }
}
