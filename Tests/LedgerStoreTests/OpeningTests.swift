import Foundation
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("Opening and closing")
struct OpeningTests {
  let folder: WorkingFolder

  init() throws { folder = try WorkingFolder() }

  private func failure(_ name: String, _ mode: Ledger.Mode) throws -> LedgerError {
    try #require(
      #expect(throws: LedgerError.self) { _ = try Ledger(path: folder.path(name), mode: mode) })
  }

  @Test("a closed ledger is one file, whose owner may write and whose group may read it")
  func oneFile() throws {
    let ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission()])
    #expect(try folder.names().contains("ledger.sqlite-wal"))
    try ledger.close()
    try ledger.close()
    #expect(try folder.names() == ["ledger.sqlite"])
    let attributes = try FileManager.default.attributesOfItem(atPath: ledger.path)
    let rights = try #require(attributes[.posixPermissions] as? NSNumber)
    #expect(rights.intValue & ~0o640 == 0)
    #expect(throws: LedgerError.self) { try ledger.lastReceiptNumber() }
    let error = #expect(throws: LedgerError.self) { try ledger.record([Sample.submission()]) }
    #expect(error?.code == .closed)
  }

  @Test("a new ledger has pages of 16 kB")
  func pages() throws {
    let ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission()])
    try ledger.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: ledger.path))
    // where the format of SQLite's files has it
    #expect(bytes[16...17].elementsEqual([0x40, 0x00]))
  }

  @Test("a ledger opened again goes on where it was")
  func again() throws {
    for revision in 1...3 {
      let ledger = try folder.ledger()
      #expect(try ledger.record([Sample.submission()]).map(\.revision) == [revision])
      try ledger.close()
    }
    #expect(try folder.ledger().lastReceiptNumber() == 3)
  }

  @Test("nothing new leaves the file untouched, whatever it was opened for")
  func untouched() throws {
    let ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission()])
    try ledger.close()
    let date = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: ledger.path)
    let before = try folder.bytes("ledger.sqlite")
    for mode in [Ledger.Mode.readWrite, .readOnly] {
      let ledger = try Ledger(path: ledger.path, mode: mode)
      #expect(try ledger.receipts().count == 1)
      try ledger.integrityCheck()
      try ledger.close()
    }
    #expect(try folder.names() == ["ledger.sqlite"])
    #expect(try folder.bytes("ledger.sqlite") == before)
    let attributes = try FileManager.default.attributesOfItem(atPath: ledger.path)
    #expect(attributes[.modificationDate] as? Date == date)
  }

  @Test("a reader sees what is committed while a run is recording, and cannot write")
  func readers() throws {
    let writer = try folder.ledger()
    _ = try writer.record([Sample.submission()])
    let reader = try Ledger(path: writer.path, mode: .readOnly)
    #expect(try reader.lastReceiptNumber() == 1)
    _ = try writer.record([Sample.submission()])
    #expect(try reader.lastReceiptNumber() == 2)
    let error = #expect(throws: LedgerError.self) { try reader.record([Sample.submission()]) }
    #expect(error?.code == .readOnly)
    #expect(throws: LedgerError.self) {
      try reader.reading { try $0.execute("CREATE TABLE x (y)") }
    }
    try writer.close()
    #expect(try reader.lastReceiptNumber() == 2)
    try reader.close()
    #expect(try folder.names() == ["ledger.sqlite"])
  }

  @Test("what a broken-off run had committed is there for the next one, reader or writer")
  func brokenOff() throws {
    let ledger = try folder.ledger("a.sqlite")
    _ = try ledger.record([Sample.submission()])
    // the state of the disk when the run is killed now
    for suffix in ["", "-wal"] {
      try folder.write("b.sqlite" + suffix, folder.bytes("a.sqlite" + suffix))
    }
    let reader = try Ledger(path: folder.path("b.sqlite"), mode: .readOnly)
    #expect(try reader.lastReceiptNumber() == 1)
    try reader.close()
    #expect(try folder.ledger("b.sqlite").lastReceiptNumber() == 1)
  }

  @Test("the file says of itself what it is and how it is kept")
  func pragmas() throws {
    let ledger = try folder.ledger()
    func value(_ name: String) throws -> Int64? {
      try ledger.reading { try $0.integer("PRAGMA \(name)") }
    }
    #expect(try value("application_id") == 0x5448_6F70)
    #expect(try value("user_version") == 5)
    #expect(try value("synchronous") == 2)
    #expect(try value("foreign_keys") == 1)
    let mode = try ledger.reading { connection in
      var statement = try connection.prepare("PRAGMA journal_mode")
      return try statement.next() ? statement.text(0) : ""
    }
    #expect(mode == "wal")
  }

  @Test("reading asks for a ledger that is there")
  func missing() throws {
    #expect(try failure("none.sqlite", .readOnly).code == .missing)
    #expect(try folder.names().isEmpty)
    try folder.write("empty.sqlite", text: "")
    #expect(try failure("empty.sqlite", .readOnly).code == .missing)
    #expect(try failure("no/such/folder/ledger.sqlite", .readWrite).code == .cannotOpen)
  }

  @Test("an empty file becomes a ledger: a run was broken off just after making it")
  func emptyFile() throws {
    try folder.write("ledger.sqlite", text: "")
    #expect(try folder.ledger().lastReceiptNumber() == 0)
  }

  @Test(
    "a ledger whose making was broken off is made whole",
    .enabled(if: StockSQLite.isInstalled, "needs the sqlite3 program"),
    arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);"])
  func halfMade(sql: String) throws {
    _ = try StockSQLite.run(
      "ledger.sqlite", "PRAGMA application_id = 0x54486F70; PRAGMA journal_mode = WAL; \(sql)",
      in: folder.url)
    #expect(try failure("ledger.sqlite", .readOnly).code == .missing)
    #expect(try folder.ledger().record([Sample.submission()]).map(\.number) == [1])
  }

  @Test(
    "other files are refused and left as they are", arguments: [Ledger.Mode.readWrite, .readOnly])
  func garbage(mode: Ledger.Mode) throws {
    let text = String(repeating: "đơn vị;kỳ;số liệu\n", count: 500)
    try folder.write("text.sqlite", text: text)
    let error = try failure("text.sqlite", mode)
    #expect(error.code == .notALedger)
    #expect(error.context == folder.path("text.sqlite"))
    #expect(
      error.description.hasSuffix(
        ": this file is not a ledger; move it away or name another folder of outputs "
          + "[ledger-not-a-ledger]"))
    #expect(try folder.bytes("text.sqlite") == Array(text.utf8))
    try folder.write("folder.sqlite/x", text: "")
    #expect(try failure("folder.sqlite", mode).code == .notALedger)
  }

  @Test(
    "a database of something else is refused and left as it is",
    .enabled(if: StockSQLite.isInstalled, "needs the sqlite3 program"),
    arguments: [Ledger.Mode.readWrite, .readOnly])
  func foreign(mode: Ledger.Mode) throws {
    _ = try StockSQLite.run(
      "other.sqlite", "CREATE TABLE t (x); INSERT INTO t VALUES (1)", in: folder.url)
    let before = try folder.bytes("other.sqlite")
    #expect(try failure("other.sqlite", mode).code == .notALedger)
    #expect(try folder.bytes("other.sqlite") == before)
    #expect(try folder.names() == ["other.sqlite"])
  }

  @Test("a ledger of a later version is refused", arguments: [Ledger.Mode.readWrite, .readOnly])
  func newer(mode: Ledger.Mode) throws {
    let ledger = try folder.ledger()
    try ledger.writing { try $0.execute("PRAGMA user_version = 6") }
    try ledger.close()
    let error = try failure("ledger.sqlite", mode)
    #expect(error.code == .newer)
    #expect(error.message.hasSuffix("(format 6, known up to 5)"))
  }

  /// Makes an empty ledger one of the second format, which kept a row for each figure.
  private static let secondFormat = """
    DROP VIEW figure;
    DROP TABLE figures;
    CREATE TABLE figure (
      receipt INTEGER NOT NULL, row INTEGER NOT NULL, plan TEXT NOT NULL, indicator TEXT NOT NULL,
      numerator_state TEXT NOT NULL, numerator INTEGER, numerator_digits INTEGER,
      denominator_state TEXT NOT NULL, denominator INTEGER, denominator_digits INTEGER,
      note TEXT NOT NULL, PRIMARY KEY (receipt, plan, indicator)
    ) STRICT, WITHOUT ROWID;
    DELETE FROM grdb_migrations WHERE identifier GLOB '[34] *';
    PRAGMA user_version = 2;
    """

  @Test("figures of a ledger of the second format are what they were, to the last byte of a note")
  func secondFormat() throws {
    let ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission(), Sample.submission(unit: "HU-B")])
    try ledger.writing { connection in
      try connection.execute(Self.secondFormat)
      try connection.execute(
        """
        INSERT INTO figure VALUES
          (1, 5, 'NQ21', 'CT01', 'value', 688, 1, 'value', -5, 6, ''),
          (1, 3, 'NQ21', 'CT02', 'value', -1234567, 2, 'blank', NULL, NULL, 'a "b" \\ c'),
          (1, 4, 'NQ21', 'CT03', 'not_applicable', NULL, NULL, 'value', 0, 0,
            'x' || char(0, 9, 10, 1, 31, 127, 8232, 7845, 128512) || 'y'),
          (1, 2, 'NQ21', 'CT"04', 'value', 999999999999999999, 0, 'value', 999999999999999999, 6,
            'đạt'),
          (1, 9, 'KL21', 'CT01', 'blank', NULL, NULL, 'value', -999999999999999999, 0, '[]'),
          (2, 2, 'NQ21', 'CT01', 'value', 1, 0, 'blank', NULL, NULL, '')
        """)
    }
    try ledger.close()
    let mended = try folder.ledger()
    let control = "x\u{0}\u{9}\u{A}\u{1}\u{1F}\u{7F}\u{2028}\u{1EA5}\u{1F600}y"
    var read: [Figure] = []
    for plan in ["NQ21", "KL21"] {
      try mended.figures(of: [1, 2], plan: plan) { read.append($1) }
    }
    func number(_ text: String) throws -> Entry { try Sample.number(text) }
    let expected = [
      Sample.figure(
        "CT\"04", row: 2, try number("999999999999999999"), try number("999999999999.999999"),
        note: "đạt"),
      Sample.figure("CT02", row: 3, try number("-12345.67"), .blank, note: "a \"b\" \\ c"),
      Sample.figure("CT03", row: 4, .notApplicable, try number("0"), note: control),
      Sample.figure("CT01", row: 5, try number("68.8"), try number("-0.000005")),
      Sample.figure("CT01", row: 2, try number("1"), .blank),
      Sample.figure(
        "CT01", row: 9, .blank, try number("-999999999999999999"), plan: "KL21", note: "[]"),
    ]
    #expect(read == expected)
    #expect(read.map { Array($0.note.utf8) } == expected.map { Array($0.note.utf8) })
    // and to whoever looks into the file with other tools
    let shown = try mended.reading { connection in
      var statement = try connection.prepare(
        "SELECT row, indicator, numerator, denominator, note FROM figure WHERE plan = 'NQ21'")
      var rows: [String] = []
      while try statement.next() {
        rows.append((0..<4).map { statement.text($0) }.joined(separator: "|"))
      }
      return rows
    }
    #expect(
      shown == [
        "2|CT\"04|999999999999999999|999999999999.999999", "3|CT02|-12345.67|", "4|CT03|n/a|0",
        "5|CT01|68.8|-0.000005", "2|CT01|1|",
      ])
  }

  @Test("a ledger of the first format is brought up to date; of its findings no plan is known")
  func firstFormat() throws {
    let ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission(findings: [Sample.error])])
    try ledger.writing { connection in
      try connection.execute(Self.secondFormat)
      try connection.execute("ALTER TABLE finding DROP COLUMN plan")
      try connection.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '2 %'")
      try connection.execute("PRAGMA user_version = 1")
    }
    try ledger.close()
    #expect(try failure("ledger.sqlite", .readOnly).code == .outdated)
    let mended = try folder.ledger()
    let old = try #require(mended.findings(of: 1).first)
    #expect(old.subject == Sample.error.subject)
    #expect(old.plan == nil)
    _ = try mended.record([Sample.submission(unit: "HU-B", findings: [Sample.error])])
    #expect(try mended.findings(of: 2) == [Sample.error])
  }

  @Test("a ledger of the third format gives up what it kept of files with personal columns")
  func thirdFormat() throws {
    let ledger = try folder.ledger()
    _ = try ledger.record([
      Sample.submission(bytes: "một", findings: [Sample.personal]),
      Sample.submission(unit: "HU-B", bytes: "hai", findings: [Sample.error]),
    ])
    try ledger.writing { connection in
      try connection.execute("DELETE FROM grdb_migrations WHERE identifier GLOB '4 *'")
      try connection.execute("PRAGMA user_version = 3")
    }
    #expect(try ledger.originalBytes(of: 1) == Array("một".utf8))
    try ledger.close()
    let mended = try folder.ledger()
    #expect(try mended.originalBytes(of: 1) == nil)
    #expect(try mended.originalBytes(of: 2) == Array("hai".utf8))
    #expect(try mended.complaints().isEmpty)
    #expect(throws: LedgerError.self) {
      try mended.writing { try $0.execute("UPDATE sqlar SET data = x'41'") }
    }
  }

  @Test("a damaged ledger is refused or found out, never believed")
  func damaged() throws {
    let ledger = try folder.ledger()
    let figures = (1...200).map { Sample.figure("CT\($0)", row: $0, .value(FixedDecimal(7))) }
    _ = try ledger.record([Sample.submission(figures: figures)])
    try ledger.close()
    let whole = try folder.bytes("ledger.sqlite")

    try folder.write("cut.sqlite", whole[..<(whole.count / 2)])
    let cut = #expect(throws: LedgerError.self) {
      try Ledger(path: folder.path("cut.sqlite"), mode: .readOnly).integrityCheck()
    }
    #expect(cut?.code == .damaged)

    var scratched = whole
    for page in 5..<(whole.count / 4096) { scratched[page * 4096] = 0xEE }
    try folder.write("scratched.sqlite", scratched)
    let error = #expect(throws: LedgerError.self) {
      try Ledger(path: folder.path("scratched.sqlite"), mode: .readOnly).integrityCheck()
    }
    #expect(error?.code == .damaged)

    let version = Array(whole[18..<20])
    #expect(version == [2, 2], "a ledger at rest stays in WAL mode")
  }

  @Test("a ledger that another program holds says so")
  func locked() throws {
    let ledger = try folder.ledger()
    try ledger.writing { first in
      _ = try first.integer("SELECT 1")
      let second = try Ledger(path: ledger.path, mode: .readWrite, patience: 0)
      let error = #expect(throws: LedgerError.self) { try second.record([Sample.submission()]) }
      #expect(error?.code == .locked)
      #expect(error?.remedy == "wait for it to end and run again")
    }
  }

  @Test("a path is never taken for one of SQLite's special names")
  func specialNames() throws {
    #expect(LedgerFile(":memory:").path == "./:memory:")
    #expect(LedgerFile("file:x").path == "./file:x")
    #expect(LedgerFile("/a/b.sqlite").path == "/a/b.sqlite")
    #expect(
      LedgerFile("/a b/đ%?.sqlite").immutableName == "file:/a%20b/%C4%91%25%3F.sqlite?immutable=1")
  }

  @Test(
    "someone who may only read can read, and is told when he cannot write",
    .enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func readOnlyFolder() throws {
    let name = "đọc 100%/ledger.sqlite"
    try folder.write("đọc 100%/x", text: "")
    let ledger = try folder.ledger(name)
    _ = try ledger.record([Sample.submission()])
    try ledger.close()
    let place = folder.path("đọc 100%")
    func rights(_ folder: Int, _ file: Int) throws {
      try FileManager.default.setAttributes([.posixPermissions: file], ofItemAtPath: ledger.path)
      try FileManager.default.setAttributes([.posixPermissions: folder], ofItemAtPath: place)
    }
    try rights(0o550, 0o440)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: place)
    }
    #expect(try failure(name, .readWrite).code == .readOnly)
    let reader = try Ledger(path: ledger.path, mode: .readOnly)
    #expect(try reader.lastReceiptNumber() == 1)
    try reader.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 2)

    try rights(0o750, 0o440)
    try folder.write(name + "-wal", text: "what a broken-off run left")
    try rights(0o550, 0o440)
    #expect(try failure(name, .readOnly).code == .locked)
    #expect(try failure("đọc 100%/new.sqlite", .readWrite).code == .readOnly)
  }
}
