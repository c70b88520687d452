internal import PlanModel

/// A target and where it stands in its file.
struct PlacedTarget {
  let target: Target
  let cursor: YAMLCursor
}

/// Finds targets of one indicator that cannot be met together at one time, milestones that fall, and
/// targets that are never looked at because another one comes first.
struct TargetConflicts {
  /// Whether the indicator is a sum over time: then a year and the term are different sums.
  let isFlow: Bool

  func check(_ placed: [PlacedTarget], term: ClosedRange<Int>?) {
    for item in placed { checkMilestones(item) }
    guard let term else { return }
    for (place, later) in placed.enumerated() {
      for earlier in placed[..<place] {
        if report(later, against: earlier, term) { break }
      }
    }
  }

  /// A way that is to lead up must not lead down, nor the other way round.
  private func checkMilestones(_ item: PlacedTarget) {
    guard case .milestones(let milestones, let path) = item.target.schedule else { return }
    for (earlier, later) in zip(milestones, milestones.dropFirst()) {
      if path == .linear, earlier.comparison.favoursMore != later.comparison.favoursMore,
        let start = earlier.comparison.threshold, start.denominator == FixedDecimal(1),
        later.comparison.leadsBack(from: start.numerator)
      {
        item.cursor.add(.milestoneLeadsBack(later.year, after: earlier.year))
      }
      guard let old = earlier.comparison.threshold, let new = later.comparison.threshold,
        earlier.comparison.favoursMore == later.comparison.favoursMore,
        earlier.comparison.favoursMore ? new < old : new > old
      else { continue }
      item.cursor.add(
        .milestoneTurns(later.year, after: earlier.year, isUp: later.comparison.favoursMore))
    }
  }

  /// Notes what is wrong between two targets, or worth saying; false when there is nothing.
  private func report(
    _ later: PlacedTarget, against earlier: PlacedTarget, _ term: ClosedRange<Int>
  ) -> Bool {
    guard later.target.isPerUnit == earlier.target.isPerUnit else { return false }
    if fallsBack(later.target, behind: earlier.target) {
      later.cursor.add(.targetFallsBack(line: earlier.cursor.place.line))
      return true
    }
    var meet = false
    for new in Self.moments(later.target, term, isFlow: isFlow) {
      for old in Self.moments(earlier.target, term, isFlow: isFlow) where old.isSame(as: new) {
        meet = true
        if new.range.isDisjoint(from: old.range) {
          later.cursor.add(.targetsExclusive(line: earlier.cursor.place.line, year: new.year))
          return true
        }
        if new.isOutside(old) {
          later.cursor.add(.rangeOutside(line: earlier.cursor.place.line, year: new.year))
          return true
        }
      }
    }
    if meet { later.cursor.add(.targetHidden(line: earlier.cursor.place.line)) }
    return meet
  }

  /// By a later year less than by an earlier one.
  private func fallsBack(_ later: Target, behind earlier: Target) -> Bool {
    guard case .by(let first) = earlier.schedule, case .by(let second) = later.schedule,
      first != second, earlier.comparison.change == nil, later.comparison.change == nil,
      earlier.comparison.favoursMore == later.comparison.favoursMore,
      let old = earlier.comparison.threshold, let new = later.comparison.threshold
    else { return false }
    let isUp = later.comparison.favoursMore
    return (first < second) == isUp ? new < old : new > old
  }

  /// A target at one time: the end of a year, of the sums that are meant.
  private struct Moment {
    /// Sums of different spans are different numbers; stocks of one day are one number.
    let span: String
    let year: Int
    let comparison: Target.Comparison

    var range: ValueRange { ValueRange(comparison) }

    func isSame(as other: Moment) -> Bool { span == other.span && year == other.year }

    /// A range that reaches beyond what the other one asks, or the other way round.
    func isOutside(_ other: Moment) -> Bool {
      if case .between = comparison { return !range.isInside(other.range) }
      if case .between = other.comparison { return !other.range.isInside(range) }
      return false
    }
  }

  private static func moments(
    _ target: Target, _ term: ClosedRange<Int>, isFlow: Bool
  ) -> [Moment] {
    switch target.schedule {
    case .every(let cadence, let from, let to):
      let first = from ?? term.lowerBound
      return (first...max(first, to ?? term.upperBound)).map {
        Moment(
          span: isFlow ? cadence.rawValue : "", year: $0, comparison: target.comparison)
      }
    case .by(let year):
      return [Moment(span: isFlow ? "term" : "", year: year, comparison: target.comparison)]
    case .overTerm:
      return [
        Moment(
          span: isFlow ? "term" : "", year: term.upperBound, comparison: target.comparison)
      ]
    case .milestones(let milestones, _):
      return milestones.map {
        Moment(span: isFlow ? "term" : "", year: $0.year, comparison: $0.comparison)
      }
    }
  }
}

/// The values that meet a comparison, from one end to the other; nil has no end.
private struct ValueRange {
  private var low: Ratio?
  private var high: Ratio?
  private var isOpenLow = false
  private var isOpenHigh = false

  init(_ comparison: Target.Comparison) {
    switch comparison {
    case .above(let bound): (low, isOpenLow) = (Ratio(bound), true)
    case .atLeast(let bound), .maintain(let bound): low = Ratio(bound)
    case .below(let bound): (high, isOpenHigh) = (Ratio(bound), true)
    case .atMost(let bound): high = Ratio(bound)
    case .exactly(let bound): (low, high) = (Ratio(bound), Ratio(bound))
    case .between(let lower, let upper): (low, high) = (Ratio(lower), Ratio(upper))
    case .about(let centre, let tolerance):
      (low, high) = (Ratio(centre - tolerance), Ratio(centre + tolerance))
    // of a base that is not known yet nothing can be said
    case .increase, .exists: low = comparison.threshold
    case .decrease: high = comparison.threshold
    }
  }

  /// Whether no value is in both.
  func isDisjoint(from other: ValueRange) -> Bool { isBelow(other) || other.isBelow(self) }

  private func isBelow(_ other: ValueRange) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low || high == low && (isOpenHigh || other.isOpenLow)
  }

  /// Whether every value of it is in the other.
  func isInside(_ other: ValueRange) -> Bool {
    if let bound = other.low {
      guard let low, bound < low || bound == low && (isOpenLow || !other.isOpenLow) else {
        return false
      }
    }
    if let bound = other.high {
      guard let high, high < bound || bound == high && (isOpenHigh || !other.isOpenHigh) else {
        return false
      }
    }
    return true
  }
}
