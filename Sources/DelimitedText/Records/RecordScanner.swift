/// Finds where records begin and end. The tokenizer does not tell positions, and in an unclosed
/// quote it takes in all that follows; so each record is found first and then fed to it alone.
///
/// Every call is given the same text, which is only lent and cannot be kept.
struct RecordScanner {
  /// A record, or a line that is none because of its quotes.
  struct Extent {
    /// The record without its line end.
    var bytes: Range<Int>
    /// Where the next one begins.
    var next: Int
    /// Physical line where it begins, and how many it takes.
    var line: Int
    var lineCount = 1
    var defect: Defect?
    /// No fields at all: nothing, or blanks only.
    var isBlank = false
    /// `exchangeQuoted` tells of this record's fields.
    var hasQuotes = false
  }

  /// What is wrong with a record, and in which field.
  struct Defect {
    var kind: RecordProblem.Kind
    var line: Int
    var column: Int
  }

  /// Fields that a full row has; what looks like as many inside quotes is a swallowed row.
  var width: Int

  /// The physical line where the next record begins.
  private(set) var line: Int
  /// Whether each field of the record last found was quoted.
  private var quoted: [Bool] = []
  private let separator: UInt8
  private let fieldLimit: Int
  private var cursor = 0
  // the first of each at or after the cursor; the end of the text when there is none
  private var nextLF = -1
  private var nextCR = -1
  private var nextQuote = -1

  init(format: RecordFormat, fieldLimit: Int) {
    separator = format.separator.rawValue
    width = format.width ?? 0
    self.fieldLimit = fieldLimit
    line = format.firstLine
  }

  /// The next record or blank line; nil at the end of the text.
  mutating func next(in text: Span<UInt8>) -> Extent? {
    guard cursor < text.count else { return nil }
    if nextLF < cursor { nextLF = find(Byte.lineFeed, text) }
    if nextCR < cursor { nextCR = find(Byte.carriageReturn, text) }
    if nextQuote < cursor { nextQuote = find(Byte.quote, text) }
    let end = min(nextLF, nextCR)
    var extent = Extent(bytes: cursor..<end, next: after(lineEnd: end, text), line: line)
    if nextQuote < end {
      walk(&extent, text)
    } else {
      extent.isBlank = isBlank(extent.bytes, text)
      if end - cursor > fieldLimit { extent.defect = longField(extent, text) }
    }
    cursor = extent.next
    line += extent.lineCount
    return extent
  }

  /// Counts the rows that are left, and goes to the end.
  mutating func countRest(in text: Span<UInt8>) -> Int {
    var rows = 0
    while next(in: text) != nil { rows += 1 }
    return rows
  }

  /// Exchanges `flags` for those of the record last found, without a copy.
  mutating func exchangeQuoted(_ flags: inout [Bool]) { swap(&quoted, &flags) }

  private func find(_ byte: UInt8, _ text: Span<UInt8>) -> Int {
    ByteSearch.first(byte, in: text, from: cursor) ?? text.count
  }

  private func after(lineEnd end: Int, _ text: Span<UInt8>) -> Int {
    guard end < text.count else { return end }
    let isCRLF =
      text[end] == Byte.carriageReturn && end + 1 < text.count && text[end + 1] == Byte.lineFeed
    return end + (isCRLF ? 2 : 1)
  }

  private func isBlank(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    guard let first = range.first else { return true }
    return isPadding(text[first]) && range.allSatisfy { isPadding(text[$0]) }
  }

  /// Blanks that the tokenizer takes off around a field.
  private func isPadding(_ byte: UInt8) -> Bool {
    byte == Byte.space || (byte == Byte.tab && separator != Byte.tab)
  }

  /// The first field over the limit in a record without quotes.
  private func longField(_ extent: Extent, _ text: Span<UInt8>) -> Defect? {
    var column = 1
    var start = extent.bytes.lowerBound
    for index in extent.bytes.lowerBound...extent.bytes.upperBound {
      guard index == extent.bytes.upperBound || text[index] == separator else { continue }
      if index - start > fieldLimit {
        let kind = RecordProblem.Kind.fieldTooLong(bytes: index - start, limit: fieldLimit)
        return Defect(kind: kind, line: extent.line, column: column)
      }
      column += 1
      start = index + 1
    }
    return nil
  }

  // MARK: - Records with quotes

