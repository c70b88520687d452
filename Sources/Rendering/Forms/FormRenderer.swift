public import Documents
import Spreadsheets

/// Writes the blank forms of a unit as an Excel workbook.
///
/// Each form has a sheet of its own that begins with the header and ends with the last row: saved as CSV
/// it is the file that intake reads. Titles and signatures stand in the margins of the printed page.
public enum FormRenderer {
  static let guideName = "Hướng dẫn"
  static let listName = "Danh mục"

  /// Writes the forms to `path`, whole or not at all; throws when that fails.
  @discardableResult
  public static func write(
    _ forms: UnitForms, to path: String, _ properties: WorkbookRenderer.Properties
  ) throws -> OutputOutcome {
    let workbook = try Workbook(
      path: path, created: properties.created, properties: WorkbookRenderer.library(properties))
    let styles = FormStyles(workbook)
    for form in forms.forms {
      try FormSheetWriter(form: form, sheet: try workbook.addSheet(form.name), styles: styles)
        .write()
    }
    try FormGuideWriter(
      lines: forms.guide, sheet: try workbook.addSheet(guideName), styles: styles
    ).write()
    try writeList(try workbook.addSheet(listName), styles)
    switch try workbook.close() {
    case .written: return .written
    case .unchanged: return .unchanged
    }
  }

  /// Where the states stand that a cell offers.
  static func listRange() throws -> CellRange {
    try CellRange(rows: 0...(UnitForms.states.count - 1), columns: 0...0)
  }

  private static func writeList(_ sheet: Sheet, _ styles: FormStyles) throws {
    try sheet.setColumns(0...0, width: 32)
    for (row, state) in UnitForms.states.enumerated() {
      try sheet.text(row, 0, state, styles.guide(.text))
    }
    try sheet.protect()
    try sheet.hide()
  }
}
