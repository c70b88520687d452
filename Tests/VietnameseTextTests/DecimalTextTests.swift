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
      (4_950_868, 1, 0, "495.086,8"), (8345, 2, 1, "83,45"), (-8345, 2, 1, "-83,45"),
      (1200, 3, 0, "1,2"), (1200, 3, 2, "1,20"), (-1200, 3, 1, "-1,2"), (7, 0, 2, "7,00"),
      (0, 5, 0, "0"), (0, 5, 1, "0,0"), (7, -3, 0, "7"), (5, 3, 0, "0,005"), (1, 0, -2, "1"),
      (12, 1, 3, "1,200"),
    ] as [(Int, Int, Int, String)])
  func decimals(_ digits: Int, _ scale: Int, _ least: Int, _ text: String) {
    let decimal = DecimalText(significand: Int128(digits), fractionDigits: scale)
    #expect(decimal.text(minimum: least) == text)
  }

  @Test func nothingIsLost() {
    #expect(DecimalText(significand: 5, fractionDigits: 50).text().hasSuffix("05"))
    #expect(DecimalText(significand: .min, fractionDigits: 39).text().hasPrefix("-0,17014"))
    #expect(DecimalText(significand: .min, fractionDigits: .min).text().hasSuffix("105.728"))
    #expect(DecimalText(significand: 1).text(minimum: .max).utf8.count == 1002)
  }
}
