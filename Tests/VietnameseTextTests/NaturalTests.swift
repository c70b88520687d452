import TestSupport
import Testing

@testable import VietnameseText

@Suite struct NaturalTests {
  @Test func digits() {
    #expect(Natural(0).digits == "0")
    #expect(Natural(.max).digits == "340282366920938463463374607431768211455")
    #expect(Natural.powerOfTen(60).digits == "1" + String(repeating: "0", count: 60))
    #expect((Natural.powerOfTen(60) + Natural(7_000_000_005)).digits.hasSuffix("0007000000005"))
  }

  @Test func divisionByZeroIsNil() {
    #expect(Natural(5).divided(by: Natural(0)) == nil)
  }

  @Test(arguments: UInt64(1)...20)
  func divisionUndoesMultiplication(seed: UInt64) throws {
    var random = SeededDice(seed: seed)
    for _ in 0..<20 {
      let shift = UInt128(Int.random(in: 0...127, using: &random))
      let one = Natural(UInt128.random(in: 0...(.max), using: &random))
      let other = Natural(UInt128.random(in: 1...(.max), using: &random) >> shift)
      if other.isZero { continue }
      let rest = try #require(
        Natural(UInt128.random(in: 0...(.max), using: &random)).divided(by: other)
      )
      .remainder
      let result = try #require((one * other + rest).divided(by: other))
      #expect(result.quotient == one && result.remainder == rest)
      #expect(Natural.distance(one * other + rest, rest) == one * other)
      #expect(Natural.distance(rest, one * other + rest) == one * other)
      #expect(rest < other && !(other < rest))
    }
  }
}
