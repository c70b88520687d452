import Foundation
import TestSupport
import Testing

@testable import Stages

/// What a run for one plan does to what all plans have in common.
@Suite("A run for one plan of several")
struct OnePlanTests {
  /// Unit A reports the same on KH2 as the quarter before, and something new on KH1.
  private func office() throws -> SmallOffice {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.replacing("plan: KH1", with: "plan: KH2"), "plans/KH2.yaml")
    let same = "KH2;CT01;71;\nKH2;CT02;30;40\nKH2;CT03;15,5;\n"
    for (period, own) in [("2025-Q2", 12), ("2025-Q3", 15)] {
      try office.write(
        "plan;indicator;numerator;denominator\nKH1;CT01;\(own);\nKH1;CT02;\(own);40\n" + same,
        "submissions/\(period)/A/bieu01.csv")
      try office.write(
        "unit,file,received_at\nA,bieu01.csv,2025-10-02\n", "submissions/\(period)/register.csv")
    }
    for stage in [IngestStage.run, AggregateStage.run] { office.run(stage) }
    return office
  }

  private func slip(_ office: SmallOffice) throws -> String {
    try String(contentsOf: office.output("2025-Q3/phan-hoi/A.txt"), encoding: .utf8)
  }

  private func letter(_ office: SmallOffice) throws -> String {
    try String(contentsOf: office.output("2025-Q3/don-doc/B.txt"), encoding: .utf8)
  }

  @Test("a unit's slip keeps the questions of the other plans, whether it stood there or not")
  func slips() throws {
    let office = try office()
    office.run(BriefingStage.run)
    let whole = try slip(office)
    #expect(whole.contains("Toàn bộ tệp: kế hoạch KH2: Toàn bộ 03 số liệu"), "\(whole)")
    let again = office.run(BriefingStage.run) { $0.plan = "KH1" }
    #expect(again.text.contains("0 text documents written"), "\(again.text)")
    #expect(try slip(office) == whole)

    let names = try FileManager.default.contentsOfDirectory(
      atPath: office.output("2025-Q3").path)
    #expect(names.contains("phan-hoi"))
    for name in names {
      try FileManager.default.removeItem(at: office.output("2025-Q3/\(name)"))
    }
    office.run(AggregateStage.run) { $0.plan = "KH1" }
    office.run(BriefingStage.run) { $0.plan = "KH1" }
    #expect(try slip(office) == whole)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: office.output("2025-Q3").path)
    #expect(folders.contains("KH1") && !folders.contains("KH2"))
  }

  @Test("who asks for a plan that has gone is told how to have again what was issued of it")
  func gonePlan() throws {
    let office = try office()
    try FileManager.default.removeItem(atPath: "\(office.inputs)/o/plans/KH2.yaml")
    for stage in [AggregateStage.run, { BriefingStage.run($0, $1) }] {
      let outcome = office.run(stage) {
        $0.plan = "KH2"
        $0.period = "2025-Q3"
        $0.asOf = "2025-12-31"
      }
      #expect(outcome.status == .usage)
      #expect(
        outcome.text.contains(
          "no such plan any more; there are KH1; what was issued of it can be made again: "
            + "--period 2025-Q3 --edition 1 (as of 2025-12-31T23:59:59)"), "\(outcome.text)")
      let again = office.run(stage) {
        $0.plan = "KH2"
        $0.period = "2025-Q3"
        $0.edition = 1
      }
      #expect(again.status == .clean, "\(again.text)")
    }
    #expect(
      office.run(AggregateStage.run) { $0.plan = "KH9" }.text.contains(
        "--plan KH9: no such plan; there are KH1"))
  }

  @Test("letters and slips of a run for one plan are of the office's files as they are")
  func newFiles() throws {
    let office = try office()
    office.run(BriefingStage.run)
    let path = "\(office.inputs)/o/organisation.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let contact = try #require(text.split(separator: "\n").first { $0.hasPrefix("contact:") })
    try office.write(text.replacing(contact, with: "contact: Phòng Mới"), "organisation.yaml")
    issue(office, "KH2")
    #expect(try slip(office).contains("Phòng Mới"))
    #expect(try slip(office).contains("KH1/CT03"))
  }

  @Test("what has been explained since is not asked again for another plan's sake")
  func explained() throws {
    let office = try office()
    office.run(BriefingStage.run)
    try office.write(
      "unit,period,indicator,code,explanation\nA,2025-Q3,,report-copied,đã kiểm tra\n",
      "explanations.csv")
    issue(office, "KH1")
    #expect(!(try slip(office).contains("kế hoạch KH2")))
    #expect(try slip(office).contains("KH1/CT03"))
  }

  @Test("a file that came since is in the letters of a run for one plan")
  func newFile() throws {
    let office = try office()
    office.run(BriefingStage.run)
    #expect(try letter(office).contains("Biểu số 01"))
    try office.write(
      "plan;indicator;numerator;denominator\nKH2;CT01;1;\n", "submissions/2025-Q3/B/bieu01.csv")
    try office.write(
      "unit,file,received_at\nA,bieu01.csv,2025-10-02\nB,bieu01.csv,2025-10-03\n",
      "submissions/2025-Q3/register.csv")
    office.run(IngestStage.run)
    issue(office, "KH2")
    #expect(!(try letter(office).contains("Biểu số 01")))
    #expect(try slip(office).contains("kế hoạch KH2"))
  }

  @Test("counted at a later moment, it keeps what the other plans asked before")
  func laterMoment() throws {
    let office = try office()
    office.run(BriefingStage.run)
    issue(office, "KH1", asOf: "2026-01-05")
    #expect(try slip(office).contains("kế hoạch KH2"))
  }

  @Test("the next run of all plans makes letters and slips of all of them again")
  func allAgain() throws {
    let office = try office()
    office.run(BriefingStage.run)
    let whole = try slip(office)
    issue(office, "KH2")
    try "x".write(to: office.output("2025-Q3/phan-hoi/A.txt"), atomically: true, encoding: .utf8)
    office.run(BriefingStage.run)
    #expect(try slip(office) == whole)
  }

  private func issue(_ office: SmallOffice, _ plan: String, asOf: String? = nil) {
    for stage in [AggregateStage.run, { BriefingStage.run($0, $1) }] {
      let outcome = office.run(stage) {
        $0.plan = plan
        $0.asOf = asOf
      }
      #expect(outcome.status != .failed, "\(outcome.text)")
    }
  }

  @Test("an edition that is asked for by its number speaks for its own plan")
  func edition() throws {
    let office = try office()
    office.run(BriefingStage.run)
    #expect(try slip(office).contains("kế hoạch KH2"))
    office.run(BriefingStage.run) {
      $0.plan = "KH1"
      $0.edition = 1
    }
    #expect(!(try slip(office).contains("kế hoạch KH2")))
  }
}
