import Foundation
import TestSupport
import Testing

@testable import Stages

/// A figure that another period is held against is corrected: what that period said of the change.
@Suite("Corrections of what is compared")
struct ComparisonCorrectionTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try send("A", "5", "2025-Q2", "bieu01.csv", "2025-07-02")
    try send("B", "5", "2025-Q2", "bieu01.csv", "2025-07-02")
    office.issue("2025-Q2", "2025-07-05")
    try send("A", "6", "2025-Q3", "bieu01.csv", "2025-10-02")
    try send("B", "6", "2025-Q3", "bieu01.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    try send("A", "3", "2025-Q2", "bieu01.v2.csv", "2025-10-08")
  }

  /// Only the stock, whose target asks for no change.
  private func send(
    _ unit: String, _ number: String, _ period: String, _ file: String, _ received: String,
    end: String = "\n"
  ) throws {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT02;\(number);\(number.isEmpty ? "" : "10")\(end)",
      "submissions/\(period)/\(unit)/\(file)")
    try office.register(unit, file, received, in: period)
  }

  @Test("an edition that compares with what was corrected is to be looked at")
  func affected() throws {
    office.issue("2025-Q2", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q2"))
    #expect(
      notice.contains(
        "Quý III năm 2025, lần phát hành thứ 1: thay đổi so sánh với quý II năm 2025 của CT02."),
      "\(notice)")
  }

  @Test("the edition that is issued again says which comparison has changed")
  func reissued() throws {
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains("CT02 (so với quý II năm 2025): 10/20 (50,0%) -> 8/20 (40,0%)."), "\(notice)")
  }

  @Test("nothing is said of a comparison that stands as it was")
  func unmoved() throws {
    // other bytes, the same figures
    try send("A", "6", "2025-Q3", "bieu01.v2.csv", "2025-10-09", end: "\n\n")
    try send("A", "5", "2025-Q2", "bieu01.v3.csv", "2025-10-09", end: "\n\n")
    office.issue("2025-Q2", "2025-10-10")
    #expect(try office.notice("2025-Q2") == nil)
    office.issue("2025-Q3", "2025-10-10")
    #expect(try office.notice("2025-Q3") == nil)
  }

  @Test("an earlier figure that an increase is counted from is no other target")
  func base() throws {
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing(
        "{at_least: 50%, every: quarter}",
        with: "{increase: {against: previous_period}, every: quarter}"),
      "plans/KH1.yaml")
    office.issue("2025-Q3", "2025-10-06")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try String(
      contentsOf: office.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
    #expect(notice.contains("|  không đổi; số |"), "\(notice)")
    #expect(notice.contains("|để so sánh thay |"), "\(notice)")
    #expect(!notice.contains("mức"), "\(notice)")
  }

  @Test("of a total that has no figure yet none has stayed the same")
  func baseOfNoFigure() throws {
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing(
        "{at_least: 50%, every: quarter}",
        with: "{increase: {by: 5%, against: previous_period}, every: quarter}"),
      "plans/KH1.yaml")
    try send("A", "", "2025-Q3", "bieu01.v2.csv", "2025-10-04")
    try send("B", "", "2025-Q3", "bieu01.v2.csv", "2025-10-04")
    office.issue("2025-Q3", "2025-10-06")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("vẫn chưa có;"), "\(notice)")
    #expect(!notice.contains("không đổi"), "\(notice)")
  }

  @Test("a sum over as many units, but others, says that they are others")
  func otherUnits() throws {
    func report(_ a: String, _ b: String, _ file: String, _ received: String, _ day: String) throws
    {
      try send("A", a, "2025-Q4", file, received)
      try send("B", b, "2025-Q4", file, received)
      office.issue("2025-Q4", day)
    }
    try report("6", "", "bieu01.csv", "2025-12-15", "2025-12-20")
    try report("", "6", "bieu01.v2.csv", "2025-12-21", "2025-12-22")
    let notice = try #require(try office.notice("2025-Q4"))
    #expect(notice.contains("|1/2 (đơn"), "\(notice)")
  }
}
