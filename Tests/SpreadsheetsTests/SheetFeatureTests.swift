import Testing

@testable import Spreadsheets

@Suite struct SheetFeatureTests {
  @Test func layoutReachesTheFile() throws {
    let book = try written { workbook in
      let first = try workbook.addSheet("Một")
      try first.setColumns(0...0, width: 40)
      try first.setRow(0, height: 30)
      try first.setRow(1, level: 2)
      try first.outline(headingsBelow: false)
      try first.number(0, 0, 1)
      try first.freezePanes(above: 2, leftOf: 1)
      try first.tabColour(SheetColour(red: 192, green: 0, blue: 0))
      try first.hideGridlines()
    }
    let sheet = book.sheet()
    for piece in [
      "<col min=\"1\" max=\"1\" width=\"40",
      "<row r=\"1\" spans=\"1:1\" ht=\"30\" customHeight=\"1\">",
      "<row r=\"2\" outlineLevel=\"2\"/>",
      "summaryBelow=\"0\"",
      "<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\" state=\"frozen\"/>",
      "<tabColor rgb=\"FFC00000\"/>", "showGridLines=\"0\"",
    ] {
      #expect(sheet.contains(piece), "\(piece)")
    }
  }

  @Test func layoutOutOfRangeIsRefused() throws {
    let sheet = try Staged().workbook.addSheet("Một")
    #expect(refusal { try sheet.setRow(0, height: 410) } == .argument)
    #expect(refusal { try sheet.setRow(0, height: .nan) } == .argument)
    #expect(refusal { try sheet.setRow(1_048_576) } == .position)
    #expect(refusal { try sheet.setRow(0, level: 8) } == .argument)
    #expect(refusal { try sheet.setColumns(0...16_384, width: 9) } == .position)
    #expect(refusal { try sheet.setColumns(-1...0, width: 9) } == .position)
    #expect(refusal { try sheet.setColumns(0...0, width: 256) } == .argument)
  }

