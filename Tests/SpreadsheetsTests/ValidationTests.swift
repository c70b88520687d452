import Testing

@testable import Spreadsheets

@Suite struct ValidationTests {
  @Test func rulesReachTheFile() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Nhập")
      let list = try workbook.addSheet("Danh mục")
      for (row, state) in ["Chưa làm", "Đang làm", "Hoàn thành"].enumerated() {
        try list.text(row, 0, state)
      }
      let states = Validation(
        .list(try .at(0...2, 0...0), sheet: "Danh mục"),
        input: .init(title: "Tình trạng", text: "=Chọn trong danh sách"),
        error: .init(title: "Sai", text: "Phải chọn một dòng & \"không\" <gõ>"))
      try sheet.validate(.at(1...9, 0...0), states)
      let (first, last) = try (
        SheetDate(year: 2024, month: 7, day: 1), SheetDate(year: 2024, month: 9, day: 30)
      )
      try sheet.validate(.at(1...9, 1...1), Validation(.date(from: first, through: last)))
      try sheet.validate(.at(1...1, 2...2), Validation(.formula("=C2<=D2")))
    }
    let sheet = book.sheet()
    #expect(sheet.contains("<dataValidations count=\"3\">"))
    let list = ReadBook.element("dataValidation ", in: sheet)
    #expect(list?.contains("type=\"list\" allowBlank=\"1\"") == true)
    #expect(list?.contains("errorStyle") == false)
    #expect(list?.contains("prompt=\"=Chọn trong danh sách\"") == true)
    #expect(
      list?.contains("error=\"Phải chọn một dòng &amp; &quot;không&quot; &lt;gõ&gt;\"") == true)
    for piece in [
      "<formula1>'Danh mục'!$A$1:$A$3</formula1>", "sqref=\"B2:B10\"",
      "type=\"date\"", "<formula1>45474</formula1><formula2>45565</formula2>",
      "type=\"custom\"", "<formula1>C2&lt;=D2</formula1>", "sqref=\"C2\"",
    ] {
      #expect(sheet.contains(piece), "\(piece)")
    }
  }

  /// A list of phrases is long in bytes; through cells any length is right.
  @Test func longListsGoThroughCells() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Nhập")
      for row in 0..<400 { try sheet.text(row, 9, "Đơn vị trực thuộc số \(row)") }
      try sheet.validate(
        .at(0...0, 0...0), Validation(.list(try .at(0...399, 9...9), sheet: "Nhập")))
    }
    #expect(book.sheet().contains("<formula1>'Nhập'!$J$1:$J$400</formula1>"))
  }

  @Test func badRulesAreRefused() throws {
    let sheet = try Staged().workbook.addSheet("Nhập")
    let cell = try CellRange.at(0...0, 0...0)
    func refused(_ validation: Validation) -> SpreadsheetError.Refusal? {
      refusal { try sheet.validate(cell, validation) }
    }
    let (first, last) = try (
      SheetDate(year: 2024, month: 7, day: 1), SheetDate(year: 2024, month: 9, day: 30)
    )
    #expect(refused(Validation(.date(from: last, through: first))) == .argument)
    #expect(refused(Validation(.formula("="))) == .argument)
    #expect(refused(Validation(.formula(String(repeating: "1", count: 256)))) == .length)
    #expect(refused(Validation(.list(try .at(0...1, 0...1), sheet: "Nhập"))) == .argument)
    let title = String(repeating: "ữ", count: 33)
    let text = String(repeating: "ữ", count: 256)
    let rule = Validation.Rule.date(from: first, through: last)
    #expect(refused(Validation(rule, input: .init(title: title, text: ""))) == .length)
    #expect(refused(Validation(rule, error: .init(title: "", text: text))) == .length)
  }

  @Test func theLibraryCountsNoMoreThan255() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Nhập")
      let rule = Validation(.formula("A1>0"))
      for row in 0..<255 {
        try sheet.validate(.at(row...row, 0...0), rule)
      }
      #expect(refusal { try sheet.validate(.at(255...255, 0...0), rule) } == .count)
    }
    #expect(book.sheet().contains("<dataValidations count=\"255\">"))
  }
}
