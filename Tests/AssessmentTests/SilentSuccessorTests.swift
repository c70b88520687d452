import Assessment
import PlanModel
import Testing

/// What units had last that have ended, until those that took over say what there is.
struct SilentSuccessorTests {
  private var overLatest: Indicator {
    indicator([yearly(.atLeast(percent(10)))], measure: .ratio, .flow, over: .stock, at: .latest)
  }

  private func merged(_ indicator: Indicator, on last: String, _ next: String) throws -> Scene {
    try reorganised(
      [
        try commune("A", to: last, ("M", "1")), try commune("B", to: last, ("M", "1")),
        try commune("M", from: next), try commune("Z"),
      ], indicator)
  }

  private func divided(_ indicator: Indicator) throws -> Scene {
    try reorganised(
      [
        try commune("A", to: "2025-03-31", ("X", "0.4"), ("Y", "0.6")),
        try commune("X", from: "2025-04-01"), try commune("Y", from: "2025-04-01"),
      ], indicator)
  }

  /// Where its rows are: `A 2, B 3 of 0.6`.
  private func stockRows(_ scene: Scene, _ text: String, under unit: String) throws -> [String] {
    let assessment = try scene.assess(text)
    return assessment.input.stockRows(under: unit, in: .year, of: scene.indicators[0]).map {
      $0.sender + ($0.share == FixedDecimal(1) ? "" : " " + $0.share.plainText)
    }
  }

  @Test(
    "what flowed stands over what the predecessors had last",
    arguments: [
      ("2025-03-31", "2025-04-01"), ("2025-05-15", "2025-05-16"),
    ])
  func flowOverStock(_ last: String, _ next: String) throws {
    var scene = try merged(overLatest, on: last, next)
    try scene.add("A 2025-Q1 4/100; B 2025-Q1 3/50; Z 2025-Q1 6/80; Z 2025-Q2 5/85")
    let open = try scene.cell("2025-Q2", .year, "M")
    #expect(open.figures == "7/150")
    #expect(open.coverage == "0/1")
    #expect(open.gaps.map(\.description) == ["2025-Q2"])
    // nothing bounds the rate from below but that M may have brought nothing
    #expect(open.bounds?.lowest == Ratio(FixedDecimal(7), over: FixedDecimal(150)))
    #expect(try stockRows(scene, "2025-Q2", under: "M") == ["A", "B"])
    let total = try scene.cell("2025-Q2", .year)
    #expect(total.figures == "18/235")
    #expect(total.coverage == "1/2")
    try scene.add("M 2025-Q2 2/160")
    #expect(try scene.cell("2025-Q2", .year, "M").figures == "9/160")
    #expect(try stockRows(scene, "2025-Q2", under: "M") == ["M"])
    #expect(try scene.cell("2025-Q2", .year).coverage == "2/2")
  }

  @Test("of what is divided each successor holds its part until it speaks for itself")
  func flowOverPartsOfAStock() throws {
    var scene = try divided(overLatest)
    try scene.add("A 2025-Q1 10/100")
    #expect(try scene.cell("2025-Q2", .year, "X").figures == "4/40")
    #expect(try scene.cell("2025-Q2", .year, "Y").figures == "6/60")
    #expect(try stockRows(scene, "2025-Q2", under: "Y") == ["A 0.6"])
    try scene.add("X 2025-Q2 1/43")
    for structure in ["2025-06-30", "2025-03-31"] {
      scene.structure = try day(structure)
      #expect(try scene.cell("2025-Q2", .year).figures == "11/103")
    }
  }

