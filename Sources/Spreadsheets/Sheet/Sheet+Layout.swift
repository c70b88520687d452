internal import CLibXLSXWriter

extension Sheet {
  /// Sets height (points, up to 409; nil leaves it to the reader) and depth in the outline (0 to 7) of
  /// a row. In a constant-memory workbook before the rows that follow are begun.
  public func setRow(_ row: Int, height: Double? = nil, level: Int = 0) throws {
    let sheet = try unsafe open("setRow")
    let (libraryRow, _) = try place(row, 0, "setRow")
    try require(height.map { $0 > 0 && $0 <= 409 } ?? true, "setRow", "height \(height ?? 0)")
    try require((0...7).contains(level), "setRow", "outline level \(level)")
    if let rows = state.rows { return try rows.set(row, height: height, level: level) }
    var library = lxw_row_col_options(hidden: 0, level: UInt8(level), collapsed: 0)
    try unsafe check(
      worksheet_set_row_opt(
        sheet, libraryRow, height ?? Double(LXW_DEF_ROW_HEIGHT), nil, &library),
      "worksheet_set_row_opt")
  }

  /// Sets the width of columns, in digits of the standard font, up to 255.
  public func setColumns(_ columns: ClosedRange<Int>, width: Double) throws {
    let sheet = try unsafe open("setColumns")
    let (_, first) = try place(0, columns.lowerBound, "setColumns")
    let (_, last) = try place(0, columns.upperBound, "setColumns")
    try require(width > 0 && width <= 255, "setColumns", "width \(width)")
    try unsafe check(worksheet_set_column(sheet, first, last, width, nil), "worksheet_set_column")
  }

  /// Says on which side of a group its heading row stands; Excel's own is below.
  public func outline(headingsBelow: Bool) throws {
    unsafe worksheet_outline_settings(try open("outline"), 1, headingsBelow ? 1 : 0, 1, 0)
  }

  /// Keeps the rows above and the columns left of a cell in view.
  public func freezePanes(above row: Int, leftOf column: Int) throws {
    let sheet = try unsafe open("freezePanes")
    let (libraryRow, libraryColumn) = try place(row, column, "freezePanes")
    unsafe worksheet_freeze_panes(sheet, libraryRow, libraryColumn)
  }

  /// Puts filter buttons on the first row of a range; one for a sheet. In a constant-memory workbook
  /// before the rows are written.
  public func autofilter(_ range: CellRange) throws {
    let sheet = try unsafe open("autofilter")
    let (top, left, bottom, right) = range.corners
    try unsafe check(worksheet_autofilter(sheet, top, left, bottom, right), "worksheet_autofilter")
  }

  /// Colours the tab.
  public func tabColour(_ colour: SheetColour) throws {
    unsafe worksheet_set_tab_color(try open("tabColour"), colour.library)
  }

  /// Hides the grid on screen and paper.
  public func hideGridlines() throws {
    unsafe worksheet_gridlines(try open("hideGridlines"), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Hides the sheet. Not the first one: that is seen when the workbook is opened.
  public func hide() throws { unsafe worksheet_hide(try open("hide")) }

  func require(_ holds: Bool, _ call: String, _ found: @autoclosure () -> String) throws {
    if !holds { throw refused(.argument, call, "\(found()) is out of range") }
  }
}
