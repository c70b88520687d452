import TestSupport

/// Makes files that are nearly right out of files that are right.
enum Mutation {
  private static let pieces: [[UInt8]] = [
    Array(";".utf8), Array(",".utf8), Array("\t".utf8), Array("\"".utf8), Array("\"\"".utf8),
    Array("\n".utf8), Array("\r\n".utf8), Array("\r".utf8), Array("NQ21;CT02;a;47;4310;\n".utf8),
    Array("1,012".utf8), Array("-".utf8), Array("31/8/2024".utf8), Array("Tổng cộng".utf8),
    Array("Mã chỉ tiêu".utf8), Array("Tử số".utf8), Array("sep=;\n".utf8), Array("\u{A0}".utf8),
    Array("\u{FEFF}".utf8), Array("\u{1B}[31m".utf8), Array("\u{202E}".utf8),
    Array("e\u{301}".utf8),
    [0], [0xFF], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE],
    Array("\u{FFFD}".utf8), Array("９".utf8), Array("=1+1".utf8), Array("HU02".utf8),
  ]

  static func mutate(
    _ seed: [UInt8], with other: [UInt8], _ random: inout SeededDice
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      case 1 where place < bytes.count:
        bytes[place] = UInt8.random(in: .min ... .max, using: &random)
      case 2 where place < bytes.count:
        bytes.removeSubrange(
          place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
      case 3: bytes.removeLast(bytes.count - place)
      case 4:
        let start = Int.random(in: 0...other.count, using: &random)
        bytes.insert(contentsOf: other[start...].prefix(80), at: place)
      default:
        bytes.insert(contentsOf: bytes[place...].prefix(60), at: place)
      }
    }
    return bytes
  }
}
