import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("The file's own rules")
struct SchemaTests {
  let folder: WorkingFolder
  let ledger: Ledger

  init() throws {
    folder = try WorkingFolder()
    ledger = try folder.ledger()
    _ = try ledger.record([
      Sample.submission(figures: [Sample.figure("CT01", row: 2, .value(.zero))])
    ])
    let edition = try ledger.issue(EditionTests.draft())
    try ledger.add([
      (edition, [IssuedDocument(name: "a.txt", sha256: String(repeating: "a", count: 64))])
    ])
    try ledger.writing { try $0.execute("INSERT INTO sqlar VALUES ('spare', 0, 0, 0, x'')") }
  }

  private static let digest = "'" + String(repeating: "a", count: 64) + "'"

  /// A row of `receipt` that is good but for one column.
  private static func receipt(_ column: String, _ value: String) -> String {
    var values = [
      "number": "9", "period": "'2024-Q3'", "unit": "'HU-Z'", "form": "'task'", "file": "'f.csv'",
      "version": "1", "revision": "1", "state": "'accepted'", "sha256": digest, "size": "0",
      "received_at": "'2024-10-02T08:15:30'", "document_number": "''", "rows": "0", "errors": "0",
      "explanations": "0", "original": "'spare'",
    ]
    values[column] = value
    let columns = values.keys.sorted()
    return "INSERT INTO receipt (\(columns.joined(separator: ", "))) VALUES ("
      + columns.map { values[$0] ?? "" }.joined(separator: ", ") + ")"
  }

  private static func figures(
    _ numbers: String, _ notes: String = "'[]'", receipt: String = "1", plan: String = "'NQ99'"
  ) -> String {
    "INSERT INTO figures VALUES (\(receipt), \(plan), \(numbers), \(notes))"
  }

  private static func task(_ status: String, _ percent: String, _ day: String) -> String {
    "INSERT INTO task_report VALUES (1, 9, 'NQ21', 'V.9', \(status), \(percent), \(day), '', '')"
  }

  private static func edition(_ number: String, _ horizon: String, _ digest: String) -> String {
    "INSERT INTO edition VALUES ('NQ21', '2024-Q3', \(number), '2024-10-05T23:59:59', \(horizon), "
      + "\(digest), \(digest))"
  }

  private static func document(_ number: String, _ name: String, _ digest: String) -> String {
    "INSERT INTO edition_document VALUES ('NQ21', '2024-Q3', \(number), \(name), \(digest))"
  }

  static let good = [
    receipt("number", "9"), figures("'[]'"),
    task("'done'", "100, 0", "'2024-09-05'"), task("'waiting'", "NULL, NULL", "NULL"),
    edition("2", "1", digest), document("1", "'b.txt'", digest),
  ]

  @Test("let a good row in", arguments: good)
  func lets(sql: String) throws {
    try ledger.writing { try $0.execute(sql) }
  }

