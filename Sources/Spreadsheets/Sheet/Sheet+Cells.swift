internal import CLibXLSXWriter

/// The result that a formula has by our own reckoning, stored beside it so that the file is right
/// before any recalculation.
public enum FormulaResult: Hashable, Sendable {
  /// A number; must be finite.
  case number(Double)
  /// A text, possibly empty.
  case text(String)
}

extension Sheet {
  /// What to do with a text that does not fit.
  public enum Overlong: Hashable, Sendable {
    /// Throw.
    case refuse
    /// Cut it and put `CellText.mark` at its end.
    case shorten
  }

  /// Writes text, which stays text whatever it looks like; an empty one leaves a blank cell.
  ///
  /// Unprintable characters are shown as U+FFFD. Throws for more than 32,767 UTF-16 units unless it
  /// may shorten; returns whether it did.
  @discardableResult
  public func text(
    _ row: Int, _ column: Int, _ text: String, _ style: CellStyle? = nil,
    whenTooLong overlong: Overlong = .refuse
  ) throws -> Bool {
    let (stored, wasShortened) = try Self.stored(text, overlong)
    let sheet = try unsafe open("text")
    let (libraryRow, libraryColumn) = try place(row, column, "text")
    if let rows = state.rows {
      try rows.text(row, column, stored, workbook.formatIndex(style, "text"))
      state.cells.mark(row, column)
      return wasShortened
    }
    let format = try unsafe workbook.format(style, "text")
    // handed over as an argument it would be copied
    let result = unsafe stored.withCString {
      unsafe worksheet_write_string(sheet, libraryRow, libraryColumn, $0, format)
    }
    try check(result, "worksheet_write_string")
    state.cells.mark(row, column)
    return wasShortened
  }

  /// A text as the file must hold it, and whether it was shortened.
  private static func stored(
    _ text: String, _ overlong: Overlong
  ) throws -> (text: String, wasShortened: Bool) {
    if text.utf8.count <= CellText.limit, CellText.isReady(text) { return (text, false) }
    let fitted =
      overlong == .shorten
      ? CellText.fitted(text) : CellText.Fitted(text: text, wasShortened: false)
    return (
      try CellText.stored(fitted.text, limit: CellText.limit, "text"), fitted.wasShortened
    )
  }

  /// Writes a finite number, stored with 16 digits; throws for NaN and infinity.
  public func number(_ row: Int, _ column: Int, _ value: Double, _ style: CellStyle? = nil) throws {
    // the library writes them as they print, and the file cannot be opened
    guard value.isFinite else {
      throw refused(.number, "number", "\(value) at row \(row), column \(column) is not a number")
    }
    let sheet = try unsafe open("number")
    let (libraryRow, libraryColumn) = try place(row, column, "number")
    // + 0 makes -0 a plain 0
    if let rows = state.rows {
      try rows.number(row, column, value + 0, workbook.formatIndex(style, "number"))
    } else {
      let format = try unsafe workbook.format(style, "number")
      try unsafe check(
        worksheet_write_number(sheet, libraryRow, libraryColumn, value + 0, format),
        "worksheet_write_number")
    }
    state.cells.mark(row, column)
  }

  /// Writes a cell with nothing but a format.
  public func blank(_ row: Int, _ column: Int, _ style: CellStyle? = nil) throws {
    let sheet = try unsafe open("blank")
    let (libraryRow, libraryColumn) = try place(row, column, "blank")
    if let rows = state.rows {
      try rows.blank(row, column, workbook.formatIndex(style, "blank"))
    } else {
      let format = try unsafe workbook.format(style, "blank")
      try unsafe check(
        worksheet_write_blank(sheet, libraryRow, libraryColumn, format), "worksheet_write_blank")
    }
    state.cells.mark(row, column)
  }

