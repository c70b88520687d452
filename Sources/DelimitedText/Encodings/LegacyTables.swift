/// The 8-bit encodings that Vietnamese text may arrive in, as tables.
enum LegacyTables {
  /// What a byte over 0x7F stands for; nil: nothing.
  static let windows1258: [UInt8: Unicode.Scalar] = table(
    [
      0x80: "€", 0x82: "‚ƒ„…†‡ˆ‰", 0x8B: "‹Œ", 0x91: "‘’“”•–—˜™", 0x9B: "›œ", 0x9F: "Ÿ",
      0xC0: "ÀÁÂĂÄÅÆÇÈÉÊË", 0xCD: "ÍÎÏĐÑ", 0xD3: "ÓÔƠÖ×ØÙÚÛÜƯ", 0xDF: "ßàáâăäåæçèéêë",
      0xED: "íîïđñ", 0xF3: "óôơö÷øùúûüư₫ÿ",
    ],
    and: [
      (0xCC, "\u{300}"), (0xD2, "\u{309}"), (0xDE, "\u{303}"),
      (0xEC, "\u{301}"), (0xF2, "\u{323}"),
    ] + (0xA0...0xBF).map { ($0, Unicode.Scalar($0)) })

  /// TCVN3 (ABC), the code of the .Vn fonts.
  static let tcvn3: [UInt8: Unicode.Scalar] = table(
    [
      0xA1: "ĂÂÊÔƠƯĐăâêôơưđ", 0xB5: "àảãáạ", 0xBB: "ằẳẵắ", 0xC6: "ặầẩẫấậè", 0xCE: "ẻẽéẹềểễếệìỉ",
      0xDC: "ĩíịò", 0xE1: "ỏõóọồổỗốộờởỡớợù", 0xF1: "ủũúụừửữứựỳỷỹýỵ",
    ], and: [])

  /// VNI: bytes that are a letter by themselves.
  static let vniLetters: [UInt8: Unicode.Scalar] = [
    0xF1: "đ", 0xD1: "Đ", 0xF4: "ơ", 0xD4: "Ơ", 0xF6: "ư", 0xD6: "Ư", 0xED: "í", 0xCD: "Í",
    0xEC: "ì", 0xCC: "Ì", 0xE6: "ỉ", 0xC6: "Ỉ", 0xF3: "ĩ", 0xD3: "Ĩ", 0xF2: "ị", 0xD2: "Ị",
    0xEE: "ỵ", 0xCE: "Ỵ",
  ]

  /// VNI: bytes that add a shape, a tone or both to the vowel before them. Capitals are 0x20 less.
  static let vniMarks: [UInt8: [Unicode.Scalar]] = {
    let small: [UInt8: [Unicode.Scalar]] = [
      0xF9: ["\u{301}"], 0xF8: ["\u{300}"], 0xFB: ["\u{309}"], 0xF5: ["\u{303}"],
      0xEF: ["\u{323}"], 0xE2: ["\u{302}"], 0xE1: ["\u{302}", "\u{301}"],
      0xE0: ["\u{302}", "\u{300}"], 0xE5: ["\u{302}", "\u{309}"], 0xE3: ["\u{302}", "\u{303}"],
      0xE4: ["\u{302}", "\u{323}"], 0xEA: ["\u{306}"], 0xE9: ["\u{306}", "\u{301}"],
      0xE8: ["\u{306}", "\u{300}"], 0xFA: ["\u{306}", "\u{309}"], 0xFC: ["\u{306}", "\u{303}"],
      0xEB: ["\u{306}", "\u{323}"],
    ]
    var both = small
    for (byte, marks) in small { both[byte - 0x20] = marks }
    return both
  }()

  private static func table(
    _ runs: [UInt8: String], and singles: [(UInt8, Unicode.Scalar)]
  ) -> [UInt8: Unicode.Scalar] {
    var table: [UInt8: Unicode.Scalar] = [:]
    for (start, letters) in runs {
      for (step, letter) in letters.unicodeScalars.enumerated() {
        table[start + UInt8(step)] = letter
      }
    }
    for (byte, letter) in singles { table[byte] = letter }
    return table
  }
}
