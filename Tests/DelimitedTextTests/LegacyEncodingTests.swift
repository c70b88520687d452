import DelimitedText
import Testing

/// Encodings from before Unicode, damage done by wrong encodings, and files that are no text.
@Suite struct LegacyEncodingTests {
  static let text = "Mã đơn vị,Ghi chú\nNQ21,Đảng ủy xã đã họp đúng hạn\n"
  // The same text, byte by byte, as those encodings write it.
  static let windows1258: [UInt8] =
    [0x4D, 0x61, 0xDE, 0x20, 0xF0, 0xF5, 0x6E, 0x20, 0x76, 0x69, 0xF2, 0x2C]
    + Array("Ghi ch".utf8) + [0xFA, 0x0A] + Array("NQ21,".utf8)
    + [0xD0, 0x61, 0xD2, 0x6E, 0x67, 0x20, 0x75, 0xD2, 0x79, 0x20, 0x78, 0x61, 0xDE, 0x20]
    + [0xF0, 0x61, 0xDE, 0x20, 0x68, 0x6F, 0xF2, 0x70, 0x20, 0xF0, 0xFA, 0x6E, 0x67, 0x20]
    + [0x68, 0x61, 0xF2, 0x6E, 0x0A]
  static let tcvn3: [UInt8] =
    [0x4D, 0xB7, 0x20, 0xAE, 0xAC, 0x6E, 0x20, 0x76, 0xDE, 0x2C]
    + Array("Ghi ch".utf8) + [0xF3, 0x0A] + Array("NQ21,".utf8)
    + [0xA7, 0xB6, 0x6E, 0x67, 0x20, 0xF1, 0x79, 0x20, 0x78, 0xB7, 0x20, 0xAE, 0xB7, 0x20]
    + [0x68, 0xE4, 0x70, 0x20, 0xAE, 0xF3, 0x6E, 0x67, 0x20, 0x68, 0xB9, 0x6E, 0x0A]
  static let vni: [UInt8] =
    [0x4D, 0x61, 0xF5, 0x20, 0xF1, 0xF4, 0x6E, 0x20, 0x76, 0xF2, 0x2C]
    + Array("Ghi ch".utf8) + [0x75, 0xF9, 0x0A] + Array("NQ21,".utf8)
    + [0xD1, 0x61, 0xFB, 0x6E, 0x67, 0x20, 0x75, 0xFB, 0x79, 0x20, 0x78, 0x61, 0xF5, 0x20]
    + [0xF1, 0x61, 0xF5, 0x20, 0x68, 0x6F, 0xEF, 0x70, 0x20, 0xF1, 0x75, 0xF9, 0x6E, 0x67]
    + [0x20, 0x68, 0x61, 0xEF, 0x6E, 0x0A]

  /// `bytes` saved as UTF-8 by a program that took each byte for a character of Latin-1.
  static func asLatin1(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
    return Array(String(text).utf8)
  }

  @Test func windows1258IsReadAndComposed() throws {
    let decoded = try TextDecoding.decode(Self.windows1258)
    #expect(decoded.encoding == .windows1258)
    #expect(Array(decoded.utf8) == Array(Self.text.utf8))
  }

