import Foundation
import Rendering
import TestSupport
import Testing

@Suite("Exit status and hostile inputs")
struct RobustnessTests {
  @Test(
    "bad usage ends with 64",
    arguments: [["--nonsense"], ["--period", "2024-Q5"], ["--as-of", "31/12"]])
  func usage(arguments: [String]) throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    #expect(try office.run("aggregate", arguments).status == 64)
  }

  @Test("no inputs, no organisation, no edition: 1, with a sentence that says what to do")
  func cannotWork() throws {
    let office = try SampleOffice.onePlan()
    let missing = try office.run("ingest", ["--inputs", "nowhere"])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no organisation in nowhere"))
    try office.run("ingest")
    let early = try office.run("workbook")
    #expect(early.status == 1)
    #expect(early.errors.contains("tonghop-aggregate --organisation ninh-khanh"))
  }

  @Test(
    "nothing is written among the inputs, whatever folder of outputs is named",
    arguments: ["inputs", "inputs/../inputs/ninh-khanh", "inputs/ninh-khanh/kết quả"])
  func outputsAmongInputs(outputs: String) throws {
    let office = try SampleOffice.onePlan()
    let inputs = office.folder.path("inputs")
    let before = try FileManager.default.subpathsOfDirectory(atPath: inputs)
    for stage in ["ingest", "nightly", "forms"] {
      let outcome = try office.run(stage, ["--outputs", office.folder.path(outputs)])
      #expect(outcome.status == 64, "\(stage)")
      #expect(outcome.errors.contains("are only read"), "\(stage): \(outcome.errors)")
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: inputs) == before)
    let beside = try office.run(
      "ingest", ["--inputs", inputs, "--outputs", "\(inputs)/kết quả"])
    #expect([0, 2].contains(beside.status), "\(beside.errors)")
  }

  @Test("another run holds the lock: 75")
  func locked() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let lock = open(office.outputs.appendingPathComponent(".lock").path, O_RDWR)
    #expect(lock >= 0)
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    defer { close(lock) }
    let outcome = try office.run("ingest")
    #expect(outcome.status == 75)
    #expect(outcome.errors.contains("another run is at work"))
  }

  @Test("a dry run gives the same verdicts and writes nothing")
  func dryRun() throws {
    let office = try SampleOffice.onePlan()
    let dry = try office.run("ingest", ["--dry-run", "--json"])
    #expect(!FileManager.default.fileExists(atPath: office.outputs.path))
    let real = try office.run("ingest", ["--json"])
    #expect(dry.status == real.status)
    #expect(dry.errors == real.errors)
    let lines = { (text: String) in text.split(separator: "\n").filter { $0.hasPrefix("{") } }
    #expect(lines(dry.output).count == (try office.sent()))
    #expect(lines(dry.output) == lines(real.output))
  }

  @Test(
    "links, pipes, folders, lock files and strangers are named, never followed, and stop nothing")
  func hostileFolder() throws {
    let office = try SampleOffice.onePlan()
    let sent = try office.sent()
    let unit = office.submissions.appendingPathComponent("2024-Q3/DU05")
    let manager = FileManager.default
    try manager.createDirectory(at: unit, withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: unit.path + "/link.csv",
      withDestinationPath: office.submissions.path + "/2024-Q3/HU01/bieu01.csv")
    #expect(mkfifo(unit.path + "/pipe.csv", 0o600) == 0)
    try manager.createDirectory(
      atPath: unit.path + "/folder.csv", withIntermediateDirectories: true)
    for name in ["~$bieu01.csv", ".~lock.bieu01.csv#", "bieu01.csv.part", "bieu01.xlsx"] {
      try "x".write(toFile: unit.path + "/" + name, atomically: false, encoding: .utf8)
    }
    try "x".write(toFile: unit.path + "/a\nb\u{1B}[31m.csv", atomically: false, encoding: .utf8)
    let stranger = office.submissions.appendingPathComponent("2024-Q3/NOBODY")
    try manager.createDirectory(at: stranger, withIntermediateDirectories: true)
    try "x".write(toFile: stranger.path + "/bieu01.csv", atomically: false, encoding: .utf8)
    let outcome = try office.run("ingest", ["--json"])
    #expect(outcome.status == 2)
    // every line is one of JSON
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    #expect(lines.count { !$0.contains("\"state\":\"ignored\"") } == sent)
    #expect(lines.count { $0.contains("\"state\":\"ignored\"") } == 9)
    #expect(!outcome.errors.contains("\u{1B}"))
    for code in [
      "not-regular-file", "file-temporary", "file-not-csv", "file-name-unreadable", "unit-unknown",
    ] {
      #expect(outcome.errors.contains("[\(code)]"), "\(code)")
    }
  }

  @Test("pipes among the outputs are replaced, and nobody waits for them", .timeLimit(.minutes(1)))
  func pipesAmongOutputs() throws {
    let office = try SampleOffice.onePlan()
    let stages = ["ingest", "aggregate", "workbook", "briefing"]
    for stage in stages { try office.run(stage) }
    let names = [
      "NQ21/bao-cao.txt", "NQ21/bieu-tong-hop.xlsx", "NQ21/data/indicators.csv", "NQ21/.edition",
      "NQ21/.briefing.published", ".briefing.published", "phan-hoi/HU02.txt",
      "don-doc/cong-van.txt",
    ]
    let period = office.outputs.appendingPathComponent("2024-Q3")
    func contents() -> [Data?] {
      names.map { OutputFile.contents(period.appendingPathComponent($0).path) }
    }
    let before = contents()
    #expect(!before.contains(nil))
    for name in names {
      let path = period.appendingPathComponent(name).path
      #expect(unlink(path) == 0 && mkfifo(path, 0o600) == 0)
    }
    for stage in stages { #expect(try office.run(stage).status != 1, "\(stage)") }
    #expect(contents() == before)
  }

  @Test("what is printed to a closed stream is lost and said so, never written into another file")
  func closedStreams() throws {
    let office = try SampleOffice.onePlan()
    let program = try Executable("tonghop-ingest").path
    let outcome = try Executable(path: "/bin/sh").run(
      ["-c", #"exec "$0" --inputs inputs --outputs outputs >&-"#, program],
      in: office.folder.url)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("some lines could not be printed: Bad file descriptor;"))
    let lock = office.outputs.appendingPathComponent(".lock").path
    #expect(OutputFile.contents(lock) == Data())
  }

  @Test("one organisation's bad files do not stop another")
  func twoOrganisations() throws {
    let office = try SampleOffice.onePlan()
    let broken = office.folder.url.appendingPathComponent("inputs/a-broken")
    try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
    try "organisation: [".write(
      to: broken.appendingPathComponent("organisation.yaml"), atomically: true, encoding: .utf8)
    let outcome = try office.run("ingest")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("ninh-khanh: took \(try office.sent()) new files"))
  }

  @Test("an earlier moment of counting knows only what had come by then")
  func asOf() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate", ["--as-of", "2024-09-17T17:00"])
    let early = try office.data("submissions")
    #expect(!early.contains { $0["state"] == "late" })
    let corrected = try #require(early.first { $0["unit"] == "HU03" && $0["form"] == "indicator" })
    #expect(corrected["revision"] == "1")
    try office.run("aggregate")
    let late = try office.data("submissions")
    #expect(late.count { $0["state"] == "late" } == 4)
    #expect(late.first { $0["unit"] == "HU03" && $0["form"] == "indicator" }?["revision"] == "2")
  }

  @Test(
    "a submission that the ledger refuses is named and stays out; the others of its batch go in",
    .enabled(if: StockSQLite.isThere))
  func refusedAlone() throws {
    let office = try SampleOffice.onePlan()
    let sent = try office.sent()
    // a ledger with one rule more than ours, made before anything is received
    try office.run("ingest", ["--period", "2020-Q1"])
    try StockSQLite.run(
      """
      CREATE TRIGGER one_rule_more BEFORE INSERT ON receipt WHEN NEW.unit = 'HU03'
      BEGIN SELECT RAISE(ABORT, 'not this unit'); END
      """, on: office.outputs.appendingPathComponent("ledger.sqlite").path)
    let refused = try FileManager.default.subpathsOfDirectory(atPath: office.submissions.path)
      .count { $0.contains("/HU03/") && $0.hasSuffix(".csv") }
    #expect(refused > 0)
    let first = try office.run("ingest", ["--json"])
    #expect(first.status == 2)
    let all = first.output.split(separator: "\n")
    let lines = all.filter { $0.contains("ledger-refused") }
    #expect(all.count == sent)
    #expect(lines.count == refused)
    #expect(
      lines.allSatisfy {
        $0.contains("\"state\":\"ignored\"") && $0.contains("\"unit\":\"HU03\"")
          && $0.contains("not this unit") && $0.contains("\"figures\":[]")
      })
    // the next run asks again, and takes it once the rule is gone
    #expect(try office.run("ingest").status == 2)
    try StockSQLite.run(
      "DROP TRIGGER one_rule_more",
      on: office.outputs.appendingPathComponent("ledger.sqlite").path)
    #expect(try office.run("ingest").output.contains("took \(refused) new files"))
  }
}
