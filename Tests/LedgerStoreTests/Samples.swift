import Foundation
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

/// Values the tests are made of.
enum Sample {
  static func period(_ text: String) throws -> Period { try #require(Period.parse(text)) }

  static func time(_ text: String) throws -> CivilTime {
    try #require(CivilTime.parse(text, utcOffsetMinutes: 420))
  }

  static func number(_ text: String) throws -> Entry {
    .value(try #require(FixedDecimal.parse(text)))
  }

  static func figure(
    _ indicator: String, row: Int, _ numerator: Entry, _ denominator: Entry = .blank,
    plan: String = "NQ21", note: String = ""
  ) -> Figure {
    Figure(
      plan: plan, indicator: indicator, row: row, numerator: numerator, denominator: denominator,
      note: note)
  }

  static let error = Finding(
    code: "number-ambiguous", severity: .error,
    place: Finding.Place(row: 3, line: 4, column: 2, header: "Tử số"), subject: "CT02",
    plan: "NQ21", value: "1,012", message: "two readings", problem: "Số có hai cách đọc.",
    remedy: "Ghi lại số.")

  static let personal = Finding(
    code: "column-personal", severity: .error, place: Finding.Place(row: 1), message: "",
    problem: "", remedy: "")

  static func submission(
    unit: String = "HU-A", period: String = "2024-Q3", form: Form = .indicator,
    file: String = "so-lieu.csv", version: Int = 1, receivedAt: String = "2024-10-02T08:15:30",
    documentNumber: String = "", bytes: String = "plan,indicator\n", rows: Int = 0,
    figures: [Figure] = [], taskReports: [TaskReport] = [], findings: [Finding] = [],
    normalisations: [String] = []
  ) throws -> NewSubmission {
    NewSubmission(
      period: try self.period(period), unit: unit, form: form, file: file, version: version,
      receivedAt: try time(receivedAt), documentNumber: documentNumber,
      original: Original(Array(bytes.utf8)),
      rows: rows, figures: figures, taskReports: taskReports, findings: findings,
      normalisations: normalisations)
  }
}

extension Sample {
  /// The same submission of another original.
  static func submission(_ other: NewSubmission, original: Original) throws -> NewSubmission {
    NewSubmission(
      period: other.period, unit: other.unit, form: other.form, file: other.file,
      receivedAt: other.receivedAt, original: original, rows: other.rows, findings: other.findings)
  }
}

extension Ledger {
  /// The figures of one receipt as a list.
  func allFigures(of receipt: Int64, plan: String = "NQ21") throws -> [Figure] {
    var rows: [Figure] = []
    try figures(of: [receipt], plan: plan) { rows.append($1) }
    return rows
  }

  /// The reports on tasks of one receipt as a list.
  func allTaskReports(of receipt: Int64, plan: String = "NQ21") throws -> [TaskReport] {
    var rows: [TaskReport] = []
    try taskReports(of: [receipt], plan: plan) { rows.append($1) }
    return rows
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int64 {
    try reading { try #require(try $0.integer("SELECT count(*) FROM \(table)")) }
  }
}

extension WorkingFolder {
  /// A ledger in the folder or a folder below it, open for writing.
  func ledger(_ name: String = "ledger.sqlite") throws -> Ledger {
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent(name).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    return try Ledger(path: path(name), mode: .readWrite)
  }

  /// The names of the files in the folder, in order.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// The content of a file.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appendingPathComponent(name)))
  }
}

/// The stock command-line program of SQLite, for tests that look at the file from outside.
enum StockSQLite {
  static let path = ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// Runs it and returns what it prints.
  static func run(_ arguments: String..., in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
