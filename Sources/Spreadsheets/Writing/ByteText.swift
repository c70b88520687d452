internal import Glibc

/// Text that grows at its end, as bytes.
///
/// The rows of a large workbook are made of it, hundreds of bytes at a time; an array would look again at
/// each append whether somebody else holds it.
struct ByteText: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<UInt8>

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The bytes so far; good until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    memcpy(base + count, start, bytes.count)
    count += bytes.count
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
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
      base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Text between tags: with `&`, `<` and `>` as XML wants them.
  mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    if !Self.hasSigns(text) { return append(text) }
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      default: append(byte)
      }
    }
  }

  /// An attribute from its name to its closing sign.
  mutating func append(attribute start: StaticString, _ value: String) {
    append(start)
    var value = value
    value.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "\""): append("&quot;")
        case 0x0A: append("&#xA;")
        default: append(byte)
        }
      }
    }
    append("\"")
  }

  /// Without a branch, which compilers turn into many bytes at a time.
  private static func hasSigns(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text {
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
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
