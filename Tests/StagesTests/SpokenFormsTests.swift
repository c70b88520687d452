import Foundation
import TestSupport
import Testing

@testable import Stages

/// What documents say of forms that have not come, are not due yet, or came with errors.
@Suite("Sentences about forms")
struct SpokenFormsTests {
  /// Quarters, and when what was sent for them came in time.
  private static let quarters = [
    ("2025-Q1", "2025-03-17T09:00"), ("2025-Q2", "2025-06-16T09:00"),
    ("2025-Q3", "2025-09-15T09:00"),
  ]

  @Test("errors of two forms are counted in each, and a half-year is set off from their numbers")
  func forms() throws {
    let office = try SmallOffice.planning(
      ["\(SmallOffice.count), kind: stock, targets: []"],
      tasks: "tasks:\n  - {code: V-01, clause: V, lead: {kinds: [don-vi]}, summary: việc, "
        + "due: continuous}\n", every: "half")
    try office.send("2025-H1", "A", "-1,")
    try office.write(
      "plan,task,status\nKH1,V-01,xong\n", "submissions/2025-H1/A/bieu02.csv")
    let half = try office.words("2025-H1")
    #expect(half.contains("Đơn vị A (Biểu số 01, 02: mỗi biểu 01 lỗi)"), "\(half)")
    let year = try office.words("2025")
    #expect(year.contains("Biểu số 01, 02 kỳ 6 tháng đầu năm 2025"), "\(year)")
  }

  @Test("a year's report before its last quarter is due blames nobody for that quarter")
  func comingForms() throws {
    let office = try SmallOffice.planning(["\(SmallOffice.count), kind: flow, over_units: sum"])
    for (period, day) in Self.quarters {
      for unit in period == "2025-Q1" ? ["A", "B"] : ["A"] {
        try office.send(period, unit, "1,")
        try office.register(unit, "bieu01.csv", day, in: period)
      }
    }
    let briefing = try office.words("2025", asOf: "2025-10-06")
    #expect(
      briefing.contains(
        "- Chưa gửi: Đơn vị B (Biểu số 01 quý II/2025; Biểu số 01 quý III/2025: quý thứ 2 liên"
          + " tiếp chưa có biểu hợp lệ). - Chưa gửi (chưa đến hạn): Đơn vị A (Biểu số 01"
          + " quý IV/2025); Đơn vị B (Biểu số 01 quý IV/2025)."), "\(briefing)")
    #expect(!briefing.contains("quý thứ 3"), "\(briefing)")
    // the page names those to be urged, and nobody is for what is not due
    let page = try office.words("2025", "tom-tat", asOf: "2025-10-06")
    #expect(page.contains("ĐƠN VỊ CẦN ĐÔN ĐỐC - Chưa gửi: Đơn vị B (Biểu số 01"), "\(page)")
    #expect(!page.contains("Đơn vị A (Biểu số 01"), "\(page)")
  }

  @Test("the overview of a longer report says of which periods forms are, and tells a silence once")
  func formsOfSeveralPeriods() throws {
    let office = try SmallOffice.planning(["\(SmallOffice.count), kind: flow, over_units: sum"])
    for (period, day) in Self.quarters {
      try office.send(period, "A", "1,")
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
    let office = try SmallOffice.planning(
      ["\(SmallOffice.count), kind: flow, over_units: sum"],
      tasks: "tasks:\n  - {code: V-01, clause: V, lead: {kinds: [don-vi]}, summary: việc, "
        + "due: continuous}\n")
    for (period, day) in Self.quarters {
      for unit in ["A", "B"] {
        try office.send(period, unit, "1,")
        try office.register(unit, "bieu01.csv", day, in: period)
        if unit == "B", period != "2025-Q1" { continue }
        try office.write(
          "plan,task,status\nKH1,V-01,Đang thực hiện\n", "submissions/\(period)/\(unit)/bieu02.csv")
        try office.register(unit, "bieu02.csv", day, in: period)
      }
    }
    let briefing = try office.words("2025-Q3", asOf: "2025-10-05")
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
    let office = try SmallOffice.planning(
      ["\(SmallOffice.count), kind: flow, over_units: sum"],
      tasks: "tasks:\n  - {code: V-01, clause: V, lead: {kinds: [don-vi]}, summary: việc, "
        + "due: continuous}\n", units: ["A", "B", "C"])
    for unit in ["A", "B", "C"] {
      try office.send("2025-Q3", unit, "1,")
      try office.register(unit, "bieu01.csv", "2025-09-15T09:00", in: "2025-Q3")
    }
    let briefing = try office.words("2025-Q3", asOf: "2025-10-05")
    #expect(
      briefing.contains("Chỉ đạo 03 đơn vị chưa có đủ biểu hợp lệ nêu tại mục"), "\(briefing)")
  }
}
