/// The content of a quoted field, looked at for rows that it has swallowed.
///
/// A lone quote in one row and another in a later row make one record of all between, and its
/// width is right: each has as many separators before its quote as the other lacks after it.
struct QuotedField {
  /// What stands between the quotes.
  let content: [UInt8]
  /// From 1.
  let column: Int
  let separator: UInt8
  /// In this file separators are followed by blanks, so those of prose cannot be told apart.
  let countsSpaced: Bool

  /// Whether the content looks like the rest of one row and the beginning of another, in a file
  /// whose rows have `width` fields. Prose with line ends and commas does not, nor a list of names: rows
  /// have codes and figures. A width under 3 tells nothing: it may be that of a title line.
  func looksLikeRows(width: Int) -> Bool {
    guard width > 2 else { return false }
    let wanted = width - 1
    if isLoneQuotes, separators(in: content[...], countsSpaced: true) >= wanted { return true }
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
    guard let first = content.first(where: { $0 != Byte.space }),
      let last = content.last(where: { $0 != Byte.space })
    else { return false }
    return isEdge(first) && isEdge(last)
  }

  /// Whether a cell of a line after the first is a code or a number: digits, and no blank inside.
  private var hasFigures: Bool {
    guard let end = content.firstIndex(where: Byte.isLineEnd) else { return false }
    var start = end
    for index in end...content.count where index == content.count || isEdge(content[index]) {
      if isCode(content[start..<index]) { return true }
      start = index + 1
    }
    return false
  }

  private func isCode(_ cell: ArraySlice<UInt8>) -> Bool {
    guard let first = cell.firstIndex(where: { $0 != Byte.space }),
      let last = cell.lastIndex(where: { $0 != Byte.space })
    else { return false }
    let word = cell[first...last]
    return !word.contains(Byte.space) && word.contains { (0x30...0x39).contains($0) }
  }

  private func isEdge(_ byte: UInt8) -> Bool { byte == separator || Byte.isLineEnd(byte) }

  private func separators(in line: ArraySlice<UInt8>, countsSpaced: Bool) -> Int {
    line.indices.reduce(0) { count, index in
      guard line[index] == separator else { return count }
      let isSpaced = index + 1 < line.endIndex && line[index + 1] == Byte.space
      return count + (isSpaced && !countsSpaced ? 0 : 1)
    }
  }

  private func separatorsPerLine() -> [Int] {
    var counts: [Int] = []
    var start = 0
    for index in content.indices where Byte.isLineEnd(content[index]) {
      counts.append(separators(in: content[start..<index], countsSpaced: countsSpaced))
      start = index + 1
    }
    counts.append(separators(in: content[start...], countsSpaced: countsSpaced))
    return counts
  }
}
