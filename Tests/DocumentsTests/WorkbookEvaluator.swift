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
    case .whole(let number): return Double(number)
    case .ratio(let number): return number.doubleValue
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
    case .countWhere(let ranges, let relation, let bound):
      Double(numbers(ranges, sheet).filter { holds(relation, $0, bound.doubleValue) }.count)
    case .countWords(let criteria): countWords(criteria, sheet)
    case .rank(let cell, let ranges, let smallestFirst):
      rank(cell, ranges, smallestFirst, sheet)
    case .added(let parts): parts.reduce(0) { $0 + value($1, on: sheet) }
    case .greater(let left, let right): max(value(left, on: sheet), value(right, on: sheet))
    case .difference(let left, let right): value(left, on: sheet) - value(right, on: sheet)
    case .product(let left, let right): value(left, on: sheet) * value(right, on: sheet)
    case .quotient(let above, let below): value(above, on: sheet) / value(below, on: sheet)
    }
  }

  private func holds(
    _ relation: SheetFormula.Relation, _ left: Double, _ right: Double
  ) -> Bool {
    switch relation {
    case .above: left > right
    case .atLeast: left >= right
    case .below: left < right
    case .atMost: left <= right
    case .equal: left == right
    }
  }

  private func countWords(_ criteria: [SheetFormula.WordCriterion], _ sheet: String) -> Double {
    let columns = criteria.map { criterion in
      criterion.range.rows.map { row -> Bool in
        let cell = sheets[criterion.range.sheet ?? sheet]?
          .cell(row, criterion.range.columns.lowerBound)
        return cell?.value == .text(criterion.word)
      }
    }
    let rows = columns.map(\.count).min() ?? 0
    return Double((0..<rows).filter { row in columns.allSatisfy { $0[row] } }.count)
  }

  private func rank(
    _ cell: SheetRange, _ ranges: [SheetFormula.RankedRange], _ smallestFirst: Bool,
    _ sheet: String
  ) -> Double {
    let own = value(.cell(cell), on: sheet)
    let better = ranges.reduce(0) { sum, range in
      sum
        + zip(range.values.rows, range.flags.rows).filter { row, flagRow in
          guard
            let number = value(
              row, range.values.columns.lowerBound, on: range.values.sheet ?? sheet),
            let flag = value(
              flagRow, range.flags.columns.lowerBound, on: range.flags.sheet ?? sheet), flag > 0
          else { return false }
          return smallestFirst ? number < own : number > own
        }.count
    }
    return Double(1 + better)
  }

  private func numbers(_ ranges: [SheetRange], _ sheet: String) -> [Double] {
    ranges.flatMap { range in
      range.rows.flatMap { row in
        range.columns.compactMap { value(row, $0, on: range.sheet ?? sheet) }
      }
    }
  }
}
