import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

@Suite struct ClosingTests {
  /// A workbook with something of everything.
  static func fill(_ workbook: Workbook) throws {
    let sheet = try workbook.addSheet("Tổng quan")
    let bold = try workbook.style(CellFormat().with { $0.bold = true })
    try sheet.merge(.at(0...0, 0...4), bold)
    try sheet.text(0, 0, "BIỂU TỔNG HỢP", bold)
    for row in 1..<200 {
      try sheet.text(row, 0, "Đơn vị \(row)")
      try sheet.number(row, 1, Double(row * row))
      try sheet.formula(row, 2, "B\(row + 1)/100", result: .number(Double(row * row) / 100))
    }
    try sheet.comment(1, 1, "ghi chú", author: "a")
    try sheet.attachLink(1, 3, to: CellAddress(row: 0, column: 0), on: "Tổng quan")
    try sheet.text(1, 3, "xem")
    let range = try CellRange.at(1...199, 1...1)
    try sheet.highlight(range, .cell(of: range, above: 5), HighlightFormat(bold: true))
    try sheet.validate(range, Validation(.formula("B2>=0")))
    let series = Chart.Series(
      "a", categories: .init(try .at(1...9, 0...0), on: "Tổng quan"),
      values: .init(try .at(1...9, 2...2), on: "Tổng quan"))
    try sheet.insert(Chart(.line, title: "Xu hướng", series: [series]), row: 2, column: 5)
  }

  static func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test func sameInputsSameBytes() async throws {
    let (one, other) = (try Staged(), try Staged())
    try Self.fill(one.workbook)
    try one.workbook.close()
    try await Task.sleep(for: .milliseconds(1_100))
    try Self.fill(other.workbook)
    try other.workbook.close()
    #expect(try Self.bytes(one.path) == Self.bytes(other.path))
  }

  @Test func anEqualFileIsLeftAlone() throws {
    let staged = try Staged()
    try Self.fill(staged.workbook)
    #expect(try staged.workbook.close() == .written)
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: staged.path)

    let again = try Workbook(path: staged.path, created: created)
    try Self.fill(again)
    #expect(try again.close() == .unchanged)
    let time = try FileManager.default.attributesOfItem(atPath: staged.path)[.modificationDate]
    #expect(time as? Date == old)

    let other = try Workbook(path: staged.path, created: created + 1)
    try Self.fill(other)
    #expect(try other.close() == .written)
    #expect(try staged.names() == ["book.xlsx"])
  }

  @Test func theTargetStaysUntilClose() throws {
    let staged = try Staged()
    try staged.folder.write("book.xlsx", text: "cũ")
    try Self.fill(staged.workbook)
    #expect(try staged.names().count == 2)
    #expect(try Self.bytes(staged.path) == Data("cũ".utf8))
    try staged.workbook.close()
    #expect(try staged.names() == ["book.xlsx"])
    #expect(try Self.bytes(staged.path).starts(with: [0x50, 0x4B]))
  }

  @Test func aWorkbookLetGoLeavesNothing() throws {
    let folder = try WorkingFolder()
    try folder.write("book.xlsx", text: "cũ")
    do {
      let workbook = try Workbook(
        path: folder.path("book.xlsx"), created: created, constantMemory: true)
      try workbook.addSheet("A").number(0, 0, 1)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names == ["book.xlsx"])
    #expect(try Self.bytes(folder.path("book.xlsx")) == Data("cũ".utf8))
  }

  @Test func everythingThrowsAfterClose() throws {
    let staged = try Staged()
    let sheet = try staged.workbook.addSheet("A")
    let cell = try CellRange.at(0...0, 0...0)
    try staged.workbook.close()
    let calls: [() throws -> Void] = [
      { try staged.workbook.close() }, { _ = try staged.workbook.addSheet("B") },
      { _ = try staged.workbook.style(CellFormat()) },
      { try staged.workbook.define("Ten", cell, on: "A") }, { try sheet.text(0, 0, "a") },
      { try sheet.text(0, 0, "") }, { try sheet.number(0, 0, 1) },
      { try sheet.blank(0, 0) }, { try sheet.formula(0, 0, "1", result: .number(1)) },
      { try sheet.merge(.at(0...1, 0...1)) }, { try sheet.setRow(0) },
      { try sheet.setColumns(0...0, width: 9) }, { try sheet.freezePanes(above: 1, leftOf: 1) },
      { try sheet.autofilter(cell) }, { try sheet.tabColour(.black) },
      { try sheet.hideGridlines() }, { try sheet.hide() },
      { try sheet.setPage(PageSetup()) }, { try sheet.protect() },
      { try sheet.validate(cell, Validation(.formula("1"))) },
      { try sheet.highlight(cell, HighlightRule(formula: "1"), HighlightFormat()) },
      { try sheet.comment(0, 0, "a") }, { try sheet.attachLink(0, 0, to: cell.first, on: "A") },
      { try sheet.table(.at(0...1, 0...0), TableOptions(name: "T", headings: ["a"])) },
      { try sheet.insert(Chart(.bar, title: "", series: []), row: 0, column: 0) },
    ]
    for (index, call) in calls.enumerated() { #expect(refusal(call) == .closed, "call \(index)") }
  }

  @Test func aWorkbookWithoutSheetsIsRefused() throws {
    let staged = try Staged()
    #expect(refusal { try staged.workbook.close() } == .count)
  }

  @Test func aMissingFolderIsSeenAtOnce() throws {
    let folder = try WorkingFolder()
    let error = #expect(throws: SpreadsheetError.self) {
      _ = try Workbook(path: folder.path("không/có/book.xlsx"), created: created)
    }
    #expect(error?.call == "mkdtemp")
    #expect(error?.code == .system(2))
  }

  /// A file where the folder should be: fails for every user, root included.
  @Test func aFolderThatCannotBeWrittenIsSeenAtOnce() throws {
    let folder = try WorkingFolder()
    try folder.write("tệp", text: "")
    #expect(throws: SpreadsheetError.self) {
      _ = try Workbook(path: folder.path("tệp/book.xlsx"), created: created)
    }
  }

  @Test func aTargetThatCannotBeReplacedStays() throws {
    let staged = try Staged()
    try FileManager.default.createDirectory(
      atPath: staged.path + "/trong", withIntermediateDirectories: true)
    _ = try staged.workbook.addSheet("A")
    let error = #expect(throws: SpreadsheetError.self) { try staged.workbook.close() }
    #expect(error?.call == "rename")
    #expect(try staged.names() == ["book.xlsx"])
  }

  @Test func aTimeThatWouldBeTheClocksIsRefused() throws {
    let folder = try WorkingFolder()
    for time in [0, -1, 253_402_300_800] {
      #expect(
        refusal { _ = try Workbook(path: folder.path("a.xlsx"), created: time) } == .argument)
    }
  }

  @Test func leftoversOfKilledProcessesAreRemoved() throws {
    let folder = try WorkingFolder()
    try folder.write(".workbook-abc123/book.xlsx", text: "nửa")
    try folder.write("khác/book.xlsx", text: "a")
    try Workbook.removeLeftovers(inFolder: folder.url.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["khác"])
  }

  @Test func errorsPrintTheCallTheSentenceAndTheCode() throws {
    let sheet = try Staged().workbook.addSheet("Số")
    let error = #expect(throws: SpreadsheetError.self) { try sheet.number(0, 2, .nan) }
    #expect(
      error?.description == "number on \"Số\": nan at row 0, column 2 is not a number (number)")
  }
}
