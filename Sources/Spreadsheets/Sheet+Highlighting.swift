internal import CLibXLSXWriter

/// When a cell changes its looks. Always a formula: the library's other kinds of rules are written
/// for the wrong cell or read out of bounds.
public struct HighlightRule: Hashable, Sendable {
  /// How a cell is compared.
  public enum Comparison: String, Hashable, Sendable {
    /// Equal.
    case equal = "="
    /// Not equal.
    case notEqual = "<>"
    /// Greater.
    case greater = ">"
    /// Greater or equal.
    case atLeast = ">="
    /// Less.
    case less = "<"
    /// Less or equal.
    case atMost = "<="
  }

  /// True for the cells that change. Relative addresses are meant for the first cell of the range and
  /// move with the others.
  public let formula: String

  /// A rule by formula, with or without `=`.
  public init(formula: String) { self.formula = formula }

  /// Each cell of `range` compared with a number; empty cells and texts do not match.
  ///
  /// The value must be finite.
  public static func cell(
    of range: CellRange, _ comparison: Comparison, _ value: Double
  ) throws -> HighlightRule {
    guard value.isFinite else {
      throw SpreadsheetError.refused(.number, "HighlightRule", "\(value) is not a number")
    }
    let cell = range.first.a1
    let number = "\(value + 0)".uppercased()
    return HighlightRule(formula: "AND(ISNUMBER(\(cell)),\(cell)\(comparison.rawValue)\(number))")
  }

  /// Each cell of `range` that holds just this text (case does not count); at most 255 UTF-16 units.
  public static func cell(of range: CellRange, is text: String) throws -> HighlightRule {
    let clean = try CellText.clean(text, limit: 255, "HighlightRule")
    let quoted = clean.replacing("\"", with: "\"\"")
    return HighlightRule(formula: "\(range.first.a1)=\"\(quoted)\"")
  }
}

extension Sheet {
  /// Changes the looks of the cells of a range for which a rule holds. Earlier rules come first;
  /// `stop` leaves the later ones out where this one holds.
  public func highlight(
    _ range: CellRange, _ rule: HighlightRule, _ format: HighlightFormat, stop: Bool = false
  ) throws {
    let sheet = try open("highlight")
    let strings = CStrings()
    var library = lxw_conditional_format()
    library.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    library.value_string = strings.copy(try storedFormula(rule.formula, "highlight"))
    library.format = try workbook.highlight(format)
    library.stop_if_true = stop ? 1 : 0
    let (top, left, bottom, right) = range.corners
    try check(
      worksheet_conditional_format_range(sheet, top, left, bottom, right, &library),
      "worksheet_conditional_format_range")
    withExtendedLifetime(strings) {}
  }
}
