internal import CLibXLSXWriter

/// An Excel table: a named range with headings, filters and stripes.
public struct TableOptions: Hashable, Sendable {
  /// Its name in formulas; the rules are those of `Workbook.define`.
  public var name: String
  /// The headings of its columns, as many as its range has: each at most 255 UTF-16 units, one line,
  /// taken once in the table.
  public var headings: [String]

  /// A table of the given name and columns.
  public init(name: String, headings: [String]) {
    self.name = name
    self.headings = headings
  }
}

extension Sheet {
  /// Makes a table of a range whose first row is the headings: they are written here, the rows below
  /// by the caller.
  ///
  /// Throws in a constant-memory workbook, when the range meets another table or a merged range, and
  /// for names and headings that Excel would not take.
  public func table(
    _ range: CellRange, _ options: TableOptions, headingStyle: CellStyle? = nil
  ) throws {
    let sheet = try unsafe open("table")
    guard !workbook.isConstantMemory else {
      throw refused(.constantMemory, "table", "the library makes no tables there")
    }
    try validate(options, range)
    let headingFormat = try unsafe workbook.format(headingStyle, "table")
    try workbook.claim(options.name, "table")

    let strings = CStrings()
    var columns = unsafe options.headings.map { heading in
      var library = unsafe lxw_table_column()
      unsafe library.header = unsafe strings.copy(CellText.stored(heading))
      unsafe library.header_format = unsafe headingFormat
      return unsafe library
    }
    try unsafe columns.withUnsafeMutableBufferPointer { buffer in
      // the library wants pointers and a null at the end
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = unsafe buffer.indices.map { index in
        unsafe buffer.baseAddress.map { unsafe $0 + index }
      }
      unsafe pointers.append(nil)
      try unsafe pointers.withUnsafeMutableBufferPointer { list in
        var table = unsafe lxw_table_options()
        unsafe table.name = unsafe strings.copy(options.name)
        unsafe table.style_type = UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue)
        unsafe table.style_type_number = Self.tableStyle
        unsafe table.columns = list.baseAddress
        let (top, left, bottom, right) = range.corners
        try unsafe check(
          worksheet_add_table(sheet, top, left, bottom, right, &table), "worksheet_add_table")
      }
    }
    withExtendedLifetime(strings) {}
    state.tables.append(range)
    for column in range.first.column...range.last.column {
      state.cells.mark(range.first.row, column)
    }
  }

  /// The number of Excel's "medium" style with a blue head and stripes.
  private static let tableStyle: UInt8 = 2

  private func validate(_ options: TableOptions, _ range: CellRange) throws {
    try require(
      options.headings.count == range.columnCount, "table",
      "\(options.headings.count) headings for \(range.columnCount) columns")
    try require(range.rowCount >= 2, "table", "\(range.rowCount) rows")
    try requireFree(range, "table")
    var taken: Set<String> = []
    for heading in options.headings {
      let stored = try CellText.stored(heading, limit: 255, "table")
      guard !stored.isEmpty, !stored.unicodeScalars.contains("\n") else {
        throw refused(.name, "table", "heading \"\(heading)\" is empty or has two lines")
      }
      guard taken.insert(SheetName.folded(stored)).inserted else {
        throw refused(.name, "table", "heading \"\(heading)\" stands twice")
      }
    }
  }
}
