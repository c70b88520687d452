import Documents
import PlanModel
import Spreadsheets

/// Prints formulas as a workbook file stores them: English names, commas, no spaces.
enum WorkbookFormulas {
  /// The formula without its `=`.
  static func text(_ formula: SheetFormula) -> String {
    switch formula {
    case .cell(let range): address(range)
    case .constant(let number): number.plainText
    case .sum(let ranges): call("SUM", ranges)
    case .count(let ranges): call("COUNT", ranges)
    case .countWhere(let ranges, let relation, let bound):
      ranges.map { countWhere($0, relation, bound) }.joined(separator: "+")
    case .countWords(let criteria):
      "COUNTIFS("
        + criteria.map { "\(address($0.range)),\(quoted($0.word))" }.joined(separator: ",") + ")"
    case .rank(let cell, let ranges, let smallestFirst):
      "1" + ranges.map { "+" + better($0, than: cell, smallestFirst) }.joined()
    case .added(let parts): parts.map(operand).joined(separator: "+")
    case .greater(let left, let right): "MAX(\(text(left)),\(text(right)))"
    case .difference(let left, let right): text(left) + "-" + operand(right)
    case .product(let left, let right): operand(left) + "*" + operand(right)
    case .quotient(let above, let below): operand(above) + "/" + operand(below)
    }
  }

  /// An operand, in brackets where it is itself an operation.
  private static func operand(_ formula: SheetFormula) -> String {
    switch formula {
    case .cell, .sum, .count, .countWords, .greater: text(formula)
    case .constant(let number): number < .zero ? "(\(text(formula)))" : text(formula)
    case .countWhere(let ranges, _, _) where ranges.count == 1: text(formula)
    case .difference, .product, .quotient, .added, .rank, .countWhere: "(\(text(formula)))"
    }
  }

  private static func call(_ name: String, _ ranges: [SheetRange]) -> String {
    name + "(" + ranges.map { address($0) }.joined(separator: ",") + ")"
  }

  /// The number stands outside the quotation marks: inside, it would be read by the reader's locale.
  private static func countWhere(
    _ range: SheetRange, _ relation: SheetFormula.Relation, _ bound: FixedDecimal
  ) -> String {
    "COUNTIF(\(address(range)),\"\(relation.rawValue)\"&\(bound.plainText))"
  }

  /// How many numbers of a range rank before the one of a cell. Cells are compared as they are:
  /// COUNTIF would compare by fifteen digits, and RANK takes no rows out.
  private static func better(
    _ range: SheetFormula.RankedRange, than cell: SheetRange, _ smallestFirst: Bool
  ) -> String {
    let values = address(range.values, isFixed: true)
    let flags = address(range.flags, isFixed: true)
    let sign = smallestFirst ? "<" : ">"
    return "SUMPRODUCT(ISNUMBER(\(values))*(\(flags)>0)*(\(values)\(sign)\(address(cell))))"
  }

  private static func quoted(_ word: String) -> String {
    "\"" + word.replacing("\"", with: "\"\"") + "\""
  }

  /// `A1`, `A1:B5`, `'Biểu 01'!A1:B5`; fixed `A$1:A$9`, so that rows of one column read alike.
  static func address(_ range: SheetRange, isFixed: Bool = false) -> String {
    var text = ""
    if let sheet = range.sheet {
      text += SheetName.quoted(sheet)
      text += "!"
    }
    let sign = isFixed ? "$" : ""
    text += CellAddress.letters(range.columns.lowerBound)
    text += sign
    text += String(range.rows.lowerBound + 1)
    if range.rows.count > 1 || range.columns.count > 1 {
      text += ":"
      text += CellAddress.letters(range.columns.upperBound)
      text += sign
      text += String(range.rows.upperBound + 1)
    }
    return text
  }
}
