import Foundation
import TestSupport
import Testing

@testable import Stages

/// A unit corrects or takes back what it said of a task: what the notice says of it.
@Suite("Corrections of tasks")
struct TaskCorrectionTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.trimmingCharacters(in: .newlines) + "\n" + Self.tasks, "plans/KH1.yaml")
  }

  private static let tasks = """
      - {code: V-02, clause: V, lead: [A], summary: việc một, due: {quarter: 2025-Q3}}
      - {code: V-03, clause: V, lead: [B], summary: việc hai, due: {after: {event: E1, within: 3 months}}}
      - {code: V-04, clause: V, lead: [A], summary: việc ba, due: {quarter: 2025-Q3}}

    events:
      - {code: E1, name: A làm xong việc một, caused_by: V-02}

    """

  private func send(_ rows: [String], _ period: String, _ file: String, _ received: String) throws {
    try office.write(
      "plan;task;status;completed_on\n" + rows.map { "KH1;\($0)\n" }.joined(),
      "submissions/\(period)/A/\(file)")
    try office.register("A", file, received, in: period)
  }

  private static let done = ["V-02;done;2025-09-20", "V-04;done;2025-09-20"]

  @Test(
    "a task that a later file has no row for has been moved by that file", arguments: [false, true])
  func withdrawn(afterAnEarlierReport: Bool) throws {
    if afterAnEarlierReport {
      try send(["V-02;in_progress;"], "2025-Q2", "bieu02.csv", "2025-06-20")
    }
    try send(Self.done, "2025-Q3", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    try send([Self.done[1]], "2025-Q3", "bieu02.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    // what moved both is the file that has no such row any more
    let moved = [
      "hoàn thành đúng hạn -> quá hạn;", "chưa đến điều kiện thực hiện; theo báo cáo về V-02,",
    ]
    for (task, words) in zip(["V-02 (Đơn vị A):", "V-03 (Đơn vị B): chưa đến hạn ->"], moved) {
      #expect(notice.contains("\(task) \(words) bieu02.v2.csv, lần gửi 2,"), "\(notice)")
    }
    #expect(notice.ranges(of: "2025; không còn dòng này.").count == 2, "\(notice)")
    #expect(!notice.contains("không do báo cáo mới"), "\(notice)")
  }

  @Test("a task that stays in its state is listed with the day that moved")
  func day() throws {
    try send(Self.done, "2025-Q3", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    try send(
      [Self.done[0], "V-04;done;2025-09-10"], "2025-Q3", "bieu02.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains(
        "V-04 (Đơn vị A): hoàn thành đúng hạn, ngày hoàn thành 20/9/2025 -> 10/9/2025;"
          + " bieu02.v2.csv,"), "\(notice)")
  }

  @Test("a task form that is corrected is no other way of counting, nor is what followed from it")
  func event() throws {
    try send(["V-02;in_progress;", Self.done[1]], "2025-Q3", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    try send(Self.done, "2025-Q3", "bieu02.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("có 02 đầu việc thay đổi theo báo cáo mới, cụ thể:"), "\(notice)")
    #expect(!notice.contains("cách tính"), "\(notice)")
    #expect(
      notice.contains("theo báo cáo về V-02, bieu02.v2.csv, lần gửi 2,"), "\(notice)")
    #expect(!notice.contains("không do báo cáo mới"), "\(notice)")
  }

  @Test("an edition of another period in which a task stands elsewhere is to be looked at")
  func affected() throws {
    try send(["V-02;in_progress;", Self.done[1]], "2025-Q3", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    office.issue("2025-Q4", "2026-01-05")
    try send(Self.done, "2025-Q3", "bieu02.v2.csv", "2026-01-08")
    office.issue("2025-Q3", "2026-01-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains(
        "Quý IV năm 2025, lần phát hành thứ 1: thay đổi tình trạng nhiệm vụ V-02, V-03."),
      "\(notice)")
  }
}
