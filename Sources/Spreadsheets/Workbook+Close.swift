internal import CLibXLSXWriter
internal import Glibc

extension Workbook {
  /// What `close()` did.
  public enum Outcome: Hashable, Sendable {
    /// The new file stands at the path.
    case written
    /// The file at the path has the same bytes already and was not touched.
    case unchanged
  }

  /// Finishes the file, reads it back, and puts it in its place.
  ///
  /// The file is compared with what was written (directory, checksums, closing tags, number of
  /// cells of each sheet, bytes of text), brought to the disk, and renamed over the target. When
  /// anything fails the new file is removed, the old one stays as it was, and the error is thrown.
  /// Only when the last step, bringing the folder to the disk, fails is the new file in place
  /// already. A target with the same bytes is left alone, its time included. A second call throws.
  @discardableResult
  public func close() throws -> Outcome {
    let book = try unsafe open("close")
    do {
      try checkReferences()
      try fillChartCaches()
    } catch {
      discard()
      throw error
    }
    for sheet in sheets { sheet.rows?.finish() }
    let expected = unsafe expectation(of: book)
    // the library frees the handle whatever it returns
    unsafe self.book = nil
    unsafe formats = unsafe []
    let result = unsafe workbook_close(book)
    defer { staging.remove() }
    try check(result, "workbook_close")
    if isConstantMemory { try assemble() }
    try PackageCheck.verify(path: staging.file, against: expected)
    if try staging.isEqual(to: path) { return .unchanged }
    try staging.publish(to: path)
    return .written
  }

  /// Lets the workbook go without a file; the target stays as it was.
  func discard() {
    if let book = unsafe book { unsafe lxw_workbook_free(book) }
    unsafe book = nil
    unsafe formats = unsafe []
    staging.remove()
  }

  /// Removes what killed processes left in `folder`. Only for a time when no other workbook is being
  /// written there.
  public static func removeLeftovers(inFolder folder: String) throws {
    try StagingFolder.removeLeftovers(inFolder: folder)
  }

  private func checkReferences() throws {
    guard !sheets.isEmpty else {
      throw SpreadsheetError.refused(.count, "close", "the workbook has no sheet")
    }
    let names = Set(sheets.map(\.name))
    let unknown = references.filter { !names.contains($0.key) }
    if let (sheet, reference) = unknown.min(by: { $0.key < $1.key }) {
      throw SpreadsheetError.refused(
        .unknownSheet, reference.call, "there is no sheet \"\(sheet)\"")
    }
  }

  private func assemble() throws {
    let rows = sheets.compactMap { sheet in
      sheet.rows.map { (PackageCheck.sheetPart(sheet.index), $0) }
    }
    try PackageAssembly.write(
      staging.frame, with: Dictionary(uniqueKeysWithValues: rows), to: staging.file)
  }

  private func expectation(of book: UnsafeMutablePointer<lxw_workbook>) -> PackageExpectation {
    PackageExpectation(
      sheets: sheets.map { state in
        unsafe PackageExpectation.Sheet(
          cells: state.cells.count, rowBytes: state.rows?.packed.size)
      },
      strings: unsafe Int(book.pointee.sst.pointee.unique_count),
      stringBytes: unsafe spreadsheet_shared_bytes(book.pointee.sst))
  }
}
