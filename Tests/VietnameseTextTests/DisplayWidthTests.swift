import Foundation
import Testing

@testable import VietnameseText

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Đảng ủy xã", 10), ("\u{FEFF}a\u{200B}", 1), ("中文", 4), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("Ａ", 2), ("a\u{1B}", 1), ("\r\n", 0), ("👍🏽", 2), ("👨‍👩‍👧", 2),
    ("✔\u{FE0F}", 2), (" \u{FE0F}", 1), ("\u{AD}", 0), ("≥", 1), ("–", 1), ("\u{A0}", 1),
    ("\u{301}", 0),
  ])
  func columns(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func formDoesNotChangeTheWidth() {
    for row in [
      "aàảãáạăằẳẵắặâầẩẫấậ", "ưừửữứự", "ĐđƠỜỞỠỚỢ", "Nghị quyết số 21-NQ/TW của Trung ương",
    ] {
      #expect(row.precomposedStringWithCanonicalMapping.displayWidth == row.count)
      #expect(row.decomposedStringWithCanonicalMapping.displayWidth == row.count)
    }
  }

  @Test func placing() {
    #expect("TT".padded(to: 4) == "TT  ")
    #expect("ủy".rightAligned(in: 4) == "  ủy")
    #expect("dài hơn".padded(to: 3) == "dài hơn")
    #expect("dài hơn".rightAligned(in: 3) == "dài hơn")
    #expect("dài hơn".centred(in: 3) == "dài hơn")
    #expect("x".padded(to: -5) == "x")
  }

  @Test func theHeadOfADocumentIsCentred() {
    let head = [
      ("TỈNH ỦY NINH KHÁNH", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("BAN TỔ CHỨC", "----------------------"),
    ]
    .map { $0.centred(in: 36).padded(to: 36) + $1.centred(in: 44) }
    #expect(
      head == [
        "         TỈNH ỦY NINH KHÁNH                    ĐẢNG CỘNG SẢN VIỆT NAM",
        "            BAN TỔ CHỨC                        ----------------------",
      ])
    #expect("BÁO CÁO".centred(in: 80) == "                                    BÁO CÁO")
    #expect(
      "quý III và 9 tháng năm 2026".centred(in: 80).hasPrefix(
        String(repeating: " ", count: 26) + "q"))
  }
}
