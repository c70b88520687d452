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
    let sheet = try unsafe open("comment")
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
    var options = unsafe lxw_comment_options()
    unsafe options.author = unsafe strings.copy(try CellText.stored(author, limit: 255, "comment"))
    unsafe options.width = UInt16(width)
    unsafe options.height = UInt16(height)
    unsafe options.font_name = unsafe strings.copy("Times New Roman")
    unsafe options.font_size = 10
    unsafe options.font_family = 1
    try unsafe check(
      worksheet_write_comment_opt(sheet, libraryRow, libraryColumn, stored, &options),
      "worksheet_write_comment_opt")
    withExtendedLifetime(strings) {}
    state.comments.insert(try CellAddress(row: row, column: column))
  }

  /// Makes a cell of any value lead to a cell of this workbook: its value is to be written afterwards,
  /// with a style that shows it. No other links are made: one from outside might run a script or open
  /// a foreign share.
  ///
  /// Throws for a `tip` over 255 UTF-16 units, and for a sheet whose name holds "#", which cuts the
  /// link. That the sheet exists is checked by `close()`.
  public func attachLink(
    _ row: Int, _ column: Int, to target: CellAddress, on sheet: String, tip: String? = nil
  ) throws {
    let librarySheet = try unsafe open("link")
    let (libraryRow, libraryColumn) = try place(row, column, "link")
    guard !sheet.utf8.contains(UInt8(ascii: "#")) else {
      throw refused(.argument, "link", "the sheet \"\(sheet)\" has a \"#\"")
    }
    let tip = try tip.map { try CellText.stored($0, limit: 255, "link") }
    let location = workbook.reference(to: sheet, "link") + target.a1
    // the library makes no link without a text
    let shown = " "
    if let rows = state.rows {
      try rows.text(row, column, shown, workbook.formatIndex(nil, "link"))
      try rows.link(row, column, to: location, tip: tip, shown: shown)
    } else {
      // without a format the library takes one of its own
      try unsafe check(
        worksheet_write_url_opt(
          librarySheet, libraryRow, libraryColumn, "internal:" + location, nil, shown, tip),
        "worksheet_write_url_opt")
    }
    state.cells.mark(row, column)
  }
}
