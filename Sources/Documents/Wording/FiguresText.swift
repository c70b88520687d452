import PlanModel
import VietnameseText

extension Ratio {
  /// The ratio in whole numbers, as rates are printed from; nil when it leaves 128 bits.
  var printable: Rate? {
    let digits = max(numerator.fractionDigits, denominator.fractionDigits)
    return Rate(
      numerator.significand(withFractionDigits: digits),
      denominator.significand(withFractionDigits: digits))
  }
}

extension FixedDecimal {
  /// The number in print, exact: `1.412`, `68,8`.
  var printed: String {
    DecimalText(significand: significand, fractionDigits: fractionDigits).text()
  }

  /// The number as prose writes it before a noun: `04`, `127`, `3,5`.
  var counted: String { isWhole ? VietnameseText.counted(significand) : printed }

  /// A part of one in percent, exact: 0.9 is `90%`.
  var percentPrinted: String {
    DecimalText(significand: significand * 100, fractionDigits: fractionDigits).text() + "%"
  }
}

/// A count as prose writes it before a noun: `03`, `12`.
func prose(_ count: Int) -> String { counted(Int128(count)) }

/// A part of a whole in percent: 63 of 68 is `92,6%`; nil when there is no whole.
func share(_ part: Int, of whole: Int) -> String? {
  Rate(Int128(part), Int128(whole)).map { percent($0) }
}

extension Ratio {
  /// The rate in percent, printed so that it never contradicts what it means against a target.
  func percentText(decimals: Int, against comparison: Target.Comparison?) -> String {
    guard let printable else { return "-" }
    return percent(
      printable, PercentStyle(decimals: decimals), against: comparison?.threshold(for: self))
  }

  /// The value as a number, rounded as far as it stays on its side of what it is held against.
  func numberText(decimals: Int, against comparison: Target.Comparison?) -> String {
    let most = max(decimals, FixedDecimal.maximumFractionDigits)
    for digits in max(0, decimals)...most {
      guard let rounded = rounded(toFractionDigits: digits) else { break }
      let isHonest =
        digits == most
        || comparison.map { $0.isMet(by: Ratio(rounded)) == $0.isMet(by: self) } ?? true
      if isHonest, rounded.significand != 0 || numerator == .zero { return rounded.printed }
    }
    return "\(numerator.printed)/\(denominator.printed)"
  }

  /// The number as prose writes it before a noun, where it is no fraction; else rounded.
  func countedText(decimals: Int) -> String {
    denominator == FixedDecimal(1)
      ? numerator.counted : numberText(decimals: decimals, against: nil)
  }

  /// The difference to another rate in percentage points, with its sign.
  func pointsText(from base: Ratio, decimals: Int) -> String {
    guard let printable, let base = base.printable else { return "-" }
    return pointDifference(printable, from: base, decimals: decimals)
  }

  /// The distance to another rate in percentage points, without a sign.
  func distanceText(to other: Ratio, decimals: Int) -> String {
    pointsText(from: other, decimals: decimals).filter { $0 != "+" && $0 != "-" }
  }
}

extension Indicator {
  /// A number of the plan as its values are printed: 0.9 is `90%` where these are rates.
  func printed(_ number: FixedDecimal) -> String {
    measure.hasDenominator ? number.percentPrinted : number.printed
  }

  /// A value, so that it never contradicts what it means against a target.
  func printed(
    _ value: Ratio, decimals: Int, against comparison: Target.Comparison? = nil
  ) -> String {
    measure.hasDenominator
      ? value.percentText(decimals: decimals, against: comparison)
      : value.numberText(decimals: decimals, against: comparison)
  }
}

extension Target.Comparison {
  /// The bound that the print of a value must stay on the right side of.
  fileprivate func threshold(for value: Ratio) -> RateThreshold? {
    func bound(_ comparison: RateThreshold.Comparison, _ number: FixedDecimal) -> RateThreshold? {
      Ratio(number).printable.map { RateThreshold(comparison, $0) }
    }
    func level(_ comparison: RateThreshold.Comparison, _ level: Ratio?) -> RateThreshold? {
      level?.printable.map { RateThreshold(comparison, $0, isRounded: true) }
    }
    switch self {
    case .above(let number): return bound(.above, number)
    case .atLeast(let number), .maintain(let number): return bound(.atLeast, number)
    case .below(let number): return bound(.below, number)
    case .atMost(let number): return bound(.atMost, number)
    case .exactly(let number):
      return bound(value > Ratio(number) ? .above : .atLeast, number)
    case .between(let lower, let upper):
      return isExceeded(by: value) ? bound(.above, upper) : bound(.atLeast, lower)
    case .about(let centre, let tolerance):
      return value > Ratio(centre)
        ? bound(.atMost, centre + tolerance) : bound(.atLeast, centre - tolerance)
    case .increase, .exists: return level(.atLeast, threshold)
    case .decrease: return level(.atMost, threshold)
    }
  }
}
