/// Text that is not Unicode: Windows-1258 is read when there is no doubt, TCVN3 and VNI are named.
enum EightBitDecoding {
  /// What the bytes of a file most likely are.
  enum Verdict: Equatable {
    case windows1258
    case legacy(LegacyEncoding)
    case unknown
  }

  /// Words are weighed in this much of a file.
  private static let sampleSize = 1 << 20

  /// Weighs `bytes` under each encoding.
  static func verdict(_ bytes: [UInt8]) -> Verdict {
    let sample = bytes.prefix(sampleSize)
    let windows = LegacyWords.score(
      sample, isLetter: isWindowsLetter, as: LegacyWords.windows1258)
    let tcvn3 = LegacyWords.score(
      sample, isLetter: { LegacyTables.tcvn3[$0] != nil }, as: LegacyWords.tcvn3)
    let vni = LegacyWords.score(sample, isLetter: { $0 >= 0xC0 }, as: LegacyWords.vni)
    let others = max(tcvn3.share, vni.share)
    // Two different words that only this encoding spells right, hardly one that it spells wrong,
    // and no other encoding that comes near.
    if windows.telling.count >= 2, windows.share >= 0.9, others <= 0.6, isDefined(bytes) {
      return .windows1258
    }
    let best = tcvn3.share >= vni.share ? tcvn3 : vni
    if best.telling.count >= 2, best.share >= 0.7, best.share > windows.share {
      return .legacy(tcvn3.share >= vni.share ? .tcvn3 : .vni)
    }
    return .unknown
  }

  /// Turns Windows-1258 into UTF-8 with composed letters (NFC).
  static func decodeWindows1258(_ bytes: [UInt8]) -> [UInt8] {
    let letters: [Unicode.Scalar] = (UInt8.min...UInt8.max).map { byte in
      byte < 0x80 ? Unicode.Scalar(byte) : LegacyTables.windows1258[byte] ?? "\u{FFFD}"
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    // the last letter waits, for a tone mark may follow it
    var waiting: Unicode.Scalar?
    for byte in bytes {
      let next = letters[Int(byte)]
      if let letter = waiting {
        if byte >= 0x80, let whole = VietnameseSyllables.composed(letter, next) {
          waiting = whole
          continue
        }
        text.append(contentsOf: letter.utf8)
      }
      waiting = next
    }
    if let waiting { text.append(contentsOf: waiting.utf8) }
    return text
  }

  private static func isWindowsLetter(_ byte: UInt8) -> Bool {
    byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 && byte != 0xFE
  }

  private static func isDefined(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 || LegacyTables.windows1258[$0] != nil }
  }
}
