/// The place of a cell, counted from zero.
public struct CellAddress: Hashable, Sendable {
  /// The number of rows of a sheet.
  public static let rowCount = 1_048_576
  /// The number of columns of a sheet.
  static let columnCount = 16_384

  /// Row, from 0.
  public let row: Int
  /// Column, from 0.
  public let column: Int

  /// A cell by row and column, from 0; throws when it lies outside a sheet.
  public init(row: Int, column: Int) throws {
    guard Self.isInside(row: row, column: column) else {
      throw Self.outside(row: row, column: column, "CellAddress")
    }
    self.row = row
    self.column = column
  }

  /// Relative text.
  ///
  ///     try CellAddress(row: 0, column: 27).a1  // "AB1"
  public var a1: String { Self.letters(column) + String(row + 1) }

  /// Absolute text, such as `$AB$1`.
  var absolute: String { "$\(Self.letters(column))$\(row + 1)" }

  /// The letters of a column counted from 0; empty for a negative number.
  ///
  ///     CellAddress.letters(702)  // "AAA"
  public static func letters(_ column: Int) -> String {
    // the columns that nearly all addresses name
    if (0..<26).contains(column) {
      return String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column)))
    }
    var result: [UInt8] = []
    var rest = column
    while rest >= 0 {
      result.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    }
    return String(decoding: result.reversed(), as: UTF8.self)
  }

  @inline(__always)
  static func isInside(row: Int, column: Int) -> Bool {
    // one comparison each: a negative number is a huge unsigned one
    UInt(bitPattern: row) < UInt(rowCount) && UInt(bitPattern: column) < UInt(columnCount)
  }

  static func outside(row: Int, column: Int, _ call: String) -> SpreadsheetError {
    .refused(
      .position, call,
      "row \(row), column \(column) is outside a sheet of \(rowCount) rows and \(columnCount) columns"
    )
  }
}

/// A rectangle of cells, both corners included.
public struct CellRange: Hashable, Sendable {
  /// Upper left cell.
  public let first: CellAddress
  /// Lower right cell.
  public let last: CellAddress

  /// A range from its corners; throws when `last` lies above or left of `first`.
  init(_ first: CellAddress, _ last: CellAddress) throws {
    guard first.row <= last.row, first.column <= last.column else {
      throw SpreadsheetError.refused(
        .position, "CellRange", "\(last.a1) lies above or left of \(first.a1)")
    }
    self.first = first
    self.last = last
  }

  /// A range of rows and columns from 0; throws when they lie outside a sheet.
  ///
  ///     try CellRange(rows: 0...4, columns: 0...1).a1  // "A1:B5"
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws {
    try self.init(
      CellAddress(row: rows.lowerBound, column: columns.lowerBound),
      CellAddress(row: rows.upperBound, column: columns.upperBound))
  }

  /// The range of one cell.
  init(_ cell: CellAddress) {
    first = cell
    last = cell
  }

  /// Relative text: `A1:B5`, or `A1` for one cell.
  var a1: String { isOneCell ? first.a1 : "\(first.a1):\(last.a1)" }

  /// Absolute text: `$A$1:$B$5`, or `$A$1` for one cell.
  var absolute: String {
    isOneCell ? first.absolute : "\(first.absolute):\(last.absolute)"
  }

  /// Absolute text with the sheet, such as `'Danh mục'!$A$1:$A$5`.
  func absolute(on sheet: String) -> String { "\(SheetName.quoted(sheet))!\(absolute)" }

  /// Whether it holds just one cell.
  var isOneCell: Bool { first == last }

  /// Number of rows.
  var rowCount: Int { last.row - first.row + 1 }

  /// Number of columns.
  var columnCount: Int { last.column - first.column + 1 }

  /// Whether the two ranges share a cell.
  func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }
}
