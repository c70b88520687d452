public import PlanModel

/// Whose value is held against a target.
enum Standing {
  /// A unit's own.
  case unit
  /// The sum over units below some unit.
  case subtotal
  /// That of the whole organisation.
  case whole
}

/// The targets of one indicator in one period, chosen once for all values of a kind.
final class TargetChoices {
  private struct Key: Equatable {
    let window: Window
    let latest: Period?
    let standing: Standing
  }

  /// A handful: looking through them is quicker than a dictionary.
  private var known: [(key: Key, judgements: [Judgement])] = []

  /// The targets that apply to a value; `latest` is the period its newest figure comes from.
  func judgements(
    _ window: Window, _ latest: Period?, _ standing: Standing, of assessor: IndicatorAssessor
  ) -> [Judgement] {
    let key = Key(window: window, latest: latest, standing: standing)
    for place in known.indices where known[place].key == key { return known[place].judgements }
    let judgements = TargetChoice(
      assessor.indicator, window, of: assessor.period, plan: assessor.plan, latest: latest,
      standing: standing
    ).judgements
    known.append((key, judgements))
    return judgements
  }
}

/// A value that looks for its target: of which indicator, in which window, as of when.
struct TargetChoice {
  let indicator: Indicator
  let plan: Plan
  let period: Period
  let window: Window
  let standing: Standing
  /// The last day the newest figure speaks of: a yearly figure carried forward is judged as of its year.
  let moment: CalendarDate

  /// `latest` is the period the newest figure comes from.
  init(
    _ indicator: Indicator, _ window: Window, of period: Period, plan: Plan, latest: Period?,
    standing: Standing
  ) {
    self.indicator = indicator
    self.plan = plan
    self.period = period
    self.window = window
    self.standing = standing
    moment = window == .point ? (latest ?? period).span.last : period.span.last
  }

  /// The targets that apply, with their times, in the plan's order.
  var judgements: [Judgement] {
    indicator.targets(for: standing).compactMap { judgement($0) }
  }

  /// Whether the window is one that what is to be reached by a year can be seen in.
  private var isRunning: Bool { window == .point || window == .term }

  private func judgement(_ target: Target) -> Judgement? {
    switch target.schedule {
    case .every(let cadence, let from, let to):
      guard from ?? plan.firstYear <= moment.year, moment.year <= to ?? plan.lastYear,
        window == .point || window == Self.window(of: cadence, target, in: period),
        let cycle = Period.containing(moment, cadence)
      else { return nil }
      let months = moment.month - cycle.span.first.month + 1
      return make(target, isDue: moment == cycle.span.last, elapsed: (months, cadence.months))
    case .by(let year):
      guard isRunning, year == indicator.nextYear(after: moment.year) else { return nil }
      return toward(target, year, from: target.start)
    case .overTerm:
      return isRunning ? make(target, isDue: moment >= plan.term.last) : nil
    case .milestones(let milestones, let path):
      return isRunning ? judgement(target, milestones, path) : nil
    }
  }

  /// Of milestones the one in force: step by step the last one reached, on a line the next one.
  private func judgement(
    _ target: Target, _ milestones: [Target.Milestone], _ path: Target.Path
  ) -> Judgement? {
    func due(_ milestone: Target.Milestone) -> Bool { moment >= .endOf(milestone.year) }
    let reached = milestones.last(where: due)
    let next = milestones.first { !due($0) }
    let isThere = reached.map { moment == .endOf($0.year) } ?? false
    switch path {
    case .step:
      guard let milestone = reached ?? next else { return nil }
      return toward(target.at(milestone), milestone.year, from: nil)
    case .linear:
      guard let milestone = isThere ? reached : next ?? reached else { return nil }
      let last = reached.flatMap { reached in
        reached.comparison.plainNumber.map { Target.Start(year: reached.year, $0) }
      }
      return toward(target.at(milestone), milestone.year, from: last ?? target.start)
    }
  }

  /// What is to be reached by the end of a year, on a straight way when it is known where that began.
  private func toward(_ target: Target, _ year: Int, from start: Target.Start?) -> Judgement {
    let isDue = moment >= .endOf(year)
    guard !isDue, let start, start.year < year, .endOf(start.year) < moment, isOnTheWay(start)
    else {
      return make(target, isDue: isDue)
    }
    let months = (moment.year - start.year - 1) * 12 + moment.month
    return make(
      target, isDue: false, elapsed: (months, (year - start.year) * 12), start: Ratio(start.value))
  }

