import Testing

@testable import Spreadsheets

@Suite struct CellWritingTests {
  @Test(arguments: [false, true])
  func textThatLooksLikeAFormulaStaysText(_ constantMemory: Bool) throws {
    let texts = [
      "=1+1", "+x", "@x", "-1", "{=A1}", "http://example.org", "1e5", "00123", "TRUE",
      "  viền  ", "a<b & \"c\" > 'd'", "dòng 1\ndòng 2", "Quyết định số 167-KH/TU của Tỉnh ủy",
    ]
    let book = try written(constantMemory: constantMemory) { workbook in
      let sheet = try workbook.addSheet("Chữ")
      for (row, text) in texts.enumerated() { try sheet.text(row, 0, text) }
    }
    let cells = book.cells()
    #expect(cells.count == texts.count)
    for (row, text) in texts.enumerated() {
      let cell = try #require(cells["A\(row + 1)"])
      #expect(cell.type == (constantMemory ? "inlineStr" : "s"))
      #expect(cell.formula == nil)
      #expect(cell.value == text)
    }
  }

  @Test(arguments: [false, true])
  func controlCharactersNeverReachTheFile(_ constantMemory: Bool) throws {
    let book = try written(constantMemory: constantMemory) { workbook in
      let sheet = try workbook.addSheet("Chữ")
      try sheet.text(0, 0, "a\u{0}b\u{1}c\u{FFFE}\u{FFFF}\r\nd")
      try sheet.text(0, 1, "_x0041_")
    }
    #expect(book.cells()["A1"]?.value == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}\nd")
    #expect(book.cells()["B1"]?.value == "_x005F_x0041_")
  }

