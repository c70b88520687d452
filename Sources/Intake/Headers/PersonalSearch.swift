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
    guard content.isReturned, !content.isPersonal else { return nil }
    // one such word among others may be part of a note, two side by side are a header
    let needed = content.findings.contains { codes.contains($0.code) } ? 1 : 2
    let text = text(of: bytes)
    let declared = SeparatorLine(in: text)?.length ?? 0
    var place = Finding.Place(row: 1, line: declared > 0 ? 2 : 1)
    var (start, cellCount, isQuoted) = (text.startIndex + declared, 0, false)
    while start < text.endIndex, cellCount <= mostCells {
      // one line at a time: a file of separators alone has millions of cells
      let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      let here = place
      start = self.start(after: line, in: text)
      if line.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isQuoted.toggle() }
      place.line = place.line.map { $0 + 1 }
      if !isQuoted { place.row = place.row.map { $0 + 1 } }
      let cells = line.split(maxSplits: mostCells, omittingEmptySubsequences: false) {
        $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\t")
          || $0 == UInt8(ascii: "|")
      }
      cellCount += cells.count
      // a row with a figure in it, or with a code before all else, is no header, and nearly all rows have one
      let first = cells.first { !$0.isEmpty } ?? []
      if first.contains(where: \.isDigit) || cells.contains(where: isFigure) || isContact(first) {
        continue
      }
      let headers = cells.enumerated().compactMap { column, cell in
        header(cell).map { (column: column, text: $0) }
      }
      guard headers.count >= needed, let found = headers.first else { continue }
      return FindingCode.personal(
        found.text,
        at: Finding.Place(
          row: here.row, line: here.line, column: found.column, header: found.text))
    }
    return nil
  }

  /// Where the next line begins: a carriage return and a line feed end one line.
  private static func start(after line: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int {
    let isCRLF = text[line.endIndex...].starts(with: [0x0D, 0x0A])
    return min(line.endIndex + (isCRLF ? 2 : 1), text.endIndex)
  }

  /// Whether a line says whom to ask, as those of the office's forms and of letters do: what follows are no
  /// columns.
  private static func isContact(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let colon = cell.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let words = String(decoding: cell[..<colon], as: UTF8.self).filter { $0 != "\"" }
    return PlainKey(words) == PlainKey("Liên hệ")
  }

  private static func isFigure(_ cell: ArraySlice<UInt8>) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

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

extension SubmissionContent {
  /// Whether it may hold data of persons, which nobody may keep: not even the file that was returned
  /// for it.
  public var isPersonal: Bool {
    findings.contains { finding in
      [FindingCode.columnPersonal, .notePersonal].contains { $0.rawValue == finding.code }
    }
  }

  /// Says what was found, and where, without a word of what stands there: rows of persons may be among
  /// those that something else is wrong with.
  mutating func quoteNothing() {
    findings = findings.map { finding in
      guard finding.value != nil, let code = FindingCode(rawValue: finding.code), !code.isOfHeader
      else { return finding }
      let (english, vietnamese) = (code.summary.english, code.summary.vietnamese)
      return code.finding(
        at: finding.place,
        "\(english.dropLast()) (not quoted, for the file may hold personal data)",
        problem:
          "\(vietnamese.dropLast()) (không trích nội dung vì tệp có thể có dữ liệu cá nhân).",
        remedy: code.summary.remedy, severity: finding.severity
      ).said(ofPlan: finding.plan)
    }
  }
}

extension FindingCode {
  /// Whether it quotes the name of a column and nothing below it.
  fileprivate var isOfHeader: Bool {
    switch self {
    case .columnPersonal, .columnUnknown, .columnDuplicate, .columnMissing: true
    default: false
    }
  }
}
