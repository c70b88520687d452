public import PlanModel

/// A rectangle of cells, both corners included; rows and columns count from 0.
public struct SheetRange: Hashable, Sendable {
  /// The sheet it is on; nil for the sheet of the formula itself.
  public let sheet: String?
  /// Its rows.
  public let rows: ClosedRange<Int>
  /// Its columns.
  public let columns: ClosedRange<Int>

  /// A rectangle of rows and columns.
  public init(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, on sheet: String? = nil) {
    self.rows = rows
    self.columns = columns
    self.sheet = sheet
  }

  /// One cell.
  public init(row: Int, _ column: Int, on sheet: String? = nil) {
    self.init(row...row, column...column, on: sheet)
  }

  /// The same cells, seen from another sheet.
  func on(_ sheet: String) -> SheetRange { SheetRange(rows, columns, on: sheet) }
}

/// An expression over cells: typed, so that no text of a submission can become part of a formula.
public indirect enum SheetFormula: Hashable, Sendable {
  /// The number in a cell.
  case cell(SheetRange)
  /// A number of the plan itself, or a factor.
  case constant(FixedDecimal)
  /// The sum of all numbers in some ranges; empty cells and texts count for nothing.
  case sum([SheetRange])
  /// How many cells of some ranges hold numbers.
  case count([SheetRange])
  /// How many cells of some ranges hold numbers that compare so with a number.
  case countWhere([SheetRange], Relation, FixedDecimal)
  /// In how many rows each range of a column holds its word; the ranges have the same rows.
  case countWords([WordCriterion])
  /// The rank of the number in a cell among those of a column whose row has a number above zero in a
  /// second one: 1 and how many are greater, or smaller where less is better.
  case rank(SheetRange, among: [RankedRange], smallestFirst: Bool)
  /// All of them together.
  case added([SheetFormula])
  /// The greater of two numbers.
  case greater(SheetFormula, SheetFormula)
  case difference(SheetFormula, SheetFormula)
  case product(SheetFormula, SheetFormula)
  /// A quotient; made only where its denominator is above zero.
  case quotient(SheetFormula, SheetFormula)
}

extension SheetFormula {
  /// How a number is compared.
  public enum Relation: String, Hashable, Sendable {
    case above = ">"
    case atLeast = ">="
    case below = "<"
    case atMost = "<="
    case equal = "="
  }

  /// Cells of one column, and the word they must hold: always one of the program's own words.
  public struct WordCriterion: Hashable, Sendable {
    /// The cells.
    public let range: SheetRange
    /// The word, whole.
    public let word: String

    /// Cells that hold a word.
    public init(_ range: SheetRange, _ word: String) {
      self.range = range
      self.word = word
    }
  }

  /// Cells of a column that are ranked, and the cells beside them that say which of them are.
  public struct RankedRange: Hashable, Sendable {
    /// The cells with the numbers.
    public let values: SheetRange
    /// The cells that hold a number above zero where the number counts; the same rows.
    public let flags: SheetRange

    /// Numbers and flags in the same rows.
    public init(_ values: SheetRange, flags: SheetRange) {
      self.values = values
      self.flags = flags
    }
  }

  /// How many cells a formula may name: more would not fit into the 8,192 characters of a formula.
  static let mostRanges = 200

  /// The sum of the cells of one column in some rows, neighbours taken together.
  ///
  /// Nil for no rows, and for more pieces than a formula holds.
  static func sum(ofRows rows: [Int], column: Int, on sheet: String? = nil) -> SheetFormula? {
    let ranges = SheetRange.runs(of: rows, column: column, on: sheet)
    return ranges.isEmpty || ranges.count > mostRanges ? nil : .sum(ranges)
  }
}

extension SheetRange {
  /// The cells of one column in ascending rows, neighbours taken together.
  static func runs(of rows: [Int], column: Int, on sheet: String? = nil) -> [SheetRange] {
    var runs: [ClosedRange<Int>] = []
    for row in rows {
      if let last = runs.last, last.upperBound + 1 == row {
        runs[runs.count - 1] = last.lowerBound...row
      } else {
        runs.append(row...row)
      }
    }
    return runs.map { SheetRange($0, column...column, on: sheet) }
  }
}

extension FixedDecimal {
  /// The exact product; nil when it is too large.
  func product(_ other: FixedDecimal) -> FixedDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    guard !overflow else { return nil }
    return FixedDecimal(product, fractionDigits: fractionDigits + other.fractionDigits)
  }
}
