import Assessment
import Documents
import PlanModel
import Rendering
import Testing

/// What the briefing says of change: since when, and over which units.
@Suite struct TextChangeTests {
  private func briefing(_ builder: ReportBuilder) -> String {
    TextRenderer.render(Briefing.document(builder.report)).split { $0.isWhitespace }
      .joined(separator: " ")
  }

  /// Two districts that report a rate which is to rise; figures as `above/below`, by period.
  private func office(
    collected: Cadence, base: Target.Change.Base, in period: String, asOf: String,
    _ figures: [(period: String, above: Int)]
  ) -> ReportBuilder {
    var builder = ReportBuilder()
    builder.period = ReportBuilder.period(period)
    builder.asOf = ReportBuilder.time(asOf)
    builder.units += [
      ReportBuilder.unit("H1", "Huyện ủy 1"), ReportBuilder.unit("H2", "Huyện ủy 2"),
    ]
    builder.indicators = [
      ReportBuilder.share(
        "CT01", "Thôn tốt", .increase(Target.Change(nil, against: base)),
        .every(collected, from: nil, to: nil), collected: collected,
        carriesForward: collected == .year)
    ]
    for (period, above) in figures {
      for unit in ["H1", "H2"] {
        let receipt = builder.receive(unit, .indicator, in: ReportBuilder.period(period))
        builder.add(receipt, "CT01", above, 20)
      }
    }
    return builder
  }

  @Test("a yearly figure that is carried on is compared with the year its base was counted in")
  func yearOfTheBase() {
    let builder = office(
      collected: .year, base: .previousYear, in: "2026-Q3", asOf: "2026-10-05",
      [("2024-Q4", 10), ("2025-Q4", 12)])
    let text = briefing(builder)
    #expect(text.contains("tăng 10,0 điểm % so với năm 2024 (50,0%)"))
    #expect(text.contains("So kỳ trước: TT 1 với năm 2024."))
  }

  @Test("a half year's stock is compared with the quarter in which the one before was counted")
  func quarterOfTheBase() {
    let builder = office(
      collected: .quarter, base: .previousPeriod, in: "2025-H1", asOf: "2025-07-05",
      [("2024-Q4", 10), ("2025-Q1", 11), ("2025-Q2", 12)])
    let text = briefing(builder)
    #expect(text.contains("tăng 10,0 điểm % so với quý IV năm 2024 (50,0%)"))
    #expect(!text.contains("6 tháng cuối năm 2024"))
  }
}
