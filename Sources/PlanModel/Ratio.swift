/// An exact quotient of two exact numbers; the denominator is above zero.
///
/// Comparisons multiply crosswise in full width; nothing is divided or rounded (DESIGN, Exactness).
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
    let (above, below) = integers
    let (product, overflow) =
      above.magnitude.multipliedReportingOverflow(by: FixedDecimal.power(ofTen: digits).magnitude)
    guard !overflow else { return nil }
    var (quotient, remainder) = product.quotientAndRemainder(dividingBy: below.magnitude)
    if remainder >= below.magnitude - remainder { quotient += 1 }
    guard let magnitude = Int128(exactly: quotient) else { return nil }
    return FixedDecimal(above < 0 ? -magnitude : magnitude, fractionDigits: digits)
  }

  /// The value as a binary floating-point number, computed as a spreadsheet computes it.
  public var doubleValue: Double { numerator.doubleValue / denominator.doubleValue }
}

extension Ratio: Comparable {
  /// Whether the left value is smaller, exactly.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    let (a, b) = left.integers
    let (c, d) = right.integers
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
