import PlanModel

/// Figures held against those of the unit that were in force before.
extension RowReader {
  mutating func checkPast(_ plan: AskedFigures.AskedPlan, _ earlier: EarlierFigures) {
    for place in content.figures.indices where plan.numbers.contains(numbers[place]) {
      let traits = context.asked.indicators[numbers[place]].traits
      if traits.contains(.mayJump), let value = content.figures[place].denominator.value {
        checkJump(value, place, plan, earlier)
      }
      guard !traits.isDisjoint(with: [.mayNotFall, .isFlow]),
        let value = content.figures[place].numerator.value
      else { continue }
      if traits.contains(.mayNotFall) { checkFall(value, place, plan, earlier) }
      if traits.contains(.isFlow) { checkCumulation(value, place, plan, earlier) }
    }
  }

  private mutating func checkJump(
    _ new: FixedDecimal, _ place: Int, _ plan: AskedFigures.AskedPlan, _ earlier: EarlierFigures
  ) {
    guard let (old, period) = earlier.lastDenominator(numbers[place]), new != old else { return }
    let limit = context.office.organisation.denominatorChangeLimit
    guard let change = Ratio(new > old ? new - old : old - new, over: old), change > Ratio(limit)
    else { return }
    report(
      FindingCode.jump(
        plan.indicator(numbers[place]), from: old, in: period, to: new, limit: limit,
        note: content.figures[place].note,
        at: layout.place(.denominator, row: content.figures[place].row)))
  }

  /// A count of what has been done so far is lower than it was.
  private mutating func checkFall(
    _ value: FixedDecimal, _ place: Int, _ plan: AskedFigures.AskedPlan, _ earlier: EarlierFigures
  ) {
    guard let (old, period) = earlier.lastNumerator(numbers[place]), value < old else { return }
    report(
      FindingCode.fell(
        plan.indicator(numbers[place]), from: old, in: period, to: value,
        note: content.figures[place].note,
        at: layout.place(.numerator, row: content.figures[place].row)))
  }

  /// Below it a figure as large as all before it is nothing remarkable: 3 after 1 and 2.
  private static let leastRemarkableSum = FixedDecimal(20)

  /// What happened in a period was typed as the sum since January: from the third period of a year on
  /// a figure that reaches the sum of those before it is more likely that sum than a record.
  private mutating func checkCumulation(
    _ value: FixedDecimal, _ place: Int, _ plan: AskedFigures.AskedPlan, _ earlier: EarlierFigures
  ) {
    var sum = FixedDecimal.zero
    var span: ClosedRange<Int>?
    for past in earlier.ofYear {
      guard let number = earlier.cell(past, numbers[place]).numerator, number > .zero else {
        continue
      }
      sum += number
      span = (span?.lowerBound ?? past)...past
    }
    guard let span, span.count >= 2, sum >= Self.leastRemarkableSum, value >= sum else { return }
    report(
      FindingCode.cumulative(
        plan.indicator(numbers[place]), value: value, sum: sum,
        from: earlier.periods[span.lowerBound], to: earlier.periods[span.upperBound],
        note: content.figures[place].note,
        at: layout.place(.numerator, row: content.figures[place].row)))
  }
}
