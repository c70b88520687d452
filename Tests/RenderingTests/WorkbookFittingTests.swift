import Documents
import Foundation
import PlanModel
@testable import Rendering
@testable import Spreadsheets
import Testing
import TestSupport

/// Sheets beyond the limits of a file: brought inside before the library sees them.
@Suite struct WorkbookFittingTests {
  private func number(_ value: Int) -> SheetValue {
    .number(Ratio(FixedDecimal(value)))
  }

  /// Two headings, `count` numbers, and a sum of them on a sheet of its own.
  private func sheets(_ count: Int) -> [SheetModel] {
    let body = SheetStyle(.body, .count)
    let head = ["Đầu", "Số"].map { SheetRow([SheetCell(0, .text($0), SheetStyle(.header))]) }
    let numbers = (1...count).map { SheetRow([SheetCell(0, number($0), body)]) }
    var list = SheetModel(
      name: "Số liệu", columns: [10], rows: head + numbers,
      filter: SheetRange(1...(count + 1), 0...0), repeatedRows: 0...1,
      marks: [SheetMark(SheetRange(2...(count + 1), 0...0), above: .zero, .bad)])
    list.anchors = ["last": count + 1]
    let total = Ratio(FixedDecimal(count * (count + 1) / 2))
    let there = SheetRange(2...(count + 1), 0...0, on: "Số liệu")
    var sum = SheetCell(0, .formula(.sum([there]), result: total), body)
    sum.extras = [.link(SheetAnchor("last", on: "Số liệu"), tip: nil)]
    let last = SheetCell(
      1,
      .formula(.cell(SheetRange(row: count + 1, 0, on: "Số liệu")), result: Ratio(FixedDecimal(1))),
      body)
    return [SheetModel(name: "Tổng", columns: [10, 10], rows: [SheetRow([sum, last])]), list]
  }

  @Test func aSheetOfTooManyRowsGoesOnInASecondOne() throws {
    let fitted = WorkbookFitting.fitted(sheets(20), mostRows: 10)
    #expect(fitted.map(\.name) == ["Tổng", "Số liệu", "Số liệu (2)", "Số liệu (3)"])
    #expect(fitted.map(\.rows.count) == [1, 10, 10, 6])
    // the headings stand on each part, and no number is lost or twice there
    let numbers = fitted.dropFirst().flatMap { $0.rows.dropFirst(2) }.flatMap(\.cells).map(\.value)
    #expect(numbers == (1...20).map { number($0) })
    #expect(fitted.dropFirst().allSatisfy { $0.rows.prefix(2) == fitted[1].rows.prefix(2) })
    guard case .formula(let sum, _) = fitted[0].rows[0].cells[0].value,
      case .formula(let last, _) = fitted[0].rows[0].cells[1].value
    else {
      Issue.record("the formulas are gone")
      return
    }
    #expect(
      WorkbookFormulas.text(sum)
        == "SUM('Số liệu'!A3:A10,'Số liệu (2)'!A3:A10,'Số liệu (3)'!A3:A6)")
    #expect(WorkbookFormulas.text(last) == "'Số liệu (3)'!A6")
    #expect(
      WorkbookAnchors(fitted).place(SheetAnchor("last", on: "Số liệu"))?.sheet == "Số liệu (3)")
    #expect(fitted[3].filter == SheetRange(1...5, 0...0))
  }

  @Test func whatFitsStaysAsItIs() {
    #expect(WorkbookFitting.fitted(sheets(20)) == sheets(20))
  }

  @Test(arguments: [
    (["a/b:c"], ["a-b-c"]), (["'x'"], ["x"]), (["", "History"], ["Sheet ", "Sheet History"]),
    (["Biểu", "BIỂU"], ["Biểu", "BIỂU (2)"]),
    ([String(repeating: "ê", count: 40)], [String(repeating: "ê", count: 31)]),
    (["a\u{1}b"], ["a\u{FFFD}b"]),
  ])
  func namesOfTabsAreThoseThatTabsMayHave(_ names: [String], _ fitted: [String]) throws {
    #expect(WorkbookSheetNames.fitted(names) == fitted)
    for name in WorkbookSheetNames.fitted(names) { try SheetName.validate(name) }
  }

  @Test func textsThatNoCellHoldsAreCutWithAMark() throws {
    let folder = try WorkingFolder()
    let path = folder.path("dai.xlsx")
    let long = String(repeating: "chữ ", count: 20_000) + "\u{0}\u{FFFE}"
    var cell = SheetCell(0, .text(long), SheetStyle(.body))
    cell.extras = [.comment(long)]
    try WorkbookRenderer.write(
      [SheetModel(name: "A/B", columns: [20], rows: [SheetRow([cell])])], to: path,
      .init(title: long, company: long, created: 1_700_000_000))
    let bytes = try #require(try PackageReader(path: path).contents("xl/sharedStrings.xml"))
    #expect(String(decoding: bytes, as: UTF8.self).contains("[cắt bớt]</t>"))
  }

  /// How a sheet of so many rows is printed, with groups of rows that are kept together; a page holds 31.
  private func page(_ count: Int, keeping groups: [ClosedRange<Int>]) throws -> PageSetup {
    let text = SheetRow([SheetCell(0, .text("một dòng"), SheetStyle(.body))])
    var sheet = SheetModel(name: "Dài", columns: [80], rows: Array(repeating: text, count: count))
    sheet.keptTogether = groups
    let heights = Array(repeating: 16.0, count: count)
    return try WorkbookPages(model: sheet, heights: heights, widths: sheet.columns).setup()
  }

  @Test func pagesBreakBetweenGroupsNotInThem() throws {
    let page = try page(300, keeping: [25...35, 90...99])
    #expect(page.pageBreaks.first == 25)
    #expect(!page.pageBreaks.contains { (26...35).contains($0) || (91...99).contains($0) })
    #expect(page.pagesHigh == 0)
  }

  @Test func aTableIsNotTornFromTheSignatureThatSharesItsLastRows() throws {
    #expect(try page(37, keeping: [20...28, 27...36]).pageBreaks == [20])
  }

  @Test func ofTwoGroupsThatNoPageHoldsTogetherEachStaysWhole() throws {
    #expect(try page(48, keeping: [5...28, 27...47]).pageBreaks == [27])
  }
}
