import Assessment
import ContentHash
import Documents
import Foundation
import PlanModel
import Rendering
import Synchronization

/// The rows of `indicators.csv`, written while the indicators are assessed: where there are too many values
/// to keep, each is reckoned once.
final class IndicatorRows: Sendable {
  /// The rows of an indicator: they lie between those of others, which are written at the same time.
  fileprivate struct Part {
    var places: [Range<Int>] = []
    var rowCount = 0
  }

  private let spool: Spool
  private let parts = Mutex<[String: Result<Part, any Error>]>([:])

  /// `folder` takes the rows, when they are too many for the memory.
  init(in folder: String) { spool = Spool(in: folder) }

  /// Writes the next ones of an indicator.
  func take(_ indicator: Indicator, _ cells: [IndicatorCell], _ input: AssessmentInput) {
    let text = DataFileText { DataFiles.write(cells, of: indicator, input, to: &$0) }
    let place = Result { try spool.append(text.bytes) }
    parts.withLock { parts in
      parts[indicator.code] = Result {
        var part = try parts[indicator.code]?.get() ?? Part()
        part.places.append(try place.get())
        part.rowCount += text.rowCount
        return part
      }
    }
  }

  fileprivate func part(
    _ assessed: IndicatorAssessment, _ input: AssessmentInput
  ) throws -> Part {
    let code = assessed.indicator.code
    if let part = try known(code) { return part }
    take(assessed.indicator, assessed.cells, input)
    return try known(code) ?? Part()
  }

  private func known(_ indicator: String) throws -> Part? {
    try parts.withLock { try $0[indicator]?.get() }
  }

  fileprivate func bytes(_ place: Range<Int>) throws -> Data { try spool.bytes(place) }
}

/// The data files of a report.
struct MadeData {
  /// A file, in pieces.
  struct File {
    let name: String
    fileprivate let columns: [String]
    fileprivate let rowCount: Int
    fileprivate let pieces: [() throws -> Data]

    /// A file with its rows in one piece.
    fileprivate init(_ file: DataFile) {
      let text = DataFileText { file.write(to: &$0) }
      let bytes = Data(text.bytes)
      self.init(file, rowCount: text.rowCount, [{ bytes }])
    }

    /// A file whose rows are there already.
    fileprivate init(_ file: DataFile, rowCount: Int, _ pieces: [() throws -> Data]) {
      name = file.name
      columns = file.columns
      self.rowCount = rowCount
      self.pieces = pieces
    }

    /// Hands over its bytes, its header first.
    func forEachPiece(_ body: (Data) throws -> Void) throws {
      try body(Data(DataFileText([columns]).bytes))
      for piece in pieces { try body(piece()) }
    }
  }

  let files: [File]
  /// What the report says, without the columns that count days and move every night.
  ///
  /// Findings without a file are questions about all units together, not what an edition says: a program
  /// that asks more of them still finds the editions of an earlier one as they were issued.
  let outcomeDigest: String

  /// `rows` are those of the indicators; what was not written while the report was assessed is written now.
  init(_ report: Report, _ rows: IndicatorRows) throws {
    let made = try DataFiles.all(of: report).map { file in
      guard file.name == DataFiles.names[0] else { return File(file) }
      let parts = try report.assessment.indicators.map { indicator in
        try rows.part(indicator, report.assessment.input)
      }
      return File(
        file, rowCount: parts.reduce(0) { $0 + $1.rowCount },
        parts.flatMap(\.places).map { place in { try rows.bytes(place) } })
    }
    var digest = FieldsDigest()
    for file in made { try digest.add(file) }
    files = made
    outcomeDigest = digest.digest.hexadecimal
  }

  /// The digest of the states of tasks and submissions.
  static func states(in report: Report) throws -> SHA256Digest {
    var digest = FieldsDigest()
    for file in DataFiles.timed(of: report) { try digest.add(File(file)) }
    return digest.digest
  }
}

extension FieldsDigest {
  /// Adds what the rows of a data file say, without the columns that count days and move every night.
  fileprivate mutating func add(_ file: MadeData.File) throws {
    add(file.name)
    if file.name == "findings.csv", let name = file.columns.firstIndex(of: "file") {
      return try addFindings(file, nameColumn: name)
    }
    add(String(file.rowCount))
    let kept = file.columns.map { !$0.hasPrefix("days_") }
    var column = 0
    for piece in file.pieces {
      DataFileText.forEachCell(in: try [UInt8](piece())) { text, cell, isLast in
        if kept[column] { add(text, cell) }
        column = isLast ? 0 : column + 1
      }
    }
  }

  /// Only those of a file.
  private mutating func addFindings(_ file: MadeData.File, nameColumn: Int) throws {
    var rows: [[ArraySlice<UInt8>]] = []
    for piece in file.pieces {
      DataFileText.forEachRow(in: try [UInt8](piece())) { row in
        if !row[nameColumn].isEmpty { rows.append(row) }
      }
    }
    add(String(rows.count))
    for row in rows { row.forEach { add($0) } }
  }
}
