import Foundation
import TestSupport
import Testing

@testable import Stages

/// When a file was received, which of two counts, and what is looked at once more although its bytes are
/// known.
@Suite("Times and second looks")
struct TakenAgainTests {
  private let office: SmallOffice

  init() throws { office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A"]) }

  private func send(_ number: String, as name: String = "bieu01.csv", on day: String? = nil) throws
  {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT01;\(number);\n",
      "submissions/2025-Q3/A/\(name)")
    guard let day else { return }
    let date = try Date("\(day)T03:00:00Z", strategy: .iso8601)
    try FileManager.default.setAttributes(
      [.modificationDate: date],
      ofItemAtPath: "\(office.inputs)/o/submissions/2025-Q3/A/\(name)")
  }

  private func register(_ rows: String...) throws {
    try office.write(
      "unit,file,received_at,document_no\n" + rows.joined(separator: "\n") + "\n",
      "submissions/2025-Q3/register.csv")
  }

  private func submission() throws -> [String: String] {
    office.run(AggregateStage.run)
    return try #require(
      try office.data("submissions", "2025-Q3").first { $0["form"] == "indicator" })
  }

  private func value() throws -> String? {
    office.run(AggregateStage.run)
    return try office.data("indicators", "2025-Q3").first {
      $0["indicator"] == "CT01" && $0["unit"] == "A" && $0["window"] == "period"
    }?["numerator"]
  }

  @Test(
    "a file that was overwritten came when it was written, not when the register has the one before"
  )
  func overwritten() throws {
    try register("A,bieu01.csv,2025-09-12T08:00,")
    try send("5", on: "2025-09-12")
    office.run(IngestStage.run)
    try send("9", on: "2025-09-26")
    office.run(IngestStage.run)
    #expect(try value() == "9")
    office.run(AggregateStage.run) { $0.asOf = "2025-09-20" }
    let past = try office.data("indicators", "2025-Q3").first {
      $0["indicator"] == "CT01" && $0["unit"] == "A" && $0["window"] == "period"
    }
    #expect(past?["numerator"] == "5")
  }

  @Test(
    "what was returned and mended by overwriting is late when it was mended late, until the register knows"
  )
  func mendedLate() throws {
    try register("A,bieu01.csv,2025-09-12T08:00,")
    try send("abc", on: "2025-09-12")
    office.run(IngestStage.run)
    try send("9", on: "2025-09-26")
    office.run(IngestStage.run)
    #expect(try submission()["state"] == "late")
    try register("A,bieu01.csv,2025-09-15T08:00,")
    office.run(IngestStage.run)
    let mended = try submission()
    #expect(mended["state"] == "on_time" && mended["received_at"] == "2025-09-15T08:00:00")
  }

  @Test(
    "of two names of one form the one received later counts, in one run or in two",
    arguments: [1, 2])
  func laterName(runs: Int) throws {
    try register("A,bieu01.csv,2025-09-12T08:00,", "A,bao-cao-sua.csv,2025-09-16T08:00,")
    try send("100")
    if runs == 2 { office.run(IngestStage.run) }
    try send("7", as: "bao-cao-sua.csv")
    #expect(office.run(IngestStage.run).text.contains("replaces the whole of bieu01.csv"))
    #expect(try value() == "7")
  }

  @Test("a file of another name beside a higher version is asked about, not passed over")
  func notInForce() throws {
    try send("100", as: "bieu01.v2.csv")
    office.run(IngestStage.run)
    try send("7", as: "bao-cao-sua.csv")
    let outcome = office.run(IngestStage.run)
    #expect(outcome.status == .findings)
    #expect(outcome.text.contains("[file-not-in-force]"))
    #expect(try value() == "100")
  }

  @Test("a returned file is accepted once the office has mended what it was returned for")
  func planMended() throws {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT09;5;\n",
      "submissions/2025-Q3/A/bieu01.csv")
    #expect(office.run(IngestStage.run).text.contains("1 returned"))
    #expect(office.run(IngestStage.run).text.contains("took 0 new files"))
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.replacing("code: CT03", with: "code: CT09"), "plans/KH1.yaml")
    let outcome = office.run(IngestStage.run)
    #expect(outcome.text.contains("1 accepted") && outcome.text.contains("[file-taken-again]"))
    #expect(office.run(IngestStage.run).text.contains("took 0 new files"))
  }

  @Test("a second look waits for the register like the first")
  func unreadableRegister() throws {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT09;5;\n",
      "submissions/2025-Q3/A/bieu01.csv")
    office.run(IngestStage.run)
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.replacing("code: CT03", with: "code: CT09"), "plans/KH1.yaml")
    try office.write("không có tiêu đề\n", "submissions/2025-Q3/register.csv")
    #expect(office.run(IngestStage.run).text.contains("took 0 new files"))
    try register("A,bieu01.csv,2025-09-12T08:00,77")
    #expect(office.run(IngestStage.run).text.contains("1 accepted"))
    #expect(try submission()["received_at"] == "2025-09-12T08:00:00")
  }

  @Test("a returned file that now has other errors is returned for those, once")
  func otherErrors() throws {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT09;5,5;\nKH1;CT08;1;\n",
      "submissions/2025-Q3/A/bieu01.csv")
    #expect(office.run(IngestStage.run).text.split(separator: "[indicator-unknown]").count == 3)
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.replacing("code: CT03", with: "code: CT08"), "plans/KH1.yaml")
    let outcome = office.run(IngestStage.run)
    #expect(outcome.text.contains("1 returned"))
    #expect(outcome.text.split(separator: "[indicator-unknown]").count == 2)
    #expect(office.run(IngestStage.run).text.contains("took 0 new files"))
  }

  @Test("a period that had not begun is taken when it has")
  func begun() throws {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT01;5;\n", "submissions/2026-Q1/A/bieu01.csv")
    let early = office.run(IngestStage.run) { $0.asOf = "2025-12-20" }
    #expect(early.text.contains("[period-in-future]"))
    let later = office.run(IngestStage.run) { $0.asOf = "2026-02-01" }
    #expect(later.text.contains("1 accepted"))
  }

  @Test("a row of the register that comes after the file, or is put right, counts")
  func registeredLater() throws {
    try send("5", on: "2025-09-30")
    office.run(IngestStage.run)
    #expect(try submission()["state"] == "late")
    try register("A,bieu01.csv,2025-09-12T08:00,77")
    #expect(office.run(IngestStage.run).text.contains("[file-taken-again]"))
    #expect(try submission()["state"] == "on_time")
    #expect(office.run(IngestStage.run).text.contains("took 0 new files"))
    // the first entry was a slip of the pen: what it said decides no more
    try register("A,bieu01.csv,2025-09-29T08:00,77")
    office.run(IngestStage.run)
    let late = try submission()
    #expect(late["state"] == "late" && late["received_at"] == "2025-09-29T08:00:00")
    #expect(try value() == "5")
    let rebuilt = office.run { LedgerStage.rebuild($0, to: office.folder.path("anew.sqlite"), $1) }
    #expect(rebuilt.status == .clean, "\(rebuilt.text)")
    // what is to be typed is about the very ledger that was rebuilt
    #expect(
      rebuilt.text.contains("--organisation o --outputs \(office.folder.path("outputs")) --from"))
  }
}
