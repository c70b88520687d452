internal import DelimitedText
internal import PlanModel

/// One record of a CSV file, its texts in form C; what joins this module to the reader of such
/// files.
struct OfficeRecord {
  /// The row as a spreadsheet numbers it, from 1.
  let row: Int
  /// The line on which it begins, from 1.
  let line: Int
  /// The fields, blanks as single spaces and none at the ends.
  let fields: [String]

  /// All records of a file, the header first; nil, with findings, when some of it cannot be read:
  /// rows that are not seen cannot be missed.
  static func read(_ bytes: [UInt8], _ report: FileReport) -> [OfficeRecord]? {
    let table: DelimitedTable
    do {
      table = try DelimitedTable(bytes, limits: limits)
    } catch {
      report.add(.notText(error.description))
      return nil
    }
    for problem in table.problems {
      report.add(
        .recordProblem(problem.kind),
        at: .init(row: problem.row, line: problem.line, column: problem.column - 1))
    }
    guard table.problems.isEmpty else { return nil }
    guard let headerRow = table.headerRow else { return [] }
    let header = OfficeRecord(row: headerRow, line: headerRow, cells: table.header)
    return [header]
      + table.rows.map { OfficeRecord(row: $0.number, line: $0.line, cells: $0.cells) }
  }

  private init(row: Int, line: Int, cells: [String]) {
    self.row = row
    self.line = line
    fields = cells.map(OfficeText.folded)
  }

  private static let limits = ReadingLimits(
    fileBytes: OfficeFiles.largestFile, fieldBytes: 1 << 16, columns: 100, rows: 200_000)
}
