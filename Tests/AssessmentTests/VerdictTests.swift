import Assessment
import PlanModel
import Testing

struct VerdictTests {
  private static let stock = indicator([yearly(.above(percent(90)))])
  private static let range = indicator(
    [yearly(.between(percent(3), percent(4)))], .flow, at: .yearStart)
  private static let sum = indicator(
    [Target(.atLeast(FixedDecimal(10)), .overTerm)], measure: .count, .flow)

  /// Nothing in any quarter but the last of X1, whose figure follows.
  private static let fullYear =
    "X1 2024-Q1 0/1000; X1 2024-Q2 0/1000; X1 2024-Q3 0/1000; X2 2024-Q1 0/1000; "
    + "X2 2024-Q2 0/1000; X2 2024-Q3 0/1000; X2 2024-Q4 0/1000; X1 2024-Q4 "

  @Test(arguments: [
    // a stock is judged at the end of the year, and before it held against the number as it stands
    (stock, "2024-Q4", Window.point, "X1 2024-Q4 91/100; X2 2024-Q4 90/100", Verdict.met),
    (stock, "2024-Q4", .point, "X1 2024-Q4 90/100; X2 2024-Q4 90/100", .notMet),
    (stock, "2024-Q3", .point, "X1 2024-Q3 91/100; X2 2024-Q3 90/100", .onTrack),
    (stock, "2024-Q3", .point, "X1 2024-Q3 90/100; X2 2024-Q3 90/100", .behind),
    (stock, "2024-Q4", .point, "X1 2024-Q3 90/100", .noData),
    (stock, "2031-Q4", .point, "X1 2031-Q4 91/100; X2 2031-Q4 91/100", .noVerdict),
    // 3-4% of 2000 in a year are 60 to 80: 15 a quarter are in step
    (range, "2024-Q4", .year, "X1 2024-Q4 59/1000; X2 2024-Q4 0/1000", .insufficient),
    (range, "2024-Q4", .year, fullYear + "59/1000", .notMet),
    (range, "2024-Q4", .year, fullYear + "60/1000", .met),
    (range, "2024-Q4", .year, fullYear + "81/1000", .exceeded),
    (range, "2024-Q2", .year, "X1 2024-Q1 29/1000; X1 2024-Q2 0/1000", .insufficient),
    (range, "2024-Q1", .year, "X1 2024-Q1 10/1000; X2 2024-Q1 5/1000", .onTrack),
    (range, "2024-Q1", .year, "X1 2024-Q1 10/1000; X2 2024-Q1 4/1000", .behind),
    (range, "2024-Q1", .year, "X1 2024-Q1 60/1000; X2 2024-Q1 0/1000", .met),
    (range, "2024-Q1", .year, "X1 2024-Q1 80/1000; X2 2024-Q1 0/1000", .met),
    (range, "2024-Q1", .year, "X1 2024-Q1 81/1000; X2 2024-Q1 0/1000", .exceeded),
    (range, "2024-Q1", .period, "X1 2024-Q1 60/1000; X2 2024-Q1 0/1000", .noVerdict),
    (range, "2022-Q1", .term, "X1 2022-Q1 60/1000; X2 2022-Q1 0/1000", .noVerdict),
    // a sum over the term is in progress until it is reached or over
    (sum, "2022-Q1", .term, "X1 2022-Q1 4; X2 2022-Q1 5", .inProgress),
    (sum, "2022-Q1", .term, "X1 2022-Q1 4", .inProgress),
    (sum, "2022-Q1", .term, "X1 2022-Q1 4; X2 2022-Q1 6", .met),
    (sum, "2022-Q1", .term, "X1 2022-Q1 10", .met),
    (sum, "2022-Q1", .year, "X1 2022-Q1 10", .noVerdict),
    (sum, "2022-Q1", .term, "", .noData), (sum, "2022-Q1", .term, "X1 2022-Q1 /", .noData),
  ])
  func isReached(
    indicator: Indicator, text: String, window: Window, figures: String, verdict: Verdict
  ) throws {
    var scene = try Scene(["X1", "X2"], indicator)
    try scene.add(figures)
    #expect(try scene.cell(text, window).verdict == verdict)
  }

