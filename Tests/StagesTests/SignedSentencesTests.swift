import Foundation
import TestSupport
import Testing

@testable import Stages

/// Sentences of a briefing that are signed as they stand: what they say must be so, and be said once.
@Suite("Sentences that are signed")
struct SignedSentencesTests {
  /// An office of two units with one plan, which reports every quarter unless said otherwise.
  private func office(
    _ indicators: [String], tasks: String = "", every: String = "quarter",
    units: [String] = ["A", "B"]
  ) throws -> SmallOffice {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: units)
    let rows = indicators.enumerated().map { number, text in
      "  - {code: CT0\(number + 1), clause: I, name: \"Việc \(number + 1)\", "
        + (text.contains("reported_by") ? "" : "reported_by: {kinds: [don-vi]}, ") + "\(text)}\n"
    }
    try office.write(
      """
      \(SmallOffice.planHead(by: "T", every: every))

      """ + (rows.isEmpty ? "" : "indicators:\n" + rows.joined()) + tasks, "plans/KH1.yaml")
    return office
  }

  private func send(
    _ office: SmallOffice, _ period: String, _ unit: String, _ rows: String...
  ) throws {
    let lines = rows.enumerated().map { "KH1,CT0\($0 + 1),\($1)\n" }.joined()
    try office.write(
      "plan,indicator,numerator,denominator\n" + lines, "submissions/\(period)/\(unit)/bieu01.csv")
  }

  /// The words of the briefing of a period, or of another document of it.
  private func text(
    _ office: SmallOffice, _ period: String, _ name: String = "bao-cao", asOf: String = "2026-01-05"
  ) throws -> String {
    office.issue(period, asOf)
    return try String(contentsOf: office.output("\(period)/KH1/\(name).txt"), encoding: .utf8)
      .split { $0.isWhitespace }.joined(separator: " ")
  }

  private static let count = "measure: count, numerator: a, decimals: 0, unit_of_measure: vụ"
  private static let share = "measure: share, numerator: a, denominator: b, unit_of_measure: người"

  @Test("units that meet a rate over an amount are a number between two numbers")
  func unitsBetween() throws {
    let office = try office([
      "measure: amount, numerator: a, denominator: b, unit_of_measure: triệu đồng, kind: flow, "
        + "over_units: units_meeting, targets: [{at_least: 2, every: year, per: unit}]"
    ])
    try send(office, "2025-Q4", "A", "30,10")
    let briefing = try text(office, "2025-Q4")
    #expect(
      briefing.contains("tùy số liệu còn thiếu, kết quả từ 0 đến 02 đơn vị"), "\(briefing)")
  }

  @Test("who has come down on the way to a number is in step, and nothing else is said of it")
  func wayDown() throws {
    let office = try office([
      "\(Self.count), kind: stock, over_units: sum, "
        + "targets: [{exactly: 10, by: 2026, base: {year: 2024, value: 30}}]"
    ])
    for (quarter, number) in [(1, 27), (2, 25), (3, 22), (4, 20)] {
      try send(office, "2025-Q\(quarter)", "A", "\(number),")
      try send(office, "2025-Q\(quarter)", "B", "0,")
    }
    let briefing = try text(office, "2025-Q4")
    #expect(briefing.contains("Trong 01 chỉ tiêu: 01 đúng tiến độ."), "\(briefing)")
    #expect(!briefing.contains("ước đến hết năm 2026"))
    #expect(!briefing.contains("ngoài mức phấn đấu"))
  }

  @Test("a gap under two targets is the same wherever it is named")
  func gap() throws {
    let office = try office([
      "\(Self.share), kind: stock, targets: [{at_least: 50%, every: quarter}, "
        + "{at_least: 70%, every: year}]"
    ])
    // A misses both, B the higher one alone: 30 and 10 are lacking of 70%
    try send(office, "2025-Q4", "A", "40,100")
    try send(office, "2025-Q4", "B", "60,100")
    let text = try text(office, "2025-Q4")
    #expect(text.contains("(còn 40 người): Đơn vị A 30, Đơn vị B 10;"), "\(text)")
    #expect(text.contains("hoàn thành phần còn thiếu (40 người) của chỉ tiêu TT 1"), "\(text)")
  }

  @Test("what leads past what was to be hit is no success, and the plan's number is named")
  func past() throws {
    let office = try office([
      "\(Self.count), kind: flow, targets: [{about: 1000, tolerance: 50, every: year}]"
    ])
    for period in ["2025-Q1", "2025-Q2"] {
      for unit in ["A", "B"] { try send(office, period, unit, "160,") }
    }
    let text = try text(office, "2025-Q2")
    let end = "ước cả năm đạt 1.280 vụ, ngoài mức phấn đấu khoảng 1.000, không đạt chỉ tiêu."
    #expect(text.contains(end), "\(text)")
    #expect(
      text.contains("Kế hoạch tính theo mức tối thiểu: TT 1: 950 (khoảng 1.000)."), "\(text)")
  }

  @Test(
    "a target to fall is named in words",
    arguments: [
      (
        "\(share), kind: stock, targets: [{decrease: {against: previous_period, by: 1%}, "
          + "every: quarter}]", "50,100",
        "cao hơn 1,0 điểm % so với chỉ tiêu giảm ít nhất 1 điểm %;"
      ),
      (
        "\(count), kind: stock, targets: [{decrease: {against: previous_period, by: 2}, "
          + "every: quarter}]", "50,", "ở mức 100 vụ, ngoài mức phấn đấu giảm ít nhất 2;"
      ),
    ])
  func fall(indicator: String, row: String, sentence: String) throws {
    let office = try office([indicator])
    for period in ["2025-Q2", "2025-Q3"] {
      for unit in ["A", "B"] { try send(office, period, unit, row) }
    }
    let text = try text(office, "2025-Q3")
    #expect(text.contains(sentence), "\(text)")
  }

  @Test("somebody is asked about every target that was missed")
  func missed() throws {
    let office = try office([
      "\(Self.count), kind: flow, targets: [{at_least: 100, every: year}]",
      "\(Self.count), kind: stock, over_units: max, targets: [{at_most: 5, every: quarter}]",
      "measure: amount, numerator: a, unit_of_measure: triệu đồng, kind: stock, "
        + "targets: [{at_most: 5, every: quarter}]",
    ])
    for quarter in 1...4 {
      try send(office, "2025-Q\(quarter)", "A", "10,", "4,", "1.5,")
      try send(office, "2025-Q\(quarter)", "B", "10,", "7,", "4,")
    }
    let text = try text(office, "2025-Q4")
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
    let sum = "\(Self.count), kind: flow, targets: [{at_least: 100, every: year}]"
    let units = ["A", "B", "C", "D"]
    let office = try office([sum, "reported_by: {units: [B]}, \(sum)"], units: units)
    for quarter in 1...4 {
      for unit in units.filter({ $0 != "B" }) { try send(office, "2025-Q\(quarter)", unit, "2,") }
      try send(office, "2025-Q\(quarter)", "B", "2,", "2,")
    }
    let running = try text(office, "2025-Q3", asOf: "2025-12-31")
    let over = try text(office, "2025-Q4")
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
    let office = try office(
      [
        "\(Self.count), kind: flow, targets: [{at_most: 9, every: year}]",
        "\(Self.count), kind: stock, over_units: units_meeting, "
          + "targets: [{exists: true, per: unit, every: quarter}]",
      ], units: units)
    // C had 3 in one quarter and may have as many again: then there are 10
    for unit in units { try send(office, "2025-Q1", unit, unit == "C" ? "3," : "1,", "1,") }
    for unit in units.dropLast() { try send(office, "2025-Q2", unit, "1,", "1,") }
    let text = try text(office, "2025-Q2")
    #expect(text.contains("mới tính được 07 vụ;"), "\(text)")
    #expect(text.contains("kết quả từ 02 đến 03 đơn vị"), "\(text)")
  }

  @Test("what each quarter must reach is judged in the reports of the quarters")
  func parts() throws {
    let office = try office([
      "\(Self.count), kind: flow, targets: [{exactly: 0, every: quarter}]"
    ])
    for quarter in 1...4 {
      for unit in ["A", "B"] { try send(office, "2025-Q\(quarter)", unit, "0,") }
    }
    let text = try text(office, "2025")
    #expect(
      text.contains("mức đúng 0 vụ được đánh giá tại báo cáo của từng quý."), "\(text)")
  }

  @Test("what applies to no unit is not missing")
  func applicable() throws {
    let level = "\(Self.share), kind: stock, targets: [{at_least: 50%, every: quarter}]"
    let office = try office([level, level])
    for unit in ["A", "B"] { try send(office, "2025-Q3", unit, "60,100", "-,-") }
    let text = try text(office, "2025-Q3")
    #expect(
      text.contains("TT 2 (Việc 2): không có đơn vị nào thuộc diện phải báo cáo."), "\(text)")
    let summary = try self.text(office, "2025-Q3", "tom-tat")
    #expect(!summary.contains("- TT 2"), "\(summary)")
  }

  @Test("the months so far and a denominator of nothing are numbers that are known")
  func places() throws {
    let office = try office(
      [
        "\(Self.count), kind: flow, targets: [{at_least: 100, every: year}]",
        "\(Self.share), kind: stock, targets: [{at_least: 50%, every: month}]",
      ], every: "month")
    for month in 1...8 {
      for unit in ["A", "B"] { try send(office, "2025-0\(month)", unit, "1,", "0,0") }
    }
    let text = try text(office, "2025-08")
    #expect(text.contains("lũy kế 8 tháng năm 2025"), "\(text)")
    #expect(text.contains("mẫu số bằng 0"), "\(text)")
    let sources = try office.data("briefing-sources", "2025-08")
    #expect(!sources.isEmpty && !sources.contains { $0["source"] == "unknown" })
  }

  @Test("what is not to happen at all has no outlook")
  func nothing() throws {
    let office = try office([
      "\(Self.count), kind: flow, targets: [{exactly: 0, every: year}]"
    ])
    for period in ["2025-Q1", "2025-Q2"] {
      for unit in ["A", "B"] { try send(office, period, unit, "0,") }
    }
    let text = try text(office, "2025-Q2")
    #expect(text.contains("01 đúng tiến độ"), "\(text)")
    #expect(!text.contains("Khả năng hoàn thành"), "\(text)")
  }

  @Test("errors of two forms are counted in each, and a half-year is set off from their numbers")
  func forms() throws {
    let office = try office(
      ["\(Self.count), kind: stock, targets: []"],
      tasks: "tasks:\n  - {code: V-01, clause: V, lead: {kinds: [don-vi]}, summary: việc, "
        + "due: continuous}\n", every: "half")
    try send(office, "2025-H1", "A", "-1,")
    try office.write(
      "plan,task,status\nKH1,V-01,xong\n", "submissions/2025-H1/A/bieu02.csv")
    let half = try text(office, "2025-H1")
    #expect(half.contains("Đơn vị A (Biểu số 01, 02: mỗi biểu 01 lỗi)"), "\(half)")
    let year = try text(office, "2025")
    #expect(year.contains("Biểu số 01, 02 kỳ 6 tháng đầu năm 2025"), "\(year)")
  }

  @Test("the overview of a plan without tasks says so, instead of counting none")
  func overview() throws {
    let office = try office(["\(Self.count), kind: stock, targets: []"])
    try send(office, "2025-Q3", "A", "1,")
    _ = try text(office, "2025-Q3")
    let cells = try XLSX(office.output("2025-Q3/KH1/bieu-tong-hop.xlsx")).cells("Tổng quan")
    let texts = cells.values.compactMap(\.text)
    #expect(texts.contains("Kế hoạch không giao nhiệm vụ."))
    #expect(!texts.contains("Nhiệm vụ giao cơ quan chủ trì"))
  }

  @Test(
    "what is doubted are the figures of the report, not those of a correction that was returned")
  func doubts() throws {
    let office = try office(["\(Self.share), kind: stock, targets: []"])
    for unit in ["A", "B"] { try send(office, "2025-Q3", unit, "40,100") }
    try send(office, "2025-Q4", "A", "40,150")
    try send(office, "2025-Q4", "B", "40,100")
    let first = try text(office, "2025-Q4")
    #expect(first.contains("(từ 100 thành 150), quá 10%"), "\(first)")
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,201,200\n",
      "submissions/2025-Q4/A/bieu01.v2.csv")
    try office.register("A", "bieu01.v2.csv", "2026-01-06T09:00", in: "2025-Q4")
    let second = try text(office, "2025-Q4", asOf: "2026-01-07")
    #expect(second.contains("(80/250; SL 2/2)"), "\(second)")
    #expect(second.contains("(từ 100 thành 150), quá 10%"), "\(second)")
    #expect(!second.contains("thành 200"), "\(second)")
  }

  @Test("a unit without a figure is not said to have left out a note")
  func silence() throws {
    let office = try office(
      [
        "\(Self.share), kind: {numerator: flow, denominator: stock, denominator_at: year_start}, "
          + "targets: [{at_least: 50%, every: year}]"
      ], units: ["A", "B", "C"])
    for unit in ["A", "B", "C"] {
      try send(office, "2025-Q1", unit, "1,100")
      try send(office, "2025-Q2", unit, "1,100")
    }
    try office.write(
      "plan,indicator,numerator,denominator,note\nKH1,CT01,1,100,thiếu nguồn\n",
      "submissions/2025-Q3/A/bieu01.csv")
    try send(office, "2025-Q3", "B", "1,100")
    let text = try text(office, "2025-Q3")
    #expect(
      text.contains(
        "03 đơn vị chậm tiến độ; Đơn vị A ghi \"thiếu nguồn\"; 01 đơn vị không ghi chú; 01 đơn vị"
          + " chưa có số liệu kỳ này."), "\(text)")
  }

  @Test("of what is collected once a year nobody is asked yet after nine months, as after six")
  func notYetAsked() throws {
    let office = try office([
      "\(Self.count), kind: flow, over_units: sum",
      "\(Self.count), kind: flow, over_units: sum, collected: year",
    ])
    for period in ["2025-H1", "2025-9M"] {
      let briefing = try text(office, period, asOf: "2025-10-05")
      #expect(
        briefing.contains("TT 2 (Việc 2): chưa đến kỳ thu thập số liệu"), "\(briefing)")
      #expect(!briefing.contains("thuộc diện phải báo cáo"), "\(briefing)")
    }
  }

  /// Quarters, and when what was sent for them came in time.
  private static let quarters = [
    ("2025-Q1", "2025-03-17T09:00"), ("2025-Q2", "2025-06-16T09:00"),
    ("2025-Q3", "2025-09-15T09:00"),
  ]

  @Test("a year's report before its last quarter is due blames nobody for that quarter")
  func comingForms() throws {
    let office = try office(["\(Self.count), kind: flow, over_units: sum"])
    for (period, day) in Self.quarters {
      for unit in period == "2025-Q1" ? ["A", "B"] : ["A"] {
        try send(office, period, unit, "1,")
        try office.register(unit, "bieu01.csv", day, in: period)
      }
    }
    let briefing = try text(office, "2025", asOf: "2025-10-06")
    #expect(
      briefing.contains(
        "- Chưa gửi: Đơn vị B (Biểu số 01 quý II/2025; Biểu số 01 quý III/2025: quý thứ 2 liên"
          + " tiếp chưa có biểu hợp lệ). - Chưa gửi (chưa đến hạn): Đơn vị A (Biểu số 01"
          + " quý IV/2025); Đơn vị B (Biểu số 01 quý IV/2025)."), "\(briefing)")
    #expect(!briefing.contains("quý thứ 3"), "\(briefing)")
    // the page names those to be urged, and nobody is for what is not due
    let page = try text(office, "2025", "tom-tat", asOf: "2025-10-06")
    #expect(page.contains("ĐƠN VỊ CẦN ĐÔN ĐỐC - Chưa gửi: Đơn vị B (Biểu số 01"), "\(page)")
    #expect(!page.contains("Đơn vị A (Biểu số 01"), "\(page)")
  }

  @Test("the overview of a longer report says of which periods forms are, and tells a silence once")
  func formsOfSeveralPeriods() throws {
    let office = try office(["\(Self.count), kind: flow, over_units: sum"])
    for (period, day) in Self.quarters {
      try send(office, period, "A", "1,")
      try office.register("A", "bieu01.csv", day, in: period)
    }
    office.issue("2025", "2025-10-06")
    let overview = try XLSX(office.output("2025/KH1/bieu-tong-hop.xlsx")).cells("Tổng quan")
    let points = overview.filter { $0.key.hasPrefix("B") }.compactMap { address, title in
      title.text.map { ($0, overview["E" + address.dropFirst()]?.text ?? "") }
    }
    let said = points.map { "\($0): \($1)" }.sorted()
    #expect(
      said.contains(
        "Báo cáo chưa gửi: Đơn vị B (Biểu số 01 quý I/2025, Biểu số 01 quý II/2025,"
          + " Biểu số 01 quý III/2025)"), "\(said)")
    #expect(
      said.contains(
        "Báo cáo chưa gửi (chưa đến hạn): Đơn vị A (Biểu số 01 quý IV/2025), Đơn vị B"
          + " (Biểu số 01 quý IV/2025)"), "\(said)")
    #expect(
      said.contains(
        "Nhiều kỳ liên tiếp chưa có báo cáo hợp lệ: Đơn vị B (Biểu số 01, 3 kỳ)"), "\(said)")
  }

  @Test("who is to explain a silence is told of which form, for the other may have come")
  func silentForm() throws {
    let office = try office(
      ["\(Self.count), kind: flow, over_units: sum"],
      tasks: "tasks:\n  - {code: V-01, clause: V, lead: {kinds: [don-vi]}, summary: việc, "
        + "due: continuous}\n")
    for (period, day) in Self.quarters {
      for unit in ["A", "B"] {
        try send(office, period, unit, "1,")
        try office.register(unit, "bieu01.csv", day, in: period)
        if unit == "B", period != "2025-Q1" { continue }
        try office.write(
          "plan,task,status\nKH1,V-01,Đang thực hiện\n", "submissions/\(period)/\(unit)/bieu02.csv")
        try office.register(unit, "bieu02.csv", day, in: period)
      }
    }
    let briefing = try text(office, "2025-Q3", asOf: "2025-10-05")
    #expect(
      briefing.contains(
        "yêu cầu Đơn vị B giải trình việc 02 quý liên tiếp chưa có Biểu số 02 hợp lệ."),
      "\(briefing)")
    func letter(_ name: String) throws -> String {
      try String(contentsOf: office.output("2025-Q3/don-doc/\(name).txt"), encoding: .utf8)
        .split { $0.isWhitespace }.joined(separator: " ")
    }
    #expect(try letter("cong-van").contains("có liên quan: Đơn vị B (Biểu số 02: 02 quý)."))
    #expect(
      try letter("B").contains("nêu rõ nguyên nhân 02 quý liên tiếp chưa có Biểu số 02 hợp lệ."))
  }

  @Test("a unit one of whose forms has come is not said to have sent nothing valid")
  func someForms() throws {
    let office = try office(
      ["\(Self.count), kind: flow, over_units: sum"],
      tasks: "tasks:\n  - {code: V-01, clause: V, lead: {kinds: [don-vi]}, summary: việc, "
        + "due: continuous}\n", units: ["A", "B", "C"])
    for unit in ["A", "B", "C"] {
      try send(office, "2025-Q3", unit, "1,")
      try office.register(unit, "bieu01.csv", "2025-09-15T09:00", in: "2025-Q3")
    }
    let briefing = try text(office, "2025-Q3", asOf: "2025-10-05")
    #expect(
      briefing.contains("Chỉ đạo 03 đơn vị chưa có đủ biểu hợp lệ nêu tại mục"), "\(briefing)")
  }
}
