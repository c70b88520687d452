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
  private var repeated: ClosedRange<Int>?
  /// What stands at the foot of every printed page.
  var pageFoot: String?

  init(_ name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  /// The number the next row gets.
  var nextRow: Int { rows.count }

  @discardableResult
  mutating func add(_ cells: [SheetCell] = [], level: Int = 0) -> Int {
    rows.append(SheetRow(cells, level: min(level, 7)))
    return rows.count - 1
  }

  /// Fills in a row that was added before what it needs was known.
  mutating func set(_ row: Int, _ cells: [SheetCell]) {
    guard rows.indices.contains(row) else { return }
    rows[row].cells = cells
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

  /// Marks numbers above zero in a column of some rows.
  mutating func mark(_ rows: ClosedRange<Int>, _ column: Int, _ tone: SheetStyle.Tone) {
    marks.append(SheetMark(SheetRange(rows, column...column), above: .zero, tone))
  }

  func build() -> SheetModel {
    SheetModel(
      name: name, columns: widths, rows: rows, frozenRows: frozenRows, frozenColumns: frozenColumns,
      filter: filter, repeatedRows: repeated, marks: marks, pageFoot: pageFoot)
  }
}
