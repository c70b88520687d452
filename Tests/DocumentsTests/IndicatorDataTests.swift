import Assessment
import PlanModel
import Testing

@testable import Documents

/// The rows of `indicators.csv`.
@Suite struct IndicatorDataTests {
  @Test func eachTargetHasItsOwnCountOfUnits() throws {
    let overTerm: (Target.Comparison) -> Target = { Target($0, .overTerm, isPerUnit: true) }
    let indicator = Indicator(
      code: "CT03", clause: "V.8", name: "mỗi đơn vị một người", shortName: "Mỗi đơn vị một",
      unitOfMeasure: "đảng viên", measure: .count, numerator: "số người", denominator: nil,
      numeratorKind: .flow, denominatorKind: .flow, combination: .unitsMeeting,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter, decimals: 0,
      targets: [overTerm(.atLeast(FixedDecimal(1))), overTerm(.atLeast(FixedDecimal(3)))])
    let report = try #require(WorkbookSample(indicators: [indicator]).report())
    let rows = NumberTable(try #require(DataFiles.all(of: report).first)).rows
      .filter { $0[2] == "TU" && $0[4] == "term" }
    #expect(
      Set(rows.map { $0[5...8].joined(separator: " ") }) == ["4 6 0.666667 1", "2 6 0.333333 3"])
  }
}
