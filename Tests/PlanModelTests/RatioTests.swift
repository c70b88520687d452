import PlanModel
import Testing

struct RatioTests {
  private func ratio(_ numerator: String, _ denominator: String) throws -> Ratio {
    let above = try #require(FixedDecimal.parse(numerator))
    let below = try #require(FixedDecimal.parse(denominator))
    return try #require(Ratio(above, over: below))
  }

  @Test(arguments: [
    ("1", "2", 0, "1"), ("1", "3", 6, "0.333333"), ("2", "3", 6, "0.666667"),
    ("939", "1000", 6, "0.939"), ("8996", "10000", 3, "0.9"), ("8996", "10000", 4, "0.8996"),
    ("1999", "2000", 3, "1"), ("1999", "2000", 4, "0.9995"), ("0", "7", 6, "0"),
    ("-1", "2", 0, "-1"), ("-1", "3", 1, "-0.3"), ("0.000001", "2", 6, "0.000001"),
    ("0.000001", "3", 6, "0"), ("12.5", "0.5", 2, "25"), ("5", "1000", 2, "0.01"),
    ("4999999", "1000000000", 2, "0"),
  ])
  func roundsHalfUp(numerator: String, denominator: String, digits: Int, printed: String) throws {
    let value = try ratio(numerator, denominator)
    #expect(value.rounded(toFractionDigits: digits)?.plainText == printed)
  }

  @Test(arguments: [
    ("1", "3", 0, "1"), ("1", "3", 2, "0.34"), ("2", "1", 0, "2"), ("0", "5", 0, "0"),
    ("-3", "2", 0, "-1"), ("20000001", "10000000", 6, "2.000001"),
    ("200000001", "100000000", 0, "3"),
  ])
  func roundsUp(numerator: String, denominator: String, digits: Int, printed: String) throws {
    let value = try ratio(numerator, denominator)
    #expect(value.roundedUp(toFractionDigits: digits)?.plainText == printed)
  }

  @Test func comparesWithoutRounding() throws {
    let bound = try Ratio(#require(FixedDecimal.parse("0.9")))
    #expect(try ratio("8996", "10000") < bound)
    #expect(try ratio("9", "10") == bound)
    #expect(try !(ratio("9", "10") > bound))
    #expect(try ratio("90000000000000001", "100000000000000000") > bound)
    #expect(try ratio("1999", "2000") < Ratio(FixedDecimal(1)))
  }

  @Test func comparesHugeValues() throws {
    let big = FixedDecimal.power(ofTen: 36)
    let below = try #require(Ratio(FixedDecimal(big), over: FixedDecimal(big + 1)))
    let above = try #require(Ratio(FixedDecimal(big + 1), over: FixedDecimal(big + 2)))
    #expect(below < above)
    #expect(above < Ratio(FixedDecimal(1)))
    let negative = try #require(Ratio(FixedDecimal(-big), over: FixedDecimal(3)))
    #expect(negative < below)
  }

  @Test func hasNoValueOverNothing() {
    #expect(Ratio(FixedDecimal(1), over: .zero) == nil)
    #expect(Ratio(.zero, over: .zero) == nil)
    #expect(Ratio(FixedDecimal(1), over: FixedDecimal(-1)) == nil)
  }

  @Test func equalValuesHashAlikeWhateverTheirSize() throws {
    let big = FixedDecimal(FixedDecimal.power(ofTen: 36) * 7)
    let one = try #require(Ratio(big, over: big))
    #expect(one == Ratio(FixedDecimal(1)))
    #expect(Set([one, Ratio(FixedDecimal(1))]).count == 1)
    #expect(try Set([ratio("1", "2"), ratio("2", "4"), ratio("0.5", "1")]).count == 1)
  }

  @Test func roundsHugeQuotientsOrSaysNothing() throws {
    let big = FixedDecimal(FixedDecimal.power(ofTen: 36))
    let huge = try #require(Ratio(big, over: FixedDecimal(1)))
    #expect(huge.rounded(toFractionDigits: 6) == nil)
    #expect(huge.rounded(toFractionDigits: 0) == big)
    let top = try #require(Ratio(FixedDecimal(.max), over: FixedDecimal(1)))
    #expect(top.rounded(toFractionDigits: 0) == nil)
    let half = try #require(Ratio(big, over: FixedDecimal(FixedDecimal.power(ofTen: 36) * 2)))
    #expect(half.rounded(toFractionDigits: 6)?.plainText == "0.5")
  }
}