  /// A hundred in each half year, of reports on quarters: what begins with the year is its sum to date.
  @Test(arguments: [
    ("2024-Q1", Window.year, [50], Verdict.onTrack), ("2024-Q1", .year, [49], .behind),
    ("2024-Q1", .year, [100], .met), ("2024-Q2", .year, [50, 50], .met),
    ("2024-Q2", .year, [50, 49], .notMet), ("2024-H1", .period, [50, 49], .notMet),
    ("2024-Q2", .period, [50, 50], .noVerdict), ("2024-Q3", .year, [50, 50, 100], .noVerdict),
    ("2024-Q4", .year, [0, 0, 50, 50], .noVerdict), ("2024-H2", .period, [0, 0, 50, 50], .met),
    ("2024", .year, [0, 0, 50, 50], .noVerdict), ("2024-9M", .period, [50, 50, 0], .noVerdict),
  ])
  func aHalfYear(text: String, window: Window, figures: [Int], verdict: Verdict) throws {
    let target = Target(.atLeast(FixedDecimal(100)), .every(.half, from: nil, to: nil))
    var scene = try Scene(["X1"], indicator([target], measure: .count, .flow))
    for (place, figure) in figures.enumerated() { try scene.add("X1 2024-Q\(place + 1) \(figure)") }
    #expect(try scene.cell(text, window).verdict == verdict)
    let main = try #require(try scene.assess(text).indicators.first)
    #expect(verdict == .noVerdict || main.mainWindow == window)
  }

  @Test func wholeOfNothingIsNoFigureForATarget() throws {
    var scene = try Scene(["X1", "X2"], Self.stock)
    try scene.add("X1 2024-Q4 0/0; X2 2024-Q4 0/0")
    #expect(try scene.cell("2024-Q4", .point).verdict == .noData)
    #expect(try scene.cell("2024-Q4", .point, "X1").verdict == .noData)
    // where the plan sets nothing there is nothing to judge
    scene.indicators = [indicator()]
    #expect(try scene.cell("2024-Q4", .point).verdict == .noVerdict)
  }

  @Test(arguments: [
    (Target.Comparison.maintain(percent(100)), "2024-Q1", "99/100", Verdict.notMet),
    (.maintain(percent(100)), "2024-Q1", "100/100", .met),
    (.exactly(percent(50)), "2024-Q4", "50/100", .met),
    (.exactly(percent(50)), "2024-Q4", "51/100", .notMet),
    (.below(percent(10)), "2024-Q4", "10/100", .notMet),
    (.below(percent(10)), "2024-Q4", "9/100", .met),
    (.atMost(percent(10)), "2024-Q2", "10/100", .onTrack),
    (.atMost(percent(10)), "2024-Q2", "11/100", .behind),
    (.about(percent(30), tolerance: percent(5)), "2024-Q4", "25/100", .met),
    (.about(percent(30), tolerance: percent(5)), "2024-Q4", "36/100", .notMet),
    (.above(percent(90)), "2024-Q4", "8996/10000", .notMet),
    (.atLeast(percent(100)), "2024-Q4", "1999/2000", .notMet),
    (.atLeast(percent(90)), "2024-Q4", "0/100", .notMet),
    (.atLeast(percent(90)), "2024-Q4", "0/0", .noData),
  ])
  func ofAStockIsExact(
    comparison: Target.Comparison, text: String, figure: String, verdict: Verdict
  ) throws {
    var scene = try Scene(["X1"], indicator([yearly(comparison)]))
    try scene.add("X1 \(text) \(figure)")
    #expect(try scene.cell(text, .point).verdict == verdict)
    #expect(try scene.cell(text, .point, "X1").verdict == verdict)
  }

  /// From thirty at the end of 2023 to ten at the end of 2025 there are twenty in the middle.
  @Test(arguments: [
    (Target.Comparison.exactly(FixedDecimal(10)), 30, Verdict.behind),
    (.exactly(FixedDecimal(10)), 21, .behind), (.exactly(FixedDecimal(10)), 20, .onTrack),
    (.exactly(FixedDecimal(10)), 11, .onTrack), (.exactly(FixedDecimal(10)), 10, .onTrack),
    (.exactly(FixedDecimal(10)), 9, .behind),
    // the way to about ten ends at twelve
    (.about(FixedDecimal(10), tolerance: FixedDecimal(2)), 22, .behind),
    (.about(FixedDecimal(10), tolerance: FixedDecimal(2)), 21, .onTrack),
    (.about(FixedDecimal(10), tolerance: FixedDecimal(2)), 8, .onTrack),
    (.about(FixedDecimal(10), tolerance: FixedDecimal(2)), 7, .behind),
    (.atMost(FixedDecimal(10)), 21, .behind), (.atMost(FixedDecimal(10)), 20, .onTrack),
  ])
  func aWayDownIsKeptByWhoHasComeDown(
    comparison: Target.Comparison, figure: Int, verdict: Verdict
  ) throws {
    let target = Target(comparison, .by(2025), start: Target.Start(year: 2023, FixedDecimal(30)))
    var scene = try Scene(["X1"], indicator([target], measure: .count))
    try scene.add("X1 2024-Q4 \(figure)")
    let assessment = try #require(try scene.assess("2024-Q4").indicators.first)
    #expect(assessment.total?.verdict == verdict)
    // where less is better no number is needed, and none is foretold
    #expect(assessment.total?.pace == nil)
    #expect(Outlook(assessment, in: try period("2024-Q4")) == nil)
  }

