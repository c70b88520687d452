internal import CLibXLSXWriter

/// The rows of a sheet as the text of its part, for workbooks that keep no rows, and the links of its cells.
///
/// It writes what the library would, byte for byte, without the memory the library takes for each cell,
/// printf for each number, and two files for each sheet. The library still makes everything around them;
/// `PackageAssembly` puts them there.
@safe final class RowText {
  /// The finished rows.
  let packed = PackedText()
  /// The links of the finished rows.
  @exclusivity(unchecked) private(set) var links = ByteText(capacity: 1 << 10)

  private let library: UnsafeMutablePointer<lxw_worksheet>
  private unowned let workbook: Workbook
  private var linkCount = 0

  // unchecked here and below: the checks would cost more than the writing, once for every cell
  @exclusivity(unchecked) private var row = -1
  @exclusivity(unchecked) private var rowNumber = ByteText(capacity: 16)
  @exclusivity(unchecked) private var attributes: Attributes?
  @exclusivity(unchecked) private var cells = PendingCells()
  @exclusivity(unchecked) private var linked = PendingCells()

  private struct Attributes {
    var height: Double
    var level: Int
  }

  init(_ library: UnsafeMutablePointer<lxw_worksheet>, of workbook: Workbook) {
    unsafe self.library = unsafe library
    self.workbook = workbook
  }

  // MARK: cells

  func blank(_ row: Int, _ column: Int, _ style: Int) throws {
    try put(row, column, style) { $0.append("/>") }
  }

  func number(_ row: Int, _ column: Int, _ value: Double, _ style: Int) throws {
    try put(row, column, style) { content in
      content.append("><v>")
      content.append(value)
      content.append("</v></c>")
    }
  }

  /// A text as the file must hold it; an empty one leaves a blank cell.
  func text(_ row: Int, _ column: Int, _ stored: String, _ style: Int) throws {
    guard !stored.isEmpty else { return try blank(row, column, style) }
    try put(row, column, style) { content in
      let text = stored.utf8.span
      content.append(" t=\"inlineStr\"><is><t")
      if Self.isSpace(text[0]) || Self.isSpace(text[text.count - 1]) {
        content.append(" xml:space=\"preserve\"")
      }
      content.append(">")
      content.append(escaping: text)
      content.append("</t></is></c>")
    }
  }

  /// A formula as the file must hold it, with its result.
  func formula(
    _ row: Int, _ column: Int, _ stored: String, result: FormulaResult, _ style: Int
  ) throws {
    try put(row, column, style) { content in
      if case .text = result { content.append(" t=\"str\"") }
      content.append("><f>")
      content.append(escaping: stored.utf8.span)
      content.append("</f><v>")
      switch result {
      case .number(let number): content.append(number)
      case .text(let text): content.append(escaping: text.utf8.span)
      }
      content.append("</v></c>")
    }
  }

  /// What C's isspace says of a byte.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  @inline(__always)
  private func put(
    _ row: Int, _ column: Int, _ style: Int, _ write: (inout ByteText) -> Void
  ) throws {
    try turn(to: row)
    unsafe cells.put(column, style, write)
  }

  /// A link from a cell to a place of the workbook. All texts as the file must hold them.
  func link(
    _ row: Int, _ column: Int, to location: String, tip: String?, shown: String
  ) throws {
    guard linkCount < Sheet.linkLimit else {
      throw SpreadsheetError.refused(
        .count, "link", "a sheet has at most \(Sheet.linkLimit) links")
    }
    try turn(to: row)
    linkCount += 1
    unsafe linked.put(column, 0) { content in
      content.append(attribute: " location=\"", location)
      if let tip { content.append(attribute: " tooltip=\"", tip) }
      content.append(attribute: " display=\"", shown)
      content.append("/>")
    }
  }

  // MARK: rows

  /// Sets the looks of a row.
  func set(_ row: Int, height: Double?, level: Int) throws {
    try turn(to: row)
    unsafe attributes = Attributes(height: height ?? Self.standardHeight, level: level)
    // the library counts the row from the first column on, where it knows of none yet
    if unsafe cells.list.isEmpty, unsafe library.pointee.dim_colmin >= CellAddress.columnCount {
      reach(0)
    }
    unsafe library.pointee.outline_row_level = unsafe max(
      library.pointee.outline_row_level, UInt8(level))
  }

  /// Goes on to a row, which cannot be gone back from.
  @inline(__always)
  private func turn(to next: Int) throws {
    if unsafe next == row { return }
    try begin(next)
  }

