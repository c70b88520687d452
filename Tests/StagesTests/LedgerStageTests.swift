import Foundation
import TestSupport
import Testing

@Suite("Keeping the ledger safe")
struct LedgerStageTests {
  @Test("a backup stands beside its digest, verifies, and is never overwritten")
  func backUp() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let outcome = try office.run("ledger backup", ["--as-of", "2024-10-05"])
    #expect(outcome.status == 0)
    let backup = office.outputs.appendingPathComponent("sao-luu/ledger-2024-10-05.sqlite")
    let note = try String(contentsOfFile: backup.path + ".sha256", encoding: .utf8)
    #expect(outcome.output.contains(note.prefix(64)))
    #expect(note.hasSuffix("  ledger-2024-10-05.sqlite\n"))
    let before = try Data(contentsOf: backup)
    let again = try office.run("ledger backup", ["--as-of", "2024-10-05"])
    #expect(again.status == 0 && again.output.contains("sao-luu/ledger-2024-10-05-2.sqlite"))
    let named = try office.run("ledger backup", ["--to", backup.path])
    #expect(named.status == 1 && named.errors.contains("not overwritten"))
    #expect(try Data(contentsOf: backup) == before)
  }

  @Test(
    "a sound ledger verifies with all its editions; a scratched one is refused, restored, and used on"
  )
  func damage() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let sent = try office.sent()
    let sound = try office.run("ledger verify")
    #expect(sound.status == 0)
    #expect(sound.output.contains("sound; \(sent) originals as received, 1 editions made again"))
    let backup = office.folder.path("elsewhere/copy.sqlite")
    try office.run("ledger backup", ["--to", backup])
    let before = try office.files()

    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Data(contentsOf: ledger)
    for page in 5..<(bytes.count / 4096) { bytes[page * 4096] = 0xEE }
    try bytes.write(to: ledger)
    let damaged = try office.run("ledger verify")
    #expect(damaged.status == 1)
    #expect(damaged.errors.contains("tonghop-ledger restore --organisation ninh-khanh --from"))
    #expect(try office.run("ingest").status == 1)

    let refused = try office.run(
      "ledger restore", ["--organisation", "ninh-khanh", "--from", backup])
    #expect(refused.status == 1)
    #expect(try Data(contentsOf: ledger) == bytes)
    let restored = try office.run(
      "ledger restore", ["--organisation", "ninh-khanh", "--from", backup, "--force"])
    #expect(restored.status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: ledger.path + ".cu-1")) == bytes)
    #expect(try office.run("ledger verify").status == 0)
    #expect(try office.run("ingest").output.contains("took 0 new files"))
    try office.report()
    for (path, document) in before where path.hasPrefix("2024") {
      #expect(try office.files()[path] == document, "\(path)")
    }
  }

  @Test(
    "an edition made again from figures that the disk has spoiled is not taken for the one issued")
  func spoiledFigure() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Array(Data(contentsOf: ledger))
    let figures = bytes.ranges(of: Array(#""CT05",12,"#.utf8))
    #expect(!figures.isEmpty)
    for figure in figures { bytes[figure.upperBound - 2] = UInt8(ascii: "9") }
    try Data(bytes).write(to: ledger)
    // what stands was made before
    #expect(try office.run("aggregate").status == 0)
    try FileManager.default.removeItem(at: office.outputs.appendingPathComponent("2024-Q3"))
    for arguments in [[], ["--edition", "1"]] {
      let outcome = try office.run("aggregate", arguments)
      #expect(outcome.status == 2)
      #expect(
        outcome.errors.contains(
          "edition 1 of NQ21 for 2024-Q3 says something else than when it was issued"),
        "\(outcome.errors)")
    }
  }

  @Test("figures that no edition uses and nobody can read any more are found by verify")
  func unreadableFigures() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Array(Data(contentsOf: ledger))
    let figure = try #require(bytes.ranges(of: Array(#""CT05",12,"#.utf8)).first)
    bytes[figure.lowerBound + 5] = UInt8(ascii: "5")
    try Data(bytes).write(to: ledger)
    let outcome = try office.run("ledger verify")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("on NQ21 cannot be read"), "\(outcome.errors)")
  }

  @Test("figures that no edition uses are held against their original by verify")
  func unusedFigures() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Array(Data(contentsOf: ledger))
    let figure = try #require(bytes.ranges(of: Array(#""CT05",12,"#.utf8)).first)
    bytes[figure.upperBound - 2] = UInt8(ascii: "9")
    try Data(bytes).write(to: ledger)
    let sent = try office.sent()
    let outcome = try office.run("ledger verify")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("bieu01.csv): what is recorded of it is not what its original says"),
      "\(outcome.errors)")
    #expect(outcome.errors.ranges(of: "what is recorded of it").count == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("tonghop-ledger rebuild --organisation ninh-khanh"),
      "\(outcome.errors)")
    #expect(outcome.output.contains("not as it was; \(sent) originals as received"))
    let json = try office.run("ledger verify", ["--json"])
    #expect(json.output.contains(#""misread":1"#), "\(json.output)")
  }

  @Test(
    "rows of a revision that was replaced are held against their original, whatever the plan asks now",
    .enabled(if: StockSQLite.isThere))
  func replacedRows() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let folder = office.submissions.appendingPathComponent("2024-Q3/HU01")
    let text = try String(
      contentsOf: folder.appendingPathComponent("bieu02.csv"), encoding: .utf8)
    try (text + "\n").write(
      to: folder.appendingPathComponent("bieu02.v2.csv"), atomically: true, encoding: .utf8)
    try office.report()
    let number = try StockSQLite.run(
      "SELECT number FROM receipt WHERE period = '2024-Q3' AND unit = 'HU01' AND form = 'task' AND version = 1",
      on: office.outputs.appendingPathComponent("ledger.sqlite").path
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite").path
    try StockSQLite.run(
      """
      DROP TRIGGER task_report_no_update; UPDATE task_report SET document_number = 'khác'
      WHERE receipt = \(number) AND row = (SELECT min(row) FROM task_report WHERE receipt = \(number))
      """, on: ledger)
    let outcome = try office.run("ledger verify")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains(
        "receipt \(number) (2024-Q3/HU01/bieu02.csv): what is recorded of it is not what its"),
      "\(outcome.errors)")
    #expect(outcome.errors.ranges(of: "what is recorded of it").count == 1, "\(outcome.errors)")
    let rebuilt = try office.run("ledger rebuild", ["--organisation", "ninh-khanh"])
    #expect(rebuilt.errors.contains("receipt \(number) "), "\(rebuilt.errors)")
  }

  @Test("what the office's own files have changed since is no damage of the ledger")
  func changedPlan() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let plan = office.folder.path("inputs/ninh-khanh/plans/NQ21.yaml")
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    let start = try #require(text.range(of: "  - code: CT02"))
    let end = try #require(text.range(of: "  - code: CT03"))
    let check = try #require(text.range(of: "  - rule: \"CT02.numerator"))
    let next = try #require(text.range(of: "  - rule: \"CT03.numerator"))
    let kept =
      text[..<start.lowerBound] + text[end.lowerBound..<check.lowerBound] + text[next.lowerBound...]
    try String(kept).write(
      toFile: plan, atomically: true, encoding: .utf8)
    try office.report()
    let outcome = try office.run("ledger verify")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("not read again in full"), "\(outcome.output)")
    try FileManager.default.removeItem(atPath: office.folder.path("inputs"))
    #expect(try office.run("ledger verify").status == 0)
  }

  @Test("a command that is to be typed holds each path as one word")
  func commandOfOneWord() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let outputs = office.folder.path("kết quả d'2024")
    try FileManager.default.moveItem(atPath: office.folder.path("outputs"), toPath: outputs)
    let rebuilt = try office.run(
      "ledger rebuild", ["--organisation", "ninh-khanh", "--outputs", outputs])
    let line = try #require(rebuilt.output.split(separator: "to use it, type: ").last)
    let programs = URL(fileURLWithPath: try Executable("tonghop-ledger").path)
      .deletingLastPathComponent().path
    let typed = try Executable(path: "/bin/sh").run(
      ["-c", "PATH='\(programs)'; \(line)"], in: office.folder.url)
    #expect(typed.status == 0, "\(typed.errors)")
    #expect(typed.output.contains("restored from"), "\(typed.output)")
  }

  @Test("a ledger that was emptied is not taken for a new one while documents of editions stand")
  func emptied() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let backup = office.folder.path("copy.sqlite")
    try office.run("ledger backup", ["--to", backup])
    let before = try office.files().filter { $0.key.hasPrefix("2024") }
    try Data().write(to: office.outputs.appendingPathComponent("ledger.sqlite"))
    for stage in ["ingest", "aggregate", "briefing", "nightly", "ledger verify"] {
      let outcome = try office.run(stage)
      #expect(outcome.status == 1, "\(stage)")
      #expect(
        outcome.errors.contains("restore --organisation ninh-khanh --from"),
        "\(stage): \(outcome.errors)")
    }
    #expect(try office.files().filter { $0.key.hasPrefix("2024") } == before)
    let restored = try office.run(
      "ledger restore", ["--organisation", "ninh-khanh", "--from", backup, "--force"])
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(try office.run("ledger verify").status == 0)
  }

  @Test(
    "a ledger whose first page is spoiled is not to be moved away while documents of editions stand"
  )
  func spoiledHead() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Data(contentsOf: ledger)
    bytes.replaceSubrange(0..<100, with: Data(count: 100))
    try bytes.write(to: ledger)
    try FileManager.default.removeItem(at: office.outputs.appendingPathComponent("2024-Q3/don-doc"))
    for (stage, arguments) in [
      ("ingest", []), ("ingest", ["--dry-run"]), ("aggregate", []), ("briefing", []),
      ("nightly", []),
      ("ledger verify", []), ("ledger rebuild", ["--organisation", "ninh-khanh"]),
    ] {
      let outcome = try office.run(stage, arguments)
      #expect(outcome.status == 1, "\(stage)")
      #expect(
        outcome.errors.contains(
          "outputs/ninh-khanh/ledger.sqlite: this file is no ledger any more"),
        "\(stage): \(outcome.errors)")
      #expect(
        outcome.errors.contains("restore --organisation ninh-khanh --from"),
        "\(stage): \(outcome.errors)")
      // what could not be opened cannot be made anew either
      #expect(!outcome.errors.contains("ledger rebuild"), "\(stage): \(outcome.errors)")
    }
    #expect(try Data(contentsOf: ledger) == bytes)
  }

  @Test(
    "a rebuilding that breaks off at damage leaves no half ledger, and does not send back to verify"
  )
  func brokenRebuilding() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Data(contentsOf: ledger)
    for page in 5..<(bytes.count / 4096) { bytes[page * 4096] = 0xEE }
    try bytes.write(to: ledger)
    let outcome = try office.run("ledger rebuild", ["--organisation", "ninh-khanh"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is too damaged to be made anew"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("restore --organisation ninh-khanh --from"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("ledger verify"), "\(outcome.errors)")
    #expect(try !office.files().keys.contains { $0.hasPrefix("ledger-rebuilt") })
  }

  @Test("the ledger of another organisation is not put back")
  func otherOwner() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let backup = office.folder.path("copy.sqlite")
    try office.run("ledger backup", ["--to", backup])
    let outcome = try office.run(
      "ledger restore", ["--organisation", "khac", "--from", backup, "--force"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("is a backup of the ledger of ninh-khanh, not of khac"),
      "\(outcome.errors)")
    #expect(
      !FileManager.default.fileExists(atPath: office.folder.path("outputs/khac/ledger.sqlite")))
  }

  @Test("what was issued after the backup that is put back is named: its number will come again")
  func issuedSince() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let backup = office.folder.path("copy.sqlite")
    try office.run("ledger backup", ["--to", backup])
    let put = ["--organisation", "ninh-khanh", "--from", backup, "--force"]
    let same = try office.run("ledger restore", put)
    #expect(same.status == 0 && !same.errors.contains("does not know"), "\(same.errors)")
    try office.run("aggregate", ["--as-of", "2024-10-20"])
    let restored = try office.run("ledger restore", put)
    #expect(restored.status == 2)
    #expect(
      restored.errors.contains(
        "/2024-Q3/NQ21 holds edition 2, which the backup does not know; "
          + "the next one will bear the number 2 again"), "\(restored.errors)")
  }

  @Test("an empty file where nothing was ever issued is no ledger yet")
  func notYet() throws {
    let office = try SampleOffice.onePlan()
    try FileManager.default.createDirectory(
      at: office.outputs, withIntermediateDirectories: true)
    try Data().write(to: office.outputs.appendingPathComponent("ledger.sqlite"))
    #expect([0, 2].contains(try office.run("ingest").status))
  }

  @Test("a backup that is not what its digest says is not put back")
  func wrongBackup() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let backup = office.folder.path("copy.sqlite")
    try office.run("ledger backup", ["--to", backup])
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: backup))
    try handle.seek(toOffset: 8000)
    try handle.write(contentsOf: Data([0x55]))
    try handle.close()
    let outcome = try office.run(
      "ledger restore", ["--organisation", "ninh-khanh", "--from", backup, "--force"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("take another backup"))
    #expect(try office.run("ledger verify").status == 0)
  }

  @Test(
    "an original that was altered behind the ledger's back is found",
    .enabled(if: StockSQLite.isThere))
  func alteredOriginal() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try StockSQLite.run(
      """
      DROP TRIGGER sqlar_no_update; UPDATE sqlar SET data = x'41' WHERE name = (SELECT original FROM
      receipt WHERE number = 2)
      """, on: office.outputs.appendingPathComponent("ledger.sqlite").path)
    let outcome = try office.run("ledger verify")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the original of receipt 2 "))
  }

  @Test("editions of earlier days that were issued later keep their numbers in a ledger made anew")
  func rebuildOfThePast() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    #expect(try office.run("aggregate", ["--as-of", "2024-09-20"]).status == 0)
    let outcome = try office.run("ledger rebuild", ["--organisation", "ninh-khanh"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 editions, 0 differences"))
  }

  @Test("a ledger rebuilt from its originals has the same receipts, rows and editions")
  func rebuild() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let folder = office.submissions.appendingPathComponent("2024-Q3/HU01")
    let text = try String(
      contentsOf: folder.appendingPathComponent("bieu01.csv"), encoding: .utf8)
    let row = try #require(text.split(whereSeparator: \.isNewline).first { $0.contains("CT05") })
    try text.replacing(row, with: row.replacing(";12;", with: ";19;")).write(
      to: folder.appendingPathComponent("bieu01.v2.csv"), atomically: true, encoding: .utf8)
    try office.report()
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    let before = try Data(contentsOf: ledger)
    let outcome = try office.run("ledger rebuild", ["--organisation", "ninh-khanh"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 editions, 0 differences"))
    #expect(try Data(contentsOf: ledger) == before)
    let rebuilt = office.outputs.appendingPathComponent("ledger-rebuilt.sqlite").path
    if StockSQLite.isThere {
      for table in ["receipt", "figure", "task_report", "finding", "normalisation", "edition"] {
        let rows = "SELECT * FROM \(table)"
        let expected = try StockSQLite.run(rows, on: ledger.path)
        #expect(try StockSQLite.run(rows, on: rebuilt) == expected, "\(table)")
        #expect(!expected.isEmpty || table == "normalisation")
      }
    }
    // as the last line of it says
    try office.run(
      "ledger restore", ["--organisation", "ninh-khanh", "--from", rebuilt, "--force"])
    let verified = try office.run("ledger verify")
    #expect(verified.output.contains("2 editions made again"))
  }

  @Test(
    "after a run that was broken off, a damaged ledger is found before anything is written to it")
  func uncleanShutdown() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Data(contentsOf: ledger)
    // one leaf in the middle, which no small question touches
    let page = bytes.count / 4096 / 2
    for offset in 0..<100 { bytes[page * 4096 + offset] = 0xEE }
    try bytes.write(to: ledger)
    // what a killed run leaves behind
    try Data(count: 64).write(to: URL(fileURLWithPath: ledger.path + "-wal"))
    let outcome = try office.run("ingest")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("tonghop-ledger verify"))
    // the other commands need the organisation, which the ledger does not know
    #expect(!outcome.errors.contains("tonghop-ledger re"))
  }
}
