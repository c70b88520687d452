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
    #expect(exported.map { $0["numerator"] } == ["5", "-", ""])
    #expect(exported.first?["note"] == "gồm số liệu của 1/2 đơn vị")
    #expect(
      !FileManager.default.fileExists(atPath: province.output("2025-Q3/KH1/hieu-chinh.txt").path))
    try send("7", "bieu01.v2.csv")
    let notice = try String(
      contentsOf: province.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
    #expect(notice.contains("01 số liệu điều chỉnh"))
    #expect(try province.data("indicators", "2025-Q3").first?["numerator"] == "7")
  }
}
