internal import CLibXLSXWriter

extension Sheet {
  /// Protects the sheet: cells whose format is locked cannot be changed, but chosen, made wider or
  /// higher, and filtered. No password: it would keep nobody out, and be lost.
  public func protect() throws {
    let sheet = try unsafe open("protect")
    var library = lxw_protection()
    library.format_columns = 1
    library.format_rows = 1
    library.autofilter = 1
    unsafe worksheet_protect(sheet, nil, &library)
  }
}
