import PlanModel

/// What the units say of one indicator: each period and window is read once.
final class Readings {
  private struct Key: Hashable {
    let period: Period
    let window: Window
  }

  /// The numbers of the indicator.
  let series: FigureSeries
  private var known: [Key: Reading] = [:]

  /// No period read yet.
  init(of series: FigureSeries) { self.series = series }

  /// The reading of a period and window, made by `read` when it is asked for first.
  func reading(
    of period: Period, in window: Window, _ read: () -> Reading
  ) -> Reading {
    let key = Key(period: period, window: window)
    if let reading = known[key] { return reading }
    let reading = read()
    known[key] = reading
    return reading
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
      // a report over several of its periods looks back as far as it is long; but so much each quarter
      // is not so much a year
      if cadence.months < (self.cadence?.months ?? 12) {
        return target.comparison.change?.amount == nil ? previous : nil
      }
      return earlier(byMonths: cadence.months)
    case .fixed, nil: return nil
    }
  }
}
