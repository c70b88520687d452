internal import CLibXLSXWriter

/// What the workbook keeps about one sheet.
@safe final class SheetState {
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let index: Int
  /// The text of its rows in a constant-memory workbook; nil when the library keeps them.
  let rows: RowText?
  /// Cells in the file.
  let cells: CellTally
  /// Cells of merged ranges.
  let merged = CellTally(keepsRows: true)
  var mergeCount = 0
  var validationCount = 0
  var tables: [CellRange] = []
  var comments: Set<CellAddress> = []

  init(
    pointer: UnsafeMutablePointer<lxw_worksheet>, name: String, index: Int, rows: RowText?
  ) {
    unsafe self.pointer = unsafe pointer
    self.name = name
    self.index = index
    self.rows = rows
    cells = CellTally(keepsRows: rows == nil)
  }
}

/// One sheet of an open workbook. Rows and columns count from 0.
public struct Sheet {
  /// The workbook it belongs to.
  public let workbook: Workbook
  let state: SheetState

  /// The name on its tab.
  var name: String { state.name }

  /// Number of different cells written so far.
  var cellCount: Int { unsafe state.cells.count }

  /// The library's sheet; throws after the workbook was closed.
  @inline(__always)
  @discardableResult
  func open(_ call: StaticString) throws -> UnsafeMutablePointer<lxw_worksheet> {
    try unsafe workbook.open(call)
    return unsafe state.pointer
  }

  /// The library's numbers of a cell; throws when it is outside the sheet.
  @inline(__always)
  func place(_ row: Int, _ column: Int, _ call: StaticString) throws -> (lxw_row_t, lxw_col_t) {
    guard CellAddress.isInside(row: row, column: column) else {
      throw CellAddress.outside(row: row, column: column, "\(call) on \"\(name)\"")
    }
    return (lxw_row_t(truncatingIfNeeded: row), lxw_col_t(truncatingIfNeeded: column))
  }

  func refused(_ refusal: SpreadsheetError.Refusal, _ call: String, _ sentence: String)
    -> SpreadsheetError
  {
    .refused(refusal, "\(call) on \"\(name)\"", sentence)
  }
}

@available(*, unavailable)
extension Sheet: Sendable {}

extension CellRange {
  /// The corners as the library counts them.
  var corners: (top: lxw_row_t, left: lxw_col_t, bottom: lxw_row_t, right: lxw_col_t) {
    (lxw_row_t(first.row), lxw_col_t(first.column), lxw_row_t(last.row), lxw_col_t(last.column))
  }
}
