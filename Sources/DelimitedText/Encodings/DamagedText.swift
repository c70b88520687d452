/// Finds Vietnamese that is valid Unicode and yet wrong: UTF-8 that was opened as an 8-bit
/// encoding and saved again, and characters of .Vn or VNI fonts saved as if they were Latin.
enum DamagedText {
  /// The damage in well-formed UTF-8; nil when there is none. `mark`: bytes before the text.
  static func find(_ text: Span<UInt8>, mark: Int) -> DecodingProblem? {
    if let offset = mojibake(text) { return .mojibake(place(in: text, at: offset, mark: mark)) }
    return legacyFont(text).map(DecodingProblem.legacyEncoding)
  }

  // MARK: - UTF-8 read as 8-bit

  /// Where such damage begins.
  ///
  /// Each character is turned back into the byte it was read from. Three or two bytes that then
  /// make a Vietnamese letter are strong evidence when no spelling has those characters side by
  /// side (`áº£`), and weak evidence when one might (`Ã¹`: "XÃ" and a footnote mark).
  private static func mojibake(_ text: Span<UInt8>) -> Int? {
    var before = (image: UInt8(0), offset: 0)
    var twoBefore = (image: UInt8(0), offset: 0)
    var firstWeak: Int?
    var modernLetters = 0
    var index = 0
    while index < text.count {
      let offset = index
      let scalar = nextScalar(text, &index)
      let image = scalar < 0x80 ? 0 : Self.image(of: scalar)
      if image >= 0x80, image <= 0xBF, before.image >= 0xC0 || twoBefore.image >= 0xC0 {
        switch evidence(twoBefore.image, before.image, image, scalar) {
        case .strong(let length): return length == 3 ? twoBefore.offset : before.offset
        case .weak: firstWeak = firstWeak ?? before.offset
        case .none: break
        }
      }
      if scalar > 0xFF, isModernLetter(scalar) { modernLetters += 1 }
      twoBefore = before
      before = (image, offset)
    }
    return modernLetters == 0 ? firstWeak : nil
  }

  private enum Evidence {
    case strong(length: Int)
    case weak
    case none
  }

  private static func evidence(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ scalar: UInt32
  ) -> Evidence {
    switch (first, second) {
    case (0xE1, 0xBA): return .strong(length: 3)
    case (0xE1, 0xBB): return isPunctuation(scalar) ? .weak : .strong(length: 3)  // «quá»…
    case (0xE2, 0x80): return .strong(length: 3)
    default: break
    }
    switch (second, third) {
    case (0xC4, 0x82), (0xC4, 0x83), (0xC4, 0x90), (0xC4, 0x91), (0xC4, 0xA8), (0xC4, 0xA9),
      (0xC5, 0xA8), (0xC5, 0xA9), (0xC6, 0xA0), (0xC6, 0xA1), (0xC6, 0xAF), (0xC6, 0xB0),
      (0xCC, 0x80), (0xCC, 0x81), (0xCC, 0x83), (0xCC, 0x89), (0xCC, 0xA3):
      return .strong(length: 2)
    case (0xC3, _) where !isPunctuation(scalar): return .weak
    default: return .none
    }
  }

  /// Quotation marks, dashes, dots and no-break spaces may follow any word.
  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    (0x2010...0x203A).contains(scalar) || scalar == 0xA0 || scalar == 0xAB || scalar == 0xBB
  }

  /// A letter or mark of Vietnamese that no 8-bit encoding of the West has.
  private static func isModernLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
    case 0x1EA0...0x1EF9, 0x300...0x323: true
    default: false
    }
  }

  /// The byte that Windows-1252, Windows-1258 or Latin-1 shows as `scalar`; 0 when none does.
  private static func image(of scalar: UInt32) -> UInt8 {
    if scalar <= 0xFF { return UInt8(scalar) }
    if scalar == 0x102 { return 0xC3 }
    return windows1252Images[scalar] ?? 0
  }

  private static let windows1252Images: [UInt32: UInt8] = {
    var images: [UInt32: UInt8] = [0x160: 0x8A, 0x17D: 0x8E, 0x161: 0x9A, 0x17E: 0x9E]
    for (byte, scalar) in LegacyTables.windows1258 where byte < 0xA0 {
      images[scalar.value] = byte
    }
    return images
  }()

  /// Reads the scalar at `index` of well-formed UTF-8 and steps over it.
  private static func nextScalar(
    _ text: Span<UInt8>, _ index: inout Int
  ) -> UInt32 {
    let lead = UInt32(text[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
    for step in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(text[index + step] & 0x3F) }
    index += length
    return scalar
  }

  // MARK: - Characters of old fonts

  private static let sampleSize = 1 << 20

  private static func legacyFont(_ text: Span<UInt8>) -> LegacyEncoding? {
    var words = LatinWords()
    var index = 0
    let end = min(text.count, sampleSize)
    while index < end {
      let scalar = nextScalar(text, &index)
      words.add(scalar, isModern: scalar > 0xFF && isModernLetter(scalar))
    }
    words.add(0x20, isModern: false)
    return words.verdict
  }
}

/// Words of Latin-1 characters only, tried as Vietnamese in the old fonts.
private struct LatinWords {
  private var word: [UInt8] = []
  private var isForeign = false
  private var isModern = false
  /// Words with letters that only Unicode has: the old fonts never make one.
  private var modern = 0
  /// Words that are no Vietnamese as they stand.
  private var odd = 0
  private var tcvn3 = 0
  private var vni = 0
  /// A sign such as µm may occur often; a text has different words.
  private var different: Set<[UInt8]> = []

  mutating func add(_ scalar: UInt32, isModern modernLetter: Bool) {
    let isWordCharacter =
      scalar < 0x80 ? LegacyWords.isASCIILetter(UInt8(scalar)) : scalar > 0xA0
    guard isWordCharacter else { return close() }
    if modernLetter { isModern = true }
    if scalar > 0xFF { isForeign = true } else { word.append(UInt8(scalar)) }
  }

  private mutating func close() {
    defer {
      word.removeAll(keepingCapacity: true)
      isForeign = false
      isModern = false
    }
    if isModern { modern += 1 }
    // one character alone is a bullet or a degree sign before it is a letter
    guard !isForeign, word.count >= 2, word.contains(where: { $0 >= 0x80 }) else { return }
    guard !VietnameseSyllables.contains(word.map { Unicode.Scalar($0) }) else { return }
    odd += 1
    let isTCVN3 = LegacyWords.tcvn3(word).map(VietnameseSyllables.contains) ?? false
    let isVNI = LegacyWords.vni(word).map(VietnameseSyllables.contains) ?? false
    if isTCVN3 { tcvn3 += 1 }
    if isVNI { vni += 1 }
    if isTCVN3 || isVNI { different.insert(word) }
  }

  var verdict: LegacyEncoding? {
    let best = max(tcvn3, vni)
    guard best >= 3, different.count >= 2, best > modern, best * 10 >= odd * 7 else { return nil }
    return tcvn3 >= vni ? .tcvn3 : .vni
  }
}
