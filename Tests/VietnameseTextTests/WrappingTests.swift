import TestSupport
import Testing

@testable import VietnameseText

@Suite struct WrappingTests {
  @Test func aParagraphOfTheReport() {
    let text =
      "Thực hiện Kế hoạch số 167-KH/TU, ngày 20/10/2022 của Ban Chấp hành Đảng bộ tỉnh thực hiện "
      + "Nghị quyết số 21-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung ương khóa XIII, Ban Tổ chức "
      + "Tỉnh ủy báo cáo tóm tắt kết quả như sau:"
    #expect(
      wrap(text, width: 80, firstIndent: 3) == [
        "   Thực hiện Kế hoạch số 167-KH/TU, ngày 20/10/2022 của Ban Chấp hành Đảng bộ",
        "tỉnh thực hiện Nghị quyết số 21-NQ/TW, ngày 16/6/2022 của Ban Chấp hành Trung",
        "ương khóa XIII, Ban Tổ chức Tỉnh ủy báo cáo tóm tắt kết quả như sau:",
      ])
  }

  @Test func aListItemHangs() {
    let text =
      "- TT 5: riêng quý III kết nạp 486 đảng viên; 9 tháng đạt 68,8% mức tối thiểu cả năm, tăng 74 "
      + "đảng viên so với cùng kỳ (1.338), nhưng chậm 127 đảng viên so với tiến độ 75%. Quý IV phải "
      + "kết nạp ít nhất 640 đảng viên, hơn quý III 154."
    #expect(
      wrap(text, width: 80, hanging: 2) == [
        "- TT 5: riêng quý III kết nạp 486 đảng viên; 9 tháng đạt 68,8% mức tối thiểu cả",
        "  năm, tăng 74 đảng viên so với cùng kỳ (1.338), nhưng chậm 127 đảng viên so với",
        "  tiến độ 75%. Quý IV phải kết nạp ít nhất 640 đảng viên, hơn quý III 154.",
      ])
  }

  /// Each phrase is pushed over the end of the line by one column, at every place.
  @Test(arguments: [
    "486 đảng", "ngày 14/9/2026", "ngày 05 tháng 01 năm 2026", "Đảng ủy xã", "Đảng uỷ phường",
    "TT 5",
    "mục III.1", "số 167-KH/TU", "(TT 5)", "17 giờ 00", "tháng 9 năm 2026", "quý III", "khóa XIII",
    "3,9 điểm %", "> 90%", "cột F", "thứ Sáu", "Tỉnh ủy", "cấp ủy", "Đảng ủy đặc khu", "1.412 đảng",
    "Điều 11", "mã NK-041", "(486 đảng", "lần 1",
  ])
  func phrasesStayTogether(_ phrase: String) {
    for lead in 1...40 {
      let text = String(repeating: "x", count: lead) + " " + phrase + " và cùng kỳ"
      let lines = wrap(text, width: 42)
      #expect(lines.contains { $0.contains(phrase) }, "\(lines)")
    }
  }

  @Test(arguments: [
    ("năm 2026 của", ["năm 2026", "của"]), ("xx 93,4% số", ["xx 93,4%", "số"]),
    ("TT 4, 5 chậm", ["TT 4,", "5 chậm"]), ("số đảng viên", ["số đảng", "viên"]),
    ("x 2026, đạt", ["x 2026,", "đạt"]),
  ])
  func othersPart(_ text: String, _ lines: [String]) {
    #expect(wrap(text, width: 9) == lines)
  }

  @Test func thePercentSignIsNotLeftAlone() {
    #expect(wrap("đạt 92.5 % và 3,9 điểm %.", width: 80) == ["đạt 92.5% và 3,9 điểm %."])
  }

  @Test func wordsWiderThanTheLineAreCut() {
    #expect(
      wrap("xem nguyenvanan_danhsach.csv nhé", width: 10, firstIndent: 2, hanging: 1) == [
        "  xem", " nguyenvan", " an_danhsa", " ch.csv", " nhé",
      ])
    #expect(wrap("中文中", width: 3) == ["中", "文", "中"])
  }

  @Test func narrowLinesBreakWhatBelongsTogether() {
    #expect(wrap("ngày 05 tháng 01 năm 2026", width: 12) == ["ngày 05", "tháng 01 năm", "2026"])
  }

  @Test func spacesAndBreaks() {
    #expect(wrap("", width: 10) == [""])
    #expect(wrap("  a \t b  ", width: 10) == ["a b"])
    #expect(wrap("a\nb\r\n\nc", width: 10, hanging: 1) == ["a", " b", "", " c"])
    #expect(wrap("Đang " + unbroken("thực hiện"), width: 9) == ["Đang", "thực hiện"])
    #expect(wrap("Đang thực hiện", width: 9) == ["Đang thực", "hiện"])
  }

  @Test func senselessMeasuresDoNoHarm() {
    #expect(wrap("ab c", width: -3, firstIndent: 9, hanging: -1) == ["ab", "c"])
    #expect(wrap("ab", width: 4, firstIndent: 100, hanging: 100) == ["  ab"])
    #expect(wrap("abcd", width: 6, firstIndent: 3) == ["", "abcd"])
  }

  @Test(arguments: UInt64(1)...40)
  func linesFitAndNoWordIsLost(seed: UInt64) {
    var random = SeededDice(seed: seed)
    let vocabulary =
      "ngày 14/9/2026 tháng 01 năm 2026 486 đảng viên, Đảng ủy xã TT 5 mục III.1 số 167-KH/TU 17 giờ "
      + "00 > 90% điểm % (tỷ lệ 93,9%) - quý III; Ban_Tổ_chức_Tỉnh_ủy_Khánh_Hòa e\u{323}\u{302} 中文 68,8 "
      + "thực\u{A0}hiện"
    let words = vocabulary.split(separator: " ").map(String.init)
    for _ in 0..<50 {
      let count = Int.random(in: 0...60, using: &random)
      let text = (0..<count).compactMap { _ in words.randomElement(using: &random) }
        .joined(separator: Bool.random(using: &random) ? " " : "  ")
      let width = Int.random(in: 2...80, using: &random)
      let first = Int.random(in: 0...10, using: &random)
      let hanging = Int.random(in: 0...10, using: &random)
      let lines = wrap(text, width: width, firstIndent: first, hanging: hanging)
      #expect(lines.allSatisfy { $0.displayWidth <= width })
      #expect(lines.allSatisfy { $0.last != " " })
      #expect(letters(lines.joined()) == letters(text))
      if width - hanging >= 30 {
        let shown = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(spacedPercent(shown) == spacedPercent(text))
      }
    }
  }

  private func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  /// The words, with the spaces before percent signs put out of the account.
  private func spacedPercent(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing(" %", with: "%").split(separator: " ").map(String.init)
  }
}
