import DelimitedText
import Foundation
import Testing

/// UTF-8 and UTF-16, sound and broken.
@Suite struct TextDecodingTests {
  /// Text with every letter of the alphabet, every tone, capitals, and office punctuation.
  static let vietnamese = [
    "Mã kế hoạch,Mã chỉ tiêu,Tử số,Mẫu số,Ghi chú",
    "Đảng ủy xã Tân Thạnh báo cáo kết quả thực hiện Nghị quyết số 21-NQ/TW",
    "TỈNH ỦY – BAN TỔ CHỨC: “XÔ VIẾT NGHỆ TĨNH”, ĐẢNG BỘ XÃ… (XÃ” và «xã»)",
    "Huyện ủy Ninh Sơn; Đảng uỷ khối; Thành uỷ Phan Rang - Tháp Chàm",
    "tỉ lệ 68,8% ≥ 50 %, khoảng 12 m², 30º, ½ số chi bộ, số 5§, © và ®",
    "ghi chú\u{A0}có dấu cách không ngắt, µm, · gạch đầu dòng, ¬ phủ định, × ÷ ± °",
    "aàảãáạ ăằẳẵắặ âầẩẫấậ eèẻẽéẹ êềểễếệ iìỉĩíị oòỏõóọ ôồổỗốộ ơờởỡớợ uùủũúụ ưừửữứự yỳỷỹýỵ",
    "AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ EÈẺẼÉẸ ÊỀỂỄẾỆ IÌỈĨÍỊ OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ UÙỦŨÚỤ ƯỪỬỮỨỰ YỲỶỸÝỴ",
    "Ðảng bộ viết bằng chữ Eth, café São Paulo, Müller, Ängelholm, naïve",
    "ông nói «đã quá»… rồi", "10 µm, 20 µm, 30 µm, 40 µm",
    "mẫu 10 µm, 20 ¬n, 30 µm, 40 ¬n của tổ một",
    "“Ã”, Ã¹ và XÃ² là chú thích trong bài có chữ đủ dấu",
    "đồng ₫, € và £; emoji 🇻🇳 ✓ → “trích dẫn ‘lồng’ nhau”",
  ]

  static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    try [UInt8](#require(text.data(using: encoding)))
  }

  @Test(arguments: vietnamese)
  func vietnameseIsNeverRefused(text: String) throws {
    for form in [
      text, text.decomposedStringWithCanonicalMapping, text.uppercased(), text + "\r\n" + text,
    ] {
      let bytes = Array(form.utf8)
      let decoded = try TextDecoding.decode(bytes)
      #expect(decoded.encoding == .utf8)
      #expect(Array(decoded.utf8) == bytes, "not a byte may change, composed or not")
    }
  }

  @Test func allTextTogetherIsNotRefused() throws {
    let text = Self.vietnamese.joined(separator: "\n")
    #expect(try TextDecoding.decode(Array(text.utf8)).encoding == .utf8)
  }

