import TestSupport
import Testing

@testable import VietnameseText

@Suite struct PercentTextTests {
  // Arguments of tests are Int: the test library of Swift 6.3.1 crashes on tuples that hold Int128.
  private func ratio(_ numerator: Int, _ denominator: Int) throws -> Rate {
    try #require(Rate(Int128(numerator), Int128(denominator)))
  }

  @_disfavoredOverload
  private func ratio(_ numerator: Int128, _ denominator: Int128) throws -> Rate {
    try #require(Rate(numerator, denominator))
  }

  @Test(
    arguments: [
      (1412, 2052, 1, "68,8%"), (63, 68, 1, "92,6%"), (566, 603, 1, "93,9%"),
      (923, 927, 1, "99,6%"),
      (927, 927, 1, "100,0%"), (927, 927, 0, "100%"), (1999, 2000, 1, "99,9%"),
      (1999, 2000, 0, "99%"),
      (1999, 2000, 2, "99,95%"), (999_999_999, 1_000_000_000, 1, "99,9%"), (1, 5000, 1, "0,02%"),
      (0, 5000, 1, "0,0%"), (1, 2, 0, "50%"), (1, 8, 1, "12,5%"), (1, 16, 1, "6,3%"),
      (-1, 16, 1, "-6,3%"),
      (3, 2, 1, "150,0%"), (30, 1, 1, "3.000,0%"), (8765, 10_000, 1, "87,7%"),
      (1, 1_000_000_000_000, 1, "~0,000001%"), (-1, 1_000_000_000_000, 1, "~-0,000001%"),
      (1, 3, -4, "33%"), (1, 3, 8, "33,33333333%"),
    ] as [(Int, Int, Int, String)])
  func rates(_ numerator: Int, _ denominator: Int, _ decimals: Int, _ text: String) throws {
    #expect(percent(try ratio(numerator, denominator), .init(decimals: decimals)) == text)
  }

  @Test(
    arguments: [
      (8996, 10_000, .above, "89,96%"), (8996, 10_000, .atLeast, "89,96%"),
      (8990, 10_000, .above, "89,9%"),
      (9004, 10_000, .above, "90,04%"), (9004, 10_000, .atLeast, "90,0%"),
      (9000, 10_000, .above, "90,0%"),
      (9000, 10_000, .atLeast, "90,0%"), (9004, 10_000, .atMost, "90,04%"),
      (8996, 10_000, .atMost, "90,0%"),
      (8996, 10_000, .below, "89,96%"), (8_999_999, 10_000_000, .above, "89,99999%"),
      (89_999_999_999, 100_000_000_000, .above, "~89,999999%"),
      (90_000_000_001, 100_000_000_000, .above, "~90,000001%"),
      (90_000_000_001, 100_000_000_000, .atLeast, "90,0%"),
      (89_999_999_999, 100_000_000_000, .below, "~89,999999%"),
      (90_000_000_001, 100_000_000_000, .atMost, "~90,000001%"),
    ] as [(Int, Int, RateThreshold.Comparison, String)])
  func thresholdOfNinety(
    _ numerator: Int, _ denominator: Int, _ comparison: RateThreshold.Comparison,
    _ text: String
  ) throws {
    let threshold = RateThreshold(comparison, try ratio(9, 10))
    #expect(percent(try ratio(numerator, denominator), against: threshold) == text)
  }

  /// `<= 5,25%` beside 5,3% would be missed, and `> 90,25%` beside 90,3% passed: neither is.
  @Test(
    arguments: [
      (525, .atMost, "5,25%"), (525, .below, "5,25%"), (9025, .above, "90,25%"),
      (9025, .atLeast, "90,25%"), (9000, .atLeast, "90,0%"),
    ] as [(Int, RateThreshold.Comparison, String)])
  func theVeryNumberOfATarget(
    _ numerator: Int, _ comparison: RateThreshold.Comparison, _ text: String
  ) throws {
    let rate = try ratio(numerator, 10_000)
    #expect(percent(rate, against: RateThreshold(comparison, rate)) == text)
    // one that is itself printed rounded, as an earlier rate, is rounded alike
    let rounded = RateThreshold(comparison, rate, isRounded: true)
    #expect(percent(rate, against: rounded) == percent(rate))
  }

