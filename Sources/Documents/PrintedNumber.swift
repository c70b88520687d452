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
    let words = line.split { $0.isWhitespace || $0 == "|" }.map(String.init)
    return words.enumerated().flatMap { index, word in
      all(
        ofWord: word, line: number, before: index > 0 ? words[index - 1] : "",
        after: index + 1 < words.count ? words[index + 1] : "")
    }
  }

  /// Takes the words round the same number where no line is broken.
  public mutating func takeNeighbours(of other: PrintedNumber) {
    before = other.before
    after = other.after
  }

  private static func all(
    ofWord word: String, line: Int, before: String, after: String
  ) -> [PrintedNumber] {
    let scalars = Array(word.unicodeScalars)
    var scanner = NumberScanner()
    let starts = scalars.indices.filter { scanner.begins(at: scalars[$0]) }
    return starts.enumerated().map { place, start in
      var end = start + 1
      var scanner = NumberScanner()
      _ = scanner.begins(at: scalars[start])
      var index = end
      while index < scalars.count, !scanner.begins(at: scalars[index]), scanner.isNumberGoingOn {
        index += 1
        if scanner.isOpen { end = index }
      }
      let lead = start > 0 ? scalars[start - 1] : nil
      let isSigned =
        lead == "+" || (lead == "-" && start == 1) || (lead == "-" && scalars[start - 2] == "(")
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<end])
      return PrintedNumber(
        line: line, value: String(text), sign: isSigned ? lead.map(Character.init) : nil,
        isApproximate: lead == "~", isPercent: end < scalars.count && scalars[end] == "%",
        word: word, before: before, after: after, place: place)
    }
  }
}
