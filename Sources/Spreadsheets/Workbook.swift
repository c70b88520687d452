internal import CLibXLSXWriter

/// What a workbook says about itself.
public struct WorkbookProperties: Hashable, Sendable {
  /// Title.
  public var title = ""
  /// Subject.
  public var subject = ""
  /// Author.
  public var author = ""
  /// Company or office.
  public var company = ""
  /// Keywords.
  public var keywords = ""
  /// Remarks.
  public var comments = ""

  /// No properties.
  public init() {}
}

/// An Excel workbook on its way to a file.
///
/// Everything is written aside; `close()` checks the finished file and puts it in its place. A
/// workbook that is let go without `close()` leaves nothing behind. It belongs to one thread from
/// creation to close.
///
///     let workbook = try Workbook(path: "bieu.xlsx", created: 1_728_086_400)
///     let sheet = try workbook.addSheet("Tổng quan")
///     try sheet.text(0, 0, "BIỂU TỔNG HỢP")
///     try workbook.close()  // .written
@safe public final class Workbook {
  /// The file it will become.
  let path: String
  /// Whether cells are written row by row and forgotten.
  public let isConstantMemory: Bool

  let staging: StagingFolder
  var book: UnsafeMutablePointer<lxw_workbook>?
  var sheets: [SheetState] = []
  var foldedNames: Set<String> = []
  var definedNames: Set<String> = []
  /// The sheets that were spoken of: the call that did so first, and how formulas write their names.
  var references: [String: (call: String, text: String)] = [:]
  var lastReference: (sheet: String, text: String)?
  var chartRanges: [ChartRange] = []
  var formats: [UnsafeMutablePointer<lxw_format>] = unsafe []
  @exclusivity(unchecked) private var cellIndexes: [Int32] = []
  private var interned: [CellFormat: Int] = [:]
  private var highlights: [HighlightFormat: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  /// Excel opens no file with more.
  private static let formatLimit = 60_000

  /// Begins a workbook that `close()` will put at `path`.
  ///
  /// - Parameters:
  ///   - path: the target; its folder must exist and be writable. An existing file stays as it is
  ///     until `close()`.
  ///   - created: seconds since 1970-01-01 00:00 UTC, more than 0, before the year 10000. It stands in
  ///     the file; the same inputs give the same bytes.
  ///   - constantMemory: rows must be written in ascending order, row by row; tables and merged
  ///     ranges over several rows are refused. For sheets of 100,000 cells and more: rows are written
  ///     here and packed at once, in a fraction of the library's time.
  public init(
    path: String, created: Int, properties: WorkbookProperties = WorkbookProperties(),
    constantMemory: Bool = false
  ) throws {
    // 0 would make the library ask the clock
    guard (1..<253_402_300_800).contains(created) else {
      throw SpreadsheetError.refused(
        .argument, "Workbook", "created \(created) is not a second of the years 1970 to 9999")
    }
    self.path = path
    isConstantMemory = constantMemory
    staging = try StagingFolder(beside: path)
    let strings = CStrings()
    var options = unsafe lxw_workbook_options()
    unsafe options.constant_memory = constantMemory ? 1 : 0
    // the library's own choice might be another, smaller disk; it keeps a copy of the string
    unsafe options.tmpdir = unsafe strings.copy(staging.path)
    let file = constantMemory ? staging.frame : staging.file
    let book = try unsafe made(workbook_new_opt(file, &options), "workbook_new_opt")
    unsafe self.book = unsafe book
    withExtendedLifetime(strings) {}
    try unsafe set(properties, created: created, of: book)
    _ = try style(CellFormat())
  }

  deinit {
    if let book = unsafe book { unsafe lxw_workbook_free(book) }
    staging.remove()
  }

  /// Whether cells can still be written.
  var isOpen: Bool { unsafe book != nil }

  /// Adds a sheet after the others.
  ///
  /// `name`: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at its ends, not "History",
  /// and different from the others when case does not count. Throws otherwise.
  public func addSheet(_ name: String) throws -> Sheet {
    let book = try unsafe open("addSheet")
    try SheetName.validate(name)
    guard !foldedNames.contains(SheetName.folded(name)) else {
      throw SpreadsheetError.refused(
        .sheetName, "addSheet", "there is a sheet \"\(name)\" already (case does not count)")
    }
    guard sheets.count < 1_000 else {
      throw SpreadsheetError.refused(.count, "addSheet", "a workbook has at most 1,000 sheets here")
    }
    try unsafe check(workbook_validate_sheet_name(book, name), "workbook_validate_sheet_name")
    let pointer = try unsafe made(workbook_add_worksheet(book, name), "workbook_add_worksheet")
    // the library quotes letters other than ASCII only; a sheet NQ21 would be taken for a cell
    guard let quoted = unsafe strdup(SheetName.quoted(name)) else {
      throw SpreadsheetError.system("strdup", name)
    }
    unsafe free(pointer.pointee.quoted_name)
    unsafe pointer.pointee.quoted_name = unsafe quoted
    foldedNames.insert(SheetName.folded(name))
    let state = unsafe SheetState(
      pointer: pointer, name: name, index: sheets.count,
      rows: isConstantMemory ? RowText(pointer, of: self) : nil)
    sheets.append(state)
    return Sheet(workbook: self, state: state)
  }

  /// The style of a format: the same style for equal formats. Throws when a value of the format is
  /// outside its range.
  public func style(_ format: CellFormat) throws -> CellStyle {
    let book = try unsafe open("style")
    if let index = interned[format] {
      return CellStyle(index: index, workbook: ObjectIdentifier(self))
    }
    try format.validate()
    guard unsafe formats.count < Self.formatLimit else {
      throw SpreadsheetError.refused(
        .count, "style", "a workbook has at most \(Self.formatLimit) formats")
    }
    let pointer = try unsafe made(workbook_add_format(book), "workbook_add_format")
    unsafe format.apply(to: pointer)
    interned[format] = unsafe formats.count
    unsafe formats.append(pointer)
    return unsafe CellStyle(index: formats.count - 1, workbook: ObjectIdentifier(self))
  }

  /// The library format of a style; nil is the default format.
  @inline(__always)
  func format(_ style: CellStyle?, _ call: StaticString) throws -> UnsafeMutablePointer<lxw_format>
  {
    guard let style else { return unsafe formats[0] }
    guard style.workbook == ObjectIdentifier(self), unsafe formats.indices.contains(style.index)
    else {
      throw SpreadsheetError.refused(.format, "\(call)", "the style belongs to another workbook")
    }
    return unsafe formats[style.index]
  }

  /// The number of a style among the library's formats; nil is the default format.
  @inline(__always)
  func formatIndex(_ style: CellStyle?, _ call: StaticString) throws -> Int {
    guard let style else { return 0 }
    _ = try unsafe format(style, call)
    return style.index
  }

  /// The number that cells have in the file for a format. The library gives them out in the order in
  /// which they are asked for.
  func cellIndex(ofFormat index: Int) -> Int {
    while unsafe cellIndexes.count <= index { unsafe cellIndexes.append(-1) }
    if unsafe cellIndexes[index] < 0 {
      unsafe cellIndexes[index] = unsafe lxw_format_get_xf_index(formats[index])
    }
    return unsafe Int(cellIndexes[index])
  }

  func highlight(_ format: HighlightFormat) throws -> UnsafeMutablePointer<lxw_format> {
    if let known = unsafe highlights[format] { return unsafe known }
    let pointer = try unsafe made(workbook_add_format(try open("highlight")), "workbook_add_format")
    unsafe format.apply(to: pointer)
    unsafe highlights[format] = unsafe pointer
    return unsafe pointer
  }

  /// The library's handle; throws after `close()`.
  @inline(__always)
  @discardableResult
  func open(_ call: StaticString) throws -> UnsafeMutablePointer<lxw_workbook> {
    guard let book = unsafe book else {
      throw SpreadsheetError.refused(.closed, "\(call)", "the workbook was closed before")
    }
    return unsafe book
  }

  private func set(
    _ properties: WorkbookProperties, created: Int, of book: UnsafeMutablePointer<lxw_workbook>
  ) throws {
    let strings = CStrings()
    func copy(_ text: String) throws -> UnsafeMutablePointer<CChar>? {
      unsafe text.isEmpty ? nil : strings.copy(try CellText.clean(text, limit: 255, "properties"))
    }
    var values = unsafe lxw_doc_properties()
    unsafe values.title = try unsafe copy(properties.title)
    unsafe values.subject = try unsafe copy(properties.subject)
    unsafe values.author = try unsafe copy(properties.author)
    unsafe values.company = try unsafe copy(properties.company)
    unsafe values.keywords = try unsafe copy(properties.keywords)
    unsafe values.comments = try unsafe copy(properties.comments)
    unsafe values.created = created
    try unsafe check(workbook_set_properties(book, &values), "workbook_set_properties")
    withExtendedLifetime(strings) {}
  }
}

@available(*, unavailable)
extension Workbook: Sendable {}
