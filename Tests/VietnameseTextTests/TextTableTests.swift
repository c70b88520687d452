import TestSupport
import Testing

@testable import VietnameseText

@Suite struct TextTableTests {
  @Test func indicatorsOfTheBriefing() {
    let table = TextTable([
      .init("TT", width: 2, .right, gap: 0), .init("Chỉ tiêu", width: 28),
      .init("Kế hoạch", width: 8, .right), .init("Thực hiện", width: 9, .right),
      .init("So với KH", width: 9, .right), .init("So kỳ tr.", width: 9, .right),
      .init("Đánh giá", width: 9),
    ])
    let rows = [
      [
        "1", "TCCSĐ xếp loại HTTNV trở lên (năm 2025: 566/603)", "> 90%", "93,9%", "+3,9 đ%",
        "+1,2 đ%", "Đạt",
      ],
      [
        "2", "Đảng viên xếp loại HTTNV trở lên (66.712/71.850)", "> 90%", "92,8%", "+2,8 đ%",
        "+0,7 đ%", "Đạt",
      ],
      ["3", "Thôn, khu phố có đảng viên (927/927)", "100%", "100,0%", "0,0 đ%", "0,0 đ%", "Đạt"],
      [
        "4", "Thôn, khu phố có chi bộ độc lập (923/927)", "100%", "99,6%", "-0,4 đ%", "+0,2 đ%",
        "Chưa đạt",
      ],
      [
        "5", "Kết nạp đảng viên mới, mức tối thiểu 3%/năm (người)", "2.052", "1.412", "68,8%",
        "+5,5%",
        "Chậm " + unbroken("tiến độ"),
      ],
      [
        "6", "Đảng bộ xã, phường, đặc khu kết nạp chủ DN tư nhân", "59", "21", "35,6%", "-",
        "Đang " + unbroken("thực hiện"),
      ],
    ]
    #expect(table.width == 80)
    #expect(table.widened(for: rows).lines(rows) == table.lines(rows))
    #expect(
      table.lines(rows).joined(separator: "\n") == """
        TT|Chỉ tiêu                    |Kế hoạch|Thực hiện|So với KH|So kỳ tr.|Đánh giá
        --+----------------------------+--------+---------+---------+---------+---------
         1|TCCSĐ xếp loại HTTNV trở    |  > 90% |   93,9% | +3,9 đ% | +1,2 đ% |Đạt
          |lên (năm 2025: 566/603)     |        |         |         |         |
         2|Đảng viên xếp loại HTTNV    |  > 90% |   92,8% | +2,8 đ% | +0,7 đ% |Đạt
          |trở lên (66.712/71.850)     |        |         |         |         |
         3|Thôn, khu phố có đảng viên  |   100% |  100,0% |  0,0 đ% |  0,0 đ% |Đạt
          |(927/927)                   |        |         |         |         |
         4|Thôn, khu phố có chi bộ độc |   100% |   99,6% | -0,4 đ% | +0,2 đ% |Chưa đạt
          |lập (923/927)               |        |         |         |         |
         5|Kết nạp đảng viên mới, mức  |  2.052 |   1.412 |   68,8% |   +5,5% |Chậm
          |tối thiểu 3%/năm (người)    |        |         |         |         |tiến độ
         6|Đảng bộ xã, phường, đặc khu |     59 |      21 |   35,6% |       - |Đang
          |kết nạp chủ DN tư nhân      |        |         |         |         |thực hiện
        """)
  }

  @Test func overdueTasksOfTheBriefing() {
    let table = TextTable([
      .init("TT", width: 2, .right, gap: 0), .init("Nhiệm vụ (mục trong Kế hoạch)", width: 40),
      .init("Chủ trì", width: 18), .init("Hạn", width: 8), .init("Quá hạn", width: 8),
    ])
    let rows = [
      [
        "1", "Đưa nội dung thực hiện Nghị quyết vào chương trình kiểm tra, giám sát (V.3)",
        "Ủy ban Kiểm tra Tỉnh ủy", "30/6/26", "83 ngày",
      ],
      [
        "2", "Quy chế làm việc mẫu của cấp ủy cơ sở (V.1)", "Ban Tổ chức Tỉnh ủy", "31/7/26",
        "52 ngày",
      ],
      [
        "3", "Hướng dẫn sinh hoạt đảng trực tuyến (V.1)", "Ban Tổ chức Tỉnh ủy", "31/8/26",
        "21 ngày",
      ],
    ]
    #expect(
      table.lines(rows).joined(separator: "\n") == """
        TT|Nhiệm vụ (mục trong Kế hoạch)           |Chủ trì           |Hạn     |Quá hạn
        --+----------------------------------------+------------------+--------+--------
         1|Đưa nội dung thực hiện Nghị quyết vào   |Ủy ban Kiểm tra   |30/6/26 |83 ngày
          |chương trình kiểm tra, giám sát (V.3)   |Tỉnh ủy           |        |
         2|Quy chế làm việc mẫu của cấp ủy cơ sở   |Ban Tổ chức       |31/7/26 |52 ngày
          |(V.1)                                   |Tỉnh ủy           |        |
         3|Hướng dẫn sinh hoạt đảng trực tuyến     |Ban Tổ chức       |31/8/26 |21 ngày
          |(V.1)                                   |Tỉnh ủy           |        |
        """)
  }

  @Test func unitsOfTheReminder() {
    let table = TextTable([
      .init("TT", width: 2, .right, gap: 0), .init("Đảng ủy", width: 17),
      .init("Tình trạng", width: 24), .init("Quá hạn", width: 8), .init("Ghi chú", width: 25),
    ])
    let rows = [
      ["1", "Xã Đồng Tiến", "Chưa gửi báo cáo", "05 ngày", "Quý II/2026 cũng chưa gửi"],
      ["2", "Xã Vĩnh Hà", "Chưa gửi báo cáo", "05 ngày"],
      ["3", "Phường Đông Sơn", "Chưa gửi báo cáo", "05 ngày", ""],
      ["4", "Xã Tân Thạnh", "Trả lại, chưa chỉnh lý", "03 ngày", "Phiếu số 07, 06 lỗi"],
      ["5", "Xã Tân Thành", "Trả lại, chưa chỉnh lý", "03 ngày", "Phiếu số 09, 01 lỗi"],
    ]
    #expect(
      table.lines(rows).joined(separator: "\n") == """
        TT|Đảng ủy          |Tình trạng              |Quá hạn |Ghi chú
        --+-----------------+------------------------+--------+-------------------------
         1|Xã Đồng Tiến     |Chưa gửi báo cáo        |05 ngày |Quý II/2026 cũng chưa gửi
         2|Xã Vĩnh Hà       |Chưa gửi báo cáo        |05 ngày |
         3|Phường Đông Sơn  |Chưa gửi báo cáo        |05 ngày |
         4|Xã Tân Thạnh     |Trả lại, chưa chỉnh lý  |03 ngày |Phiếu số 07, 06 lỗi
         5|Xã Tân Thành     |Trả lại, chưa chỉnh lý  |03 ngày |Phiếu số 09, 01 lỗi
        """)
  }

  @Test func alignmentsAndLongTitles() {
    let table = TextTable([
      .init("Đơn vị tính", width: 6, .right, gap: 0),
      .init("Số", width: 4, .right),
    ])
    #expect(
      table.lines([["a", "1"], ["abcdef", "1234"], ["x", "1", "2"], []]) == [
        "Đơn vị|Số", "tính  |", "------+----", "     a|   1", "abcdef|1234", "     x| 1 2",
        "      |",
      ])
  }

  @Test func figuresAreNotCut() {
    let table = TextTable([
      .init("Tên", width: 20), .init("Kế hoạch", width: 8, .right), .init("Ghi chú", width: 8),
    ])
    let rows = [["Xã Tân Sơn", "1.234.567.890", ""]]
    let wide = table.widened(for: rows)
    #expect(wide.width == table.width)
    #expect(wide.lines(rows).last == "Xã Tân Sơn     |1.234.567.890|")
    #expect(
      table.lines(rows).suffix(2) == [
        "Xã Tân Sơn          |1.234.56|", "                    |   7.890|",
      ])
  }

  @Test func whatIsNotToBeBrokenTakesTheGapInstead() {
    let table = TextTable([
      .init("So kỳ", width: 9, .right), .init("Đánh giá", width: 9),
    ])
    #expect(table.lines([["+0,04\u{A0}đ%*", "Đạt"]]).last == "+0,04 đ%*|Đạt")
    #expect(table.lines([["+0,4\u{A0}đ%*", "Đạt"]]).last == "+0,4 đ%* |Đạt")
  }

  @Test func noColumnsNoTrap() {
    #expect(TextTable([]).lines([["a"]]) == [""])
    #expect(TextTable([]).width == 0)
  }

  @Test(arguments: UInt64(1)...20)
  func everyLineFitsAndNoLetterIsLost(seed: UInt64) {
    var random = SeededDice(seed: seed)
    let words = [
      "Đảng", "ủy", "1.234.567", "xã", "nguyenvanan_danhsach", "5", "ngày", "14/9/2026", "中文",
    ]
    let alignments: [TextTable.Alignment] = [.left, .right]
    for _ in 0..<30 {
      let columns = (0..<Int.random(in: 1...6, using: &random)).map { index in
        TextTable.Column(
          "C\(index)", width: Int.random(in: 2...20, using: &random),
          alignments.randomElement(using: &random) ?? .left,
          gap: Int.random(in: 0...3, using: &random))
      }
      let table = TextTable(columns)
      let row = columns.map { _ in
        (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
          words.randomElement(using: &random)
        }
        .joined(separator: " ")
      }
      let lines = table.lines([row])
      #expect(lines.allSatisfy { $0.displayWidth <= table.width && $0.last != " " })
      // Cut words run down a column: letters are counted, not read across.
      let shown = lines.dropFirst(1).joined().filter { !" |+-".contains($0) }.sorted()
      let headRest = lines.prefix { !$0.contains("--") }.dropFirst().joined().filter {
        !" |".contains($0)
      }
      #expect(shown == (row.joined() + headRest).filter { $0 != " " }.sorted())
    }
  }
}