  private func begin(_ next: Int) throws {
    guard unsafe next > row else {
      throw SpreadsheetError.refused(
        .constantMemory, "row \(next)", unsafe "the rows up to \(row) are written already")
    }
    finish()
    unsafe row = next
    unsafe rowNumber.removeAll()
    unsafe rowNumber.append(whole: UInt64(next + 1))
  }

  /// Writes the row at hand.
  func finish() {
    guard unsafe row >= 0, unsafe attributes != nil || !cells.list.isEmpty else { return }
    unsafe packed.text.append("<row r=\"")
    unsafe packed.text.append(rowNumber)
    unsafe packed.text.append("\"")
    if let attributes = unsafe attributes { append(attributes) }
    if unsafe cells.list.isEmpty {
      unsafe packed.text.append("/>")
    } else {
      unsafe packed.text.append(">")
      for cell in unsafe cells.list {
        unsafe append("<c r=\"", cell, to: &packed.text)
        append(style: workbook.cellIndex(ofFormat: cell.style))
        unsafe packed.text.append(cells.contents, cell.content)
      }
      unsafe packed.text.append("</row>")
    }
    for link in unsafe linked.list {
      unsafe append("<hyperlink ref=\"", link, to: &links)
      unsafe links.append(linked.contents, link.content)
    }
    tellLibrary()
    packed.cut()
    unsafe attributes = nil
    unsafe cells.removeAll()
    unsafe linked.removeAll()
  }

  /// The start of an element, with the address of a cell.
  private func append(_ start: StaticString, _ cell: PendingCells.Cell, to text: inout ByteText) {
    text.append(start)
    Self.append(letters: cell.column, to: &text)
    unsafe text.append(rowNumber)
    text.append("\"")
  }

  private func append(style: Int) {
    guard style > 0 else { return }
    unsafe packed.text.append(" s=\"")
    unsafe packed.text.append(whole: UInt64(style))
    unsafe packed.text.append("\"")
  }

  private func append(_ attributes: Attributes) {
    if attributes.height != Self.standardHeight {
      unsafe packed.text.append(" ht=\"")
      unsafe packed.text.append(attributes.height)
      unsafe packed.text.append("\" customHeight=\"1\"")
    }
    if attributes.level > 0 {
      unsafe packed.text.append(" outlineLevel=\"")
      unsafe packed.text.append(whole: UInt64(attributes.level))
      unsafe packed.text.append("\"")
    }
  }

  private static let standardHeight = Double(LXW_DEF_ROW_HEIGHT)

  private static func append(letters column: Int, to text: inout ByteText) {
    // the columns that nearly all cells stand in
    if column < 26 { return text.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: column)) }
    text.append(CellAddress.letters(column).utf8.span)
  }

  // MARK: extent

  /// What the library writes before the rows: how far they reach.
  private func tellLibrary() {
    let number = unsafe lxw_row_t(row)
    unsafe library.pointee.dim_rowmin = unsafe min(library.pointee.dim_rowmin, number)
    unsafe library.pointee.dim_rowmax = unsafe max(library.pointee.dim_rowmax, number)
    if let first = unsafe cells.list.first { reach(first.column) }
    if let last = unsafe cells.list.last { reach(last.column) }
  }

  private func reach(_ column: Int) {
    unsafe library.pointee.dim_colmin = unsafe min(library.pointee.dim_colmin, lxw_col_t(column))
    unsafe library.pointee.dim_colmax = unsafe max(library.pointee.dim_colmax, lxw_col_t(column))
  }
}

/// The cells of a row at hand, each with the text that follows its address.
private struct PendingCells: ~Copyable {
  struct Cell {
    let column: Int
    let style: Int
    let content: Range<Int>
  }

  /// By ascending columns.
  private(set) var list: [Cell] = []
  private(set) var contents = ByteText(capacity: 1 << 10)

  @inline(__always)
  mutating func put(_ column: Int, _ style: Int, _ write: (inout ByteText) -> Void) {
    let start = contents.count
    write(&contents)
    let cell = Cell(column: column, style: style, content: start..<contents.count)
    if let last = list.last, column <= last.column { return insert(cell) }
    list.append(cell)
  }

  /// A cell that is written again, or after one on its right.
  private mutating func insert(_ cell: Cell) {
    let place = list.firstIndex { $0.column >= cell.column } ?? list.count
    if place < list.count, list[place].column == cell.column {
      list[place] = cell
    } else {
      list.insert(cell, at: place)
    }
  }

  mutating func removeAll() {
    list.removeAll(keepingCapacity: true)
    contents.removeAll()
  }
}
