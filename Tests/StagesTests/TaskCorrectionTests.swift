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
      - {code: V-05, clause: V, lead: [B], summary: việc bốn, due: {after: {event: E2, within: 1 month}}}

    events:
      - {code: E1, name: A làm xong việc một, caused_by: V-02}
      - {code: E2, name: có hướng dẫn}

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

  @Test("a first report under which a task stands as it stood has moved nothing")
  func unmoved() throws {
    try send([Self.done[1]], "2025-Q3", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    try send(
      ["V-02;in_progress;", "V-04;done;2025-09-19"], "2025-Q3", "bieu02.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("V-04 (Đơn vị A): hoàn thành đúng hạn; ngày hoàn thành"), "\(notice)")
    #expect(!notice.contains("V-02"), "\(notice)")
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

  @Test("a task that the office's own files move is named, with the file")
  func officeFiles() throws {
    try send(["V-02;in_progress;", Self.done[1]], "2025-Q3", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    // a day that goes by corrects nothing
    office.issue("2025-Q3", "2025-10-06")
    #expect(try office.notice("2025-Q3") == nil)

    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    let kept = plan.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("V-04") }
      .joined(separator: "\n")
      .replacing("việc một, due: {quarter: 2025-Q3}", with: "việc một, due: {quarter: 2025-Q4}")
    try office.write(kept, "plans/KH1.yaml")
    office.issue("2025-Q3", "2025-10-07")
    let notice = try #require(try office.notice("2025-Q3"))
    for words in [
      "có 02 đầu việc thay đổi theo tệp cấu hình của cơ quan tổng hợp, cụ thể:",
      "- V-02 (Đơn vị A): quá hạn -> chưa đến hạn; hạn 30/9/2025 -> 31/12/2025; theo plans/KH1.yaml.",
      "- V-04 (Đơn vị A): hoàn thành đúng hạn -> không còn theo dõi; theo plans/KH1.yaml.",
    ] {
      #expect(notice.contains(words), "\(notice)")
    }
    #expect(!notice.contains("do thời điểm tính"), "\(notice)")

    try office.write("event,occurred_on\nE2,2025-08-01\n", "events.csv")
    office.issue("2025-Q3", "2025-10-08")
    let waited = try #require(try office.notice("2025-Q3"))
    #expect(
      waited.contains(
        "- V-05 (Đơn vị B): chưa đến điều kiện thực hiện -> quá hạn; theo events.csv."),
      "\(waited)")
  }

  @Test(
    "a form that says again what was said in time makes no task late", arguments: [false, true])
  func saidAgain(isTakenBack: Bool) throws {
    try plan(
      "- {code: V-06, clause: V, lead: [A], summary: việc, due: {on: 2025-09-25}}")
    try send(["V-06;done;", "V-02;in_progress;"], "2025-Q3", "bieu02.csv", "2025-09-20")
    office.issue("2025-Q3", "2025-10-05")
    if isTakenBack {
      try send(["V-06;in_progress;"], "2025-Q3", "bieu02.v2.csv", "2025-10-06")
    }
    try send(["V-06;done;", "V-02;done;2025-09-29"], "2025-Q3", "bieu02.v3.csv", "2025-10-07")
    office.issue("2025-Q3", "2025-10-10")
    let row = try office.data("tasks", "2025-Q3").first { $0["task"] == "V-06" }
    #expect(row?["state"] == (isTakenBack ? "done_late" : "done_on_time"))
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("V-02 (Đơn vị A): quá hạn -> hoàn thành đúng hạn"), "\(notice)")
    #expect(
      notice.contains("V-06 (Đơn vị A): hoàn thành đúng hạn -> hoàn thành chậm hạn; bieu02.v3.csv")
        == isTakenBack, "\(notice)")
    #expect(!notice.contains("do thời điểm tính"), "\(notice)")
  }

  @Test(
    "a lower revision takes back what was said only when it came first",
    arguments: [("2025-10-08", "done_on_time"), ("2025-09-24", "done_late")])
  func lowerRevision(received: String, state: String) throws {
    try plan("- {code: V-06, clause: V, lead: [A], summary: việc, due: {on: 2025-09-25}}")
    try send(["V-06;done;", "V-02;in_progress;"], "2025-Q3", "bieu02.csv", "2025-09-20")
    try send(["V-06;done;", "V-02;done;2025-09-29"], "2025-Q3", "bieu02.v3.csv", "2025-10-06")
    office.issue("2025-Q3", "2025-10-07")
    try send(["V-06;in_progress;"], "2025-Q3", "bieu02.v2.csv", received)
    office.issue("2025-Q3", "2025-10-10")
    let row = try office.data("tasks", "2025-Q3").first { $0["task"] == "V-06" }
    #expect(row?["state"] == state)
    // the one that never counted has moved nothing
    #expect(try (office.notice("2025-Q3") == nil) == (state == "done_on_time"))
  }

  @Test("a task that another course of a reorganisation moves is named, with the register of units")
  func reorganisation() throws {
    func units(_ successor: String) throws {
      try office.write(
        """
        code,name,kind,parent,valid_from,valid_to,successor
        T,Cấp trên T,cap-tren,,2020-01-01,,
        A,Đơn vị A,don-vi,T,2020-01-01,2025-06-30,\(successor)
        B,Đơn vị B,don-vi,T,2020-01-01,,
        C,Đơn vị C,don-vi,T,2025-07-01,,

        """, "units.csv")
    }
    try units("B")
    try send(
      ["V-01;done;2025-06-10", "V-02;done;2025-06-20"], "2025-Q2", "bieu02.csv", "2025-06-25")
    office.issue("2025-Q3", "2025-10-05")
    try units("C")
    office.issue("2025-Q3", "2025-10-06")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains("- V-01 (Đơn vị C): chưa đến hạn -> hoàn thành đúng hạn; theo units.csv."),
      "\(notice)")
    #expect(!notice.contains("do thời điểm tính"), "\(notice)")
  }

  @Test("of a task that stays in its state the notice says what else is said of it")
  func sameState() throws {
    func send(_ row: String, _ file: String, _ received: String) throws {
      try office.write(
        "plan;task;status;completed_on;document_no\nKH1;V-02;done;\(row)\n",
        "submissions/2025-Q3/A/\(file)")
      try office.register("A", file, received, in: "2025-Q3")
    }
    try send("2025-09-20;5-BC", "bieu02.csv", "2025-10-02")
    office.issue("2025-Q3", "2025-10-05")
    try send("2025-09-10;5-BC", "bieu02.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains(
        "- V-02 (Đơn vị A): hoàn thành đúng hạn; ngày hoàn thành 20/9/2025 -> 10/9/2025;"
          + " bieu02.v2.csv, lần gửi 2,"), "\(notice)")
    try send("2025-09-10;7-BC", "bieu02.v3.csv", "2025-10-12")
    office.issue("2025-Q3", "2025-10-13")
    let other = try #require(try office.notice("2025-Q3"))
    #expect(
      other.contains(
        "- V-02 (Đơn vị A): hoàn thành đúng hạn; số văn bản 5-BC -> 7-BC; bieu02.v3.csv, lần gửi 3,"
      ),
      "\(other)")
  }

  @Test("an earlier form that is found later, and makes a task in time, is named")
  func earlierForm() throws {
    try plan("- {code: V-06, clause: V, lead: [A], summary: việc, due: {on: 2025-09-15}}")
    try send(["V-06;done;"], "2025-Q3", "bieu02.v2.csv", "2025-09-20")
    office.issue("2025-Q3", "2025-10-05")
    try send(["V-06;done;", "V-01;in_progress;"], "2025-Q3", "bieu02.csv", "2025-09-10")
    office.issue("2025-Q3", "2025-10-06")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains(
        "- V-06 (Đơn vị A): hoàn thành chậm hạn -> hoàn thành đúng hạn; bieu02.csv, lần gửi 2,"),
      "\(notice)")
    #expect(!notice.contains("không còn dòng"), "\(notice)")
  }

  @Test(
    "a task that only became overdue meanwhile was not moved by a report that says no more of it")
  func movedByTime() throws {
    func send(_ rows: [String], _ file: String, _ received: String) throws {
      try office.write(
        "plan;task;status;percent\n" + rows.map { "KH1;\($0)\n" }.joined(),
        "submissions/2025-Q3/A/\(file)")
      try office.register("A", file, received, in: "2025-Q3")
    }
    try send(["V-02;in_progress;50", "V-04;in_progress;50"], "bieu02.csv", "2025-09-16")
    office.issue("2025-Q3", "2025-09-25")
    try send(["V-02;in_progress;60", "V-04;done;100"], "bieu02.v2.csv", "2025-09-28")
    office.issue("2025-Q3", "2025-10-05")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(notice.contains("có 01 đầu việc thay đổi theo báo cáo mới"), "\(notice)")
    #expect(notice.contains("- V-04 (Đơn vị A): chưa đến hạn -> hoàn thành đúng hạn"), "\(notice)")
    #expect(!notice.contains("V-02"), "\(notice)")
    #expect(notice.contains("01 đầu việc chuyển tình trạng do thời điểm tính"), "\(notice)")
  }

  @Test("a first delivery that a correction makes late is named")
  func firstDelivery() throws {
    try plan(
      "- {code: V-06, clause: V, lead: [A], summary: việc, due: {quarter: 2025-Q2, then: continuous}}"
    )
    try send(["V-06;done;2025-06-10"], "2025-Q2", "bieu02.csv", "2025-06-16")
    try send(["V-06;in_progress;"], "2025-Q3", "bieu02.csv", "2025-09-16")
    office.issue("2025-Q3", "2025-10-05")
    try send(["V-06;not_started;"], "2025-Q2", "bieu02.v2.csv", "2025-10-08")
    office.issue("2025-Q3", "2025-10-10")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains(
        "- V-06 (Đơn vị A): thường xuyên; thực hiện lần đầu 10/6/2025 -> 16/9/2025; bieu02.v2.csv,"
          + " lần gửi 2,"), "\(notice)")
  }

  @Test("a task of every year that was never done is not called done late")
  func neverDone() throws {
    try plan(
      "- {code: V-06, clause: V, lead: [A], summary: việc, due: {quarter: 2025-Q3, then: yearly}}")
    try send(["V-06;not_started;"], "2025-Q3", "bieu02.csv", "2025-09-16")
    office.issue("2026-Q1", "2026-04-05")
    let briefing = try briefing("2026-Q1")
    #expect(!briefing.contains("hoàn thành chậm hạn"), "\(briefing)")
    #expect(
      briefing.contains(
        "Nhiệm vụ hằng năm chưa hoàn thành lần đầu, tính theo thời hạn lần đầu:"
          + " - Việc (V-06): Đơn vị A quá hạn 187 ngày."), "\(briefing)")
  }

  @Test("a task that waits no more, or again, because the office charged somebody else, is named")
  func causeByOfficeFile() throws {
    try send(Self.done, "2025-Q3", "bieu02.csv", "2025-09-25")
    office.issue("2025-Q3", "2025-10-05")
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing("lead: [A], summary: việc một", with: "lead: [B], summary: việc một"),
      "plans/KH1.yaml")
    office.issue("2025-Q3", "2025-10-06")
    let notice = try #require(try office.notice("2025-Q3"))
    #expect(
      notice.contains(
        "- V-03 (Đơn vị B): chưa đến hạn -> chưa đến điều kiện thực hiện; theo plans/KH1.yaml."),
      "\(notice)")
    #expect(!notice.contains("do thời điểm tính"), "\(notice)")
  }

  @Test("of several leading bodies the one that wrote is quoted")
  func reporter() throws {
    try plan("- {code: V-06, clause: V, lead: [A, B], summary: việc, due: {quarter: 2025-Q3}}")
    try office.write(
      "plan;task;status;note\nKH1;V-06;suspended;chờ kinh phí\n",
      "submissions/2025-Q3/B/bieu02.csv")
    try office.register("B", "bieu02.csv", "2025-09-16", in: "2025-Q3")
    office.issue("2025-Q3", "2025-10-05")
    let briefing = try briefing("2025-Q3")
    #expect(
      briefing.contains(#"- Nhiệm vụ V-06: Đơn vị B ghi "chờ kinh phí"."#), "\(briefing)")
    #expect(
      briefing.contains("Nhiệm vụ đơn vị báo cáo tạm dừng: - Việc (V-06): Đơn vị B. "),
      "\(briefing)")
  }

  private func plan(_ task: String) throws {
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(
      plan.replacing("\n\nevents:", with: "\n  \(task)\n\nevents:"), "plans/KH1.yaml")
  }

  private func briefing(_ period: String) throws -> String {
    try String(contentsOf: office.output("\(period)/KH1/bao-cao.txt"), encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
