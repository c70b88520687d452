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
