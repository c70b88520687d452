internal import CLibXLSXWriter

/// When a cell changes its looks. Always a formula: the library's other kinds of rules are written
/// for the wrong cell or read out of bounds.
public struct HighlightRule: Hashable, Sendable {
  /// True for the cells that change. Relative addresses are meant for the first cell of the range and
  /// move with the others.
  public let formula: String

  /// A rule by formula, with or without `=`.
  public init(formula: String) { self.formula = formula }

  /// Each cell of `range` that holds a number above this one, which must be finite.
  public static func cell(of range: CellRange, above value: Double) throws -> HighlightRule {
    guard value.isFinite else {
      throw SpreadsheetError.refused(.number, "HighlightRule", "\(value) is not a number")
    }
    let cell = range.first.a1
    let number = "\(value + 0)".uppercased()
    return HighlightRule(formula: "AND(ISNUMBER(\(cell)),\(cell)>\(number))")
  }

  /// Each cell of `range` that holds just this text (case does not count); at most 255 UTF-16 units.
  public static func cell(of range: CellRange, is text: String) throws -> HighlightRule {
    let clean = try CellText.clean(text, limit: 255, "HighlightRule")
    let quoted = clean.replacing("\"", with: "\"\"")
    return HighlightRule(formula: "\(range.first.a1)=\"\(quoted)\"")
  }
}

extension Sheet {
  /// Changes the looks of the cells of a range for which a rule holds. Earlier rules come first.
  public func highlight(
    _ range: CellRange, _ rule: HighlightRule, _ format: HighlightFormat
  ) throws {
    let sheet = try unsafe open("highlight")
    let strings = CStrings()
    var library = unsafe lxw_conditional_format()
    unsafe library.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    unsafe library.value_string = unsafe strings.copy(try storedFormula(rule.formula, "highlight"))
    unsafe library.format = unsafe try workbook.highlight(format)
    let (top, left, bottom, right) = range.corners
    try unsafe check(
      worksheet_conditional_format_range(sheet, top, left, bottom, right, &library),
      "worksheet_conditional_format_range")
    withExtendedLifetime(strings) {}
  }
}
