import Foundation
import TestSupport
import Testing

@testable import Stages

/// An indicator with two targets at a time, and a correction that turns the verdict under one of them.
@Suite("A correction under several targets")
struct SeveralTargetsTests {
  private func office(_ targets: String) throws -> SmallOffice {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing("targets: [{at_least: 50%, every: quarter}]", with: "targets: \(targets)"),
      "plans/KH1.yaml")
    return office
  }

  /// Both units report, and an hour later A corrects its figure.
  private func correct(
    _ office: SmallOffice, from old: Int, to new: Int, in period: String = "2025-Q3"
  ) throws -> String {
    let head = "plan;indicator;numerator;denominator\n"
    try office.write("\(head)KH1;CT02;40;100\n", "submissions/2025-Q3/B/bieu01.csv")
    for (number, count) in [old, new].enumerated() {
      let name = number == 0 ? "bieu01.csv" : "bieu01.v2.csv"
      try office.write("\(head)KH1;CT02;\(count);100\n", "submissions/\(period)/A/\(name)")
      try office.write(
        "unit,file,received_at\nA,bieu01.csv,2025-10-01\nA,bieu01.v2.csv,2025-10-03\n",
        "submissions/\(period)/register.csv")
      if period != "2025-Q3" {
        try office.write("\(head)KH1;CT02;42;100\n", "submissions/2025-Q3/A/bieu01.csv")
      }
      try office.write(
        "unit,file,received_at\nA,bieu01.csv,2025-10-01\nB,bieu01.csv,2025-10-01\n"
          + "A,bieu01.v2.csv,2025-10-03\n", "submissions/2025-Q3/register.csv")
      for stage in [IngestStage.run, AggregateStage.run, { BriefingStage.run($0, $1) }] {
        let outcome = office.run(stage) { $0.asOf = "2025-10-0\(2 + 2 * number)" }
        #expect(outcome.status != .failed, "\(outcome.text)")
      }
    }
    return try String(contentsOf: office.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
      .split { $0 == "\n" || $0 == " " || $0 == "|" }.joined(separator: " ")
  }

  @Test("the notice says of every target whose verdict has turned, of the whole and of units")
  func beside() throws {
    // 50% is missed before and after, 30% only now
    let office = try office(
      "[{at_least: 50%, every: quarter}, {at_least: 30%, every: year, from: 2025}]")
    let notice = try correct(office, from: 40, to: 15)
    let turn = "đúng tiến độ -> chậm tiến độ"
    #expect(notice.contains("chưa đạt"), "\(notice)")
    #expect(notice.split(separator: "30%").count == 3, "\(notice)")
    #expect(notice.split(separator: turn).count == 3, "\(notice)")
  }

  @Test("where no verdict beside has turned, the notice has a line for the value alone")
  func unmoved() throws {
    let office = try office(
      "[{at_least: 50%, every: quarter}, {at_least: 30%, every: year, from: 2025}]")
    let notice = try correct(office, from: 40, to: 38)
    #expect(!notice.contains("30%"), "\(notice)")
  }

  @Test("where another target binds now, the notice says of that one as well")
  func binds() throws {
    // at first only 50% is missed, then 30% binds: both are missed
    let lower = try correct(
      office("[{at_least: 30%, every: quarter}, {at_least: 50%, every: quarter}]"),
      from: 40, to: 15)
    #expect(lower.split(separator: "30%").count == 3, "\(lower)")
    #expect(lower.split(separator: "đạt -> chưa đạt").count == 3, "\(lower)")
    // one is reached, the other is not any more
    let swapped = try correct(
      office("[{at_least: 20%, every: quarter}, {at_most: 50%, every: quarter}]"),
      from: 10, to: 80)
    #expect(swapped.contains("20%") && swapped.contains("50%"), "\(swapped)")
  }

  @Test("a number changed in the plan gives units no lines of targets that did not apply before")
  func otherPlan() throws {
    let office = try office(
      "[{at_least: 50%, every: quarter}, {at_least: 30%, every: year, from: 2025}]")
    _ = try correct(office, from: 40, to: 38)
    let path = "\(office.inputs)/o/plans/KH1.yaml"
    let plan = try String(contentsOfFile: path, encoding: .utf8)
    try office.write(
      plan.replacing("at_least: 50%", with: "at_least: 60%")
        .replacing("at_least: 30%", with: "at_least: 35%"), "plans/KH1.yaml")
    for stage in [AggregateStage.run, { BriefingStage.run($0, $1) }] {
      office.run(stage) { $0.asOf = "2025-10-05" }
    }
    let notice = try String(
      contentsOf: office.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
    #expect(notice.contains("KH1.yaml"), "\(notice)")
    #expect(!notice.contains("Đơn vị A"), "\(notice)")
    #expect(!notice.contains("mức từ"), "\(notice)")
  }

  @Test("a change counted from a corrected figure turns the verdict of a value that stands")
  func counted() throws {
    let office = try office(
      "[{at_least: 50%, every: quarter}, {increase: {against: previous_period, by: 1%}, every: quarter}]"
    )
    let notice = try correct(office, from: 10, to: 60, in: "2025-Q2")
    #expect(notice.contains("42/100"), "\(notice)")
    #expect(notice.contains("mức tăng"), "\(notice)")
  }
}
