import Foundation
import TestSupport
import Testing

@testable import Stages

/// What must be passed, what each period must bring, and averages: every document says the same of them.
@Suite("Targets that must be passed, and averages")
struct PassedTargetTests {
  private static let money = "measure: amount, unit_of_measure: tỷ đồng"

  @Test("an amount that must be passed is never asked for as if it were enough")
  func onTheWay() throws {
    let office = try OneIndicatorOffice(
      "\(Self.money), kind: flow, over_units: sum, targets: [{above: 12.5, every: year}]")
    try office.send([("1.2,", "1.6,"), ("1.2,", "1.6,")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("| > 12,5 | 5,6 | 44,8% |"), "\(text)")
    #expect(text.contains("bằng 44,8% mức phải vượt cả năm"), "\(text)")
    #expect(
      text.contains("chậm 0,65 tỷ đồng so với tiến độ 6/12 tháng (trên 6,25)"), "\(text)")
    #expect(
      text.contains("còn phải thực hiện hơn 6,9 tỷ đồng trong 02 quý, mỗi quý hơn 3,5"), "\(text)")
    #expect(text.contains("mỗi quý cần hơn 3,5 tỷ đồng"), "\(text)")
    #expect(text.contains("đạt 11,2/trên 12,5 tỷ đồng, không đạt chỉ tiêu"), "\(text)")
    #expect(
      text.contains("hơn 6,9 tỷ đồng trong 02 quý còn lại, mỗi quý hơn 3,5"), "\(text)")
    let notes = try office.texts("2025-Q2")
    #expect(
      notes.contains { $0.contains("Cần trên 12,5 tỷ đồng, còn hơn 6,9") }, "\(notes)")
  }

  @Test("who stands just on the line that must be passed is told so")
  func atPace() throws {
    let office = try OneIndicatorOffice(
      "\(Self.money), kind: flow, over_units: sum, targets: [{above: 12.5, every: year}]")
    try office.send([("1.5,", "1.5,"), ("1.5,", "1.75,")])
    let text = try office.briefing("2025-Q2")
    #expect(
      text.contains("mức phải vượt cả năm, chưa vượt tiến độ 6/12 tháng (trên 6,25)"), "\(text)")
    // half of 6,25 is 3,125: both say as much, and no less
    #expect(text.contains("trong 02 quý, mỗi quý hơn 3,13."), "\(text)")
    #expect(text.contains("mỗi quý cần hơn 3,13 tỷ đồng"), "\(text)")
  }

  @Test(
    "a number that stands at what it must pass is explained and asked about",
    arguments: [
      "kind: flow, over_units: sum, targets: [{above: 12.5, every: quarter}]",
      "kind: stock, over_units: sum, targets: [{above: 12.5, every: quarter}]",
      "kind: stock, over_units: max, targets: [{above: 12.5, every: quarter}]",
    ])
  func atEdge(target: String) throws {
    let office = try OneIndicatorOffice("\(Self.money), \(target)")
    try office.send([target.contains("max") ? ("6,", "12.5,") : ("6,", "6.5,")])
    let text = try office.briefing("2025-Q1")
    #expect(text.contains("| > 12,5 | 12,5 | 100,0% | - |Chưa đạt"), "\(text)")
    #expect(
      text.contains("đạt 12,5/12,5 tỷ đồng (100,0%), bằng mức 12,5 nhưng chưa vượt qua"), "\(text)")
    #expect(text.contains("báo cáo nguyên nhân chưa đạt chỉ tiêu TT 1"), "\(text)")
    let notes = try office.texts("2025-Q1")
    #expect(
      notes.contains { $0.contains("Cần trên 12,5 tỷ đồng, chưa vượt qua") }, "\(notes)")
  }

  @Test("what each period must bring is rounded up, and alike in both places")
  func eachPeriod() throws {
    let office = try OneIndicatorOffice(
      "\(Self.money), decimals: 3, kind: flow, over_units: sum, targets: [{at_least: 100, every: year}]"
    )
    try office.send([("10,", "10.111111,"), ("10,", "10,")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("ít nhất 59,888889 tỷ đồng trong 02 quý, mỗi quý 29,944445"), "\(text)")
    #expect(text.contains("mỗi quý cần 29,944445 tỷ đồng"), "\(text)")
    #expect(text.contains("mỗi quý không dưới 29,944445"), "\(text)")
  }

  @Test("points that each period must bring are rounded up")
  func points() throws {
    let office = try OneIndicatorOffice(
      "measure: share, denominator: b, kind: stock, over_units: sum, "
        + "targets: [{at_least: 100%, by: 2026, base: {year: 2024, value: 50%}}]")
    // 47 points in six quarters are 7,833... each
    try office.send([("50,100", "51,100"), ("53,100", "53,100")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("06 quý còn lại, mỗi quý cần tăng 7,9 điểm %"), "\(text)")
  }

  @Test("an average that falls is not said to rise with what it is made of")
  func average() throws {
    let office = try OneIndicatorOffice(
      "\(Self.money)/xã, denominator: số xã, kind: stock, over_units: sum, "
        + "targets: [{at_least: 12.5, every: quarter}]")
    try office.send([("60,5", "41,5"), ("61,5", "41,5.5")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("| 9,7 | - | -3,8% |"), "\(text)")
    #expect(
      text.contains("giảm 0,4 tỷ đồng/xã (3,8%) so với quý I năm 2025 (10,1)"), "\(text)")
    #expect(!text.contains("tăng 01 tỷ đồng/xã"), "\(text)")
  }

  @Test("a part of nothing is no number to judge by, and that is said")
  func partOfNothing() throws {
    let office = try OneIndicatorOffice(
      "measure: count, unit_of_measure: việc, kind: stock, over_units: sum, "
        + "targets: [{increase: {by: 10%, against: previous_period}, every: quarter}]")
    try office.send([("0,", "0,"), ("3,", "4,")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("Trong 01 chỉ tiêu: 01 không đánh giá."), "\(text)")
    #expect(
      text.contains(
        "không xác định được mức tăng ít nhất 10% vì số gốc bằng 0; tăng 07 việc (quý I năm 2025"
          + " không phát sinh)"), "\(text)")
    let rows = try String(
      contentsOf: office.small.output("2025-Q2/KH1/data/indicators.csv"), encoding: .utf8)
    #expect(
      rows.contains("KH1,CT01,T,2025-Q2,point,7,,7.000000,,increase,no_verdict,2,2"), "\(rows)")
  }
}
