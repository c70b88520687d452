extension String {
  /// The number of columns that the text takes in fixed-width print.
  ///
  /// A letter with its marks is 1 column, in composed and decomposed form alike; East Asian wide
  /// characters and emoji are 2; marks without a letter, zero-width and control characters are 0.
  ///
  ///     "Đảng ủy xã".displayWidth == 10
  public var displayWidth: Int {
    plainWidth ?? reduce(0) { $0 + $1.displayWidth }
  }

  /// The text with blanks after it up to `width` columns; a longer text is left whole.
  ///
  ///     "TT".padded(to: 4) == "TT  "
  public func padded(to width: Int) -> String {
    self + blanks(width - displayWidth)
  }

  /// The text with blanks before it, so that it ends at column `width`; a longer text is left whole.
  ///
  ///     "1.412".rightAligned(in: 8) == "   1.412"
  func rightAligned(in width: Int) -> String {
    blanks(width - displayWidth) + self
  }

  /// The text in the middle of `width` columns, without blanks after it; an odd blank goes to the right.
  ///
  ///     "BÁO CÁO".centred(in: 80)   // 36 blanks, then BÁO CÁO
  public func centred(in width: Int) -> String {
    blanks((width - displayWidth) / 2) + self
  }
}

/// `count` blanks; none when the count is negative.
func blanks(_ count: Int) -> String {
  // as bytes: a text is repeated character by character
  count > 0 ? String(decoding: [UInt8](repeating: 0x20, count: count), as: UTF8.self) : ""
}

extension Character {
  /// The columns of one character: those of its widest scalar, since marks and joined parts add none.
  var displayWidth: Int {
    var widest = 0
    var canBeEmoji = false
    for scalar in unicodeScalars {
      // The request for emoji presentation widens the sign before it, but not a blank.
      if scalar.value == 0xFE0F && canBeEmoji { return 2 }
      canBeEmoji = scalar.properties.isEmoji
      widest = max(widest, scalar.columns)
    }
    return widest
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    if value < 0x0300 {
      // a soft hyphen leaves no mark
      return (0x20..<0x7F).contains(value) || (value > 0x9F && value != 0xAD) ? 1 : 0
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }  // vowels and finals of a Hangul syllable
    return isWide ? 2 : 1
  }

  /// The blocks that Unicode's East Asian Width calls wide or full-width.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    default: value >= 0x231A && properties.isEmojiPresentation
    }
  }
}
