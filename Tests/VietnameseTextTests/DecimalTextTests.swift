import TestSupport
import Testing

@testable import VietnameseText

@Suite struct DecimalTextTests {
  @Test(arguments: [
    ("0", "0"), ("999", "999"), ("1412", "1.412"), ("-1412", "-1.412"), ("+71850", "+71.850"),
    ("1234567", "1.234.567"), ("", ""), ("-", "-"), ("12a45", "12a45"), ("-123", "-123"),
    ("１２３４", "１２３４"),
  ])
  func grouping(_ digits: String, _ text: String) {
    #expect(grouped(digits) == text)
  }

  @Test func groupingOfExtremes() {
    #expect(grouped(Int128.min) == "-170.141.183.460.469.231.731.687.303.715.884.105.728")
    #expect(grouped(Int128.max).hasPrefix("170.141."))
  }

  @Test(
    arguments: [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (-3, "-3"), (1412, "1.412")]
      as [(Int, String)])
  func counting(_ number: Int, _ text: String) {
    #expect(counted(Int128(number)) == text)
  }

  @Test(
    arguments: [
      (4_950_868, 1, 0, 9, "495.086,8"), (8345, 2, 1, 1, "83,5"), (8344, 2, 1, 1, "83,4"),
      (-8345, 2, 1, 1, "-83,5"), (-4, 2, 1, 1, "0,0"), (5, 1, 0, 0, "1"), (4, 1, 0, 0, "0"),
      (5, 3, 0, 2, "0,01"), (5, 9, 0, 2, "0"), (999_99, 2, 0, 1, "1.000"),
      (99_995, 2, 2, 2, "999,95"),
      (1200, 3, 0, 9, "1,2"), (1200, 3, 2, 9, "1,20"), (7, 0, 2, 2, "7,00"), (0, 5, 1, 3, "0,0"),
      (7, -3, 0, 2, "7"), (7, Int.max, 1, 1, "0,0"), (12, 1, 5, 0, "1"), (99, 1, 0, 0, "10"),
      (9, 1, 0, 0, "1"),
    ] as [(Int, Int, Int, Int, String)])
  func rounding(_ digits: Int, _ scale: Int, _ least: Int, _ most: Int, _ text: String) {
    #expect(
      DecimalText(significand: Int128(digits), fractionDigits: scale).text(
        minimum: least, maximum: most)
        == text)
  }

  @Test func withoutLimitsNothingIsLost() {
    #expect(DecimalText(significand: 5, fractionDigits: 50).text().hasSuffix("05"))
    #expect(DecimalText(significand: 123_456, fractionDigits: 1).text(grouping: false) == "12345,6")
    #expect(DecimalText(significand: .min, fractionDigits: 39).text().hasPrefix("-0,17014"))
    #expect(DecimalText(significand: .min, fractionDigits: .min).text().hasSuffix("105.728"))
    #expect(DecimalText(significand: 1).text(minimum: .max, maximum: 2) == "1,00")
  }

  @Test(arguments: UInt64(1)...20)
  func roundingEqualsWholeNumberArithmetic(seed: UInt64) {
    var random = SeededDice(seed: seed)
    for _ in 0..<300 {
      let value = Int128(Int64.random(in: -1_000_000_000...1_000_000_000, using: &random))
      let scale = Int.random(in: 0...8, using: &random)
      let decimals = Int.random(in: 0...scale, using: &random)
      let unit = (0..<(scale - decimals)).reduce(Int128(1)) { unit, _ in unit * 10 }
      let size = (Int128(value.magnitude) * 2 + unit) / (unit * 2)
      let text = DecimalText(significand: value, fractionDigits: scale)
        .text(minimum: decimals, maximum: decimals)
      #expect(Int128(text.filter { $0.isNumber }) == size)
      #expect(text.hasPrefix("-") == (value < 0 && size > 0))
      #expect((text.split(separator: ",").dropFirst().first?.count ?? 0) == decimals)
    }
  }
}
