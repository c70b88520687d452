import Foundation
import TestSupport
import Testing

@Suite("Backups of the ledger")
struct LedgerBackupTests {
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
}
