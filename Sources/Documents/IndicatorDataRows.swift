import Assessment
import PlanModel

/// The rows of one indicator in `indicators.csv`, in the order of `DataFiles.indicatorColumns`.
///
/// What row after row says alike is made ready once.
struct IndicatorDataRows {
  /// Plan and indicator.
  private let beginning: DataFileText.Cells
  private let period: String
  /// Period and window.
  private var times: [(window: Window, cells: DataFileText.Cells)] = []
  /// Targets and their comparisons, each with a cell that is held against it.
  private var targets: [(cell: IndicatorCell, cells: DataFileText.Cells)] = []

  init(_ indicator: String, _ input: AssessmentInput) {
    beginning = DataFileText.Cells([input.plan.code, indicator])
    period = input.period.description
  }

  /// Writes the row of a cell and the target that binds it.
  mutating func write(_ cell: borrowing IndicatorCell, to text: inout DataFileText) {
    begin(cell, to: &text)
    add(cell.tally.numerator, cell.tally.denominator, cell.value, to: &text)
    text.add(ready(targetOf: cell))
    end(cell, cell.verdict, to: &text)
  }

  /// Writes the row of a cell and another target that applies to it: a count of the units that meet it is
  /// another under another target, numerator and all.
  mutating func write(
    _ cell: borrowing IndicatorCell, _ other: IndicatorCell.Outcome, to text: inout DataFileText
  ) {
    begin(cell, to: &text)
    add(other.numerator, other.denominator, other.value, to: &text)
    text.add(ready(other.target))
    end(cell, other.verdict, to: &text)
  }

  private mutating func begin(_ cell: borrowing IndicatorCell, to text: inout DataFileText) {
    text.add(beginning)
    text.add(cell.unit)
    text.add(ready(cell.window))
  }

  private func end(
    _ cell: borrowing IndicatorCell, _ verdict: Verdict, to text: inout DataFileText
  ) {
    text.add(verdict.rawValue)
    text.add(cell.countedCount)
    text.add(cell.expectedCount)
    text.endRow()
  }

  private mutating func ready(_ window: Window) -> DataFileText.Cells {
    if let known = times.first(where: { $0.window == window }) { return known.cells }
    let made = DataFileText.Cells([period, window.rawValue])
    times.append((window, made))
    return made
  }

  private mutating func ready(targetOf cell: borrowing IndicatorCell) -> DataFileText.Cells {
    for place in targets.indices where cell.hasTarget(of: targets[place].cell) {
      return targets[place].cells
    }
    let made = ready(cell.target)
    // a handful, but for changes counted from figures, of which each unit has its own
    if targets.count == 8 { targets.removeAll(keepingCapacity: true) }
    targets.append((copy cell, made))
    return made
  }

  private func ready(_ target: Target?) -> DataFileText.Cells {
    DataFileText.Cells([target?.comparison.dataText ?? "", target?.comparison.name ?? ""])
  }

  private func add(
    _ numerator: FixedDecimal?, _ denominator: FixedDecimal?, _ value: Ratio?,
    to text: inout DataFileText
  ) {
    add(numerator, to: &text)
    add(denominator, to: &text)
    add(value?.rounded(toFractionDigits: 6), fractionDigits: 6, to: &text)
  }

  private func add(
    _ number: FixedDecimal?, fractionDigits: Int = 0, to text: inout DataFileText
  ) {
    if let number {
      text.add(number, fractionDigits: fractionDigits)
    } else {
      text.add("")
    }
  }
}
