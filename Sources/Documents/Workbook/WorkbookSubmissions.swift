import Assessment
import PlanModel

/// The sheet "Biểu 04": what became of every expected submission.
struct WorkbookSubmissions {
  static let name = "Biểu 04"

  static let formColumn = 3
  static let stateColumn = 4

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 4.5), .init("Mã đơn vị", 12), .init("Đơn vị", 33), .init("Biểu", 11),
    .init("Tình trạng", 12.5), .init("Hạn gửi", 16), .init("Ngày nhận", 16),
    .init("Số ngày chậm", 7.5), .init("Số lần gửi", 6), .init("Tệp", 13), .init("SHA-256", 14.5),
    .init("Số dòng", 6.5), .init("Số lỗi", 6), .init("Cần giải trình", 7),
    .init("Đôn đốc, phản hồi", 17), .init("Ghi chú", 26),
  ]
  private static let noteColumn = 15

  /// What the office sends out on the submissions, as far as the workbook can know.
  private struct Letters {
    /// Named in the letter of reminder of this period.
    let reminded: Set<SubmissionBook.Key>
    /// The numbers of the receipts that got a feedback slip.
    let slips: Set<Int64>

    init(_ context: WorkbookContext) {
      let all = ReportingDiscipline(submissions: context.assessment.submissions)
      let late = all.unfinished(
        at: context.input.asOf, context.input.office.organisation.calendar)
      reminded = Set(late.map(\.key))
      slips = Set(SlipRegister(context.report).slips.map(\.review.receipt.number))
    }
  }

  /// The sheet, and the rows of the submissions; nil when none is expected.
  struct Made {
    let sheet: SheetModel
    let rows: ClosedRange<Int>?
  }

  static func made(_ context: WorkbookContext) -> Made {
    let letters = Letters(context)
    var sheet = SheetBuilder(name, widths: columns.map(\.width))
    sheet.heading(
      "BIỂU TỔNG HỢP TÌNH HÌNH BÁO CÁO", form: "Biểu tổng hợp số 04", of: context.report)
    let header = sheet.header(columns)
    sheet.freeze(above: header + 2, leftOf: 3)
    sheet.repeatOnPages(header...(header + 1))
    let submissions = context.assessment.submissions
    let questions = OpenQuestions(context.report)
    let total = sheet.add()
    for (index, submission) in submissions.enumerated() {
      sheet.anchor(submission.state.rawValue, sheet.nextRow)
      add(submission, index + 1, context, letters, questions, to: &sheet)
    }
    sheet.set(total, totals(submissions, questions, firstRow: total + 1))
    let last = sheet.nextRow - 1
    let rows = last > total ? (total + 1)...last : nil
    if let rows {
      for column in [7, 12, 13] { sheet.markAboveZero(rows, column) }
      sheet.mark(rows, stateColumn, words: WorkbookWords.submissionWords)
      sheet.name("Tinh_hinh_bao_cao", rows)
    }
    sheet.addFilter(from: header + 1, to: last)
    sheet.line(
      "Số ngày chậm: đến khi nhận được báo cáo hợp lệ đầu tiên; chưa gửi hoặc bị trả lại thì tính đến"
        + " thời điểm tổng hợp. SHA-256: 12 ký tự đầu của mã kiểm tra tệp. Đôn đốc, phản hồi: văn bản"
        + " của kỳ này, trong thư mục don-doc và phan-hoi.",
      SheetStyle(.remark))
    sheet.foot(of: context.report)
    return Made(sheet: sheet.build(), rows: rows)
  }

  private static func add(
    _ submission: SubmissionAssessment, _ number: Int, _ context: WorkbookContext,
    _ letters: Letters, _ questions: OpenQuestions, to sheet: inout SheetBuilder
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
      SheetCell(formColumn, .text(Wording.name(of: submission.key.form)), centred),
      SheetCell(
        stateColumn, .text(Wording.state(submission.state)),
        SheetStyle(.verdict(WorkbookWords.tone(submission.state)), .centred)),
      SheetCell(5, .moment(submission.dueAt), SheetStyle(.body, .moment)),
      SheetCell(
        6, submission.receivedAt.map { .moment($0) } ?? .blank, SheetStyle(.body, .moment)),
      count(7, submission.daysLate), count(8, submission.latest?.revision ?? 0),
      SheetCell(9, .text(shown?.file ?? ""), SheetStyle(.body)),
      SheetCell(10, .text(shown.map { String($0.sha256.prefix(12)) } ?? ""), centred),
      count(11, shown?.rows), count(12, shown?.errors),
      count(13, shown.map(questions.count(of:))),
      SheetCell(14, .text(sent(submission, letters)), SheetStyle(.body)),
      SheetCell(noteColumn, .text(note(submission, context, questions)), SheetStyle(.body)),
    ])
  }

  /// What is expected and received, and the rows and findings in all.
  private static func totals(
    _ submissions: [SubmissionAssessment], _ questions: OpenQuestions, firstRow: Int
  ) -> [SheetCell] {
    let style = { (content: SheetStyle.Content) in SheetStyle(.total, content) }
    let rows = Array(firstRow..<(firstRow + submissions.count))
    let received = submissions.count { $0.receivedAt != nil }
    func computed(_ column: Int, _ result: Int, counting: Bool, after: String = "") -> SheetCell {
      let ranges = SheetRange.runs(of: rows, column: column)
      let content: SheetStyle.Content =
        after.isEmpty
        ? .count : .target(before: "", .count, after: after)
      guard !ranges.isEmpty else { return SheetCell(column, .count(result), style(content)) }
      return SheetCell(
        column,
        .formula(
          counting ? .count(ranges) : .sum(ranges), result: Ratio(FixedDecimal(result))),
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
      sum(11, \.rows), sum(12, \.errors), sum(13, questions.count(of:)),
      SheetCell(14, .blank, style(.text)), SheetCell(noteColumn, .blank, style(.text)),
    ]
  }

  private static func sent(_ submission: SubmissionAssessment, _ letters: Letters) -> String {
    let slip = [submission.latest, submission.inForce].compactMap { $0?.number }
      .contains(where: letters.slips.contains)
    return WorkbookWords.note([
      slip ? "phiếu yêu cầu chỉnh lý" : "",
      letters.reminded.contains(submission.key) ? "công văn đôn đốc" : "",
    ])
  }

  private static func note(
    _ submission: SubmissionAssessment, _ context: WorkbookContext, _ questions: OpenQuestions
  ) -> String {
    var parts: [String] = []
    if submission.key.period != context.period {
      parts.append("kỳ \(submission.key.period.compactText)")
    }
    if let inForce = submission.inForce, let latest = submission.latest,
      latest.number != inForce.number, latest.state == .returned
    {
      // the columns are those of the file that counts; its slip, and the briefing, count these too
      let asked = [
        (latest.errors, "lỗi"), (questions.count(of: latest), "nội dung cần giải trình"),
      ].filter { $0.0 > 0 }.map { "\(prose($0.0)) \($0.1)" }
      parts.append(
        "bản gửi lần \(latest.revision) bị trả lại (\(asked.joined(separator: ", "))), dùng bản"
          + " lần \(inForce.revision)")
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