  @Test(arguments: [
    ("2025-Q1", Verdict.inProgress), ("2025-Q3", .inProgress), ("2025-Q4", .notMet),
    ("2026-Q1", .inProgress), ("2029-Q4", .inProgress), ("2030-Q4", .notMet),
  ])
  func ofMilestonesIsDueAtTheEndOfTheirYears(text: String, verdict: Verdict) throws {
    let targets = [
      Target(.atLeast(percent(40)), .by(2025)), Target(.atLeast(percent(50)), .by(2030)),
    ]
    for order in [targets, targets.reversed()] {
      var scene = try Scene(["X1"], indicator(order))
      try scene.add("X1 \(text) 30/100")
      let cell = try scene.cell(text, .point)
      #expect(cell.verdict == verdict)
      #expect(cell.target == targets[text < "2026" ? 0 : 1])
    }
  }

  @Test func aRateOfTwoFlowsKeepsNoPaceAndIsNotSettled() throws {
    let rate = indicator([yearly(.atLeast(percent(90)))], .flow, over: .flow)
    var scene = try Scene(["X1"], rate)
    try scene.add("X1 2024-Q1 5/10; X1 2024-Q2 45/90")
    #expect(try scene.cell("2024-Q2", .year).verdict == .behind)
    try scene.add("X1 2024-Q3 900/900")
    let cell = try scene.cell("2024-Q3", .year)
    #expect(cell.figures == "950/1000")
    #expect(cell.verdict == .onTrack)
    #expect(cell.pace?.needed == cell.pace?.neededByNow)
  }

  @Test(arguments: [(2025, 2024), (2031, nil), (nil, 2021)] as [(Int?, Int?)])
  func yearsThatHoldNothingGiveNoVerdict(from: Int?, to: Int?) throws {
    let never = Target(.atLeast(percent(90)), .every(.year, from: from, to: to))
    var scene = try Scene(["X1"], indicator([never]))
    try scene.add("X1 2024-Q4 95/100")
    #expect(try scene.cell("2024-Q4", .point).verdict == .noVerdict)
  }

  @Test func aNumberForTheWholeIsNoTargetOfItsParts() throws {
    let ten = indicator([yearly(.atLeast(FixedDecimal(10)))], measure: .count, .flow)
    var scene = try Scene(["X1", "X2"], ten)
    try scene.add("X1 2024-Q4 6; X2 2024-Q4 6; X1 2024-Q1 0; X2 2024-Q1 0")
    try scene.add("X1 2024-Q2 0; X2 2024-Q2 0; X1 2024-Q3 0; X2 2024-Q3 0")
    #expect(try scene.cell("2024-Q4", .year).verdict == .met)
    #expect(try scene.cell("2024-Q4", .year, "X1").verdict == .noVerdict)
  }

  @Test func whatEachUnitOwesIsNoTargetOfTheirSum() throws {
    let each = indicator(
      [yearly(.atLeast(FixedDecimal(1)), isPerUnit: true)], measure: .count, .flow)
    var scene = try Scene(["X1", "X2"], each)
    try scene.add("X1 2024-Q1 5; X2 2024-Q1 0")
    #expect(try scene.cell("2024-Q1", .year).verdict == .noVerdict)
    #expect(try scene.cell("2024-Q1", .year, "X1").verdict == .met)
    #expect(try scene.cell("2024-Q1", .year, "X2").verdict == .behind)
  }

  @Test("of a year in which collecting began, only what can no longer turn is said")
  func firstYear() throws {
    let atLeast = indicator([yearly(.atLeast(FixedDecimal(10)))], measure: .count, .flow)
    let atMost = indicator([yearly(.atMost(FixedDecimal(10)))], measure: .count, .flow)
    for (asked, figure, verdict) in [
      (atLeast, "9", Verdict.insufficient), (atLeast, "10", .met), (atMost, "9", .insufficient),
      (atMost, "11", .notMet),
    ] {
      var scene = try Scene(["X1"], asked)
      scene.firstPeriod = try period("2024-Q4")
      try scene.add("X1 2024-Q4 \(figure)")
      let found = try scene.cell("2024-Q4", .year).verdict
      #expect(found == verdict, "\(asked.targets[0].comparison) \(figure)")
    }
  }
}
