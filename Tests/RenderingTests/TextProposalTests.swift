import Assessment
import Documents
import PlanModel
import Rendering
import Testing

/// To whom proposals are addressed, and what they ask of them.
@Suite struct TextProposalTests {
  private func briefing(_ builder: ReportBuilder) -> String {
    TextRenderer.render(Briefing.document(builder.report)).flattened
  }

  /// Districts that may report one indicator in the third quarter.
  private func office(
    _ comparison: Target.Comparison, _ figures: [(above: Int, below: Int)?],
    schedule: Target.Schedule = .every(.quarter, from: nil, to: nil)
  ) -> ReportBuilder {
    var builder = ReportBuilder()
    builder.indicators = [ReportBuilder.share("CT01", "Thôn có chi bộ", comparison, schedule)]
    for (number, figure) in figures.enumerated() {
      builder.units.append(ReportBuilder.unit("H\(number)", "Huyện ủy \(number)", members: 100))
      guard let figure else { continue }
      builder.add(builder.receive("H\(number)", .indicator), "CT01", figure.above, figure.below)
    }
    return builder
  }

  @Test func aUnitIsAskedForItsOwnPartOfTheGap() {
    var builder = office(.exactly(FixedDecimal(1)), [nil, nil, nil], schedule: .by(2024))
    builder.period = ReportBuilder.period("2024")
    builder.asOf = ReportBuilder.time("2025-01-05")
    for (unit, quarter, above) in [("H0", 4, 20), ("H1", 4, 18), ("H2", 3, 15)] {
      let period = ReportBuilder.quarter(quarter)
      builder.add(builder.receive(unit, .indicator, in: period), "CT01", above, 20)
    }
    let text = briefing(builder)
    #expect(text.contains("(còn 07 thôn)"), "\(text)")
    #expect(
      text.contains(
        "Chỉ đạo Huyện ủy 1 hoàn thành phần còn thiếu (02 thôn) của chỉ tiêu TT 1 (Thôn có chi bộ)"
          + " trong năm 2025; 05 thôn còn lại theo số liệu kỳ trước của 01 đơn vị chưa có số liệu"
          + " kỳ này."), "\(text)")
  }
}
