import PlanModel

/// How many digits a number gets in print, so that the print never contradicts the truth.
///
/// More digits than wanted are given where fewer would round a rate onto or across its target, or make
/// a part look like the whole, or a case look like none.
enum HonestDigits {
  /// Beyond this no cell is readable, whatever it hides.
  private static let most = 9

  /// Digits behind the mark of a rate in per cent, held against a target when there is one.
  static func ofRate(_ value: Ratio, wanted: Int, against target: Target.Comparison?) -> Int {
    least(from: wanted) { digits in
      guard let shown = value.rounded(toFractionDigits: digits + 2) else { return true }
      let one = FixedDecimal(1)
      guard isZero(value) == (shown == .zero), (value < Ratio(one)) == (shown < one) else {
        return false
      }
      return target.map { agrees(Ratio(shown), value, $0) } ?? true
    }
  }

  /// Digits behind the mark of a number that is no rate.
  static func ofNumber(_ value: Ratio, wanted: Int, against target: Target.Comparison?) -> Int {
    least(from: wanted) { digits in
      guard let shown = value.rounded(toFractionDigits: digits) else { return true }
      return isZero(value) == (shown == .zero)
        && target.map { agrees(Ratio(shown), value, $0) } ?? true
    }
  }

  /// Digits behind the mark of a difference in percentage points: only zero may print as zero.
  static func ofPoints(_ points: Ratio) -> Int {
    ofNumber(points, wanted: 1, against: nil)
  }

  private static func least(from wanted: Int, _ isHonest: (Int) -> Bool) -> Int {
    let wanted = max(0, wanted)
    return (wanted...max(wanted, most)).first(where: isHonest) ?? max(wanted, most)
  }

  private static func agrees(
    _ shown: Ratio, _ value: Ratio, _ target: Target.Comparison
  ) -> Bool {
    let isMet = target.isMet(by: value)
    guard target.isMet(by: shown) == isMet,
      target.isExceeded(by: shown) == target.isExceeded(by: value)
    else { return false }
    // what misses a target must not be printed as the very number of the target
    guard let bound = target.threshold else { return true }
    return isMet || ((shown < bound) == (value < bound) && (bound < shown) == (bound < value))
  }

  private static func isZero(_ value: Ratio) -> Bool { value.numerator == .zero }
}

extension Ratio {
  /// The exact difference; nil when its parts grow too large to go on reckoning with.
  func minus(_ other: Ratio) -> Ratio? {
    guard let left = numerator.product(other.denominator),
      let right = other.numerator.product(denominator),
      let below = denominator.product(other.denominator),
      let above = left.checkedDifference(right)
    else { return nil }
    return Ratio(above, checkedOver: below)
  }

  /// The exact quotient; nil when the divisor is not above zero, or the parts grow too large.
  func divided(by other: Ratio) -> Ratio? {
    guard other.numerator > .zero, let above = numerator.product(other.denominator),
      let below = denominator.product(other.numerator)
    else { return nil }
    return Ratio(above, checkedOver: below)
  }

  /// The exact product with a number; nil when the parts grow too large.
  func times(_ factor: FixedDecimal) -> Ratio? {
    numerator.product(factor).flatMap { Ratio($0, checkedOver: denominator) }
  }

  /// Rounding scales both parts to the same number of digits: they must leave room for that.
  private init?(_ above: FixedDecimal, checkedOver below: FixedDecimal) {
    guard above.hasRoom, below.hasRoom else { return nil }
    self.init(above, over: below)
  }
}

extension FixedDecimal {
  /// Whether it can be scaled by as many digits as any other such number has.
  fileprivate var hasRoom: Bool {
    fractionDigits <= 18 && significand.magnitude < Self.power(ofTen: 20).magnitude
  }

  /// The exact difference; nil when it is too large.
  fileprivate func checkedDifference(_ other: FixedDecimal) -> FixedDecimal? {
    let digits = max(fractionDigits, other.fractionDigits)
    guard digits <= 24 else { return nil }
    let (left, leftOverflow) = significand.multipliedReportingOverflow(
      by: Self.power(ofTen: digits - fractionDigits))
    let (right, rightOverflow) = other.significand.multipliedReportingOverflow(
      by: Self.power(ofTen: digits - other.fractionDigits))
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    guard !leftOverflow, !rightOverflow, !overflow else { return nil }
    return FixedDecimal(difference, fractionDigits: digits)
  }
}
