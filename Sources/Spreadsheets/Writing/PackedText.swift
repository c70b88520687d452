internal import CLibXLSXWriter
internal import Dispatch
internal import Synchronization

/// A part of a package that is packed piece by piece, on all processors, while it grows.
///
/// The pieces are cut by the number of their bytes alone, and each is packed with the end of the one
/// before as its dictionary: put one behind the other they are one stream, the same however many
/// processors there are.
final class PackedText {
  /// What grows; `cut()` is to be called now and then.
  @exclusivity(unchecked) var text = ByteText(capacity: pieceSize + 1 << 16)

  /// How many bytes were cut off.
  private var cutSize = 0
  private var before: [UInt8] = []
  private let pieces = Pieces()

  private static let pieceSize = 1 << 19
  /// How far back a packed stream may refer.
  private static let window = 1 << 15

  /// How many bytes were written.
  var size: Int { unsafe cutSize + text.count }

  /// Begins to pack what is there, if that is enough for a piece.
  @inline(__always)
  func cut() {
    if unsafe text.count >= Self.pieceSize { cutOff() }
  }

  /// Adds what may be large.
  func append(_ bytes: Span<UInt8>) {
    for start in stride(from: 0, to: bytes.count, by: Self.pieceSize) {
      let end = min(start + Self.pieceSize, bytes.count)
      unsafe text.append(bytes.extracting(start..<end))
      cut()
    }
  }

  /// The same of another text.
  func append(_ other: borrowing ByteText) {
    for start in stride(from: 0, to: other.count, by: Self.pieceSize) {
      unsafe text.append(other, start..<min(start + Self.pieceSize, other.count))
      cut()
    }
  }

  /// Begins to pack the rest; nothing may follow.
  func end() { cutOff(isLast: true) }

  /// The whole stream, when it has ended, behind a first piece that is known only now.
  func stream(behind head: ArraySlice<UInt8>) throws -> [PackedPiece] {
    let first = try PackedPiece(Array(head), after: [], isLast: false)
    return [first] + (try pieces.all())
  }

  private func cutOff(isLast: Bool = false) {
    let piece = unsafe text.bytes
    unsafe text.removeAll()
    cutSize += piece.count
    pieces.add(piece, after: before.suffix(Self.window), isLast: isLast)
    before = piece
  }
}

/// A piece of a packed stream.
struct PackedPiece: Sendable {
  let bytes: [UInt8]
  /// How many bytes were packed, and their checksum.
  let size: Int
  let checksum: UInt

  /// One step above it a sheet packs half as fast and is 3 per cent smaller.
  private static let level: Int32 = 5
  /// An empty block that ends a piece at a whole byte, and some more.
  private static let flushRoom = 64

  /// Packs `text`; what follows may refer to it, and it to `dictionary`.
  init(_ text: [UInt8], after dictionary: ArraySlice<UInt8>, isLast: Bool) throws {
    var stream = unsafe z_stream()
    guard
      unsafe deflateInit2_(
        &stream, Self.level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw SpreadsheetError.damaged("zlib cannot begin to pack") }
    defer { unsafe deflateEnd(&stream) }
    if !dictionary.isEmpty {
      _ = unsafe dictionary.withUnsafeBufferPointer {
        unsafe deflateSetDictionary(&stream, $0.baseAddress, UInt32($0.count))
      }
    }
    let room = unsafe Int(deflateBound(&stream, UInt(text.count))) + Self.flushRoom
    var result = Z_OK
    // an array of all this room would keep it
    bytes = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { packed in
      unsafe text.withUnsafeBufferPointer { text in
        unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: text.baseAddress)
        unsafe stream.avail_in = UInt32(text.count)
        unsafe stream.next_out = packed.baseAddress
        unsafe stream.avail_out = UInt32(room)
        result = unsafe deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
      }
      return unsafe Array(packed[..<(room - Int(stream.avail_out))])
    }
    guard result == (isLast ? Z_STREAM_END : Z_OK), unsafe stream.avail_in == 0,
      unsafe stream.avail_out > 0
    else { throw SpreadsheetError.damaged("zlib cannot pack \(text.count) bytes") }
    size = text.count
    checksum = unsafe text.withUnsafeBufferPointer {
      unsafe crc32(0, $0.baseAddress, UInt32($0.count))
    }
  }
}

/// Pieces on their way, in order.
private final class Pieces: Sendable {
  private let made = Mutex<[Result<PackedPiece, any Error>?]>([])
  private let missing = Mutex(0)
  private let group = DispatchGroup()

  /// So many wait for a processor at most; that bounds the memory they take.
  private static let mostMissing = 8

  func add(_ text: [UInt8], after dictionary: ArraySlice<UInt8>, isLast: Bool) {
    let place = made.withLock {
      $0.append(nil)
      return $0.count - 1
    }
    let waiting = missing.withLock {
      $0 += 1
      return $0
    }
    let pack = { @Sendable [self] in
      let piece = Result { try PackedPiece(text, after: dictionary, isLast: isLast) }
      made.withLock { $0[place] = piece }
      missing.withLock { $0 -= 1 }
    }
    if waiting > Self.mostMissing { return pack() }
    DispatchQueue.global().async(group: group, execute: pack)
  }

  func all() throws -> [PackedPiece] {
    group.wait()
    return try made.withLock { try $0.compactMap { try $0?.get() } }
  }
}
