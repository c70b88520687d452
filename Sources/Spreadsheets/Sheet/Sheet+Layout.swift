internal import CLibXLSXWriter

/// Options of a row or column.
public struct BandOptions: Hashable, Sendable {
  /// Not shown.
  public var hidden: Bool
  /// Depth of the outline, 0 to 7.
  public var level: Int
  /// Whether the group beside it is folded.
  public var collapsed: Bool

  /// Shown and in no group unless said otherwise.
  public init(hidden: Bool = false, level: Int = 0, collapsed: Bool = false) {
    self.hidden = hidden
    self.level = level
    self.collapsed = collapsed
  }
}

extension Sheet {
  /// Sets height (points, up to 409; nil leaves it to the reader), options and default style of a row.
  /// In a constant-memory workbook before the rows that follow are begun.
  public func setRow(
    _ row: Int, height: Double? = nil, _ options: BandOptions = BandOptions(),
    _ style: CellStyle? = nil
  ) throws {
    let sheet = try open("setRow")
    let (libraryRow, _) = try place(row, 0, "setRow")
    try require(height.map { $0 > 0 && $0 <= 409 } ?? true, "setRow", "height \(height ?? 0)")
    var library = try libraryOptions(options, "setRow")
    if let rows = state.rows {
      return try rows.set(
        row, height: height, options, style: style.map { try workbook.formatIndex($0, "setRow") })
    }
    let format = try style.map { try workbook.format($0, "setRow") }
    try check(
      worksheet_set_row_opt(
        sheet, libraryRow, height ?? Double(LXW_DEF_ROW_HEIGHT), format, &library),
      "worksheet_set_row_opt")
  }

  /// Sets width (digits of the standard font, up to 255; nil is the standard), options and default
  /// style of columns.
  public func setColumns(
    _ columns: ClosedRange<Int>, width: Double? = nil, _ options: BandOptions = BandOptions(),
    _ style: CellStyle? = nil
  ) throws {
    let sheet = try open("setColumns")
    let (_, first) = try place(0, columns.lowerBound, "setColumns")
    let (_, last) = try place(0, columns.upperBound, "setColumns")
    try require(width.map { $0 > 0 && $0 <= 255 } ?? true, "setColumns", "width \(width ?? 0)")
    var library = try libraryOptions(options, "setColumns")
    let format = try style.map { try workbook.format($0, "setColumns") }
    try check(
      worksheet_set_column_opt(
        sheet, first, last, width ?? Self.standardWidth, format, &library),
      "worksheet_set_column_opt")
  }

  /// Says on which side of a group its heading row and column stand; Excel's own is below and right.
  public func outline(headingsBelow: Bool, headingsRight: Bool = true) throws {
    worksheet_outline_settings(
      try open("outline"), 1, headingsBelow ? 1 : 0, headingsRight ? 1 : 0, 0)
  }

  /// Keeps the rows above and the columns left of a cell in view.
  public func freezePanes(above row: Int, leftOf column: Int) throws {
    let sheet = try open("freezePanes")
    let (libraryRow, libraryColumn) = try place(row, column, "freezePanes")
    worksheet_freeze_panes(sheet, libraryRow, libraryColumn)
  }

  /// Puts filter buttons on the first row of a range; one for a sheet. In a constant-memory workbook
  /// before the rows are written.
  public func autofilter(_ range: CellRange) throws {
    let sheet = try open("autofilter")
    let (top, left, bottom, right) = range.corners
    try check(worksheet_autofilter(sheet, top, left, bottom, right), "worksheet_autofilter")
  }

  /// Colours the tab.
  public func tabColour(_ colour: SheetColour) throws {
    worksheet_set_tab_color(try open("tabColour"), colour.library)
  }

  /// Hides the grid on screen and paper.
  public func hideGridlines() throws {
    worksheet_gridlines(try open("hideGridlines"), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Hides the sheet. Not the first one: that is seen when the workbook is opened.
  public func hide() throws { worksheet_hide(try open("hide")) }

  private static let standardWidth = 8.43

  private func libraryOptions(_ options: BandOptions, _ call: String) throws -> lxw_row_col_options
  {
    try require((0...7).contains(options.level), call, "outline level \(options.level)")
    return lxw_row_col_options(
      hidden: options.hidden ? 1 : 0, level: UInt8(options.level),
      collapsed: options.collapsed ? 1 : 0)
  }

  func require(_ holds: Bool, _ call: String, _ found: @autoclosure () -> String) throws {
    if !holds { throw refused(.argument, call, "\(found()) is out of range") }
  }
}
