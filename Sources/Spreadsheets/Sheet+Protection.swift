internal import CLibXLSXWriter

/// What stays allowed on a protected sheet.
public struct ProtectionOptions: Hashable, Sendable {
  /// Choosing locked cells.
  public var selectsLockedCells = true
  /// Changing the looks of cells.
  public var formatsCells = false
  /// Changing the width of columns.
  public var formatsColumns = true
  /// Changing the height of rows.
  public var formatsRows = true
  /// Sorting.
  public var sorts = false
  /// Using filters that are there.
  public var filters = true

  /// Choosing cells, widths, heights and filters are allowed.
  public init() {}
}

extension Sheet {
  /// Protects the sheet: cells whose format is locked cannot be changed. No password: it would keep
  /// nobody out, and be lost.
  public func protect(_ options: ProtectionOptions = ProtectionOptions()) throws {
    let sheet = try open("protect")
    var library = lxw_protection()
    library.no_select_locked_cells = options.selectsLockedCells ? 0 : 1
    library.format_cells = options.formatsCells ? 1 : 0
    library.format_columns = options.formatsColumns ? 1 : 0
    library.format_rows = options.formatsRows ? 1 : 0
    library.sort = options.sorts ? 1 : 0
    library.autofilter = options.filters ? 1 : 0
    worksheet_protect(sheet, nil, &library)
  }
}
