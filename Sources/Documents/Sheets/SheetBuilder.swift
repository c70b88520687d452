import PlanModel

/// Puts a sheet together from top to bottom.
struct SheetBuilder {
  /// One column of a table: its heading, the sign in the row of column numbers, its width.
  struct Column {
    let title: String
    let width: Double
    let number: String?

    init(_ title: String, _ width: Double, _ number: String? = nil) {
      self.title = title
      self.width = width
      self.number = number
    }
  }

  let name: String
  let widths: [Double]
  private(set) var rows: [SheetRow] = []
  private(set) var marks: [SheetMark] = []
  private var frozenRows = 0
  private var frozenColumns = 0
  private var filter: SheetRange?
  private var table: SheetTable?
  private var charts: [SheetChart] = []
  private var names: [NamedRange] = []
  private var anchors: [String: Int] = [:]
  private var keptTogether: [ClosedRange<Int>] = []
  private var repeated: ClosedRange<Int>?
  /// What stands at the foot of every printed page.
  var pageFoot: String?

  /// The number of its first row: above zero for a part of a sheet that is made by itself.
  private let firstRow: Int

  init(_ name: String, widths: [Double], firstRow: Int = 0) {
    self.name = name
    self.widths = widths
    self.firstRow = firstRow
  }

  /// The number the next row gets.
  var nextRow: Int { firstRow + rows.count }

  /// Adds the rows of a part that begins at the next row, with what leads to them and keeps them together.
  mutating func add(_ part: SheetBuilder) {
    assert(part.firstRow == nextRow, "the rows of a part, and formulas over them, are elsewhere")
    rows += part.rows
    keptTogether += part.keptTogether
    anchors.merge(part.anchors) { first, _ in first }
  }

  @discardableResult
  mutating func add(_ cells: [SheetCell] = [], level: Int = 0) -> Int {
    rows.append(SheetRow(cells, level: min(level, 7)))
    return nextRow - 1
  }

  /// Fills in a row that was added before what it needs was known.
  mutating func set(_ row: Int, _ cells: [SheetCell]) {
    guard rows.indices.contains(row - firstRow) else { return }
    rows[row - firstRow].cells = cells
  }

  /// Puts a cell in the place of the one that begins at its column.
  mutating func put(_ cell: SheetCell, in row: Int) {
    let index = row - firstRow
    guard rows.indices.contains(index),
      let place = rows[index].cells.firstIndex(where: { $0.column == cell.column })
    else { return }
    rows[index].cells[place] = cell
  }

  /// One text over the whole width.
  mutating func line(_ text: String, _ style: SheetStyle) {
    add([SheetCell(0, .text(text), style, span: widths.count)])
  }

  /// A heading row over the given columns, and the row of column numbers; returns the heading's row.
  @discardableResult
  mutating func header(_ columns: [Column]) -> Int {
    let row = add(
      columns.enumerated().map { SheetCell($0, .text($1.title), SheetStyle(.header, .centred)) })
    add(
      columns.enumerated().map {
        SheetCell($0, .text($1.number ?? "\($0 + 1)"), SheetStyle(.columnNumber, .centred))
      })
    return row
  }

  mutating func freeze(above row: Int, leftOf column: Int) {
    frozenRows = row
    frozenColumns = column
  }

  mutating func repeatOnPages(_ rows: ClosedRange<Int>) { repeated = rows }

  /// Gives a table filter buttons: from its heading (or number row) to its last row.
  mutating func addFilter(from row: Int, to last: Int) {
    guard last > row else { return }
    filter = SheetRange(row...last, 0...(widths.count - 1))
  }

  /// Marks numbers above zero in a column of some rows: of what ought to be none.
  mutating func markAboveZero(_ rows: ClosedRange<Int>, _ column: Int) {
    marks.append(SheetMark(SheetRange(rows, column...column), above: .zero, .bad))
  }

  /// Colours the words of a column by what they mean, so that a word put right by hand has its colour.
  mutating func mark(
    _ rows: ClosedRange<Int>, _ column: Int, words: [(String, SheetStyle.Tone)]
  ) {
    for (word, tone) in words {
      marks.append(SheetMark(SheetRange(rows, column...column), .word(word), tone))
    }
  }

  /// Makes the rows from a heading to the last one a table.
  mutating func addTable(_ name: String, from heading: Int, to last: Int) {
    guard last > heading else { return }
    table = SheetTable(name, SheetRange(heading...last, 0...(widths.count - 1)))
  }

  mutating func add(_ chart: SheetChart) { charts.append(chart) }

  /// Gives rows over the whole width a name.
  mutating func name(_ name: String, _ rows: ClosedRange<Int>, columns: ClosedRange<Int>? = nil) {
    names.append(NamedRange(name, SheetRange(rows, columns ?? 0...(widths.count - 1))))
  }

  /// Lets links lead to a row; the first row of a key keeps it.
  mutating func anchor(_ key: String, _ row: Int) {
    if anchors[key] == nil { anchors[key] = row }
  }

  /// Keeps rows on one page of a print, where a page can hold them.
  mutating func keepTogether(_ rows: ClosedRange<Int>) { keptTogether.append(rows) }

  func build() -> SheetModel {
    var sheet = SheetModel(
      name: name, columns: widths, rows: rows, frozenRows: frozenRows, frozenColumns: frozenColumns,
      filter: filter, repeatedRows: repeated, marks: marks, pageFoot: pageFoot)
    sheet.table = table
    sheet.charts = charts
    sheet.names = names
    sheet.anchors = anchors
    sheet.keptTogether = keptTogether
    return sheet
  }
}
