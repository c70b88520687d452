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

  /// What a row says of a cell, held against one target: a count of the units that meet it is another
  /// under another target, numerator and all.
  private struct Held {
    let target: Target?
    let numerator: FixedDecimal?
    let denominator: FixedDecimal?
    let value: Ratio?
    let verdict: Verdict
  }

  /// Writes the row of a cell and the target that binds it, in the order of
  /// `DataFiles.indicatorColumns`.
  func write(_ cell: IndicatorCell, to writer: inout any DataRowWriter) {
    write(
      cell,
      Held(
        target: cell.target, numerator: cell.tally.numerator,
        denominator: cell.tally.denominator, value: cell.value, verdict: cell.verdict),
      to: &writer)
  }

  /// Writes the row of a cell and another target that applies to it.
  func write(
    _ cell: IndicatorCell, _ other: IndicatorCell.Outcome, to writer: inout any DataRowWriter
  ) {
    write(
      cell,
      Held(
        target: other.target, numerator: other.numerator, denominator: other.denominator,
        value: other.value, verdict: other.verdict),
      to: &writer)
  }

  private func write(
    _ cell: IndicatorCell, _ held: Held, to writer: inout any DataRowWriter
  ) {
    writer.add(plan)
    writer.add(indicator)
    writer.add(cell.unit)
    writer.add(period)
    writer.add(cell.window.rawValue)
    add(held.numerator, to: &writer)
    add(held.denominator, to: &writer)
    add(held.value?.rounded(toFractionDigits: 6), fractionDigits: 6, to: &writer)
    writer.add(held.target?.comparison.dataText ?? "")
    writer.add(held.target?.comparison.name ?? "")
    writer.add(held.verdict.rawValue)
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
