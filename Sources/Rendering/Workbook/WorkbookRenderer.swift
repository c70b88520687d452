public import Documents
import Spreadsheets
import Workers

/// Writes neutral sheets as an Excel workbook. It adds nothing up: every number comes with the sheets.
public enum WorkbookRenderer {
  /// What the workbook says about itself.
  public struct Properties: Hashable, Sendable {
    /// Its title.
    public var title: String
    /// The body that made it.
    public var company: String
    /// What it is about; empty for nothing.
    public var subject = ""
    /// Words to find it by; empty for none.
    public var keywords = ""
    /// Remarks, such as the marking of all documents; empty for none.
    public var comments = ""
    /// When it was made, in seconds since 1970-01-01 00:00 UTC: the moment of counting, never the
    /// clock, so that the same inputs give the same bytes.
    public var created: Int

    /// A title, a body, and a moment.
    public init(title: String, company: String, created: Int) {
      self.title = title
      self.company = company
      self.created = created
    }
  }

  /// Above so many cells rows are written and packed one by one instead of staying in the library's memory.
  private static let mostCellsInMemory = 100_000

  /// Writes the sheets to `path`, whole or not at all; throws when that fails.
  ///
  /// A sheet of more rows than a file may have goes on in a second one, names that no file may have are
  /// changed, and texts that no cell holds are cut with a mark.
  @discardableResult
  public static func write(
    _ sheets: [SheetModel], to path: String, _ properties: Properties
  ) throws -> OutputOutcome {
    // what a run that was killed left behind; this run holds the lock, so nobody else is at work on it
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try Workbook.removeLeftovers(inFolder: folder)
    let sheets = WorkbookFitting.fitted(sheets)
    let cells = sheets.reduce(0) { $0 + $1.cellCount }
    let workbook = try Workbook(
      path: path, created: properties.created, properties: library(properties),
      constantMemory: cells > mostCellsInMemory)
    let styles = WorkbookStyles(workbook)
    let anchors = WorkbookAnchors(sheets)
    // sizes take little room beside the sheets: none waits for those before it to be written
    try madeAhead(atMost: sheets.count) { hand in
      for sheet in sheets where !hand((sheet, WorkbookSizes(of: sheet))) { return }
    } take: { (sheet: SheetModel, sizes: WorkbookSizes) in
      try WorkbookSheetWriter(
        model: sheet, sizes: sizes, sheet: try workbook.addSheet(sheet.name), styles: styles,
        anchors: anchors, author: properties.company
      ).write()
    }
    try defineNames(of: sheets, in: workbook)
    switch try workbook.close() {
    case .written: return .written
    case .unchanged: return .unchanged
    }
  }

  /// The properties as the library takes them.
  static func library(_ properties: Properties) -> WorkbookProperties {
    var library = WorkbookProperties()
    library.title = fitted(properties.title)
    library.company = fitted(properties.company)
    library.author = library.company
    library.subject = fitted(properties.subject)
    library.keywords = fitted(properties.keywords)
    library.comments = fitted(properties.comments)
    return library
  }

  /// A property holds 255 UTF-16 units; a plan's title may have more.
  private static func fitted(_ text: String) -> String { CellText.fitted(text, limit: 255).text }

  /// More names than this nobody looks through.
  private static let mostNames = 500

  private static func defineNames(of sheets: [SheetModel], in workbook: Workbook) throws {
    var left = mostNames
    for sheet in sheets {
      for name in sheet.names.prefix(left) {
        // a name is a help, no figure: one that cannot be, or is taken, is left out
        guard (try? workbook.define(name.name, name.range.cells(), on: sheet.name)) != nil else {
          continue
        }
        left -= 1
      }
    }
  }
}

extension SheetRange {
  /// The range as the library's; throws when it lies outside a sheet.
  func cells() throws -> CellRange { try CellRange(rows: rows, columns: columns) }
}
