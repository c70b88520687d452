import Assessment
import PlanModel

/// The row of `indicators.csv`, filled in again for every value: there are millions of them.
struct IndicatorDataRow {
  /// In the order of `DataFiles.indicatorColumns`.
  private(set) var cells: [DataCell]

  init(_ indicator: String, _ input: AssessmentInput) {
    cells = [DataCell](repeating: .none, count: DataFiles.indicatorColumns.count)
    cells[0] = .text(input.plan.code)
    cells[1] = .text(indicator)
    cells[3] = .text(input.period.description)
  }

  /// Hands over one row for each target that applies, the binding one first.
  mutating func forEach(of cell: IndicatorCell, _ body: ([DataCell]) -> Void) {
    show(cell)
    body(cells)
    for other in cell.others {
      show(other.target, other.value, other.verdict)
      body(cells)
    }
  }

  /// Shows a cell and the target that binds it.
  mutating func show(_ cell: IndicatorCell) {
    cells[2] = .text(cell.unit)
    cells[4] = .text(cell.window.rawValue)
    cells[5] = .number(cell.tally.numerator)
    cells[6] = .number(cell.tally.denominator)
    cells[11] = .count(cell.countedUnits.count)
    cells[12] = .count(cell.expectedUnits.count)
    show(cell.target, cell.value, cell.verdict)
  }

  private mutating func show(_ target: Target?, _ value: Ratio?, _ verdict: Verdict) {
    cells[7] =
      value?.rounded(toFractionDigits: 6).map { .number($0, fractionDigits: 6) } ?? .none
    cells[8] = target.map { .text($0.comparison.dataText) } ?? .none
    cells[9] = target.map { .text($0.comparison.name) } ?? .none
    cells[10] = .text(verdict.rawValue)
  }
}
