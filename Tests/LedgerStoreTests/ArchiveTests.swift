import Foundation
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("The archive of originals")
struct ArchiveTests {
  @Test(
    "no name leads out, hides or deceives",
    arguments: [
      ("so-lieu.csv", "so-lieu.csv"), ("Số liệu quý 3.csv", "Số liệu quý 3.csv"), ("", "_"),
      (".", "_._"), ("..", "_.._"), ("../../etc/passwd", "_.._.._etc_passwd"), ("a/b", "a_b"),
      ("/abs", "_abs"), ("a\\..\\b", "a_.._b"), ("-rf", "_-rf"), (".hidden", "_.hidden"),
      ("a\u{0}b\n\u{1B}[2J", "a_b__[2J"), ("abc\u{202E}vsc.exe", "abc_vsc.exe"),
      ("a\u{200B}\u{FEFF}b", "a__b"), ("C:\\x", "C__x"), ("a*?\"<>|", "a______"), ("x..", "x.._"),
      ("x ", "x _"),
    ])
  func components(name: String, expected: String) {
    #expect(ArchiveName.component(name) == expected)
  }

  @Test("a long name is shortened between characters and keeps its extension")
  func long() {
    let name = ArchiveName.component(String(repeating: "ệ", count: 300) + ".csv")
    #expect(name == String(repeating: "ệ", count: 65) + ".csv")
    #expect(ArchiveName.component(String(repeating: ".", count: 300)).utf8.count <= 202)
    #expect(
      ArchiveName.component("a." + String(repeating: "b", count: 300)).utf8.count == 200)
  }

  @Test("the name says period, unit and receipt")
  func names() throws {
    let period = try Sample.period("2024-Q3")
    #expect(
      ArchiveName.name(period: period, unit: "HU-A", number: 17, file: "x.csv")
        == "2024-Q3/HU-A/000017-x.csv")
    #expect(
      ArchiveName.name(period: period, unit: "..", number: 1_234_567, file: "..")
        == "2024-Q3/_.._/1234567-_.._")
  }

  @Test(
    "the stock program lists and unpacks it",
    .enabled(if: StockSQLite.isInstalled, "needs the sqlite3 program"))
  func unpacking() throws {
    let folder = try WorkingFolder()
    let ledger = try folder.ledger("in/ledger.sqlite")
    let bytes = "plan,indicator\r\nNQ21,CT01\r\n"
    _ = try ledger.record([
      Sample.submission(bytes: bytes),
      Sample.submission(unit: "../../HU-B", file: "../x.csv", bytes: "b\u{0}c"),
      Sample.submission(unit: "..", bytes: ""),
      Sample.submission(unit: "Đảng ủy phường", file: "số liệu.csv", bytes: "đ"),
    ])
    try ledger.close()
    let names = [
      "2024-Q3/HU-A/000001-so-lieu.csv", "2024-Q3/_.._.._HU-B/000002-_.._x.csv",
      "2024-Q3/_.._/000003-so-lieu.csv", "2024-Q3/Đảng ủy phường/000004-số liệu.csv",
    ]
    let listing = try StockSQLite.run("in/ledger.sqlite", "-A", "--list", in: folder.url)
    #expect(listing.split(separator: "\n").map(String.init) == names)

    let out = folder.url.appendingPathComponent("out/deep/er", isDirectory: true)
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    _ = try StockSQLite.run("../../../in/ledger.sqlite", "-A", "-x", in: out)
    let contents = [bytes, "b\u{0}c", "", "đ"]
    for (name, content) in zip(names, contents) {
      #expect(try folder.bytes("out/deep/er/" + name) == Array(content.utf8))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == ["2024-Q3"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) == ["deep"])
    let attributes = try FileManager.default.attributesOfItem(
      atPath: out.appendingPathComponent(names[0]).path)
    // 08:15:30 on a clock seven hours ahead
    #expect(attributes[.modificationDate] as? Date == Date(timeIntervalSince1970: 1_727_831_730))
    let rights = try #require(attributes[.posixPermissions] as? NSNumber)
    #expect(rights.intValue == 0o640)
  }
}

@Suite("The same operations")
struct RepeatabilityTests {
  private func fill(_ folder: WorkingFolder) throws {
    let ledger = try folder.ledger()
    for round in 1...3 {
      let figures = try (1...40).map {
        Sample.figure(
          "CT\($0)", row: $0 + 1, try Sample.number("\($0 * round).5"), .notApplicable, note: "đ")
      }
      _ = try ledger.record(
        (1...30).map { try Sample.submission(unit: "HU-\($0)", figures: figures) })
      _ = try? ledger.record([Sample.submission(), Sample.submission(unit: "")])
      _ = try ledger.issue(EditionTests.draft(horizon: Int64(round)))
    }
    try ledger.close()
  }

  @Test("make the same file, byte for byte")
  func bytes() throws {
    let folders = [try WorkingFolder(), try WorkingFolder()]
    for folder in folders { try fill(folder) }
    #expect(try folders[0].bytes("ledger.sqlite") == folders[1].bytes("ledger.sqlite"))
  }

  @Test(
    "make the same dump, with the stock program, and a dump makes the same ledger",
    .enabled(if: StockSQLite.isInstalled, "needs the sqlite3 program"))
  func dump() throws {
    let folders = [try WorkingFolder(), try WorkingFolder()]
    for folder in folders { try fill(folder) }
    let dumps = try folders.map { try StockSQLite.run("ledger.sqlite", ".dump", in: $0.url) }
    #expect(dumps[0] == dumps[1])
    #expect(dumps[0].contains("INSERT INTO receipt VALUES(90,"))

    try folders[0].write("dump.sql", text: dumps[0])
    let restore = ".read dump.sql"
    _ = try StockSQLite.run("copy.sqlite", restore, in: folders[0].url)
    #expect(try StockSQLite.run("copy.sqlite", ".dump", in: folders[0].url) == dumps[0])
  }
}
