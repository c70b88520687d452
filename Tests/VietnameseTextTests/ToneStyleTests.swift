import TestSupport
import Testing

@testable import VietnameseText

@Suite struct ToneStyleTests {
  @Test(arguments: [
    ("hòa", "hoà"), ("ủy", "uỷ"), ("khóa", "khoá"), ("thủy", "thuỷ"), ("Tỉnh ủy", "Tỉnh uỷ"),
    ("ĐẢNG ỦY", "ĐẢNG UỶ"), ("Ủy ban", "Uỷ ban"), ("Khánh Hòa", "Khánh Hoà"), ("KHÓA", "KHOÁ"),
    ("lòe, xòe", "loè, xoè"), ("tùy", "tuỳ"), ("Òa", "Oà"), ("chuyển hóa", "chuyển hoá"),
    ("đảng ủy/chi ủy", "đảng uỷ/chi uỷ"), ("lũy kế", "luỹ kế"), ("nghịch họa", "nghịch hoạ"),
  ])
  func stylesAreConverted(_ moi: String, _ cu: String) {
    #expect(ToneStyle.moi.applied(to: cu) == moi)
    #expect(ToneStyle.cu.applied(to: moi) == cu)
    #expect(ToneStyle.moi.applied(to: moi) == moi)
    #expect(ToneStyle.cu.applied(to: cu) == cu)
  }

  @Test(
    arguments: [
      "quý", "Phú Quý", "quả", "quẻ", "hoàn thành", "hoạt động", "xoáy", "khuỷu", "thuở", "của",
      "mùa",
      "lúa", "thúi", "huỳnh", "oái", "khoẻn", "wòa", "hoá2", "x_hoá", "hoá@a.vn", "ABC-123", "",
      "òà",
      "giữa", "toa", "uy",
    ], ToneStyle.allCases)
  func othersAreLeftAlone(_ text: String, _ style: ToneStyle) {
    #expect(style.applied(to: text) == text)
  }

  @Test(arguments: ["oa", "oe", "uy", "OA", "Oe", "uY"])
  func aGlanceSeesEveryToneThatMayMove(_ pair: String) throws {
    let letters = Array(pair.unicodeScalars)
    for tone in UInt8(1)...5 {
      func text(_ toned: Int) -> String {
        var view = String.UnicodeScalarView()
        for place in 0...1 {
          let letter = letters[place]
          view.append(place == toned ? Letters.compose(letter, tone: tone) : letter)
        }
        return "Tỉnh kh\(String(view)), số"
      }
      #expect(ToneStyle.moi.leaves(text(0)))
      #expect(!ToneStyle.moi.leaves(text(1)))
      #expect(!ToneStyle.cu.leaves(text(0)))
      #expect(ToneStyle.cu.leaves(text(1)))
    }
    #expect(ToneStyle.moi.leaves(pair) && ToneStyle.cu.leaves(pair))
  }

  @Test(arguments: ["quý", "Phú Quý,", "QUÝ", "hoàn", "Hoạt", "khuỷu", "xoáy", "huỳnh", "thoả mãn"])
  func aGlanceSeesThatAToneCannotMove(_ text: String) {
    #expect(ToneStyle.cu.leaves(text))
    #expect(ToneStyle.moi.leaves(text) == (text != "thoả mãn"))
  }

  /// Whatever a glance leaves alone, the careful way leaves alone as well.
  @Test(arguments: ToneStyle.allCases)
  func aGlanceIsNeverWrong(_ style: ToneStyle) {
    var dice = SeededDice(seed: 11)
    let letters = ["o", "u", "O", "U", "a", "e", "y", "Y", "ò", "ú", "Ủ", "á", "ẹ", "ỳ", "Ý", "q"]
    let others = ["Q", "h", "đ", "n", "i", "ơ", "1", "_", " ", ",", "\u{301}", "中", "x"]
    var left = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...7, using: &dice)).map { _ in
        (Bool.random(using: &dice) ? letters : others).randomElement(using: &dice) ?? ""
      }.joined()
      guard style.leaves(text) else { continue }
      left += 1
      #expect(Array(style.converted(text).utf8) == Array(text.utf8), "\(text)")
    }
    #expect(left > 1_000)
  }

  @Test(arguments: ToneStyle.allCases)
  func aGlanceSaysNothingOfTextThatIsNotComposed(_ style: ToneStyle) {
    #expect(!style.leaves("Đa\u{309}ng"))
  }

  @Test func decomposedTextIsComposedAndConverted() {
    let text = ToneStyle.moi.applied(to: "Đa\u{309}ng uy\u{309}")
    #expect(Array(text.utf8) == Array("Đảng ủy".utf8))
  }

  @Test func matchingDoesNotSeeTheStyle() {
    let text = "Tỉnh ủy Khánh Hòa khóa XIII, Ủy ban Thanh Thủy, tùy tòa"
    #expect(MatchingKey(ToneStyle.cu.applied(to: text)) == MatchingKey(text))
    #expect(ToneStyle.moi.applied(to: ToneStyle.cu.applied(to: text)) == text)
  }
}
