import PlanModel

/// Whose value is held against a target.
enum Standing {
  /// A unit's own.
  case unit
  /// The sum over units below some unit.
  case subtotal
  /// That of the whole organisation.
  case whole
}

extension Judgement {
  /// The target that applies to a value of an indicator in a window, with its time; nil when none does.
  ///
  /// `latest` is the period the newest figure comes from: a yearly figure carried forward is judged as
  /// of the year it speaks of.
  static func choose(
    for indicator: Indicator, in window: Window, of period: Period, plan: Plan, latest: Period?,
    standing: Standing
  ) -> Judgement? {
    let moment = window == .point ? (latest ?? period).span.last : period.span.last
    return indicator.targets(for: standing).lazy.compactMap { target in
      judgement(target, indicator, window, moment: moment, period: period, plan: plan)
    }.first
  }

  private static func judgement(
    _ target: Target, _ indicator: Indicator, _ window: Window, moment: CalendarDate,
    period: Period, plan: Plan
  ) -> Judgement? {
    let isRunning = window == .point || window == .term
    switch target.schedule {
    case .every(let cadence, let from, let to):
      guard from ?? plan.firstYear <= moment.year, moment.year <= to ?? plan.lastYear,
        window == .point || window == Self.window(of: cadence, in: period),
        let cycle = Period.containing(moment, cadence)
      else { return nil }
      let months = moment.month - cycle.span.first.month + 1
      return Judgement(
        target, indicator, isDue: moment == cycle.span.last, elapsed: (months, cadence.months))
    case .by(let year):
      guard isRunning, year == indicator.milestone(at: moment.year) else { return nil }
      return Judgement(target, indicator, isDue: moment >= .last(ofMonth: 12, year: year))
    case .overTerm:
      return isRunning ? Judgement(target, indicator, isDue: moment >= plan.term.last) : nil
    }
  }

  private init(
    _ target: Target, _ indicator: Indicator, isDue: Bool, elapsed: (months: Int, of: Int)? = nil
  ) {
    let isFlow = indicator.numeratorKind == .flow
    self.init(
      target: target, isDue: isDue,
      accumulates: isFlow && (!indicator.isQuotient || indicator.denominatorKind == .stock),
      onlyGrows: isFlow
        && (!indicator.isQuotient
          || indicator.denominatorKind == .stock && indicator.denominatorTime == .yearStart),
      elapsed: elapsed)
  }

  /// The window in which a flow is held against a target of a cadence.
  private static func window(of cadence: Cadence, in period: Period) -> Window? {
    if cadence == .year { return .year }
    return cadence == period.cadence ? .period : nil
  }
}

extension Indicator {
  /// The targets a value can be held against: a rate that the whole must reach is a measure for each
  /// part too, a number that the whole must reach is not; and what each unit owes is no sum's to reach.
  fileprivate func targets(for standing: Standing) -> [Target] {
    if combination == .unitsMeeting { return targets }
    return targets.filter {
      $0.isPerUnit ? standing == .unit : isQuotient || standing == .whole
    }
  }

  /// Of the years by which something is to be reached, the next one; after all of them, the last.
  fileprivate func milestone(at year: Int) -> Int? {
    let years = targets.compactMap { target -> Int? in
      guard case .by(let year) = target.schedule else { return nil }
      return year
    }
    return years.filter { $0 >= year }.min() ?? years.max()
  }
}