  @Test func numbersComeBackFromTheFile() throws {
    let numbers: [Double] = [
      0, -0.0, 1, -1, 0.1, 1.0 / 3, 98.76, 1e-300, 1.5e300, 123_456_789.125, 9_007_199_254_740_992,
    ]
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Số")
      for (row, number) in numbers.enumerated() { try sheet.number(row, 0, number) }
      try sheet.number(1, 1, -1_234_567)
    }
    let cells = book.cells()
    for (row, number) in numbers.enumerated() {
      let read = try #require(cells["A\(row + 1)"]?.value.flatMap { Double($0) })
      #expect(abs(read - number) <= abs(number) * 1e-15)
    }
    #expect(cells["A2"]?.value == "0")
    #expect(cells["A11"]?.value == "9007199254740992")
    #expect(cells["B2"]?.value == "-1234567")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
  func numbersThatAreNoneAreRefused(_ number: Double) throws {
    let sheet = try Staged().workbook.addSheet("Số")
    #expect(refusal { try sheet.number(0, 0, number) } == .number)
    #expect(
      refusal { try sheet.formula(0, 0, "=1/0", result: .number(number)) } == .number)
    #expect(sheet.cellCount == 0)
  }

  @Test func blanks() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Khác")
      try sheet.blank(0, 0)
      try sheet.text(0, 1, "")
    }
    let cells = book.cells()
    #expect(cells["A1"]?.value == nil && cells["A1"]?.style != nil)
    #expect(cells["B1"]?.value == nil && cells["B1"]?.style != nil)
  }

  @Test(arguments: [false, true])
  func formulasKeepTheirResults(_ constantMemory: Bool) throws {
    let book = try written(constantMemory: constantMemory) { workbook in
      let sheet = try workbook.addSheet("Công thức")
      try sheet.formula(0, 0, "=IF(B1<C1,\"Chưa đạt\",\"Đạt\")", result: .text("Chưa đạt"))
      try sheet.formula(0, 1, "SUM(D1:D9)/100", result: .number(0.37))
      try sheet.formula(0, 2, "=\"\"", result: .text(""))
    }
    let cells = book.cells()
    #expect(
      cells["A1"]
        == ReadBook.Cell(
          type: "str", style: 1, formula: "IF(B1<C1,\"Chưa đạt\",\"Đạt\")", value: "Chưa đạt"))
    #expect(
      cells["B1"] == ReadBook.Cell(type: nil, style: 1, formula: "SUM(D1:D9)/100", value: "0.37"))
    #expect(cells["C1"]?.type == "str" && cells["C1"]?.value == "")
  }

  @Test func emptyAndOverlongFormulasAreRefused() throws {
    let sheet = try Staged().workbook.addSheet("Công thức")
    #expect(refusal { try sheet.formula(0, 0, "=", result: .number(0)) } == .argument)
    let long = "=" + String(repeating: "1+", count: 5_000) + "1"
    #expect(refusal { try sheet.formula(0, 0, long, result: .number(0)) } == .length)
  }

  @Test func longTextIsRefusedOrShortened() throws {
    let long = String(repeating: "ữ", count: CellText.limit + 1)
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Chữ")
      #expect(refusal { try sheet.text(0, 0, long) } == .length)
      #expect(try sheet.text(1, 0, long, whenTooLong: .shorten))
      #expect(try !sheet.text(2, 0, String(long.dropLast()), whenTooLong: .shorten))
    }
    #expect(book.cells().keys.sorted() == ["A2", "A3"])
    #expect(book.cells()["A2"]?.value?.hasSuffix(CellText.mark) == true)
  }

  @Test(arguments: [
    (-1, 0), (1_048_576, 0), (0, -1), (0, 16_384), (0, 65_536), (0, 70_000), (4_294_967_296, 0),
    (Int.max, Int.max), (Int.min, Int.min),
  ])
  func placesOutsideTheSheetAreRefused(_ row: Int, _ column: Int) throws {
    let sheet = try Staged().workbook.addSheet("Ngoài")
    #expect(refusal { try sheet.number(row, column, 1) } == .position)
    #expect(refusal { try sheet.text(row, column, "a") } == .position)
    #expect(refusal { try sheet.text(row, column, "") } == .position)
    #expect(refusal { try sheet.blank(row, column) } == .position)
    #expect(refusal { try sheet.formula(row, column, "=1", result: .number(1)) } == .position)
    #expect(refusal { try sheet.comment(row, column, "a") } == .position)
    #expect(refusal { try sheet.freezePanes(above: row, leftOf: column) } == .position)
    #expect(sheet.cellCount == 0)
  }

  @Test func theLastCellOfASheetIsInside() throws {
    let book = try written { try $0.addSheet("Cuối").number(1_048_575, 16_383, 7) }
    #expect(book.cells()["XFD1048576"]?.value == "7")
  }

  @Test func aCellWrittenTwiceCountsOnce() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Hai lần")
      try sheet.blank(3, 3)
      try sheet.number(0, 0, 1)
      try sheet.text(3, 3, "sau")
      #expect(sheet.cellCount == 2)
    }
    #expect(book.cells()["D4"]?.value == "sau")
  }

  @Test func constantMemoryTakesRowsInOrderOnly() throws {
    let staged = try Staged(constantMemory: true)
    let sheet = try staged.workbook.addSheet("Lớn")
    try sheet.number(0, 0, 1)
    try sheet.number(5, 0, 1)
    #expect(throws: SpreadsheetError.self) { try sheet.number(4, 0, 1) }
    try sheet.number(5, 70, 1)
    try sheet.number(5, 0, 2)
    #expect(sheet.cellCount == 3)
    #expect(try staged.workbook.close() == .written)
    #expect(try ReadBook(staged.path).cells()["A6"]?.value == "2")
  }

  @Test func mergedRanges() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Gộp")
      let style = try workbook.style(CellFormat().with { $0.isFramed = true })
      try sheet.merge(.at(0...1, 0...3), style)
      try sheet.text(0, 0, "TỔNG SỐ", style)
      try sheet.merge(.at(2...2, 0...1), style)
      try sheet.number(2, 0, 5, style)
      try sheet.merge(.at(3...3, 0...1))
      try sheet.formula(3, 0, "=1+1", result: .number(2))
      try sheet.merge(.at(9...9, 0...0))
      #expect(refusal { try sheet.merge(.at(1...5, 3...4)) } == .overlap)
    }
    let sheet = book.sheet()
    #expect(sheet.contains("<mergeCells count=\"3\">"))
    #expect(sheet.contains("<mergeCell ref=\"A1:D2\"/>"))
    #expect(book.cells()["A1"]?.value == "TỔNG SỐ")
    #expect(book.cells()["D2"] == ReadBook.Cell(style: book.cells()["A1"]?.style))
    #expect(book.cells()["A3"]?.value == "5")
    #expect(book.cells()["A4"]?.formula == "1+1")
    #expect(book.cells().count == 8 + 2 + 2 + 1)
  }

  @Test func constantMemoryMergesWithinARowOnly() throws {
    let staged = try Staged(constantMemory: true)
    let sheet = try staged.workbook.addSheet("Gộp")
    #expect(refusal { try sheet.merge(.at(0...1, 0...3)) } == .constantMemory)
    try sheet.merge(.at(0...0, 0...3))
    #expect(try staged.workbook.close() == .written)
  }
}
