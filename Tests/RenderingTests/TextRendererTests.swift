import Documents
import Testing

@Suite struct TextRendererTests {
  private func text(_ blocks: TextDocument.Block...) -> String {
    printed(TextDocument(blocks))
  }

  private func lines(_ blocks: TextDocument.Block...) -> [String] {
    printed(TextDocument(blocks)).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  @Test func letterheadStandsInItsColumns() {
    let lines = lines(
      .letterhead(
        left: ["TỈNH ỦY NINH KHÁNH", "BAN TỔ CHỨC", "*", "Số      -BC/BTCTU", "Dự thảo lần 1"],
        right: [
          "ĐẢNG CỘNG SẢN VIỆT NAM", "----------------------",
          "Ninh Khánh, ngày      tháng 9 năm 2026",
        ]))
    #expect(
      lines == [
        "         TỈNH ỦY NINH KHÁNH                    ĐẢNG CỘNG SẢN VIỆT NAM",
        "            BAN TỔ CHỨC                        ----------------------",
        "                 *                     Ninh Khánh, ngày      tháng 9 năm 2026",
        "         Số      -BC/BTCTU", "           Dự thảo lần 1",
      ])
  }

  @Test func longLetterheadIsWrappedAndNeverTouches() {
    let lines = lines(
      .letterhead(
        left: [String(repeating: "ĐẢNG BỘ ", count: 8)],
        right: [String(repeating: "NƠI ", count: 20)]))
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 80 && $0.contains(" ") })
  }

  @Test func signatureLeavesRoom() {
    let signature = TextDocument.Signature(
      label: "Nơi nhận:",
      recipients: ["- Ban Thường vụ Tỉnh ủy (để báo cáo);", "- Lưu Ban Tổ chức Tỉnh ủy."],
      authority: ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], name: "[Họ và tên]")
    #expect(
      lines(.signature(signature)) == [
        "Nơi nhận:                                              K/T TRƯỞNG BAN",
        "- Ban Thường vụ Tỉnh ủy (để báo cáo);                  PHÓ TRƯỞNG BAN",
        "- Lưu Ban Tổ chức Tỉnh ủy.", "",
        "                                                        [Họ và tên]",
      ])
  }

  @Test func paragraphsAndItemsHang() {
    let words = String(repeating: "từ ngữ ", count: 20)
    #expect(
      lines(.paragraph(words), .item(words), .numbered(7, words), .plain(words)).map {
        $0.prefix { $0 == " " }.count
      } == [3, 0, 0, 2, 0, 3, 0, 0])
  }

  @Test func fieldsStandBehindTheLongestLabel() {
    #expect(
      text(.fields([.init("Đơn vị gửi:", "A"), .init("Lỗi:", "B")], isNested: false))
        == "Đơn vị gửi:  A\nLỗi:         B\n")
    #expect(
      text(.fields([.init("Cách sửa:", "A"), .init("Lỗi:", "B")], isNested: true))
        == "   Cách sửa: A\n   Lỗi:      B\n")
  }

  @Test func addressees() {
    #expect(
      text(.addressees(label: "Kính gửi:", names: ["Huyện ủy A"]))
        == "                 Kính gửi: Huyện ủy A.\n")
    #expect(
      text(.addressees(label: "Kính gửi:", names: ["A", "B"]))
        == "                 Kính gửi: - A;\n                           - B.\n")
  }

  @Test func blankLinesNeverDouble() {
    #expect(text(.blank, .plain("a"), .blank, .blank, .plain("b"), .blank) == "a\n\nb\n")
    #expect(text() == "\n")
  }

  @Test func whatOthersTypedCannotForgeLines() {
    #expect(text(.plain("a\u{1B}[2J\u{202E}b\nc")) == "a\\u{1B}[2J\\u{202E}b\\u{0A}c\n")
    #expect(text(.plain("“a” – b…")) == "\"a\" - b...\n")
  }

  @Test func composedForm() {
    let text = text(.plain("Ty\u{309}nh u\u{309}y"))
    #expect(Array(text.utf8) == Array("Tỷnh ủy\n".utf8))
  }

  @Test func tablesKeepTheirWidth() {
    let table = TextDocument.Table(
      [.init("TT", 2, .right), .init("Tên", 30), .init("Số", 8, .right)],
      [["1", "Tên rất dài không vừa một dòng của ô này", "1.234.567.890"], ["2", "B", "5"]])
    let lines = lines(.table(table))
    let bars = Set(lines.map { $0.enumerated().filter { "|+".contains($0.element) }.map(\.offset) })
    #expect(bars.count == 1)
    #expect(lines.contains { $0.hasSuffix("1.234.567.890") || $0.contains("1.234.567.890") })
  }
}
