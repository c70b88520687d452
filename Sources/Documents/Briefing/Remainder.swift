import Assessment
import PlanModel

/// What a running target still asks of the periods left of its time.
struct Remainder {
  /// What is still needed in all.
  let amount: FixedDecimal
  /// How many reporting periods are left.
  let periods: Int
  /// What is needed in each of them, rounded up.
  let each: FixedDecimal
  /// The next period.
  let next: Period

  init?(_ standing: IndicatorStanding) {
    guard standing.isRunning, let amount = standing.lacking, let pace = standing.total?.pace,
      let next = standing.period.next, let cadence = standing.period.step.cadence
    else { return nil }
    let indicator = standing.indicator
    let periods = max(1, (pace.monthsInAll - pace.monthsElapsed) / cadence.months)
    let each = indicator.part(
      of: Ratio(amount), inEachOf: periods, counted: indicator.measure.isWhole)
    guard let each else { return nil }
    self.amount = amount
    self.next = next
    self.periods = periods
    self.each = each
  }
}
