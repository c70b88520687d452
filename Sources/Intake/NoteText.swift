import DelimitedText
import VietnameseText

/// The unit's own words, as they may be stored and printed.
struct NoteText {
  /// Composed, line ends and tabs made plain, everything that a terminal or a document would obey
  /// written out.
  let readable: String
  /// Whether something in it is broken: control or replacement characters, letters of an old font, or
  /// letters that a wrong encoding has spoilt.
  let isDamaged: Bool

  init(_ typed: String) {
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
    let composed = toNFC(String(text))
    readable = visible(composed, keepingLineFeeds: true)
    isDamaged =
      readable.unicodeScalars.count != composed.unicodeScalars.count
      || composed.unicodeScalars.contains("\u{FFFD}")
      || TextDecoding.damage(in: composed) != nil
  }
}
