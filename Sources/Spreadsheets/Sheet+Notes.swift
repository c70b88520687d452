internal import CLibXLSXWriter

extension Sheet {
  /// The most links a sheet holds.
  public static let linkLimit = 65_530

  /// Puts a comment on a cell, one for a cell.
  ///
  /// The box is `width` by `height` pixels, 20 to 2,000. Throws for a text over 32,767 UTF-16 units, an
  /// author over 255, or a second comment.
  public func comment(
    _ row: Int, _ column: Int, _ text: String, author: String = "", width: Int = 240,
    height: Int = 100
  ) throws {
    let sheet = try open("comment")
    let (libraryRow, libraryColumn) = try place(row, column, "comment")
    for size in [width, height] {
      try require((20...2_000).contains(size), "comment", "\(size) pixels")
    }
    let stored = try CellText.stored(text, limit: CellText.limit, "comment")
    try require(!stored.isEmpty, "comment", "an empty text")
    guard !state.comments.contains(try CellAddress(row: row, column: column)) else {
      throw refused(.overlap, "comment", "row \(row), column \(column) has a comment already")
    }
    let strings = CStrings()
    var options = lxw_comment_options()
    options.author = strings.copy(try CellText.stored(author, limit: 255, "comment"))
    options.width = UInt16(width)
    options.height = UInt16(height)
    options.font_name = strings.copy("Times New Roman")
    options.font_size = 10
    options.font_family = 1
    try check(
      worksheet_write_comment_opt(sheet, libraryRow, libraryColumn, stored, &options),
      "worksheet_write_comment_opt")
    withExtendedLifetime(strings) {}
    state.comments.insert(try CellAddress(row: row, column: column))
  }

  /// Writes a text that leads to a cell of this workbook. No other links are made: one from outside
  /// might run a script or open a foreign share.
  ///
  /// Without a style it is blue and underlined. Throws as `text` does, for a `tip` over 255 UTF-16
  /// units, and for a sheet whose name holds "#", which cuts the link. That the sheet exists is checked
  /// by `close()`.
  public func link(
    _ row: Int, _ column: Int, _ text: String, to target: CellAddress, on sheet: String,
    tip: String? = nil, _ style: CellStyle? = nil
  ) throws {
    try open("link")
    let stored = try CellText.stored(text, limit: CellText.limit, "link")
    try require(!stored.isEmpty, "link", "an empty text")
    // the library keeps the text in an attribute too, where it has room for 2,080 bytes
    let short = CellText.stored(CellText.fitted(text, limit: 255).text)
    let style = try style ?? workbook.style(.link)
    try link(row, column, short, to: target, on: sheet, tip, style)
    if short != stored { try self.text(row, column, text, style) }
  }

  /// Makes a cell of any value lead to a cell of this workbook: its value is to be written afterwards,
  /// with a style that shows it. Limits and errors are those of `link`.
  public func attachLink(
    _ row: Int, _ column: Int, to target: CellAddress, on sheet: String, tip: String? = nil
  ) throws {
    try link(row, column, " ", to: target, on: sheet, tip, nil)
  }

  /// The library's link over a stored text that fits its attribute.
  private func link(
    _ row: Int, _ column: Int, _ stored: String, to target: CellAddress, on sheet: String,
    _ tip: String?, _ style: CellStyle?
  ) throws {
    let librarySheet = try open("link")
    let (libraryRow, libraryColumn) = try place(row, column, "link")
    guard !sheet.utf8.contains(UInt8(ascii: "#")) else {
      throw refused(.argument, "link", "the sheet \"\(sheet)\" has a \"#\"")
    }
    let tip = try tip.map { try CellText.stored($0, limit: 255, "link") }
    let location = workbook.reference(to: sheet, "link") + target.a1
    if let rows = state.rows {
      try rows.text(row, column, stored, workbook.formatIndex(style, "link"))
      try rows.link(row, column, to: location, tip: tip, shown: stored)
    } else {
      // without a style the library takes one of its own
      let format = try style.map { try workbook.format($0, "link") }
      try check(
        worksheet_write_url_opt(
          librarySheet, libraryRow, libraryColumn, "internal:" + location, format, stored, tip),
        "worksheet_write_url_opt")
    }
    state.cells.mark(row, column)
  }
}
