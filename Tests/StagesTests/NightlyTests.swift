import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite("The nightly run")
struct NightlyTests {
  private struct Record: Decodable {
    let organisation: String
    let status: Int
    let new: Int
    let returned: Int
    let missing: Int?
    let editions: Int
    let documents: Int
    let started: String
    let seconds: Double
  }

  @Test("the first night says what happened; the second says in one line that nothing did")
  func twoNights() throws {
    let office = try SampleOffice.onePlan()
    let sent = try office.sent()
    let first = try office.run("nightly")
    #expect(first.status == 2)
    let lines = first.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("organisation"))
    let cells = lines[1].split(separator: " ").map(String.init)
    #expect(cells.prefix(2) == ["ninh-khanh", "\(sent)"])
    #expect(cells.last == "findings")
    #expect(first.errors.split(separator: "\n").count <= 13)
    let missing = try office.data("submissions").count { $0["state"] == "missing" }
    #expect(cells[3] == "\(missing)")
    let before = try office.documentTimes()
    let second = try office.run("nightly")
    #expect(second.status == 0)
    #expect(second.output.hasPrefix("nothing new in 1 organisations, "))
    #expect(second.output.split(separator: "\n").count == 1)
    #expect(second.errors == "")
    #expect(try office.documentTimes() == before)