  @Test func markIsLeftOut() throws {
    let decoded = try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array("\"mã\",b".utf8))
    #expect(decoded.encoding == .utf8BOM)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "\"mã\",b")
  }

  @Test func nothingAndTheMarkAloneAreEmptyText() throws {
    #expect(try TextDecoding.decode([]).utf8.isEmpty)
    #expect(try TextDecoding.decode([0xEF, 0xBB, 0xBF]).utf8.isEmpty)
    #expect(try TextDecoding.decode([0xFF, 0xFE]).utf8.isEmpty)
  }

  @Test func utf8IsNotCopied() throws {
    let bytes = Array("a,b\n".utf8)
    let decoded = try TextDecoding.decode(bytes)
    let same = unsafe bytes.withUnsafeBufferPointer { whole in
      unsafe decoded.utf8.withUnsafeBufferPointer { unsafe $0.baseAddress == whole.baseAddress }
    }
    #expect(same)
  }

  @Test(arguments: vietnamese)
  func utf16IsReadInBothOrders(text: String) throws {
    let little = try TextDecoding.decode([0xFF, 0xFE] + Self.bytes(text, .utf16LittleEndian))
    #expect(little.encoding == .utf16LE)
    #expect(Array(little.utf8) == Array(text.utf8))
    let big = try TextDecoding.decode([0xFE, 0xFF] + Self.bytes(text, .utf16BigEndian))
    #expect(big.encoding == .utf16BE)
    #expect(Array(big.utf8) == Array(text.utf8))
  }

  @Test func utf16WithoutMarkIsNamed() throws {
    let text = "Mã kế hoạch\tTử số\r\nNQ21\t12\r\n"
    #expect(throws: DecodingProblem.utf16WithoutMark(littleEndian: true)) {
      try TextDecoding.decode(Self.bytes(text, .utf16LittleEndian))
    }
    #expect(throws: DecodingProblem.utf16WithoutMark(littleEndian: false)) {
      try TextDecoding.decode(Self.bytes(text, .utf16BigEndian))
    }
  }

  @Test func utf16CutInAUnitIsNamed() {
    #expect(throws: DecodingProblem.oddByteCount(5)) {
      try TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0x62])
    }
  }

  @Test(arguments: [
    [0x0A, 0, 0x3D, 0xD8, 0x61, 0] as [UInt8],  // high half before a letter
    [0x0A, 0, 0x3D, 0xD8],  // high half at the end
    [0x0A, 0, 0x00, 0xDC],  // low half alone
  ])
  func loneSurrogateHasItsPlace(units: [UInt8]) {
    #expect(throws: DecodingProblem.loneSurrogate(TextPlace(offset: 4, line: 2))) {
      try TextDecoding.decode([0xFF, 0xFE] + units)
    }
  }

  @Test func nulHasItsPlace() {
    #expect(throws: DecodingProblem.nul(TextPlace(offset: 6, line: 3))) {
      try TextDecoding.decode(Array("a\r\nb\r".utf8) + [0x63, 0, 0x64, 0x65, 0x66, 0x67])
    }
    #expect(throws: DecodingProblem.nul(TextPlace(offset: 4, line: 1))) {
      try TextDecoding.decode([0xFF, 0xFE, 0x61, 0, 0, 0])
    }
    #expect(throws: DecodingProblem.nul(TextPlace(offset: 4, line: 1))) {
      try TextDecoding.decode([0xEF, 0xBB, 0xBF, 0x61, 0])
    }
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xC1, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0x80],
      [0xE1, 0xBA, 0x41], [0xC3, 0x28],
    ] as [[UInt8]])
  func illFormedUTF8HasItsPlace(sequence: [UInt8]) {
    let start = Array("Đảng ủy\nđã ".utf8)
    let place = TextPlace(offset: start.count, line: 2)
    #expect(throws: DecodingProblem.invalidUTF8(place)) {
      try TextDecoding.decode(start + sequence + Array(" họp\n".utf8))
    }
    #expect(throws: DecodingProblem.invalidUTF8(TextPlace(offset: place.offset + 3, line: 2))) {
      try TextDecoding.decode([0xEF, 0xBB, 0xBF] + start + sequence + Array(" họp\n".utf8))
    }
  }

  @Test func textCutInACharacterIsTruncated() {
    let whole = Array("Đảng ủy\r\nđã họ".utf8)
    for missing in 1...2 {
      let place = TextPlace(offset: whole.count - 3, line: 2)
      #expect(throws: DecodingProblem.truncatedUTF8(place)) {
        try TextDecoding.decode(Array(whole.dropLast(missing)))
      }
    }
    #expect(throws: DecodingProblem.truncatedUTF8(TextPlace(offset: 1, line: 1))) {
      try TextDecoding.decode([0x61, 0xE1, 0xBB])
    }
  }

  @Test func everyScalarValuePasses() throws {
    var text = String.UnicodeScalarView()
    for value in UInt32(1)...0x10FFFF where value % 61 == 0 && !(0x80...0x17F ~= value) {
      if let scalar = Unicode.Scalar(value) {
        text.append(scalar)
        text.append(" ")
      }
    }
    let bytes = Array(String(text).utf8)
    #expect(Array(try TextDecoding.decode(bytes).utf8) == bytes)
  }
}
