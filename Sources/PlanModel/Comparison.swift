extension Target {
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
    /// More than a base, by so much or simply more.
    indirect case increase(Change)
    /// Less than a base, by so much or simply less.
    indirect case decrease(Change)
    /// At least one.
    case exists
  }

  /// A move against a base: "tăng 2 điểm % so với năm trước", "nâng cao tỉ lệ", "tinh giản 10%".
  public struct Change: Hashable, Sendable {
    /// How far it is to go.
    public enum Amount: Hashable, Sendable {
      /// A number; of a rate, a part of one: 0.02 are two percentage points.
      case by(FixedDecimal)
      /// A part of the base.
      case part(FixedDecimal)
    }

    /// What it is counted from.
    public enum Base: Hashable, Sendable {
      /// The figure of the same time last year.
      case previousYear
      /// The figure of the period before, as long as those the target is for.
      case previousPeriod
      /// A number at the end of a year.
      case fixed(Start)

      /// The number and its year, when the plan states them.
      public var start: Start? {
        guard case .fixed(let start) = self else { return nil }
        return start
      }
    }

    /// How far; nil when the plan gives a direction and no number: then there is nothing to judge.
    public let amount: Amount?
    /// What it is counted from.
    public let base: Base
    /// The number it is counted from; nil as long as it is not known.
    public let from: Ratio?
    /// What no value can exceed: the whole, of a share; nil where there is no such limit.
    public let ceiling: Ratio?
    /// What no value can be below: nothing, once the base is known; nil where there is no such limit.
    public let floor: Ratio?

    /// A change by `amount` against `base`; `from` is the base once it is known, `ceiling` and `floor` what no
    /// value can exceed or be below.
    public init(
      _ amount: Amount?, against base: Base, from: Ratio? = nil, ceiling: Ratio? = nil,
      floor: Ratio? = nil
    ) {
      self.amount = amount
      self.base = base
      self.from = from ?? base.start.map { Ratio($0.value) }
      self.ceiling = ceiling
      self.floor = floor
    }

    /// The base moved by the amount, up or down, as far as values go: of a share that was 99% two points
    /// more are the whole, and of one case two less are none. Nil when one of them is not known.
    fileprivate func level(up isUp: Bool) -> Ratio? {
      guard let moved = moved(up: isUp) else { return nil }
      if isUp { return ceiling.map { Swift.min(moved, $0) } ?? moved }
      return floor.map { Swift.max(moved, $0) } ?? moved
    }

    /// Whether it asks for a part of a base that is nothing: ten per cent more than none is no number.
    public var isPartOfNothing: Bool {
      if case .part = amount { return from == Ratio(.zero) }
      return false
    }

    private func moved(up isUp: Bool) -> Ratio? {
      guard let from, let amount, !isUp || !isPartOfNothing else { return nil }
      switch amount {
      case .by(let number): return from.plus(Ratio(isUp ? number : .zero - number))
      case .part(let part):
        let one = FixedDecimal(1)
        return from.multiplied(by: Ratio(isUp ? one + part : one - part))
      }
    }
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
    case .increase: "increase"
    case .decrease: "decrease"
    case .exists: "exists"
    }
  }

  /// The number a value must reach (or keep under): the lower bound of a range, the least that is still
  /// about a number, the base of a change moved by its amount, 1 for what must exist; nil where the plan
  /// sets none, or its base is not known.
  public var threshold: Ratio? {
    switch self {
    case .above(let value), .atLeast(let value), .below(let value), .atMost(let value),
      .exactly(let value), .maintain(let value), .between(let value, _):
      Ratio(value)
    case .about(let value, let tolerance): Ratio(value - tolerance)
    case .increase(let change): change.level(up: true)
    case .decrease(let change): change.level(up: false)
    case .exists: Ratio(FixedDecimal(1))
    }
  }

  /// The change it asks for; nil when it asks for a value.
  public var change: Target.Change? {
    switch self {
    case .increase(let change), .decrease(let change): change
    default: nil
    }
  }

  /// Whether the plan sets something that can be held against a value: a direction alone is nothing
  /// that is met or missed, nor is a rise by a part of nothing. (What was nothing can still be kept at it.)
  public var isJudged: Bool {
    if case .increase(let change) = self, change.isPartOfNothing { return false }
    return change.map { $0.amount != nil } ?? true
  }

  /// The same comparison with the number that its change is counted from, and what no value can exceed or
  /// be below.
  public func counted(
    from base: Ratio?, ceiling: Ratio? = nil, floor: Ratio? = nil
  ) -> Target.Comparison {
    func counted(_ change: Target.Change) -> Target.Change {
      Target.Change(
        change.amount, against: change.base, from: base, ceiling: ceiling, floor: floor)
    }
    return switch self {
    case .increase(let change): .increase(counted(change))
    case .decrease(let change): .decrease(counted(change))
    default: self
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

  /// Whether a value is past the upper end of what is to be hit, where more is no progress; never of what
  /// may grow without end.
  public func isPast(_ value: Ratio) -> Bool { turningPoints.last.map { value > $0 } ?? false }

  /// Whether a value is below the lower end of what is to be hit; never of what may fall without end.
  public func isBefore(_ value: Ratio) -> Bool { turningPoints.first.map { value < $0 } ?? false }

  /// Whether a higher value is better.
  public var favoursMore: Bool {
    switch self {
    case .below, .atMost, .decrease: false
    default: true
    }
  }

  /// Whether a value satisfies the comparison, exactly; nothing satisfies what has no number.
  public func isMet(by value: Ratio) -> Bool {
    guard let threshold else { return false }
    switch self {
    case .above: return value > threshold
    case .atLeast, .maintain, .between, .increase, .exists: return value >= threshold
    case .below: return value < threshold
    case .atMost, .decrease: return value <= threshold
    case .exactly: return value == threshold
    case .about(let centre, let tolerance):
      return value >= threshold && value <= Ratio(centre + tolerance)
    }
  }

  /// Whether a value goes beyond what the plan asks: only a range has an upper end to pass.
  public func isExceeded(by value: Ratio) -> Bool {
    guard case .between(_, let upper) = self else { return false }
    return value > Ratio(upper)
  }
}
