public import PlanModel

/// What a value was at an earlier time and what it is now, over the same units at both times.
///
/// A sum over five units is not smaller than one over seven because anything has fallen: only units that
/// have figures at both times are held against each other.
public struct Movement: Hashable, Sendable {
  /// The period it moves from.
  public let period: Period
  /// What there was then.
  public let earlier: Tally
  /// What there is now, of the same units.
  public let now: Tally
  /// The value then.
  public let from: Ratio
  /// The value now.
  public let to: Ratio
  /// How many units have figures at both times.
  public let units: Int
  /// Whether nothing is missing, neither then nor now.
  public let isWhole: Bool
}

extension Movement {
  /// The movement between two totals that nothing misses; nil of units that are counted while it is open
  /// how many of them meet what they owe.
  init?(
    from earlier: IndicatorCell, to now: IndicatorCell, since period: Period,
    of indicator: Indicator
  ) {
    let isCount = indicator.combination == .unitsMeeting
    if isCount, earlier.bounds != nil || now.bounds != nil { return nil }
    self.init(
      from: earlier.tally, to: now.tally, since: period, isCount: isCount, indicator,
      units: now.countedCount, isWhole: true)
  }

  /// `isCount`: the numerators count units, and are the values.
  fileprivate init?(
    from earlier: Tally, to now: Tally, since period: Period, isCount: Bool, _ indicator: Indicator,
    units: Int, isWhole: Bool
  ) {
    func value(_ tally: Tally) -> Ratio? {
      isCount ? tally.numerator.map { Ratio($0) } : tally.value(of: indicator)
    }
    guard let from = value(earlier), let to = value(now) else { return nil }
    self.init(
      period: period, earlier: earlier, now: now, from: from, to: to, units: units,
      isWhole: isWhole)
  }
}

extension Tally {
  /// Whether the numbers are the same, wherever they come from.
  func isSame(as other: Tally) -> Bool {
    numerator == other.numerator && denominator == other.denominator
  }
}

extension IndicatorAssessor {
  /// How the value of a group has moved since an earlier period; nil when no unit of it has figures at
  /// both times, or when its value is no sum and something is missing.
  func movement(of group: Group, since period: Period, _ earlier: Reading) -> Movement? {
    let present = reading(group.window)
    guard present.isWhole, earlier.isWhole else { return nil }
    let past = self.group(group.node, earlier)
    let isWhole =
      group.countsAll && past.countsAll
      && group.expected == past.expected
    if !group.isTotal || indicator.combination != .sum {
      guard isWhole, !group.isTotal || indicator.combination != .unitsMeeting,
        group.expected.allSatisfy({
          present.tallies[$0].isComparable && earlier.tallies[$0].isComparable
        })
      else { return nil }
      return Movement(
        from: tally(of: past), to: tally(of: group), since: period, isCount: false, indicator,
        units: group.expected.count, isWhole: true)
    }
    var (from, to) = (Tally(), Tally())
    var units = 0
    // both readings are of the same reporters, in the same places
    for place in group.node.places {
      let (now, then) = (present.tallies[place], earlier.tallies[place])
      // half a year of a unit that began or ended is not held against a whole one
      guard now.isComparable, then.isComparable else { continue }
      from.add(then.tally)
      to.add(now.tally)
      units += 1
    }
    return Movement(
      from: from, to: to, since: period, isCount: false, indicator, units: units,
      isWhole: isWhole)
  }
}
