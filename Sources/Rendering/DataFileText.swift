public import Documents

/// Rows of a data file as text: UTF-8, LF, comma, quotes only where a cell needs them.
public struct DataFileText: Sendable {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []
  /// How many rows it has.
  public private(set) var rowCount = 0

  /// No row.
  public init() {}

  /// Some rows.
  public init(_ rows: (_ body: ([String]) -> Void) -> Void) {
    rows { append($0) }
  }

  /// A whole file, its header first.
  public init(_ file: DataFile) {
    append(file.columns)
    file.forEachRow { append($0) }
  }

  /// Adds a row.
  public mutating func append(_ row: [String]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      if !cell.isEmpty { append(cell) }
    }
    bytes.append(UInt8(ascii: "\n"))
    rowCount += 1
  }

  private mutating func append(_ cell: String) {
    guard Self.needsQuotes(cell) else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Of a cell that is not empty.
  private static func needsQuotes(_ cell: String) -> Bool {
    let bytes = cell.utf8.span
    let space = UInt8(ascii: " ")
    if bytes[0] == space || bytes[bytes.count - 1] == space { return true }
    for place in bytes.indices {
      // nearly all are letters and digits
      let byte = bytes[place]
      if byte <= UInt8(ascii: ","),
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
          || byte == UInt8(ascii: "\r")
      {
        return true
      }
    }
    return false
  }

  /// Hands over the rows of text written here, their cells as they were before they were quoted.
  public static func forEachRow(
    in text: [UInt8], _ body: (_ cells: [ArraySlice<UInt8>]) -> Void
  ) {
    var cells: [ArraySlice<UInt8>] = []
    forEachCell(in: text) { cell, isLast in
      cells.append(cell)
      guard isLast else { return }
      body(cells)
      cells.removeAll(keepingCapacity: true)
    }
  }

  /// Hands over its cells, and whether each is the last of its row.
  public static func forEachCell(
    in text: [UInt8], _ body: (_ cell: ArraySlice<UInt8>, _ isLast: Bool) -> Void
  ) {
    let bytes = text.span
    var start = 0
    var isQuoted = false
    for place in bytes.indices {
      let byte = bytes[place]
      // nearly all are letters and digits
      if byte > UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
      body(plain(text[start..<place]), byte == UInt8(ascii: "\n"))
      start = place + 1
    }
  }

  private static func plain(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.first == UInt8(ascii: "\"") else { return cell }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in cell.dropFirst().dropLast() {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { plain.append(byte) }
    }
    return plain[...]
  }
}
