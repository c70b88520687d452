/// A rate as the two whole numbers it is made of.
public struct Rate: Hashable, Sendable {
  /// The cases that count.
  public let numerator: Int128
  /// All cases; above zero.
  public let denominator: Int128

  /// Describes a rate; `nil` unless the denominator is above zero.
  public init?(_ numerator: Int128, _ denominator: Int128) {
    guard denominator > 0 else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// -1, 0 or 1 as this rate is below, at or above the other; exact.
  func compared(with other: Rate) -> Int {
    Fraction(self).compared(with: Fraction(other))
  }
}

/// A target rate: "trên 90%" is `.above` 90/100, "từ 90% trở lên" is `.atLeast`.
public struct RateThreshold: Hashable, Sendable {
  /// On which side of the rate the target is met.
  public enum Comparison: Hashable, Sendable, CaseIterable {
    case above, atLeast, below, atMost
  }

  /// The rate of the target.
  public let rate: Rate
  /// How a result is compared with it.
  public let comparison: Comparison
  /// Whether the target itself is printed rounded, as one that is an earlier rate.
  public let isRounded: Bool

  /// Describes a target.
  public init(_ comparison: Comparison, _ rate: Rate, isRounded: Bool = false) {
    self.rate = rate
    self.comparison = comparison
    self.isRounded = isRounded
  }

  /// Whether a result that lies so (-1 below, 0 at, 1 above the rate) meets the target.
  func isMet(by order: Int) -> Bool {
    switch comparison {
    case .above: order > 0
    case .atLeast: order >= 0
    case .below: order < 0
    case .atMost: order <= 0
    }
  }
}

/// How a rate is printed.
public struct PercentStyle: Hashable, Sendable {
  /// The decimals wanted; more are printed where fewer would contradict the truth.
  public var decimals: Int
  /// Whether a rate above zero begins with `+`, as changes do.
  public var showsPlus: Bool

  /// Describes a style; one decimal, as the form has it, unless said otherwise.
  public init(decimals: Int = 1, showsPlus: Bool = false) {
    self.decimals = decimals
    self.showsPlus = showsPlus
  }
}

/// A rate in percent, rounded half up, in such a way that the print never contradicts the truth.
///
/// - Not `100%` unless all cases are there: 1999/2000 is cut to `99,9%`.
/// - Not `0%` when there is a case: 1/5000 gets more decimals, `0,02%`.
/// - Never at or across the rate of a target that is not met, and never seeming to miss one that is met:
///   more decimals, 2249/2500 against "trên 90%" is `89,96%`; the very rate of a target is printed as that is.
///
/// Should six decimals not tell the truth, the nearest one on the true side is printed after `~`.
///
///     Rate(1412, 2052).map { percent($0) } == "68,8%"
public func percent(
  _ rate: Rate, _ style: PercentStyle = PercentStyle(), against threshold: RateThreshold? = nil
) -> String {
  let printer = RatePrinter(value: Fraction(rate), style: style) { shown in
    guard let threshold else { return true }
    let truth = rate.compared(with: threshold.rate)
    let order = shown.compared(with: Fraction(threshold.rate))
    // At the very rate of a target that is rounded itself, both are rounded alike.
    if truth == 0 { return order == 0 || threshold.isRounded }
    let isMet = threshold.isMet(by: truth)
    return isMet ? threshold.isMet(by: order) : order == truth
  }
  return printer.text(isShareOfWhole: true) + "%"
}

/// The difference of two rates in percentage points, with its sign, for the words `điểm %`.
///
/// Exact, from the four whole numbers, not from rounded rates; rounded half up (away from zero). Only
/// an exact zero prints as zero; a smaller difference than the decimals show gets more of them. Where one of
/// the rates is cut because it would round to the whole, so is the difference, or it would not fit between
/// the two in print.
///
///     566 of 603 against a target of 90/100 gives "+3,9"
public func pointDifference(_ rate: Rate, from base: Rate, decimals: Int = 1) -> String {
  let difference = Fraction(rate).minus(Fraction(base))
  let style = PercentStyle(decimals: decimals, showsPlus: true)
  return RatePrinter(value: difference, style: style) { _ in true }
    .text(isShareOfWhole: false, isCut: rate.isCut(at: decimals) != base.isCut(at: decimals))
}

extension Rate {
  /// Whether its print is cut, since rounded it would be the whole.
  fileprivate func isCut(at decimals: Int) -> Bool {
    RatePrinter(value: Fraction(self), style: PercentStyle(decimals: decimals)) { _ in true }
      .wouldBeWhole
  }
}

/// A fraction with sign, of any size.
struct Fraction {
  var isNegative: Bool
  var numerator: Natural
  var denominator: Natural

