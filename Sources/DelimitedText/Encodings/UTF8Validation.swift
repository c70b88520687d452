/// What one pass over bytes says about them as UTF-8.
struct UTF8Validation {
  /// Where the first ill-formed sequence begins; nil when all are well-formed.
  var firstBad: Int?
  /// The first ill-formed sequence would be well-formed if the bytes went on.
  var isCut = false
  /// Characters occur that Vietnamese text rarely has and damaged text always has: look closer.
  var isSuspicious = false

  init(_ bytes: Span<UInt8>) {
    var index = 0
    let raw = unsafe bytes.bytes
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        while index + 8 <= bytes.count,
          unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        { index += 8 }
        continue
      }
      switch UTF8Validation.sequence(bytes, at: index) {
      case .wellFormed(let length):
        if !isSuspicious { isSuspicious = Self.isSuspicious(bytes, at: index) }
        index += length
      case .cut:
        firstBad = index
        isCut = true
        return
      case .illFormed:
        firstBad = index
        return
      }
    }
  }

  /// A sequence that begins with a byte over 0x7F.
  enum Sequence {
    case wellFormed(Int)
    case cut
    case illFormed
  }

  /// Reads the sequence at `index`; Unicode's table of well-formed byte sequences.
  static func sequence(_ bytes: Span<UInt8>, at index: Int) -> Sequence {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return .illFormed
    }
    for step in 1..<length {
      guard index + step < bytes.count else { return .cut }
      let byte = bytes[index + step]
      guard step == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else { return .illFormed }
    }
    return .wellFormed(length)
  }

  /// Letters of U+00C0...U+00FF that Vietnamese writes (bit 0 is U+00C0), without Ã.
  private static let vietnameseLatin1: UInt64 = {
    let upper: [UInt64] = [0, 1, 2, 8, 9, 10, 12, 13, 18, 19, 20, 21, 25, 26, 29]
    return upper.reduce(1 << (3 + 32)) { $0 | 1 << $1 | 1 << ($1 + 32) }
  }()

  private static func isSuspicious(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0xC2: return bytes[index + 1] != 0xA0  // a no-break space is everyday
    case 0xC3:
      let letter = bytes[index + 1] & 0x3F
      // "XÃ" is everyday; Ã before another character over ASCII is how damage looks
      if letter == 3 { return index + 2 < bytes.count && bytes[index + 2] >= 0x80 }
      // so does "â€": a quotation mark or dash once
      if letter == 34, index + 3 < bytes.count, bytes[index + 2] == 0xE2 {
        return bytes[index + 3] == 0x82
      }
      return vietnameseLatin1 >> UInt64(letter) & 1 == 0
    default: return false
    }
  }

  /// Among bytes over 0x7F: how many stand in well-formed sequences, and how many do not.
  static func share(_ bytes: Span<UInt8>) -> (wellFormed: Int, illFormed: Int) {
    var result = (wellFormed: 0, illFormed: 0)
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      if case .wellFormed(let length) = sequence(bytes, at: index) {
        result.wellFormed += length
        index += length
      } else {
        result.illFormed += 1
        index += 1
      }
    }
    return result
  }
}
