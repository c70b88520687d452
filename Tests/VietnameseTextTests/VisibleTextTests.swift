import Testing

@testable import VietnameseText

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("\u{0}", "\\u{00}"),
    ("a\nb\r\n", "a\\u{0A}b\\u{0D}\\u{0A}"),
    ("\t", "\\u{09}"), ("\u{7F}\u{9B}", "\\u{7F}\\u{9B}"), ("x\u{202E}y", "x\\u{202E}y"),
    ("\u{2066}\u{2069}\u{200F}", "\\u{2066}\\u{2069}\\u{200F}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
    ("\u{FFFE}\u{FFFF}\u{1FFFE}", "\\u{FFFE}\\u{FFFF}\\u{1FFFE}"),
    ("\u{FEFF}a", "\\u{FEFF}a"),
    ("\u{AD}", "\\u{AD}"), ("a\u{200B}b", "a\\u{200B}b"), ("\u{3164}", "\\u{3164}"),
    ("\u{E0041}", "\\u{E0041}"),
  ])
  func dangerIsWrittenOut(_ text: String, _ shown: String) {
    #expect(visible(text) == shown)
  }

  @Test(arguments: [
    "", "Đảng ủy xã Tân Thạnh", "a\u{A0}b", "e\u{323}\u{302}", "中文", "✔\u{FE0F}", "\"\\",
  ])
  func otherTextIsUnchanged(_ text: String) {
    #expect(Array(visible(text).utf8) == Array(text.utf8))
  }

  @Test func lineFeedsMayStay() {
    #expect(visible("a\r\nb\nc", keepingLineFeeds: true) == "a\\u{0D}\nb\nc")
  }

  @Test func noControlOfTheFirstPlaneComesThrough() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      guard [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) else {
        continue
      }
      #expect(visible(String(scalar)).utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }
  }

  @Test(arguments: [
    ("Đảng ủy xã Tân Thạnh", 10, "\"Đảng ủy xã\"..."), ("1,012", 10, "\"1,012\""), ("", 10, "\"\""),
    ("a\"b", 10, "\"a\\\"b\""), ("ab\n", 4, "\"ab\"..."), ("\u{1B}[2J", 20, "\"\\u{1B}[2J\""),
    ("中文", 3, "\"中\"..."), ("abc", 3, "\"abc\""), ("abc", -1, "\"a\"..."),
  ])
  func quotedValues(_ value: String, _ limit: Int, _ text: String) {
    #expect(quoted(value, limit: limit) == text)
  }

  @Test func onPaperQuotesInsideQuotesAreSingle() {
    #expect(quotation("chưa; \"dồn\" cuối năm") == "\"chưa; 'dồn' cuối năm\"")
    #expect(quotation("1,012", limit: 10) == quoted("1,012", limit: 10))
    #expect(onPaper("mã \(quoted("a\"b")).") == "mã \"a'b\".")
  }

  @Test func marksWithoutEndAreShortened() {
    let value = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(quoted(value, limit: 20).unicodeScalars.count < 100)
    #expect(quoted("abc", limit: .max) == "\"abc\"")
  }
}
