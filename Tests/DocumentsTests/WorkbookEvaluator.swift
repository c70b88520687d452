import Documents
import PlanModel

/// Computes formulas from the cells as a spreadsheet does: with binary numbers, empty cells left out.
///
/// It knows nothing of the results stored beside the formulas.
struct WorkbookEvaluator {
  let sheets: [String: SheetModel]

  init(_ sheets: [SheetModel]) {
    self.sheets = Dictionary(sheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number in a cell; nil for an empty one or a text.
  func value(_ row: Int, _ column: Int, on sheet: String) -> Double? {
    guard let cell = sheets[sheet]?.cell(row, column) else { return nil }
    switch cell.value {
    case .number(let number): return number.doubleValue
    case .formula(let formula, _): return value(formula, on: sheet)
    case .date(let date): return Double(date.dayNumber)
    case .moment(let moment): return Double(moment.date.dayNumber)
    case .text, .blank: return nil
    }
  }

  func value(_ formula: SheetFormula, on sheet: String) -> Double {
    switch formula {
    case .cell(let range):
      value(range.rows.lowerBound, range.columns.lowerBound, on: range.sheet ?? sheet) ?? 0
    case .constant(let number): number.doubleValue
    case .sum(let ranges): numbers(ranges, sheet).reduce(0, +)
    case .count(let ranges): Double(numbers(ranges, sheet).count)
    case .difference(let left, let right): value(left, on: sheet) - value(right, on: sheet)
    case .product(let left, let right): value(left, on: sheet) * value(right, on: sheet)
    case .quotient(let above, let below): value(above, on: sheet) / value(below, on: sheet)
    }
  }

  private func numbers(_ ranges: [SheetRange], _ sheet: String) -> [Double] {
    ranges.flatMap { range in
      range.rows.flatMap { row in
        range.columns.compactMap { value(row, $0, on: range.sheet ?? sheet) }
      }
    }
  }
}