  /// Whether the value can have been there: a sum over the term begins with nothing, and what an earlier year
  /// had is not in it.
  private func isOnTheWay(_ start: Target.Start) -> Bool {
    !accumulates || start.year >= plan.firstYear
      || start.year == plan.firstYear - 1 && start.value == .zero
  }

  private var accumulates: Bool {
    indicator.numeratorKind == .flow
      && (!indicator.isQuotient || indicator.denominatorKind == .stock)
  }

  private func make(
    _ target: Target, isDue: Bool, elapsed: (months: Int, of: Int)? = nil, start: Ratio? = nil
  ) -> Judgement {
    let isFlow = indicator.numeratorKind == .flow
    return Judgement(
      indicator, target, isDue: isDue,
      // what is held against an earlier figure is held against the same part of its year
      accumulates: accumulates
        && target.comparison.change.map { $0.base.start != nil } ?? true,
      onlyGrows: isFlow
        && (!indicator.isQuotient
          || indicator.denominatorKind == .stock && indicator.denominatorTime == .yearStart),
      elapsed: elapsed, start: start)
  }

  /// The window in which a flow is held against a target of a cadence; nil where none sums up just that.
  /// What begins with the year is summed up with it: the first half, in reports on its quarters, unless it
  /// is held against the half before, which did not.
  private static func window(
    of cadence: Cadence, _ target: Target, in period: Period
  ) -> Window? {
    if cadence == .year { return .year }
    if cadence == period.cadence { return .period }
    if target.comparison.change?.base == .previousPeriod { return nil }
    let cycle = Period.containing(period.span.last, cadence)
    return cycle?.span.first == period.yearToDate.first ? .year : nil
  }
}

extension CalendarDate {
  /// The last day of a year.
  fileprivate static func endOf(_ year: Int) -> CalendarDate { .last(ofMonth: 12, year: year) }
}

extension Target {
  /// One milestone as a target of its own.
  fileprivate func at(_ milestone: Milestone) -> Target {
    Target(milestone.comparison, .by(milestone.year), isPerUnit: isPerUnit)
  }
}

extension Target.Comparison {
  /// The number a line begins at or ends in, as the plan writes it.
  fileprivate var plainNumber: FixedDecimal? {
    threshold.flatMap { $0.denominator == FixedDecimal(1) ? $0.numerator : nil }
  }
}

extension Indicator {
  /// The target that says which end of an order of units is the good one, the same in every period and
  /// document; nil when the plan sets none.
  ///
  /// The first that units are held against, as the plan lists them. Not the one that binds: it is another
  /// for each unit and each quarter, and under a floor and a ceiling the whole order would turn with it.
  public var rankingTarget: Target? { targets(for: .unit).first ?? targets.first }

  /// Whether an end of an order of units is the good one: where the plan asks for nothing neither is, and
  /// between a floor and a ceiling, or close to a number, the first place may miss what it asks as well as
  /// the last.
  public var hasBestEnd: Bool {
    switch rankingTarget?.comparison {
    case nil, .about, .exactly: false
    default: Set(targets(for: .unit).map(\.comparison.favoursMore)).count < 2
    }
  }

  /// The targets a value can be held against: a rate that the whole must reach is a measure for each
  /// part too, a number that the whole must reach is not; and what each unit owes is no sum's to reach.
  fileprivate func targets(for standing: Standing) -> [Target] {
    if combination == .unitsMeeting { return targets }
    return targets.filter { target in
      if target.isPerUnit { return standing == .unit }
      return standing == .whole || isMeasureOfParts(target)
    }
  }

  /// A direction and a part of its own base are measures for everyone; the base that the plan states
  /// is that of the whole.
  private func isMeasureOfParts(_ target: Target) -> Bool {
    guard let change = target.comparison.change else { return isQuotient }
    if change.base.start != nil { return false }
    if case .by = change.amount { return isQuotient }
    return true
  }

  /// Of the years by which something is to be reached, the next one; after all of them, the last.
  fileprivate func nextYear(after year: Int) -> Int? {
    let years = targets.compactMap { target -> Int? in
      guard case .by(let year) = target.schedule else { return nil }
      return year
    }
    return years.filter { $0 >= year }.min() ?? years.max()
  }
}
