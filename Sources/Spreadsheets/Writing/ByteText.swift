internal import Glibc

/// Text that grows at its end, as bytes.
///
/// The rows of a large workbook are made of it, hundreds of bytes at a time; an array would look again at
/// each append whether somebody else holds it. The first `count` bytes of `base` are written, and nothing
/// reads or writes outside its `capacity`.
@safe struct ByteText: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<UInt8>

  init(capacity: Int) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// A copy of the bytes so far.
  var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    unsafe append(text.utf8Start, text.utf8CodeUnitCount)
  }

  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe append(start, bytes.count)
    }
  }

  /// What another text holds in a range.
  @inline(__always)
  mutating func append(_ other: borrowing ByteText, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count, "no such bytes")
    unsafe append(other.base + range.lowerBound, range.count)
  }

  /// All that another text holds.
  @inline(__always)
  mutating func append(_ other: borrowing ByteText) { append(other, 0..<other.count) }

  @inline(__always)
  private mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    unsafe memcpy(base + count, start, length)
    count += length
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe base[count] = byte
    count += 1
  }

  /// A whole number; with leading zeros up to `width` digits.
  mutating func append(whole number: UInt64, width: Int = 1) {
    var length = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    length = max(length, width)
    reserve(length)
    rest = number
    for place in stride(from: count + length - 1, through: count, by: -1) {
      unsafe base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Text between tags: with `&`, `<` and `>` as XML wants them.
  mutating func append(escaping text: Span<UInt8>) {
    if !Self.hasSigns(text) { return append(text) }
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case let byte: append(byte)
      }
    }
  }

  /// An attribute from its name to its closing sign.
  mutating func append(attribute start: StaticString, _ value: String) {
    append(start)
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      case 0x0A: append("&#xA;")
      default: append(byte)
      }
    }
    append("\"")
  }

  /// Without a branch, which compilers turn into many bytes at a time.
  private static func hasSigns(_ text: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for index in text.indices {
      // unchecked, for a check is a branch; the index is one of its own
      let byte = unsafe text[unchecked: index]
      found |= byte == UInt8(ascii: "&") ? 1 : 0
      found |= byte == UInt8(ascii: "<") ? 1 : 0
      found |= byte == UInt8(ascii: ">") ? 1 : 0
    }
    return found != 0
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: count + more) }
  }

  @inline(never)
  private mutating func grow(to least: Int) {
    capacity = max(least, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }
}
