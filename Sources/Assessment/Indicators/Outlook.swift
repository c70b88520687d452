public import PlanModel

/// Whether a running target will be reached if nothing changes: an estimate, made by one stated method.
///
/// The method is the mean of the periods passed, carried on: what accumulates goes on by as much in each
/// period as it did since the way to the target began; a level that has a starting point goes on along the
/// line from there through the present value; without one its first figure since the plan began is where it
/// starts. Exact fractions throughout. There is none under two periods passed, none once the target is due,
/// none where missing figures could turn the verdict, or the first figure is of other units than the present
/// one, and none of a pace that ends between the last whole number that misses the target and the first
/// that meets it, or the last that hits it and the first that is past it: which of the two it will be a mean
/// does not say.
public struct Outlook: Hashable, Sendable {
  /// The fewest periods that must have passed.
  static let fewestPeriods = 2

  /// The periods of the target's time that have passed.
  public let periodsPassed: Int
  /// The periods that are left.
  public let periodsLeft: Int
  /// What there is at the end if it goes on so: never below zero, of a share never more than the whole, of
  /// units never more than owe it.
  public let projected: Ratio
  /// What must be reached: a number, or a level where `isRate`.
  public let goal: Ratio
  /// What each period has brought on average.
  public let perPeriod: Ratio
  /// What each period left must bring, never too little: rounded up to what can be counted or is printed.
  public let perPeriodNeeded: Ratio
  /// Whether the target is met if it goes on so.
  public let isMet: Bool
  /// Whether it then is more than what was to be hit.
  public let isPast: Bool
  /// Whether levels are spoken of, not numbers.
  public let isRate: Bool
  /// Whether it is a level that rises or falls, not a number that builds up.
  public let isLevel: Bool
  /// The period of the first figure, where the level starts from that.
  public let since: Period?

  /// The outlook of an indicator's total in a period.
  public init?(_ assessment: IndicatorAssessment, in period: Period) {
    guard let cell = assessment.total, let cadence = period.cadence,
      [.onTrack, .behind, .inProgress].contains(cell.verdict)
    else { return nil }
    let indicator = assessment.indicator
    let counts = indicator.combination == .unitsMeeting
    let accumulates = indicator.numeratorKind == .flow || counts
    guard let (line, since) = Self.line(assessment, cell, accumulates: accumulates, in: period)
    else {
      return nil
    }
    self.since = since
    let passed = line.elapsed / cadence.months
    let left = (line.inAll - line.elapsed) / cadence.months
    // of what is not to happen at all nothing is on its way
    guard passed >= Self.fewestPeriods, left > 0, !accumulates || line.goal > Ratio(.zero) else {
      return nil
    }
    let end = line.end(limitedTo: accumulates ? Self.most(indicator, cell) : Self.whole(indicator))
    guard let end, let gone = line.now.less(line.start)?.over(passed),
      let missing = line.goal.less(line.now).map({ max($0, Ratio(.zero)) })
    else { return nil }
    isRate = !accumulates && indicator.measure.hasDenominator
    isLevel = !accumulates || since != nil
    let isWhole = !isRate && (counts || indicator.measure.isWhole)
    periodsPassed = passed
    periodsLeft = left
    projected = end
    goal = line.goal
    perPeriod = gone
    let needed =
      isRate
      ? indicator.points(of: missing, inEachOf: left)
      : indicator.part(of: missing, inEachOf: left, counted: isWhole)
    guard let needed else { return nil }
    perPeriodNeeded = Ratio(needed)
    let comparison = cell.target?.comparison
    let value = accumulates ? Self.value(of: end, indicator, cell) : end
    isPast = value.flatMap { comparison?.isPast($0) } ?? false
    let meets = value.map { comparison?.isMet(by: $0) ?? false }
    let reachesGoal = end >= line.goal
    // the verdict, which knows no whole numbers, calls that on track
    if since == nil, isWhole, !reachesGoal, meets == true { return nil }
    if isWhole, isPast, !Self.isPast(beforeReaching: end, indicator, cell) { return nil }
    isMet = (reachesGoal || !isWhole) && meets ?? true
  }

  /// Whether the last whole number before an end, or the end itself where it is one, is more than what is to
  /// be hit.
  private static func isPast(
    beforeReaching end: Ratio, _ indicator: Indicator, _ cell: IndicatorCell
  ) -> Bool {
    guard let next = end.roundedUp(toFractionDigits: 0), Ratio(next) != end else { return true }
    let last = Ratio(next - FixedDecimal(1))
    let value = indicator.numeratorKind == .flow ? value(of: last, indicator, cell) : last
    return value.flatMap { cell.target?.comparison.isPast($0) } ?? true
  }

  /// The way to the goal, from where the pace has it or from the first figure, whose period it then is.
  private static func line(
    _ assessment: IndicatorAssessment, _ cell: IndicatorCell, accumulates: Bool,
    in period: Period
  ) -> (line: Line, since: Period?)? {
    let indicator = assessment.indicator
    guard let pace = cell.pace, pace.monthsElapsed < pace.monthsInAll else {
      return assessment.beginning.flatMap { first in
        Line(since: first, cell, indicator, in: period).map { ($0, first.period) }
      }
    }
    let found =
      accumulates
      ? Line(ofNumber: cell, pace, isQuotient: indicator.isQuotient)
      : Line(ofLevel: cell, pace, indicator)
    return found.map { ($0, nil) }
  }

