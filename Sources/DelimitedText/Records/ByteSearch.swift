internal import Glibc

/// Searches in bytes, as fast as the C library.
enum ByteSearch {
  /// The first place of `byte` at or after `start`; nil when there is none.
  @inline(__always)
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
