import Foundation
import TestSupport
import Testing

@testable import Stages

/// What is asked for is done or refused, never passed over.
@Suite("What a stage is asked for")
struct AskedTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let rows = "plan;indicator;numerator;denominator\nKH1;CT01;1;\nKH1;CT02;4;10\nKH1;CT03;5;\n"
    for period in ["2025-Q2", "2025-Q3"] {
      for unit in ["A", "B"] { try office.write(rows, "submissions/\(period)/\(unit)/bieu01.csv") }
    }
  }

  @Test(
    "an intake of a longer period is one of the periods in it",
    arguments: [("2025-H1", 1), ("2025-9M", 2), ("2025", 2), ("2025-q3", 1), ("2025-07", 0)])
  func longerPeriods(period: String, files: Int) {
    let outcome = office.run(IngestStage.run) {
      $0.period = period
      $0.unit = "a"
    }
    #expect(outcome.text.contains("\(files) accepted"), "\(outcome.text)")
  }

  @Test("an intake is of all plans, for a file tells of several: that is said")
  func onePlan() {
    let outcome = office.run(IngestStage.run) { $0.plan = "KH1" }
    #expect(outcome.text.contains("4 accepted"), "\(outcome.text)")
    #expect(outcome.text.contains("o: --plan does not narrow an intake"))
    let unknown = office.run(IngestStage.run) { $0.plan = "KH9" }
    #expect(unknown.status == .usage)
  }

  @Test("a night of one plan takes all files")
  func nightOfOnePlan() {
    let night = office.run(NightlyStage.run) { $0.plan = "KH1" }
    #expect(!night.text.contains("does not narrow"))
    #expect(night.text.contains("4 "), "\(night.text)")
  }

  @Test("a file of a time before the plan's first period is told when that is")
  func beforeTheFirst() throws {
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing("[BTV], every: quarter}", with: "[BTV], every: quarter, from: 2025-Q3}"),
      "plans/KH1.yaml")
    let outcome = office.run(IngestStage.run) { $0.period = "2025-Q2" }
    #expect(
      outcome.text.contains(
        "plan KH1 is not reported on in 2025-Q2: it is collected every quarter, 2025-Q3 to 2026"),
      "\(outcome.text)")
  }

  @Test("forms are made for one period")
  func formsOfAll() {
    let outcome = office.run(FormsStage.run) { $0.period = "all" }
    #expect(outcome.status == .usage)
    #expect(
      outcome.text.hasSuffix("--period all: forms are made for one period, such as 2024-Q4"))
  }

  /// Workbooks cannot bear such a date, and nothing was counted then.
  @Test("no moment of counting lies before computers or behind the calendar")
  func moments() {
    for stage in [IngestStage.run, AggregateStage.run] {
      let outcome = office.run(stage) { $0.asOf = "1899-12-31" }
      #expect(outcome.status == .usage)
      #expect(
        outcome.text.hasSuffix(
          "the moment of counting is 1899-12-31T23:59:59: 1970-01-02 to 9999-12-31 was expected"),
        "\(outcome.text)")
    }
    #expect(office.run(IngestStage.run) { $0.asOf = "1970-01-02" }.status != .usage)
  }

  @Test("what is no period or organisation is bad usage, also where a stage needs none")
  func unreadable() {
    for stage in [{ PlanStage.run($0, isList: false, $1) }, IngestStage.run, NightlyStage.run] {
      let period = office.run(stage) { $0.period = "2025-Q9" }
      #expect(period.status == .usage)
      #expect(period.text.contains("--period 2025-Q9: expected one such as"), "\(period.text)")
      let organisation = office.run(stage) { $0.organisation = "" }
      #expect(organisation.status == .usage, "\(organisation.text)")
    }
  }

  @Test("an intake of one unit says nothing of what lies in the folders of others")
  func oneUnit() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(office.inputs)/o/submissions/2025-Q3/B/bieu02.csv",
      withDestinationPath: "/etc/passwd")
    let other = office.run(IngestStage.run) { $0.unit = "A" }
    #expect(!other.text.contains("not-regular-file"), "\(other.text)")
    let own = office.run(IngestStage.run) { $0.unit = "b" }
    #expect(own.status == .findings)
    #expect(own.text.contains("not-regular-file"))
  }

  @Test("what is doubtful in the office's own files is a finding of every stage, each time")
  func officeFindings() throws {
    try office.write(
      "unit,period,indicator,code,explanation\nA,2025-Q3,CT01,no-such-code,lý do\n",
      "explanations.csv")
    let stages: [(StageRequest, Console) -> Stages.ExitStatus] = [
      { PlanStage.run($0, isList: false, $1) }, FormsStage.run, IngestStage.run, IngestStage.run,
      AggregateStage.run, AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) },
      NightlyStage.run, NightlyStage.run,
    ]
    for (place, stage) in stages.enumerated() {
      let outcome = office.run(stage)
      #expect(outcome.text.contains("[finding-code-unknown]"), "\(place)")
      #expect(outcome.status == .findings, "\(place)")
    }
  }

  @Test("quiet stages print what needs attention and nothing else")
  func quiet() throws {
    let stages: [(StageRequest, Console) -> Stages.ExitStatus] = [
      { PlanStage.run($0, isList: false, $1) }, FormsStage.run, NightlyStage.run,
      AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) }, NightlyStage.run,
    ]
    func printed(_ place: Int) -> String {
      office.run(stages[place]) { $0.isQuiet = true }.text.split(separator: "\n")
        .filter { !$0.hasPrefix("log: ") }.joined(separator: "\n")
    }
    for place in stages.indices { #expect(printed(place) == "", "\(place)") }
    try office.write("a;b\n1;2\n", "submissions/2025-Q3/A/bieu02.csv")
    let night = printed(6)
    #expect(night.contains("[header-missing]"), "\(night)")
    #expect(night.contains("findings"))
  }
}