  /// What a number that has built up is held against the target as; nil of units that meet something, of
  /// which there are never too many.
  private static func value(
    of number: Ratio, _ indicator: Indicator, _ cell: IndicatorCell
  ) -> Ratio? {
    if indicator.combination == .unitsMeeting { return nil }
    guard indicator.isQuotient else { return number }
    return cell.tally.denominator.flatMap { Ratio(FixedDecimal(1), over: $0) }
      .flatMap(number.multiplied)
  }

  /// Of units that meet something there are no more than owe it, and a part is no more than its whole as it
  /// stands now.
  private static func most(_ indicator: Indicator, _ cell: IndicatorCell) -> Ratio? {
    if indicator.combination == .unitsMeeting {
      return Ratio(FixedDecimal(cell.expectedUnits.count))
    }
    return indicator.measure == .share ? cell.tally.denominator.map { Ratio($0) } : nil
  }

  private static func whole(_ indicator: Indicator) -> Ratio? {
    indicator.measure == .share ? Ratio(FixedDecimal(1)) : nil
  }
}

/// The straight way from where a target began, through what there is now.
private struct Line {
  let start: Ratio
  let now: Ratio
  let goal: Ratio
  let elapsed: Int
  let inAll: Int

  /// A number that began at nothing, or where the way to the target begins: number = start + (goal - start)
  /// e / n, as of a level.
  init?(ofNumber cell: IndicatorCell, _ pace: Pace, isQuotient: Bool) {
    guard let number = cell.tally.numerator else { return nil }
    now = Ratio(number)
    if let byNow = pace.levelByNow, let goal = cell.target?.comparison.threshold,
      let whole = isQuotient ? cell.tally.denominator : FixedDecimal(1)
    {
      guard
        let start = byNow.times(pace.monthsInAll)?.less(goal.times(pace.monthsElapsed))?
          .over(pace.monthsInAll - pace.monthsElapsed)?.multiplied(by: Ratio(whole))
      else { return nil }
      self.start = start
    } else {
      start = Ratio(.zero)
    }
    goal = Ratio(pace.needed)
    elapsed = pace.monthsElapsed
    inAll = pace.monthsInAll
  }

  /// A level whose start follows from where it should be by now: level = start + (threshold - start) e / n.
  init?(ofLevel cell: IndicatorCell, _ pace: Pace, _ indicator: Indicator) {
    let left = pace.monthsInAll - pace.monthsElapsed
    guard let value = cell.value, let threshold = cell.target?.comparison.threshold,
      let start = pace.levelByNow?.times(pace.monthsInAll)?
        .less(threshold.times(pace.monthsElapsed))?.over(left)
    else { return nil }
    self.start = start
    now = value
    goal = indicator.measure == .count ? Ratio(pace.needed) : threshold
    elapsed = pace.monthsElapsed
    inAll = pace.monthsInAll
  }

  /// A level that started at its first figure and has a year to be reached by; months are counted from
  /// that figure.
  init?(
    since first: IndicatorAssessment.Comparison, _ cell: IndicatorCell, _ indicator: Indicator,
    in period: Period
  ) {
    // what is counted reaches a number that meets the target, not one that must be passed
    let counts = indicator.combination == .unitsMeeting || indicator.measure == .count
    guard first.isLikeForLike, let movement = first.movement, let target = cell.target,
      target.comparison.favoursMore, let year = target.yearToReach,
      let goal = counts ? cell.pace.map({ Ratio($0.needed) }) : target.comparison.threshold
    else { return nil }
    start = movement.from
    now = movement.to
    self.goal = goal
    elapsed = first.period.span.last.months(until: period.span.last)
    inAll = elapsed + (year - period.span.last.year) * 12 + 12 - period.span.last.month
  }

  /// Where it leads when the time is over.
  func end(limitedTo most: Ratio?) -> Ratio? {
    guard let end = now.less(start)?.times(inAll)?.over(elapsed)?.plus(start) else { return nil }
    return max(Ratio(.zero), most.map { min(end, $0) } ?? end)
  }
}

extension Target {
  /// The year by whose end it is to be reached, as a milestone in force is too; nil where it has none.
  fileprivate var yearToReach: Int? {
    guard case .by(let year) = schedule else { return nil }
    return year
  }
}

extension CalendarDate {
  fileprivate func months(until later: CalendarDate) -> Int {
    (later.year - year) * 12 + later.month - month
  }
}

extension Ratio {
  fileprivate func less(_ other: Ratio?) -> Ratio? {
    guard let other else { return nil }
    return Ratio(.zero - other.numerator, over: other.denominator).flatMap(plus)
  }

  fileprivate func times(_ factor: Int) -> Ratio? {
    multiplied(by: Ratio(FixedDecimal(factor)))
  }

  fileprivate func over(_ parts: Int) -> Ratio? {
    Ratio(FixedDecimal(1), over: FixedDecimal(parts)).flatMap(multiplied)
  }
}
