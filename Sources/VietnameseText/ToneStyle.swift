/// The two ways of placing a tone mark in a syllable that ends in `oa`, `oe` or `uy`.
///
/// Official texts use both, sometimes side by side, so a run of the program writes one of them
/// everywhere; matching accepts both.
public enum ToneStyle: String, Hashable, Sendable, CaseIterable {
  /// On the first of the two vowels: `hòa`, `khóa`, `ủy`, `thủy`. The default.
  case moi
  /// On the second of the two vowels: `hoà`, `khoá`, `uỷ`, `thuỷ`.
  case cu

  /// Rewrites a text in this style, syllable by syllable; the result is in form C.
  ///
  /// Case is kept. Left alone: syllables with a final consonant or a third vowel (`hoàn`, `xoáy`),
  /// `qu` and a vowel (`quý`), words that are not Vietnamese syllables, and whatever touches a digit,
  /// `_` or `@`, as codes do.
  ///
  ///     ToneStyle.moi.applied(to: "Đảng uỷ khoá XIII") == "Đảng ủy khóa XIII"
  ///     ToneStyle.cu.applied(to: "Khánh Hòa, Phú Quý") == "Khánh Hoà, Phú Quý"
  public func applied(to text: String) -> String {
    if text.isPlainlyComposed, !mayMove(in: text) { return text }
    let scalars = Array(text.precomposed.unicodeScalars)
    var result = String.UnicodeScalarView()
    var start = 0
    while start < scalars.count {
      guard Letters.isWordPart(scalars[start]) else {
        result.append(scalars[start])
        start += 1
        continue
      }
      let end = scalars[start...].firstIndex { !Letters.isWordPart($0) } ?? scalars.count
      let touchesCode =
        (start > 0 && marksCode(scalars[start - 1]))
        || (end < scalars.count && marksCode(scalars[end]))
      let word = scalars[start..<end]
      result.append(contentsOf: touchesCode ? Array(word) : moved(Array(word)))
      start = end
    }
    return String(result)
  }

  /// Whether some word of the text seems to end in two vowels with the tone on the one where this style
  /// does not have it: a glance that spares nearly all texts the closer look.
  private func mayMove(in text: String) -> Bool {
    var (onset, first, second): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (" ", " ", " ")
    for scalar in text.unicodeScalars {
      if mayMove(onset, first, second), !Letters.isWordPart(scalar) { return true }
      (onset, first, second) = (first, second, scalar)
    }
    return mayMove(onset, first, second)
  }

  private func mayMove(
    _ onset: Unicode.Scalar, _ first: Unicode.Scalar, _ second: Unicode.Scalar
  ) -> Bool {
    guard let first = Letters.vowel(first), let second = Letters.vowel(second),
      (self == .moi ? second : first).tone != 0
    else { return false }
    switch first.letter {
    case "o", "O": return second.letter != "y" && second.letter != "Y"
    case "u", "U":
      return (second.letter == "y" || second.letter == "Y") && onset != "q" && onset != "Q"
    default: return false
    }
  }

  /// The word with its tone where this style has it; the word itself when the styles do not differ.
  private func moved(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard word.count >= 2, let first = Letters.vowel(word[word.count - 2]),
      let second = Letters.vowel(word[word.count - 1]),
      (first.tone == 0) != (second.tone == 0),
      ["oa", "oe", "uy"].contains(lowered([first.letter, second.letter])),
      onsets.contains(lowered(word.dropLast(2)))
    else { return word }
    let tone = max(first.tone, second.tone)
    let onset = Array(word.dropLast(2))
    switch self {
    case .moi: return onset + [Letters.compose(first.letter, tone: tone), second.letter]
    case .cu: return onset + [first.letter, Letters.compose(second.letter, tone: tone)]
    }
  }
}

/// The consonants that can begin a syllable; `q` is not among them, since its `u` is no vowel.
private let onsets: Set<String> = [
  "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
  "p", "ph", "r", "s", "t", "th", "tr", "v", "x",
]

private func lowered(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  return String(text).lowercased()
}

private func marksCode(_ scalar: Unicode.Scalar) -> Bool {
  (0x30...0x39).contains(scalar.value) || scalar == "_" || scalar == "@"
}
