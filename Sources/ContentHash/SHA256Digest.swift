internal import CFileSystem
internal import Crypto
internal import Foundation

/// The SHA-256 digest of some bytes: how originals and editions are told apart.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest as 64 lowercase hexadecimal digits.
  public let hexadecimal: String

  /// The digest of `bytes`.
  ///
  /// Example: no bytes give `e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`.
  public init(of bytes: [UInt8]) {
    self.init(SHA256.hash(data: bytes))
  }

  /// The digest of the bytes of a regular file, read piece by piece; throws the system's error, and never
  /// waits for a pipe.
  public init(ofFile path: String) throws {
    let number = unsafe file_system_open_regular(path)
    guard number >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
    var hash = SHA256()
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
    self.init(hash.finalize())
  }

  fileprivate init(_ digest: SHA256.Digest) {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in digest {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    hexadecimal = String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The hexadecimal digits.
  public var description: String { hexadecimal }
}

/// The SHA-256 digest of bytes that come piece by piece.
public struct BytesDigest: Sendable {
  private var hash = SHA256()

  /// Starts with no byte.
  public init() {}

  /// Adds the next bytes.
  public mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// The digest of the bytes so far; more may be added afterwards.
  public var digest: SHA256Digest { SHA256Digest(hash.finalize()) }
}

/// A digest of a list of fields, taken one after another.
///
/// Each field is preceded by its length, so that `["ab", "c"]` and `["a", "bc"]`, or a list with an empty
/// field more, have different digests. A list inside the list should be preceded by its count.
public struct FieldsDigest: Sendable {
  /// Fields are short, and many together are hashed quicker.
  private static let room = 1 << 16

  private var hash = SHA256()
  /// Fields that are still to be hashed, and how many bytes of it they take.
  private var waiting = [UInt8](repeating: 0, count: room)
  private var used = 0

  /// Starts with no field.
  public init() {}

  /// Adds one field.
  public mutating func add(_ field: [UInt8]) { add(field.span) }

  /// Adds some bytes as one field.
  public mutating func add(_ field: ArraySlice<UInt8>) { add(field.span) }

  /// Adds a part of some bytes as one field.
  public mutating func add(_ bytes: [UInt8], _ part: Range<Int>) {
    add(bytes.span.extracting(part))
  }

  /// Adds the UTF-8 of a text as one field; forms of Unicode normalisation differ.
  public mutating func add(_ field: String) { add(Array(field.utf8)) }

  private mutating func add(_ field: Span<UInt8>) {
    if used + 8 + field.count > Self.room { flush() }
    let count = UInt64(field.count)
    for byte in 0..<8 {
      waiting[used + byte] = UInt8(truncatingIfNeeded: count >> UInt64(56 - 8 * byte))
    }
    used += 8
    if used + field.count > Self.room {
      flush()
      unsafe field.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    } else {
      for place in field.indices { waiting[used + place] = field[place] }
      used += field.count
    }
  }

  private mutating func flush() {
    hash.update(data: waiting[..<used])
    used = 0
  }

  /// The digest of the fields so far; more may be added afterwards.
  public var digest: SHA256Digest {
    var rest = self
    rest.flush()
    return SHA256Digest(rest.hash.finalize())
  }
}
