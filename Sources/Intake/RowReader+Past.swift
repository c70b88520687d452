import PlanModel

/// Figures held against those of the unit that were in force before.
extension RowReader {
  mutating func checkPast(_ plan: Plan) {
    for figure in content.figures where figure.plan == plan.code {
      guard let indicator = plan.indicator(figure.indicator) else { continue }
      let key = PastFigure.Key(plan: plan.code, indicator: figure.indicator)
      checkJump(figure, indicator, key)
      if let value = figure.numerator.value {
        checkFall(value, figure, indicator, key)
        checkCumulation(value, figure, indicator, key)
      }
    }
  }

  private mutating func checkJump(
    _ figure: Figure, _ indicator: Indicator, _ key: PastFigure.Key
  ) {
    let limit = context.office.organisation.denominatorChangeLimit
    guard indicator.isQuotient, indicator.denominatorKind == .stock,
      let new = figure.denominator.value,
      let past = context.earlier[key]?.last(where: { $0.denominator != nil }),
      let old = past.denominator,
      let change = Ratio(new > old ? new - old : old - new, over: old), change > Ratio(limit)
    else { return }
    report(
      FindingCode.jump(
        indicator, from: old, in: past.period, to: new, limit: limit,
        at: layout.place(.denominator, row: figure.row)))
  }

  /// A count of what has been done so far is lower than it was.
  private mutating func checkFall(
    _ value: FixedDecimal, _ figure: Figure, _ indicator: Indicator, _ key: PastFigure.Key
  ) {
    guard indicator.neverFalls,
      let past = context.earlier[key]?.last(where: { $0.numerator != nil }),
      let old = past.numerator, value < old
    else { return }
    report(
      FindingCode.fell(
        indicator, from: old, in: past.period, to: value,
        at: layout.place(.numerator, row: figure.row)))
  }

  /// Below it a figure as large as all before it is nothing remarkable: 3 after 1 and 2.
  private static let leastRemarkableSum = FixedDecimal(20)

  /// What happened in a period was typed as the sum since January: from the third period of a year on
  /// a figure that reaches the sum of those before it is more likely that sum than a record.
  private mutating func checkCumulation(
    _ value: FixedDecimal, _ figure: Figure, _ indicator: Indicator, _ key: PastFigure.Key
  ) {
    guard indicator.numeratorKind == .flow else { return }
    let year = context.period.yearToDate
    let earlier = (context.earlier[key] ?? []).filter {
      year.contains($0.period.span) && ($0.numerator ?? .zero) > .zero
    }
    let sum = earlier.compactMap(\.numerator).reduce(FixedDecimal.zero, +)
    guard earlier.count >= 2, sum >= Self.leastRemarkableSum, value >= sum,
      let first = earlier.first, let last = earlier.last
    else { return }
    report(
      FindingCode.cumulative(
        indicator, value: value, sum: sum, from: first.period, to: last.period,
        at: layout.place(.numerator, row: figure.row)))
  }
}
