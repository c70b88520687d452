/// A name folded so that the spellings which mean the same name compare equal, and no others do.
///
/// Folded away: composed or decomposed form, kinds and number of spaces, zero-width characters, kinds
/// of dash and the spaces round it, `Ð` typed for `Đ`, case, the place of the tone mark in its syllable
/// (`hoà`, `hòa`), and `y` for `i` where a syllable is `h k l m s t qu` and `y` (`tỷ`, `tỉ`).
/// Kept: every diacritic and every tone, because `Tân Thạnh` and `Tân Thành` are two communes of one
/// province. Synonyms belong in an alias table.
///
/// The tone stands at the end of its syllable as a raised digit, which no folded text holds otherwise,
/// so that `hòa` never meets a code such as `HOA1`.
///
///     MatchingKey("ĐẢNG UỶ  xã Mỹ Quý") == MatchingKey("Đảng ủy xã Mỹ Quí")
///     MatchingKey("Đảng ủy").text == "đang² uy²"
public struct MatchingKey: Hashable, Sendable, CustomStringConvertible {
  /// The folded text; for keys of dictionaries and tables, not for readers.
  public let text: String

  /// Folds a name as it was typed.
  public init(_ name: String) {
    text =
      name.isASCIIOnly
      ? foldASCII(name.utf8) : (name.isPlain ? foldPlain(name) : nil) ?? foldCarefully(name)
  }

  /// The folded text.
  public var description: String { text }
}

/// A word of a closed vocabulary folded with its diacritics taken away.
///
/// For headers and states of a form, and to find suggestions; never to match the name of a unit.
///
///     PlainKey("Tỷ lệ  (%)") == PlainKey("ti le (%)")
public struct PlainKey: Hashable, Sendable, CustomStringConvertible {
  /// The folded text, in ASCII as far as it was Vietnamese.
  public let text: String

  /// Folds a word as it was typed.
  public init(_ word: String) {
    text = MatchingKey(withoutDiacritics(word)).text
  }

  /// The folded text.
  public var description: String { text }
}

/// The raised digits for the tones huyền, hỏi, ngã, sắc, nặng; level tone has none.
private let raisedTones: [Unicode.Scalar] = ["¹", "²", "³", "⁴", "⁵"]

/// The fold of any text.
func foldCarefully(_ name: String) -> String {
  var folded = FoldedText(room: 2 * name.utf8.count)
  // Removed before composing: a zero-width character keeps a tone mark from joining its letter.
  for scalar in withoutInvisibles(name).precomposed.unicodeScalars {
    let repaired = Letters.repairedD(scalar)
    if let small = Letters.small(repaired) {
      folded.letterOrMark(small)
    } else if scalar.properties.isWhitespace {
      folded.space()
    } else if scalar.isDash {
      folded.dash()
    } else if Letters.isWordPart(scalar) {
      for lower in repaired.properties.lowercaseMapping.unicodeScalars {
        folded.letterOrMark(lower)
      }
    } else if let raised = raisedTones.firstIndex(of: scalar) {
      // A raised digit in the text itself must not pass for a tone.
      folded.sign("^")
      folded.sign(Unicode.Scalar(UInt8(0x31 + raised)))
    } else {
      folded.sign(scalar)
    }
  }
  return folded.text()
}

private func withoutInvisibles(_ name: String) -> String {
  guard name.unicodeScalars.contains(where: \.isInvisible) else { return name }
  var rest = String.UnicodeScalarView()
  for scalar in name.unicodeScalars where !scalar.isInvisible { rest.append(scalar) }
  return String(rest)
}

/// The same fold for text of ASCII bytes, which is what codes and most headers are.
private func foldASCII(_ bytes: String.UTF8View) -> String {
  var folded = FoldedText(room: bytes.count)
  for byte in bytes {
    switch byte {
    case 0x09...0x0D, 0x20: folded.space()
    case 0x2D: folded.dash()
    case _ where Letters.isASCIILetter(byte): folded.letter(byte | 0x20)
    default: folded.sign(Unicode.Scalar(byte))
    }
  }
  return folded.text()
}

