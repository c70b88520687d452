import Foundation
import TestSupport
import Testing

@testable import Stages

/// A submission in the folder of a period that no plan covers.
@Suite("A misfiled submission")
struct MisfiledTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    for period in ["2019-Q4", "2025-Q3"] {
      try office.write(
        "plan;indicator;numerator;denominator\nKH1;CT02;40;100\n",
        "submissions/\(period)/A/bieu01.csv")
    }
    #expect(office.run(IngestStage.run).text.contains("(1 accepted, 1 returned"))
  }

  @Test("it keeps no other period from its documents")
  func all() throws {
    for stage in [AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) }] {
      let outcome = office.run(stage) { $0.period = "all" }
      #expect(outcome.status == .clean, "\(outcome.text)")
    }
    for name in ["bieu-tong-hop.xlsx", "bao-cao.txt"] {
      #expect(FileManager.default.fileExists(atPath: office.output("2025-Q3/KH1/\(name)").path))
    }
  }

  @Test("asked for by name, the stage says that no plan runs then")
  func named() {
    let outcome = office.run(AggregateStage.run) { $0.period = "2019-Q4" }
    #expect(outcome.status == .usage)
    #expect(outcome.text.contains("--period 2019-Q4: no plan runs then; there are KH1 2025-2026"))
  }

  @Test("where the organisation's own period is one that no plan covers, that is said as well")
  func own() throws {
    let path = office.folder.path("inputs/o/organisation.yaml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try office.write(
      text.replacing("period: 2025-Q3", with: "period: 2030-Q1"), "organisation.yaml")
    let outcome = office.run(AggregateStage.run) { $0.period = nil }
    #expect(outcome.status == .usage)
    #expect(outcome.text.contains("2030-Q1: no plan runs then"), "\(outcome.text)")
  }

  @Test("documents of a period that a plan covers are still asked for in their order")
  func missing() {
    let outcome = office.run(WorkbookStage.run) { $0.period = "all" }
    #expect(outcome.status == .failed)
    #expect(outcome.text.contains(" run tonghop-aggregate --organisation o "), "\(outcome.text)")
    #expect(outcome.text.contains(" --period 2025-Q3 first"), "\(outcome.text)")
  }

  @Test("what is nobody's, or of no period, says so in JSON with null")
  func nobodys() throws {
    try office.write("x", "submissions/doc.txt")
    try office.write("x", "submissions/2025-Q3/bieu01.csv")
    let outcome = office.run(IngestStage.run) { $0.isJSON = true }
    let lines = outcome.text.split(separator: "\n").filter { $0.hasPrefix("{") }
    let objects = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    func line(_ file: String, _ state: String) -> [String: Any]? {
      objects.first { $0["file"] as? String == file && $0["state"] as? String == state }
    }
    let stray = try #require(line("doc.txt", "ignored"))
    #expect(stray["unit"] is NSNull && stray["period"] is NSNull)
    let misplaced = try #require(line("bieu01.csv", "ignored"))
    #expect(misplaced["unit"] is NSNull && misplaced["period"] as? String == "2025-Q3")
  }
}