  /// Follows the fields of a record as the tokenizer will, and settles where it ends.
  private mutating func walk(_ extent: inout Extent, _ text: Span<UInt8>) {
    quoted.removeAll(keepingCapacity: true)
    extent.hasQuotes = true
    var index = cursor
    var spacedSeparators = 0
    while true {
      let start = skipPadding(index, text)
      let isQuoted = start < text.count && text[start] == Byte.quote
      quoted.append(isQuoted)
      if isQuoted {
        guard let close = closingQuote(after: start, text) else {
          return fail(&extent, .unterminatedQuote, at: start, text, endsText: true)
        }
        index = skipPadding(close + 1, text)
        if index < text.count, text[index] != separator, !Byte.isLineEnd(text[index]) {
          let closed = line + lineEnds(in: text, cursor..<close)
          return fail(&extent, .textAfterQuote(closedAt: closed), at: start, text)
        }
        judge(&extent, opened: start, closed: close, text, spaced: spacedSeparators > 0)
      } else {
        index = start
        while index < text.count, text[index] != separator, !Byte.isLineEnd(text[index]) {
          if text[index] == Byte.quote { return fail(&extent, .strayQuote, at: index, text) }
          index += 1
        }
        judge(&extent, unquoted: start..<index, text)
      }
      guard index < text.count, text[index] == separator else { break }
      index += 1
      if index < text.count, text[index] == Byte.space { spacedSeparators += 1 }
    }
    extent.bytes = cursor..<index
    extent.next = after(lineEnd: index, text)
    extent.lineCount = lineEnds(in: text, extent.bytes) + 1
  }

  private func skipPadding(_ start: Int, _ text: Span<UInt8>) -> Int {
    var index = start
    while index < text.count, isPadding(text[index]) { index += 1 }
    return index
  }

  /// The quote that closes the field opened at `open`; doubled quotes are text.
  private func closingQuote(after open: Int, _ text: Span<UInt8>) -> Int? {
    var index = open + 1
    while let quote = ByteSearch.first(Byte.quote, in: text, from: index) {
      guard quote + 1 < text.count, text[quote + 1] == Byte.quote else { return quote }
      index = quote + 2
    }
    return nil
  }

  /// Gives up the record at a quote: what is left out ends with the physical line of that quote.
  private mutating func fail(
    _ extent: inout Extent, _ kind: RecordProblem.Kind, at place: Int, _ text: Span<UInt8>,
    endsText: Bool = false
  ) {
    let placeLine = line + lineEnds(in: text, cursor..<place)
    // a length found too long earlier in the record is less to the point than its quotes
    extent.defect = Defect(kind: kind, line: placeLine, column: quoted.count)
    var end = endsText ? text.count : place
    while end < text.count, !Byte.isLineEnd(text[end]) { end += 1 }
    extent.bytes = cursor..<end
    extent.next = after(lineEnd: end, text)
    let open = end > cursor && endsText && Byte.isLineEnd(text[end - 1])
    extent.lineCount = lineEnds(in: text, extent.bytes) + (open ? 0 : 1)
  }

  private func judge(
    _ extent: inout Extent, unquoted field: Range<Int>, _ text: Span<UInt8>
  ) {
    guard field.count > fieldLimit, extent.defect == nil else { return }
    let kind = RecordProblem.Kind.fieldTooLong(bytes: field.count, limit: fieldLimit)
    extent.defect = defect(kind, at: field.lowerBound, text)
  }

  private func judge(
    _ extent: inout Extent, opened: Int, closed: Int, _ text: Span<UInt8>, spaced: Bool
  ) {
    guard extent.defect == nil else { return }
    let content = opened + 1..<closed
    if looksLikeRows(content, text, spaced: spaced) {
      extent.defect = defect(.swallowedRow, at: opened, text)
    } else if content.count > fieldLimit {
      let kind = RecordProblem.Kind.fieldTooLong(bytes: content.count, limit: fieldLimit)
      extent.defect = defect(kind, at: opened, text)
    }
  }

  /// Whether the content of a quoted field looks like rows; most fields have one line and no copy is made.
  private func looksLikeRows(_ content: Range<Int>, _ text: Span<UInt8>, spaced: Bool) -> Bool {
    guard content.contains(where: { Byte.isLineEnd(text[$0]) }) else { return false }
    let field = QuotedField(
      content: content.map { text[$0] }, column: quoted.count, separator: separator,
      countsSpaced: spaced)
    return field.looksLikeRows(width: width)
  }

  private func defect(
    _ kind: RecordProblem.Kind, at place: Int, _ text: Span<UInt8>
  ) -> Defect {
    Defect(kind: kind, line: line + lineEnds(in: text, cursor..<place), column: quoted.count)
  }
}
