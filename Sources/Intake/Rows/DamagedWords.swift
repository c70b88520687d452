/// Signs that the letters of a note were damaged before they came: characters that no Vietnamese word has
/// beside its letters.
///
/// A file whose greater part is damaged is refused as a whole; a single note in a sound file is not.
enum DamagedWords {
  /// What the fonts of before Unicode leave behind in words ("nh©n d©n" for "nhân dân"), and
  /// what a wrong encoding does.
  private static let strangers: Set<Unicode.Scalar> = [
    "\u{A9}", "\u{AE}", "\u{AA}", "\u{AB}", "\u{AC}", "\u{A8}", "\u{A6}", "\u{B8}", "\u{B9}",
    "\u{BC}", "\u{BD}", "\u{BE}", "\u{A7}", "\u{FFFD}",
  ]

  /// Whether such a character stands right beside a letter.
  static func areIn(_ text: String) -> Bool {
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\u{FFFD}" { return true }
      if let before, isPair(before, scalar) || isPair(scalar, before) { return true }
      before = scalar
    }
    return false
  }

  private static func isPair(_ stranger: Unicode.Scalar, _ letter: Unicode.Scalar) -> Bool {
    stranger.value >= 0xA6 && (stranger.value <= 0xBE || stranger.value == 0xFFFD)
      && strangers.contains(stranger) && letter.properties.isAlphabetic
      && !strangers.contains(letter)
  }
}
