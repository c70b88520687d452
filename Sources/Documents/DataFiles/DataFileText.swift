import PlanModel

/// Rows of a data file as text: UTF-8, LF, comma, quotes only where a cell needs them.
public struct DataFileText: Sendable {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []
  /// How many rows it has.
  public private(set) var rowCount = 0
  private var isInRow = false

  /// No row.
  public init() {}

  /// Some rows of text.
  public init(_ rows: some Sequence<[String]>) {
    for row in rows { add(row: row) }
  }

  /// A whole file, its header first.
  public init(_ file: DataFile) {
    add(row: file.columns)
    file.write(to: &self)
  }

  /// Cells that stand side by side in many rows, made ready once.
  struct Cells {
    fileprivate let bytes: [UInt8]

    init(_ texts: [String]) {
      var text = DataFileText()
      for cell in texts { text.add(cell) }
      bytes = text.bytes
    }
  }

  /// Adds a row of texts.
  mutating func add(row: [String]) {
    for cell in row { add(cell) }
    endRow()
  }

  /// Adds a row that ends with words: in quotes where they are only a number, which intake would take for
  /// one that has slipped into their column.
  mutating func add(row: some Sequence<String>, words: String) {
    for cell in row { add(cell) }
    add(words)
    if let first = words.utf8.first, NumberScanner.isDigit(first), bytes.last != UInt8(ascii: "\""),
      words.utf8.allSatisfy({ NumberScanner.isDigit($0) || ".% ".utf8.contains($0) })
    {
      quote(from: bytes.count - words.utf8.count)
    }
    endRow()
  }

  /// Adds cells that were made ready.
  mutating func add(_ cells: Cells) {
    beginCell()
    bytes += cells.bytes
  }

  /// Adds a number, `.` before its digits behind the mark, of which there are at least so many.
  mutating func add(_ number: FixedDecimal, fractionDigits: Int) {
    beginCell()
    number.write(fractionDigits: fractionDigits, to: &bytes)
  }

  /// Adds how many of something there are.
  mutating func add(_ count: Int) {
    beginCell()
    FixedDecimal.write(UInt64(count), to: &bytes)
  }

  /// Adds a text.
  mutating func add(_ text: String) {
    beginCell()
    let start = bytes.count
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      unsafe bytes.append(contentsOf: utf8)
      return unsafe Self.isPlain(utf8.span)
    }
    if !isPlain { quote(from: start) }
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    rowCount += 1
    isInRow = false
  }

  private mutating func beginCell() {
    if isInRow { bytes.append(UInt8(ascii: ",")) }
    isInRow = true
  }

  /// Puts the text from some place on in quotes.
  private mutating func quote(from start: Int) {
    let quote = UInt8(ascii: "\"")
    let plain = Array(bytes[start...])
    bytes.removeLast(plain.count)
    bytes.append(quote)
    for byte in plain {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Whether a cell needs no quotes.
  private static func isPlain(_ cell: Span<UInt8>) -> Bool {
    let space = UInt8(ascii: " ")
    if cell.isEmpty { return true }
    if cell[0] == space || cell[cell.count - 1] == space { return false }
    for place in cell.indices {
      let byte = cell[place]
      // nearly all are letters and digits
      if byte <= UInt8(ascii: ","),
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      {
        return false
      }
    }
    return true
  }

  /// The rows of a text written here, as their cells were before they were quoted.
  static func rows(in text: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    forEachRow(in: text) { cells in rows.append(cells.map { String(decoding: $0, as: UTF8.self) }) }
    return rows
  }

  /// Hands over the rows of text written here, their cells as they were before they were quoted.
  public static func forEachRow(
    in text: [UInt8], _ body: (_ cells: [ArraySlice<UInt8>]) -> Void
  ) {
    var cells: [ArraySlice<UInt8>] = []
    forEachCell(in: text) { text, cell, isLast in
      cells.append(text[cell])
      guard isLast else { return }
      body(cells)
      cells.removeAll(keepingCapacity: true)
    }
  }

  /// Hands over its cells, each by its place in some text, and whether it is the last of its row.
  @inlinable
  public static func forEachCell(
    in text: [UInt8], _ body: (_ text: [UInt8], _ cell: Range<Int>, _ isLast: Bool) -> Void
  ) {
    var start = 0
    var isQuoted = false
    for place in text.indices {
      let byte = text[place]
      // nearly all are letters and digits
      if byte > UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
      if start < place, text[start] == UInt8(ascii: "\"") {
        let plain = plain(text[start..<place])
        body(plain, plain.indices, byte == UInt8(ascii: "\n"))
      } else {
        body(text, start..<place, byte == UInt8(ascii: "\n"))
      }
      start = place + 1
    }
  }

  /// A cell as it was before it was quoted.
  @usableFromInline
  static func plain(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var isSecond = false
    for byte in cell.dropFirst().dropLast() {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return plain
  }
}