    let records = try records(office)
    #expect(records.map(\.status) == [2, 0])
    #expect(records.map(\.new) == [sent, 0])
    #expect(records[0].missing == missing)
    let editions = try office.files().keys.count { $0.hasSuffix("/bieu-tong-hop.xlsx") }
    #expect(editions > 1)
    #expect(records[0].editions == editions)
    #expect(records[0].documents > 7)
    #expect(records[1].documents == 0)
  }

  @Test("the same documents come of a night as of the stages by hand")
  func sameDocuments() throws {
    let night = try SampleOffice.onePlan()
    try night.run("nightly")
    let hand = try SampleOffice.onePlan()
    try hand.report()
    let documents = try hand.files().filter {
      $0.key.hasPrefix("2024-Q3/") && !$0.key.contains("/.")
    }
    #expect(documents.count > 7)
    let found = try night.files()
    for (path, bytes) in documents { #expect(found[path] == bytes, "\(path)") }
  }

  /// Two plans, three units, two periods; then a correction of the earlier period, a report on tasks, a file
  /// that is returned; then wording of the office's own.
  private static let nights: [(asOf: String, files: [String: String])] = [
    (
      "2025-10-06",
      [
        "2025-Q2/A/bieu01.csv": "KH1;CT01;12;\nKH1;CT02;3;4;\nKH2;CT01;7;;số của A\n",
        "2025-Q2/B/bieu01.csv": "KH1;CT01;0;;chưa phát sinh\nKH1;CT02;1;4\n",
        "2025-Q3/A/bieu01.csv": "KH1;CT01;15;\nKH1;CT02;1;4;đang củng cố\nKH2;CT01;9;\n",
        "2025-Q3/B/bieu01.csv": "KH1;CT01;21;\nKH1;CT02;9;4;\n",
      ]
    ),
    (
      "2025-10-08",
      [
        "2025-Q2/A/bieu01.v2.csv": "KH1;CT01;19;\nKH1;CT02;4;4;\n",
        "2025-Q3/B/bieu01.v2.csv": "KH1;CT01;21;\nKH1;CT02;3;4;\nKH2;CT02;1;1;\n",
        "2025-Q3/C/bieu01.csv": "KH1;CT01;1;\nKH1;CT02;1;9;mới thành lập\n",
      ]
    ),
    ("2025-10-20", [:]),
  ]

  @Test("night after night the documents are those of the stages by hand, corrections and all")
  func nightsOfCorrections() throws {
    let (night, hand) = (try twoPlans(), try twoPlans())
    for (number, (asOf, files)) in Self.nights.enumerated() {
      for office in [night, hand] {
        for (name, rows) in files {
          try office.write(
            "plan;indicator;numerator;denominator;note\n" + rows, "submissions/\(name)")
        }
        if number == 2 {
          try office.write("Chỉ một dòng.\n", "templates/bao-cao.mustache")
        }
      }
      night.run(NightlyStage.run) { $0.asOf = asOf }
      hand.run(IngestStage.run) { $0.asOf = asOf }
      for stage in [AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) }] {
        hand.run(stage) {
          $0.asOf = asOf
          $0.period = "all"
        }
      }
      let (made, expected) = (try documents(night), try documents(hand))
      #expect(made.keys.sorted() == expected.keys.sorted(), "night \(number + 1)")
      for (path, bytes) in expected { #expect(made[path] == bytes, "night \(number + 1): \(path)") }
      let notices = expected.keys.filter { $0.hasSuffix("hieu-chinh.txt") }
      #expect(notices.isEmpty == (number != 1))
      #expect(expected.count > 20)
      let isReworded = expected.filter { $0.key.hasSuffix("bao-cao.txt") }.values.allSatisfy {
        String(decoding: $0, as: UTF8.self).contains("Chỉ một dòng.")
      }
      #expect(isReworded == (number == 2))
    }
  }

  private func twoPlans() throws -> SmallOffice {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B", "C"])
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.replacing("plan: KH1", with: "plan: KH2"), "plans/KH2.yaml")
    for period in ["2025-Q2", "2025-Q3"] {
      let received = Self.nights.enumerated().flatMap { number, night in
        night.files.keys.filter { $0.hasPrefix(period) }.sorted().map { file in
          let parts = file.split(separator: "/")
          return "\(parts[1]),\(parts[2]),2025-10-0\(4 + 3 * number)\n"
        }
      }
      try office.write(
        "unit,file,received_at\n" + received.joined(), "submissions/\(period)/register.csv")
    }
    return office
  }

  /// All that readers see, by path.
  private func documents(_ office: SmallOffice) throws -> [String: Data] {
    let folder = office.output("").path
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.contains(".") && !$0.hasPrefix("ledger")
        && !$0.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        FileManager.default.contents(atPath: "\(folder)/\(path)").map { (path, $0) }
      })
  }

  @Test("the screen has errors before remarks, and always why a stage failed")
  func screen() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let head = "plan;indicator;numerator;denominator\n"
    let total = String(repeating: "Tổng cộng;;;\n", count: 20)
    try office.write(head + total + "KH1;CT01;5;\n", "submissions/2025-Q3/A/bieu01.csv")
    let faulty = String(repeating: "KH9;CT01;5;\n", count: 20)
    try office.write(head + faulty, "submissions/2025-Q3/B/bieu01.csv")
    // where the documents of the plan belong stands a file
    try FileManager.default.createDirectory(
      at: office.output("2025-Q3"), withIntermediateDirectories: true)
    try "x".write(to: office.output("2025-Q3/KH1"), atomically: true, encoding: .utf8)
    let lines = office.run(NightlyStage.run).text.split(separator: "\n")
    #expect(lines.count { $0.contains(": error: ") || $0.contains(": explain: ") } == 12)
    #expect(lines.contains { $0.contains(": error: ") })
    #expect(!lines.contains { $0.contains(": info: ") })
    #expect(lines.contains { $0.contains("more lines like these") })
    #expect(lines.contains { $0.hasPrefix("o: ") && $0.contains("2025-Q3/KH1") }, "\(lines)")
  }

  @Test("an organisation that fails stops no other, and is named with status 1")
  func oneFails() throws {
    let office = try SampleOffice.onePlan()
    let broken = office.folder.url.appendingPathComponent("inputs/a-broken")
    try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
    try "organisation: [".write(
      to: broken.appendingPathComponent("organisation.yaml"), atomically: true, encoding: .utf8)
    let outcome = try office.run("nightly")
    #expect(outcome.status == 1)
    let records = try records(office)
    #expect(records.map(\.organisation) == ["a-broken", "ninh-khanh"])
    #expect(records.map(\.status) == [1, 2])
    #expect(records[1].documents > 7)
  }

  @Test("a locked organisation is named with status 75, and its documents stay")
  func locked() throws {
    let office = try SampleOffice.onePlan()
    try office.run("nightly")
    let lock = open(office.outputs.appendingPathComponent(".lock").path, O_RDWR)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    #expect(try office.run("nightly").status == 75)
    #expect(try records(office).last?.status == 75)
  }

  @Test(
    "works from another folder, without environment, in the C locale, whatever the umask",
    arguments: ["022", "077"])
  func bareSurroundings(umask: String) throws {
    let office = try SampleOffice.onePlan()
    let plain = try SampleOffice.onePlan()
    try plain.run("nightly")
    let program = try Executable("tonghop-nightly").path
    let outcome = try Executable(path: "/bin/sh").run(
      [
        "-c",
        "umask \(umask); cd /; exec \"$0\" --inputs \"$1/inputs\" --outputs \"$1/outputs\" </dev/null",
        program, office.folder.url.path,
      ], environment: ["LC_ALL": "C"])
    #expect(outcome.status == 2)
    let (here, there) = (try office.files(), try plain.files())
    #expect(here.keys.sorted() == there.keys.sorted())
    for (path, bytes) in there { #expect(here[path] == bytes, "\(path)") }
    for path in try FileManager.default.subpathsOfDirectory(atPath: office.folder.path("outputs")) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: office.folder.path("outputs/\(path)"))
      let mode = try #require(attributes[.posixPermissions] as? Int)
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(mode == (isFolder ? 0o750 : 0o640), "\(path)")
    }
  }

  private func records(_ office: SampleOffice) throws -> [Record] {
    let text = try String(
      contentsOfFile: office.folder.path("outputs/run.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Record.self, from: Data($0.utf8))
    }
  }
}
