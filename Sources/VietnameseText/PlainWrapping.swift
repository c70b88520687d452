/// Breaks plain text (`String.isPlain`) into lines byte by byte, as `wrapCarefully` does: nearly all text is
/// plain, and every word of every document passes through here.
///
/// Where that one would look into a word, to cut it or to draw a percent sign to its number, the text is left
/// to it.
struct PlainWrapping {
  private struct Word {
    let bytes: Range<Int>
    let columns: Int
    /// Whether a no-break space joins it to the next.
    var isJoined = false
  }

  private let bytes: [UInt8]
  private let width: Int
  private let firstIndent: Int
  private let hanging: Int
  private var lines: [String] = []
  private var line: [UInt8] = []
  /// The columns of the line's words and of the blanks between them.
  private var lineWidth = 0

  /// The lines of a plain text; nil when it is to be set with more care.
  static func lines(of text: String, width: Int, firstIndent: Int, hanging: Int) -> [String]? {
    var setting = PlainWrapping(
      bytes: Array(text.utf8), width: width, firstIndent: firstIndent, hanging: hanging)
    guard let words = setting.words(), setting.place(words) else { return nil }
    setting.endLine()
    return setting.lines
  }

  private init(bytes: [UInt8], width: Int, firstIndent: Int, hanging: Int) {
    self.bytes = bytes
    self.width = width
    self.firstIndent = firstIndent
    self.hanging = hanging
    line.reserveCapacity(bytes.count)
  }

  // MARK: words

  /// The words between blanks; nil when a percent sign stands alone behind a number.
  private func words() -> [Word]? {
    var words: [Word] = []
    var start = 0
    var columns = 0
    var isJointBefore = false
    var place = 0
    while place <= bytes.count {
      let isEnd = place == bytes.count
      // of plain text, only the no-break space begins with this byte
      let isJoint = !isEnd && bytes[place] == 0xC2
      guard isEnd || isJoint || bytes[place] == UInt8(ascii: " ") else {
        // the bytes of a letter behind its first take no column
        if bytes[place] & 0xC0 != 0x80 { columns += 1 }
        place += 1
        continue
      }
      if place > start {
        if bytes[start] == UInt8(ascii: "%"), let last = words.last,
          (0x30...0x39).contains(bytes[last.bytes.upperBound - 1])
        {
          return nil
        }
        if isJointBefore, !words.isEmpty { words[words.count - 1].isJoined = true }
        words.append(Word(bytes: start..<place, columns: columns))
      }
      isJointBefore = isJoint
      place += isJoint ? 2 : 1
      start = place
      columns = 0
    }
    return words
  }

  /// Places words in groups that are not to be parted; false when one is too wide.
  private mutating func place(_ words: [Word]) -> Bool {
    guard let first = words.first else { return true }
    var binding = Binding()
    var group = 0
    var word = BoundWord(plain: bytes, first.bytes)
    for index in words.indices {
      let next = index + 1 < words.count ? BoundWord(plain: bytes, words[index + 1].bytes) : nil
      binding.advance(to: word, isFirst: index == 0, next: next)
      if !(binding.bindsNext || words[index].isJoined) || next == nil {
        guard place(group: words[group...index]) else { return false }
        group = index + 1
      }
      if words[index].isJoined { binding.bindsNext = true }
      if let next { word = next }
    }
    return true
  }

  // MARK: lines

  private var indent: Int { lines.isEmpty ? firstIndent : hanging }

  private func fits(_ added: Int) -> Bool {
    indent + lineWidth + (lineWidth > 0 ? 1 : 0) + added <= width
  }

  private mutating func place(group: ArraySlice<Word>) -> Bool {
    let whole = group.reduce(group.count - 1) { $0 + $1.columns }
    if !fits(whole), lineWidth > 0, whole <= width - hanging { endLine() }
    if fits(whole) {
      for word in group { append(word) }
      return true
    }
    for word in group {
      if !fits(word.columns), lineWidth > 0 || word.columns <= width - hanging { endLine() }
      guard fits(word.columns) else { return false }
      append(word)
    }
    return true
  }

  private mutating func append(_ word: Word) {
    if lineWidth > 0 {
      line.append(UInt8(ascii: " "))
      lineWidth += 1
    } else {
      for _ in 0..<indent { line.append(UInt8(ascii: " ")) }
    }
    line += bytes[word.bytes]
    lineWidth += word.columns
  }

  private mutating func endLine() {
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
    lineWidth = 0
  }
}
