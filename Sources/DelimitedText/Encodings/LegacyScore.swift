/// How well the words of a text read as Vietnamese under one encoding.
struct LegacyScore {
  /// Words with at least one byte over 0x7F.
  var words = 0
  /// Those of them that are Vietnamese syllables.
  var syllables = 0
  /// Different syllables whose bytes mean other letters in Windows-1252 and Latin-1.
  var telling: Set<[UInt8]> = []

  /// Part of the words that are syllables, 0...1.
  var share: Double { words == 0 ? 0 : Double(syllables) / Double(words) }
}

/// Decodes words of bytes under the 8-bit encodings of Vietnamese.
enum LegacyWords {
  /// How one encoding reads a word; nil when it has no letter for one of its bytes.
  typealias Reading = ([UInt8]) -> [Unicode.Scalar]?

  /// Reads a word as TCVN3.
  static func tcvn3(_ word: [UInt8]) -> [Unicode.Scalar]? {
    letters(word, LegacyTables.tcvn3)
  }

  /// Reads a word as Windows-1258.
  static func windows1258(_ word: [UInt8]) -> [Unicode.Scalar]? {
    letters(word, LegacyTables.windows1258)
  }

  /// Reads a word as VNI.
  static func vni(_ word: [UInt8]) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    for byte in word {
      if byte < 0x80 {
        scalars.append(Unicode.Scalar(byte))
      } else if let marks = LegacyTables.vniMarks[byte], let last = scalars.last,
        isVowel(last)
      {
        scalars.append(contentsOf: marks)
      } else if let letter = LegacyTables.vniLetters[byte] {
        scalars.append(letter)
      } else {
        return nil
      }
    }
    return scalars
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    "aeiouyAEIOUYơưƠƯ".unicodeScalars.contains(scalar)
  }

  private static func letters(
    _ word: [UInt8], _ table: [UInt8: Unicode.Scalar]
  ) -> [Unicode.Scalar]? {
    var scalars: [Unicode.Scalar] = []
    for byte in word {
      guard byte >= 0x80 else {
        scalars.append(Unicode.Scalar(byte))
        continue
      }
      guard let scalar = table[byte] else { return nil }
      scalars.append(scalar)
    }
    return scalars
  }

  /// Scores the words of `bytes`; `isLetter` says which bytes over 0x7F belong to a word.
  static func score(
    _ bytes: some Sequence<UInt8>, isLetter: (UInt8) -> Bool, as reading: Reading
  ) -> LegacyScore {
    var score = LegacyScore()
    var word: [UInt8] = []
    func close() {
      defer { word.removeAll(keepingCapacity: true) }
      guard word.contains(where: { $0 >= 0x80 }) else { return }
      score.words += 1
      guard let letters = reading(word), VietnameseSyllables.contains(letters) else { return }
      score.syllables += 1
      if letters.contains(where: { $0.value > 0xFF }) { score.telling.insert(word) }
    }
    for byte in bytes {
      let belongs = byte < 0x80 ? isASCIILetter(byte) : isLetter(byte)
      if belongs { word.append(byte) } else { close() }
    }
    close()
    return score
  }

  /// Whether `byte` is one of A-Z a-z.
  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
