import Assessment
import PlanModel
import Testing

struct HierarchyTests {
  private func scene(_ indicator: Indicator) throws -> Scene {
    Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("H1", "huyen"), try unit("X1", under: "H1"),
        try unit("X2", under: "H1"), try unit("H2", "huyen"), try unit("X3", under: "H2"),
        try unit("H3", "huyen"), try unit("X4"),
      ], indicator)
  }

  @Test(arguments: [
    ("T", "10/40", "4/4", true), ("H1", "3/20", "2/2", true), ("H2", "3/10", "1/1", true),
    ("X2", "2/10", "1/1", false), ("X4", "4/10", "1/1", false),
  ])
  func eachNodeHasItsTotal(code: String, printed: String, coverage: String, isTotal: Bool) throws {
    var scene = try scene(indicator())
    try scene.add("X1 2024-Q3 1/10; X2 2024-Q3 2/10; X3 2024-Q3 3/10; X4 2024-Q3 4/10")
    let cell = try scene.cell("2024-Q3", .point, code)
    #expect(cell.figures == printed)
    #expect(cell.coverage == coverage)
    #expect(cell.isTotal == isTotal)
  }

  @Test func cellsStandInTheRegistersOrderWithTheRootFirst() throws {
    let assessment = try scene(indicator(measure: .count, .flow)).assess("2024-Q3").indicators[0]
    #expect(
      assessment.cells.map(\.unit)
        == ["T", "H1", "X1", "X2", "H2", "X3", "X4"].flatMap { [$0, $0, $0] })
    #expect(assessment.cells.prefix(3).map(\.window) == [.period, .year, .term])
    #expect(assessment.cell("H3", .year) == nil)
  }

  @Test func sourcesOfATotalAreTheRowsOfItsUnits() throws {
    var scene = try scene(indicator())
    try scene.add("X1 2024-Q3 1/10; X3 2024-Q3 3/10; X3 2024-Q2 3/10")
    #expect(
      try scene.cell("2024-Q3", .point).tally.sources
        == [Source(receipt: 1, row: 2), Source(receipt: 2, row: 3)])
  }

  /// A ends on 30 June 2024 and goes to B; C begins on 1 July.
  private func reorganised(_ indicator: Indicator) throws -> Scene {
    Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("A", to: "2024-06-30"), try unit("B"),
        try unit("C", from: "2024-07-01"),
      ], indicator)
  }

  @Test func unitsThatEndedOrHaveNotBegunAreNotExpected() throws {
    var scene = try reorganised(indicator(measure: .count, .flow))
    try scene.add("A 2024-Q1 1; A 2024-Q2 2; B 2024-Q1 4; B 2024-Q2 8; B 2024-Q3 16; C 2024-Q3 32")
    let second = try scene.assess("2024-Q2").indicators[0]
    #expect(second.cell("T", .year)?.figures == "15")
    #expect(second.cell("T", .year)?.coverage == "2/2")
    #expect(second.cell("C", .year) == nil)
    let third = try scene.assess("2024-Q3").indicators[0]
    #expect(third.cell("T", .year)?.figures == "63")
    #expect(third.cell("T", .year)?.countedUnits == ["B", "C"])
    #expect(third.cell("T", .year)?.expectedUnits == ["B", "C"])
    #expect(third.cell("A", .year)?.figures == "3")
    #expect(third.cell("A", .period) == nil)
  }

  @Test func theStockOfAnEndedUnitIsItsSuccessors() throws {
    var scene = try reorganised(indicator())
    try scene.add(
      "A 2024-Q2 5/50; B 2024-Q2 5/50; B 2024-Q3 10/100; C 2024-Q3 1/10; A 2024-Q3 5/50")
    #expect(try scene.cell("2024-Q2", .point).figures == "10/100")
    #expect(try scene.cell("2024-Q3", .point).figures == "11/110")
    #expect(try scene.cell("2024-9M", .point).figures == "11/110")
    #expect(try scene.assess("2024-Q3").indicators[0].cell("A", .point) == nil)
  }

  @Test func aYearlyFigureOfAnEndedUnitIsCarriedWithItsYear() throws {
    var scene = try reorganised(indicator(collected: .year, carriesForward: true))
    try scene.add("A 2023-Q4 5/50; B 2023-Q4 6/50")
    let cell = try scene.cell("2024-Q3", .point)
    #expect(cell.figures == "11/100")
    // C did not exist when the figure was collected
    #expect(cell.coverage == "1/1")
  }

  @Test func aUnitOfTwoRowsIsOneUnitUnderItsParentOfTheDay() throws {
    var scene = Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("H1", "huyen"), try unit("H2", "huyen"),
        try unit("A", under: "H1", to: "2024-06-30"),
        try unit("A", under: "H2", from: "2024-07-01"),
      ], indicator(measure: .count, .flow))
    try scene.add("A 2024-Q1 1; A 2024-Q2 2")
    #expect(try scene.cell("2024-Q2", .year, "H1").figures == "3")
    let cell = try scene.cell("2024-Q3", .year, "H2")
    #expect(cell.figures == "3")
    #expect(cell.coverage == "0/1")
    #expect(try scene.assess("2024-Q3").indicators[0].cell("H1", .year) == nil)
  }

  @Test func anEmptyPlanAndAnEmptyRegisterAreNoTrap() throws {
    let nothing = try Scene(units: []).assess("2024-Q3")
    #expect(nothing.indicators.isEmpty && nothing.tasks.isEmpty && nothing.submissions.isEmpty)
    let alone = try Scene(units: [], indicator()).assess("2024-Q3").indicators[0]
    #expect(alone.total?.coverage == "0/0")
    #expect(alone.total?.verdict == .noData)
    let before = try Scene(["X1"], indicator(measure: .count, .flow)).assess("1900-Q1")
    #expect(before.indicators[0].total?.verdict == .noData)
    #expect(before.submissions.isEmpty)
    let after = try Scene(["X1"], indicator([yearly(.atLeast(percent(1)))])).assess("2200-Q4")
    #expect(after.indicators[0].total?.coverage == "0/0")
    var reversed = try Scene(["X1"], indicator(measure: .count, .flow))
    reversed.years = 2030...2030
    #expect(try reversed.assess("2024-Q3").indicators[0].total?.coverage == "0/0")
  }
}
