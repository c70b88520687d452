import Testing

@testable import Spreadsheets

@Suite struct SheetNameTests {
  @Test(arguments: [
    "", "History", "HISTORY", "a[b", "a]b", "a:b", "a*b", "a?b", "a/b", "a\\b", "'a", "a'",
    "a\nb", "a\tb", "a\u{0}b", "a\u{FFFF}", "_x0041_", String(repeating: "ộ", count: 32),
    String(repeating: "😀", count: 16), "a'\u{301}b'",
  ])
  func badNamesAreRefused(_ name: String) throws {
    let folder = try Staged()
    #expect(refusal { _ = try folder.workbook.addSheet(name) } == .sheetName)
  }

  @Test(arguments: [
    "Tổng quan", "Biểu 01", "NQ21", "2024", "Lỗi & giải trình", "Ông 'A' x", "a\"<>b",
    String(repeating: "ộ", count: 31), "R1C1",
  ])
  func goodNamesComeBack(_ name: String) throws {
    let book = try written { try $0.addSheet(name).text(0, 0, "x") }
    let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    #expect(book.part("xl/workbook.xml").contains("<sheet name=\"\(escaped)\""))
  }

  @Test(arguments: [
    ("Tổng hợp", "TỔNG HỢP"), ("Đơn vị", "đơn vị"), ("Biểu", "Bie\u{302}\u{309}u"),
    ("Straße", "STRASSE"), ("abc", "ABC"),
  ])
  func namesEqualButForCaseOrNormalFormAreRefused(_ first: String, _ second: String) throws {
    let folder = try Staged()
    _ = try folder.workbook.addSheet(first)
    #expect(refusal { _ = try folder.workbook.addSheet(second) } == .sheetName)
    // and the workbook still works
    _ = try folder.workbook.addSheet("khác")
    #expect(try folder.workbook.close() == .written)
  }

  @Test func sheetNamesAreQuotedInPrintTitles() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("NQ21")
      var page = PageSetup()
      page.repeatedRows = 0...1
      page.printArea = try .at(0...9, 0...3)
      try sheet.setPage(page)
      try sheet.autofilter(.at(1...9, 0...3))
    }
    let names = ReadBook.element("definedNames", in: book.part("xl/workbook.xml")) ?? ""
    #expect(names.contains(">'NQ21'!$1:$2<"))
    #expect(names.contains(">'NQ21'!$A$1:$D$10<"))
    #expect(names.contains(">'NQ21'!$A$2:$D$10<"))
  }
}