  @Test func tcvn3IsNamed() {
    #expect(throws: DecodingProblem.legacyEncoding(.tcvn3)) {
      try TextDecoding.decode(Self.tcvn3)
    }
  }

  @Test func vniIsNamed() {
    #expect(throws: DecodingProblem.legacyEncoding(.vni)) { try TextDecoding.decode(Self.vni) }
  }

  /// What Excel writes as "CSV (Comma delimited)" on an English machine reads as TCVN3 here and there.
  @Test func lostLettersAreNoOldEncoding() {
    let text = "Ma k? ho?ch;Ghi ch\u{FA}\nNQ21;c\u{F2}n thi?u s? li?u c?a x\u{E3} v\u{E0} huy?n\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(throws: DecodingProblem.lostLetters(TextPlace(offset: 8, line: 1))) {
      try TextDecoding.decode(bytes)
    }
    // one may be a question
    let asked = Self.tcvn3 + Array("a?b".utf8)
    #expect(throws: DecodingProblem.legacyEncoding(.tcvn3)) { try TextDecoding.decode(asked) }
  }

  @Test func oldFontsSavedAsUnicodeAreNamed() {
    #expect(throws: DecodingProblem.legacyEncoding(.tcvn3)) {
      try TextDecoding.decode(Self.asLatin1(Self.tcvn3))
    }
    #expect(throws: DecodingProblem.legacyEncoding(.vni)) {
      try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Self.asLatin1(Self.vni))
    }
  }

  @Test func westernTextIsNotTakenForWindows1258() {
    // "déjà vu, café": bytes that both code pages share prove nothing
    let bytes = Array("a,b\nd".utf8) + [0xE9, 0x6A, 0xE0] + Array(" vu,caf".utf8) + [0xE9, 0x0A]
    #expect(throws: DecodingProblem.invalidUTF8(TextPlace(offset: 5, line: 2))) {
      try TextDecoding.decode(bytes)
    }
  }

  @Test func oneWordIsNotEnoughForWindows1258() {
    let bytes = Array("plan,note\nNQ21,".utf8) + [0xD0, 0x61, 0xD2, 0x6E, 0x67, 0x0A]  // "Đảng"
    #expect(throws: DecodingProblem.invalidUTF8(TextPlace(offset: 15, line: 2))) {
      try TextDecoding.decode(bytes)
    }
  }

  @Test func aByteThatWindows1258DoesNotHaveIsNotRead() {
    #expect(throws: DecodingProblem.self) {
      try TextDecoding.decode(Self.windows1258 + [0x90])
    }
  }

  @Test(arguments: ["Đảng", "ủy", "Mã kế hoạch", "đơn vị", "“Báo cáo”", "ỦY BAN", "ƯU ĐIỂM"])
  func mojibakeIsFound(word: String) throws {
    let damaged = Self.asLatin1(Array(word.utf8))
    let place = TextPlace(offset: 4, line: 2)
    #expect {
      try TextDecoding.decode(Array("a,b\n".utf8) + damaged)
    } throws: { error in
      guard case DecodingProblem.mojibake(let found)? = error as? DecodingProblem else {
        return false
      }
      return found.line == place.line && found.offset >= place.offset
    }
  }

  @Test(arguments: [
    ("Äáº£ng á»§y", 2),
    ("á»§y", 0),
    ("Äáº£ng", 2),
    ("há»™p", 1),
    ("Æ°u", 0),
    ("chÃ­nh quy", 2),
    ("â€œbao cao", 0),
  ])
  func mojibakeThroughWindows1252IsFound(text: String, offset: Int) {
    #expect(throws: DecodingProblem.mojibake(TextPlace(offset: offset, line: 1))) {
      try TextDecoding.decode(Array(text.utf8))
    }
  }

  @Test func mojibakeAmongSoundTextIsFound() {
    let text = "Đảng ủy xã\r\nđã họp,Äáº£ng\r\n"
    #expect(throws: DecodingProblem.mojibake(TextPlace(offset: 31, line: 2))) {
      try TextDecoding.decode(Array(text.utf8))
    }
  }

  @Test(
    arguments: [
      (Array("PK\u{3}\u{4}........[Content_Types].xml".utf8), ForeignFormat.xlsx),
      (Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), .xlsx),
      (
        Array("PK\u{3}\u{4}..mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .ods
      ),
      (Array("PK\u{3}\u{4}....word/document.xml".utf8), .docx),
      (Array("PK\u{3}\u{4}....anh.jpg".utf8), .zip),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], .ole),
      (Array("%PDF-1.7\n".utf8), .pdf),
      (Array("\u{FEFF}\r\n<!DOCTYPE html>".utf8), .html),
      (Array("<HTML><body>".utf8), .html),
      (Array("<table border=1>".utf8), .html),
      (Array("<?xml version=\"1.0\"?>".utf8), .xml),
      (Array("{\\rtf1\\ansi".utf8), .rtf),
      ([0xFF, 0xFE, 0x3C, 0, 0x68, 0, 0x74, 0, 0x6D, 0, 0x6C, 0, 0x3E, 0], .html),
      ([0x1F, 0x8B, 0x08, 0], .archive),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .utf32),
    ] as [([UInt8], ForeignFormat)])
  func otherFilesAreNamed(bytes: [UInt8], format: ForeignFormat) {
    #expect(throws: DecodingProblem.foreignFormat(format)) { try TextDecoding.decode(bytes) }
  }

  @Test func textThatLooksALittleLikeAnotherFileIsRead() throws {
    for text in ["PK,ghi chú\n", "PDF,%\n", "<5,7\n", "ID;P\n", "PK01,1\n"] {
      #expect(try TextDecoding.decode(Array(text.utf8)).encoding == .utf8)
    }
  }

  @Test(arguments: [
    DecodingProblem.foreignFormat(.xlsx), .legacyEncoding(.tcvn3),
    .utf16WithoutMark(littleEndian: true),
    .mojibake(TextPlace(offset: 1, line: 2)), .oddByteCount(5), .nul(TextPlace(offset: 1, line: 2)),
    .lostLetters(TextPlace(offset: 1, line: 2)),
  ])
  func problemsAreOneLineOfText(problem: DecodingProblem) {
    #expect(!problem.description.isEmpty && !problem.description.contains("\n"))
  }
}
