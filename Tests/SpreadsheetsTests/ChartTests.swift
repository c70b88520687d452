import Testing

@testable import Spreadsheets

@Suite struct ChartTests {
  /// A sheet whose name looks like a cell, with a number, a formula, a gap and a text.
  private func book(_ kind: Chart.Kind, constantMemory: Bool = false) throws -> ReadBook {
    try written(constantMemory: constantMemory) { workbook in
      let sheet = try workbook.addSheet("NQ21")
      for (row, name) in ["Quý I", "Quý II", "Quý III", "Quý IV"].enumerated() {
        try sheet.text(row, 0, name)
        if row == 0 { try sheet.number(0, 1, 12.5) }
        if row == 1 { try sheet.formula(1, 1, "=B1*2", result: .number(25)) }
        if row == 3 { try sheet.text(3, 1, "Chưa có") }
      }
      var chart = Chart(
        kind, title: "=Kết quả \u{1}& <mục tiêu>",
        series: [
          .init(
            "Thực hiện", categories: .init(try .at(0...3, 0...0), on: "NQ21"),
            values: .init(try .at(0...3, 1...1), on: "NQ21"),
            colour: SheetColour(red: 0xC0, green: 0, blue: 0)),
          .init(
            "Kế hoạch", categories: .init(try .at(0...3, 0...0), on: "NQ21"),
            values: .init(try .at(0...3, 1...1), on: "NQ21")),
        ])
      chart.valueFormat = "0.0"
      chart.altText = "Kết quả theo quý"
      chart.width = 480
      chart.height = 288
      try sheet.insert(chart, row: 12, column: 0)
    }
  }

  @Test(
    arguments: zip(
      Chart.Kind.allCases,
      [
        "<c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>",
        "<c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>",
        "<c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/>",
        "<c:lineChart><c:grouping val=\"standard\"/>",
      ]))
  func kinds(_ kind: Chart.Kind, _ piece: String) throws {
    #expect(try book(kind).part("xl/charts/chart1.xml").contains(piece))
  }

  @Test func chartsHoldTitlesSourcesAndValues() throws {
    let book = try book(.column)
    let chart = book.part("xl/charts/chart1.xml")
    for piece in [
      "<a:t>=Kết quả \u{FFFD}&amp; &lt;mục tiêu&gt;</a:t>",
      "<c:f>'NQ21'!$A$1:$A$4</c:f>", "<c:f>'NQ21'!$B$1:$B$4</c:f>",
      "<c:v>Thực hiện</c:v>", "<c:v>Kế hoạch</c:v>", "<a:srgbClr val=\"C00000\"/>",
      "<c:v>Quý III</c:v>", "<c:numFmt formatCode=\"0.0\"", "Times New Roman",
      // a formula's result, not the library's 0; the gap and the text are left out
      "<c:ptCount val=\"4\"/><c:pt idx=\"0\"><c:v>12.5</c:v></c:pt><c:pt idx=\"1\"><c:v>25</c:v></c:pt></c:numCache>",
    ] {
      #expect(chart.contains(piece), "\(piece)")
    }
    #expect(book.part("xl/drawings/drawing1.xml").contains("descr=\"Kết quả theo quý\""))
    #expect(book.sheet().contains("<drawing r:id=\"rId1\"/>"))
  }

  @Test func chartsInConstantMemoryHaveNoStoredValues() throws {
    let chart = try book(.line, constantMemory: true).part("xl/charts/chart1.xml")
    #expect(chart.contains("<c:f>'NQ21'!$B$1:$B$4</c:f>"))
    #expect(!chart.contains("<c:pt "))
  }

  @Test func badChartsAreRefused() throws {
    let sheet = try Staged().workbook.addSheet("A")
    let good = Chart.Source(try .at(0...3, 0...0), on: "A")
    let square = Chart.Source(try .at(0...3, 0...1), on: "A")
    let long = Chart.Source(try .at(0...32_000, 0...0), on: "A")
    func refused(_ chart: Chart) -> SpreadsheetError.Refusal? {
      refusal { try sheet.insert(chart, row: 0, column: 0) }
    }
    #expect(refused(Chart(.bar, title: "a", series: [])) == .argument)
    for bad in [square, long] {
      let series = Chart.Series("a", categories: good, values: bad)
      #expect(refused(Chart(.bar, title: "a", series: [series])) == .argument)
    }
    let series = Chart.Series("a", categories: good, values: good)
    let title = String(repeating: "ữ", count: 256)
    #expect(refused(Chart(.bar, title: title, series: [series])) == .length)
    var wide = Chart(.bar, title: "a", series: [series])
    wide.width = 5_000
    #expect(refused(wide) == .argument)
  }
}
