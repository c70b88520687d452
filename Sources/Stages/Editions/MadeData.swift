import Assessment
import ContentHash
import Documents
import LedgerStore
import PlanModel
import Rendering

/// The data files of a report.
struct MadeData {
  /// A file, with what is known of it while it was made.
  struct File {
    let name: String
    let columns: [String]
    let rowCount: Int
    /// The digest of its bytes.
    let digest: SHA256Digest
    /// Its bytes, its header first, in pieces of whole rows.
    let bytes: Spool
  }

  let files: [File]
  /// What the report says, without the columns that count days and move every night.
  ///
  /// Findings without a file are questions about all units together, not what an edition says: a program
  /// that asks more of them still finds the editions of an earlier one as they were issued.
  let outcomeDigest: String

  /// `rows` are those of the indicators, all of them.
  init(_ report: Report, _ rows: IndicatorRows) throws {
    files = try DataFiles.all(of: report).map { file in
      file.name == DataFiles.names[0] ? try rows.file() : try File(file)
    }
    outcomeDigest = try Self.outcomeDigest(of: files) { file, digest in
      // no column of it counts days
      digest.add(file.digest.hexadecimal)
    }
  }

  /// Whether an edition says the same, which may have been issued by a program that hashed the rows of
  /// indicators cell by cell, as the others are.
  func says(_ outcome: String) throws -> Bool {
    try outcome == outcomeDigest || outcome == Self.outcomeDigest(of: files) { try $1.add($0) }
  }

  private static func outcomeDigest(
    of files: [File], _ addIndicators: (File, inout FieldsDigest) throws -> Void
  ) throws -> String {
    var digest = FieldsDigest()
    for file in files {
      digest.add(file.name)
      switch file.name {
      case DataFiles.names[0]: try addIndicators(file, &digest)
      case "findings.csv": try digest.addFindings(file)
      default: try digest.add(file)
      }
    }
    return digest.digest.hexadecimal
  }

  /// The digest of the states of tasks and submissions, and of what letters ask for, which no data file says.
  static func states(in report: Report) throws -> SHA256Digest {
    var digest = FieldsDigest()
    for file in DataFiles.timed(of: report) {
      digest.add(file.name)
      try digest.add(File(file))
    }
    for key in Reminders.forms(in: report) {
      digest.add(key.unit)
      digest.add(key.form.rawValue)
    }
    return digest.digest
  }
}

extension EditionContent {
  /// Assesses the plan and makes the data files of the report, in which no notes of units stand; `folder`
  /// takes what is too much for the memory.
  func made(
    edition: Int, _ ledger: Ledger, in folder: String, notes: Notes = []
  ) throws -> (report: Report, data: MadeData) {
    let rows = IndicatorRows(of: plan, in: folder)
    let report = try report(edition: edition, ledger: ledger, notes: notes, seenBy: rows)
    return (report, try MadeData(report, rows))
  }
}

extension MadeData.File {
  /// A file of a size to be made in memory.
  fileprivate init(_ file: DataFile) throws {
    let text = DataFileText(file)
    var digest = BytesDigest()
    digest.add(text.bytes)
    let bytes = Spool(in: "", mostInMemory: .max)
    try bytes.append(text.bytes)
    self.init(
      name: file.name, columns: file.columns, rowCount: text.rowCount - 1, digest: digest.digest,
      bytes: bytes)
  }

  /// Hands over its cells, those of the header first.
  fileprivate func forEachCell(
    _ body: (_ text: [UInt8], _ cell: Range<Int>, _ isLast: Bool) -> Void
  ) throws {
    try bytes.forEachPiece { DataFileText.forEachCell(in: [UInt8]($0), body) }
  }

  /// Hands over the cells of each row but the header.
  fileprivate func forEachRow(_ body: (_ cells: [ArraySlice<UInt8>]) -> Void) throws {
    var isHeader = true
    try bytes.forEachPiece { piece in
      DataFileText.forEachRow(in: [UInt8](piece)) { row in
        if !isHeader { body(row) }
        isHeader = false
      }
    }
  }
}

extension FieldsDigest {
  /// Adds what the rows of a data file say, without the columns that count days and move every night.
  fileprivate mutating func add(_ file: MadeData.File) throws {
    add(String(file.rowCount))
    let kept = file.columns.map { !$0.hasPrefix("days_") }
    var column = -kept.count
    try file.forEachCell { text, cell, isLast in
      if column >= 0, kept[column] { add(text, cell) }
      column = isLast ? 0 : column + 1
    }
  }

  /// Adds only those of a file.
  fileprivate mutating func addFindings(_ file: MadeData.File) throws {
    guard let name = file.columns.firstIndex(of: "file") else { return }
    var count = 0
    try file.forEachRow { count += $0[name].isEmpty ? 0 : 1 }
    add(String(count))
    try file.forEachRow { row in
      if !row[name].isEmpty { row.forEach { add($0) } }
    }
  }
}
