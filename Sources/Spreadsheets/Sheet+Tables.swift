internal import CLibXLSXWriter

/// An Excel table: a named range with headings, filters and stripes.
public struct TableOptions: Hashable, Sendable {
  /// What stands below a column.
  public enum Total: Hashable, Sendable {
    /// Nothing.
    case none
    /// A text.
    case text(String)
    /// The sum of the rows shown, and its result now.
    case sum(Double)
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its heading, at most 255 UTF-16 units, one line, taken once in the table.
    public var heading: String
    /// What stands below it.
    public var total: Total

    /// A heading, and what stands below the column.
    public init(_ heading: String, total: Total = .none) {
      self.heading = heading
      self.total = total
    }
  }

  /// Its name in formulas; the rules are those of `Workbook.define`.
  public var name: String
  /// Its columns, as many as its range has.
  public var columns: [Column]
  /// Number of Excel's "medium" styles, 1 to 28.
  public var mediumStyle = 2
  /// Whether the last row of the range holds the totals.
  public var hasTotals = false

  /// A table of the given name and columns.
  public init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }
}

extension Sheet {
  /// Makes a table of a range whose first row is the headings and, with totals, whose last row is the
  /// totals; both are written here, the rows between by the caller.
  ///
  /// Throws in a constant-memory workbook, when the range meets another table or a merged range, and
  /// for names and headings that Excel would not take.
  public func table(
    _ range: CellRange, _ options: TableOptions, headingStyle: CellStyle? = nil,
    totalStyle: CellStyle? = nil
  ) throws {
    let sheet = try open("table")
    guard !workbook.isConstantMemory else {
      throw refused(.constantMemory, "table", "the library makes no tables there")
    }
    try validate(options, range)
    let headingFormat = try workbook.format(headingStyle, "table")
    _ = try workbook.format(totalStyle, "table")
    try workbook.claim(options.name, "table")

    let strings = CStrings()
    var columns = options.columns.map { column in
      var library = lxw_table_column()
      library.header = strings.copy(CellText.stored(column.heading))
      library.header_format = headingFormat
      switch column.total {
      case .none: break
      case .text(let text): library.total_string = strings.copy(CellText.stored(text))
      case .sum(let result):
        library.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue)
        library.total_value = result + 0
      }
      return library
    }
    try columns.withUnsafeMutableBufferPointer { buffer in
      // the library wants pointers and a null at the end
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = buffer.indices.map { index in
        buffer.baseAddress.map { $0 + index }
      }
      pointers.append(nil)
      try pointers.withUnsafeMutableBufferPointer { list in
        var table = lxw_table_options()
        table.name = strings.copy(options.name)
        table.style_type = UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue)
        table.style_type_number = UInt8(options.mediumStyle)
        table.total_row = options.hasTotals ? 1 : 0
        table.columns = list.baseAddress
        let (top, left, bottom, right) = range.corners
        try check(
          worksheet_add_table(sheet, top, left, bottom, right, &table), "worksheet_add_table")
      }
    }
    withExtendedLifetime(strings) {}
    state.tables.append(range)
    try finish(options, range, totalStyle)
  }

  /// A heading as a formula names it.
  private static func reference(_ heading: String) -> String {
    var result = ""
    for character in CellText.clean(heading) {
      if "'#[]".contains(character) { result.append("'") }
      result.append(character)
    }
    return result
  }

  /// Counts the headings that the library wrote, and writes the totals again, in their style.
  private func finish(
    _ options: TableOptions, _ range: CellRange, _ totalStyle: CellStyle?
  ) throws {
    for (index, column) in options.columns.enumerated() {
      let place = range.first.column + index
      state.cells.mark(range.first.row, place)
      guard options.hasTotals else { continue }
      switch column.total {
      case .none: try blank(range.last.row, place, totalStyle)
      case .text(let text): try self.text(range.last.row, place, text, totalStyle)
      case .sum(let result):
        // as Excel writes it; the library leaves the table's name out, which not every reader takes
        let formula = "SUBTOTAL(109,\(options.name)[\(Self.reference(column.heading))])"
        try self.formula(range.last.row, place, formula, result: .number(result), totalStyle)
      }
    }
  }

  private func validate(_ options: TableOptions, _ range: CellRange) throws {
    try require(
      options.columns.count == range.columnCount, "table",
      "\(options.columns.count) headings for \(range.columnCount) columns")
    try require(
      range.rowCount >= (options.hasTotals ? 3 : 2), "table", "\(range.rowCount) rows")
    try require((1...28).contains(options.mediumStyle), "table", "style \(options.mediumStyle)")
    if let other = state.tables.first(where: range.overlaps) {
      throw refused(.overlap, "table", "\(range.a1) meets the table \(other.a1)")
    }
    if state.mergeCount > 0 {
      for row in range.first.row...range.last.row {
        for column in range.first.column...range.last.column
        where state.merged.contains(row, column) {
          throw refused(.overlap, "table", "\(range.a1) meets a merged range")
        }
      }
    }
    var headings: Set<String> = []
    for column in options.columns {
      let stored = try CellText.stored(column.heading, limit: 255, "table")
      guard !stored.isEmpty, !stored.unicodeScalars.contains("\n") else {
        throw refused(.name, "table", "heading \"\(column.heading)\" is empty or has two lines")
      }
      guard headings.insert(SheetName.folded(stored)).inserted else {
        throw refused(.name, "table", "heading \"\(column.heading)\" stands twice")
      }
      switch column.total {
      case .sum(let result) where !result.isFinite:
        throw refused(.number, "table", "the total \(result) is not a number")
      case .text(let text): _ = try CellText.stored(text, limit: 255, "table")
      default: break
      }
      try require(column.total == .none || options.hasTotals, "table", "a total without a row")
    }
  }
}
