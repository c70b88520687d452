import Assessment
import PlanModel
import Testing

/// Whether what is missing could turn a verdict, at the exact edge of each bound.
struct BoundsTests {
  private static let ninety = indicator([yearly(.atLeast(percent(90)))])

  @Test(arguments: [
    // worst case 99/110 is exactly 90%; with one more missing it is below
    (ninety, "X1 2024-Q4 99/100; X2 2024-Q3 9/10", Verdict.met),
    (ninety, "X1 2024-Q4 99/100; X2 2024-Q3 9/11", .insufficient),
    // best case (80 + 100)/200 is exactly 90%; with one fewer missing it cannot be reached
    (ninety, "X1 2024-Q4 80/100; X2 2024-Q3 9/100", .insufficient),
    (ninety, "X1 2024-Q4 80/100; X2 2024-Q3 9/99", .notMet),
    // what the unit says of its size now is newer than what it said before
    (ninety, "X1 2024-Q4 99/100; X2 2024-Q3 9/11; X2 2024-Q4 /10", .met),
    // of a unit never heard of nothing is known
    (ninety, "X1 2024-Q4 100/100", .insufficient), (ninety, "X1 2024-Q4 1/100", .insufficient),
    (ninety, "X1 2024-Q4 100/100; X2 2024-Q4 -/", .met),
  ])
  func ofAStock(indicator: Indicator, figures: String, verdict: Verdict) throws {
    var scene = try Scene(["X1", "X2"], indicator)
    try scene.add(figures)
    #expect(try scene.cell("2024-Q4", .point).verdict == verdict)
  }

  @Test(arguments: [
    (Target.Comparison.atLeast(percent(100)), "99/100", Verdict.notMet),
    (.atLeast(percent(100)), "100/100", .insufficient),
    (.above(percent(99)), "99/100", .insufficient),
    (.maintain(percent(100)), "1/2", .notMet), (.below(percent(100)), "100/100", .insufficient),
    (.atMost(percent(100)), "100/100", .met), (.exactly(percent(50)), "1/10", .insufficient),
  ])
  func ofAnUnknownShareAreNothingAndAllOfIt(
    comparison: Target.Comparison, figure: String, verdict: Verdict
  ) throws {
    var scene = try Scene(["X1", "X2"], indicator([yearly(comparison)]))
    try scene.add("X1 2024-Q4 \(figure)")
    #expect(try scene.cell("2024-Q4", .point).verdict == verdict)
  }

  /// That nothing has happened yet is no limit: a unit that always had none may have had one now.
  @Test(arguments: [
    (Target.Comparison.exactly(.zero), Indicator.Accumulation.flow),
    (.atMost(.zero), .flow), (.below(FixedDecimal(1)), .flow), (.exactly(.zero), .stock),
    (.atMost(.zero), .stock),
  ])
  func noneSoFarIsNoNone(comparison: Target.Comparison, kind: Indicator.Accumulation) throws {
    var scene = try Scene(["X1", "X2"], indicator([yearly(comparison)], measure: .count, kind))
    for quarter in 1...4 { try scene.add("X1 2024-Q\(quarter) 0") }
    for quarter in 1...3 { try scene.add("X2 2024-Q\(quarter) 0") }
    let window: Window = kind == .flow ? .year : .point
    #expect(try scene.cell("2024-Q4", window).verdict == .insufficient)
    try scene.add("X2 2024-Q4 0")
    #expect(try scene.cell("2024-Q4", window).verdict == .met)
  }

  @Test func aRateWithoutCasesSoFarMayHaveOne() throws {
    var scene = try Scene(
      ["X1", "X2"], indicator([yearly(.atLeast(percent(100)))], .flow, over: .flow))
    for quarter in 1...4 { try scene.add("X1 2024-Q\(quarter) 5/5") }
    for quarter in 1...3 { try scene.add("X2 2024-Q\(quarter) 0/0") }
    #expect(try scene.cell("2024-Q4", .year).verdict == .insufficient)
  }

  /// X2 may come to (1 + 3)/2 at most; of X3 nothing is known, and its rate may be any.
  @Test(arguments: [
    (["X1", "X2"], Verdict.met), (["X1", "X3"], .insufficient),
    (["X1", "X2", "X3"], .insufficient),
  ])
  func theGreatestRateIsOpenWhileOneIsUnknown(units: [String], verdict: Verdict) throws {
    var scene = try Scene(
      units,
      indicator(
        [yearly(.atMost(FixedDecimal(3)))], measure: .ratio, .flow, over: .flow, combination: .max))
    for quarter in 1...4 { try scene.add("X1 2024-Q\(quarter) 1/1") }
    if units.contains("X2") { try scene.add("X2 2024-Q1 1/2") }
    #expect(try scene.cell("2024-Q4", .year).verdict == verdict)
  }

