import Foundation
import TestSupport
import Testing

/// More new files than are recorded at once: one batch is written while the next is read, and the past is
/// looked up beside the writing.
@Suite("Many new files", .enabled(if: StockSQLite.isThere))
struct ManyFilesTests {
  private static let tables = [
    "receipt", "figure", "task_report", "finding", "normalisation", "sqlar",
  ]

  /// The sample of one plan; every file of figures came in thirty versions.
  private static func office() throws -> SampleOffice {
    let office = try SampleOffice.onePlan()
    for path in try FileManager.default.subpathsOfDirectory(atPath: office.submissions.path)
    where path.hasSuffix("bieu01.csv") {
      let file = office.submissions.appendingPathComponent(path)
      var bytes = try Data(contentsOf: file)
      let time = try file.resourceValues(forKeys: [.contentModificationDateKey])
        .contentModificationDate
      for version in 2...30 {
        bytes.append(UInt8(ascii: "\n"))
        let next = file.deletingPathExtension().appendingPathExtension("v\(version).csv")
        try bytes.write(to: next)
        try FileManager.default.setAttributes(
          [.modificationDate: time ?? Date()], ofItemAtPath: next.path)
      }
    }
    return office
  }

  @Test("the ledger is that of one processor, and of one file after another")
  func overlap() throws {
    let office = try Self.office()
    let sent = try office.sent()
    let first = try office.run("ingest")
    #expect(first.output.contains("took \(sent) new files"))
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite").path
    let rows = try Self.tables.map { try StockSQLite.run("SELECT * FROM \($0)", on: ledger) }
    // in the order of periods, units and versions
    let order = "SELECT period, unit, version FROM receipt ORDER BY"
    #expect(
      try StockSQLite.run("\(order) number", on: ledger)
        == StockSQLite.run("\(order) period, unit, version, number", on: ledger))
    // rebuilding reads every original again, and nothing beside
    let rebuilding = try office.run("ledger rebuild", ["--organisation", "ninh-khanh"])
    #expect(rebuilding.status == 0, "\(rebuilding.errors)")
    let rebuilt = office.outputs.appendingPathComponent("ledger-rebuilt.sqlite").path
    #expect(try Self.tables.map { try StockSQLite.run("SELECT * FROM \($0)", on: rebuilt) } == rows)

    try FileManager.default.removeItem(at: office.outputs)
    let again = try office.run("ingest", onOneProcessor: true)
    #expect(again.output == first.output && again.errors == first.errors)
    #expect(try Self.tables.map { try StockSQLite.run("SELECT * FROM \($0)", on: ledger) } == rows)
    #expect(try office.run("ingest").output.contains("took 0 new files"))
  }

  @Test("what one of them breaks costs the others nothing, whichever batch it is in")
  func refused() throws {
    let office = try Self.office()
    let sent = try office.sent()
    try office.run("ingest", ["--period", "2020-Q1"])
    let ledger = office.outputs.appendingPathComponent("ledger.sqlite").path
    try StockSQLite.run(
      """
      CREATE TRIGGER one_rule_more BEFORE INSERT ON receipt
      WHEN NEW.unit IN ('DU01', 'TP01') AND NEW.version = 7
      BEGIN SELECT RAISE(ABORT, 'not this version'); END
      """, on: ledger)
    let periods = try FileManager.default.contentsOfDirectory(atPath: office.submissions.path)
      .count { $0.hasPrefix("20") }
    let outcome = try office.run("ingest")
    #expect(outcome.output.contains("took \(sent - 2 * periods) new files"))
    #expect(
      outcome.errors.split(separator: "\n").count { $0.contains("[ledger-refused]") } == 2 * periods
    )
    #expect(
      try StockSQLite.run("SELECT count(*) FROM receipt", on: ledger)
        .contains("\(sent - 2 * periods)"))
  }
}
