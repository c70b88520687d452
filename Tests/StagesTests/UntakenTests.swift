import Foundation
import TestSupport
import Testing

@testable import Stages

/// What lies in the folders of units and no intake has taken is told to whoever makes the report.
@Suite("Files that no intake has taken")
struct UntakenTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(
      WorkingFolder(), code: "nam-son", root: "TU", units: ["DV1", "DV2", "DV3"])
    for period in ["2025-Q1", "2025-Q2", "2025-Q3"] {
      for unit in ["DV1", "DV2"] {
        try office.write(
          "plan,indicator,numerator,denominator\nKH1,CT01,120,\nKH1,CT02,46,100\nKH1,CT03,5,\n",
          "submissions/\(period)/\(unit)/bieu01.csv")
      }
    }
  }

  private func aggregate(_ period: String? = nil) -> (status: Stages.ExitStatus, text: String) {
    office.run(AggregateStage.run) { $0.period = period }
  }

  private static func told(_ parts: String) -> String {
    "nam-son: what lies in the folders of units was never taken (\(parts)), and counts as not sent; "
      + "type: tonghop-ingest --organisation nam-son --inputs "
  }

  @Test("of one unit taken alone, the others and the periods before are counted")
  func oneUnit() {
    office.run(IngestStage.run) {
      $0.period = "2025-Q3"
      $0.unit = "dv1"
    }
    for _ in 1...2 {
      let outcome = aggregate()
      #expect(outcome.status == .findings)
      #expect(
        outcome.text.contains(Self.told("1 unit for 2025-Q3, 2 for 2025-Q2, 2 for 2025-Q1")),
        "\(outcome.text)")
      #expect(outcome.text.contains("2025-Q3: edition 1"))
    }
    office.run(IngestStage.run)
    let all = aggregate()
    #expect(all.status == .clean, "\(all.text)")
    #expect(!all.text.contains("never taken"))
  }

  @Test("of one period taken alone those before it are counted, and those after it are not")
  func onePeriod() {
    office.run(IngestStage.run) { $0.period = "2025-Q2" }
    #expect(aggregate("2025-Q2").text.contains(Self.told("2 units for 2025-Q1")))
    let year = aggregate("2025")
    #expect(year.text.contains(Self.told("2 units for 2025-Q3, 2 for 2025-Q1")), "\(year.text)")
  }

  @Test("four periods and more are summed up")
  func many() throws {
    for period in ["2025-01", "2025-02", "2025-03"] {
      try office.write("plan,indicator,numerator\n", "submissions/\(period)/DV1/bieu01.csv")
    }
    #expect(
      aggregate().text.contains(
        Self.told("2 units for 2025-Q3, 2 for 2025-Q2, 2 for 2025-Q1, 3 for 3 other periods")))
  }

  @Test("folders without a submission are no loss, nor is one in another spelling of a unit's code")
  func nothing() throws {
    office.run(IngestStage.run)
    let folder = URL(fileURLWithPath: "\(office.inputs)/nam-son/submissions/2025-Q3")
    for name in ["DV3", "dv2", "XX9"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    for name in ["DV3/~$bieu01.csv", "DV3/bieu01.xlsx", "dv2/bieu01.csv", "XX9/bieu01.csv"] {
      try Data("x".utf8).write(to: folder.appendingPathComponent(name))
    }
    let outcome = aggregate()
    #expect(outcome.status == .clean, "\(outcome.text)")
    try office.write("x", "submissions/2025-Q3/DV3/bieu01.csv")
    let report = office.run(AggregateStage.run) { $0.isJSON = true }
    #expect(report.text.contains(Self.told("1 unit for 2025-Q3")), "\(report.text)")
  }

  @Test("a night that takes everything says nothing of it")
  func night() {
    let outcome = office.run { NightlyStage.run($0, $1) }
    #expect(!outcome.text.contains("never taken"), "\(outcome.text)")
  }

  @Test("no inputs, nothing to say")
  func without() throws {
    office.run(IngestStage.run)
    try FileManager.default.removeItem(atPath: "\(office.inputs)/nam-son/submissions")
    #expect(aggregate().status == .clean)
  }
}
