internal import CLibXLSXWriter
internal import Glibc

/// Puts the rows and links of sheets into a package that the library made without them.
enum PackageAssembly {
  private static let rowsStart = Array("<sheetData>".utf8)
  private static let rowsEnd = Array("</sheetData>".utf8)
  /// What may follow links. The library writes the last of them in every sheet.
  private static let followers = ["<printOptions", "<pageMargins"].map { Array($0.utf8) }

  /// Writes the package at `source` to `path`, each sheet with its rows, which are known by the name of its
  /// part. All other parts go over as they are, packed.
  static func write(_ source: String, with rows: [String: RowText], to path: String) throws {
    let reader = try PackageReader(path: source)
    let package = try WrittenPackage(path: path)
    // the ends of all sheets are being packed before the first is waited for
    let heads = try reader.entries.map { entry in
      try rows[entry.name].flatMap { try end($0, of: entry, in: reader) }
    }
    for (entry, head) in zip(reader.entries, heads) {
      if let head, let rows = rows[entry.name] {
        try package.add(entry, of: reader, try rows.packed.stream(behind: head))
      } else {
        try package.add(entry, of: reader)
      }
    }
    try package.finish(like: reader)
  }

  /// Ends the rows with the links and what else the library has after them, and returns what it has before
  /// them; nil when the sheet has no rows.
  private static func end(
    _ rows: RowText, of entry: PackageReader.Entry, in reader: PackageReader
  ) throws -> ArraySlice<UInt8>? {
    guard let part = try reader.contents(entry.name),
      let start = part[...].range(of: rowsStart),
      let end = part[start.upperBound...].range(of: rowsEnd)
    else {
      if rows.packed.size == 0 { return nil }
      throw SpreadsheetError.damaged("\(entry.name): there is no place for the rows")
    }
    let tail = part[end.lowerBound...]
    guard let place = followers.lazy.compactMap({ tail.range(of: $0)?.lowerBound }).first
    else { throw SpreadsheetError.damaged("\(entry.name): there is no place for the links") }
    rows.packed.append(part.span.extracting(end.lowerBound..<place))
    if unsafe rows.links.count > 0 {
      unsafe rows.packed.text.append("<hyperlinks>")
      unsafe rows.packed.append(rows.links)
      unsafe rows.packed.text.append("</hyperlinks>")
    }
    rows.packed.append(part.span.extracting(place...))
    rows.packed.end()
    return part[..<start.upperBound]
  }
}

/// A package on its way to a file: its parts with the headers of another one's.
private final class WrittenPackage {
  private let file: WrittenFile
  private var directory: [UInt8] = []

  init(path: String) throws { file = try WrittenFile(path: path) }

  /// Adds a part of another package as it is.
  func add(_ entry: PackageReader.Entry, of reader: PackageReader) throws {
    try begin(
      entry, of: reader, checksum: entry.checksum, packedSize: entry.packedSize, size: entry.size)
    try unsafe file.write(try reader.packedBytes(entry))
  }

  /// Adds a part that takes the place of another package's.
  func add(
    _ entry: PackageReader.Entry, of reader: PackageReader, _ pieces: [PackedPiece]
  ) throws {
    let checksum = pieces.reduce(0) { crc32_combine($0, $1.checksum, $1.size) }
    try begin(
      entry, of: reader, checksum: UInt32(truncatingIfNeeded: checksum),
      packedSize: pieces.reduce(0) { $0 + $1.bytes.count },
      size: pieces.reduce(0) { $0 + $1.size })
    for piece in pieces { try unsafe piece.bytes.withUnsafeBytes { try unsafe file.write($0) } }
  }

  /// Ends with the directory, and its place.
  func finish(like reader: PackageReader) throws {
    var end = unsafe Array(reader.endRecord)
    end.put(try Self.short(directory.count), at: 12)
    end.put(try Self.short(file.size), at: 16)
    try unsafe (directory + end).withUnsafeBytes { try unsafe file.write($0) }
    try file.close()
  }

  private func begin(
    _ entry: PackageReader.Entry, of reader: PackageReader, checksum: UInt32, packedSize: Int,
    size: Int
  ) throws {
    let numbers = [checksum, try Self.short(packedSize), try Self.short(size)]
    var header = unsafe Array(try reader.header(entry))
    var record = unsafe Array(reader.record(entry))
    for (place, number) in numbers.enumerated() {
      header.put(number, at: 14 + 4 * place)
      record.put(number, at: 16 + 4 * place)
    }
    record.put(try Self.short(file.size), at: 42)
    directory += record
    try unsafe header.withUnsafeBytes { try unsafe file.write($0) }
  }

  /// A number of a package, which has four bytes.
  private static func short(_ number: Int) throws -> UInt32 {
    guard let short = UInt32(exactly: number) else {
      throw SpreadsheetError.refused(.count, "close", "the workbook is over four gigabytes")
    }
    return short
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes stand first; the search of the standard library is far slower over megabytes.
  fileprivate func range(of word: [UInt8]) -> Range<Int>? {
    unsafe withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, word.count <= bytes.count else { return nil }
      let place = (0...bytes.count - word.count).first {
        unsafe bytes[$0] == word[0] && memcmp(start + $0, word, word.count) == 0
      }
      return place.map { startIndex + $0..<startIndex + $0 + word.count }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ number: UInt32, at place: Int) {
    for step in 0..<4 { self[place + step] = UInt8(truncatingIfNeeded: number >> (8 * step)) }
  }
}
