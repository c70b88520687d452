import PlanModel

/// The earlier values that changes of one indicator are counted from, each earlier period read once.
final class ChangeBases {
  private struct Key: Hashable {
    let period: Period
    let window: Window
  }

  private var values: [Key: [String: Ratio]] = [:]

  /// The value of a unit, or of all units under it, that a target's change is counted from; nil when
  /// there is none that nothing misses, or the plan states it itself.
  func value(
    of node: String, in window: Window, before target: Target, assessor: IndicatorAssessor
  ) -> Ratio? {
    guard let period = assessor.period.base(of: target) else { return nil }
    let key = Key(period: period, window: window)
    if let known = values[key] { return known[node] }
    let earlier = IndicatorAssessor(
      office: assessor.office, plan: assessor.plan, indicator: assessor.indicator, period: period,
      book: assessor.book, day: assessor.day, structures: assessor.structures)
    let read = earlier.values(in: window)
    values[key] = read
    return read[node]
  }
}

extension Period {
  /// The period whose figure a target's change is counted from: the same time last year, or the period
  /// before, as long as those the target is for.
  func base(of target: Target) -> Period? {
    switch target.comparison.change?.base {
    case .previousYear: return earlier(byMonths: 12)
    case .previousPeriod:
      guard case .every(let cadence, _, _) = target.schedule else { return previous }
      return earlier(byMonths: cadence.months)
    case .fixed, nil: return nil
    }
  }
}
