/// Breaks a paragraph into lines of at most `width` columns, at spaces only.
///
/// The first line begins with `firstIndent` blanks, the others with `hanging` blanks. Runs of spaces
/// become one; a line break in the text is kept. Parts that belong together stay on one line as far
/// as they fit: a number and its next word (`486 đảng viên`), `ngày 14/9/2026`, `ngày 05 tháng 01 năm
/// 2026`, `Đảng ủy xã`, `TT 5`, `mục III.1`, `số 167-KH/TU`, and whatever a no-break space joins,
/// which is printed as a blank. A space between a number and `%` is removed. A word wider than the
/// line is cut; nothing else is. A width below 2 counts as 2, and an indent leaves at least 2 columns.
///
///     wrap("- Trong quý kết nạp 486 đảng viên.", width: 24, firstIndent: 0, hanging: 2)
///       == ["- Trong quý kết nạp", "  486 đảng viên."]
public func wrap(
  _ text: String, width: Int, firstIndent: Int = 0, hanging: Int = 0
) -> [String] {
  let plainWidth = text.plainWidth
  if firstIndent >= 0, firstIndent + (plainWidth ?? text.displayWidth) <= width, text.isTidy {
    return [blanks(firstIndent) + text]
  }
  let width = max(2, width)
  let (firstIndent, hanging) = (
    min(max(0, firstIndent), width - 2), min(max(0, hanging), width - 2)
  )
  if plainWidth != nil,
    let lines = PlainWrapping.lines(
      of: text, width: width, firstIndent: firstIndent, hanging: hanging)
  {
    return lines
  }
  return wrapCarefully(text, width: width, firstIndent: firstIndent, hanging: hanging)
}

/// The same of any text, character by character; indents leave room.
func wrapCarefully(_ text: String, width: Int, firstIndent: Int, hanging: Int) -> [String] {
  var writer = LineWriter(width: width, firstIndent: firstIndent, hanging: hanging)
  let parts = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  for (number, part) in parts.enumerated() {
    if number > 0 { writer.endLine() }
    for chunk in chunks(of: words(of: part)) { writer.place(chunk) }
  }
  return writer.finish()
}

/// The text with its spaces made no-break, so that `wrap` and tables keep it on one line.
///
///     unbroken("tiến độ")   // in a narrow cell: "Chậm" above "tiến độ", not "Chậm tiến" above "độ"
public func unbroken(_ text: String) -> String {
  String(text.map { $0 == " " ? "\u{A0}" : $0 })
}

extension String {
  /// Whether a line that has room for the text can take it as it is.
  fileprivate var isTidy: Bool {
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      if scalar == " " || scalar == "%" {
        if last == " " { return false }
      } else if scalar.isASCII {
        if scalar.value < 0x20 { return false }
      } else if Letters.small(scalar) == nil && scalar.properties.isWhitespace {
        return false
      }
      last = scalar
    }
    return last != " "
  }
}

/// A word, and whether a no-break space joins it to the next.
struct Word {
  var text: String
  var isJoined = false
}

/// The words of a line, as they are come upon from left to right.
private struct WordList {
  var words: [Word] = []
  /// Whether a no-break space was the last thing seen.
  var joinIsDue = false

  mutating func add(_ word: Substring) {
    guard let first = word.utf8.first else { return }
    // `68,8 %` is typed so; `điểm %` keeps its space.
    if first == UInt8(ascii: "%"), word.hasPrefix("%"),
      words.last?.text.last?.isASCIIDigit == true
    {
      words[words.count - 1].text += word
    } else {
      if joinIsDue && !words.isEmpty { words[words.count - 1].isJoined = true }
      words.append(Word(text: String(word)))
    }
    joinIsDue = false
  }
}

private func words(of line: Substring) -> [Word] {
  var list = WordList()
  var start = line.startIndex
  for index in line.indices {
    let character = line[index]
    let isJoint = character == "\u{A0}" || character == "\u{202F}"
    guard isJoint || character.isWhitespace else { continue }
    list.add(line[start..<index])
    list.joinIsDue = isJoint
    start = line.index(after: index)
  }
  list.add(line[start...])
  return list.words
}

/// The words in groups that are not to be parted.
private func chunks(of words: [Word]) -> [[String]] {
  var chunks: [[String]] = []
  var binding = Binding()
  let bound = words.map { BoundWord($0.text) }
  for (index, word) in words.enumerated() {
    let next = index + 1 < words.count ? bound[index + 1] : nil
    let wasBound = binding.bindsNext
    binding.advance(to: bound[index], isFirst: index == 0, next: next)
    if word.isJoined { binding.bindsNext = true }
    if wasBound && !chunks.isEmpty {
      chunks[chunks.count - 1].append(word.text)
    } else {
      chunks.append([word.text])
    }
  }
  return chunks
}

/// Fills lines with chunks.
private struct LineWriter {
  let width: Int
  let firstIndent: Int
  let hanging: Int
  private var lines: [String] = []
  private var line = ""
  private var lineWidth = 0

  init(width: Int, firstIndent: Int, hanging: Int) {
    self.width = width
    self.firstIndent = firstIndent
    self.hanging = hanging
  }

  private var indent: Int { lines.isEmpty ? firstIndent : hanging }

  mutating func place(_ chunk: [String]) {
    let widths = chunk.map(\.displayWidth)
    let whole = widths.reduce(chunk.count - 1, +)
    if fits(whole) {
      append(chunk.joined(separator: " "), whole)
    } else if !line.isEmpty && whole <= width - hanging {
      endLine()
      append(chunk.joined(separator: " "), whole)
    } else {
      for (word, wordWidth) in zip(chunk, widths) { place(word, wordWidth) }
    }
  }

  mutating func endLine() {
    // A line is empty where the text has an empty one, or its first word does not fit the first.
    lines.append(line.isEmpty ? "" : blanks(indent) + line)
    line = ""
    lineWidth = 0
  }

  mutating func finish() -> [String] {
    endLine()
    return lines
  }

  private func fits(_ added: Int) -> Bool {
    indent + lineWidth + (line.isEmpty ? 0 : 1) + added <= width
  }

  private mutating func append(_ text: String, _ textWidth: Int) {
    if !line.isEmpty {
      line += " "
      lineWidth += 1
    }
    line += text
    lineWidth += textWidth
  }

  private mutating func place(_ word: String, _ wordWidth: Int) {
    if !fits(wordWidth) && (!line.isEmpty || wordWidth <= width - hanging) { endLine() }
    if fits(wordWidth) {
      append(word, wordWidth)
      return
    }
    for character in word {
      let columns = character.displayWidth
      if indent + lineWidth + columns > width { endLine() }
      line.append(character)
      lineWidth += columns
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