/// The same fold for plain text (`String.isPlain`) whose letters are Vietnamese, which is what names and notes
/// are; nil for any other.
func foldPlain(_ name: String) -> String? {
  var folded = FoldedText(room: 2 * name.utf8.count)
  for scalar in name.unicodeScalars {
    if scalar == " " || scalar == "\u{A0}" {
      folded.space()
    } else if scalar == "-" {
      folded.dash()
    } else if let small = Letters.small(Letters.repairedD(scalar)) {
      folded.letter(small)
    } else if scalar.isASCII {
      folded.sign(scalar)
    } else {
      return nil
    }
  }
  return folded.text()
}

/// Collects folded text as bytes; a space is held back until it is known to count.
private struct FoldedText {
  private var result: [UInt8] = []
  /// Where the syllable under way begins, and its tone.
  private var start = 0
  private var tones: [UInt8] = []
  private var spaceIsDue = false
  private var afterDash = false

  init(room: Int) { result.reserveCapacity(room) }

  mutating func letter(_ byte: UInt8) {
    place()
    result.append(byte)
  }

  /// A letter of the Vietnamese alphabet, or one of another.
  mutating func letter(_ scalar: Unicode.Scalar) {
    place()
    let vowel = Letters.vowel(scalar)
    result += (vowel?.letter ?? scalar).utf8Bytes
    if let tone = vowel?.tone, tone > 0 { tones.append(tone) }
  }

  /// The same, or the mark of a tone that no composed letter took up.
  mutating func letterOrMark(_ scalar: Unicode.Scalar) {
    guard let tone = Letters.tone(ofMark: scalar) else { return letter(scalar) }
    place()
    tones.append(tone)
  }

  mutating func space() {
    endSyllable()
    spaceIsDue = true
  }

  mutating func dash() {
    endSyllable()
    result.append(0x2D)
    start = result.count
    spaceIsDue = false
    afterDash = true
  }

  /// Anything else: it belongs to no syllable.
  mutating func sign(_ scalar: Unicode.Scalar) {
    endSyllable()
    place()
    result += scalar.utf8Bytes
    start = result.count
  }

  mutating func text() -> String {
    endSyllable()
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func endSyllable() {
    if result.last == 0x79, isFreeY(result[start...]) { result[result.count - 1] = 0x69 }
    for tone in tones { result += raisedTones[Int(tone) - 1].utf8Bytes }
    tones.removeAll(keepingCapacity: true)
    start = result.count
  }

  private mutating func place() {
    if spaceIsDue && !afterDash && !result.isEmpty {
      result.append(0x20)
      start = result.count
    }
    spaceIsDue = false
    afterDash = false
  }
}

/// Whether a syllable of small letters is one in which `y` and `i` are two spellings of one sound.
private func isFreeY(_ syllable: ArraySlice<UInt8>) -> Bool {
  switch syllable.count {
  case 2: "hklmst".utf8.contains(syllable[syllable.startIndex])
  case 3: syllable.elementsEqual("quy".utf8)
  default: false
  }
}

extension Unicode.Scalar {
  /// Its bytes in UTF-8.
  fileprivate var utf8Bytes: UTF8.EncodedScalar { UTF8.encode(self) ?? UTF8.EncodedScalar() }

  /// Whether the scalar leaves no mark in print: zero-width spaces and joiners, byte order marks, soft
  /// hyphens, direction marks.
  fileprivate var isInvisible: Bool {
    value >= 0xAD && Letters.small(self) == nil && properties.isDefaultIgnorableCodePoint
  }

  /// Whether the scalar is some hyphen, dash or minus sign.
  fileprivate var isDash: Bool {
    value == 0x2D || value == 0x2212
      || (value > 0x7F && properties.generalCategory == .dashPunctuation)
  }
}
