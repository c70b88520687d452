import Foundation
import TestSupport
import Testing

@Suite("Ledgers that were lost, and made anew")
struct LedgerLossTests {
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

  @Test("an empty file where nothing was ever issued is no ledger yet")
  func notYet() throws {
    let office = try SampleOffice.onePlan()
    try FileManager.default.createDirectory(
      at: office.outputs, withIntermediateDirectories: true)
    try Data().write(to: office.outputs.appendingPathComponent("ledger.sqlite"))
    #expect([0, 2].contains(try office.run("ingest").status))
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
    "after a run that was broken off, a damaged ledger is found before anything is written to it")
  func uncleanShutdown() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite")
    var bytes = try Data(contentsOf: ledger)
    // one leaf of a table in the middle, which no small question touches
    let pages = stride(from: bytes.count / 16_384 / 2 * 16_384, to: bytes.count, by: 16_384)
    let leaf = try #require(pages.first { bytes[$0] == 0x0D })
    for offset in 0..<100 { bytes[leaf + offset] = 0xEE }
    try bytes.write(to: ledger)
    // what a killed run leaves behind
    try Data(count: 64).write(to: URL(fileURLWithPath: ledger.path + "-wal"))
    let outcome = try office.run("ingest")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("tonghop-ledger verify"))
    // the other commands need the organisation, which the ledger does not know
    #expect(!outcome.errors.contains("tonghop-ledger re"))
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
}