  @Test func printingReachesTheFile() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Biểu 01")
      var page = PageSetup()
      page.header = PageText(centre: [
        .font("Times New Roman", size: 12, bold: false, italic: true), .pageNumber,
      ])
      page.footer = PageText(
        left: [.text("TỈNH ỦY & <BTC>")], right: [.pageNumber, .text("/"), .pageCount])
      page.repeatedRows = 3...5
      try sheet.setPage(page)
    }
    let sheet = book.sheet()
    for piece in [
      "<pageSetUpPr fitToPage=\"1\"/>", "<printOptions horizontalCentered=\"1\"/>",
      "paperSize=\"9\"", "fitToHeight=\"0\"", "orientation=\"landscape\"",
      "<oddHeader>&amp;C&amp;12&amp;\"Times New Roman,Italic\"&amp;P</oddHeader>",
      "<oddFooter>&amp;LTỈNH ỦY &amp;&amp; &lt;BTC&gt;&amp;R&amp;P/&amp;N</oddFooter>",
    ] {
      #expect(sheet.contains(piece), "\(piece)")
    }
    #expect(book.part("xl/workbook.xml").contains("'Biểu 01'!$4:$6"))
  }

  @Test func printingOutOfRangeIsRefused() throws {
    let sheet = try Staged().workbook.addSheet("Một")
    func refused(_ change: (inout PageSetup) -> Void) -> SpreadsheetError.Refusal? {
      var page = PageSetup()
      change(&page)
      return refusal { try sheet.setPage(page) }
    }
    #expect(refused { $0.margins.left = .nan } == .argument)
    #expect(refused { $0.margins.header = -1 } == .argument)
    #expect(refused { $0.pagesHigh = -1 } == .argument)
    #expect(refused { $0.pagesHigh = 70_000 } == .argument)
    #expect(refused { $0.repeatedRows = 0...1_048_576 } == .position)
    let long = PageText(left: [.text(String(repeating: "ữ", count: 254))])
    #expect(refused { $0.footer = long } == .length)
  }

  @Test func highlightsAreFormulas() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Màu")
      let range = try CellRange.at(1...9, 2...4)
      let red = HighlightFormat(
        fontColour: .black, fill: SheetColour(red: 255, green: 199, blue: 206))
      try sheet.highlight(range, .cell(of: range, above: 99.5), red)
      try sheet.highlight(range, .cell(of: range, is: "\"Chưa\" đạt"), red)
      try sheet.highlight(range, HighlightRule(formula: "=$B2>$C2"), HighlightFormat(bold: true))
      #expect(refusal { try sheet.highlight(range, .cell(of: range, above: .nan), red) } == .number)
    }
    let sheet = book.sheet()
    #expect(sheet.matches(of: /<cfRule type="expression"/).count == 3)
    #expect(sheet.contains("sqref=\"C2:E10\""))
    #expect(sheet.contains("<formula>AND(ISNUMBER(C2),C2&gt;99.5)</formula>"))
    #expect(sheet.contains("<formula>C2=\"\"\"Chưa\"\" đạt\"</formula>"))
    #expect(sheet.contains("<formula>$B2&gt;$C2</formula>"))
    let dxfs = ReadBook.element("dxfs", in: book.part("xl/styles.xml")) ?? ""
    #expect(dxfs.contains("<bgColor rgb=\"FFFFC7CE\"/>"))
    #expect(dxfs.contains("count=\"2\""))
  }

  @Test func protectionAndUnlockedCells() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Khóa")
      try sheet.blank(0, 0, workbook.style(CellFormat().with { $0.locked = false }))
      try sheet.protect()
    }
    let protection = ReadBook.element("sheetProtection", in: book.sheet()) ?? ""
    #expect(protection.contains("sheet=\"1\""))
    for allowed in ["formatColumns", "formatRows", "autoFilter"] {
      #expect(protection.contains("\(allowed)=\"0\""))
    }
    #expect(!protection.contains("selectLockedCells") && !protection.contains("password"))
    #expect(book.part("xl/styles.xml").contains("<protection locked=\"0\"/>"))
  }

  @Test func commentsAreThere() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Ghi chú")
      try sheet.number(0, 0, 1)
      try sheet.comment(0, 0, "Lấy từ tệp <Q3>\u{1}\ndòng 2", author: "Ban Tổ chức")
      try sheet.comment(5, 5, "ô trống")
      #expect(refusal { try sheet.comment(0, 0, "lần hai") } == .overlap)
      #expect(refusal { try sheet.comment(1, 0, "") } == .argument)
      #expect(refusal { try sheet.comment(1, 0, "a", width: 3_000) } == .argument)
      #expect(sheet.cellCount == 1)
    }
    let comments = book.part("xl/comments1.xml")
    #expect(comments.contains("<author>Ban Tổ chức</author>"))
    #expect(comments.contains("Lấy từ tệp &lt;Q3&gt;\u{FFFD}\ndòng 2</t>"))
    #expect(comments.contains("<comment ref=\"A1\""))
    #expect(comments.contains("<comment ref=\"F6\""))
    #expect(comments.contains("Times New Roman"))
  }

  @Test(arguments: [false, true])
  func linksStayInsideTheWorkbook(_ constantMemory: Bool) throws {
    let book = try written(constantMemory: constantMemory) { workbook in
      let sheet = try workbook.addSheet("Tổng quan")
      let target = try CellAddress(row: 6, column: 1)
      try sheet.attachLink(0, 0, to: target, on: "Ông 'A' x", tip: "Xem <dòng>")
      try sheet.text(0, 0, "javascript:alert(1)")
      try sheet.attachLink(1, 0, to: target, on: "Tổng quan")
      try sheet.number(1, 0, 7)
      #expect(refusal { try sheet.attachLink(2, 0, to: target, on: "a#b") } == .argument)
      let tip = String(repeating: "ữ", count: 256)
      #expect(refusal { try sheet.attachLink(2, 0, to: target, on: "x", tip: tip) } == .length)
      _ = try workbook.addSheet("Ông 'A' x")
    }
    let links = ReadBook.element("hyperlinks", in: book.sheet()) ?? ""
    #expect(links.contains("ref=\"A1\" location=\"'Ông ''A'' x'!B7\""))
    #expect(links.contains("tooltip=\"Xem &lt;dòng&gt;\""))
    #expect(!links.contains("r:id"))
    #expect(book.parts["xl/worksheets/_rels/sheet1.xml.rels"] == nil)
    #expect(book.cells()["A1"]?.value == "javascript:alert(1)")
    #expect(book.cells()["A2"]?.value == "7")
  }

  @Test func referencesToMissingSheetsStopTheFile() throws {
    let cell = try CellAddress(row: 0, column: 0)
    let source = Chart.Source(CellRange(cell), on: "Không có")
    let uses: [(Workbook, Sheet) throws -> Void] = [
      { _, sheet in try sheet.attachLink(0, 0, to: cell, on: "Không có") },
      { workbook, _ in try workbook.define("Ten", CellRange(cell), on: "Không có") },
      { _, sheet in
        try sheet.validate(
          CellRange(cell), Validation(.list(CellRange(cell), sheet: "Không có")))
      },
      { _, sheet in
        try sheet.insert(
          Chart(.bar, title: "", series: [.init("a", categories: source, values: source)]),
          row: 0, column: 0)
      },
    ]
    for use in uses {
      let staged = try Staged()
      try use(staged.workbook, staged.workbook.addSheet("Có"))
      #expect(refusal { try staged.workbook.close() } == .unknownSheet)
      #expect(!staged.workbook.isOpen)
      #expect(try staged.names().isEmpty)
    }
  }

  @Test func definedNames() throws {
    let book = try written { workbook in
      try workbook.addSheet("Chỉ tiêu").number(0, 0, 1)
      try workbook.define("Chỉ_tiêu.2024", .at(0...9, 1...1), on: "Chỉ tiêu")
      for bad in ["", "1a", "a b", "A1", "nq21", "R1C1", "r", "C", "R5", "a!b", "CHỈ_TIÊU.2024"] {
        #expect(
          refusal { try workbook.define(bad, .at(0...0, 0...0), on: "Chỉ tiêu") } == .name, "\(bad)"
        )
      }
      let long = String(repeating: "ữ", count: 43)
      #expect(refusal { try workbook.define(long, .at(0...0, 0...0), on: "Chỉ tiêu") } == .length)
    }
    #expect(
      book.part("xl/workbook.xml").contains(
        "<definedName name=\"Chỉ_tiêu.2024\">'Chỉ tiêu'!$B$1:$B$10</definedName>"))
  }

  @Test func tables() throws {
    let book = try written { workbook in
      let sheet = try workbook.addSheet("Số liệu")
      var options = TableOptions(name: "SoLieu", headings: ["Đơn vị", "Giá trị [kỳ]", "Ghi chú"])
      try sheet.table(.at(0...3, 0...2), options)
      try sheet.text(1, 0, "A")
      try sheet.number(1, 1, 3)
      try sheet.number(2, 1, 4)
      #expect(sheet.cellCount == 3 + 3)
      options.name = "Khac"
      #expect(refusal { try sheet.table(.at(2...8, 2...4), options) } == .overlap)
      #expect(refusal { try sheet.merge(.at(3...4, 0...0)) } == .overlap)
      options.name = "SOLIEU"
      #expect(refusal { try sheet.table(.at(9...12, 0...2), options) } == .name)
      options.name = "Khac"
      options.headings[2] = "đơn vị"
      #expect(refusal { try sheet.table(.at(9...12, 0...2), options) } == .name)
      options.headings[2] = "hai\ndòng"
      #expect(refusal { try sheet.table(.at(9...12, 0...2), options) } == .name)
    }
    let table = book.part("xl/tables/table1.xml")
    #expect(table.contains("name=\"SoLieu\" displayName=\"SoLieu\" ref=\"A1:C4\""))
    #expect(table.contains("<autoFilter ref=\"A1:C4\"/>"))
    #expect(table.contains("name=\"Giá trị [kỳ]\""))
    #expect(book.cells()["B1"]?.value == "Giá trị [kỳ]")
  }

  @Test func constantMemoryHasNoTables() throws {
    let sheet = try Staged(constantMemory: true).workbook.addSheet("Lớn")
    let options = TableOptions(name: "T", headings: ["a"])
    #expect(refusal { try sheet.table(.at(0...1, 0...0), options) } == .constantMemory)
  }

  @Test func documentProperties() throws {
    var properties = WorkbookProperties()
    properties.title = "Báo cáo quý III\u{1}"
    properties.subject = "NQ21"
    properties.author = "Văn phòng <Tỉnh ủy>"
    properties.company = "Tỉnh ủy Ninh Khánh"
    properties.comments = "Ấn bản 3"
    let book = try written(properties: properties) { _ = try $0.addSheet("A") }
    let core = book.part("docProps/core.xml")
    #expect(core.contains("<dc:title>Báo cáo quý III\u{FFFD}</dc:title>"))
    #expect(core.contains("<dc:creator>Văn phòng &lt;Tỉnh ủy&gt;</dc:creator>"))
    #expect(core.contains(">2024-10-05T00:00:00Z</dcterms:created>"))
    #expect(core.contains("<dc:description>Ấn bản 3</dc:description>"))
    #expect(book.part("docProps/app.xml").contains("<Company>Tỉnh ủy Ninh Khánh</Company>"))
  }
}
