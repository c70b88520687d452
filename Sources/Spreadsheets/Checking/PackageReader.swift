internal import CLibXLSXWriter

/// Reads the parts of a zip package, checking what it reads.
final class PackageReader: Sendable {
  struct Entry: Sendable {
    let name: String
    let method: Int
    let checksum: UInt32
    let packedSize: Int
    let size: Int
    let header: Int
    /// Where it stands in the directory.
    let record: Range<Int>
  }

  /// The parts by the order of the directory.
  let entries: [Entry]
  private let file: MappedFile

  /// Reads the directory of the package at `path`; throws when it is not whole.
  init(path: String) throws {
    file = try MappedFile(path: path)
    entries = try unsafe Self.directory(of: file.bytes)
  }

  /// The bytes of the part called `name`; nil when there is none.
  func contents(_ name: String) throws -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(entry.size)
    try unsafe read(entry) { unsafe result.append(contentsOf: $0) }
    return result
  }

  /// Gives the bytes of a part piece by piece; throws when size or checksum are not those of the
  /// directory. At least `PackageReader.margin` bytes before each piece are readable and hold the end
  /// of the piece before (zeros before the first).
  func read(_ entry: Entry, _ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    let packed = try unsafe packedBytes(entry)
    var stream = unsafe z_stream()
    guard
      unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw SpreadsheetError.damaged("zlib cannot begin with \(entry.name)") }
    defer { unsafe inflateEnd(&stream) }
    unsafe stream.next_in = unsafe UnsafeMutablePointer(
      mutating: packed.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe stream.avail_in = UInt32(packed.count)

    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.margin + Self.pieceSize)
    unsafe buffer.initialize(repeating: 0, count: Self.margin + Self.pieceSize)
    defer { unsafe buffer.deallocate() }
    let piece = unsafe buffer + Self.margin
    var size = 0
    var checksum = crc32(0, nil, 0)
    var result = Z_OK
    while result == Z_OK {
      unsafe stream.next_out = unsafe piece
      unsafe stream.avail_out = UInt32(Self.pieceSize)
      result = unsafe inflate(&stream, Z_NO_FLUSH)
      let count = unsafe Self.pieceSize - Int(stream.avail_out)
      if count > 0 {
        checksum = unsafe crc32(checksum, piece, UInt32(count))
        size += count
        guard size <= entry.size else { break }
        try unsafe take(UnsafeBufferPointer(start: piece, count: count))
        unsafe buffer.update(from: piece + count - Self.margin, count: Self.margin)
      }
    }
    guard result == Z_STREAM_END, size == entry.size, unsafe stream.avail_in == 0 else {
      throw SpreadsheetError.damaged("\(entry.name) does not unpack to \(entry.size) bytes")
    }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw SpreadsheetError.damaged("\(entry.name) has a wrong checksum")
    }
  }

  /// Readable bytes before each piece.
  static let margin = 16
  private static let pieceSize = 1 << 17

  /// The packed bytes of a part, after its local header.
  func packedBytes(_ entry: Entry) throws -> UnsafeRawBufferPointer {
    let start = try place(entry).upperBound
    return unsafe UnsafeRawBufferPointer(rebasing: file.bytes[start..<(start + entry.packedSize)])
  }

  /// The local header of a part.
  func header(_ entry: Entry) throws -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: file.bytes[try place(entry)])
  }

  /// What the directory says of a part.
  func record(_ entry: Entry) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: file.bytes[entry.record])
  }

  /// What stands after the directory.
  var endRecord: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: file.bytes.suffix(22))
  }

  /// Where the local header of a part is; its packed bytes follow.
  private func place(_ entry: Entry) throws -> Range<Int> {
    let bytes = unsafe file.bytes
    guard entry.method == 8 else {
      throw SpreadsheetError.damaged("\(entry.name) is packed by method \(entry.method)")
    }
    guard entry.header + 30 <= bytes.count, unsafe bytes.number32(at: entry.header) == 0x0403_4B50
    else {
      throw SpreadsheetError.damaged("\(entry.name) has no header where the directory says")
    }
    let start =
      unsafe entry.header + 30 + bytes.number16(at: entry.header + 26)
      + bytes.number16(at: entry.header + 28)
    guard start + entry.packedSize <= bytes.count else {
      throw SpreadsheetError.damaged("\(entry.name) goes on after the end of the file")
    }
    return entry.header..<start
  }

  private static func directory(of bytes: UnsafeRawBufferPointer) throws -> [Entry] {
    // written here, so there is no comment after the end record
    let end = bytes.count - 22
    guard end >= 0, unsafe bytes.number32(at: end) == 0x0605_4B50 else {
      throw SpreadsheetError.damaged("the package has no directory at its end")
    }
    let count = unsafe bytes.number16(at: end + 10)
    let start = unsafe bytes.number32(at: end + 16)
    guard unsafe start + bytes.number32(at: end + 12) == end else {
      throw SpreadsheetError.damaged("the directory does not fill the end of the package")
    }
    var entries: [Entry] = []
    var position = start
    for _ in 0..<count {
      guard position + 46 <= end, unsafe bytes.number32(at: position) == 0x0201_4B50 else {
        throw SpreadsheetError.damaged("the directory breaks off at entry \(entries.count + 1)")
      }
      let nameLength = unsafe bytes.number16(at: position + 28)
      let next =
        unsafe position + 46 + nameLength + bytes.number16(at: position + 30)
        + bytes.number16(at: position + 32)
      guard next <= end else {
        throw SpreadsheetError.damaged("the directory breaks off at entry \(entries.count + 1)")
      }
      unsafe entries.append(
        Entry(
          name: String(
            decoding: bytes[(position + 46)..<(position + 46 + nameLength)], as: UTF8.self),
          method: bytes.number16(at: position + 10),
          checksum: UInt32(bytes.number32(at: position + 16)),
          packedSize: bytes.number32(at: position + 20),
          size: bytes.number32(at: position + 24),
          header: bytes.number32(at: position + 42),
          record: position..<next))
      position = next
    }
    guard position == end else {
      throw SpreadsheetError.damaged("the directory has more than \(count) entries")
    }
    return entries
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number16(at offset: Int) -> Int {
    precondition(offset >= 0 && offset + 2 <= count, "no number there")
    return unsafe Int(UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  fileprivate func number32(at offset: Int) -> Int {
    precondition(offset >= 0 && offset + 4 <= count, "no number there")
    return unsafe Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
