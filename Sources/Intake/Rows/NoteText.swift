import DelimitedText
import VietnameseText

/// The unit's own words, as they may be stored and printed.
struct NoteText {
  /// Composed, line ends and tabs made plain, everything that a terminal or a document would obey
  /// written out.
  let readable: String
  /// What is broken in it; nil when nothing is.
  let damage: Damage?

  /// What can be wrong with words.
  enum Damage: Equatable {
    /// Control characters, replacement characters, code points that are none.
    case characters
    /// Letters of a font from before Unicode, by the name of its encoding.
    case oldFont(String)
    /// UTF-8 that was opened in another encoding.
    case wrongEncoding
  }

  /// Whether a cell is of ASCII (but for question marks) and composed Vietnamese letters only, which
  /// stay as they are: nearly every note. Without `Ã`, which is how damaged text begins.
  static func isPlain(_ cell: Span<UInt8>) -> Bool {
    var place = 0
    while place < cell.count {
      let byte = cell[place]
      if byte < 0x80 {
        // a question mark may stand for a letter that was lost
        guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "?") else { return false }
        place += 1
        continue
      }
      let length = byte == 0xE1 ? 3 : 2
      guard place + length <= cell.count else { return false }
      let second = cell[place + 1]
      switch (byte, second) {
      case (0xC3, 0x80...0xBF):
        guard vietnameseLatin1 >> UInt64(second & 0x3F) & 1 == 1 else { return false }
      case (0xC4, 0x82), (0xC4, 0x83), (0xC4, 0x90), (0xC4, 0x91), (0xC4, 0xA8), (0xC4, 0xA9): break
      case (0xC5, 0xA8), (0xC5, 0xA9): break
      case (0xC6, 0xA0), (0xC6, 0xA1), (0xC6, 0xAF), (0xC6, 0xB0): break
      case (0xE1, 0xBA): guard (0xA0...0xBF).contains(cell[place + 2]) else { return false }
      case (0xE1, 0xBB): guard (0x80...0xB9).contains(cell[place + 2]) else { return false }
      default: return false
      }
      place += length
    }
    return true
  }

  /// Which of U+00C0...U+00FF Vietnamese writes; bit 0 is U+00C0.
  private static let vietnameseLatin1: UInt64 =
    "ÀÁÂÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý".unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value - 0xC0) }

  init(_ typed: String) {
    let composed = toNFC(Self.withPlainBreaks(typed))
    readable = visible(composed, keepingLineFeeds: true)
    damage = Self.damage(composed, isChanged: readable != composed)
  }

  private static func withPlainBreaks(_ typed: String) -> String {
    guard typed.utf8.contains(where: { $0 == 0x0D || $0 == 0x09 }) else { return typed }
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in typed.unicodeScalars {
      switch scalar {
      case "\r": text.append("\n")
      case "\n" where last == "\r": break
      case "\t": text.append(" ")
      default: text.append(scalar)
      }
      last = scalar
    }
    return String(text)
  }

  private static func damage(_ text: String, isChanged: Bool) -> Damage? {
    switch TextDecoding.damage(in: text) {
    case .legacyEncoding(let encoding)?: .oldFont(encoding.rawValue)
    case .some: .wrongEncoding
    // a word or two of an old font are too few to name it
    case nil: isChanged || DamagedWords.areIn(text) ? .characters : nil
    }
  }
}
