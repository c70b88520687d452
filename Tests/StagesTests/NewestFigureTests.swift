import Foundation
import TestSupport
import Testing

@testable import Stages

/// An indicator of which the newest figure speaks for all: who sends again speaks, also with the same figure.
@Suite("Corrections where the newest figure speaks for all")
struct NewestFigureTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    // of the share the newest figure speaks for all
    let parts = plan.split(separator: "over_units: sum", omittingEmptySubsequences: false)
    try office.write(
      parts[0] + "over_units: sum" + parts[1] + "over_units: last" + parts[2] + "over_units: sum"
        + parts[3], "plans/KH1.yaml")
    try send("A", "6", count: "1", "bieu01.csv", "2025-10-01")
    try send("B", "3", count: "1", "bieu01.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    office.issue("2025", "2025-10-05")
  }

  private func send(
    _ unit: String, _ number: String, count: String, _ file: String, _ received: String
  ) throws {
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,\(count),\nKH1,CT02,\(number),10\n",
      "submissions/2025-Q3/\(unit)/\(file)")
    try office.register(unit, file, received, in: "2025-Q3")
  }

  @Test("a total that another unit speaks for now is listed, with the row that speaks")
  func sentAgain() throws {
    // another figure is corrected, and the same share stands beside it
    try send("A", "6", count: "2", "bieu01.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("CT02 |quý III/2025 | 3/10 | 6/10 |chưa đạt ->"), "\(notice)")
    #expect(
      notice.contains(
        "CT02: nay lấy số liệu mới nhất của Đơn vị A, bieu01.v2.csv, lần gửi 2, nhận hết ngày"
          + " 08/10/2025; dòng 3."), "\(notice)")
    #expect(notice.contains("Năm 2025, lần phát hành thứ 1: thay đổi số tổng hợp của"), "\(notice)")
  }

  @Test("a notice comes also where no figure but the one that speaks is another")
  func sameFigures() throws {
    try send("A", "6", count: "1", "bieu01.v2.csv", "2025-10-08")
    // the same rows in another order are another file
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT02,6,10\nKH1,CT01,1,\n",
      "submissions/2025-Q3/A/bieu01.v2.csv")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("CT02 |quý III/2025 | 3/10 | 6/10 |chưa đạt ->"), "\(notice)")
    #expect(!notice.contains("cách tính"), "\(notice)")
    #expect(!notice.contains("CT01"), "\(notice)")
  }
}
