import Testing

@testable import Spreadsheets

@Suite struct CellTextTests {
  @Test(arguments: [
    ("Đảng bộ tỉnh Ninh Khánh", "Đảng bộ tỉnh Ninh Khánh"),
    ("a\tb\nc", "a\tb\nc"),
    ("a\r\nb\rc\n", "a\nb\nc\n"),
    ("a\r\n\nb", "a\n\nb"),
    ("a\u{0}b\u{1}\u{1F}\u{7F}\u{85}", "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\u{FFFE}x\u{FFFF}", "\u{FFFD}x\u{FFFD}"),
    ("\u{FFFC}\u{FFFD}", "\u{FFFC}\u{FFFD}"),
    ("e\u{301}", "e\u{301}"),
  ])
  func controlCharactersAreShown(_ text: String, _ clean: String) {
    #expect(Array(CellText.clean(text).unicodeScalars) == Array(clean.unicodeScalars))
  }

  @Test(arguments: [
    "", "a", "a\tb\nc", "Đảng bộ tỉnh Ninh Khánh, ế ấ ợ ữ ỹ Ỵ", "_", "x", "mã_số", "\u{A0}",
    "\u{FFFD}",
  ])
  func plainTextIsReady(_ text: String) {
    #expect(CellText.isReady(text))
    #expect(CellText.stored(text) == text)
  }

  @Test(arguments: [
    "\r", "\u{0}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}", "\u{FFFF}", "_x0041_",
  ])
  func otherTextIsNotReady(_ odd: String) {
    for text in [odd, "Đảng " + odd, odd + " ủy", String(repeating: "số liệu ", count: 20) + odd] {
      #expect(!CellText.isReady(text))
    }
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"),
    ("a_x00aF_b", "a_x005F_x00aF_b"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("_x041_", "_x041_"),
    ("_x0041", "_x0041"),
    ("_X0041_", "_X0041_"),
    ("_xGHIJ_", "_xGHIJ_"),
    ("mã _x_ số", "mã _x_ số"),
    ("", ""),
  ])
  func escapesThatExcelWouldReadAreEscaped(_ text: String, _ stored: String) {
    #expect(CellText.stored(text) == stored)
  }

  @Test func aTextThatFitsIsLeftAlone() {
    let text = String(repeating: "ộ", count: CellText.limit)
    #expect(CellText.fitted(text) == CellText.Fitted(text: text, wasShortened: false))
  }

  @Test func aLongTextIsCutWithAMark() {
    let fitted = CellText.fitted(String(repeating: "ộ", count: CellText.limit + 1))
    #expect(fitted.wasShortened)
    #expect(fitted.text.hasSuffix("ộ… [cắt bớt]"))
    #expect(fitted.text.utf16.count == CellText.limit)
  }

  @Test func theLimitCountsUTF16() {
    // 20,000 letters of two units each
    let text = String(repeating: "😀", count: 20_000)
    #expect(throws: SpreadsheetError.self) {
      try CellText.stored(text, limit: CellText.limit, "text")
    }
    let fitted = CellText.fitted(text)
    #expect(fitted.wasShortened)
    #expect(fitted.text.utf16.count <= CellText.limit)
    #expect(!fitted.text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func wholeCharactersAreCut() {
    let text = String(repeating: "e\u{323}\u{302}", count: 100)
    let fitted = CellText.fitted(text, limit: 100)
    let kept = fitted.text.dropLast(CellText.mark.count)
    #expect(kept.unicodeScalars.count % 3 == 0)
    #expect(fitted.text.utf16.count <= 100)
  }

  @Test func escapesCountForTheLimit() {
    let text = String(repeating: "_x0041_", count: 5_000)
    let fitted = CellText.fitted(text)
    #expect(fitted.wasShortened)
    #expect(CellText.stored(fitted.text).utf16.count <= CellText.limit)
  }

  @Test func aTinyLimitStillHolds() {
    #expect(CellText.fitted("một hai ba bốn", limit: 5).text == "… [cắ")
  }
}
