import Assessment
import PlanModel
import Testing

/// Targets that apply to one indicator at the same time.
struct SeveralTargetsTests {
  private static let yearlyHalf = yearly(.atLeast(percent(50)))
  private static let ninetyBy2025 = Target(.atLeast(percent(90)), .by(2025))

  private func outcomes(_ cell: IndicatorCell) -> [Verdict] {
    [cell.verdict] + cell.others.map(\.verdict)
  }

  @Test(arguments: [
    // one is missed: it comes first, wherever it stands in the plan
    ("2025-Q4", "60/100", [Verdict.notMet, .met], percent(90)),
    ("2025-Q4", "95/100", [.met, .met], percent(50)),
    ("2025-Q4", "40/100", [.notMet, .notMet], percent(50)),
    // one is not due yet: what has been reached comes before what is under way
    ("2024-Q4", "60/100", [.met, .inProgress], percent(50)),
    ("2024-Q4", "40/100", [.notMet, .inProgress], percent(50)),
  ])
  func allAreJudged(
    text: String, figure: String, verdicts: [Verdict], first: FixedDecimal
  ) throws {
    var scene = try Scene(["X1"], indicator([Self.yearlyHalf, Self.ninetyBy2025]))
    try scene.add("X1 \(text) \(figure)")
    for unit in ["T", "X1"] {
      let cell = try scene.cell(text, .point, unit)
      #expect(outcomes(cell) == verdicts)
      #expect(cell.target?.comparison.threshold == Ratio(first))
    }
  }

  @Test func aYearAndTheTermAreJudgedInTheirOwnWindows() throws {
    let targets = [
      yearly(.atLeast(FixedDecimal(10))), Target(.atLeast(FixedDecimal(1_000)), .overTerm),
    ]
    var scene = try Scene(["X1"], indicator(targets, measure: .count, .flow))
    scene.years = 2023...2024
    for quarter in 1...4 { try scene.add("X1 2024-Q\(quarter) 3") }
    let indicator = try scene.assess("2024-Q4").indicators[0]
    // the year has what it asks; the term, over with it, has not
    #expect(indicator.mainWindow == .term)
    #expect(indicator.total?.verdict == .notMet)
    #expect(indicator.otherOutcomes.map(\.window) == [.year])
    #expect(indicator.otherOutcomes.map(\.verdict) == [.met])
    #expect(indicator.otherOutcomes.first?.value == Ratio(FixedDecimal(12)))
  }

  @Test func whatEachUnitOwesMayBeTwoThings() throws {
    let targets = [
      yearly(.atLeast(FixedDecimal(1)), isPerUnit: true),
      yearly(.atLeast(FixedDecimal(3)), isPerUnit: true),
    ]
    var scene = try Scene(
      ["X1", "X2"], indicator(targets, measure: .count, combination: .unitsMeeting))
    try scene.add("X1 2024-Q4 2; X2 2024-Q4 5")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.verdict == .notMet)
    #expect(cell.figures == "1/2")
    #expect(cell.others.map(\.verdict) == [.met])
    #expect(cell.others.first?.value == Ratio(FixedDecimal(1)))
    // another count of units, not the one of the target that binds
    #expect(cell.others.first?.numerator == FixedDecimal(2))
    #expect(cell.others.first?.denominator == FixedDecimal(2))
  }

  @Test func unitsFallShortOfTheTargetThatBindsTheTotal() throws {
    // X1 misses both; the whole, half of which is reached, only the one that has time until 2025
    var scene = try Scene(["X1", "X2", "X3"], indicator([Self.yearlyHalf, Self.ninetyBy2025]))
    try scene.add("X1 2025-Q4 40/100; X2 2025-Q4 70/100; X3 2025-Q4 95/100")
    let indicator = try scene.assess("2025-Q4").indicators[0]
    #expect(indicator.total?.target?.comparison.threshold == Ratio(percent(90)))
    #expect(indicator.shortUnits.map(\.unit) == ["X1", "X2"])
    #expect(indicator.shortUnits.map(\.lacking) == [FixedDecimal(50), FixedDecimal(20)])
  }

  @Test func aUnitThatReachesTheTargetOfTheTotalIsNotShortOfIt() throws {
    // the whole misses neither; X1 only what is asked of it by 2025
    var scene = try Scene(["X1", "X2"], indicator([Self.yearlyHalf, Self.ninetyBy2025]))
    try scene.add("X1 2025-Q4 60/100; X2 2025-Q4 300/300")
    let indicator = try scene.assess("2025-Q4").indicators[0]
    #expect(indicator.total?.verdict == .met)
    #expect(indicator.total?.target?.comparison.threshold == Ratio(percent(50)))
    #expect(indicator.shortUnits.isEmpty)
  }

  @Test(arguments: [
    ([yearlyHalf, yearly(.atMost(percent(90)))], true, false),
    ([yearly(.atMost(percent(90))), yearlyHalf], false, false),
    ([yearlyHalf, ninetyBy2025], true, true),
    // each by itself is only held against the second
    ([Target(.atLeast(FixedDecimal(1_000)), .overTerm), Self.fiveOfEach], false, true),
    ([yearly(.about(percent(50), tolerance: percent(5)))], true, false),
  ])
  func unitsAreRankedByTheFirstTargetTheyAreHeldAgainst(
    targets: [Target], isMoreBetter: Bool, hasBestEnd: Bool
  ) {
    let isCount = targets.contains { $0.comparison.threshold == Ratio(FixedDecimal(1_000)) }
    let ranked = indicator(targets, measure: isCount ? .count : .share)
    #expect(ranked.rankingTarget?.comparison.favoursMore == isMoreBetter)
    #expect(ranked.hasBestEnd == hasBestEnd)
  }

  @Test func withoutATargetNoEndOfAnOrderIsTheGoodOne() {
    #expect(indicator().rankingTarget == nil)
    #expect(!indicator().hasBestEnd)
  }

  private static let fiveOfEach = yearly(.atMost(FixedDecimal(5)), isPerUnit: true)

  @Test func oneTargetHasNoneBesideIt() throws {
    var scene = try Scene(["X1"], indicator([Self.yearlyHalf]))
    try scene.add("X1 2024-Q4 60/100")
    #expect(try scene.cell("2024-Q4", .point).others.isEmpty)
  }
}
