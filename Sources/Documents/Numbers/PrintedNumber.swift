import VietnameseText

/// A number as it stands on a line of a document.
public struct PrintedNumber: Hashable, Sendable {
  /// The line, from 1 once the document is set.
  public var line: Int
  /// The number as printed: `20.700`, `93,0`, `04`.
  public let value: String
  /// The sign printed before it; nil when there is none.
  public let sign: Character?
  /// Whether it says that it is only near (`~`).
  let isApproximate: Bool
  /// Whether a percent sign follows it.
  public let isPercent: Bool
  /// The word it stands in: `IV.1.3-06`, `17/9/2024`.
  public let word: String
  /// The word before and the word after it on its line; empty at its ends.
  public private(set) var before: String
  /// The word after it.
  public private(set) var after: String
  /// Where the number begins in its word, counted in numbers.
  public let place: Int
  /// Whether it stands between quotes: somebody else's words.
  public var isQuoted = false
  /// Which block of the document it stands in.
  public var block = 0
  /// Where it comes from; nil while nobody has said.
  public var origin: NumberOrigin?

  /// Whether a number may stand in a text.
  public static func mayStand(in text: String) -> Bool { text.holdsDigits }

  /// The numbers of a line.
  public static func all(in line: String, line number: Int) -> [PrintedNumber] {
    guard line.holdsDigits else { return [] }
    let bytes = Array(line.utf8)
    let words = line.isPlain ? words(ofPlain: bytes) : words(of: line)
    var numbers: [PrintedNumber] = []
    for (index, word) in words.enumerated() where bytes[word].contains(where: NumberScanner.isDigit)
    {
      let before = index > 0 ? words[index - 1] : 0..<0
      let after = index + 1 < words.count ? words[index + 1] : 0..<0
      add(
        bytes[word], line: number, before: text(bytes[before]), after: text(bytes[after]),
        to: &numbers)
    }
    return numbers
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Where the words of a line stand in its bytes: what is between blanks and the rules of a table.
  private static func words(of line: String) -> [Range<Int>] {
    line.split { $0.isWhitespace || $0 == "|" }.map { word in
      let start = line.utf8.distance(from: line.startIndex, to: word.startIndex)
      return start..<(start + word.utf8.count)
    }
  }

  /// The same of plain text, in which the bytes tell the blanks.
  private static func words(ofPlain bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(24)
    var start = 0
    for place in bytes.indices {
      // of plain text, only the no-break space begins so
      let isJoint = bytes[place] == 0xC2
      guard isJoint || bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "|")
      else { continue }
      if place > start { words.append(start..<place) }
      start = place + (isJoint ? 2 : 1)
    }
    if start < bytes.count { words.append(start..<bytes.count) }
    return words
  }

  /// Takes the words round the same number where no line is broken.
  public mutating func takeNeighbours(of other: PrintedNumber) {
    before = other.before
    after = other.after
  }

  /// Adds the numbers of one word.
  private static func add(
    _ word: ArraySlice<UInt8>, line: Int, before: String, after: String,
    to numbers: inout [PrintedNumber]
  ) {
    let wordText = text(word)
    var scanner = NumberScanner()
    var place = 0
    for start in word.indices where scanner.begins(at: word[start]) {
      let end = end(of: word, from: start)
      let lead = start > word.startIndex ? word[start - 1] : nil
      let beforeLead = start > word.startIndex + 1 ? word[start - 2] : nil
      let near = UInt8(ascii: "~")
      let isSigned =
        lead == UInt8(ascii: "+")
        || (lead == UInt8(ascii: "-")
          && (beforeLead == nil || beforeLead == UInt8(ascii: "(") || beforeLead == near))
      numbers.append(
        PrintedNumber(
          line: line, value: text(word[start..<end]),
          sign: isSigned ? lead.map { Character(UnicodeScalar($0)) } : nil,
          isApproximate: lead == near || (isSigned && beforeLead == near),
          isPercent: end < word.endIndex && word[end] == UInt8(ascii: "%"), word: wordText,
          before: before, after: after, place: place))
      place += 1
    }
  }

  /// Where the number ends that begins at a place.
  private static func end(of word: ArraySlice<UInt8>, from start: Int) -> Int {
    var end = start + 1
    var scanner = NumberScanner()
    _ = scanner.begins(at: word[start])
    var index = end
    while index < word.endIndex, !scanner.begins(at: word[index]), scanner.isNumberGoingOn {
      index += 1
      if scanner.isOpen { end = index }
    }
    return end
  }
}