  @Test func theWholeAndTheThresholdTogether() throws {
    let all = RateThreshold(.atLeast, try ratio(1, 1))
    #expect(percent(try ratio(1999, 2000), against: all) == "99,9%")
    let strict = RateThreshold(.above, try ratio(9995, 10_000))
    #expect(percent(try ratio(9996, 10_000), against: strict) == "99,96%")
    let third = RateThreshold(.atLeast, try ratio(1, 3), isRounded: true)
    #expect(percent(try ratio(2, 6), against: third) == "33,3%")
    #expect(percent(try ratio(33_334, 100_000), against: third) == "33,334%")
  }

  @Test func changesHaveASign() throws {
    let style = PercentStyle(decimals: 1, showsPlus: true)
    #expect(percent(try ratio(74, 1338), style) == "+5,5%")
    #expect(percent(try ratio(-74, 1338), style) == "-5,5%")
    #expect(percent(try ratio(0, 1338), style) == "0,0%")
  }

  @Test func aRateNeedsADenominator() {
    #expect(Rate(1, 0) == nil)
    #expect(Rate(1, -5) == nil)
  }

  @Test(
    arguments: [
      (566, 603, 90, 100, 1, "+3,9"), (923, 927, 1, 1, 1, "-0,4"), (927, 927, 1, 1, 1, "0,0"),
      (1, 3, 1, 3, 1, "0,0"), (2, 6, 1, 3, 0, "0"), (4999, 10_000, 1, 2, 1, "-0,01"),
      (5001, 10_000, 1, 2, 1, "+0,01"), (1, 2, 1, 4, 0, "+25"), (-1, 2, 1, 2, 1, "-100,0"),
      (1, 2, -1, 2, 1, "+100,0"),
      (-1, 4, -1, 2, 1, "+25,0"), (0, 5, 0, 7, 1, "0,0"),
      (1, 1_000_000_000, 2, 1_000_000_000, 1, "~-0,000001"), (9995, 10_000, 0, 1, 1, "+99,9"),
    ] as [(Int, Int, Int, Int, Int, String)])
  func differences(
    _ one: Int, _ of: Int, _ other: Int, _ base: Int, _ decimals: Int, _ text: String
  ) throws {
    let difference = pointDifference(
      try ratio(one, of), from: try ratio(other, base), decimals: decimals)
    #expect(difference == text)
  }

  @Test func aDifferenceFitsBetweenTheRatesInPrint() throws {
    let cut = try ratio(2499, 2500)
    #expect(percent(cut) == "99,9%")
    #expect(pointDifference(cut, from: try ratio(90, 100)) == "+9,9")
    #expect(pointDifference(try ratio(99, 100), from: cut) == "-0,9")
    #expect(pointDifference(cut, from: try ratio(1, 1)) == "-0,04")
    #expect(pointDifference(cut, from: try ratio(9998, 10_000)) == "-0,02")
  }

