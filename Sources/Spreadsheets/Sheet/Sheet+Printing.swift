internal import CLibXLSXWriter

/// How a sheet is printed: on A4 landscape, one page wide, in the middle of the paper's width.
public struct PageSetup: Hashable, Sendable {
  /// Margins in millimetres, from 0 to 200.
  public struct Margins: Hashable, Sendable {
    /// Left.
    public var left = 20.0
    /// Right.
    public var right = 15.0
    /// Top.
    public var top = 20.0
    /// Bottom.
    public var bottom = 20.0
    /// From the upper edge to the header.
    public var header = 10.0
    /// From the lower edge to the footer.
    public var footer = 10.0

    /// 20 left, top and bottom, 15 right, 10 to header and footer.
    public init() {}
  }

  /// Pages one below the other, 0 for as many as it takes.
  public var pagesHigh = 0
  /// Margins.
  public var margins = Margins()
  /// Header.
  public var header = PageText()
  /// Footer.
  public var footer = PageText()
  /// Rows printed on top of every page.
  public var repeatedRows: ClosedRange<Int>?
  /// Rows that begin a new page, counted from 0 and ascending; at most 1,023, the first row not among
  /// them.
  public var pageBreaks: [Int] = []
  /// The part that is printed; nil for all.
  public var printArea: CellRange?

  /// As many pages as it takes, with nothing above and below them.
  public init() {}
}

extension Sheet {
  /// Sets how the sheet is printed. Throws for rows outside the sheet, a header or footer over 255
  /// UTF-16 units, or a number out of range.
  public func setPage(_ setup: PageSetup) throws {
    let sheet = try unsafe open("setPage")
    try validate(setup)
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, Self.a4)
    unsafe worksheet_fit_to_pages(sheet, 1, UInt16(setup.pagesHigh))
    let margins = setup.margins
    unsafe worksheet_set_margins(
      sheet, margins.left / Self.inch, margins.right / Self.inch, margins.top / Self.inch,
      margins.bottom / Self.inch)
    try unsafe setHeaderAndFooter(setup, of: sheet)
    if let rows = setup.repeatedRows {
      let (first, _) = try place(rows.lowerBound, 0, "setPage")
      let (last, _) = try place(rows.upperBound, 0, "setPage")
      try unsafe check(worksheet_repeat_rows(sheet, first, last), "worksheet_repeat_rows")
    }
    if let area = setup.printArea {
      let (top, left, bottom, right) = area.corners
      try unsafe check(
        worksheet_print_area(sheet, top, left, bottom, right), "worksheet_print_area")
    }
    if !setup.pageBreaks.isEmpty {
      // the list ends with the first 0
      let breaks = setup.pageBreaks.map { lxw_row_t($0) } + [0]
      try unsafe breaks.withUnsafeBufferPointer { buffer in
        try unsafe check(
          worksheet_set_h_pagebreaks(sheet, UnsafeMutablePointer(mutating: buffer.baseAddress)),
          "worksheet_set_h_pagebreaks")
      }
    }
    unsafe worksheet_center_horizontally(sheet)
  }

  private static let a4: UInt8 = 9
  private static let inch = 25.4

  private func validate(_ setup: PageSetup) throws {
    let margins = setup.margins
    for margin in [
      margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer,
    ] {
      try require((0...200).contains(margin), "setPage", "margin \(margin) mm")
    }
    try require(
      (0...32_767).contains(setup.pagesHigh), "setPage", "\(setup.pagesHigh) pages")
    let breaks = setup.pageBreaks
    try require(breaks.count <= 1_023, "setPage", "\(breaks.count) page breaks")
    for (before, row) in zip([0] + breaks, breaks) {
      try require(row > before && row < CellAddress.rowCount, "setPage", "page break at \(row)")
    }
  }

  private func setHeaderAndFooter(
    _ setup: PageSetup, of sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws {
    let header = try setup.header.stored("setPage")
    let footer = try setup.footer.stored("setPage")
    var options = unsafe lxw_header_footer_options()
    unsafe options.margin = setup.margins.header / Self.inch
    if !header.isEmpty {
      try unsafe check(
        worksheet_set_header_opt(sheet, header, &options), "worksheet_set_header_opt")
    }
    unsafe options.margin = setup.margins.footer / Self.inch
    if !footer.isEmpty {
      try unsafe check(
        worksheet_set_footer_opt(sheet, footer, &options), "worksheet_set_footer_opt")
    }
  }
}
