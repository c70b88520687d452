import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite("Running again")
struct RepeatabilityTests {
  @Test("two runs in two folders give the same files, workbook and ledger included")
  func sameBytes() throws {
    let first = try SampleOffice.onePlan()
    let second = try SampleOffice.onePlan()
    try first.report()
    // another locale, another zone, another order of files on the disk, one processor
    try second.report(
      environment: [
        "LC_ALL": "vi_VN.UTF-8", "TZ": "America/Lima", "SWIFT_DETERMINISTIC_HASHING": "1",
      ], onOneProcessor: true)
    let one = try first.files()
    let two = try second.files()
    #expect(one.keys.sorted() == two.keys.sorted())
    #expect(one.count > 10)
    for (path, bytes) in one { #expect(two[path] == bytes, "\(path) differs") }
  }

  @Test("a second run takes nothing and writes nothing")
  func nothingNew() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let before = try office.documentTimes()
    let ingest = try office.run("ingest")
    #expect(ingest.status == 0)
    #expect(
      ingest.output
        == "ninh-khanh: took 0 new files (0 accepted, 0 returned), \(try office.sent()) unchanged, 0 ignored\n"
    )
    #expect(try office.run("aggregate").output.contains("edition 1, stands, 0 of 4"))
    #expect(try office.run("workbook").output.contains("unchanged"))
    #expect(try office.run("briefing").output.contains(" 0 text documents written"))
    #expect(try office.documentTimes() == before)
  }

  @Test(
    "by the clock, an edition stands until a state changes, and no figure is looked at meanwhile")
  func clock() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let path = "\(office.inputs)/o/organisation.yaml"
    let fixed = try String(contentsOfFile: path, encoding: .utf8)
    try office.write(
      fixed.replacing("as_of: 2025-12-31", with: "# the clock"), "organisation.yaml")
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT01;5;\nKH1;CT02;1;2\nKH1;CT03;7;\n",
      "submissions/2025-Q3/A/bieu01.csv")
    office.run(IngestStage.run) { $0.asOf = "2025-09-30" }
    func aggregate(_ asOf: String? = nil) -> String {
      office.run(AggregateStage.run) { $0.asOf = asOf }.text
    }
    #expect(aggregate("2025-09-30").contains("edition 1, new"))
    // by now the task of 2025 is overdue
    #expect(aggregate().contains("edition 2, new"))
    let again = aggregate()
    #expect(again.contains("edition 2, stands, 0 of 4"))
    #expect(!again.contains("log: o: assessing"))
    // a document that was lost is made again, which needs the figures
    try FileManager.default.removeItem(at: office.output("2025-Q3/KH1/data/indicators.csv"))
    let mended = aggregate()
    #expect(mended.contains("edition 2, stands, 1 of 4"))
    #expect(mended.contains("log: o: assessing"))
  }

  @Test("a corrected file is taken alone, makes the next edition, and moves the figures")
  func correction() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let before = try total("CT05", office)
    let old = office.submissions.appendingPathComponent("2024-Q3/HU01/bieu01.csv")
    let text = try String(contentsOf: old, encoding: .utf8)
    let line = try #require(text.split(whereSeparator: \.isNewline).first { $0.contains("CT05") })
    var cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let numerator = try #require(cells.firstIndex { Int($0) != nil })
    cells[numerator] = String(try #require(Int(cells[numerator])) + 7)
    let corrected = text.replacing(line, with: cells.joined(separator: ";"))
    try corrected.write(
      to: old.deletingLastPathComponent().appendingPathComponent("bieu01.v2.csv"),
      atomically: true, encoding: .utf8)
    let ingest = try office.run("ingest", ["--period", "2024-Q3"])
    #expect(ingest.output.contains("took 1 new files (1 accepted, 0 returned)"))
    #expect(try office.run("aggregate").output.contains("edition 2, new"))
    #expect(try total("CT05", office) == before + 7)
  }

  @Test("a corrected file that is returned leaves the earlier figures in force")
  func returnedCorrection() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let before = try total("CT05", office)
    let folder = office.submissions.appendingPathComponent("2024-Q3/HU01")
    try "plan,indicator,numerator,denominator\nNQ21,CT05,1e3,2000\n".write(
      to: folder.appendingPathComponent("bieu01.v2.csv"), atomically: true, encoding: .utf8)
    let ingest = try office.run("ingest")
    #expect(ingest.status == 2)
    #expect(ingest.output.contains("took 1 new files (0 accepted, 1 returned)"))
    try office.report()
    #expect(try total("CT05", office) == before)
    let rows = try office.data("submissions")
    let row = try #require(rows.first { $0["unit"] == "HU01" && $0["form"] == "indicator" })
    #expect(row["state"] == "on_time")
    #expect(row["revision"] == "1")
    #expect(
      FileManager.default.fileExists(
        atPath: office.outputs.appendingPathComponent("2024-Q3/phan-hoi/HU01.txt").path))
  }

  @Test("the stock sqlite3 extracts the original bytes", .enabled(if: hasSQLite))
  func archive() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = [
      office.outputs.appendingPathComponent("ledger.sqlite").path, "-A", "--extract", "--directory",
      office.folder.path("extracted"),
    ]
    try FileManager.default.createDirectory(
      atPath: office.folder.path("extracted"), withIntermediateDirectories: true)
    try process.run()
    process.waitUntilExit()
    let extracted = URL(fileURLWithPath: office.folder.path("extracted"))
    let names = try FileManager.default.subpathsOfDirectory(atPath: extracted.path)
      .filter { $0.hasSuffix(".csv") }
    #expect(names.count == (try office.sent()))
    let contents = Set(try names.map { try Data(contentsOf: extracted.appendingPathComponent($0)) })
    let sent = try FileManager.default.subpathsOfDirectory(atPath: office.submissions.path)
      .filter { $0.hasSuffix(".csv") && !$0.hasSuffix("register.csv") }
      .map { try Data(contentsOf: office.submissions.appendingPathComponent($0)) }
    #expect(contents == Set(sent))
  }

  private func total(_ indicator: String, _ office: SampleOffice) throws -> Int {
    let rows = try office.data("indicators")
    let row = try #require(
      rows.first {
        $0["indicator"] == indicator && $0["unit"] == "TU" && $0["window"] == "period"
      })
    return try #require(Int(row["numerator"] ?? ""))
  }
}

private let hasSQLite = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")
