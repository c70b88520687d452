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
  public internal(set) var sources: Sources = []

  /// Nothing reported.
  public init() {}

  /// The value: numerator over denominator where the indicator has one.
  public func value(of indicator: Indicator) -> Ratio? {
    guard let numerator else { return nil }
    guard indicator.isQuotient else { return Ratio(numerator) }
    return denominator.flatMap { Ratio(numerator, over: $0) }
  }

  mutating func add(_ other: Tally) {
    addNumbers(of: other)
    sources += other.sources
  }

  mutating func addNumbers(of other: borrowing Tally) {
    numerator = sum(numerator, other.numerator)
    denominator = sum(denominator, other.denominator)
    if let period = other.latestPeriod {
      latestPeriod = latestPeriod.map { max($0, period) } ?? period
    }
  }
}

extension Tally {
  /// The part of a tally that goes elsewhere; nil when it is too large to go on calculating with.
  func scaled(by share: FixedDecimal) -> Tally? {
    if share == FixedDecimal(1) { return self }
    var part = self
    for number in [\Tally.numerator, \Tally.denominator] {
      guard let whole = self[keyPath: number] else { continue }
      guard let product = whole.times(share) else { return nil }
      part[keyPath: number] = product
    }
    return part
  }
}

/// Missing counts for nothing, but two missing figures stay missing.
func sum(_ left: FixedDecimal?, _ right: FixedDecimal?) -> FixedDecimal? {
  guard let left else { return right }
  return right.map { left + $0 } ?? left
}
