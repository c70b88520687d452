import Foundation
import TestSupport
import Testing

@testable import Stages

/// An office whose units report on one plan by quarter (KH1) and on another by month.
@Suite("Plans that are reported on by quarter and by month")
struct SeveralCadencesTests {
  /// Before and after KH1: documents of a period do not depend on how plans are called.
  static let codes = ["A1", "Z1"]

  private static let header = "plan;indicator;numerator;denominator\n"

  private func office(_ monthly: String) throws -> SmallOffice {
    let office = try SmallOffice(
      WorkingFolder(), code: "o", root: "T", units: ["X1", "X2", "X3"])
    try office.write(
      """
      plan: \(monthly)
      number: 2-KH/TU
      title: hằng tháng
      term: {from: 2025, to: 2026}
      reporting: {by: T, to: [BTV], every: month}
      indicators:
        - code: CT01
          clause: I
          name: Số trong tháng
          measure: count
          numerator: số trong tháng
          unit_of_measure: việc
          kind: flow
          over_units: sum
          reported_by: {kinds: [don-vi]}

      """, "plans/\(monthly).yaml")
    // one file name, two months, the same fault; and another unit's in the quarter
    for month in ["2025-08", "2025-09"] {
      try office.write(
        Self.header + "\(monthly);CT01;abc;\n", "submissions/\(month)/X1/bieu01.csv")
    }
    try office.write(Self.header + "KH1;CT01;abc;\n", "submissions/2025-Q3/X2/bieu01.csv")
    office.run(IngestStage.run) { $0.asOf = "2025-10-10" }
    return office
  }

  private func issue(
    _ office: SmallOffice, _ period: String, plan: String? = nil, asOf: String = "2025-10-20"
  ) {
    for stage in [AggregateStage.run, BriefingStage.run] {
      let outcome = office.run(stage) {
        $0.period = period
        $0.plan = plan
        $0.asOf = asOf
      }
      #expect(outcome.status != .failed, "\(outcome.text)")
    }
  }

  private func names(_ office: SmallOffice, _ folder: String) -> [String] {
    let path = office.output(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private func text(_ office: SmallOffice, _ name: String) throws -> String {
    try String(contentsOf: office.output(name), encoding: .utf8)
      .split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  @Test(
    "a quarter has the slips and letters of the quarter, a month those of the month",
    arguments: codes)
  func ofThePeriod(monthly: String) throws {
    let office = try office(monthly)
    issue(office, "2025-Q3")
    #expect(names(office, "2025-Q3/phan-hoi") == ["X2.txt"])
    #expect(try text(office, "2025-Q3/phan-hoi/X2.txt").contains("quý III năm 2025"))
    #expect(names(office, "2025-Q3/don-doc") == ["X1.txt", "X2.txt", "X3.txt", "cong-van.txt"])
    let letter = try text(office, "2025-Q3/don-doc/cong-van.txt")
    #expect(letter.contains("1-KH/TU"))
    #expect(!letter.contains("2-KH/TU"))
    issue(office, "2025-08")
    #expect(names(office, "2025-08/phan-hoi") == ["X1.txt"])
    #expect(try text(office, "2025-08/phan-hoi/X1.txt").contains("tháng 8 năm 2025"))
    #expect(names(office, "2025-08/don-doc") == ["X1.txt", "X2.txt", "X3.txt", "cong-van.txt"])
    #expect(try text(office, "2025-08/don-doc/cong-van.txt").contains("2-KH/TU"))
  }

  @Test("a plan reported on by month takes no slip of the quarter away", arguments: codes)
  func alone(monthly: String) throws {
    let office = try office(monthly)
    issue(office, "2025-Q3")
    issue(office, "2025-Q3", plan: monthly)
    #expect(names(office, "2025-Q3/phan-hoi") == ["X2.txt"])
    #expect(names(office, "2025-Q3/don-doc").count == 4)
  }

  @Test("letters of the quarter are remembered, and held against nothing else", arguments: codes)
  func remembered(monthly: String) throws {
    let office = try office(monthly)
    issue(office, "2025-Q3", asOf: "2025-10-20")
    issue(office, "2025-Q3", asOf: "2025-10-24")
    let once = "đã đôn đốc 01 lần (ngày 20/10/2025)"
    #expect(try text(office, "2025-Q3/don-doc/X3.txt").contains(once))
    #expect(try text(office, "2025-Q3/KH1/bao-cao.txt").contains("Đã được đôn đốc"))
    #expect(!(try text(office, "2025-Q3/\(monthly)/bao-cao.txt").contains("Đã được đôn đốc")))
  }
}
