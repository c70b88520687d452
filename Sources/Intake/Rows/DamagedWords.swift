import DelimitedText

/// Signs that the letters of a note were damaged before they came: characters that no Vietnamese word has
/// beside its letters.
///
/// A file whose greater part is damaged is refused as a whole; a single note in a sound file is not.
enum DamagedWords {
  /// What the fonts of before Unicode leave behind in words ("nh©n d©n" for "nhân dân"), and
  /// what a wrong encoding does.
  private static let strangers: Set<Unicode.Scalar> = [
    "\u{A9}", "\u{AE}", "\u{AA}", "\u{AB}", "\u{AC}", "\u{A8}", "\u{A6}", "\u{B8}", "\u{B9}",
    "\u{BC}", "\u{BD}", "\u{BE}", "\u{A7}", "\u{B5}", "\u{B7}", "\u{FFFD}",
  ]

  /// In old fonts letters that a word goes on behind ("©n" for "ân", "®ang" for "đang"); as themselves they
  /// stand behind a word.
  private static let marksOfNames: Set<Unicode.Scalar> = ["\u{A9}", "\u{AE}"]

  /// Whether such a character stands right beside a letter, or beside another one; or question marks
  /// stand for letters that were lost.
  static func areIn(_ text: String) -> Bool {
    if LostLetters.first(in: text.utf8) != nil { return true }
    let isQuoting = text.unicodeScalars.contains("\u{BB}")
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { return true }
      defer { before = scalar }
      guard let before else { continue }
      // a quotation that is closed: «tự soi, tự sửa»
      if isQuoting, before == "\u{AB}" || scalar == "\u{AB}" { continue }
      if isStranger(before), isPart(scalar) { return true }
      if isStranger(scalar), !marksOfNames.contains(scalar), isPart(before) { return true }
    }
    return false
  }

  private static func isStranger(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA6 && scalar.value <= 0xBE && strangers.contains(scalar)
  }

  /// Whether a character is part of a word, as it is or in an old font.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isStranger(scalar)
  }
}
