import Assessment
import Documents
import PlanModel
import Testing

/// So many units that not every value of theirs is kept, and the workbook has no rows of them.
struct LargeOfficeTests {
  /// Of each unit 111 values.
  private static func report(units: Int) throws -> Report {
    try #require(
      WorkbookSample(
        unitCount: units, groupSize: 100, missing: [3, 150], notApplicable: [7], blank: [11, 900],
        empty: [13], indicators: (1...37).map(indicator)
      ).report())
  }

  private static func indicator(_ number: Int) -> Indicator {
    let isOfEach = number % 9 == 0
    let least = FixedDecimal(Int128(number % 4), fractionDigits: 3)
    let target = Target(
      .atLeast(least), .every(number % 2 == 0 ? .year : .quarter, from: nil, to: nil),
      isPerUnit: isOfEach)
    return Indicator(
      code: "C\(number)", clause: "II", name: "tỉ lệ \(number)", shortName: "Tỉ lệ \(number)",
      unitOfMeasure: "đảng viên", measure: .share, numerator: "số được", denominator: "tổng số",
      numeratorKind: .flow, denominatorKind: .stock,
      combination: isOfEach ? .unitsMeeting : .sum,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter, targets: [target])
  }

  private struct Onlooker: CellVisitor {
    func see(_ cells: [IndicatorCell], of indicator: Indicator, _ input: AssessmentInput) {}
    func end(of indicator: Indicator) {}
  }

  @Test
  func whatIsSaidOfUnitsIsTheSameWhetherAllTheirValuesAreReckonedOrNot() throws {
    let partial = try Self.report(units: 1_300).assessment
    let all = PlanAssessment(partial.input, seenBy: Onlooker())
    #expect(partial.indicators.contains { !$0.shortUnits.isEmpty })
    #expect(partial.indicators.contains { !$0.gaps.isEmpty })
    #expect(partial.doubts == all.doubts)
    for (partial, all) in zip(partial.indicators, all.indicators) {
      #expect(partial.totals.map(\.window) == all.totals.map(\.window))
      #expect(partial.totals.map(\.tally) == all.totals.map(\.tally))
      #expect(partial.totals.map(\.verdict) == all.totals.map(\.verdict))
      #expect(partial.gaps == all.gaps)
      #expect(partial.brokenUnits == all.brokenUnits)
      #expect(partial.shortUnits.map(\.unit) == all.shortUnits.map(\.unit))
      #expect(partial.shortUnits.map(\.verdict) == all.shortUnits.map(\.verdict))
      #expect(partial.shortUnits.map(\.lacking) == all.shortUnits.map(\.lacking))
    }
  }

  @Test
  func workbookHasTheTotalsAndSaysWhereTheUnitsAre() throws {
    let report = try Self.report(units: 1_900)
    let input = report.assessment.input
    #expect(!ConsolidatedWorkbook.showsUnits(input.plan, in: input.office))
    let sheets = ConsolidatedWorkbook.sheets(of: report)
    func texts(_ name: String) throws -> [String] {
      try #require(sheets.first { $0.name == name }).rows.flatMap(\.cells).compactMap { cell in
        if case .text(let text) = cell.value { text } else { nil }
      }
    }
    let units = try texts("Biểu 02")
    #expect(units.contains("NHOM1"))
    #expect(!units.contains("HU1"))
    #expect(units.contains { $0.hasPrefix("Biểu này chỉ in các dòng cộng") })
    #expect(try texts("Số liệu").contains { $0.hasPrefix("Số dòng số liệu gốc quá lớn") })
    let legend = try texts("Chú giải")
    #expect(legend.contains { $0.hasSuffix("tệp units.csv.") })
    #expect(legend.contains { $0.hasPrefix("Có quá nhiều tệp để in từng tệp") })
    #expect(!legend.contains("HU1") && !legend.contains("bieu01.csv"))
  }
}