  /// However much an unknown one comes to, the greatest is no less than what there is.
  @Test(arguments: [
    (Target.Comparison.atLeast(percent(50)), Verdict.met), (.atMost(percent(50)), .notMet),
    (.exactly(percent(50)), .notMet), (.above(FixedDecimal(2)), .insufficient),
  ])
  func theGreatestRateIsNoLessForOneThatIsUnknown(
    comparison: Target.Comparison, verdict: Verdict
  ) throws {
    var scene = try Scene(
      ["X1", "X2"], indicator([yearly(comparison)], measure: .ratio, combination: .max))
    try scene.add("X1 2024-Q4 2/1")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.verdict == verdict)
    #expect(cell.bounds?.lowest == Ratio(FixedDecimal(2)) && cell.bounds?.highest == nil)
  }

  /// X2 has had 90 of its 100, and can have 10 more, however many it had in its best quarter.
  @Test(arguments: [
    (Target.Comparison.atMost(percent(95)), 90, Verdict.met),
    (.atMost(percent(95)), 91, .insufficient),
    (.above(percent(95)), 90, .notMet), (.above(percent(95)), 91, .insufficient),
  ])
  func aShareGrowsToItsWholeAtMost(
    comparison: Target.Comparison, figure: Int, verdict: Verdict
  ) throws {
    var scene = try Scene(
      ["X1", "X2"], indicator([yearly(comparison)], .flow, at: .yearStart))
    try scene.add("X1 2023-Q4 0/100; X2 2023-Q4 0/100; X1 2024-Q1 \(figure)/100")
    for quarter in 2...4 { try scene.add("X1 2024-Q\(quarter) 0/100") }
    try scene.add("X2 2024-Q1 45/100; X2 2024-Q2 45/100")
    let cell = try scene.cell("2024-Q4", .year)
    #expect(cell.verdict == verdict)
    #expect(
      cell.bounds?.highest == Ratio(FixedDecimal(Int128(figure) + 100), over: FixedDecimal(200)))
  }

  @Test func whatMustNotHappenIsMissedOnceItHas() throws {
    var scene = try Scene(["X1"], indicator([yearly(.exactly(.zero))], measure: .count, .flow))
    try scene.add("X1 2024-Q1 1")
    #expect(try scene.cell("2024-Q1", .year).verdict == .notMet)
  }

  @Test(arguments: [(10, Verdict.met), (11, .insufficient)])
  func membersBoundAShareNeverReported(members: Int, verdict: Verdict) throws {
    var scene = Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("X1"), try unit("X2", members: members),
      ], Self.ninety)
    try scene.add("X1 2024-Q4 99/100")
    #expect(try scene.cell("2024-Q4", .point).verdict == verdict)
  }

  @Test(arguments: [
    (Target.Comparison.atLeast(FixedDecimal(10)), "10", Verdict.met),
    (.atLeast(FixedDecimal(10)), "9", .insufficient), (.above(FixedDecimal(10)), "11", .met),
    (.atMost(FixedDecimal(10)), "11", .notMet), (.atMost(FixedDecimal(10)), "10", .insufficient),
    (.exactly(FixedDecimal(10)), "10", .insufficient), (.exactly(FixedDecimal(10)), "11", .notMet),
    (.exactly(FixedDecimal(10)), "9", .insufficient),
    (.between(FixedDecimal(5), FixedDecimal(10)), "10", .insufficient),
    (.between(FixedDecimal(5), FixedDecimal(10)), "11", .exceeded),
    (.about(FixedDecimal(10), tolerance: FixedDecimal(2)), "11", .insufficient),
    (.about(FixedDecimal(10), tolerance: FixedDecimal(2)), "13", .notMet),
  ])
  func ofACountNeverReportedHasNoUpperEnd(
    comparison: Target.Comparison, figure: String, verdict: Verdict
  ) throws {
    var scene = try Scene(["X1", "X2"], indicator([yearly(comparison)], measure: .count))
    try scene.add("X1 2024-Q4 \(figure)")
    #expect(try scene.cell("2024-Q4", .point).verdict == verdict)
  }

  /// X2 misses the fourth quarter; its best one had 4.
  @Test(arguments: [
    (Target.Comparison.atLeast(FixedDecimal(20)), Verdict.met),
    (.atLeast(FixedDecimal(21)), .insufficient), (.atLeast(FixedDecimal(24)), .insufficient),
    (.atLeast(FixedDecimal(25)), .notMet), (.exactly(FixedDecimal(22)), .insufficient),
    (.exactly(FixedDecimal(25)), .notMet), (.atMost(FixedDecimal(24)), .met),
    (.atMost(FixedDecimal(23)), .insufficient),
  ])
  func ofAFlowIsTheBestPeriodInEachGap(comparison: Target.Comparison, verdict: Verdict) throws {
    var scene = try Scene(["X1", "X2"], indicator([yearly(comparison)], measure: .count, .flow))
    try scene.add("X1 2024-Q1 3; X1 2024-Q2 3; X1 2024-Q3 3; X1 2024-Q4 3")
    try scene.add("X2 2024-Q1 4; X2 2024-Q2 4; X2 2024-Q3 0")
    #expect(try scene.cell("2024-Q4", .year).verdict == verdict)
  }

  @Test(arguments: [
    (Target.Comparison.atLeast(percent(90)), Verdict.insufficient),
    (.atLeast(percent(72)), .met), (.atLeast(percent(73)), .insufficient),
    (.atLeast(percent(98)), .notMet),
  ])
  func ofARateOfTwoFlowsCountTheMissingDenominator(
    comparison: Target.Comparison, verdict: Verdict
  ) throws {
    let rate = indicator([yearly(comparison)], .flow, over: .flow)
    var scene = try Scene(["X1"], rate)
    // 288/300; a fourth quarter of 100 makes it 288/400 at worst and 388/400 at best
    try scene.add("X1 2024-Q1 96/100; X1 2024-Q2 96/100; X1 2024-Q3 96/100")
    #expect(try scene.cell("2024-Q4", .year).verdict == verdict)
  }

  @Test func whatIsInProgressCannotBeTurned() throws {
    var scene = try Scene(["X1", "X2"], indicator([Target(.atLeast(percent(90)), .by(2030))]))
    try scene.add("X1 2024-Q4 10/100")
    #expect(try scene.cell("2024-Q4", .point).verdict == .inProgress)
  }
}
