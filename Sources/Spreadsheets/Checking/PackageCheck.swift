internal import CLibXLSXWriter
internal import Workers

/// What a finished workbook must hold.
struct PackageExpectation {
  struct Sheet {
    let cells: Int
    /// Bytes of the rows; nil when the library wrote them.
    let rowBytes: Int?
  }

  let sheets: [Sheet]
  let strings: Int
  /// From the first `<si>` to the last `</si>`.
  let stringBytes: Int
}

/// Reads a finished workbook back. The library looks at no write error, so a full disk gives a file
/// with parts cut off, or with a hole, and success.
enum PackageCheck {
  /// Throws unless the file at `path` is whole and holds what `expected` says.
  static func verify(path: String, against expected: PackageExpectation) throws {
    let reader = try PackageReader(path: path)
    let names = Set(reader.entries.map(\.name))
    guard names.count == reader.entries.count else {
      throw SpreadsheetError.damaged("a part stands twice in the package")
    }
    try requireListedParts(reader, names)
    for index in expected.sheets.indices where !names.contains(sheetPart(index)) {
      throw SpreadsheetError.damaged("\(sheetPart(index)) is missing")
    }
    let sheetIndexes = Dictionary(
      expected.sheets.indices.map { (sheetPart($0), $0) }, uniquingKeysWith: { first, _ in first })
    let sheets = reader.entries.map { sheetIndexes[$0.name].map { expected.sheets[$0] } }
    let findsRows = sheets.map { $0?.rowBytes != nil }
    for (place, scan) in scans(of: reader, findsRows: findsRows).enumerated() {
      let entry = reader.entries[place]
      let scan = try scan.get()
      if let sheet = sheets[place] { try require(sheet, scan, entry.name) }
      if entry.name == "xl/sharedStrings.xml" {
        try require(scan.marks.strings == expected.strings, entry.name, "texts are missing")
        try require(
          scan.stringBytes == expected.stringBytes, entry.name, "parts of texts are missing")
      }
    }
    try require(
      expected.strings == 0 || names.contains("xl/sharedStrings.xml"), "xl/sharedStrings.xml",
      "the part is missing")
  }

  /// The parts, in their order, read on all processors.
  private static func scans(
    of reader: PackageReader, findsRows: [Bool]
  ) -> [Result<PartScan, any Error>] {
    Array(findsRows.indices).concurrentMap { place in
      Result { try PartScan(reader, reader.entries[place], findsRows: findsRows[place]) }
    }
  }

  static func sheetPart(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

  private static func require(_ holds: Bool, _ part: String, _ sentence: String) throws {
    if !holds { throw SpreadsheetError.damaged("\(part): \(sentence)") }
  }

  private static func require(
    _ sheet: PackageExpectation.Sheet, _ scan: PartScan, _ name: String
  ) throws {
    try require(
      scan.marks.cells == sheet.cells, name,
      "\(scan.marks.cells) cells in the file, \(sheet.cells) were written")
    if let count = sheet.rowBytes {
      try require(
        scan.rowBytes == count, name,
        "\(scan.rowBytes) bytes of rows in the file, \(count) were written")
    }
  }

  /// Every part that the list of content types names must be there, and the list itself.
  private static func requireListedParts(_ reader: PackageReader, _ names: Set<String>) throws {
    let listName = "[Content_Types].xml"
    guard let list = try reader.contents(listName) else {
      throw SpreadsheetError.damaged("\(listName) is missing")
    }
    let key = Array("PartName=\"/".utf8)
    var index = 0
    while index + key.count < list.count {
      guard list[index] == key[0], list[index..<(index + key.count)].elementsEqual(key) else {
        index += 1
        continue
      }
      let start = index + key.count
      let end = list[start...].firstIndex(of: UInt8(ascii: "\"")) ?? list.count
      let name = String(decoding: list[start..<end], as: UTF8.self)
      try require(names.contains(name), name, "the part is missing")
      index = end
    }
  }
}

/// One part read to its end: whole, its tags in balance, closed by the tag it opens with.
private struct PartScan {
  private(set) var marks = spreadsheet_marks()
  /// Bytes between `<sheetData>` and `</sheetData>`.
  private(set) var rowBytes = 0
  /// Bytes from the first `<si>` to the last `</si>`.
  private(set) var stringBytes = 0

  private static let headSize = 1_024
  private static let rowsStart = "<sheetData>"
  private static let rowsEnd = "</sheetData>"

  init(_ reader: PackageReader, _ entry: PackageReader.Entry, findsRows: Bool) throws {
    var marks = spreadsheet_marks()
    var head: [UInt8] = []
    var tail: [UInt8] = []
    var rows = (start: 0, end: 0)
    var position = 0
    try unsafe reader.read(entry) { piece in
      unsafe spreadsheet_scan(piece.baseAddress, piece.count, &marks)
      if head.count < Self.headSize { unsafe head += piece.prefix(Self.headSize - head.count) }
      if piece.count >= 64 {
        tail = unsafe Array(piece.suffix(64))
      } else {
        tail = unsafe (tail + piece).suffix(64)
      }
      if findsRows {
        if let end = unsafe Self.end(of: Self.rowsStart, piece) { rows.start = position + end }
        if let end = unsafe Self.end(of: Self.rowsEnd, piece) {
          rows.end = position + end - Self.rowsEnd.utf8.count
        }
      }
      position += piece.count
    }
    func require(_ holds: Bool, _ sentence: String) throws {
      if !holds { throw SpreadsheetError.damaged("\(entry.name): \(sentence)") }
    }
    try require(marks.opens == marks.closes, "\(marks.opens) \"<\" but \(marks.closes) \">\"")
    let name = Self.rootName(head)
    try require(!name.isEmpty, "there is no element")
    while let last = tail.last, last == 0x0A || last == 0x0D || last == 0x20 { tail.removeLast() }
    let isClosed = tail.reversed().starts(with: "</\(name)>".utf8.reversed())
    let isEmptyElement = tail.reversed().starts(with: "/>".utf8.reversed()) && marks.opens <= 2
    try require(isClosed || isEmptyElement, "the part does not end with </\(name)>")
    self.marks = marks
    rowBytes = rows.end - rows.start
    if let first = Self.offset(of: "<si>", in: head) {
      stringBytes = position - first - "</sst>".utf8.count
    }
  }

  /// Where `text` ends in the piece or the margin before it, from the piece's start.
  private static func end(of text: String, _ piece: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = piece.baseAddress else { return nil }
    // the text may have begun in the piece before, but must end in this one
    let length = text.utf8.count
    precondition(length <= PackageReader.margin, "the text may begin before what is readable")
    guard
      let found = unsafe spreadsheet_find(
        base - (length - 1), piece.count + length - 1, text, length)
    else { return nil }
    return unsafe found - base + length
  }

  private static func offset(of text: String, in bytes: [UInt8]) -> Int? {
    let key = Array(text.utf8)
    guard bytes.count >= key.count else { return nil }
    return (0...(bytes.count - key.count)).first {
      bytes[$0..<($0 + key.count)].elementsEqual(key)
    }
  }

  /// The name of the first element, after declarations.
  private static func rootName(_ head: [UInt8]) -> String {
    var index = 0
    while let open = head[index...].firstIndex(of: UInt8(ascii: "<")), open + 1 < head.count {
      if head[open + 1] != UInt8(ascii: "?") {
        let name = head[(open + 1)...].prefix {
          $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        return String(decoding: name, as: UTF8.self)
      }
      index = open + 1
    }
    return ""
  }
}
