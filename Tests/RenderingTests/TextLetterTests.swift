import Assessment
import Documents
import PlanModel
import Testing

/// What letters and slips say of days, of numbers, and of whom.
@Suite struct TextLetterTests {
  /// Districts, of which some report in the third quarter.
  private func office(_ units: Int, sending: Set<Int> = []) -> ReportBuilder {
    var builder = ReportBuilder()
    builder.indicators = [
      ReportBuilder.share("CT01", "Thôn có chi bộ", .maintain(FixedDecimal(1)))
    ]
    for number in 0..<units {
      builder.units.append(ReportBuilder.unit("H\(number)", "Huyện ủy \(number)"))
      if sending.contains(number) {
        builder.add(builder.receive("H\(number)", .indicator), "CT01", 20, 20)
      }
    }
    return builder
  }

  // MARK: slips

  private func slip(
    _ builder: ReportBuilder, _ receipt: Receipt, _ code: String, _ severity: Severity = .explain
  ) -> String {
    let review = SubmissionReview(
      receipt: receipt,
      findings: [
        Finding(
          code: code, severity: severity, place: Finding.Place(row: 2), subject: "CT01",
          plan: "KH", value: "20%", message: "", problem: "Cách xa các đơn vị cùng loại")
      ], normalisations: [])
    let slips = FeedbackSlips.documents(
      office: builder.office, period: builder.period, submissions: builder.submissions,
      reviews: [review])
    return slips.first.map { printed($0.document).flattened } ?? ""
  }

  @Test func aSlipIsNoOlderThanWhatItHoldsTheFiguresAgainst() {
    var builder = office(3)
    let early = builder.receive("H0", .indicator, "2024-09-12T09:00")
    builder.receive("H1", .indicator, "2024-09-25T09:00")
    // neither a returned form nor one on tasks is held against it
    builder.receive("H2", .indicator, "2024-09-27T09:00", state: .returned, errors: 1)
    builder.receive("H1", .task, "2024-09-30T09:00")
    let doubted = slip(builder, early, "far-from-peers")
    #expect(doubted.contains("ngày 25 tháng 9 năm 2024"), "\(doubted)")
    #expect(doubted.contains("trước 17 giờ 00 ngày 27/9/2024 (thứ Sáu)"), "\(doubted)")
    #expect(doubted.contains("bieu01.csv, 12/9/2024 09:00"), "\(doubted)")
    let own = slip(builder, early, "denominator-zero")
    #expect(own.contains("ngày 12 tháng 9 năm 2024"), "\(own)")
    #expect(own.contains("trước 17 giờ 00 ngày 16/9/2024"), "\(own)")
  }

  // MARK: the letter

  @Test func theNumbersOfTheLetterAddUp() throws {
    var builder = office(3, sending: [2])
    builder.units.append(
      ReportBuilder.unit("BTC", "Ban Tổ chức Tỉnh ủy", kind: "ban-dang"))
    builder.tasks = [ReportBuilder.task("V.1-01", "quản lý dữ liệu", .continuous)]
    builder.receive("H1", .indicator, "2024-10-04T08:00", state: .returned, errors: 2)
    let letter = try #require(letters(builder)["cong-van"])
    #expect(
      letter.contains(
        "đã nhận được 1/3 biểu hợp lệ của 03 đơn vị (không kể 01 biểu của Ban Tổ chức Tỉnh ủy)."
          + " Còn 02 đơn vị chưa hoàn thành, trong đó 01 đơn vị còn trong thời hạn chỉnh lý; 01 đơn vị"
          + " quá hạn, cụ thể:"), "\(letter)")
    #expect(letter.contains("Kính gửi: Huyện ủy 0."), "\(letter)")
    builder.asOf = ReportBuilder.time("2024-10-09")
    let later = try #require(letters(builder)["cong-van"])
    #expect(later.contains("Tỉnh ủy). Còn 02 đơn vị chưa hoàn thành, cụ thể:"), "\(later)")
  }

  @Test func aFormWithTimeLeftIsNamedBesideTheOtherOfItsUnit() throws {
    var builder = office(1)
    builder.tasks = [
      ReportBuilder.task(
        "V.1-01", "quản lý dữ liệu", lead: .each(UnitSelection(kinds: ["huyen-uy"])), .continuous)
    ]
    builder.receive("H0", .task, "2024-10-04T08:00", state: .returned, errors: 2)
    let letter = try #require(letters(builder)["cong-van"])
    #expect(
      letter.contains("0/2 biểu hợp lệ của 01 đơn vị. Còn 01 đơn vị chưa hoàn thành, cụ thể:"),
      "\(letter)")
    let cells = letter.replacing("|", with: " ").split(separator: " ").joined(separator: " ")
    #expect(cells.contains("18 ngày Biểu số 02 còn thời hạn chỉnh lý"), "\(letter)")
  }

  // MARK: names

  /// Cells of three communes, of which two bear one name.
  private var cells: ReportBuilder {
    var builder = office(0)
    builder.units += [
      ReportBuilder.unit("X1", "Đảng ủy xã Đông Sơn", kind: "xa"),
      ReportBuilder.unit("X2", "Đảng ủy xã Tây Sơn", kind: "xa"),
      ReportBuilder.unit("C1", "Chi bộ thôn Hòa Bình", parent: "X1"),
      ReportBuilder.unit("C2", "Chi bộ thôn Hoà Bình", parent: "X2"),
      ReportBuilder.unit("C3", "Chi bộ thôn Nam", parent: "X2"),
    ]
    return builder
  }

  @Test func unitsOfOneNameAreToldApart() throws {
    let all = letters(cells)
    let letter = try #require(all["cong-van"])
    #expect(letter.contains("- Chi bộ thôn Hòa Bình (Đảng ủy xã Đông Sơn);"), "\(letter)")
    #expect(letter.contains("(Đảng ủy xã Tây Sơn);"), "\(letter)")
    #expect(letter.contains("- Chi bộ thôn Nam."), "\(letter)")
    #expect(all["C1"]?.contains("Chi bộ thôn Hòa Bình (mã đơn vị: C1)") == true, "\(all)")
  }

  @Test func underOneParentTheyAreToldApartByTheirCodes() throws {
    var builder = cells
    builder.units.append(ReportBuilder.unit("C4", "Chi bộ thôn Hòa Bình", parent: "X1"))
    // a unit that has ended takes nobody's name
    builder.units.append(
      Unit(
        code: "C5", name: "Chi bộ thôn Nam", kind: "huyen-uy", parent: "X1",
        validFrom: ReportBuilder.day("2020-01-01"), validTo: ReportBuilder.day("2021-12-31")))
    let letter = try #require(letters(builder)["cong-van"])
    #expect(letter.contains("- Chi bộ thôn Hòa Bình (mã C1);"), "\(letter)")
    #expect(letter.contains("- Chi bộ thôn Hòa Bình (mã C4)"), "\(letter)")
    #expect(letter.contains("- Chi bộ thôn Nam;"), "\(letter)")
    let report = printed(Briefing.document(ReportContents(builder.report))).flattened
    #expect(report.contains("Chi bộ thôn Hòa Bình (mã C4)"), "\(report)")
  }
}
