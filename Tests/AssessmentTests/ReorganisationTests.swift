import Assessment
import PlanModel
import Testing

/// Units that merge and come anew on 1 July 2025: what becomes of their figures.
struct ReorganisationTests {
  @Test func twoCommunesOf120And80MembersBecome200() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("M", "1")),
        try commune("B", to: "2025-06-30", ("M", "1")),
        try commune("M", from: "2025-07-01"),
      ], admissions)
    try scene.add("A 2024-Q4 1/120; B 2024-Q4 1/80")
    try scene.add("A 2025-Q1 2/121; B 2025-Q1 1/81; A 2025-Q2 1/122; B 2025-Q2 1/82")
    try scene.add("M 2025-Q3 3/205")
    let merged = try scene.cell("2025-Q3", .year, "M")
    #expect(merged.figures == "8/200")
    #expect(merged.coverage == "1/1")
    #expect(merged.convertedFrom == ["A", "B"])
    #expect(merged.tally.sources.count == 5)
    // nothing is counted twice, and nothing is lost
    #expect(try scene.cell("2025-Q3", .year).figures == "8/200")
    #expect(try scene.cell("2025-Q3", .period, "M").figures == "3/200")
    #expect(try scene.assess("2025-Q3").indicators[0].cell("A", .year) == nil)
    // the year after stands on the merged unit's own stock
    try scene.add("M 2025-Q4 1/206; M 2026-Q1 2/207")
    #expect(try scene.cell("2026-Q1", .year).figures == "2/206")
  }

  /// What a year begins with is what there was when the old one ended, whoever has it on New Year's Day.
  @Test func aYearBeginsWithTheStockOfThoseWhoEndedWithTheOldOne() throws {
    var absorbed = try reorganised(
      [try commune("A", to: "2024-12-31", ("B", "1")), try commune("B")], admissions)
    try absorbed.add("A 2024-Q4 1/500; B 2024-Q4 1/1000; B 2025-Q1 30/1600")
    #expect(try absorbed.cell("2025-Q1", .year).figures == "30/1500")
    var divided = try reorganised(
      [
        try commune("A", to: "2024-12-31", ("X", "0.6"), ("Y", "0.4")),
        try commune("X", from: "2025-01-01"), try commune("Y", from: "2025-01-01"),
      ], admissions)
    try divided.add("A 2024-Q4 1/500; X 2025-Q1 3/310; Y 2025-Q1 2/195")
    #expect(try divided.cell("2025-Q1", .year, "X").figures == "3/300")
    #expect(try divided.cell("2025-Q1", .year).figures == "5/500")
    // who had none then leaves it to the first of the new year
    var late = try reorganised(
      [try commune("A", to: "2024-12-31", ("M", "1")), try commune("M", from: "2025-01-01")],
      admissions)
    try late.add("A 2024-Q4 1/; M 2025-Q1 3/310")
    #expect(try late.cell("2025-Q1", .year).figures == "3/310")
  }

  /// What is collected once a year is owed by who took over, also before the year in which it will be asked.
  @Test func whatWasAskedOfOneIsOwedByWhoTookOver() throws {
    let units = [
      try commune("A", to: "2025-02-14", ("M", "1")), try commune("M", from: "2025-02-15"),
      try commune("B"),
    ]
    var sums = try reorganised(units, indicator(measure: .count, .flow, collected: .year))
    try sums.add("B 2024-Q4 5")
    #expect(try sums.cell("2025-Q3", .term).coverage == "1/2")
    try sums.add("A 2024-Q4 4")
    #expect(try sums.cell("2025-Q3", .term).coverage == "2/2")
    #expect(try sums.cell("2025-Q3", .term, "M").coverage == "1/1")
    #expect(try sums.cell("2025-Q3", .year).coverage == "0/0")
    var each = try reorganised(
      units,
      indicator(
        [Target(.atLeast(FixedDecimal(3)), .overTerm, isPerUnit: true)], measure: .count, .flow,
        combination: .unitsMeeting, collected: .year))
    try each.add("A 2024-Q4 4; B 2024-Q4 5")
    #expect(try each.cell("2025-Q3", .term).figures == "2/2")
  }

  /// However units are combined above: who goes on under another code has what it had, and merged ones are
  /// added; of one register kept by several hands one speaks at a time.
  @Test(arguments: [
    (Indicator.Combination.sum, "18"), (.max, "18"), (.last, "13"),
  ])
  func aSumOverTimeGoesOnThroughAMerger(_ combination: Indicator.Combination, _ merged: String)
    throws
  {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-03-31", ("M", "1")),
        try commune("B", to: "2025-03-31", ("M", "1")),
        try commune("M", from: "2025-04-01", to: "2025-06-30", ("N", "1")),
        try commune("N", from: "2025-07-01"),
      ], indicator(measure: .count, .flow, combination: combination))
    try scene.add("A 2025-Q1 5; B 2025-Q1 3; M 2025-Q2 4; N 2025-Q3 6")
    #expect(try scene.cell("2025-Q3", .year, "N").figures == merged)
    #expect(try scene.cell("2025-Q3", .year).figures == merged)
  }

  /// What one brought is known of its successor as well: in each period at most as much.
  @Test(arguments: [
    ("7", Verdict.met, "0.35", Verdict.met), ("6", .insufficient, "0.34", .insufficient),
  ])
  func whatOneBroughtBoundsItsSuccessor(
    _ most: String, _ ofNumber: Verdict, _ rate: String, _ ofRate: Verdict
  ) throws {
    let units = [
      try commune("A", to: "2025-06-30", ("M", "1")), try commune("M", from: "2025-07-01"),
    ]
    let limit = yearly(.atMost(try number(most)))
    var numbers = try reorganised(units, indicator([limit], measure: .count, .flow))
    try numbers.add("A 2025-Q1 1; A 2025-Q2 2")
    #expect(try numbers.cell("2025-Q4", .year).verdict == ofNumber)
    let ratio = yearly(.atMost(try number(rate)))
    var rates = try reorganised(units, indicator([ratio], measure: .ratio, .flow, over: .flow))
    try rates.add("A 2025-Q1 1/10; A 2025-Q2 2/10")
    #expect(try rates.cell("2025-Q4", .year).verdict == ofRate)
  }

  @Test func aGapOfAPredecessorIsAGapOfItsSuccessor() throws {
    var scene = try reorganised(
      [try commune("A", to: "2025-06-30", ("M", "1")), try commune("M", from: "2025-07-01")],
      admissions)
    try scene.add("A 2024-Q4 1/120; A 2025-Q1 2/121; M 2025-Q3 3/130")
    let cell = try scene.cell("2025-Q3", .year, "M")
    #expect(cell.figures == "5/120")
    #expect(cell.coverage == "0/1")
    #expect(cell.gaps.map(\.description) == ["2025-Q2"])
  }

  @Test func aYearlyStockGoesToTheMergedUnitUntilItHasItsOwn() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("M", "1")),
        try commune("B", to: "2025-06-30", ("M", "1")),
        try commune("M", from: "2025-07-01"),
      ], indicator(collected: .year, carriesForward: true))
    try scene.add("A 2024-Q4 100/120; B 2024-Q4 70/80")
    let carried = try scene.cell("2025-Q3", .point, "M")
    #expect(carried.figures == "170/200")
    #expect(carried.coverage == "1/1")
    try scene.add("M 2025-Q4 190/210")
    #expect(try scene.cell("2025-Q4", .point).figures == "190/210")
  }

  @Test func anotherDaysStructureMovesTheLinesAndNotTheTotal() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", "0.4"), ("Y", "0.6")),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B", to: "2025-06-30", ("M", "1")),
        try commune("C", to: "2025-06-30", ("M", "1")),
        try commune("M", from: "2025-07-01"),
      ], indicator(measure: .count, .flow))
    try scene.add("A 2025-Q2 10; B 2025-Q2 3; C 2025-Q2 4; X 2025-Q3 5; Y 2025-Q3 6; M 2025-Q3 9")
    scene.structure = try day("2025-06-30")
    let old = try scene.assess("2025-Q3").indicators[0]
    #expect(old.cell("A", .period)?.figures == "11")
    #expect(old.cell("A", .period)?.convertedFrom == ["X", "Y"])
    #expect(old.cell("X", .period) == nil)
    // a merged unit cannot be divided again
    #expect(old.cell("M", .period)?.figures == "9")
    #expect(old.cell("T", .period)?.figures == "20")
    scene.structure = try day("2025-07-01")
    let new = try scene.assess("2025-Q2").indicators[0]
    #expect(new.cell("X", .period)?.figures == "4")
    #expect(new.cell("M", .period)?.figures == "7")
    #expect(new.cell("T", .period)?.figures == "17")
  }

  /// A is divided into X and Y, nobody says how, and X merges into Y: what X had stands over Y's stock.
  @Test func aFlowWhoseStockStandsInAnotherLineIsNotLost() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2024-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2024-07-01", to: "2025-03-31", ("Y", "1")),
        try commune("Y", from: "2024-07-01"), try commune("Z"),
      ], indicator([yearly(.atLeast(percent(10)))], .flow))
    for quarter in 1...2 {
      try scene.add("A 2024-Q\(quarter) 7/100; Z 2024-Q\(quarter) 7/100")
      try scene.add("Y 2025-Q\(quarter) 7/100; Z 2025-Q\(quarter) 7/100")
    }
    for quarter in 3...4 {
      for unit in ["X", "Y", "Z"] { try scene.add("\(unit) 2024-Q\(quarter) 7/100") }
    }
    try scene.add("X 2025-Q1 7/100")
    for structure in ["2025-06-30", "2024-12-31", "2024-03-31"] {
      scene.structure = try day(structure)
      let total = try scene.cell("2025-Q2", .year)
      #expect(total.figures == "35/200", "\(structure)")
      #expect(total.coverage == "2/2", "\(structure)")
    }
  }

  @Test func totalsAreComparedOverAReorganisation() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("M", "1")),
        try commune("B", to: "2025-06-30", ("M", "1")),
        try commune("M", from: "2025-07-01"),
      ], indicator())
    try scene.add("A 2025-Q2 100/120; B 2025-Q2 70/80; M 2025-Q3 180/200")
    let comparison = try #require(try scene.assess("2025-Q3").indicators[0].comparison)
    #expect(comparison.cell.figures == "170/200")
    #expect(comparison.isLikeForLike)
    #expect(!comparison.isReorganised)
  }

  @Test func coverageByMembersWeighsUnits() throws {
    var scene = try reorganised(
      [try commune("A", members: 300), try commune("B", members: 100)], indicator())
    try scene.add("A 2025-Q3 100/120")
    let cell = try scene.cell("2025-Q3", .point)
    #expect(cell.coverage == "1/2")
    #expect(cell.members?.counted == 300)
    #expect(cell.members?.expected == 400)
  }

  @Test func aTaskWhoseLeadHasEndedNamesTheSuccessor() throws {
    var scene = try reorganised(
      [try commune("A", to: "2025-06-30", ("M", "1")), try commune("M", from: "2025-07-01")],
      indicator())
    scene.tasks = [
      PlanTask(
        code: "V.1-01", clause: "V.1", lead: .units(["A"]), summary: "",
        deadline: Deadline(.continuous))
    ]
    #expect(try scene.assess("2025-Q2").tasks[0].endedLeads.isEmpty)
    let ended = try #require(try scene.assess("2025-Q3").tasks.first?.endedLeads.first)
    #expect(ended.last.description == "2025-06-30")
    #expect(ended.successors == ["M"])
  }

  @Test func aSuccessorWithoutFiguresIsBoundedByWhatItTookOver() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("M", nil), ("N", nil), members: 900),
        try commune("M", from: "2025-07-01", members: 500),
        try commune("N", from: "2025-07-01", members: 400),
      ], indicator())
    try scene.add("A 2025-Q2 40/50; M 2025-Q3 25/30")
    // N has at most the 50 that A had, not one for each of its 400 members
    let bounds = try #require(try scene.cell("2025-Q3", .point).bounds)
    #expect(bounds.lowest == Ratio(try number("25"), over: try number("80")))
  }

  @Test func aTaskGoesOnUnderTheOneThatTookOver() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-03-31", ("B", nil)),
        try commune("B", from: "2025-04-01", to: "2025-06-30", ("M", nil)),
        try commune("M", from: "2025-07-01"), try commune("C"),
      ], indicator())
    scene.tasks = [
      PlanTask(
        code: "V.1-01", clause: "V.1", lead: .units(["A"]), summary: "",
        deadline: Deadline(.continuous))
    ]
    let office = try scene.assess("2025-Q3")
    #expect(office.tasks.map(\.unit) == ["M"])
    #expect(try scene.assess("2025-Q2").tasks.map(\.unit) == ["B"])
    #expect(try scene.assess("2025-Q1").tasks.map(\.unit) == ["A"])
    let registry = UnitRegistry(units: scene.units, root: "T")
    let day = try day("2025-09-30")
    #expect(registry.holders(of: "A", on: day) == ["M"])
    let heir = try #require(registry.unit("M", on: day))
    #expect(heir.predecessors == ["A", "B"])
    #expect(scene.tasks[0].isLed(by: heir))
    #expect(!scene.tasks[0].isLed(by: try #require(registry.unit("C", on: day))))
  }
}