  /// Writes a formula with its result.
  ///
  /// `formula`: English function names, commas between arguments, with or without `=`, at most 8,192
  /// UTF-16 units; functions newer than Excel 2010 need their `_xlfn.` prefix. It is not checked, so
  /// never put submitted text into one.
  public func formula(
    _ row: Int, _ column: Int, _ formula: String, result: FormulaResult, _ style: CellStyle? = nil
  ) throws {
    let stored = try storedFormula(formula, "formula")
    let sheet = try unsafe open("formula")
    let (libraryRow, libraryColumn) = try place(row, column, "formula")
    let result = try storedResult(result, of: formula)
    if let rows = state.rows {
      try rows.formula(
        row, column, stored, result: result, workbook.formatIndex(style, "formula"))
      state.cells.mark(row, column)
      return
    }
    let format = try unsafe workbook.format(style, "formula")
    switch result {
    case .number(let value):
      let result = unsafe stored.withCString {
        unsafe worksheet_write_formula_num(sheet, libraryRow, libraryColumn, $0, format, value)
      }
      try check(result, "worksheet_write_formula_num")
    case .text(let text):
      try unsafe check(
        worksheet_write_formula_str(sheet, libraryRow, libraryColumn, stored, format, text),
        "worksheet_write_formula_str")
    }
    state.cells.mark(row, column)
  }

  /// A result as the file must hold it.
  private func storedResult(_ result: FormulaResult, of formula: String) throws -> FormulaResult {
    switch result {
    case .number(let value):
      guard value.isFinite else {
        throw refused(.number, "formula", "the result \(value) of \(formula) is not a number")
      }
      return .number(value + 0)
    case .text(let text):
      return .text(try CellText.stored(text, limit: CellText.limit, "formula"))
    }
  }

  /// Merges a range, whose first cell may then be written; the style goes to every cell, so that
  /// borders stand all around. A range of one cell is left blank. Throws when it meets another merged
  /// range or a table, and for several rows in a constant-memory workbook.
  public func merge(_ range: CellRange, _ style: CellStyle? = nil) throws {
    guard !range.isOneCell else { return try blank(range.first.row, range.first.column, style) }
    let sheet = try unsafe open("merge")
    let format = try unsafe workbook.format(style, "merge")
    guard range.rowCount == 1 || !workbook.isConstantMemory else {
      throw refused(.constantMemory, "merge", "\(range.a1) has several rows")
    }
    try requireFree(range, "merge")
    // the library counts them in 16 bits
    guard state.mergeCount < Int(UInt16.max) else {
      throw refused(.count, "merge", "a sheet has at most \(UInt16.max) merged ranges")
    }
    // the library writes the cells too, unless it has no format to give them
    if state.rows != nil {
      for column in range.first.column...range.last.column {
        try blank(range.first.row, column, style)
      }
    }
    let (top, left, bottom, right) = range.corners
    try unsafe check(
      worksheet_merge_range(
        sheet, top, left, bottom, right, "", state.rows == nil ? format : nil),
      "worksheet_merge_range")
    state.mergeCount += 1
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column {
        state.merged.mark(row, column)
        state.cells.mark(row, column)
      }
    }
  }

  /// A formula clean and short enough; it must say something.
  func storedFormula(_ formula: String, _ call: String) throws -> String {
    let body = formula.utf8.first == UInt8(ascii: "=") ? String(formula.dropFirst()) : formula
    guard !body.isEmpty else { throw refused(.argument, call, "the formula is empty") }
    return try CellText.stored(body, limit: 8_192, call)
  }

  /// Throws when a range meets a table or a merged range.
  func requireFree(_ range: CellRange, _ call: String) throws {
    if let table = state.tables.first(where: range.overlaps) {
      throw refused(.overlap, call, "\(range.a1) meets the table \(table.a1)")
    }
    if state.mergeCount == 0 { return }
    for row in range.first.row...range.last.row {
      for column in range.first.column...range.last.column
      where state.merged.contains(row, column) {
        throw refused(.overlap, call, "\(range.a1) meets a merged range")
      }
    }
  }
}