  @Test("a chain of takeovers, one of them by a unit that goes on")
  func chain() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-03-31", ("M", "1")),
        try commune("M", from: "2025-04-01", to: "2025-06-30", ("N", "1")),
        try commune("B", to: "2025-05-15", ("N", "1")), try commune("N"),
      ], overLatest)
    try scene.add("A 2025-Q1 1/100; B 2025-Q1 1/50; N 2025-Q1 1/30")
    #expect(try scene.cell("2025-Q3", .year).figures == "3/180")
    try scene.add("M 2025-Q2 1/110")
    // N has not spoken since B came to it, nor since M did
    #expect(try scene.cell("2025-Q3", .year).figures == "4/190")
    try scene.add("N 2025-Q2 1/85")
    #expect(try scene.cell("2025-Q3", .year).figures == "5/195")
    try scene.add("N 2025-Q3 1/200")
    #expect(try scene.cell("2025-Q3", .year).figures == "6/200")
  }

  @Test("parts of a unit that come together again are the whole of it, and no two rows")
  func togetherAgain() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-03-31", ("X", "0.4"), ("Y", "0.6")),
        try commune("X", from: "2025-04-01", to: "2025-06-30", ("N", "1")),
        try commune("Y", from: "2025-04-01", to: "2025-06-30", ("N", "1")),
        try commune("N", from: "2025-07-01"),
      ], overLatest)
    try scene.add("A 2025-Q1 10/100; X 2025-Q2 1/43")
    let cell = try scene.cell("2025-Q3", .year, "N")
    #expect(cell.figures == "11/103")
    #expect(cell.tally.sources.count == 2)
    let input = try scene.assess("2025-Q3").input
    #expect(
      input.share(
        of: "A", in: try period("2025-Q1"), takenOverBy: "N", of: scene.indicators[0])
        == FixedDecimal(1))
  }

  @Test("a stock collected by half-years stands in a report on nine months under the new name")
  func halfYearlyStock() throws {
    var scene = try merged(indicator(collected: .half), on: "2025-06-30", "2025-07-01")
    try scene.add("A 2025-Q2 60/100; Z 2025-Q2 30/50")
    // B owed it, and M owes it now
    #expect(try scene.cell("2025-9M", .point).figures == "90/150")
    #expect(try scene.cell("2025-9M", .point).coverage == "1/2")
    try scene.add("B 2025-Q2 10/20")
    let cell = try scene.cell("2025-9M", .point, "M")
    #expect(cell.figures == "70/120")
    #expect(cell.coverage == "1/1")
    #expect(cell.convertedFrom == ["A", "B"])
    #expect(try scene.cell("2025-9M", .point).figures == "100/170")
    try scene.add("M 2025-Q4 80/125")
    #expect(try scene.cell("2025", .point, "M").figures == "80/125")
    // who was divided in a way nobody has declared keeps it as well
    var apart = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
      ], indicator(collected: .half))
    try apart.add("A 2025-Q2 60/100")
    #expect(try apart.cell("2025-9M", .point).figures == "60/100")
    try apart.add("X 2025-Q4 20/40; Y 2025-Q4 30/50")
    #expect(try apart.cell("2025", .point).figures == "50/90")
  }

  @Test("what has gone to a unit that ended without a successor is there no more")
  func gone() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-03-31", ("M", "1")),
        try commune("M", from: "2025-04-01", to: "2025-08-31"), try commune("Z"),
      ], indicator())
    try scene.add("A 2025-Q1 60/100; Z 2025-Q3 30/50")
    #expect(try scene.cell("2025-H1", .point).figures == "60/100")
    #expect(try scene.cell("2025-9M", .point).figures == "30/50")
  }

  @Test("a stock that a quarter of a longer report is missing of is open, whoever owes it")
  func silentQuarter() throws {
    var scene = try merged(
      indicator([yearly(.atLeast(percent(50)))]), on: "2025-03-31", "2025-04-01")
    try scene.add("A 2025-Q1 60/100; B 2025-Q1 40/50; Z 2025-Q1 30/50; Z 2025-Q2 30/50")
    let cell = try scene.cell("2025-H1", .point, "M")
    #expect(cell.figures == "100/150")
    #expect(cell.gaps.map(\.description) == ["2025-Q2"])
    #expect(cell.bounds?.lowest == Ratio(.zero, over: FixedDecimal(150)))
    #expect(cell.bounds?.highest == Ratio(FixedDecimal(1)))
    #expect(try scene.cell("2025-H1", .point).coverage == "1/2")
    // and has no figure of the second quarter
    #expect(try scene.cell("2025-Q2", .point).figures == "30/50")
  }

  @Test("a carried stock of a divided unit stands with those that have not spoken")
  func carriedParts() throws {
    var scene = try divided(indicator(measure: .count, carriesForward: true))
    try scene.add("A 2025-Q1 100; X 2025-Q2 43")
    #expect(try scene.cell("2025-Q2", .point, "Y").figures == "60")
    #expect(try scene.cell("2025-Q2", .point).figures == "103")
  }

  @Test(
    "what was divided in a way nobody has declared, and never came, may turn the verdict on a year")
  func lostOfADividedUnit() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
      ], indicator([yearly(.atMost(try number("30")))], measure: .count, .flow))
    try scene.add("A 2025-Q1 3; X 2025-Q3 1; X 2025-Q4 1; Y 2025-Q3 1; Y 2025-Q4 1")
    let open = try scene.cell("2025-Q4", .year)
    #expect(open.figures == "7")
    #expect(open.verdict == .insufficient)
    #expect(open.lostUnits == ["A"])
    try scene.add("A 2025-Q2 3")
    #expect(try scene.cell("2025-Q4", .year).verdict == .met)
  }

  @Test("one register is handed on whole, whatever share the office declares")
  func oneRegister() throws {
    var scene = try divided(indicator(measure: .count, combination: .last, carriesForward: true))
    try scene.add("A 2025-Q1 10")
    #expect(try scene.cell("2025-Q2", .point, "X").figures == "10")
    let share = try scene.assess("2025-Q2").input.share(
      of: "A", in: try period("2025-Q1"), takenOverBy: "X", of: scene.indicators[0])
    #expect(share == FixedDecimal(1))
  }
}
