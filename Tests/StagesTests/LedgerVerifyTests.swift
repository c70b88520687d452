import Foundation
import TestSupport
import Testing

@Suite("What verify finds in a ledger")
struct LedgerVerifyTests {
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

  @Test("a record that makes no sense is told with what mends it, and not with verify once more")
  func senselessRecord() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate")
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Array(Data(contentsOf: ledger))
    let moment = try #require(bytes.ranges(of: Array("2024-10-05T23:59:59".utf8)).first)
    // a month that there is not, which no rule of the ledger refuses
    bytes[moment.lowerBound + 6] = UInt8(ascii: "9")
    try Data(bytes).write(to: ledger)
    let stage = try office.run("aggregate")
    #expect(stage.status == 1)
    #expect(
      stage.errors.contains("as_of of edition") && stage.errors.contains("tonghop-ledger verify"),
      "\(stage.errors)")
    let outcome = try office.run("ledger verify")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("as_of of edition"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("tonghop-ledger rebuild --organisation ninh-khanh"),
      "\(outcome.errors)")
    #expect(!outcome.errors.contains("tonghop-ledger verify"), "\(outcome.errors)")
  }

  @Test(
    "a submission whose moment of receipt makes no sense stops the stage, and is not left out unseen",
    .enabled(if: StockSQLite.isThere), arguments: ["2024-19-14T08:00:00", "nothing"])
  func senselessReceipt(moment: String) throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    try StockSQLite.run(
      """
      PRAGMA ignore_check_constraints = 1; DROP TRIGGER receipt_no_update;
      UPDATE receipt SET received_at = '\(moment)' WHERE number = 2
      """, on: office.outputs.appendingPathComponent("ledger.sqlite").path)
    let outcome = try office.run("aggregate", ["--as-of", "2024-10-05"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("received_at of receipt 2 cannot be read")
        && outcome.errors.contains("tonghop-ledger verify"), "\(outcome.errors)")
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
}
