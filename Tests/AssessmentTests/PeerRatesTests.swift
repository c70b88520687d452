import PlanModel
import TestSupport
import Testing

@testable import Assessment

struct PeerRatesTests {
  @Test(
    "the spread without one is that of all the others put in order",
    arguments: 1...60 as ClosedRange<UInt64>)
  func spread(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let most = seed % 2 == 0 ? 3 : 1_000
    let rates = (0..<Int.random(in: 2...40, using: &dice)).map { _ in
      PeerRates.Number(Int.random(in: 0...most, using: &dice)) * 100_000_000
    }
    let peers = PeerRates(rates)
    for (place, rate) in rates.enumerated() {
      let others = rates.indices.filter { $0 != place }.map { rates[$0] }
      let median = Self.median(others)
      let distances = others.map { $0 < median ? median - $0 : $0 - median }
      let width = max(Self.median(distances) * 14826, min(20_000_000_000, median * 2500))
      let spread = peers.spread(without: rate)
      #expect(spread?.median == FixedDecimal(median, fractionDigits: 8))
      #expect(spread?.deviation == FixedDecimal(width, fractionDigits: 12))
    }
  }

  @Test("one rate alone has no others")
  func alone() {
    #expect(PeerRates([5]).spread(without: 5) == nil)
  }

  private static func median(_ numbers: [PeerRates.Number]) -> PeerRates.Number {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
