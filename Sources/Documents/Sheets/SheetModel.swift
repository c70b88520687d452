public import PlanModel

/// One sheet of a workbook as neutral cells: what stands where and what part it plays, but no fonts.
///
/// Rows and columns count from 0. A renderer writes the cells and adds nothing up.
public struct SheetModel: Hashable, Sendable {
  /// The name on its tab.
  public var name: String
  /// The name that links know it by; a renderer may have had to give its tab another.
  public let origin: String
  /// The widths of its columns, in digits of the standard font.
  public var columns: [Double]
  /// Its rows from the top.
  public var rows: [SheetRow]
  /// How many rows at the top stay in view.
  public var frozenRows: Int
  /// How many columns at the left stay in view.
  public var frozenColumns: Int
  /// The table that gets filter buttons, its heading first; nil when there is none.
  public var filter: SheetRange?
  /// Rows printed on top of every page; nil when there are none.
  public var repeatedRows: ClosedRange<Int>?
  /// Cells that change their looks with their value.
  public var marks: [SheetMark]
  /// What stands at the foot of every printed page; nil when nothing does.
  public var pageFoot: String?
  /// The range that becomes a table of the reader's program; nil when there is none.
  public var table: SheetTable?
  /// Its drawings.
  public var charts: [SheetChart] = []
  /// Ranges that formulas and readers may call by a name.
  public var names: [NamedRange] = []
  /// Rows that links lead to, by what stands there.
  public var anchors: [String: Int] = [:]
  /// Rows that no page of a print should tear apart.
  public var keptTogether: [ClosedRange<Int>] = []

  /// A sheet of rows under a name, with columns of the given widths.
  public init(
    name: String, columns: [Double], rows: [SheetRow], frozenRows: Int = 0, frozenColumns: Int = 0,
    filter: SheetRange? = nil, repeatedRows: ClosedRange<Int>? = nil, marks: [SheetMark] = [],
    pageFoot: String? = nil
  ) {
    self.name = name
    origin = name
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
  public init(_ cells: [SheetCell], level: Int = 0) {
    self.cells = cells
    self.level = level
  }
}

/// One cell, or several of a row merged into one.
public struct SheetCell: Hashable, Sendable {
  /// What it holds.
  public var value: SheetValue
  // there may be millions of cells, so their numbers take no more room than they need
  private let firstColumn: UInt16
  private let columnCount: UInt16
  /// What part it plays and how its value is written.
  public let style: SheetStyle
  /// What hangs on it beside its value; mostly nothing.
  public var extras: [SheetExtra] = []

  /// A cell at a column.
  public init(_ column: Int, _ value: SheetValue, _ style: SheetStyle, span: Int = 1) {
    firstColumn = UInt16(column)
    columnCount = UInt16(span)
    self.value = value
    self.style = style
  }

  /// Its column, the first one when it spans several.
  public var column: Int { Int(firstColumn) }

  /// How many columns it spans, 1 or more.
  public var span: Int { Int(columnCount) }

  /// The cell, leading to a row of a sheet.
  func linked(to anchor: SheetAnchor, tip: String? = nil) -> SheetCell {
    adding(.link(anchor, tip: tip))
  }

  /// The cell with a comment; an empty one is none.
  func commented(_ text: String) -> SheetCell { text.isEmpty ? self : adding(.comment(text)) }

  private func adding(_ extra: SheetExtra) -> SheetCell {
    var copy = self
    copy.extras.append(extra)
    return copy
  }
}

/// What hangs on a cell beside its value.
public enum SheetExtra: Hashable, Sendable {
  /// It leads to a row; where no sheet has that row, nowhere.
  case link(SheetAnchor, tip: String?)
  /// A remark that is shown when it is pointed at.
  case comment(String)
}

/// A row of a sheet by what stands there: links are made before all rows have their numbers.
public struct SheetAnchor: Hashable, Sendable {
  /// The sheet.
  public let sheet: String
  /// The key of the row in its `anchors`.
  public let key: String

  /// The row of a key on a sheet.
  public init(_ key: String, on sheet: String) {
    self.sheet = sheet
    self.key = key
  }
}

/// What a cell holds. Text is never read as a number, a date or a formula.
public enum SheetValue: Hashable, Sendable {
  /// Nothing: a missing figure, never zero.
  case blank
  case text(String)
  /// A whole number, as nearly all are: there may be millions of cells, and it stands in the cell itself.
  case whole(Int)
  /// Any other exact number.
  indirect case ratio(Ratio)
  case date(CalendarDate)
  case moment(CivilTime)
  /// A formula and its exact result.
  indirect case formula(SheetFormula, result: Ratio)

  /// An exact number.
  public static func number(_ number: Ratio) -> SheetValue {
    number.denominator == FixedDecimal(1) ? figure(number.numerator) : .ratio(number)
  }

  /// A figure as an exact number; a missing one leaves the cell empty.
  public static func figure(_ figure: FixedDecimal?) -> SheetValue {
    guard let figure else { return .blank }
    let whole = figure.isWhole ? Int(exactly: figure.significand) : nil
    return whole.map { .whole($0) } ?? .ratio(Ratio(figure))
  }

  /// A count.
  public static func count(_ count: Int) -> SheetValue { .whole(count) }

  /// A formula whose result is a count.
  static func counted(_ formula: SheetFormula, _ result: Int) -> SheetValue {
    .formula(formula, result: Ratio(FixedDecimal(result)))
  }

  /// The number it shows, typed in or computed; nil when it shows none.
  public var number: Ratio? {
    switch self {
    case .whole(let number): Ratio(FixedDecimal(number))
    case .ratio(let number), .formula(_, let number): number
    case .blank, .text, .date, .moment: nil
    }
  }
}
