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
      let new = figure.denominator.value, let past = context.earlierDenominators[key],
      let change = Ratio(
        new > past.denominator ? new - past.denominator : past.denominator - new,
        over: past.denominator),
      change > Ratio(limit)
    else { return }
    report(
      FindingCode.jump(
        indicator, from: past.denominator, in: past.period, to: new, limit: limit,
        at: layout.place(.denominator, row: figure.row)))
  }

  /// A count of what has been done so far is lower than it was.
  private mutating func checkFall(
    _ value: FixedDecimal, _ figure: Figure, _ indicator: Indicator, _ key: PastFigure.Key
  ) {
    guard !indicator.mayFall, indicator.numeratorKind == .stock,
      let past = context.earlierNumerators[key]?.last, value < past.value
    else { return }
    report(
      FindingCode.falls(
        indicator, from: past.value, in: past.period, to: value,
        at: layout.place(.numerator, row: figure.row)))
  }

  /// What happened in a period was typed as the sum since January: from the third period of a year on
  /// a figure that reaches the sum of those before it is more likely that sum than a record.
  private mutating func checkCumulation(
    _ value: FixedDecimal, _ figure: Figure, _ indicator: Indicator, _ key: PastFigure.Key
  ) {
    guard indicator.numeratorKind == .flow else { return }
    let year = context.period.yearToDate
    let earlier = (context.earlierNumerators[key] ?? []).filter { year.contains($0.period.span) }
    let sum = earlier.reduce(FixedDecimal.zero) { $0 + $1.value }
    guard earlier.count >= 2, earlier.filter({ $0.value > .zero }).count >= 2, value >= sum,
      let first = earlier.first, let last = earlier.last
    else { return }
    report(
      FindingCode.cumulative(
        indicator, value: value, sum: sum, from: first.period, to: last.period,
        at: layout.place(.numerator, row: figure.row)))
  }
}
