import Foundation
import TestSupport
import Testing

@testable import Stages

/// Sentences of a briefing that are signed as they stand: what they say must be so, and be said once.
@Suite("Sentences that are signed")
struct SignedSentencesTests {
  @Test("units that meet a rate over an amount are a number between two numbers")
  func unitsBetween() throws {
    let office = try SmallOffice.planning([
      "measure: amount, numerator: a, denominator: b, unit_of_measure: triệu đồng, kind: flow, "
        + "over_units: units_meeting, targets: [{at_least: 2, every: year, per: unit}]"
    ])
    try office.send("2025-Q4", "A", "30,10")
    let briefing = try office.words("2025-Q4")
    #expect(
      briefing.contains("tùy số liệu còn thiếu, kết quả từ 0 đến 02 đơn vị"), "\(briefing)")
  }

  @Test("who has come down on the way to a number is in step, and nothing else is said of it")
  func wayDown() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.count), kind: stock, over_units: sum, "
        + "targets: [{exactly: 10, by: 2026, base: {year: 2024, value: 30}}]"
    ])
    for (quarter, number) in [(1, 27), (2, 25), (3, 22), (4, 20)] {
      try office.send("2025-Q\(quarter)", "A", "\(number),")
      try office.send("2025-Q\(quarter)", "B", "0,")
    }
    let briefing = try office.words("2025-Q4")
    #expect(briefing.contains("Trong 01 chỉ tiêu: 01 đúng tiến độ."), "\(briefing)")
    #expect(!briefing.contains("ước đến hết năm 2026"))
    #expect(!briefing.contains("ngoài mức phấn đấu"))
  }

  @Test("a gap under two targets is the same wherever it is named")
  func gap() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.share), kind: stock, targets: [{at_least: 50%, every: quarter}, "
        + "{at_least: 70%, every: year}]"
    ])
    // A misses both, B the higher one alone: 30 and 10 are lacking of 70%
    try office.send("2025-Q4", "A", "40,100")
    try office.send("2025-Q4", "B", "60,100")
    let text = try office.words("2025-Q4")
    #expect(text.contains("(còn 40 người): Đơn vị A 30, Đơn vị B 10;"), "\(text)")
    #expect(text.contains("hoàn thành phần còn thiếu (40 người) của chỉ tiêu TT 1"), "\(text)")
  }

  @Test("what leads past what was to be hit is no success, and the plan's number is named")
  func past() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.count), kind: flow, targets: [{about: 1000, tolerance: 50, every: year}]"
    ])
    for period in ["2025-Q1", "2025-Q2"] {
      for unit in ["A", "B"] { try office.send(period, unit, "160,") }
    }
    let text = try office.words("2025-Q2")
    let end = "ước cả năm đạt 1.280 vụ, ngoài mức phấn đấu khoảng 1.000, không đạt chỉ tiêu."
    #expect(text.contains(end), "\(text)")
    #expect(
      text.contains("Kế hoạch tính theo mức tối thiểu: TT 1: 950 (khoảng 1.000)."), "\(text)")
  }

  @Test(
    "a target to fall is named in words",
    arguments: [
      (
        "\(SmallOffice.share), kind: stock, targets: [{decrease: {against: previous_period, by: 1%}, "
          + "every: quarter}]", "50,100",
        "cao hơn 1,0 điểm % so với chỉ tiêu giảm ít nhất 1 điểm %;"
      ),
      (
        "\(SmallOffice.count), kind: stock, targets: [{decrease: {against: previous_period, by: 2}, "
          + "every: quarter}]", "50,", "ở mức 100 vụ, ngoài mức phấn đấu giảm ít nhất 2;"
      ),
    ])
  func fall(indicator: String, row: String, sentence: String) throws {
    let office = try SmallOffice.planning([indicator])
    for period in ["2025-Q2", "2025-Q3"] {
      for unit in ["A", "B"] { try office.send(period, unit, row) }
    }
    let text = try office.words("2025-Q3")
    #expect(text.contains(sentence), "\(text)")
  }

  @Test("somebody is asked about every target that was missed")
  func missed() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.count), kind: flow, targets: [{at_least: 100, every: year}]",
      "\(SmallOffice.count), kind: stock, over_units: max, targets: [{at_most: 5, every: quarter}]",
      "measure: amount, numerator: a, unit_of_measure: triệu đồng, kind: stock, "
        + "targets: [{at_most: 5, every: quarter}]",
    ])
    for quarter in 1...4 {
      try office.send("2025-Q\(quarter)", "A", "10,", "4,", "1.5,")
      try office.send("2025-Q\(quarter)", "B", "10,", "7,", "4,")
    }
    let text = try office.words("2025-Q4")
    for sentence in [
      "Yêu cầu Đơn vị A, Đơn vị B báo cáo nguyên nhân chưa đạt chỉ tiêu TT 1 (Việc 1) và",
      "ở mức 07 vụ, ngoài mức phấn đấu không quá 5, trong đó Đơn vị B 07",
      "Yêu cầu Đơn vị B báo cáo nguyên nhân và biện pháp khắc phục đối với số vụ thuộc chỉ tiêu TT 2",
      "ngoài mức phấn đấu không quá 5, trong đó Đơn vị B 4, Đơn vị A 1,5",
      "khắc phục đối với số liệu thuộc chỉ tiêu TT 3",
    ] {
      #expect(text.contains(sentence), "\(text)")
    }
  }

  @Test("what is lacking is asked of those who report it, of all where these are many")
  func asked() throws {
    let sum = "\(SmallOffice.count), kind: flow, targets: [{at_least: 100, every: year}]"
    let units = ["A", "B", "C", "D"]
    let office = try SmallOffice.planning([sum, "reported_by: {units: [B]}, \(sum)"], units: units)
    for quarter in 1...4 {
      for unit in units.filter({ $0 != "B" }) { try office.send("2025-Q\(quarter)", unit, "2,") }
      try office.send("2025-Q\(quarter)", "B", "2,", "2,")
    }
    let running = try office.words("2025-Q3", asOf: "2025-12-31")
    let over = try office.words("2025-Q4")
    let reason = "báo cáo nguyên nhân chưa đạt chỉ tiêu"
    for (text, sentence) in [
      (running, "Giao các đảng bộ trực thuộc thực hiện phần còn thiếu của chỉ tiêu TT 1"),
      (running, "Giao Đơn vị B thực hiện phần còn thiếu của chỉ tiêu TT 2"),
      (over, "Yêu cầu các đảng bộ trực thuộc \(reason) TT 1"),
      (over, "Yêu cầu Đơn vị B \(reason) TT 2"),
    ] {
      #expect(text.contains(sentence), "\(text)")
    }
  }

  @Test("below ten, a number in a sentence has its zero wherever it stands")
  func zeros() throws {
    let units = ["A", "B", "C"]
    let office = try SmallOffice.planning(
      [
        "\(SmallOffice.count), kind: flow, targets: [{at_most: 9, every: year}]",
        "\(SmallOffice.count), kind: stock, over_units: units_meeting, "
          + "targets: [{exists: true, per: unit, every: quarter}]",
      ], units: units)
    // C had 3 in one quarter and may have as many again: then there are 10
    for unit in units { try office.send("2025-Q1", unit, unit == "C" ? "3," : "1,", "1,") }
    for unit in units.dropLast() { try office.send("2025-Q2", unit, "1,", "1,") }
    let text = try office.words("2025-Q2")
    #expect(text.contains("mới tính được 07 vụ;"), "\(text)")
    #expect(text.contains("kết quả từ 02 đến 03 đơn vị"), "\(text)")
  }

  @Test("what each quarter must reach is judged in the reports of the quarters")
  func parts() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.count), kind: flow, targets: [{exactly: 0, every: quarter}]"
    ])
    for quarter in 1...4 {
      for unit in ["A", "B"] { try office.send("2025-Q\(quarter)", unit, "0,") }
    }
    let text = try office.words("2025")
    #expect(
      text.contains("mức đúng 0 vụ được đánh giá tại báo cáo của từng quý."), "\(text)")
  }

  @Test("what applies to no unit is not missing")
  func applicable() throws {
    let level = "\(SmallOffice.share), kind: stock, targets: [{at_least: 50%, every: quarter}]"
    let office = try SmallOffice.planning([level, level])
    for unit in ["A", "B"] { try office.send("2025-Q3", unit, "60,100", "-,-") }
    let text = try office.words("2025-Q3")
    #expect(
      text.contains("TT 2 (Việc 2): không có đơn vị nào thuộc diện phải báo cáo."), "\(text)")
    let summary = try office.words("2025-Q3", "tom-tat")
    #expect(!summary.contains("- TT 2"), "\(summary)")
  }

  @Test("the months so far and a denominator of nothing are numbers that are known")
  func places() throws {
    let office = try SmallOffice.planning(
      [
        "\(SmallOffice.count), kind: flow, targets: [{at_least: 100, every: year}]",
        "\(SmallOffice.share), kind: stock, targets: [{at_least: 50%, every: month}]",
      ], every: "month")
    for month in 1...8 {
      for unit in ["A", "B"] { try office.send("2025-0\(month)", unit, "1,", "0,0") }
    }
    let text = try office.words("2025-08")
    #expect(text.contains("lũy kế 8 tháng năm 2025"), "\(text)")
    #expect(text.contains("mẫu số bằng 0"), "\(text)")
    let sources = try office.data("briefing-sources", "2025-08")
    #expect(!sources.isEmpty && !sources.contains { $0["source"] == "unknown" })
  }

  @Test("what is not to happen at all has no outlook")
  func nothing() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.count), kind: flow, targets: [{exactly: 0, every: year}]"
    ])
    for period in ["2025-Q1", "2025-Q2"] {
      for unit in ["A", "B"] { try office.send(period, unit, "0,") }
    }
    let text = try office.words("2025-Q2")
    #expect(text.contains("01 đúng tiến độ"), "\(text)")
    #expect(!text.contains("Khả năng hoàn thành"), "\(text)")
  }

  @Test("the overview of a plan without tasks says so, instead of counting none")
  func overview() throws {
    let office = try SmallOffice.planning(["\(SmallOffice.count), kind: stock, targets: []"])
    try office.send("2025-Q3", "A", "1,")
    _ = try office.words("2025-Q3")
    let cells = try XLSX(office.output("2025-Q3/KH1/bieu-tong-hop.xlsx")).cells("Tổng quan")
    let texts = cells.values.compactMap(\.text)
    #expect(texts.contains("Kế hoạch không giao nhiệm vụ."))
    #expect(!texts.contains("Nhiệm vụ giao cơ quan chủ trì"))
  }

  @Test(
    "what is doubted are the figures of the report, not those of a correction that was returned")
  func doubts() throws {
    let office = try SmallOffice.planning(["\(SmallOffice.share), kind: stock, targets: []"])
    for unit in ["A", "B"] { try office.send("2025-Q3", unit, "40,100") }
    try office.send("2025-Q4", "A", "40,150")
    try office.send("2025-Q4", "B", "40,100")
    let first = try office.words("2025-Q4")
    #expect(first.contains("(từ 100 thành 150), quá 10%"), "\(first)")
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,201,200\n",
      "submissions/2025-Q4/A/bieu01.v2.csv")
    try office.register("A", "bieu01.v2.csv", "2026-01-06T09:00", in: "2025-Q4")
    let second = try office.words("2025-Q4", asOf: "2026-01-07")
    #expect(second.contains("(80/250; SL 2/2)"), "\(second)")
    #expect(second.contains("(từ 100 thành 150), quá 10%"), "\(second)")
    #expect(!second.contains("thành 200"), "\(second)")
  }

  @Test("a unit without a figure is not said to have left out a note")
  func silence() throws {
    let office = try SmallOffice.planning(
      [
        "\(SmallOffice.share), kind: {numerator: flow, denominator: stock, denominator_at: year_start}, "
          + "targets: [{at_least: 50%, every: year}]"
      ], units: ["A", "B", "C"])
    for unit in ["A", "B", "C"] {
      try office.send("2025-Q1", unit, "1,100")
      try office.send("2025-Q2", unit, "1,100")
    }
    try office.write(
      "plan,indicator,numerator,denominator,note\nKH1,CT01,1,100,thiếu nguồn\n",
      "submissions/2025-Q3/A/bieu01.csv")
    try office.send("2025-Q3", "B", "1,100")
    let text = try office.words("2025-Q3")
    #expect(
      text.contains(
        "03 đơn vị chậm tiến độ; Đơn vị A ghi \"thiếu nguồn\"; 01 đơn vị không ghi chú; 01 đơn vị"
          + " chưa có số liệu kỳ này."), "\(text)")
  }

  @Test("of what is collected once a year nobody is asked yet after nine months, as after six")
  func notYetAsked() throws {
    let office = try SmallOffice.planning([
      "\(SmallOffice.count), kind: flow, over_units: sum",
      "\(SmallOffice.count), kind: flow, over_units: sum, collected: year",
    ])
    for period in ["2025-H1", "2025-9M"] {
      let briefing = try office.words(period, asOf: "2025-10-05")
      #expect(
        briefing.contains("TT 2 (Việc 2): chưa đến kỳ thu thập số liệu"), "\(briefing)")
      #expect(!briefing.contains("thuộc diện phải báo cáo"), "\(briefing)")
    }
  }
}
