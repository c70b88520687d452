import PlanModel

extension Judgement {
  /// The target that applies to a value of an indicator in a window, with its time; nil when none does.
  ///
  /// `latest` is the period the newest figure comes from: a yearly figure carried forward is judged as
  /// of the year it speaks of.
  static func choose(
    for indicator: Indicator, in window: Window, of period: Period, plan: Plan, latest: Period?
  ) -> Judgement? {
    let moment = window == .point ? (latest ?? period).span.last : period.span.last
    return indicator.targets.lazy.compactMap { target in
      judgement(target, indicator, window, moment: moment, period: period, plan: plan)
    }.first
  }

  private static func judgement(
    _ target: Target, _ indicator: Indicator, _ window: Window, moment: CalendarDate,
    period: Period, plan: Plan
  ) -> Judgement? {
    let isFlow = indicator.numeratorKind == .flow
    switch target.schedule {
    case .every(let cadence, let from, let to):
      guard (from ?? plan.firstYear)...(to ?? plan.lastYear) ~= moment.year,
        window == .point || window == Self.window(of: cadence, in: period),
        let cycle = Period.containing(moment, cadence)
      else { return nil }
      let months = moment.month - cycle.span.first.month + 1
      return Judgement(
        target: target, isDue: moment == cycle.span.last, isFlow: isFlow,
        elapsed: (months, cadence.months))
    case .by(let year):
      guard window == .point || window == .term else { return nil }
      return Judgement(target: target, isDue: moment.year >= year, isFlow: isFlow, elapsed: nil)
    case .overTerm:
      guard window == .point || window == .term else { return nil }
      return Judgement(
        target: target, isDue: moment >= plan.term.last, isFlow: isFlow, elapsed: nil)
    }
  }

  /// The window in which a flow is held against a target of a cadence.
  private static func window(of cadence: Cadence, in period: Period) -> Window? {
    if cadence == .year { return .year }
    return cadence == period.cadence ? .period : nil
  }
}
