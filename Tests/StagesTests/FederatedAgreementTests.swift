import Foundation
import TestSupport
import Testing

@testable import Stages

/// What a district says of itself, the province says of it too, and takes what the district sends.
@Suite("Agreement of levels")
struct FederatedAgreementTests {
  private let figures = "indicator,numerator,denominator,note"
  private let tasks = "task,status,completed_on,note"

  /// The cells of a row of one of the levels.
  private func total(
    _ office: SmallOffice, _ indicator: String, _ window: String, _ period: String = "2025-Q3"
  ) throws -> [String: String] {
    try #require(
      try office.data("indicators", period).first {
        $0["indicator"] == indicator && $0["unit"] == "HA" && $0["window"] == window
      })
  }

  private func states(_ office: SmallOffice, _ task: String) throws -> [String?] {
    try office.data("tasks", "2025-Q3").filter { $0["task"] == task && $0["unit"] != "HB" }
      .map { $0["state"] }
  }

  /// A plan whose task is due as told.
  private func due(_ rule: String) -> (String) -> String {
    { $0.replacing("due: {year: 2025}", with: "due: \(rule)") }
  }

  @Test(
    "a stock that stands until the next one goes up with the units that have not sent a new one")
  func carriedForward() throws {
    let district = try District(WorkingFolder()) {
      $0.replacing("kind: stock", with: "kind: stock\n    carry_forward: true")
    }
    try district.send("KH1,CT02,10,10,", of: "X1", figures, "bieu01", in: "2025-Q2")
    try district.send("KH1,CT02,50,90,", of: "X2", figures, "bieu01", in: "2025-Q2")
    try district.send("KH1,CT02,11,11,", of: "X1", figures, "bieu01")
    try district.send("KH1,CT02,,,chưa tổng hợp", of: "X2", figures, "bieu01")
    district.sendUp()
    for office in [district.office, district.province] {
      let total = try total(office, "CT02", "point")
      #expect(total["numerator"] == "61" && total["denominator"] == "101", "\(office.code)")
    }
    let row = try #require(try district.rows("bieu01").first { $0["indicator"] == "CT02" })
    #expect(row["note"] == "số của kỳ trước: 1/2 đơn vị")
  }

  @Test(
    "sums of different units are not held against each other above: what lacks a unit is left out")
  func checksAbove() throws {
    let check = """
      checks:
        - {rule: "CT02.denominator == CT01.numerator", severity: error, message: phải bằng nhau}

      """
    let district = try District(WorkingFolder()) { $0 + check }
    try district.send("KH1,CT01,10,,\nKH1,CT02,5,10,\nKH1,CT03,1,,", of: "X1", figures, "bieu01")
    try district.send(
      "KH1,CT01,,,chưa rà soát\nKH1,CT02,5,20,\nKH1,CT03,,,chưa có", of: "X2", figures, "bieu01")
    let taken = district.sendUp()
    #expect(taken.contains("(1 accepted, 0 returned)"), "\(taken)")
    let rows = try district.rows("bieu01")
    #expect(rows.map { $0["numerator"] } == ["", "10", "1"])
    #expect(
      rows.first?["note"]
        == "để trống vì chưa khớp kiểm tra CT02.denominator == CT01.numerator: mới có số liệu của 1/2 đơn vị"
    )
    #expect(rows.last?["note"] == "gồm số liệu của 1/2 đơn vị")

    try district.send(
      "KH1,CT01,20,,\nKH1,CT02,5,20,\nKH1,CT03,,,chưa có", of: "X2", figures, "bieu01.v2")
    district.sendUp()
    #expect(try district.rows("bieu01").map { $0["numerator"] } == ["30", "10", "1"])
  }

  @Test("a stock carried forward is not held above against a new one of the same units")
  func carriedChecks() throws {
    let check = """
      checks:
        - {rule: "CT02.denominator == CT01.numerator", severity: error}

      """
    let district = try District(WorkingFolder()) {
      $0.replacing("kind: stock", with: "kind: stock\n    carry_forward: true") + check
    }
    for period in ["2025-Q2", "2025-Q3"] {
      let ten = period == "2025-Q2" ? 10 : 11
      try district.send(
        "KH1,CT01,\(ten),,\nKH1,CT02,5,\(ten),", of: "X1", figures, "bieu01", in: period)
    }
    try district.send("KH1,CT01,20,,\nKH1,CT02,5,20,", of: "X2", figures, "bieu01", in: "2025-Q2")
    try district.send("KH1,CT01,21,,\nKH1,CT02,,,chưa rõ", of: "X2", figures, "bieu01")
    #expect(district.sendUp().contains("(2 accepted, 0 returned)"))
    let rows = try district.rows("bieu01")
    #expect(rows.prefix(2).map { $0["numerator"] } == ["32", ""])
  }

  @Test("a task that one unit did late without saying the day is late above too")
  func doneWithoutDate() throws {
    let district = try District(WorkingFolder(), due("{on: 2025-06-30}"))
    try district.send("KH1,V-01,done,2025-03-01,", of: "X1", tasks, "bieu02")
    try district.send("KH1,V-01,done,,", of: "X2", tasks, "bieu02")
    try district.office.register("X2", "bieu02.csv", "2025-09-10T08:00", in: "2025-Q3")
    district.sendUp()
    #expect(try states(district.office, "V-01") == ["done_on_time", "done_late"])
    #expect(try states(district.province, "V-01") == ["done_late"])
    let row = try #require(try district.rows("bieu02").first)
    #expect(row["completed_on"] == "2025-09-10")
    #expect(
      row["note"] == "2/2 đơn vị hoàn thành; 1 đơn vị không ghi ngày, tính theo ngày nhận báo cáo")
  }

  @Test("what one unit did for an earlier quarter is not done for this one above either")
  func earlierCycle() throws {
    let district = try District(WorkingFolder(), due("{every: quarter}"))
    try district.send("KH1,V-01,done,2025-08-20,", of: "X1", tasks, "bieu02")
    try district.send("KH1,V-01,done,2025-05-20,", of: "X2", tasks, "bieu02")
    district.sendUp()
    #expect(try states(district.office, "V-01") == ["done_on_time", "overdue"])
    #expect(try states(district.province, "V-01") == ["overdue"])
    let row = try #require(try district.rows("bieu02").first)
    #expect(row["status"] == "in_progress" && row["note"] == "1/2 đơn vị hoàn thành")
  }

  @Test("standing work that nobody reported on in the period is not reported on above")
  func silentStandingWork() throws {
    let district = try District(WorkingFolder(), due("continuous"))
    for unit in ["X1", "X2"] {
      try district.send("KH1,V-01,in_progress,,", of: unit, tasks, "bieu02", in: "2025-Q2")
      try district.send("KH1,CT01,1,,", of: unit, figures, "bieu01")
    }
    district.sendUp()
    #expect(try district.rows("bieu02", in: "2025-Q2").count == 1)
    #expect(!FileManager.default.fileExists(atPath: district.path("bieu02")))
  }

  @Test("a note that is only a number is taken above as it was below")
  func numberAsNote() throws {
    let district = try District(WorkingFolder())
    try district.send("KH1,V-01,in_progress,,\"2025\"", of: "X1", tasks, "bieu02")
    try district.office.write(
      "code,name,kind,parent,valid_from\nHA,Huyện ủy,cap-tren,,2020-01-01\n"
        + "X1,Xã một,don-vi,HA,2020-01-01\n", "units.csv")
    let taken = district.sendUp()
    #expect(taken.contains(", 0 returned)"), "\(taken)")
    #expect(try district.rows("bieu02").first?["note"] == "2025")
  }

  @Test("the stock a year begins with holds what every unit said of it, also without a flow")
  func yearStart() throws {
    let district = try District(WorkingFolder()) {
      $0.replacing("term: {from: 2025", with: "term: {from: 2024").replacing(
        "kind: stock",
        with: "kind: {numerator: flow, denominator: stock, denominator_at: year_start}")
    }
    try district.send("KH1,CT02,3,100,", of: "X1", figures, "bieu01", in: "2024-Q4")
    try district.send("KH1,CT02,,200,chưa rõ", of: "X2", figures, "bieu01", in: "2024-Q4")
    for (unit, members) in [("X1", 101), ("X2", 201)] {
      for period in ["2025-Q1", "2025-Q2", "2025-Q3"] {
        try district.send("KH1,CT02,2,\(members),", of: unit, figures, "bieu01", in: period)
      }
    }
    district.sendUp()
    for office in [district.office, district.province] {
      let total = try total(office, "CT02", "year")
      #expect(total["numerator"] == "12" && total["denominator"] == "300", "\(office.code)")
    }
  }
}
