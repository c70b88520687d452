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
    leaves(text) ? text : converted(text)
  }

  /// The same without a glance before.
  func converted(_ text: String) -> String {
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

  /// Whether a glance at the letters shows that the text is in this style already: no two of them
  /// together could have their tone elsewhere. True of nearly all texts; `false` means "not known".
  public func leaves(_ text: String) -> Bool {
    guard text.isPlainlyComposed else { return false }
    let bytes = text.utf8.span
    for place in bytes.indices {
      // one of the two vowels has a tone here, and the other one none: an ASCII letter beside another one
      switch (self, Unicode.Scalar(bytes[place])) {
      case (.moi, "o"), (.moi, "O"), (.moi, "u"), (.moi, "U"):
        guard place + 1 < bytes.count, bytes[place + 1] >= 0x80 else { continue }
        if mayMove(text, at: place) { return false }
      case (.cu, "a"), (.cu, "A"), (.cu, "e"), (.cu, "E"), (.cu, "y"), (.cu, "Y"):
        guard place > 0, bytes[place - 1] >= 0x80 else { continue }
        if mayMove(text, at: place) { return false }
      default: continue
      }
    }
    return true
  }

  /// Whether the ASCII vowel at a place of UTF-8 and the one with a tone beside it end a word in which the
  /// tone could stand elsewhere.
  private func mayMove(_ text: String, at place: Int) -> Bool {
    let scalars = text.unicodeScalars
    let plain = text.utf8.index(text.startIndex, offsetBy: place)
    let toned = self == .moi ? scalars.index(after: plain) : scalars.index(before: plain)
    guard let vowel = Letters.vowel(scalars[toned]), vowel.tone > 0,
      let small = Letters.small(scalars[plain]), let other = Letters.small(vowel.letter)
    else { return false }
    switch self == .moi ? (small, other) : (other, small) {
    case ("o", "a"), ("o", "e"), ("u", "y"): break
    default: return false
    }
    let (first, second) = (min(plain, toned), max(plain, toned))
    // behind `q` the `u` is no vowel, and no word is written more often than `quý`
    if first > scalars.startIndex, ["q", "Q"].contains(scalars[scalars.index(before: first)]) {
      return false
    }
    let end = scalars.index(after: second)
    return end == scalars.endIndex || !Letters.isWordPart(scalars[end])
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
