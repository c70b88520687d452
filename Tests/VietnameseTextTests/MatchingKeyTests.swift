import Foundation
import TestSupport
import Testing

@testable import VietnameseText

@Suite struct MatchingKeyTests {
  @Test func fixtureHoldsItsRows() throws {
    #expect(try Vector.of(kind: "eq").count == 18)
    #expect(try Vector.of(kind: "ne").count == 12)
  }

  @Test func namesThatMeanTheSameAreEqual() throws {
    for vector in try Vector.of(kind: "eq") {
      #expect(MatchingKey(vector.left) == MatchingKey(vector.right), "\(vector)")
    }
  }

  @Test func namesThatDifferStayDifferent() throws {
    for vector in try Vector.of(kind: "ne") {
      #expect(MatchingKey(vector.left) != MatchingKey(vector.right), "\(vector)")
    }
  }

  /// Plain names are folded as any others are, only quicker.
  @Test func plainNamesFoldAlike() {
    let plain = (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init).map { String($0) }
      .filter(\.isPlain)
    let parts = [
      "tỷ", "Mỹ", "quý", "QUÝ", "uỷ", "hoà", "Đ", "Ð", "ð", "y", "Y", "đy", "ưy", "-", " - ", "  ",
      "\u{A0}", "1", ".", "/", "(", "nghiêng", "UBND", "ẹo", "òà",
    ]
    var dice = SeededDice(seed: 7)
    let names = (0..<5_000).map { _ in
      (0..<Int.random(in: 1...8, using: &dice)).map { _ in
        parts.randomElement(using: &dice) ?? ""
      }.joined()
    }
    for name in names { #expect(foldPlain(name) == foldCarefully(name), "\(name)") }
    let folded = plain.compactMap { letter in foldPlain(letter).map { (letter, $0) } }
    #expect(folded.count > 200)
    for (letter, text) in folded { #expect(text == foldCarefully(letter), "\(letter)") }
  }

  @Test(arguments: [
    ("Đảng ủy", "đang² uy²"),
    ("  Thành   phố\tThủ Đức ", "thanh¹ phô⁴ thu² đưc⁴"),
    ("Mỹ Quý", "mi³ qui⁴"),
    ("UBND", "ubnd"),
    ("Ty - le -- X", "ti-le--x"),
    ("", ""),
    ("\u{FEFF} \u{200B}", ""),
    ("- a -", "-a-"),
  ])
  func foldsTo(_ name: String, _ text: String) {
    #expect(MatchingKey(name).text == text)
  }

  @Test(arguments: [
    "Đảng ủy\u{3000}xã", "\u{FEFF}Đảng ủy xã", "Đảng\u{200B} ủy xã", "Đảng ủ\u{AD}y xã",
    "Ða\u{200D}\u{309}ng u\u{309}y xa\u{303}", "đảng uỷ\r\nxã", "ĐẢNG UỶ XÃ\u{202F}",
    "\u{189}ảng ủy xã", "Đảng ủy\u{2003}xã",
  ])
  func typingAccidentsDoNotMatter(_ typed: String) {
    #expect(MatchingKey(typed) == MatchingKey("Đảng ủy xã"))
  }

  @Test(arguments: ["chính trị—xã hội", "chính trị − xã hội", "chính trị \u{2011}xã hội"])
  func everyDashIsOne(_ typed: String) {
    #expect(MatchingKey(typed) == MatchingKey("chính trị-xã hội"))
  }

  @Test(arguments: [
    ("hòa", "hoa1"), ("hòa", "hoa¹"), ("tỏ", "to2"), ("y tế", "i tế"), ("ý", "í"), ("đa", "da"),
    ("ăn", "ân"), ("Tân An", "TânAn"), ("máy", "mái"), ("quý", "qúi1"), ("thy", "thi"),
  ])
  func nothingElseIsFolded(_ one: String, _ other: String) {
    #expect(MatchingKey(one) != MatchingKey(other))
  }

  @Test func asciiTakesTheSameWayAsOtherText() {
    var random = SeededDice(seed: 11)
    let alphabet = Array("aBhyYkQu1-- .,\t_/")
    for _ in 0..<2_000 {
      let text = String((0..<8).compactMap { _ in alphabet.randomElement(using: &random) })
      // A word apart that is not ASCII sends the whole text the long way.
      #expect(MatchingKey(text + ",ô").text == MatchingKey(text + ",").text + "ô", "\(text)")
    }
  }

  @Test func everyToneAndPlaceOfTwoVowelsMeets() {
    for pair in ["oa", "oe", "uy"] {
      let letters = Array(pair.unicodeScalars)
      for tone in UInt8(1)...5 {
        let old = "\(letters[0])\(Letters.compose(letters[1], tone: tone))"
        let new = "\(Letters.compose(letters[0], tone: tone))\(letters[1])"
        #expect(MatchingKey("th" + old) == MatchingKey("TH" + new.uppercased()))
      }
    }
  }

  @Test func plainKeyIsForClosedVocabularies() {
    #expect(PlainKey("Tỷ lệ (%)") == PlainKey("ti le  (%)"))
    #expect(PlainKey("Đã hoàn thành").text == "da hoan thanh")
    #expect(PlainKey("Xã Tân Thạnh") == PlainKey("xa tan thanh"))
    #expect(PlainKey("x").description == "x" && MatchingKey("Y").description == "y")
  }
}

@Suite struct NormalizationTests {
  @Test func composesWhatIsDecomposed() {
    let composed = toNFC("Ti\u{309}nh u\u{309}y, e\u{323}\u{302}")
    #expect(Array(composed.utf8) == Array("Tỉnh ủy, ệ".precomposedStringWithCanonicalMapping.utf8))
    #expect(Array(toNFC("abc").utf8) == Array("abc".utf8))
  }

  @Test func theGlanceIsRightForEveryScalar() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "a" + String(scalar)] {
        #expect(
          Array(toNFC(text).utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8),
          "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("Đảng ủy xã Tân Thạnh", "Dang uy xa Tan Thanh"), ("ÐẶNG", "DANG"),
    ("đường ở ĐĂK", "duong o DAK"),
    ("abc 1", "abc 1"), ("e\u{323}\u{302}", "e"), ("한국", "한국"),
  ])
  func diacriticsGo(_ text: String, _ plain: String) {
    #expect(withoutDiacritics(text) == plain)
  }
}

@Suite struct LettersTests {
  @Test func smallLettersAreThoseOfUnicode() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value), let small = Letters.small(scalar) else { continue }
      #expect(String(small) == scalar.properties.lowercaseMapping)
      #expect(scalar.properties.isAlphabetic)
    }
    for letter in "ĂÂĐÊÔƠƯÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ"
      .unicodeScalars
    {
      #expect(Letters.small(letter) != nil, "\(letter)")
    }
  }

  @Test func vowelsComposeAgain() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value), let vowel = Letters.vowel(scalar) else { continue }
      #expect(Letters.compose(vowel.letter, tone: vowel.tone) == scalar)
    }
    // As decoded from Windows-1258: the letter is composed, its tone is not.
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars {
      for (tone, mark) in ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"].enumerated() {
        let whole = Letters.compose(letter, tone: UInt8(tone) + 1)
        #expect(Array(toNFC(String(letter) + mark).unicodeScalars) == [whole])
      }
    }
    #expect(Letters.compose("b", tone: 1) == "b" && Letters.compose("a", tone: 9) == "a")
  }
}
