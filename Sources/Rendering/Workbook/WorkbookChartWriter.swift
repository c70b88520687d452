import Documents
import Spreadsheets

// Charts: neutral drawings as the library's.
extension WorkbookSheetWriter {
  func insert(_ chart: SheetChart, widths: [Double], heights: [Double]) throws {
    var made = Chart(
      chart.kind.library, title: CellText.fitted(chart.title, limit: 255).text,
      series: try chart.series.enumerated().map { try series($1, at: $0) })
    made.titleSize = 12
    made.textSize = 9
    made.valueFormat = chart.isPercent ? "0%" : "#,##0"
    // a column says by its length how much it is
    made.valueMinimum = chart.kind == .lines ? nil : 0
    made.altText = CellText.fitted(chart.description, limit: 255).text
    // one series says in its title what it is
    made.legend = chart.series.count > 1 ? .bottom : .none
    let frame = chart.frame
    made.width = Self.clamped(
      frame.columns.reduce(0) { $0 + WorkbookSizes.pixels(ofColumn: widths[$1]) } - Self.gap)
    made.height = Self.clamped(
      Int(frame.rows.reduce(0) { $0 + heights[$1] } / WorkbookSizes.pointsPerPixel) - Self.gap)
    try sheet.insert(made, row: frame.rows.lowerBound, column: frame.columns.lowerBound)
  }

  /// What stays white between two charts, in pixels.
  private static let gap = 6

  private static func clamped(_ pixels: Int) -> Int { min(max(pixels, 50), 4_000) }

  private func series(_ series: SheetChart.Series, at index: Int) throws -> Chart.Series {
    func source(_ range: SheetRange) throws -> Chart.Source {
      Chart.Source(try range.cells(), on: range.sheet ?? model.name)
    }
    var made = Chart.Series(
      CellText.fitted(series.name, limit: 255).text,
      categories: try source(series.categories),
      values: try source(series.values),
      colour: series.tone.map(WorkbookStyles.chartColour) ?? WorkbookStyles.seriesColour(index))
    made.showsValues = series.showsValues
    // a zero has no height to be written on
    made.valueFormat = "#,##0;-#,##0;"
    return made
  }
}

extension SheetChart.Kind {
  fileprivate var library: Chart.Kind {
    switch self {
    case .columns: .column
    case .stackedColumns: .columnStacked
    case .bars: .bar
    case .lines: .line
    }
  }
}
