internal import Glibc

/// Searches in bytes, as fast as the C library.
enum ByteSearch {
  /// The first place of `byte` at or after `start`; nil when there is none.
  @inline(__always)
  static func first(
    _ byte: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int? {
    precondition(start >= 0, "no such place")
    guard start < bytes.count else { return nil }
    // looks at no byte but those from `start` to the end
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
