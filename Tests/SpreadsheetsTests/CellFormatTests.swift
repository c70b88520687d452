import Testing

@testable import Spreadsheets

@Suite struct CellFormatTests {
  @Test func equalFormatsAreOneStyle() throws {
    let staged = try Staged()
    let bold = CellFormat().with { $0.bold = true }
    #expect(
      try staged.workbook.style(bold) == staged.workbook.style(CellFormat().with { $0.bold = true })
    )
    #expect(try staged.workbook.style(bold) != staged.workbook.style(CellFormat()))
  }

  @Test func theDefaultIsTimesNewRoman() throws {
    let book = try written { try $0.addSheet("A").number(0, 0, 1) }
    #expect(
      book.part("xl/styles.xml").contains("<name val=\"Times New Roman\"/><family val=\"1\"/>"))
    #expect(book.cells()["A1"]?.style == 1)
  }

  @Test func propertiesReachTheFile() throws {
    let book = try written { workbook in
      let format = CellFormat().with {
        $0.fontSize = 14
        $0.bold = true
        $0.italic = true
        $0.fontColour = .black
        $0.fill = SheetColour(red: 0xFF, green: 0xC7, blue: 0xCE)
        $0.isFramed = true
        $0.horizontal = .centre
        $0.vertical = .middle
        $0.wrap = true
        $0.numberFormat = "#,##0.0"
        $0.locked = false
      }
      let indented = CellFormat().with { $0.indent = 2 }
      let sheet = try workbook.addSheet("A")
      try sheet.number(0, 0, 1, workbook.style(format))
      try sheet.text(1, 0, "a", workbook.style(indented))
    }
    let styles = book.part("xl/styles.xml")
    for piece in [
      "<b/><i/><sz val=\"14\"/><color rgb=\"FF000000\"/>",
      "<patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/>", "<top style=\"thin\">",
      "<bottom style=\"thin\">", "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"",
      "formatCode=\"#,##0.0\"", "<protection locked=\"0\"/>", "indent=\"2\"",
    ] {
      #expect(styles.contains(piece), "\(piece)")
    }
  }

  @Test(arguments: [
    CellFormat().with { $0.fontSize = 0 }, CellFormat().with { $0.fontSize = .nan },
    CellFormat().with { $0.fontSize = 410 }, CellFormat().with { $0.indent = -1 },
    CellFormat().with { $0.indent = 16 }, CellFormat().with { $0.fontName = "" },
    CellFormat().with { $0.fontName = String(repeating: "ữ", count: 43) },
    CellFormat().with { $0.numberFormat = String(repeating: "0", count: 128) },
    CellFormat().with { $0.numberFormat = "0\u{1}" },
  ])
  func valuesOutsideTheirRangeAreRefused(_ format: CellFormat) throws {
    let staged = try Staged()
    #expect(refusal { _ = try staged.workbook.style(format) } == .format)
  }

  @Test func aStyleOfAnotherWorkbookIsRefused() throws {
    let (one, other) = (try Staged(), try Staged())
    let style = try other.workbook.style(CellFormat())
    let sheet = try one.workbook.addSheet("A")
    #expect(refusal { try sheet.number(0, 0, 1, style) } == .format)
  }
}
