import Assessment
import PlanModel

/// The sheet "Lỗi và giải trình": everything found in the submissions of the period, and what the
/// office has taken for an explanation.
struct WorkbookFindings {
  static let name = "Lỗi và giải trình"

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5), .init("Mã đơn vị", 11), .init("Đơn vị", 26), .init("Tệp", 15),
    .init("Dòng", 6), .init("Cột", 5), .init("Mức độ", 12), .init("Chỉ tiêu, nhiệm vụ", 10),
    .init("Giá trị", 17), .init("Nội dung", 38), .init("Cách chỉnh lý", 34),
    .init("Mã lỗi", 19),
  ]

  static func sheet(_ context: WorkbookContext) -> SheetModel {
    var sheet = SheetBuilder(name, widths: columns.map(\.width))
    sheet.heading(
      "BIỂU TỔNG HỢP LỖI SỐ LIỆU VÀ NỘI DUNG CẦN GIẢI TRÌNH", form: "Biểu tổng hợp số 05",
      of: context.report)
    let header = sheet.header(columns)
    sheet.freeze(above: header + 2, leftOf: 3)
    sheet.repeatOnPages(header...(header + 1))
    var number = 0
    for review in context.report.reviews {
      for finding in review.findings {
        number += 1
        sheet.anchor(finding.severity.rawValue, sheet.nextRow)
        add(finding, review.receipt, number, context, to: &sheet)
      }
    }
    if number == 0 {
      sheet.line(
        "Không có lỗi hoặc nội dung cần giải trình trong các báo cáo của kỳ.", SheetStyle(.remark))
    }
    let last = sheet.nextRow - 1
    sheet.addFilter(from: header + 1, to: last)
    if number > 0 {
      let rows = (header + 2)...last
      sheet.mark(rows, 6, words: WorkbookWords.severityWords)
      sheet.name("Loi_va_giai_trinh", rows)
    }
    addExplanations(context, to: &sheet)
    sheet.foot(of: context.report)
    return sheet.build()
  }

  /// The explanations of the period: their findings ask no more.
  private static func addExplanations(_ context: WorkbookContext, to sheet: inout SheetBuilder) {
    let all = context.input.office.explanations.filter { $0.period == context.period }
    guard !all.isEmpty else { return }
    let header = SheetStyle(.header, .centred)
    let (body, centred) = (SheetStyle(.body), SheetStyle(.body, .centred))
    sheet.add()
    let start = sheet.nextRow
    sheet.line("NỘI DUNG ĐÃ GIẢI TRÌNH, KHÔNG PHẢI CHỈNH LÝ", SheetStyle(.section))
    sheet.add([
      SheetCell(0, .text("TT"), header), SheetCell(1, .text("Mã đơn vị"), header),
      SheetCell(2, .text("Đơn vị"), header), SheetCell(3, .text("Chỉ tiêu"), header),
      SheetCell(4, .text("Giải trình"), header, span: 7), SheetCell(11, .text("Mã lỗi"), header),
    ])
    for (index, explanation) in all.enumerated() {
      sheet.add([
        SheetCell(0, .count(index + 1), SheetStyle(.body, .count)),
        SheetCell(1, .text(explanation.unit), centred),
        SheetCell(2, .text(context.registry.name(explanation.unit)), body),
        SheetCell(3, .text(explanation.qualifiedCode), centred),
        SheetCell(4, .text(explanation.text), body, span: 7),
        SheetCell(11, .text(explanation.code), body),
      ])
    }
    sheet.keepTogether(start...(start + 2))
  }

  private static func add(
    _ finding: Finding, _ receipt: Receipt, _ number: Int, _ context: WorkbookContext,
    to sheet: inout SheetBuilder
  ) {
    let body = SheetStyle(.body)
    let centred = SheetStyle(.body, .centred)
    sheet.add([
      SheetCell(0, .count(number), SheetStyle(.body, .count)),
      SheetCell(1, .text(receipt.unit), centred),
      SheetCell(2, .text(context.registry.name(receipt.unit)), body),
      SheetCell(3, .text(receipt.file), body),
      SheetCell(
        4, finding.place.row.map { .count($0) } ?? .blank, SheetStyle(.body, .count)),
      SheetCell(5, .text(finding.place.columnLetter ?? ""), centred),
      SheetCell(
        6, .text(WorkbookWords.severity(finding.severity)),
        SheetStyle(.verdict(WorkbookWords.tone(finding.severity)), .centred)),
      SheetCell(
        7, .text(FindingSubject(finding, in: context.input.office)?.code ?? ""), centred),
      SheetCell(8, .text(finding.value ?? ""), body),
      SheetCell(9, .text(finding.problem), body), SheetCell(10, .text(finding.remedy), body),
      SheetCell(11, .text(finding.code), body),
    ])
  }
}
