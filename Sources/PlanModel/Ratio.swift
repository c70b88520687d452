/// An exact quotient of two exact numbers; the denominator is above zero.
///
/// Comparisons multiply crosswise in full width; nothing is divided or rounded.
public struct Ratio: Hashable, Sendable {
  /// The number above.
  public let numerator: FixedDecimal
  /// The number below, above zero.
  public let denominator: FixedDecimal

  /// Nil when the denominator is not above zero: such a ratio has no value.
  public init?(_ numerator: FixedDecimal, over denominator: FixedDecimal) {
    guard denominator > .zero else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A plain number as a ratio over one.
  public init(_ number: FixedDecimal) {
    numerator = number
    denominator = FixedDecimal(1)
  }

  /// The two numbers as integers of the same scale.
  private var integers: (numerator: Int128, denominator: Int128) {
    let digits = max(numerator.fractionDigits, denominator.fractionDigits)
    return (
      numerator.significand(withFractionDigits: digits),
      denominator.significand(withFractionDigits: digits)
    )
  }

  /// The value rounded half up (away from zero) to `digits` behind the mark; nil when too large.
  ///
  /// For print and for `data/indicators.csv` only, never for a comparison.
  public func rounded(toFractionDigits digits: Int) -> FixedDecimal? {
    guard let (quotient, remainder) = divided(toFractionDigits: digits) else { return nil }
    let below = integers.denominator.magnitude
    let magnitude = quotient + (remainder >= below - remainder ? 1 : 0)
    return FixedDecimal(numerator < .zero ? -magnitude : magnitude, fractionDigits: digits)
  }

  /// The smallest number of `digits` behind the mark that is not below the value; nil when too large.
  public func roundedUp(toFractionDigits digits: Int) -> FixedDecimal? {
    guard let (quotient, remainder) = divided(toFractionDigits: digits) else { return nil }
    return numerator < .zero
      ? FixedDecimal(-quotient, fractionDigits: digits)
      : FixedDecimal(quotient + (remainder > 0 ? 1 : 0), fractionDigits: digits)
  }

  /// The value's magnitude times 10^`digits`, divided in full width: equal values give equal quotients.
  private func divided(toFractionDigits digits: Int) -> (quotient: Int128, remainder: UInt128)? {
    let (above, below) = integers
    let scale = FixedDecimal.power(ofTen: digits)
    if let above = Int64(exactly: above), let below = Int64(exactly: below),
      let scale = Int64(exactly: scale)
    {
      let (short, isLong) = above.magnitude.multipliedReportingOverflow(by: scale.magnitude)
      if !isLong {
        let (quotient, remainder) = short.quotientAndRemainder(dividingBy: below.magnitude)
        return (Int128(quotient), UInt128(remainder))
      }
      let product = UInt128(above.magnitude) * UInt128(scale.magnitude)
      let (quotient, remainder) = product.quotientAndRemainder(
        dividingBy: UInt128(below.magnitude))
      return (Int128(quotient), remainder)
    }
    let product = above.magnitude.multipliedFullWidth(
      by: scale.magnitude)
    guard product.high < below.magnitude else { return nil }
    let (quotient, remainder) = below.magnitude.dividingFullWidth(product)
    guard let quotient = Int128(exactly: quotient), quotient < Int128.max else { return nil }
    return (quotient, remainder)
  }

  /// The value as a binary floating-point number, computed as a spreadsheet computes it.
  public var doubleValue: Double { numerator.doubleValue / denominator.doubleValue }
}

extension Ratio: Comparable {
  /// Whether the left value is smaller, exactly.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    let (a, b) = left.integers
    let (c, d) = right.integers
    // figures of submissions fit into 64 bits, their products into 128
    if let a = Int64(exactly: a), let b = Int64(exactly: b), let c = Int64(exactly: c),
      let d = Int64(exactly: d)
    {
      return Int128(a) * Int128(d) < Int128(c) * Int128(b)
    }
    let first = a.multipliedFullWidth(by: d)
    let second = c.multipliedFullWidth(by: b)
    return first.high != second.high ? first.high < second.high : first.low < second.low
  }

  /// Whether both have the same value: 1/2 equals 2/4.
  public static func == (left: Ratio, right: Ratio) -> Bool {
    !(left < right) && !(right < left)
  }

  /// Equal values hash alike, whatever their numerators.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rounded(toFractionDigits: 6))
  }
}
