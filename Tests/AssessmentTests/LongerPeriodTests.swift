import Assessment
import PlanModel
import Testing

/// A plan collected every quarter, reported for longer periods.
struct LongerPeriodTests {
  @Test(arguments: [
    ("2025-Q3", "8/40", "2/2"), ("2025-H2", "3/20", "0/2"), ("2025-9M", "8/40", "2/2"),
    ("2025", "3/20", "0/2"),
  ])
  func aStockIsTheLastOfTheWindow(text: String, figures: String, coverage: String) throws {
    var scene = try Scene(["X1", "X2"], indicator())
    try scene.add("X1 2025-Q1 1/10; X1 2025-Q3 3/20; X2 2025-Q2 4/19; X2 2025-Q3 5/20")
    guard text.hasSuffix("Q3") || text.hasSuffix("9M") else {
      // only X1 has anything, and not its last quarter
      var alone = try Scene(["X1", "X2"], indicator())
      try alone.add("X1 2025-Q1 1/10; X1 2025-Q3 3/20")
      let cell = try alone.cell(text, .point)
      #expect(cell.figures == figures)
      #expect(cell.coverage == coverage)
      #expect(try alone.cell(text, .point, "X1").gaps.map(\.description) == ["2025-Q4"])
      return
    }
    #expect(try scene.cell(text, .point).figures == figures)
    #expect(try scene.cell(text, .point).coverage == coverage)
  }

  @Test func aFlowIsTheSumAndSaysWhatIsMissing() throws {
    var scene = try Scene(["X1", "X2"], indicator(measure: .count, .flow))
    try scene.add("X1 2025-Q1 1; X1 2025-Q2 2; X1 2025-Q3 4; X2 2025-Q1 8; X2 2025-Q3 16")
    let cell = try scene.cell("2025-9M", .period)
    #expect(cell.figures == "31")
    #expect(cell.coverage == "1/2")
    #expect(try scene.cell("2025-9M", .period, "X2").gaps.map(\.description) == ["2025-Q2"])
    #expect(try scene.cell("2025-H1", .period).figures == "11")
  }

  /// Monthly until 2024, quarterly from 2025: nobody asks for the months again, and they are in the sum.
  @Test(arguments: [
    ("2025-Q2", Window.term, "16"), ("2025-Q2", .year, "9"), ("2025-Q1", .period, "4"),
    ("2024-12", .period, "2"),
  ])
  func whatWasCollectedMoreOftenBeforeStaysInTheSum(
    text: String, window: Window, figures: String
  ) throws {
    var scene = try Scene(["X1"], indicator(measure: .count, .flow))
    scene.firstPeriod = try period("2025-Q1")
    try scene.add("X1 2024-10 1; X1 2024-11 4; X1 2024-12 2; X1 2025-Q1 4; X1 2025-Q2 5")
    let cell = try scene.cell(text, window)
    #expect(cell.figures == figures)
    // a half-year beside its quarters would count twice
    try scene.add("X1 2025-H1 9")
    #expect(try scene.cell(text, window).figures == figures)
  }

  @Test func itsSubmissionsAreThoseOfThePeriodsInside() throws {
    var scene = try Scene(["X1"], indicator())
    try scene.receive("X1", "2025-Q1")
    try scene.receive("X1", "2025-Q3")
    let submissions = try scene.assess("2025-9M").submissions
    #expect(submissions.map(\.key.period.description) == ["2025-Q1", "2025-Q2", "2025-Q3"])
    #expect(submissions.map { $0.latest != nil } == [true, false, true])
  }
}
