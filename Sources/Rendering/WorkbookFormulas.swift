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
    case .difference(let left, let right): text(left) + "-" + operand(right)
    case .product(let left, let right): operand(left) + "*" + operand(right)
    case .quotient(let above, let below): operand(above) + "/" + operand(below)
    }
  }

  /// An operand, in brackets where it is itself an operation.
  private static func operand(_ formula: SheetFormula) -> String {
    switch formula {
    case .cell, .sum, .count: text(formula)
    case .constant(let number): number < .zero ? "(\(text(formula)))" : text(formula)
    case .difference, .product, .quotient: "(\(text(formula)))"
    }
  }

  private static func call(_ name: String, _ ranges: [SheetRange]) -> String {
    name + "(" + ranges.map(address).joined(separator: ",") + ")"
  }

  /// `A1`, `A1:B5`, `'Chỉ tiêu'!A1:B5`.
  private static func address(_ range: SheetRange) -> String {
    let first = CellAddress.letters(range.columns.lowerBound) + "\(range.rows.lowerBound + 1)"
    let last = CellAddress.letters(range.columns.upperBound) + "\(range.rows.upperBound + 1)"
    let cells = first == last ? first : first + ":" + last
    guard let sheet = range.sheet else { return cells }
    return "'" + sheet.replacing("'", with: "''") + "'!" + cells
  }
}
