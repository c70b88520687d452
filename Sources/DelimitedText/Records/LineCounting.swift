/// Bytes that this module gives a meaning to.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

/// The number of line ends in `range`; CRLF is one, counted at its LF.
func lineEnds(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
  var count = 0
  for index in range {
    let byte = bytes[index]
    if byte == Byte.lineFeed {
      count += 1
    } else if byte == Byte.carriageReturn {
      let next = index + 1
      if next >= bytes.count || bytes[next] != Byte.lineFeed { count += 1 }
    }
  }
  return count
}

/// The place `offset` bytes into a file, whose text begins after a mark of `mark` bytes.
func place(in text: Span<UInt8>, at offset: Int, mark: Int = 0) -> TextPlace {
  TextPlace(offset: offset + mark, line: lineEnds(in: text, 0..<offset) + 1)
}