  static let bad = [
    receipt("number", "0"), receipt("number", "1"), receipt("period", "'Q3-2024'"),
    receipt("period", "'2024-Q3-x'"), receipt("unit", "''"), receipt("unit", "NULL"),
    receipt("form", "'other'"), receipt("file", "''"), receipt("version", "0"),
    receipt("revision", "0"), receipt("state", "'returned'"), receipt("state", "'kept'"),
    receipt("errors", "1"), receipt("errors", "-1"), receipt("explanations", "-1"),
    receipt("rows", "-1"), receipt("rows", "'x'"), receipt("size", "-1"),
    receipt("sha256", "'abc'"), receipt("sha256", digest.uppercased()),
    receipt("received_at", "'2024-10-02'"), receipt("received_at", "'2024-10-02 08:15:30'"),
    receipt("document_number", "NULL"), receipt("original", "'none'"),
    receipt("original", "NULL"), receipt("original", "(SELECT original FROM receipt)"),
    figures("NULL"), figures("''"), figures("'{}'"), figures("'[]'", "NULL"),
    figures("'[]'", "''"), figures("'[]'", receipt: "5"), figures("'[]'", plan: "''"),
    figures("'[]'", plan: "'NQ21'"),
    task("'finished'", "NULL, NULL", "NULL"), task("'done'", "101, 0", "NULL"),
    task("'done'", "1000001, 4", "NULL"), task("'done'", "-1, 0", "NULL"),
    task("'done'", "1, NULL", "NULL"), task("'done'", "NULL, 1", "NULL"),
    task("'done'", "NULL, NULL", "'5/9/2024'"),
    "INSERT INTO finding VALUES (1, 1, '', 'info', NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL)",
    "INSERT INTO finding VALUES (1, 1, 'c', 'bad', NULL, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL)",
    "INSERT INTO finding VALUES (1, 1, 'c', 'info', 0, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL)",
    "INSERT INTO finding VALUES (7, 1, 'c', 'info', 1, NULL, NULL, NULL, NULL, NULL, '', '', '', NULL)",
    "INSERT INTO finding VALUES (1, 1, 'c', 'info', 1, NULL, NULL, NULL, NULL, NULL, '', '', '', '')",
    "INSERT INTO normalisation VALUES (7, 1, '')", "INSERT INTO normalisation VALUES (1, 0, '')",
    "INSERT INTO source VALUES ('abc', x'00')", "INSERT INTO source VALUES (\(digest), NULL)",
    edition("1", "1", digest), edition("0", "1", digest), edition("2", "-1", digest),
    edition("2", "1", "'abc'"), document("1", "'a.txt'", digest), document("1", "''", digest),
    document("7", "'b.txt'", digest), document("1", "'b.txt'", "'abc'"),
    "INSERT INTO edition_source VALUES ('NQ21', '2024-Q3', 1, 'x', \(digest))",
    "INSERT INTO edition_source SELECT plan, period, 7, name, sha256 FROM edition_source",
  ]

  @Test("keep a bad row out", arguments: bad)
  func keeps(sql: String) throws {
    let error = #expect(throws: LedgerError.self) {
      try ledger.writing { try $0.execute(sql) }
    }
    #expect(error?.code == .refused, "\(sql)")
  }

  @Test(
    "let nothing be changed or taken away",
    arguments: [
      "receipt", "sqlar", "figures", "task_report", "finding", "normalisation", "source", "edition",
      "edition_source", "edition_document",
    ])
  func frozen(table: String) throws {
    let report = TaskReport(
      plan: "NQ21", task: "V.1", row: 2, status: .done, percent: nil, completedOn: nil,
      documentNumber: "", note: "")
    let note = Finding(code: "c", severity: .info, message: "", problem: "")
    _ = try ledger.record([
      Sample.submission(taskReports: [report], findings: [note], normalisations: ["n"])
    ])
    let columns = [
      "receipt": "unit", "sqlar": "data", "task_report": "note", "finding": "value",
      "normalisation": "text", "source": "bytes", "edition": "horizon", "edition_source": "name",
      "edition_document": "sha256",
    ]
    let column = columns[table] ?? "numbers"
    for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
      let error = #expect(throws: LedgerError.self) {
        try ledger.writing { try $0.execute(sql) }
      }
      #expect(error?.message.hasSuffix("the ledger only grows") == true, "\(sql)")
    }
  }

  @Test("a statement with too few or too many parameters does not run")
  func parameters() throws {
    try ledger.writing { connection in
      var statement = try connection.prepare("INSERT INTO normalisation VALUES (?, ?, ?)")
      statement.add(1)
      #expect(throws: (any Error).self) { try statement.execute() }
      for _ in 1...4 { statement.add(1) }
      #expect(throws: (any Error).self) { try statement.execute() }
      statement.add(1)
      statement.add(1)
      statement.add("đủ")
      try statement.execute()
    }
    #expect(try ledger.normalisations(of: 1) == ["đủ"])
  }
}
