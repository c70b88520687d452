import Documents
import Foundation
import PlanModel
import Rendering
import Testing
import TestSupport

/// Neutral cells as an Excel file.
@Suite struct WorkbookRendererTests {
  private let properties = WorkbookRenderer.Properties(
    title: "Biểu", company: "Ban", created: 1_728_147_599)

  private func number(_ value: Int128, _ digits: Int = 0) -> Ratio {
    Ratio(FixedDecimal(value, fractionDigits: digits))
  }

  private var sample: [SheetModel] {
    let body = SheetStyle(.body, .number(decimals: 1))
    let a = SheetFormula.cell(SheetRange(row: 1, 0))
    let b = SheetFormula.cell(SheetRange(row: 1, 1, on: "Chỉ tiêu"))
    return [
      SheetModel(
        name: "Chỉ tiêu", columns: [8, 20],
        rows: [
          SheetRow([SheetCell(0, .text("=SUM(A1:A9)"), SheetStyle(.title), span: 2)]),
          SheetRow([
            SheetCell(0, .number(number(15, 1)), body), SheetCell(1, .number(number(4)), body),
          ]),
          SheetRow([
            SheetCell(0, .formula(.sum([SheetRange(1...1, 0...1)]), result: number(55, 1)), body),
            SheetCell(
              1,
              .formula(
                .product(.difference(a, .quotient(a, b)), .constant(FixedDecimal(-2))),
                result: number(-225, 2)), body),
          ]),
          SheetRow([
            SheetCell(0, .blank, body),
            SheetCell(1, .text("<một> & \"hai\""), SheetStyle(.body)),
          ]),
        ], frozenRows: 1, filter: SheetRange(1...3, 0...1), repeatedRows: 0...0,
        marks: [SheetMark(SheetRange(1...2, 0...0), above: .zero, .bad)],
        pageFoot: "SỐ LIỆU MINH HỌA")
    ]
  }

  @Test func cellsBecomeNumbersTextsAndFormulas() throws {
    let folder = try WorkingFolder()
    let path = folder.path("bieu.xlsx")
    #expect(try WorkbookRenderer.write(sample, to: path, properties) == .written)
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("<v>1.5</v>"))
    #expect(sheet.contains("<f>SUM(A2:B2)</f><v>5.5</v>"))
    #expect(sheet.contains("<f>(A2-(A2/'Chỉ tiêu'!B2))*(-2)</f><v>-2.25</v>"))
    #expect(sheet.contains("<c r=\"A1\" s=") && sheet.contains("t=\"s\""))
    #expect(!sheet.contains("<f>SUM(A1:A9)"))
    #expect(sheet.contains("orientation=\"landscape\"") && sheet.contains("state=\"frozen\""))
    let texts = try part("xl/sharedStrings.xml", of: path)
    #expect(texts.contains("<t>=SUM(A1:A9)</t>"))
    #expect(texts.contains("&lt;một&gt; &amp; \"hai\""))
    let styles = try part("xl/styles.xml", of: path)
    #expect(styles.contains("Times New Roman") && styles.contains("#,##0.0"))
  }

  @Test func sameSheetsGiveTheSameBytes() throws {
    let folder = try WorkingFolder()
    try WorkbookRenderer.write(sample, to: folder.path("a.xlsx"), properties)
    try WorkbookRenderer.write(sample, to: folder.path("b.xlsx"), properties)
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.xlsx")))
    #expect(first == (try Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx")))))
    #expect(try WorkbookRenderer.write(sample, to: folder.path("a.xlsx"), properties) == .unchanged)
  }

  @Test func largeWorkbooksHoldEveryCell() throws {
    let folder = try WorkingFolder()
    let style = SheetStyle(.body, .number(decimals: 0))
    let rows = (0..<10_001).map { row in
      SheetRow(
        (0..<10).map { SheetCell($0, .number(number(Int128(row * 10 + $0))), style) }, level: 1)
    }
    let head = SheetRow([SheetCell(0, .text("Đầu"), SheetStyle(.group), span: 10)])
    let sheet = SheetModel(
      name: "Lớn", columns: Array(repeating: 8, count: 10), rows: [head] + rows)
    let path = folder.path("lon.xlsx")
    try WorkbookRenderer.write([sheet], to: path, properties)
    let text = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(text.contains("<v>100009</v>"))
    #expect(text.contains("<mergeCell ref=\"A1:J1\"/>"))
  }

  @Test func dayTimesAndTargetsKeepTheirNumbers() throws {
    let folder = try WorkingFolder()
    let day = try #require(CalendarDate(year: 2024, month: 9, day: 30))
    let ancient = try #require(CalendarDate(year: 224, month: 9, day: 30))
    let target = SheetStyle.Content.target(before: "> ", .percent(decimals: 0), after: "")
    let sheet = SheetModel(
      name: "Ngày", columns: [10, 16, 10, 10],
      rows: [
        SheetRow([
          SheetCell(0, .date(day), SheetStyle(.body, .date)),
          SheetCell(1, .moment(CivilTime(day, secondOfDay: 43_200)), SheetStyle(.body, .moment)),
          SheetCell(2, .number(number(9, 1)), SheetStyle(.body, target)),
          SheetCell(3, .date(ancient), SheetStyle(.body, .date)),
        ])
      ])
    let path = folder.path("ngay.xlsx")
    try WorkbookRenderer.write([sheet], to: path, properties)
    let text = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(text.contains("<v>45565</v>") && text.contains("<v>45565.5</v>"))
    #expect(try part("xl/styles.xml", of: path).contains("&quot;&gt; &quot;0%"))
    #expect(try part("xl/sharedStrings.xml", of: path).contains("0224-09-30"))
  }
}
