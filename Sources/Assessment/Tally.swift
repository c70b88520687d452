public import PlanModel

/// What a unit, or a group of units, has reported for an indicator in a window.
public struct Tally: Hashable, Sendable {
  /// The numerator; nil is no figure, never zero.
  public internal(set) var numerator: FixedDecimal?
  /// The denominator; nil when there is none.
  public internal(set) var denominator: FixedDecimal?
  /// The latest period the figures come from; before the reporting period when carried forward.
  public internal(set) var latestPeriod: Period?
  /// The rows it was made from, in order.
  public internal(set) var sources: [Source] = []

  /// Nothing reported.
  public init() {}

  /// The value: numerator over denominator where the indicator has one.
  public func value(of indicator: Indicator) -> Ratio? {
    guard let numerator else { return nil }
    guard indicator.isQuotient else { return Ratio(numerator) }
    return denominator.flatMap { Ratio(numerator, over: $0) }
  }

  mutating func add(_ other: Tally) {
    numerator = sum(numerator, other.numerator)
    denominator = sum(denominator, other.denominator)
    latestPeriod = [latestPeriod, other.latestPeriod].compactMap(\.self).max()
    sources += other.sources
  }
}

/// Missing counts for nothing, but two missing figures stay missing.
func sum(_ left: FixedDecimal?, _ right: FixedDecimal?) -> FixedDecimal? {
  guard let left else { return right }
  return right.map { left + $0 } ?? left
}

/// A unit's own tally, and what is missing in it.
struct UnitTally {
  let unit: String
  var tally = Tally()
  /// The unit exists when the period ends, and a figure of the window is asked of it.
  var isOwed = false
  /// The unit says this does not apply to it: it is then not expected either.
  var isNotApplicable = false
  /// The periods of the window without a figure; empty when complete.
  var gaps: [Period] = []
  /// The most that what is missing can add to the numerator; nil when nothing bounds it.
  var possibleGrowth: FixedDecimal? = .zero
  /// The most that what is missing can add to the denominator; nil when nothing bounds it.
  var possibleSize: FixedDecimal? = .zero

  var isExpected: Bool { isOwed && !isNotApplicable }
  var isComplete: Bool { gaps.isEmpty && tally.numerator != nil }
}
