import Assessment
import PlanModel
import TestSupport
import Testing

/// What is said of a sum over the year while a unit has not sent all it did: that is missing, not nothing.
@Suite struct TextPartOfSumTests {
  /// Two districts have done 20 in each of three quarters; a third 1 in two of them, and is silent since.
  private func text(ofTarget target: Int) -> String {
    var builder = ReportBuilder.districts(nil, [nil, nil, nil])
    builder.indicators = [ReportBuilder.amount("CT01", atLeast: target)]
    for quarter in 1...3 {
      for (unit, amount) in [("H0", 10), ("H1", 10), ("H2", 1)] where quarter < 3 || amount > 1 {
        builder.book.add(
          Figure(
            plan: "KH", indicator: "CT01", row: 2, numerator: .value(FixedDecimal(amount)),
            denominator: .blank, note: ""),
          of: builder.receive(unit, .indicator, in: ReportBuilder.quarter(quarter)))
      }
    }
    return briefing(builder)
  }

  @Test func whatIsStillToBeDoneSaysOfWhomItIsReckoned() {
    let text = text(ofTarget: 100)
    #expect(
      text.contains(
        "theo số liệu của 2/3 đơn vị, lũy kế 9 tháng năm 2024 đạt 62/100 triệu đồng"), "\(text)")
    #expect(text.contains("quý IV năm 2024 không dưới 38 triệu đồng (theo số liệu của 2/3 đơn vị)"))
    // what all lack is not held against what some have done
    #expect(!text.contains("nhiều hơn"))
  }

  @Test func anEstimateDoesNotCallMissedWhatSilentUnitsMayHaveDone() {
    let short = text(ofTarget: 100)
    #expect(
      short.contains("ước cả năm đạt 82,7/100 triệu đồng, chưa kể đơn vị còn thiếu số liệu."),
      "\(short)")
    #expect(!short.contains("không đạt chỉ tiêu"))
    // what is reached without them is reached with them
    let reached = text(ofTarget: 80)
    #expect(reached.contains("ước cả năm đạt 82,7/80 triệu đồng, đạt chỉ tiêu."), "\(reached)")
  }
}
