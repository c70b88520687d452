import DelimitedText
import PlanModel
import VietnameseText

/// Looks for headers of personal data in a file that is returned for something else.
///
/// Whose header could not be read, or who has a second one among its rows, was not asked about each of its
/// columns: a list of members sent by mistake has no column of a form at all. What is found returns the file
/// for that as well, so that nobody keeps it.
struct PersonalSearch {
  /// What leaves columns unread.
  private static let codes: Set<String> = Set(
    [.headerMissing, .headerChanged, .encodingUnknown, .quoteUnterminated, .quoteStray]
      .map { (code: FindingCode) in code.rawValue })
  /// More than any form has; the rest of a longer file is not looked at.
  private static let mostCells = 20_000

  /// The first such header; nil when there is none.
  static func finding(in bytes: [UInt8], of content: SubmissionContent) -> Finding? {
    guard content.isReturned,
      !content.findings.contains(where: { $0.code == FindingCode.columnPersonal.rawValue })
    else { return nil }
    // one such word among others may be part of a note, two side by side are a header
    let needed = content.findings.contains { codes.contains($0.code) } ? 1 : 2
    let text = text(of: bytes)
    var (start, number, cellCount) = (text.startIndex, 0, 0)
    while start < text.endIndex, cellCount <= mostCells {
      // one line at a time: a file of separators alone has millions of cells
      let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      start = min(line.endIndex + 1, text.endIndex)
      number += 1
      let cells = line.split(maxSplits: mostCells, omittingEmptySubsequences: false) {
        $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\t")
          || $0 == UInt8(ascii: "|")
      }
      cellCount += cells.count
      // a row with a figure in it, or with a code before all else, is no header, and nearly all rows have one
      let first = cells.first { !$0.isEmpty } ?? []
      if first.contains(where: isDigit) || cells.contains(where: isFigure) { continue }
      let headers = cells.enumerated().compactMap { column, cell in
        header(cell).map { (column: column, text: $0) }
      }
      guard headers.count >= needed, let found = headers.first else { continue }
      return FindingCode.personal(
        found.text,
        at: Finding.Place(
          row: number, line: number, column: found.column, header: found.text))
    }
    return nil
  }

  private static func isFigure(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func header(_ cell: ArraySlice<UInt8>) -> String? {
    // longer texts are no headers, and need not be decoded
    guard cell.count <= 200 else { return nil }
    let text = String(decoding: cell, as: UTF8.self).filter { $0 != "\"" }.trimmedOfBlanks
    return PersonalData.isHeader(text) ? text : nil
  }

  /// The text as far as it can be made out: of one that cannot be decoded, its plain letters.
  private static func text(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    (try? TextDecoding.decode(bytes, allowingDamage: true))?.utf8 ?? bytes.filter { $0 != 0 }[...]
  }
}
