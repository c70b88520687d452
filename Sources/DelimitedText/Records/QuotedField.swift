/// The content of a quoted field, looked at for rows that it has swallowed.
///
/// A lone quote in one row and another in a later row make one record of all between, and its
/// width is right: each has as many separators before its quote as the other lacks after it.
struct QuotedField {
  let text: UnsafeBufferPointer<UInt8>
  /// Between the quotes.
  let content: Range<Int>
  /// From 1.
  let column: Int
  let separator: UInt8
  /// In this file separators are followed by blanks, so those of prose cannot be told apart.
  let countsSpaced: Bool

  /// Whether the content looks like the rest of one row and the beginning of another, in a file
  /// whose rows have `width` fields. Prose with line ends and commas does not, nor a list of names: rows
  /// have codes and figures. A width under 3 tells nothing: it may be that of a title line.
  func looksLikeRows(width: Int) -> Bool {
    guard width > 2, content.contains(where: { Byte.isLineEnd(text[$0]) }) else { return false }
    let wanted = width - 1
    if isLoneQuotes, separators(in: content, countsSpaced: true) >= wanted { return true }
    guard hasFigures else { return false }
    let perLine = separatorsPerLine()
    let afterFirstLine = perLine.dropFirst().reduce(0, +)
    if afterFirstLine >= wanted { return true }
    return column <= wanted && perLine[0] == wanted - (column - 1) && perLine.last == column - 1
      && perLine.dropFirst().dropLast().allSatisfy { $0 == 0 }
  }

  /// Both quotes stand alone in their place, as ditto marks do: the content begins and ends at
  /// the edge of a field.
  private var isLoneQuotes: Bool {
    guard let first = content.first(where: { text[$0] != Byte.space }),
      let last = content.last(where: { text[$0] != Byte.space })
    else { return false }
    return isEdge(text[first]) && isEdge(text[last])
  }

  /// Whether a cell of a line after the first is a code or a number: digits, and no blank inside.
  private var hasFigures: Bool {
    guard let end = content.first(where: { Byte.isLineEnd(text[$0]) }) else { return false }
    var start = end
    for index in end...content.upperBound where index == content.upperBound || isEdge(text[index]) {
      if isCode(start..<index) { return true }
      start = index + 1
    }
    return false
  }

  private func isCode(_ cell: Range<Int>) -> Bool {
    guard let first = cell.first(where: { text[$0] != Byte.space }),
      let last = cell.last(where: { text[$0] != Byte.space })
    else { return false }
    let word = text[first...last]
    return !word.contains(Byte.space) && word.contains { (0x30...0x39).contains($0) }
  }

  private func isEdge(_ byte: UInt8) -> Bool { byte == separator || Byte.isLineEnd(byte) }

  private func separators(in range: Range<Int>, countsSpaced: Bool) -> Int {
    range.reduce(0) { count, index in
      guard text[index] == separator else { return count }
      let isSpaced = index + 1 < range.upperBound && text[index + 1] == Byte.space
      return count + (isSpaced && !countsSpaced ? 0 : 1)
    }
  }

  private func separatorsPerLine() -> [Int] {
    var counts: [Int] = []
    var start = content.lowerBound
    for index in content where Byte.isLineEnd(text[index]) {
      counts.append(separators(in: start..<index, countsSpaced: countsSpaced))
      start = index + 1
    }
    counts.append(separators(in: start..<content.upperBound, countsSpaced: countsSpaced))
    return counts
  }
}
