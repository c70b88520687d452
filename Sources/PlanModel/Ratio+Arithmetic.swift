/// Sums, products and points of a line, exact or not at all.
///
/// The parts of a result are whole numbers in lowest terms; one that would leave no room to go on
/// reckoning with is nil, never rounded and never a trap.
extension Ratio {
  /// Parts stay below ten to this power, so that they can still be scaled and multiplied by a figure.
  private static let mostDigits = 24

  /// The exact sum.
  public func plus(_ other: Ratio) -> Ratio? {
    sum(other).flatMap { Ratio(checked: $0, over: $1) }
  }

  /// The exact difference, to be compared and printed but not reckoned on with: its parts may have as many
  /// digits as two rates of the longest figures together.
  public func difference(from other: Ratio) -> Ratio? {
    Ratio(.zero - other.numerator, over: other.denominator).flatMap(sum)
      .flatMap { Ratio(FixedDecimal($0), over: FixedDecimal($1)) }
  }

  /// Above and below of a sum, before anything is shortened.
  private func sum(_ other: Ratio) -> (Int128, Int128)? {
    let (a, b) = lowestTerms
    let (c, d) = other.lowestTerms
    guard let left = Self.product(a, d), let right = Self.product(c, b),
      let below = Self.product(b, d)
    else { return nil }
    return (left + right, below)
  }

  /// The exact product.
  public func multiplied(by other: Ratio) -> Ratio? {
    let (a, b) = lowestTerms
    let (c, d) = other.lowestTerms
    guard let above = Self.product(a, c), let below = Self.product(b, d) else { return nil }
    return Ratio(checked: above, over: below)
  }

  /// The point that lies `part` of `whole` steps on the straight way to `end`.
  ///
  /// Example: from 80% to 100%, 6 of 60 months: 82%.
  public func onTheWay(to end: Ratio, part: Int, of whole: Int) -> Ratio? {
    guard whole > 0,
      let gone = Ratio(FixedDecimal(part), over: FixedDecimal(whole)),
      let left = Ratio(
        FixedDecimal(whole - part), over: FixedDecimal(whole)),
      let first = multiplied(by: left), let second = end.multiplied(by: gone)
    else { return nil }
    return first.plus(second)
  }

  private var lowestTerms: (Int128, Int128) {
    let digits = max(numerator.fractionDigits, denominator.fractionDigits)
    let above = numerator.significand(withFractionDigits: digits)
    let below = denominator.significand(withFractionDigits: digits)
    let divisor = Self.greatestDivisor(above.magnitude, below.magnitude)
    guard let divisor = Int128(exactly: divisor), divisor > 0 else { return (above, below) }
    return (above / divisor, below / divisor)
  }

  private static func greatestDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  /// Half of what an integer holds at most, so that two products can be added.
  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || product.magnitude > Int128.max.magnitude / 2 ? nil : product
  }

  private init?(checked above: Int128, over below: Int128) {
    guard let whole = Ratio(FixedDecimal(above), over: FixedDecimal(below)) else { return nil }
    let (above, below) = whole.lowestTerms
    let limit = FixedDecimal.power(ofTen: Self.mostDigits).magnitude
    guard above.magnitude < limit, below.magnitude < limit else { return nil }
    self.init(FixedDecimal(above), over: FixedDecimal(below))
  }
}
