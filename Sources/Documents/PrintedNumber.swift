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
  public let isApproximate: Bool
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

  /// The numbers of a line.
  public static func all(in line: String, line number: Int) -> [PrintedNumber] {
    guard line.holdsDigits else { return [] }
    let words = words(of: line)
    return words.enumerated().flatMap { index, word -> [PrintedNumber] in
      guard word.contains(where: NumberScanner.isDigit) else { return [] }
      return all(
        ofWord: word, line: number, before: index > 0 ? words[index - 1] : [],
        after: index + 1 < words.count ? words[index + 1] : [])
    }
  }

  /// The words of a line: what stands between blanks and the rules of a table.
  private static func words(of line: String) -> [ArraySlice<UInt8>] {
    guard line.isPlain else {
      return line.split { $0.isWhitespace || $0 == "|" }.map { Array($0.utf8)[...] }
    }
    let bytes = Array(line.utf8)
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    for place in bytes.indices {
      // of plain text, only the no-break space begins so
      let isJoint = bytes[place] == 0xC2
      guard isJoint || bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "|")
      else { continue }
      if place > start { words.append(bytes[start..<place]) }
      start = place + (isJoint ? 2 : 1)
    }
    if start < bytes.count { words.append(bytes[start...]) }
    return words
  }

  /// Takes the words round the same number where no line is broken.
  public mutating func takeNeighbours(of other: PrintedNumber) {
    before = other.before
    after = other.after
  }

  private static func all(
    ofWord word: ArraySlice<UInt8>, line: Int, before: ArraySlice<UInt8>, after: ArraySlice<UInt8>
  ) -> [PrintedNumber] {
    func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    let (wordText, before, after) = (text(word), text(before), text(after))
    var scanner = NumberScanner()
    let starts = word.indices.filter { scanner.begins(at: word[$0]) }
    return starts.enumerated().map { place, start in
      let end = end(of: word, from: start)
      let lead = start > word.startIndex ? word[start - 1] : nil
      let isBracketed = start > word.startIndex + 1 && word[start - 2] == UInt8(ascii: "(")
      let isSigned =
        lead == UInt8(ascii: "+")
        || (lead == UInt8(ascii: "-") && (start == word.startIndex + 1 || isBracketed))
      return PrintedNumber(
        line: line, value: text(word[start..<end]),
        sign: isSigned ? lead.map { Character(UnicodeScalar($0)) } : nil,
        isApproximate: lead == UInt8(ascii: "~"),
        isPercent: end < word.endIndex && word[end] == UInt8(ascii: "%"), word: wordText,
        before: before, after: after, place: place)
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
