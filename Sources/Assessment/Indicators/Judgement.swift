import PlanModel

/// A target at work: with the time that has passed of the time it has.
///
/// A class, because every value that is held against the target refers to it.
final class Judgement: Sendable {
  let indicator: Indicator
  /// The target; of milestones the one in force, of a change with the number it is counted from.
  let target: Target
  /// Whether the target's time has come.
  let isDue: Bool
  /// Whether the value builds up over time, so that a part of it is due by a part of the time. A rate
  /// of two flows does not: nine tenths of the first quarter are nine tenths.
  let accumulates: Bool
  /// Whether the value can only grow: it builds up over a denominator that stays what it is.
  let onlyGrows: Bool
  /// Months passed and months in all, while the target is not due; nil where no pace is kept.
  let elapsed: (months: Int, of: Int)?
  /// Where the straight way to the target began; nil where there is no such way.
  let start: Ratio?
  /// Whether the target asks for a change whose base is an earlier figure, not a number of the plan.
  let isCountedFromFigure: Bool

  init(
    _ indicator: Indicator, _ target: Target, isDue: Bool, accumulates: Bool, onlyGrows: Bool,
    elapsed: (months: Int, of: Int)?, start: Ratio?
  ) {
    self.indicator = indicator
    self.target = target
    self.isDue = isDue
    self.accumulates = accumulates
    self.onlyGrows = onlyGrows
    self.elapsed = elapsed
    self.start = start
    isCountedFromFigure = target.comparison.change.map { $0.base.start == nil } ?? false
  }

  /// The same of another target.
  func with(_ target: Target) -> Judgement {
    Judgement(
      indicator, target, isDue: isDue, accumulates: accumulates, onlyGrows: onlyGrows,
      elapsed: elapsed, start: start)
  }

  private var comparison: Target.Comparison { target.comparison }

  /// Whether the way leads down to what is to be hit: from thirty offices to exactly ten.
  var leadsDown: Bool {
    guard let start, let top = comparison.turningPoints.last else { return false }
    return start > top
  }

  /// Whether there is a straight way from a known start to a target whose time is running.
  var isOnAWay: Bool { start != nil && !isDue }

  /// What a value should be by now; nil where that cannot be said.
  ///
  /// On a straight way from a known start: the point of the line. Of what builds up: the part of the
  /// number that is as large as the part of the time. Else the number itself.
  var levelByNow: Ratio? {
    guard let threshold = leadsDown ? comparison.turningPoints.last : comparison.threshold
    else { return nil }
    guard !isDue, let elapsed else { return threshold }
    if let start { return start.onTheWay(to: threshold, part: elapsed.months, of: elapsed.of) }
    guard accumulates, comparison.favoursMore else { return threshold }
    return Ratio(FixedDecimal(0)).onTheWay(to: threshold, part: elapsed.months, of: elapsed.of)
  }

  /// The verdict on a value, exactly.
  func verdict(on value: Ratio) -> Verdict {
    guard comparison.isJudged else { return .noVerdict }
    // a change against a figure that nobody has: there is no ground to judge on
    guard comparison.threshold != nil else { return .insufficient }
    let isMet = comparison.isMet(by: value)
    if isDue || isSettled(value, isMet: isMet) {
      return comparison.isExceeded(by: value) ? .exceeded : isMet ? .met : .notMet
    }
    guard elapsed != nil, let level = levelByNow else { return .inProgress }
    if start != nil { return isOnTheWay(value, level) ? .onTrack : .behind }
    if !accumulates || !comparison.favoursMore { return isMet ? .onTrack : .behind }
    return isInStep(value, level) ? .onTrack : .behind
  }

  /// Whether a verdict is the same however much comes to a value that a part is missing of.
  func holds(_ verdict: Verdict, ifMoreComesTo value: Ratio) -> Bool {
    if verdict == .noVerdict || verdict == .inProgress { return true }
    // a rate of two flows may go either way
    guard onlyGrows else { return false }
    let most = Ratio(FixedDecimal(FixedDecimal.power(ofTen: FixedDecimal.maximumDigits)))
    return (comparison.turningPoints.filter { $0 > value } + [most])
      .allSatisfy { self.verdict(on: $0) == verdict }
  }

  /// Whether a value has come at least as far as the line; who has arrived early is not behind it.
  private func isOnTheWay(_ value: Ratio, _ level: Ratio) -> Bool {
    comparison.isMet(by: value) || isInStep(value, level)
  }

  /// Whether a value that goes on as it came meets the target in the end: one that must be passed is not
  /// passed by whoever has just kept up.
  private func isInStep(_ value: Ratio, _ level: Ratio) -> Bool {
    // who has come down further than what is to be hit has missed it
    if leadsDown { return value <= level && !comparison.isBefore(value) }
    return switch comparison {
    case .above: value > level
    case .below: value < level
    default: comparison.favoursMore ? value >= level && !comparison.isPast(value) : value <= level
    }
  }

  /// Before its time a target is settled when it must hold always, or a growing sum has passed it.
  private func isSettled(_ value: Ratio, isMet: Bool) -> Bool {
    switch comparison {
    case .maintain: return true
    // what must be hit is missed for good by what can only grow, once it has grown past it
    case .exactly, .about:
      return onlyGrows && comparison.isPast(value)
    // the earlier figure a change is held against grows with the year too
    case .increase(let change), .decrease(let change):
      guard onlyGrows, change.base.start != nil else { return false }
    default:
      guard onlyGrows else { return false }
    }
    return comparison.favoursMore ? isMet : !isMet
  }
}

extension FixedDecimal {
  /// The number times a small whole number.
  func scaled(by factor: Int) -> FixedDecimal {
    FixedDecimal(significand * Int128(factor), fractionDigits: fractionDigits)
  }

  /// The exact product; nil when it is too large to go on calculating with.
  func times(_ other: FixedDecimal) -> FixedDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    guard !overflow, product.magnitude < Self.power(ofTen: 36).magnitude else { return nil }
    return FixedDecimal(product, fractionDigits: fractionDigits + other.fractionDigits)
  }
}
