/// A whole small file in memory: header and rows as text. For the office's own lists; the
/// submissions go through `RecordReader`.
public struct DelimitedTable: Sendable {
  /// One row below the header.
  public struct Row: Sendable, Equatable {
    /// Number as a spreadsheet shows it, from 1.
    public let number: Int
    /// Physical line where it begins, from 1.
    public let line: Int
    /// Its cells; as many as it has, not as many as the header.
    public let cells: [String]

    /// Puts a row together.
    public init(number: Int, line: Int, cells: [String]) {
      self.number = number
      self.line = line
      self.cells = cells
    }
  }

  /// What stands between its cells.
  public let separator: Separator
  /// The first row that is not blank; empty when there is none.
  public let header: [String]
  /// Number of the header's row; nil when there is none.
  public let headerRow: Int?
  /// The rows below it that are not blank.
  public let rows: [Row]
  /// What could not be read, in the order of the file.
  public let problems: [RecordProblem]

  /// Reads the bytes of a file. Its separator is the one that occurs most in the first line that
  /// is not blank, or that a `sep=` line names; the comma when that does not decide.
  public init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(DecodingProblem) {
    let decoded = try TextDecoding.decode(bytes)
    let declared = SeparatorLine(in: decoded.utf8)
    let text = decoded.utf8.dropFirst(declared?.length ?? 0)
    let blank: Set<UInt8> = [Byte.space, Byte.lineFeed, Byte.carriageReturn]
    separator =
      declared?.separator
      ?? separatorCounts(ofLine: text.drop { blank.contains($0) }).mostFrequent ?? .comma
    let format = RecordFormat(separator: separator, firstLine: declared == nil ? 1 : 2)
    var parts = TableParts()
    RecordReader(limits: limits).read(text, format: format, into: &parts)
    header = parts.header?.cells ?? []
    headerRow = parts.header?.number
    rows = parts.rows
    problems = parts.problems
  }
}

/// Gathers the rows of a table.
private struct TableParts: RecordSink {
  var header: DelimitedTable.Row?
  var rows: [DelimitedTable.Row] = []
  var problems: [RecordProblem] = []

  mutating func record(_ record: Record) -> Reading {
    let row = DelimitedTable.Row(number: record.row, line: record.line, cells: record.texts)
    if header == nil { header = row } else { rows.append(row) }
    return .goOn
  }

  mutating func problem(_ problem: RecordProblem) -> Reading {
    problems.append(problem)
    return .goOn
  }
}
