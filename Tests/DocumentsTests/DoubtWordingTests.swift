import PlanModel
import Testing

@testable import Assessment
@testable import Documents

/// Doubts in words.
struct DoubtWordingTests {
  @Test func aDistanceIsTheDifferenceOfWhatIsPrinted() throws {
    // 65.25% and 47.04%: with one digit they would be printed 18.3 apart, and lie 18.2
    let value = try #require(Ratio(FixedDecimal(6_525), over: FixedDecimal(10_000)))
    let median = try #require(Ratio(FixedDecimal(4_704), over: FixedDecimal(10_000)))
    let deviation = try #require(Ratio(FixedDecimal(2), over: FixedDecimal(100)))
    let doubt = Doubt(
      unit: "X1", indicator: "CT01", source: nil,
      reason: .farFromPeers(
        value: value, median: median, deviation: deviation, peers: 5, factor: 5))
    #expect(
      doubt.finding(plan: "P", row: nil).problem
        == "Tỉ lệ 65,25% cách trung vị 47,04% của 05 đơn vị cùng loại 18,21 điểm %, "
        + "quá 5 lần độ lệch 2,0 điểm %."
    )
  }
}
