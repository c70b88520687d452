import ContentHash
import Foundation
import TestSupport
import Testing

/// Ledgers as released versions wrote them, of the one-plan sample: `format-<version of the schema>.sqlite`.
@Suite("Ledgers of earlier versions")
struct OldLedgerTests {
  static let all: [URL] = {
    let folder = SampleOffice.repository
      .appendingPathComponent("Tests/StagesTests/Fixtures/ledgers")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".sqlite") }.sorted().map(folder.appendingPathComponent)
  }()

  @Test("there is one of every format so far")
  func complete() {
    #expect(
      Self.all.map(\.lastPathComponent)
        == (1...5).map { "format-\($0).sqlite" })
  }

  @Test(
    "it is brought up to date, is sound, and its editions print what a ledger of today prints",
    arguments: all)
  func forward(old: URL) throws {
    let office = try SampleOffice.onePlan()
    try FileManager.default.createDirectory(
      at: office.outputs, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: old, to: office.outputs.appendingPathComponent("ledger.sqlite"))
    let sent = try office.sent()
    #expect(
      try office.run("ingest").output
        == "ninh-khanh: took 0 new files (0 accepted, 0 returned), \(sent) unchanged, 0 ignored\n")
    let verified = try office.run("ledger verify")
    #expect(verified.status == 0, "\(verified.errors)")
    // what the version that wrote it printed, as sha256sum lists it
    let note = try String(
      contentsOf: old.deletingPathExtension().appendingPathExtension("sha256"), encoding: .utf8)
    let expected = note.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(expected.count == 4)
    #expect(
      try office.run("aggregate", ["--period", "2024-Q3", "--edition", "1"]).status == 0)
    for line in expected {
      let file = office.outputs.appendingPathComponent("2024-Q3/NQ21/data/\(line[1])")
      // the program may ask more of all units together than the version that wrote it; those rows name
      // no file
      let text = try String(contentsOf: file, encoding: .utf8)
        .split(separator: "\n").filter { !$0.hasPrefix("2024-Q3,TU,,,,") }
        .map { $0 + "\n" }.joined()
      #expect(SHA256Digest(of: Array(text.utf8)).hexadecimal == line[0], "\(line[1])")
    }
  }

  @Test("a backup of an earlier version is put back, brought up to date", arguments: all)
  func restored(old: URL) throws {
    let office = try SampleOffice.onePlan()
    let outcome = try office.run(
      "ledger restore", ["--organisation", "ninh-khanh", "--from", old.path, "--force"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try office.run("ledger verify").status == 0)
    #expect(try office.run("ingest").output.contains("took 0 new files"))
  }
}
