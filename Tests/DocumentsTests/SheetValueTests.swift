import Documents
import PlanModel
import TestSupport
import Testing

@Suite("values of cells")
struct SheetValueTests {
  @Test(
    "a number is kept exactly, however it is kept",
    arguments: [
      "0", "-7", "1412", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
      "68.8", "-0.000001",
    ])
  func exact(_ text: String) throws {
    let number = try #require(FixedDecimal.parse(text, atMost: 36))
    #expect(SheetValue.figure(number).number == Ratio(number))
    #expect(SheetValue.number(Ratio(number)) == .figure(number))
  }

  @Test("equal numbers are equal values, and a rate is no whole number before it is reckoned")
  func equal() throws {
    #expect(SheetValue.count(12) == .figure(FixedDecimal(12)))
    let rate = try #require(Ratio(FixedDecimal(4), over: FixedDecimal(2)))
    #expect(SheetValue.number(rate).number == rate)
    #expect(SheetValue.figure(nil) == .blank)
  }
}
