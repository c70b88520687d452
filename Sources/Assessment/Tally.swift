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

  /// What some say together; of one alone, what it says.
  init(sumOf parts: [UnitTally]) {
    self = parts.first?.tally ?? Tally()
    guard parts.count > 1 else { return }
    for part in parts.dropFirst() { addNumbers(of: part.tally) }
    let others = parts.dropFirst().lazy.map(\.tally.sources)
    sources.append(allOf: others, count: others.reduce(0) { $0 + $1.count })
  }

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

  private mutating func addNumbers(of other: Tally) {
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

/// A unit's own tally, and what is missing in it.
///
/// A class, because it is in the group of every unit above: made once, changed by nobody afterwards.
final class UnitTally {
  let unit: String
  var tally = Tally()
  /// The unit exists when the period ends, and a figure of the window is asked of it.
  var isOwed = false
  /// How many members the register gives the unit; nil when it does not know.
  var members: Int?
  /// The unit says this does not apply to it: it is then not expected either.
  var isNotApplicable = false
  /// The periods of the window without a figure; empty when complete.
  var gaps: [Period] = []
  /// What flowed, before it was put over a stock: a flow without one is part of no rate.
  var flowed = Tally()
  /// The stock that stands under a flow; nil when there is none.
  var stock: FixedDecimal?
  /// A stock that came only after figures of others were taken over, and may hold theirs.
  var lateStock: FixedDecimal?
  /// The other units whose figures are in it, as they were before a reorganisation.
  var convertedFrom: [String] = []
  /// Whether the office has not said how figures divide at a reorganisation inside the window.
  var isBroken = false
  /// The most that what is missing can add to the numerator; nil when nothing bounds it.
  var possibleGrowth: FixedDecimal? = .zero
  /// The most that what is missing can add to the denominator; nil when nothing bounds it.
  var possibleSize: FixedDecimal? = .zero

  init(unit: String) { self.unit = unit }

  /// Whether the unit has given no figure, nor said that it has none to give.
  var isSilent: Bool { tally.numerator == nil && flowed.numerator == nil && !isNotApplicable }
  var isExpected: Bool { isOwed && !isNotApplicable }
  var isComplete: Bool { gaps.isEmpty && tally.numerator != nil }
}
