import Foundation
import TestSupport
import Testing

@testable import Stages

/// What was changed and is changed back, and what was left behind: the last word stands, and is told.
@Suite("Going back")
struct GoingBackTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try send("A", "bieu01.csv", "5")
    try send("B", "bieu01.csv", "6")
  }

  private func send(_ unit: String, _ file: String, _ number: String) throws {
    try office.write(
      "Mã kế hoạch,Mã chỉ tiêu,Thực hiện,Tổng số,Ghi chú\nKH1,CT01,\(number),,\n"
        + "KH1,CT02,1,2,\nKH1,CT03,1,,\n",
      "submissions/2025-Q3/\(unit)/\(file)")
  }

  /// Runs a night, and returns what intake said.
  @discardableResult
  private func night() -> String {
    let said = office.run(IngestStage.run)
    for stage in [AggregateStage.run, WorkbookStage.run, BriefingStage.run] { office.run(stage) }
    return said.text
  }

  private func total() throws -> String? {
    try office.data("indicators", "2025-Q3").first {
      $0["indicator"] == "CT01" && $0["unit"] == "T" && $0["window"] == "period"
    }?["numerator"]
  }

  private func briefing() throws -> String {
    try String(contentsOf: office.output("2025-Q3/KH1/bao-cao.txt"), encoding: .utf8)
  }

  @Test("a file that was returned has replaced nothing: a copy of the one before is only a copy")
  func returned() throws {
    night()
    try send("A", "bieu01.v2.csv", "năm")
    #expect(night().contains("1 returned"))
    try send("A", "sao-chep.csv", "5")
    let copy = night()
    #expect(!copy.contains("a later one has replaced") && copy.contains("took 0 new files"))
    try send("A", "bieu01.v3.csv", "5")
    #expect(!night().contains("file-restored"))
    #expect(try total() == "11")
    // nor does a returned file of another name take the place of one
    try send("A", "so-lieu.csv", "bảy")
    #expect(!night().contains("file-replaced"))
  }

  private func documents() throws -> [String: Data] {
    let folder = office.output("2025-Q3/KH1")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try paths.filter { $0.contains(".") && !$0.hasPrefix(".") }.map {
        ($0, try Data(contentsOf: folder.appendingPathComponent($0)))
      })
  }

  @Test("the slip of a file that does not count says whose figures do")
  func notInForce() throws {
    try send("A", "bieu01.v2.csv", "7")
    night()
    try send("A", "so-lieu.csv", "9")
    night()
    #expect(try total() == "13")
    let slip = try String(contentsOf: office.output("2025-Q3/phan-hoi/A.txt"), encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(slip.contains("Tệp nhận: so-lieu.csv"), "\(slip)")
    #expect(slip.contains("Số liệu lần gửi 2 vẫn được dùng để tổng hợp."), "\(slip)")
    #expect(!slip.contains("đã được tổng hợp"), "\(slip)")
  }

  @Test(
    "what waited under another name and comes under the one it was asked to have restores nothing")
  func renamed() throws {
    try send("A", "bieu01.v2.csv", "7")
    night()
    try send("A", "so-lieu.csv", "9")
    #expect(night().contains("file-not-in-force"))
    try FileManager.default.moveItem(
      atPath: "\(office.inputs)/o/submissions/2025-Q3/A/so-lieu.csv",
      toPath: "\(office.inputs)/o/submissions/2025-Q3/A/bieu01.v3.csv")
    let said = night()
    #expect(said.contains("1 accepted") && !said.contains("[file-"), "\(said)")
    #expect(try total() == "15")
  }

  @Test(
    "the right file sent once more for a forgotten copy, with its reason, is asked about no more")
  func copyUndone() throws {
    night()
    try send("A", "bieu01.v2.csv", "7")
    night()
    try send("A", "bieu01.v3.csv", "5")
    #expect(night().contains("file-restored"))
    let slip = try String(contentsOf: office.output("2025-Q3/phan-hoi/A.txt"), encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(slip.contains("gửi lại bản đúng với số .vN cao hơn, nêu lý do ở cột Ghi chú."))
    try office.write(
      "Mã kế hoạch,Mã chỉ tiêu,Thực hiện,Tổng số,Ghi chú\nKH1,CT01,7,,thay bản sao gửi nhầm\n"
        + "KH1,CT02,1,2,\nKH1,CT03,1,,\n",
      "submissions/2025-Q3/A/bieu01.v4.csv")
    #expect(!night().contains("[file-"))
    #expect(try total() == "13")
  }

  @Test("a look at an earlier moment replaces nothing, and corrects nothing")
  func lookingBack() throws {
    night()
    office.run(AggregateStage.run) { $0.asOf = "2025-10-01" }
    let outcome = office.run({ BriefingStage.run($0, $1) }) { $0.asOf = "2025-10-01" }
    #expect(outcome.status == .clean, "\(outcome.text)")
    let notice = office.output("2025-Q3/KH1/hieu-chinh.txt").path
    #expect(!FileManager.default.fileExists(atPath: notice))
  }

  @Test("an earlier moment gives the edition of that moment, whatever the office has changed since")
  func earlierMoment() throws {
    for unit in ["A", "B"] { try office.register(unit, "bieu01.csv", "2025-10-02", in: "2025-Q3") }
    office.issue("2025-Q3", "2025-10-05")
    let first = try documents()
    #expect(first.keys.contains("bao-cao.txt") && first.keys.contains("data/indicators.csv"))
    try send("A", "bieu01.v2.csv", "7")
    try office.register("A", "bieu01.v2.csv", "2025-10-08", in: "2025-Q3")
    office.issue("2025-Q3", "2025-10-10")
    let path = "\(office.inputs)/o/plans/KH1.yaml"
    let plan = try String(contentsOfFile: path, encoding: .utf8)
    try office.write(plan.replacing("at_least: 50%", with: "at_least: 60%"), "plans/KH1.yaml")
    office.issue("2025-Q3", "2025-10-05")
    #expect(try documents() == first)
    // at the newest moment a file that has changed makes another edition
    let changed = office.run(AggregateStage.run) { $0.asOf = "2025-10-10" }
    #expect(changed.text.contains("edition 3, new"), "\(changed.text)")
    // and so does a submission that came late, counted at the moment it says
    try send("B", "bieu01.v2.csv", "8")
    try office.register("B", "bieu01.v2.csv", "2025-10-04", in: "2025-Q3")
    office.issue("2025-Q3", "2025-10-05")
    #expect(try documents() != first)
    #expect(try briefing().contains("60%"))
  }

  @Test(
    "a file that an amended plan returns for other errors is none that an earlier moment missed")
  func returnedOnceMore() throws {
    try send("B", "bieu01.csv", "năm")
    for unit in ["A", "B"] { try office.register(unit, "bieu01.csv", "2025-10-02", in: "2025-Q3") }
    office.issue("2025-Q3", "2025-10-05")
    let first = try documents()
    let path = "\(office.inputs)/o/plans/KH1.yaml"
    let plan = try String(contentsOfFile: path, encoding: .utf8)
    try office.write(plan.replacing("code: CT03", with: "code: CT04"), "plans/KH1.yaml")
    #expect(office.run(IngestStage.run).text.contains("1 returned"))
    office.issue("2025-Q3", "2025-10-10")
    #expect(try documents() != first)
    office.issue("2025-Q3", "2025-10-05")
    #expect(try documents() == first)
    // what mends it is one
    try send("B", "bieu01.v2.csv", "8")
    try office.register("B", "bieu01.v2.csv", "2025-10-04", in: "2025-Q3")
    office.issue("2025-Q3", "2025-10-05")
    #expect(try documents() != first)
  }

  @Test("what an amended plan adds or drops is called so, not unchanged under another target")
  func amendedIndicators() throws {
    for unit in ["A", "B"] { try office.register(unit, "bieu01.csv", "2025-10-02", in: "2025-Q3") }
    office.issue("2025-Q3", "2025-10-05")
    let path = "\(office.inputs)/o/plans/KH1.yaml"
    let plan = try String(contentsOfFile: path, encoding: .utf8)
    try office.write(
      plan.replacing("code: CT02", with: "code: CT04")
        .replacing("at_least: 1000", with: "at_least: 900"),
      "plans/KH1.yaml")
    office.issue("2025-Q3", "2025-10-10")
    let rows = try notice().split(separator: "\n").filter { $0.hasPrefix("CT") }
    #expect(rows.contains { $0.hasPrefix("CT01") && $0.contains("không đổi; mức") }, "\(rows)")
    // no figure of the one has come, and the other is asked for no more
    let added = rows.filter { $0.hasPrefix("CT04") }
    #expect(!added.isEmpty && !added.contains { $0.contains("không đổi") }, "\(rows)")
    let dropped = rows.filter { $0.hasPrefix("CT02") }
    #expect(!dropped.isEmpty && dropped.allSatisfy { $0.contains("không còn") }, "\(rows)")
  }

  private func notice() throws -> String {
    try String(contentsOf: office.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
  }

  @Test("a correction counted at an earlier moment takes no figures from reports of later periods")
  func affected() throws {
    func send(_ number: String, _ period: String, _ file: String, _ day: String) throws {
      try office.write(
        "plan;indicator;numerator;denominator\nKH1;CT01;\(number);\nKH1;CT02;9;10\n",
        "submissions/\(period)/A/\(file)")
      let register = "\(office.inputs)/o/submissions/\(period)/register.csv"
      let before =
        (try? String(contentsOfFile: register, encoding: .utf8)) ?? "unit,file,received_at\n"
      try office.write(before + "A,\(file),\(day)\n", "submissions/\(period)/register.csv")
    }
    try send("5", "2025-Q2", "bieu01.csv", "2025-06-15T08:00")
    try send("7", "2025-Q3", "bieu01.csv", "2025-09-15T08:00")
    func issue(_ period: String, _ moment: String) {
      office.run(IngestStage.run)
      for stage in [AggregateStage.run, { BriefingStage.run($0, $1) }] {
        office.run(stage) {
          $0.period = period
          $0.asOf = moment
        }
      }
    }
    issue("2025-Q2", "2025-07-05")
    issue("2025-Q3", "2025-10-05")
    try send("6", "2025-Q2", "bieu01.v2.csv", "2025-07-04T08:00")
    issue("2025-Q2", "2025-07-05")
    let notice = try String(
      contentsOf: office.output("2025-Q2/KH1/hieu-chinh.txt"), encoding: .utf8)
    let words = notice.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("thay đổi số tổng hợp của CT01; số của 01 đơn vị."), "\(notice)")
  }

  @Test("a period in which nobody sends anything is missed once it was due, and not before")
  func silentPeriod() throws {
    func night(_ moment: String) {
      office.run(NightlyStage.run) {
        $0.period = "all"
        $0.asOf = moment
      }
    }
    try office.write(
      "unit,file,received_at\nA,bieu01.csv,2025-09-15\nB,bieu01.csv,2025-09-15\n",
      "submissions/2025-Q3/register.csv")
    night("2025-12-15")
    let silent = office.output("2025-Q4").path
    #expect(!FileManager.default.fileExists(atPath: silent))
    night("2025-12-20")
    let states = try office.data("submissions", "2025-Q4").map { $0["state"] ?? "" }
    #expect(!states.isEmpty && states.allSatisfy { $0 == "missing" })
    let letters = try FileManager.default.contentsOfDirectory(atPath: silent + "/don-doc")
    #expect(letters.sorted() == ["A.txt", "B.txt", "cong-van.txt"])

    // once the next one is reported on, its own report goes on with the others
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,9,\n", "submissions/2026-Q1/A/bieu01.csv")
    try office.register("A", "bieu01.csv", "2026-03-10", in: "2026-Q1")
    night("2026-03-25")
    let tasks = try office.data("tasks", "2025-Q4").map { $0["state"] ?? "" }
    #expect(tasks == ["overdue", "overdue"])
  }

  @Test("the office writes no letter to itself")
  func ownLetter() throws {
    let units = try String(contentsOfFile: "\(office.inputs)/o/units.csv", encoding: .utf8)
    try office.write(units.replacing("Đơn vị A", with: "Ban Tổ chức Tỉnh ủy"), "units.csv")
    for unit in ["A", "B"] {
      try FileManager.default.removeItem(atPath: "\(office.inputs)/o/submissions/2025-Q3/\(unit)")
    }
    night()
    let letters = try FileManager.default.contentsOfDirectory(
      atPath: office.output("2025-Q3/don-doc").path)
    #expect(letters.sorted() == ["B.txt", "cong-van.txt"])
    let letter = try String(
      contentsOf: office.output("2025-Q3/don-doc/cong-van.txt"), encoding: .utf8)
    #expect(letter.contains("Kính gửi: Đơn vị B."))
    // the briefing counts the form that the office owes itself, and the letter says that it does not
    #expect(
      letter.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "đã nhận được 0/2 biểu hợp lệ của 01 đơn vị (không kể 02 biểu của Ban Tổ chức Tỉnh ủy)."),
      "\(letter)")
  }

  @Test("a plan that is changed back gives the report of its own words, under a number of its own")
  func plan() throws {
    let path = "\(office.inputs)/o/plans/KH1.yaml"
    let plan = try String(contentsOfFile: path, encoding: .utf8)
    night()
    let issued = try briefing()
    #expect(issued.contains("50%"))
    try office.write(plan.replacing("at_least: 50%", with: "at_least: 60%"), "plans/KH1.yaml")
    night()
    #expect(try briefing().contains("60%"))
    try office.write(plan, "plans/KH1.yaml")
    night()
    #expect(try !briefing().contains("60%"))
    let again = office.run(AggregateStage.run)
    #expect(again.text.contains("edition 3, stands, 0 of 4 data files written"), "\(again.text)")
    #expect(
      try !FileManager.default.contentsOfDirectory(atPath: office.output("2025-Q3").path)
        .contains { $0.hasSuffix(".ban-moi") })
  }

  @Test(
    "a forgotten copy of what was corrected since is told and not taken",
    arguments: ["bieu01 (copy).csv", "bieu01-cu.csv"])
  func copy(name: String) throws {
    night()
    try send("A", name, "5")
    #expect(night().contains("took 0 new files"))
    #expect(try total() == "11")
    try send("A", "bieu01.csv", "7")
    night()
    #expect(try total() == "13")
    let third = night()
    #expect(third.contains("[file-superseded]"), "\(third)")
    #expect(third.contains("took 0 new files"))
    #expect(try total() == "13")
  }

  @Test("all files at once end where the same files end one after another")
  func history() throws {
    try send("A", "bieu01 (copy).csv", "5")
    try send("A", "bieu01.csv", "7")
    night()
    #expect(try total() == "13")
    night()
    #expect(try total() == "13")
  }

  @Test("a higher version brings back what was replaced, and says so")
  func restored() throws {
    night()
    try send("A", "bieu01.v2.csv", "7")
    night()
    #expect(try total() == "13")
    try send("A", "bieu01.v3.csv", "5")
    let said = night()
    #expect(said.contains("[file-restored]"), "\(said)")
    #expect(try total() == "11")
  }

  @Test("what is replaced and brought back between two nights ends where it ends night by night")
  func restoredAtOnce() throws {
    night()
    night()
    try send("A", "bieu01.v2.csv", "7")
    try send("A", "bieu01.v3.csv", "5")
    let said = night()
    #expect(said.contains("took 2 new files"), "\(said)")
    #expect(said.contains("[file-restored]"), "\(said)")
    #expect(try total() == "11")
    #expect(night().contains("took 0 new files"))
    #expect(try total() == "11")
  }

  @Test("while the register cannot be read, nobody is given a time of receipt")
  func register() throws {
    let register = "submissions/2025-Q3/register.csv"
    try FileManager.default.createDirectory(
      atPath: "\(office.inputs)/o/\(register)", withIntermediateDirectories: true)
    let said = night()
    #expect(said.contains("[register-unreadable]"), "\(said)")
    #expect(said.contains("took 0 new files"))
    try FileManager.default.removeItem(atPath: "\(office.inputs)/o/\(register)")
    try office.write("unit,file,received_at\nA,bieu01.csv,2025-10-02\n", register)
    #expect(night().contains("took 2 new files"))
    let received = try office.data("submissions", "2025-Q3")
      .first { $0["unit"] == "A" }?["received_at"]
    #expect(received?.hasPrefix("2025-10-02") == true)
  }

  @Test("a folder of outputs whose organisation is gone is named")
  func orphan() throws {
    night()
    try FileManager.default.removeItem(atPath: "\(office.inputs)/o/organisation.yaml")
    let other = try SmallOffice(office.folder, code: "p", root: "T", units: ["A"])
    let said = other.run(IngestStage.run) { $0.organisation = nil }
    #expect(said.text.contains("outputs/o: there is a ledger"), "\(said.text)")
    #expect(said.status == .failed)
    let night = other.run(NightlyStage.run) { $0.organisation = nil }
    #expect(night.text.contains("outputs/o: there is a ledger") && night.status == .failed)
  }
}
