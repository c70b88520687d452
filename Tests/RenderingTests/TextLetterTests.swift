import Assessment
import Documents
import PlanModel
import Rendering
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
    return slips.first.map { TextRenderer.render($0.document).flattened } ?? ""
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
}
