public import Documents
import PlanModel
import Spreadsheets

/// Writes neutral sheets as an Excel workbook. It adds nothing up: every number comes with the sheets.
public enum WorkbookRenderer {
  /// What the workbook says about itself.
  public struct Properties: Hashable, Sendable {
    /// Its title.
    public var title: String
    /// The body that made it.
    public var company: String
    /// When it was made, in seconds since 1970-01-01 00:00 UTC: the moment of counting, never the
    /// clock, so that the same inputs give the same bytes.
    public var created: Int

    /// A title, a body, and a moment.
    public init(title: String, company: String, created: Int) {
      self.title = title
      self.company = company
      self.created = created
    }
  }

  /// Above so many cells rows go to the disk one by one instead of staying in memory.
  private static let mostCellsInMemory = 100_000

  /// Writes the sheets to `path`, whole or not at all; throws when that fails.
  @discardableResult
  public static func write(
    _ sheets: [SheetModel], to path: String, _ properties: Properties
  ) throws -> OutputOutcome {
    var library = WorkbookProperties()
    library.title = properties.title
    library.company = properties.company
    library.author = properties.company
    // what a run that was killed left behind; this run holds the lock, so nobody else is at work on it
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try Workbook.removeLeftovers(inFolder: folder)
    let cells = sheets.reduce(0) { $0 + $1.cellCount }
    let workbook = try Workbook(
      path: path, created: properties.created, properties: library,
      constantMemory: cells > mostCellsInMemory)
    let styles = WorkbookStyles(workbook)
    for sheet in sheets {
      try SheetWriter(model: sheet, sheet: try workbook.addSheet(sheet.name), styles: styles)
        .write()
    }
    switch try workbook.close() {
    case .written: return .written
    case .unchanged: return .unchanged
    }
  }
}

/// Writes one sheet, from top to bottom.
private struct SheetWriter {
  let model: SheetModel
  let sheet: Sheet
  let styles: WorkbookStyles

  func write() throws {
    let widths = columnWidths()
    for (column, width) in widths.enumerated() {
      try sheet.setColumns(column...column, width: width)
    }
    try sheet.hideGridlines()
    try sheet.outline(headingsBelow: false)
    if model.frozenRows > 0 || model.frozenColumns > 0 {
      try sheet.freezePanes(above: model.frozenRows, leftOf: model.frozenColumns)
    }
    // in a workbook that goes to the disk row by row the filter must be known before the rows
    if let filter = model.filter { try sheet.autofilter(range(filter)) }
    var total = 0.0
    for (index, row) in model.rows.enumerated() {
      let height = height(of: row)
      total += height
      try sheet.setRow(index, height: height, BandOptions(level: row.level))
      for cell in row.cells { try write(cell, in: index) }
    }
    try setPage(width: WorkbookStyles.width(of: widths), height: total)
    for mark in model.marks {
      let range = try range(mark.range)
      try sheet.highlight(
        range, .cell(of: range, .greater, mark.above.doubleValue), styles.highlight(mark.tone))
    }
  }

  private func setPage(width: Double, height: Double) throws {
    var page = PageSetup()
    // a signature alone on a second page is worse than a slightly smaller print
    let pages = height * min(1, Self.paper.width / width) / Self.paper.height
    if pages > 1, pages < Self.mostShrunk { page.pagesHigh = 1 }
    page.margins.left = 12
    page.margins.right = 8
    page.margins.top = 16
    page.margins.bottom = 14
    page.margins.header = 7
    page.margins.footer = 6
    page.repeatedRows = model.repeatedRows
    let font = PageText.Piece.font(WorkbookStyles.fontName, size: 11, bold: false, italic: false)
    page.header = PageText(centre: [font, .pageNumber])
    page.footer = PageText(
      left: model.pageFoot.map { [font, .text($0)] } ?? [], right: [font, .sheetName])
    try sheet.setPage(page)
  }

  /// What the margins leave of A4 landscape, in points.
  private static let paper = (width: 785.0, height: 507.0)
  private static let mostShrunk = 1.2

  private func range(_ range: SheetRange) throws -> CellRange {
    try CellRange(rows: range.rows, columns: range.columns)
  }

  /// The widths asked for, or more where a number would not be shown for lack of room.
  private func columnWidths() -> [Double] {
    var widths = model.columns
    for row in model.rows {
      for cell in row.cells where cell.span == 1 && widths.indices.contains(cell.column) {
        guard let number = cell.value.number else { continue }
        let signs = WorkbookStyles.signs(of: number.doubleValue, cell.style.content)
        widths[cell.column] = max(
          widths[cell.column], styles.columnWidth(forSigns: signs, cell.style))
      }
    }
    return widths.map { min($0, 255) }
  }

  // MARK: cells

  private func write(_ cell: SheetCell, in row: Int) throws {
    let style = try styles.style(cell.style)
    if cell.span > 1 {
      // the value follows in a call of its own, which may shorten a text that is too long
      try sheet.merge(
        CellRange(rows: row...row, columns: cell.column...(cell.column + cell.span - 1)), .blank,
        style)
    }
    switch cell.value {
    case .blank:
      if cell.span == 1 { try sheet.blank(row, cell.column, style) }
    case .text(let text):
      try sheet.text(row, cell.column, text, style, whenTooLong: .shorten)
    case .number(let number):
      try sheet.number(row, cell.column, number.doubleValue, style)
    case .date(let date):
      try write(date, text: date.description, row, cell.column, style)
    case .moment(let moment):
      try write(
        moment.date, secondOfDay: moment.isEndOfDay ? 0 : moment.secondOfDay,
        text: moment.description, row, cell.column, style)
    case .formula(let formula, let result):
      try sheet.formula(
        row, cell.column, WorkbookFormulas.text(formula), result: .number(result.doubleValue), style
      )
    }
  }

  /// A day as the number a cell holds for it; as text where cells have no such day.
  private func write(
    _ date: CalendarDate, secondOfDay: Int = 0, text: String, _ row: Int, _ column: Int,
    _ style: CellStyle
  ) throws {
    guard let day = try? SheetDate(year: date.year, month: date.month, day: date.day) else {
      try sheet.text(row, column, text, style)
      return
    }
    try sheet.number(row, column, Double(day.serial) + Double(secondOfDay) / 86_400, style)
  }

  /// High enough for the longest text of the row, wrapped at the width of its cells.
  private func height(of row: SheetRow) -> Double {
    let heights = row.cells.map { cell in
      guard case .text(let text) = cell.value else { return styles.lineHeight(cell.style) }
      let columns = cell.column..<min(cell.column + cell.span, model.columns.count)
      return styles.height(of: text, cell.style, columns: model.columns[columns])
    }
    return min(409, (heights.max() ?? WorkbookStyles.emptyRowHeight) + 1)
  }
}
