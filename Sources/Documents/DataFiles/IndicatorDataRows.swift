import Assessment
import PlanModel

/// The rows of one indicator in `indicators.csv`, in the order of `DataFiles.indicatorColumns`.
///
/// What row after row says alike is made ready once. All cells written by one of these must live as long as
/// it, for their targets are known by where they stand.
struct IndicatorDataRows {
  /// Plan and indicator.
  private let beginning: DataFileText.Cells
  private let period: String
  /// Windows, and each with the period.
  private var windows: [Window] = []
  private var times: [DataFileText.Cells] = []
  /// Targets, and each with its comparison.
  private var known: [ObjectIdentifier?] = []
  private var targets: [DataFileText.Cells] = []

  init(_ indicator: String, _ input: AssessmentInput) {
    beginning = DataFileText.Cells([input.plan.code, indicator])
    period = input.period.description
  }

  /// Writes the row of a cell and the target that binds it.
  mutating func write(_ cell: borrowing IndicatorCell, to text: inout DataFileText) {
    begin(cell, to: &text)
    add(cell.tally.numerator, cell.tally.denominator, cell.value, to: &text)
    text.add(targets[place(ofTargetOf: cell)])
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
    text.add(times[place(of: cell.window)])
  }

  private func end(
    _ cell: borrowing IndicatorCell, _ verdict: Verdict, to text: inout DataFileText
  ) {
    text.add(verdict.rawValue)
    text.add(cell.countedCount)
    text.add(cell.expectedCount)
    text.endRow()
  }

  // by their places, for handing out what is ready would count who holds it, row after row

  private mutating func place(of window: Window) -> Int {
    for place in windows.indices where windows[place] == window { return place }
    windows.append(window)
    times.append(DataFileText.Cells([period, window.rawValue]))
    return times.count - 1
  }

  private mutating func place(ofTargetOf cell: borrowing IndicatorCell) -> Int {
    let target = cell.targetIdentity
    for place in known.indices where known[place] == target { return place }
    // a handful, but for changes counted from figures, of which each unit has its own
    if known.count == 8 {
      known.removeAll(keepingCapacity: true)
      targets.removeAll(keepingCapacity: true)
    }
    known.append(target)
    targets.append(ready(cell.target))
    return targets.count - 1
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
