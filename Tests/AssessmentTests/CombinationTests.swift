import Assessment
import PlanModel
import Testing

/// Totals that are no sums: the newest figure of several hands, the greatest of several units.
struct CombinationTests {
  @Test func theNewestFigureSpeaksForAll() throws {
    var scene = try Scene(
      ["X1", "X2"],
      indicator(
        [yearly(.atLeast(percent(50)))], combination: .last, collected: .quarter,
        carriesForward: true))
    try scene.add("X1 2024-Q2 10/100; X2 2024-Q3 60/100")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.figures == "60/100")
    #expect(cell.coverage == "1/1")
    #expect(cell.tally.sources.count == 1)
    // of one period the one received last
    try scene.add("X1 2024-Q3 30/100")
    #expect(try scene.cell("2024-Q3", .point).figures == "30/100")
    #expect(try scene.cell("2024-Q3", .point, "X2").figures == "60/100")
  }

  @Test func nobodysFigureIsMissedByAll() throws {
    var scene = try Scene(["X1", "X2"], indicator([], combination: .last))
    try scene.add("X1 2024-Q2 10/100")
    let cell = try scene.cell("2024-Q3", .point)
    #expect(cell.figures == "none")
    #expect(cell.coverage == "0/2")
    #expect(cell.verdict == .noData)
  }

  @Test(arguments: [
    ("X1 2024-Q4 5; X2 2024-Q4 8; X3 2024-Q4 8", "8", Verdict.notMet),
    ("X1 2024-Q4 5; X2 2024-Q4 7; X3 2024-Q4 0", "7", .met),
    // what is missing can only be greater
    ("X1 2024-Q4 8; X2 2024-Q4 1", "8", .notMet),
    ("X1 2024-Q4 5; X2 2024-Q4 7", "7", .insufficient),
  ])
  func theGreatestIsHeldAgainstTheLimit(figures: String, value: String, verdict: Verdict) throws {
    var scene = try Scene(
      ["X1", "X2", "X3"],
      indicator([yearly(.atMost(FixedDecimal(7)))], measure: .count, combination: .max))
    try scene.add(figures)
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.figures == value)
    #expect(cell.verdict == verdict)
  }

  /// Of several that have it, the first in the register's order: the source named is always the same.
  @Test func theGreatestIsTheFirstOfEquals() throws {
    var scene = try Scene(["X1", "X2"], indicator([], combination: .max))
    try scene.add("X1 2024-Q4 2/4; X2 2024-Q4 1/2")
    #expect(try scene.cell("2024-Q4", .point).figures == "2/4")
  }

  @Test func theGreatestRateIsExact() throws {
    var scene = try Scene(["X1", "X2", "X3"], indicator([], combination: .max))
    try scene.add("X1 2024-Q4 1/3; X2 2024-Q4 333334/1000000; X3 2024-Q4 3333333/10000000")
    #expect(try scene.cell("2024-Q4", .point).figures == "333334/1000000")
    var missing = try Scene(
      ["X1", "X2"], indicator([yearly(.atMost(percent(50)))], combination: .max))
    try missing.add("X1 2024-Q4 1/3; X2 2024-Q3 9/10")
    let bounds = try #require(try missing.cell("2024-Q4", .point).bounds)
    #expect(bounds.lowest == Ratio(FixedDecimal(1), over: FixedDecimal(3)))
    #expect(bounds.highest == Ratio(FixedDecimal(1)))
  }
}
