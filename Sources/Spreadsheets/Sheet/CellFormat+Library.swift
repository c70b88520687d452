internal import CLibXLSXWriter

extension SheetColour {
  /// The library takes 0 for "no colour"; black has a number of its own.
  var library: lxw_color_t { rgb == 0 ? UInt32(LXW_COLOR_BLACK.rawValue) : rgb }
}

extension CellFormat {
  /// The library cuts longer names without a word, in the middle of a letter if need be.
  private static let fieldBytes = 127

  /// Throws when a value is outside its range.
  func validate() throws {
    func require(_ holds: Bool, _ sentence: @autoclosure () -> String) throws {
      if !holds { throw SpreadsheetError.refused(.format, "style", sentence()) }
    }
    for (what, text) in [("font name", fontName), ("number format", numberFormat)] {
      try require(
        text.utf8.count <= Self.fieldBytes, "\(what) \"\(text)\" is over \(Self.fieldBytes) bytes")
      try require(CellText.stored(text) == text, "\(what) \"\(text)\" has a forbidden character")
    }
    try require(!fontName.isEmpty, "the font has no name")
    try require((1...409).contains(fontSize), "font size \(fontSize) is not from 1 to 409")
    try require((0...15).contains(indent), "indent \(indent) is not from 0 to 15")
  }

  /// Makes a new library format of it; `validate` must have passed.
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, fontName)
    unsafe format_set_font_size(format, fontSize)
    // the family says what to use when the font is missing: 1 is Roman, the library's 2 is Swiss
    if fontName == "Times New Roman" { unsafe format_set_font_family(format, 1) }
    if bold { unsafe format_set_bold(format) }
    if italic { unsafe format_set_italic(format) }
    if let fontColour { unsafe format_set_font_color(format, fontColour.library) }
    if let fill {
      unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      unsafe format_set_fg_color(format, fill.library)
    }
    if isFramed { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if horizontal != .general { unsafe format_set_align(format, horizontal.rawValue) }
    if vertical != .bottom { unsafe format_set_align(format, vertical.rawValue) }
    if wrap { unsafe format_set_text_wrap(format) }
    if shrink { unsafe format_set_shrink(format) }
    if indent > 0 { unsafe format_set_indent(format, UInt8(indent)) }
    if !numberFormat.isEmpty { unsafe format_set_num_format(format, numberFormat) }
    if !locked { unsafe format_set_unlocked(format) }
  }
}

extension HighlightFormat {
  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if bold { unsafe format_set_bold(format) }
    if let fontColour { unsafe format_set_font_color(format, fontColour.library) }
    // in a rule the ground is the background colour, without a pattern
    if let fill { unsafe format_set_bg_color(format, fill.library) }
  }
}
