/// The letters of Vietnamese as a letter and a tone, which matching, sorting and tone placement share.
enum Letters {
  /// The tones in the order of the dictionaries; the raw value is the digit used in keys.
  enum Tone: UInt8 {
    case level = 0
    case huyen, hoi, nga, sac, nang
  }

  /// One row per vowel letter: without tone, then huyền, hỏi, ngã, sắc, nặng.
  private static let rows = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
    "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { Array($0.precomposed.unicodeScalars) }

  /// Indexed by scalar value: the toneless letter in the low 12 bits, the tone above; 0 for no vowel.
  private static let split: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1EFA)
    for row in rows {
      guard let base = row.first else { continue }
      for (tone, scalar) in row.enumerated() where Int(scalar.value) < table.count {
        table[Int(scalar.value)] = UInt16(truncatingIfNeeded: base.value) | UInt16(tone) << 12
      }
    }
    return table
  }()

  private static let join: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in rows { if let base = row.first { table[base] = row } }
    return table
  }()

  /// The toneless letter and the tone of a precomposed vowel; `nil` for any other scalar.
  static func vowel(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, tone: UInt8)? {
    let value = Int(scalar.value)
    guard value < split.count, split[value] != 0,
      let letter = Unicode.Scalar(UInt32(split[value] & 0x0FFF))
    else { return nil }
    return (letter, UInt8(split[value] >> 12))
  }

  /// Indexed by scalar value: the ASCII letter under the diacritics; 0 where there is none.
  private static let bases: [UInt8] = {
    var table = [UInt8](repeating: 0, count: split.count)
    for (row, base) in zip(rows, "aaaeeiooouuyAAAEEIOOOUUY".utf8) {
      for scalar in row where Int(scalar.value) < table.count { table[Int(scalar.value)] = base }
    }
    for value in 0x110...0x111 { table[value] = value == 0x110 ? 0x44 : 0x64 }
    return table
  }()

  /// An ASCII character as it is, a composed Vietnamese letter without its diacritics.
  static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII { return UInt8(truncatingIfNeeded: scalar.value) }
    let value = Int(repairedD(scalar).value)
    guard value < bases.count, bases[value] != 0 else { return nil }
    return bases[value]
  }

  /// The precomposed vowel of a toneless letter and a tone: `o` and 1 give `ò`.
  static func compose(_ letter: Unicode.Scalar, tone: UInt8) -> Unicode.Scalar {
    guard let row = join[letter], Int(tone) < row.count else { return letter }
    return row[Int(tone)]
  }

  /// The tone that a combining mark stands for, where no precomposed letter took it up.
  static func tone(ofMark scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x0300: Tone.huyen.rawValue
    case 0x0309: Tone.hoi.rawValue
    case 0x0303: Tone.nga.rawValue
    case 0x0301: Tone.sac.rawValue
    case 0x0323: Tone.nang.rawValue
    default: nil
    }
  }

  /// `đ` or `Đ` for the letters that look like them and are typed for them; other scalars unchanged.
  static func repairedD(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x00D0, 0x0189: "Đ"
    case 0x00F0, 0x0256: "đ"
    default: scalar
    }
  }

  /// The small letter of a letter of the Vietnamese alphabet; `nil` for other scalars, whose small
  /// form is to be looked up (a slow affair, and it may be more than one scalar).
  static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD9...0xDD: Unicode.Scalar(scalar.value + 0x20)
    case 0x61...0x7A, 0xE0...0xF6, 0xF9...0xFD: scalar
    // Capital and small letters alternate from here on.
    case 0x0102...0x0103, 0x0110...0x0111, 0x0128...0x0129, 0x0168...0x0169, 0x01A0...0x01A1,
      0x1EA0...0x1EF9:
      Unicode.Scalar(scalar.value | 1)
    case 0x01AF...0x01B0: "ư"
    default: nil
    }
  }

  /// Whether the scalar is part of a word: a letter, or a mark that sits on one.
  static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isASCIILetter(UInt8(truncatingIfNeeded: scalar.value)) }
    if small(scalar) != nil { return true }
    // private use: slow to look up, and every number of a document is marked with some
    if scalar.value >= 0xF0000 { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Whether the byte is `a`-`z` or `A`-`Z`.
  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
