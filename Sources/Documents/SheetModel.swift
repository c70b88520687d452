public import PlanModel

/// One sheet of a workbook as neutral cells: what stands where and what part it plays, but no fonts.
///
/// Rows and columns count from 0. A renderer writes the cells and adds nothing up.
public struct SheetModel: Hashable, Sendable {
  /// The name on its tab.
  public let name: String
  /// The widths of its columns, in digits of the standard font.
  public let columns: [Double]
  /// Its rows from the top.
  public let rows: [SheetRow]
  /// How many rows at the top stay in view.
  public let frozenRows: Int
  /// How many columns at the left stay in view.
  public let frozenColumns: Int
  /// The table that gets filter buttons, its heading first; nil when there is none.
  public let filter: SheetRange?
  /// Rows printed on top of every page; nil when there are none.
  public let repeatedRows: ClosedRange<Int>?
  /// Cells that change their looks with their value.
  public let marks: [SheetMark]

  /// What stands at the foot of every printed page; nil when nothing does.
  public let pageFoot: String?

  /// A sheet of rows under a name, with columns of the given widths.
  public init(
    name: String, columns: [Double], rows: [SheetRow], frozenRows: Int = 0, frozenColumns: Int = 0,
    filter: SheetRange? = nil, repeatedRows: ClosedRange<Int>? = nil, marks: [SheetMark] = [],
    pageFoot: String? = nil
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.filter = filter
    self.repeatedRows = repeatedRows
    self.marks = marks
    self.pageFoot = pageFoot
  }

  /// The cell that begins at a place; nil when none does.
  public func cell(_ row: Int, _ column: Int) -> SheetCell? {
    guard rows.indices.contains(row) else { return nil }
    return rows[row].cells.first { $0.column == column }
  }

  /// How many cells it has.
  public var cellCount: Int { rows.reduce(0) { $0 + $1.cells.count } }
}

/// One row of a sheet.
public struct SheetRow: Hashable, Sendable {
  /// Its cells, from left to right, without overlaps.
  public var cells: [SheetCell]
  /// How many rows stand above it in the hierarchy: the depth of its outline, 0 to 7.
  public var level: Int

  /// A row of cells.
  public init(_ cells: [SheetCell] = [], level: Int = 0) {
    self.cells = cells
    self.level = level
  }
}

/// One cell, or several of a row merged into one.
public struct SheetCell: Hashable, Sendable {
  /// Its column, the first one when it spans several.
  public let column: Int
  /// How many columns it spans, 1 or more.
  public let span: Int
  /// What it holds.
  public let value: SheetValue
  /// What part it plays and how its value is written.
  public let style: SheetStyle

  /// A cell at a column.
  public init(_ column: Int, _ value: SheetValue, _ style: SheetStyle, span: Int = 1) {
    self.column = column
    self.span = span
    self.value = value
    self.style = style
  }
}

/// What a cell holds. Text is never read as a number, a date or a formula.
public enum SheetValue: Hashable, Sendable {
  /// Nothing: a missing figure, never zero.
  case blank
  case text(String)
  /// An exact number.
  case number(Ratio)
  case date(CalendarDate)
  case moment(CivilTime)
  /// A formula and its exact result.
  case formula(SheetFormula, result: Ratio)

  /// A figure as an exact number; a missing one leaves the cell empty.
  public static func figure(_ figure: FixedDecimal?) -> SheetValue {
    figure.map { .number(Ratio($0)) } ?? .blank
  }

  /// A count.
  public static func count(_ count: Int) -> SheetValue {
    .number(Ratio(FixedDecimal(Int128(count))))
  }

  /// The number it shows, typed in or computed; nil when it shows none.
  public var number: Ratio? {
    switch self {
    case .number(let number), .formula(_, let number): number
    case .blank, .text, .date, .moment: nil
    }
  }
}

/// Cells that change their looks with their value.
public struct SheetMark: Hashable, Sendable {
  /// The cells.
  public let range: SheetRange
  /// The number above which they are marked.
  public let above: FixedDecimal
  /// How they are marked.
  public let tone: SheetStyle.Tone

  /// Marks the cells of `range` that hold a number above `above`.
  public init(_ range: SheetRange, above: FixedDecimal, _ tone: SheetStyle.Tone) {
    self.range = range
    self.above = above
    self.tone = tone
  }
}
