import Assessment
import PlanModel

/// The rows of one indicator in `indicators.csv`.
struct IndicatorDataRow {
  private let plan: String
  private let indicator: String
  private let period: String

  init(_ indicator: String, _ input: AssessmentInput) {
    plan = input.plan.code
    self.indicator = indicator
    period = input.period.description
  }

  /// Writes the row of a cell and one target that applies to it, in the order of
  /// `DataFiles.indicatorColumns`.
  func write(
    _ cell: IndicatorCell, _ target: Target?, _ value: Ratio?, _ verdict: Verdict,
    to writer: inout any DataRowWriter
  ) {
    writer.add(plan)
    writer.add(indicator)
    writer.add(cell.unit)
    writer.add(period)
    writer.add(cell.window.rawValue)
    add(cell.tally.numerator, to: &writer)
    add(cell.tally.denominator, to: &writer)
    add(value?.rounded(toFractionDigits: 6), fractionDigits: 6, to: &writer)
    writer.add(target?.comparison.dataText ?? "")
    writer.add(target?.comparison.name ?? "")
    writer.add(verdict.rawValue)
    writer.add(cell.countedCount)
    writer.add(cell.expectedUnits.count)
    writer.endRow()
  }

  private func add(
    _ number: FixedDecimal?, fractionDigits: Int = 0, to writer: inout any DataRowWriter
  ) {
    if let number {
      writer.add(number, fractionDigits: fractionDigits)
    } else {
      writer.add("")
    }
  }
}
