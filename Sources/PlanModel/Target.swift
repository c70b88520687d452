/// What a plan asks of an indicator: a comparison, a value and when it applies.
///
/// Words of plans and their comparisons: "trên" is above, "từ ... trở lên" and "ít nhất" are at least,
/// "duy trì" is maintain, "đạt từ 3-4%" is between, with its lower bound as the threshold.
public struct Target: Hashable, Sendable {
  /// How a value is held against the number of the plan.
  public enum Comparison: Hashable, Sendable {
    case above(FixedDecimal)
    case atLeast(FixedDecimal)
    case below(FixedDecimal)
    case atMost(FixedDecimal)
    case exactly(FixedDecimal)
    /// Stay at (or over) the value all the time.
    case maintain(FixedDecimal)
    /// Reach the lower bound; over the upper bound is exceeded.
    case between(FixedDecimal, FixedDecimal)
    /// Within a tolerance of the value, both ends included.
    case about(FixedDecimal, tolerance: FixedDecimal)
  }

  /// When the target applies.
  public enum Schedule: Hashable, Sendable {
    /// Anew in every such period of the years given; nil bounds are the plan's term.
    case every(Cadence, from: Int?, to: Int?)
    /// By the end of a year.
    case by(Int)
    /// Over the whole term of the plan.
    case overTerm
  }

  /// The comparison.
  public let comparison: Comparison
  /// When it applies.
  public let schedule: Schedule
  /// Whether each unit must reach it by itself, so that the total counts the units that do.
  public let isPerUnit: Bool

  /// A comparison, its time, and whether each unit owes it.
  public init(_ comparison: Comparison, _ schedule: Schedule, isPerUnit: Bool = false) {
    self.comparison = comparison
    self.schedule = schedule
    self.isPerUnit = isPerUnit
  }
}

extension Target.Comparison {
  /// The key of plan files and of `data/indicators.csv`.
  public var name: String {
    switch self {
    case .above: "above"
    case .atLeast: "at_least"
    case .below: "below"
    case .atMost: "at_most"
    case .exactly: "exactly"
    case .maintain: "maintain"
    case .between: "between"
    case .about: "about"
    }
  }

  /// The number a value must reach (or keep under): the lower bound of a range.
  public var threshold: FixedDecimal {
    switch self {
    case .above(let value), .atLeast(let value), .below(let value), .atMost(let value),
      .exactly(let value), .maintain(let value), .between(let value, _):
      value
    case .about(let value, let tolerance): value - tolerance
    }
  }

  /// The values inside its range at which a rising value is met, or no longer met: those between which
  /// a value can be met although both a lower and a higher one are not.
  public var turningPoints: [Ratio] {
    switch self {
    case .exactly(let value): [Ratio(value)]
    case .about(let value, let tolerance): [Ratio(value - tolerance), Ratio(value + tolerance)]
    default: []
    }
  }

  /// Whether a higher value is better.
  public var favoursMore: Bool {
    switch self {
    case .below, .atMost: false
    default: true
    }
  }

  /// Whether a value satisfies the comparison, exactly.
  public func isMet(by value: Ratio) -> Bool {
    switch self {
    case .above(let bound): value > Ratio(bound)
    case .atLeast(let bound), .maintain(let bound), .between(let bound, _): value >= Ratio(bound)
    case .below(let bound): value < Ratio(bound)
    case .atMost(let bound): value <= Ratio(bound)
    case .exactly(let bound): value == Ratio(bound)
    case .about(let centre, let tolerance):
      value >= Ratio(centre - tolerance) && value <= Ratio(centre + tolerance)
    }
  }

  /// Whether a value goes beyond what the plan asks: only a range has an upper end to pass.
  public func isExceeded(by value: Ratio) -> Bool {
    guard case .between(_, let upper) = self else { return false }
    return value > Ratio(upper)
  }
}
