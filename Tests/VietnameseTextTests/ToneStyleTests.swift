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
