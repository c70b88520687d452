extension String {
  /// The columns of a text that is plainly Vietnamese print, which nearly all is; nil for any other text.
  ///
  /// Each scalar of it is a letter, digit, common mark or (no-break) blank: in form C, one character and one
  /// column, and to be shown as it is. One glance at the bytes says so, and spares whoever sets the text
  /// slow questions about each character. The sign `×` is left to them.
  var plainWidth: Int? {
    let bytes = utf8.span
    var place = 0
    var columns = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0x20..<0x7F: place += 1
      // the no-break space
      case 0xC2 where bytes[place + 1] == 0xA0: place += 2
      // U+00C0 to U+01BF without U+00D7
      case 0xC3 where bytes[place + 1] != 0x97, 0xC4...0xC6: place += 2
      // U+1E00 to U+1EFF
      case 0xE1 where (0xB8...0xBB).contains(bytes[place + 1]): place += 3
      default: return nil
      }
      columns += 1
    }
    return columns
  }

  /// Whether the text is plainly Vietnamese print.
  public var isPlain: Bool { plainWidth != nil }
}