  init(isNegative: Bool, _ numerator: Natural, _ denominator: Natural) {
    self.isNegative = isNegative && !numerator.isZero
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ rate: Rate) {
    self.init(
      isNegative: rate.numerator < 0, Natural(rate.numerator.magnitude),
      Natural(rate.denominator.magnitude))
  }

  func compared(with other: Fraction) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let (left, right) = (numerator * other.denominator, other.numerator * denominator)
    if left == right { return 0 }
    return (left < right) != isNegative ? -1 : 1
  }

  func minus(_ other: Fraction) -> Fraction {
    let (left, right) = (numerator * other.denominator, other.numerator * denominator)
    let common = denominator * other.denominator
    if isNegative != other.isNegative {
      return Fraction(isNegative: isNegative, left + right, common)
    }
    return Fraction(
      isNegative: (left < right) != isNegative, Natural.distance(left, right), common)
  }
}

/// Finds the shortest honest print of a fraction in percent.
private struct RatePrinter {
  let value: Fraction
  let style: PercentStyle
  /// Whether a print, given as a fraction (not in percent), says no more than is true.
  let isHonest: (Fraction) -> Bool

  private static let mostDecimals = 6

  private var wanted: Int { min(max(0, style.decimals), 20) }

  /// Whether a part of the whole would be rounded to all of it.
  private func wouldBeWhole(_ decimals: Int) -> Bool {
    value.numerator < value.denominator && candidates(decimals).rounded >= whole(decimals)
  }

  /// The same at the decimals wanted.
  var wouldBeWhole: Bool { wouldBeWhole(wanted) }

  func text(isShareOfWhole: Bool, isCut: Bool = false) -> String {
    let most = max(wanted, Self.mostDecimals)
    for decimals in wanted...most {
      let (cut, rounded) = candidates(decimals)
      let candidate = isCut || (isShareOfWhole && wouldBeWhole(decimals)) ? cut : rounded
      if isAcceptable(candidate, decimals) { return printed(candidate, decimals) }
    }
    let (cut, _) = candidates(most)
    let next = cut + Natural(1)
    return "~" + printed(isAcceptable(cut, most) ? cut : next, most)
  }

  /// The size of the value in units of its last decimal, cut and rounded half up.
  private func candidates(_ decimals: Int) -> (cut: Natural, rounded: Natural) {
    guard
      let (cut, rest) = (value.numerator * whole(decimals)).divided(by: value.denominator)
    else { return (Natural(0), Natural(0)) }
    let roundsUp = rest + rest >= value.denominator
    return (cut, roundsUp ? cut + Natural(1) : cut)
  }

  /// 100 percent in units of the last decimal.
  private func whole(_ decimals: Int) -> Natural { Natural.powerOfTen(decimals + 2) }

  private func isAcceptable(_ size: Natural, _ decimals: Int) -> Bool {
    if size.isZero != value.numerator.isZero { return false }
    return isHonest(Fraction(isNegative: value.isNegative, size, whole(decimals)))
  }

  private func printed(_ size: Natural, _ decimals: Int) -> String {
    let text = fixedPoint(
      size.digits.utf8.map { $0 - 0x30 }, scale: decimals, minimum: decimals,
      isNegative: value.isNegative)
    return style.showsPlus && !value.isNegative && !size.isZero ? "+" + text : text
  }
}
