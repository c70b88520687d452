import PlanModel
import TestSupport
import Testing

struct FixedDecimalTests {
  @Test(arguments: [
    ("0", 0, 0), ("7", 7, 0), ("-7", -7, 0), ("007", 7, 0), ("1.50", 15, 1), ("0.000001", 1, 6),
    ("-0.5", -5, 1), ("-0", 0, 0), ("100", 100, 0), ("1.000000", 1, 0), ("68.8", 688, 1),
  ])
  func readsPlainNotationInLowestTerms(text: String, significand: Int, digits: Int) throws {
    let value = try number(text)
    #expect(value.significand == Int128(significand))
    #expect(value.fractionDigits == digits)
  }

  @Test(arguments: [
    "", "-", ".", "-.", ".5", "5.", "1.", "+1", "--1", "1-", "1,5", "1 000", " 1", "1 ", "1e3",
    "0x10",
    "nan", "inf", "1.2.3", "12abc", "٣", "１", "1\u{301}", "一", "1_000", "1.0000001",
    "1234567890123456789", "0000000000000000001", "123456789012345678.1", "−5",
  ])
  func refusesEverythingElse(text: String) {
    #expect(FixedDecimal.parse(text) == nil)
  }

  @Test func takesEighteenDigitsAndNoMore() throws {
    #expect(try number("999999999999999999").significand == 999_999_999_999_999_999)
    #expect(try number("999999999999.999999").significand == 999_999_999_999_999_999)
    #expect(try number("-999999999999999999").significand == -999_999_999_999_999_999)
  }

  @Test func equalNumbersAreEqualValues() throws {
    #expect(try number("1.50") == number("1.5"))
    #expect(FixedDecimal(1500, fractionDigits: 3) == FixedDecimal(15, fractionDigits: 1))
    #expect(try Set([number("2"), number("2.0"), number("2.000")]).count == 1)
    #expect(FixedDecimal(0, fractionDigits: 6) == .zero)
    #expect(FixedDecimal(-1200, fractionDigits: 1) == FixedDecimal(-120))
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3", "-0.1"), ("1", "-1", "0", "2"), ("0.5", "0.5", "1", "0"),
    ("999999999999999999", "1", "1000000000000000000", "999999999999999998"),
    ("999999999999999999", "0.000001", "999999999999999999.000001", "999999999999999998.999999"),
  ])
  func addsAndSubtractsExactly(left: String, right: String, sum: String, difference: String) throws
  {
    let (left, right) = (try number(left), try number(right))
    #expect((left + right).plainText == sum)
    #expect((left - right).plainText == difference)
    var running = left
    running += right
    #expect(running == left + right)
  }

  @Test func sumsOfTheLargestFiguresStayExact() throws {
    let whole = try number("999999999999999999")
    let fraction = try number("999999999999.999999")
    var total = FixedDecimal.zero
    for _ in 0..<52_000 {
      total += whole
      total += fraction
    }
    #expect(total.plainText == "52000051999999999947999.948")
    let exact = whole.significand * 52_000 * 1_000_000 + fraction.significand * 52_000
    #expect(total == FixedDecimal(exact, fractionDigits: 6))
  }

  @Test(arguments: [
    ("0.939", 6, "0.939000"), ("0", 0, "0"), ("0", 2, "0.00"), ("-0.05", 0, "-0.05"),
    ("-0.05", 3, "-0.050"), ("12", 1, "12.0"), ("0.000001", 6, "0.000001"), ("-3", 0, "-3"),
  ])
  func printsWithAtLeastSomeDigits(text: String, digits: Int, printed: String) throws {
    #expect(try number(text).text(fractionDigits: digits) == printed)
  }

  @Test(arguments: ["0", "-12.5", "999999999999.999999", "-999999999999999999", "0.000001", "68.8"])
  func readsWhatItPrints(text: String) throws {
    let value = try number(text)
    #expect(value.plainText == text)
    #expect(FixedDecimal.parse(value.description) == value)
  }

  @Test func ordersByValue() throws {
    let ordered = ["-10", "-9.999999", "-0.1", "0", "0.000001", "0.1", "0.11", "1", "9.9", "10"]
    let values = try ordered.map { try number($0) }
    #expect(values.shuffled().sorted() == values)
    #expect(try number("0.5").isWhole == false)
    #expect(try number("5.0").isWhole)
  }

  @Test(arguments: [("0.1", 0.1), ("-2.5", -2.5), ("0", 0), ("999999999999999999", 1e18)])
  func becomesTheNearestDouble(text: String, value: Double) throws {
    #expect(try number(text).doubleValue == value)
  }

  @Test("digits are written as Swift writes whole numbers, with the mark put in", arguments: 1...8)
  func digits(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    for _ in 0..<500 {
      let size = Int.random(in: 0...30, using: &dice)
      let magnitude = (0..<size).reduce(Int128(0)) { number, _ in
        number * 10 + Int128(Int.random(in: 0...9, using: &dice))
      }
      let significand = Bool.random(using: &dice) ? magnitude : -magnitude
      let digits = Int.random(in: 0...8, using: &dice)
      let number = FixedDecimal(significand, fractionDigits: digits)
      let shown = max(number.fractionDigits, Int.random(in: 0...6, using: &dice))
      let all = String(number.significand(withFractionDigits: shown).magnitude)
      let filled = String(repeating: "0", count: max(0, shown + 1 - all.count)) + all
      let mark = shown == 0 ? "" : "."
      let expected =
        (significand < 0 ? "-" : "") + filled.dropLast(shown) + mark + filled.suffix(shown)
      #expect(number.text(fractionDigits: shown) == expected)
      #expect(number.significand == FixedDecimal(significand, fractionDigits: digits).significand)
    }
  }
}
