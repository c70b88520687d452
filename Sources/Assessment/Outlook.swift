public import PlanModel

/// Whether a running target will be reached if nothing changes: an estimate, made by one stated method.
///
/// The method is the mean of the periods passed, carried on: what accumulates goes on by as much in each
/// period as it did so far; a level that has a starting point goes on along the line from there through the
/// present value. Exact fractions throughout. There is none under two periods passed, none once the target
/// is due, and none where missing figures could turn the verdict.
public struct Outlook: Hashable, Sendable {
  /// The fewest periods that must have passed.
  public static let fewestPeriods = 2

  /// The periods of the target's time that have passed.
  public let periodsPassed: Int
  /// The periods that are left.
  public let periodsLeft: Int
  /// What there is at the end if it goes on so; never more than the whole of a share, never below zero.
  public let projected: Ratio
  /// What must be reached: a number, or a level where `isRate`.
  public let goal: Ratio
  /// What each period has brought on average.
  public let perPeriod: Ratio
  /// What each period left must bring.
  public let perPeriodNeeded: Ratio
  /// Whether the target is met if it goes on so.
  public let isMet: Bool
  /// Whether levels are spoken of, not numbers.
  public let isRate: Bool

  /// The outlook of an indicator's total in a period.
  public init?(_ assessment: IndicatorAssessment, in period: Period) {
    guard let cell = assessment.total, let pace = cell.pace, let cadence = period.cadence,
      [.onTrack, .behind, .inProgress].contains(cell.verdict),
      pace.monthsElapsed < pace.monthsInAll
    else { return nil }
    let passed = pace.monthsElapsed / cadence.months
    let left = (pace.monthsInAll - pace.monthsElapsed) / cadence.months
    guard passed >= Self.fewestPeriods, left > 0 else { return nil }
    let indicator = assessment.indicator
    let accumulates =
      indicator.numeratorKind == .flow || indicator.combination == .unitsMeeting
    guard
      let line = accumulates
        ? Line(ofNumber: cell, pace) : Line(ofLevel: cell, pace)
    else { return nil }
    let end = line.end(limitedTo: accumulates ? Self.most(indicator, cell) : Self.whole(indicator))
    guard let end, let gone = line.now.less(line.start)?.over(passed),
      let rest = line.goal.less(line.now).map({ max($0, Ratio(.zero)) })?.over(left)
    else { return nil }
    periodsPassed = passed
    periodsLeft = left
    projected = end
    goal = line.goal
    perPeriod = gone
    perPeriodNeeded = rest
    isRate = !accumulates && indicator.measure.hasDenominator
    isMet =
      accumulates ? end >= line.goal : cell.target?.comparison.isMet(by: end) ?? false
  }

  /// Of units that meet something there are no more than owe it.
  private static func most(_ indicator: Indicator, _ cell: IndicatorCell) -> Ratio? {
    indicator.combination == .unitsMeeting
      ? Ratio(FixedDecimal(Int128(cell.expectedUnits.count))) : nil
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

  /// A number that began at nothing.
  init?(ofNumber cell: IndicatorCell, _ pace: Pace) {
    guard let number = cell.tally.numerator else { return nil }
    start = Ratio(.zero)
    now = Ratio(number)
    goal = Ratio(pace.needed)
    elapsed = pace.monthsElapsed
    inAll = pace.monthsInAll
  }

  /// A level whose start follows from where it should be by now: level = start + (goal - start) e / n.
  init?(ofLevel cell: IndicatorCell, _ pace: Pace) {
    let left = pace.monthsInAll - pace.monthsElapsed
    guard let value = cell.value, let goal = cell.target?.comparison.threshold,
      let start = pace.levelByNow?.times(pace.monthsInAll)?
        .less(goal.times(pace.monthsElapsed))?.over(left)
    else { return nil }
    self.start = start
    now = value
    self.goal = goal
    elapsed = pace.monthsElapsed
    inAll = pace.monthsInAll
  }

  /// Where it leads when the time is over.
  func end(limitedTo most: Ratio?) -> Ratio? {
    guard let end = now.less(start)?.times(inAll)?.over(elapsed)?.plus(start) else { return nil }
    return max(Ratio(.zero), most.map { min(end, $0) } ?? end)
  }
}

extension Ratio {
  fileprivate func less(_ other: Ratio?) -> Ratio? {
    guard let other else { return nil }
    return Ratio(.zero - other.numerator, over: other.denominator).flatMap(plus)
  }

  fileprivate func times(_ factor: Int) -> Ratio? {
    multiplied(by: Ratio(FixedDecimal(Int128(factor))))
  }

  fileprivate func over(_ parts: Int) -> Ratio? {
    Ratio(FixedDecimal(1), over: FixedDecimal(Int128(parts))).flatMap(multiplied)
  }
}
