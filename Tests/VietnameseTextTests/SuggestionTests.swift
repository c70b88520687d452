import Testing

@testable import VietnameseText

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "abc", 0), ("abc", "acb", 1),
    ("ca", "abc", 3),
    ("kitten", "sitting", 3), ("NK-041", "NK-014", 1), ("ab", "ba", 1), ("abcd", "abxcd", 1),
  ])
  func distances(_ one: String, _ other: String, _ distance: Int) {
    #expect(editDistance(Array(one), Array(other)) == distance)
    #expect(editDistance(Array(other), Array(one)) == distance)
  }

  private let units = ["Tân Thạnh", "Tân Thành", "Tân Sơn", "Đồng Tiến", "Vĩnh Hà"]

  @Test(arguments: [
    ("Tân Thành", "Tân Thành"), ("tân thạnh", "Tân Thạnh"), ("Tan Thanh", "Tân Thạnh"),
    ("Tân Thánh", "Tân Thạnh"), ("Đồng Tiên", "Đồng Tiến"), ("dong tein", "Đồng Tiến"),
    ("Vĩnh Hã", "Vĩnh Hà"), ("Phường Đông Sơn", nil), ("", nil), ("   ", nil),
  ])
  func nearestName(_ typed: String, _ expected: String?) {
    #expect(nearest(typed, among: units) == expected)
  }

  @Test func codes() {
    let codes = ["NK-041", "NK-042", "NK-140"]
    #expect(nearest("NK-41", among: codes) == "NK-041")
    #expect(nearest("NK-043", among: codes) == "NK-041")
    #expect(nearest("nk-042", among: codes) == "NK-042")
    #expect(nearest("NK-999", among: codes) == nil)
    #expect(nearest("NK-999", among: codes, limit: 3) == "NK-041")
    #expect(nearest("NK-043", among: codes, limit: -1) == nil)
    #expect(nearest("NK-043", among: []) == nil)
  }

  @Test func longTextsAreNoWords() {
    let long = String(repeating: "a", count: 100_000)
    #expect(nearest(long, among: [long]) == nil)
    #expect(nearest("a", among: [long, "b"]) == "b")
  }
}
