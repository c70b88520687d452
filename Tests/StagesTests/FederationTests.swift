import Foundation
import TestSupport
import Testing

@testable import Stages

/// Communes report to two districts, these to the province: one input format, one sum.
@Suite("Federation")
struct FederationTests {
  @Test("sums at the top are the sums over all base units", arguments: 1...5 as ClosedRange<UInt64>)
  func threeLevels(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let folder = try WorkingFolder()
    let province = try SmallOffice(folder, code: "tinh", root: "T", units: ["HA", "HB"])
    var sums: [String: [Int]] = [:]
    for district in ["HA", "HB"] {
      let communes = (1...4).map { "\(district)\($0)" }
      let office = try SmallOffice(
        folder, code: district.lowercased(), root: district, units: communes)
      for period in ["2025-Q1", "2025-Q2", "2025-Q3"] {
        for commune in communes {
          let count = Int.random(in: 0...500, using: &dice)
          let below = Int.random(in: 1...90, using: &dice)
          let above = Int.random(in: 0...below, using: &dice)
          let thousandths = Int.random(in: 0...9_999_999, using: &dice)
          let amount = "\(thousandths / 1000),\(String(1000 + thousandths % 1000).dropFirst())0"
          try office.write(
            "plan;indicator;numerator;denominator\nKH1;CT01;\(count);\n"
              + "KH1;CT02;\(above);\(below)\nKH1;CT03;\(amount);\n",
            "submissions/\(period)/\(commune)/bieu01.csv")
          try office.write(
            "plan;task;status\nKH1;V-01;\(seed % 2 == 0 ? "done" : "in_progress")\n",
            "submissions/\(period)/\(commune)/bieu02.csv")
          for (key, number) in [("CT01", count), ("CT03", thousandths)] {
            sums["\(key) \(period)", default: [0]][0] += number
          }
          sums["CT02 \(period)", default: [0, 0]][0] += above
          sums["CT02 \(period)"]?[1] += below
        }
      }
      #expect(office.run(IngestStage.run).text.contains("(24 accepted, 0 returned)"))
      let made = office.run(AggregateStage.run) {
        $0.period = "all"
        $0.exportFolder = "\(province.inputs)/tinh/submissions"
      }
      #expect(made.status == .clean, "\(made.text)")
    }
    let taken = province.run(IngestStage.run)
    #expect(taken.text.contains("took 12 new files (12 accepted, 0 returned)"), "\(taken.text)")
    province.run(AggregateStage.run) { $0.period = "all" }
    for (key, sum) in sums {
      let parts = key.split(separator: " ").map(String.init)
      let row = try #require(
        try province.data("indicators", parts[1]).first {
          $0["indicator"] == parts[0] && $0["unit"] == "T"
            && ["point", "period"].contains($0["window"])
        })
      if parts[0] == "CT03" {
        let digits = (row["numerator"] ?? "").split(separator: ".")
        let fraction =
          digits.count > 1 ? digits[1] + String(repeating: "0", count: 3 - digits[1].count) : "000"
        #expect(Int(digits[0] + fraction) == sum[0], "\(key)")
      } else {
        #expect(row["numerator"] == String(sum[0]), "\(key)")
        #expect(row["denominator"] == (sum.count > 1 ? String(sum[1]) : ""), "\(key)")
      }
    }
    let tasks = try province.data("tasks", "2025-Q3")
    #expect(tasks.count == 2)
    #expect(tasks.allSatisfy { $0["state"] == (seed % 2 == 0 ? "done_on_time" : "not_due") })
  }

  @Test("a correction below is a correction above; a unit without figures is blank, not zero")
  func corrections() throws {
    let folder = try WorkingFolder()
    let province = try SmallOffice(folder, code: "tinh", root: "T", units: ["HA"])
    let district = try SmallOffice(folder, code: "ha", root: "HA", units: ["X1", "X2"])
    func send(_ count: String, _ file: String) throws {
      try district.write(
        "plan,indicator,numerator,denominator\nKH1,CT01,\(count),\nKH1,CT02,x,x\nKH1,CT03,,\n",
        "submissions/2025-Q3/X1/\(file)")
      district.run(IngestStage.run)
      district.run(AggregateStage.run) {
        $0.exportFolder = "\(province.inputs)/tinh/submissions"
      }
      province.run(IngestStage.run)
      province.run(AggregateStage.run)
      province.run(BriefingStage.run)
    }
    try send("5", "bieu01.csv")
    let exported = try Table.rows(
      of: URL(fileURLWithPath: "\(province.inputs)/tinh/submissions/2025-Q3/HA/bieu01.csv"))
    #expect(exported.map { $0["numerator"] } == ["5", "", ""])
    #expect(exported.first?["note"] == "gồm số liệu của 1/2 đơn vị")
    #expect(
      !FileManager.default.fileExists(atPath: province.output("2025-Q3/KH1/hieu-chinh.txt").path))
    try send("7", "bieu01.v2.csv")
    let notice = try String(
      contentsOf: province.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
    #expect(notice.contains("01 số liệu điều chỉnh"))
    #expect(try province.data("indicators", "2025-Q3").first?["numerator"] == "7")
  }

  @Test(
    "what has not been answered is not 'not applicable': that every unit says",
    arguments: ["sum", "last", "max"],
    [("-", nil, ""), ("-", "", ""), ("-", "-", "-"), ("-", "4", "4"), (nil, "-", "")]
      as [(String?, String?, String)])
  func notApplicable(combination: String, said: (String?, String?, String)) throws {
    let district = try District(WorkingFolder()) {
      $0.replacing("over_units: sum", with: "over_units: \(combination)")
    }
    for (unit, number) in [("X1", said.0), ("X2", said.1)] {
      let below = number == "4" ? "8" : number ?? ""
      try district.send(
        number.map { "KH1,CT01,\($0),\nKH1,CT02,\($0),\(below)" }, of: unit,
        "indicator,numerator,denominator", "bieu01")
    }
    district.export()
    let rows = try district.rows("bieu01")
    #expect(rows.prefix(2).map { $0["numerator"] } == [said.2, said.2])
    #expect(rows[0]["denominator"] == "")
    #expect(rows[1]["denominator"] == (said.2 == "4" ? "8" : said.2))
  }

  @Test("a unit that has not answered still turns the verdict of the level above")
  func unansweredAbove() throws {
    let district = try District(WorkingFolder()) {
      $0.replacing("{at_least: 1000, every: year}", with: "{at_most: 0, every: quarter}")
    }
    let columns = "indicator,numerator,denominator"
    try district.send("KH1,CT01,-,", of: "X1", columns, "bieu01")
    try district.province.write(
      "plan,\(columns)\nKH1,CT01,0,\n", "submissions/2025-Q3/HB/bieu01.csv")
    district.export()
    district.province.run(IngestStage.run)
    district.province.run(AggregateStage.run)
    let total = try #require(
      try district.province.data("indicators", "2025-Q3").first {
        $0["indicator"] == "CT01" && $0["unit"] == "T" && $0["window"] == "period"
      })
    #expect(total["verdict"] == "insufficient")
    #expect(total["units_counted"] == "1")
    #expect(total["units_expected"] == "2")
  }

  @Test("a submission holds every plan that the level above has, and none that no longer holds")
  func allPlans() throws {
    let district = try District(WorkingFolder())
    let columns = "indicator,numerator,denominator"
    try district.office.write(
      SmallOffice.plan("HA").replacing("KH1", with: "KH2"), "plans/KH2.yaml")
    try district.send("KH1,CT01,1,\nKH2,CT01,2,", of: "X1", columns, "bieu01")
    try district.send("KH1,V-01,done", of: "X1", "task,status", "bieu02")
    func plans(_ name: String) throws -> [String] {
      FileManager.default.fileExists(atPath: district.path(name))
        ? try district.rows(name).compactMap { $0["plan"] } : []
    }
    district.export()
    let all = ["KH1", "KH1", "KH1", "KH2", "KH2", "KH2"]
    #expect(try plans("bieu01") == all)
    #expect(try plans("bieu02") == ["KH1"])

    let refused = district.export { $0.plan = "KH1" }
    #expect(refused.status == .usage)
    #expect(refused.text.contains("--plan: a submission holds all plans"), "\(refused.text)")
    #expect(!refused.text.contains("edition"), "nothing is issued: \(refused.text)")
    #expect(try plans("bieu01") == all)
    #expect(district.export { $0.exportPlans = ["KH9"] }.status == .usage)
    let nowhere = district.office.run(AggregateStage.run) { $0.exportPlans = ["KH1"] }
    #expect(nowhere.status == .usage)

    #expect(district.export { $0.exportPlans = ["kh2"] }.status == .clean)
    #expect(try plans("bieu01") == ["KH2", "KH2", "KH2"])
    #expect(try plans("bieu02") == [])

    try district.send("KH1,CT01,3,\nKH2,CT01,2,", of: "X1", columns, "bieu01.v2")
    district.office.run(IngestStage.run)
    district.office.run(AggregateStage.run) { $0.plan = "KH1" }
    let partly = district.export { $0.edition = 2 }
    #expect(partly.status == .usage)
    #expect(partly.text.contains("--edition 2: KH2 has none"), "\(partly.text)")
    #expect(try plans("bieu01") == ["KH2", "KH2", "KH2"])
  }

  @Test("where nothing is to be exported, no earlier export is left to be sent; other files are")
  func nothingStale() throws {
    let district = try District(WorkingFolder())
    try district.send("KH1,CT01,1,", of: "X1", "indicator,numerator,denominator", "bieu01")
    district.export()
    let own = district.path("ghi-chu")
    try "a".write(toFile: own, atomically: true, encoding: .utf8)
    #expect(FileManager.default.fileExists(atPath: district.path("bieu01")))
    let empty = district.export { $0.asOf = "2025-07-01" }
    #expect(empty.text.contains("nothing to export"), "\(empty.text)")
    #expect(empty.text.contains("2025-Q3/HA: 1 earlier file taken away"), "\(empty.text)")
    #expect(!FileManager.default.fileExists(atPath: district.path("bieu01")))
    #expect(FileManager.default.fileExists(atPath: own))
  }

  @Test(
    "a task of each unit goes up in a state that somebody reported",
    arguments: [
      ("waiting", nil, "waiting"), ("suspended", nil, "suspended"),
      ("not_started", nil, "not_started"), ("in_progress", nil, "in_progress"),
      ("done", nil, "in_progress"), ("done", "done", "done"),
      ("waiting", "suspended", "suspended"), ("waiting", "not_started", "not_started"),
      ("suspended", "not_started", "not_started"), ("waiting", "done", "in_progress"),
      (nil, nil, nil),
    ] as [(String?, String?, String?)])
  func stateOfEach(first: String?, second: String?, together: String?) throws {
    let district = try District(WorkingFolder())
    try district.send("KH1,CT01,1,", of: "X1", "indicator,numerator,denominator", "bieu01")
    for (unit, status) in [("X1", first), ("X2", second)] {
      try district.send(status.map { "KH1,V-01,\($0)" }, of: unit, "task,status", "bieu02")
    }
    district.export()
    let rows =
      FileManager.default.fileExists(atPath: district.path("bieu02"))
      ? try district.rows("bieu02") : []
    #expect(rows.map { $0["status"] } == (together.map { [$0] } ?? []))
  }

  @Test("what each unit owes goes up as a sum, and its note says how many units meet it")
  func obligationOfEach() throws {
    let district = try District(WorkingFolder()) {
      $0.replacing("over_units: sum", with: "over_units: units_meeting", maxReplacements: 1)
        .replacing(
          "{at_least: 1000, every: year}", with: "{at_least: 2, per: unit, every: quarter}")
    }
    for (unit, number) in [("X1", 5), ("X2", 1)] {
      try district.send(
        "KH1,CT01,\(number),\nKH1,CT03,1,", of: unit, "indicator,numerator,denominator", "bieu01")
    }
    district.export()
    let rows = try district.rows("bieu01")
    #expect(rows.map { $0["numerator"] } == ["6", "", "2"])
    #expect(rows.map { $0["note"] } == ["1/2 đơn vị đạt", "gồm số liệu của 0/2 đơn vị", ""])
  }
}