  @Test func greatNumbersDoNotTrap() throws {
    let great = Int128(1_000_000_000_000_000) * 1_000_000_000_000_000
    #expect(percent(try ratio(great - 1, great)) == "99,9%")
    #expect(percent(try ratio(Int128.max, 1)).hasPrefix("17.014.118.346"))
    #expect(percent(try ratio(Int128.max, 1)).hasSuffix("572.700,0%"))
    #expect(percent(try ratio(Int128.min, .max), .init(decimals: 0)) == "-100%")
    let threshold = RateThreshold(.above, try ratio(Int128.max - 1, .max))
    #expect(percent(try ratio(great - 1, great), against: threshold) == "99,9%")
    #expect(pointDifference(try ratio(great - 1, great), from: try ratio(1, 1)) == "~-0,000001")
    #expect(
      pointDifference(try ratio(Int128.min, 1), from: try ratio(Int128.max, 1)).hasPrefix(
        "-34.028.236.692"))
    #expect(
      pointDifference(try ratio(Int128.max - 1, .max), from: try ratio(Int128.max - 2, .max - 1))
        == "~+0,000001")
  }

  /// A printed rate as a whole number of its last decimals, and their count.
  private func read(_ text: String) throws -> (size: Int128, decimals: Int) {
    let bare = text.filter { $0 != "%" && $0 != "." && $0 != "~" && $0 != "+" }
    let parts = bare.split(separator: ",")
    return (try #require(Int128(parts.joined())), parts.count > 1 ? parts[1].count : 0)
  }

  private func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  @Test(arguments: UInt64(1)...40)
  func thePrintNeverContradictsTheThreshold(seed: UInt64) throws {
    var random = SeededDice(seed: seed)
    for _ in 0..<200 {
      let denominator = Int128(Int64.random(in: 1...200_000, using: &random))
      let percentage = Int128(Int64.random(in: 0...1000, using: &random))
      // Half of the numerators lie close to the threshold.
      let near = percentage * denominator / 1000 + Int128(Int64.random(in: -2...2, using: &random))
      let numerator =
        Bool.random(using: &random)
        ? max(0, near) : Int128(Int64.random(in: 0...Int64(denominator), using: &random))
      let comparison = try #require(RateThreshold.Comparison.allCases.randomElement(using: &random))
      let decimals = Int.random(in: 0...3, using: &random)
      let text = percent(
        try ratio(numerator, denominator), .init(decimals: decimals),
        against: RateThreshold(comparison, try ratio(percentage, 1000)))
      let shown = try read(text)
      let scale = power(shown.decimals)
      #expect(shown.decimals >= decimals && shown.decimals <= 6)

      // The print is within one unit of its last decimal.
      let error = numerator * 100 * scale - shown.size * denominator
      #expect(abs(error) < denominator)
      if numerator < denominator { #expect(shown.size < 100 * scale) }
      #expect((shown.size == 0) == (numerator == 0))

      let truth = (numerator * 1000 - percentage * denominator).signum()
      let print = (shown.size * 10 - percentage * scale).signum()
      if truth == 0 {
        #expect(print == 0, "\(text)")
      } else {
        switch comparison {
        case .above: #expect(truth == print, "\(text)")
        case .below: #expect(truth == print, "\(text)")
        case .atLeast: #expect(truth > 0 ? print >= 0 : print < 0, "\(text)")
        case .atMost: #expect(truth < 0 ? print <= 0 : print > 0, "\(text)")
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func roundingEqualsWholeNumberArithmetic(seed: UInt64) throws {
    var random = SeededDice(seed: seed)
    for _ in 0..<200 {
      let denominator = Int128(Int64.random(in: 1...5000, using: &random))
      let numerator = Int128(Int64.random(in: 1...(3 * Int64(denominator)), using: &random))
      let decimals = Int.random(in: 0...4, using: &random)
      let scale = 100 * power(decimals)
      let half = (2 * numerator * scale + denominator) / (2 * denominator)
      guard half > 0, !(numerator < denominator && half >= scale) else { continue }
      let shown = try read(percent(try ratio(numerator, denominator), .init(decimals: decimals)))
      #expect(shown.size == half && shown.decimals == decimals)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func differencesEqualWholeNumberArithmetic(seed: UInt64) throws {
    var random = SeededDice(seed: seed)
    for _ in 0..<200 {
      let (b, d) = (
        Int128.random(in: 1...300, using: &random), Int128.random(in: 1...300, using: &random)
      )
      let (a, c) = (
        Int128.random(in: 0...b, using: &random), Int128.random(in: 0...d, using: &random)
      )
      let text = pointDifference(try ratio(a, b), from: try ratio(c, d))
      let exact = a * d - c * b
      #expect(text.hasPrefix("+") == (exact > 0) && text.hasPrefix("-") == (exact < 0))
      let shown = try read(text)
      let scale = 100 * power(shown.decimals)
      let half = (2 * abs(exact) * scale + b * d) / (2 * b * d)
      // a rate that would be rounded to the whole is cut, and the difference with it
      let isCut = (a < b && 2 * a * 1000 + b >= 2000 * b) != (c < d && 2 * c * 1000 + d >= 2000 * d)
      let size = isCut ? abs(exact) * scale / (b * d) : half
      #expect(abs(shown.size) == size && (size > 0) == (exact != 0))
    }
  }
}
