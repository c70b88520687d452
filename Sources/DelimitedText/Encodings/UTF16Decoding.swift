/// UTF-16 with a byte order mark, turned into UTF-8.
enum UTF16Decoding {
  /// Decodes `bytes`, the file after its mark of two bytes.
  static func decode(
    _ bytes: Span<UInt8>, littleEndian: Bool
  ) throws(DecodingProblem) -> [UInt8] {
    guard bytes.count % 2 == 0 else { throw .oddByteCount(bytes.count + 2) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    let units = bytes.count / 2
    var index = 0
    while index < units {
      let unit = Self.unit(bytes, index, littleEndian)
      index += 1
      switch unit {
      case 0:
        throw .nul(failure(bytes, index - 1, littleEndian))
      case 0xD800...0xDBFF:
        let low = index < units ? Self.unit(bytes, index, littleEndian) : 0
        guard 0xDC00...0xDFFF ~= low else {
          throw .loneSurrogate(failure(bytes, index - 1, littleEndian))
        }
        index += 1
        append(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00), to: &text)
      case 0xDC00...0xDFFF:
        throw .loneSurrogate(failure(bytes, index - 1, littleEndian))
      default:
        append(UInt32(unit), to: &text)
      }
    }
    return text
  }

  /// Whether `bytes` are UTF-16 without a mark, low byte first; nil when they are not UTF-16.
  ///
  /// Separators, digits, blanks and line ends are ASCII, so one of two bytes is often NUL there.
  static func unmarkedIsLittleEndian(_ bytes: Span<UInt8>) -> Bool? {
    var nuls = (even: 0, odd: 0)
    let sample = min(bytes.count, 65_536)
    for index in 0..<sample where bytes[index] == 0 {
      if index % 2 == 0 { nuls.even += 1 } else { nuls.odd += 1 }
    }
    let most = max(nuls.even, nuls.odd)
    guard most * 8 >= sample, min(nuls.even, nuls.odd) * 16 <= most else { return nil }
    return nuls.odd > nuls.even
  }

  private static func unit(
    _ bytes: Span<UInt8>, _ index: Int, _ littleEndian: Bool
  ) -> UInt16 {
    let first = UInt16(bytes[index * 2])
    let second = UInt16(bytes[index * 2 + 1])
    return littleEndian ? second << 8 | first : first << 8 | second
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80:
      text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(tail(0))
    case ..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(tail(6))
      text.append(tail(0))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(tail(12))
      text.append(tail(6))
      text.append(tail(0))
    }
  }

  /// The place of unit `index` in the file, the mark included.
  private static func failure(
    _ bytes: Span<UInt8>, _ index: Int, _ littleEndian: Bool
  ) -> TextPlace {
    var line = 1
    for before in 0..<index {
      let unit = unit(bytes, before, littleEndian)
      let followed = unit == 0x0D && self.unit(bytes, before + 1, littleEndian) == 0x0A
      if unit == 0x0A || (unit == 0x0D && !followed) { line += 1 }
    }
    return TextPlace(offset: index * 2 + 2, line: line)
  }
}
