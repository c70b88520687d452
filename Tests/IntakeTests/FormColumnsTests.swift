import DelimitedText
import PlanModel
import Testing

@testable import Intake

/// Headers of the forms.
@Suite struct FormColumnsTests {
  @Test(arguments: [
    "STT", "Tên chỉ tiêu", "Đơn vị tính", "Kỳ trước", "Tử số kỳ trước", "mau so ky truoc",
    "Thời hạn",
    "KIỂM TRA",
  ])
  func whatTheOfficeHasPutOnAFormIsReadPast(_ header: String) throws {
    #expect(try #require(Column(header: header)).isReadPast)
  }

  @Test(arguments: ["Tử số", "Mẫu số", "Tình trạng", "Kỳ báo cáo", "Ghi chú", "Ngày hoàn thành"])
  func whatAUnitFillsInIsRead(_ header: String) throws {
    #expect(try !#require(Column(header: header)).isReadPast)
  }

  @Test func columnsReadPastMayStandSideBySideAndDecideNothing() {
    let headers = [
      "Mã kế hoạch", "Mã chỉ tiêu", "Kỳ trước", "Tử số kỳ trước", "Mẫu số kỳ trước", "Tử số",
      "Mẫu số", "Kiểm tra",
    ]
    let layout = HeaderLayout(
      separator: .semicolon, row: 1, line: 1, lastRow: 1, lines: [headers])
    #expect(layout.findings() == [])
    #expect(layout.index(of: .numerator) == 5)
    #expect(layout.score == 4)
    var normalisations = Normalisations()
    for header in headers {
      if let column = Column(header: header) { normalisations.header(header, readAs: column) }
    }
    #expect(normalisations.sentences == [])
  }

  @Test func otherColumnsThatMeanTheSameAreFound() {
    let layout = HeaderLayout(
      separator: .semicolon, row: 1, line: 1, lastRow: 1,
      lines: [["Mã kế hoạch", "Mã chỉ tiêu", "Tử số", "Thực hiện"]])
    #expect(layout.findings().map(\.code) == ["column-duplicate"])
  }
}
