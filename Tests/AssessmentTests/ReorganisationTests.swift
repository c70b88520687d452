import Assessment
import PlanModel
import Testing

/// Units that merge, split and come anew on 1 July 2025: what becomes of their figures.
struct ReorganisationTests {
  private func office(_ units: [Unit], _ indicator: Indicator) throws -> Scene {
    var scene = Scene(
      units: [try unit("T", "tinh", under: nil)] + units, indicator)
    scene.years = 2024...2030
    return scene
  }

  /// Admissions of the year over the members at its beginning.
  private var admissions: Indicator {
    indicator(
      [yearly(.atLeast(percent(3)))], measure: .ratio, .flow, over: .stock, at: .yearStart)
  }

  @Test func twoCommunesOf120And80MembersBecome200() throws {
    var scene = try office(
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
    var absorbed = try office(
      [try commune("A", to: "2024-12-31", ("B", "1")), try commune("B")], admissions)
    try absorbed.add("A 2024-Q4 1/500; B 2024-Q4 1/1000; B 2025-Q1 30/1600")
    #expect(try absorbed.cell("2025-Q1", .year).figures == "30/1500")
    var divided = try office(
      [
        try commune("A", to: "2024-12-31", ("X", "0.6"), ("Y", "0.4")),
        try commune("X", from: "2025-01-01"), try commune("Y", from: "2025-01-01"),
      ], admissions)
    try divided.add("A 2024-Q4 1/500; X 2025-Q1 3/310; Y 2025-Q1 2/195")
    #expect(try divided.cell("2025-Q1", .year, "X").figures == "3/300")
    #expect(try divided.cell("2025-Q1", .year).figures == "5/500")
    // who had none then leaves it to the first of the new year
    var late = try office(
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
    var sums = try office(units, indicator(measure: .count, .flow, collected: .year))
    try sums.add("B 2024-Q4 5")
    #expect(try sums.cell("2025-Q3", .term).coverage == "1/2")
    try sums.add("A 2024-Q4 4")
    #expect(try sums.cell("2025-Q3", .term).coverage == "2/2")
    #expect(try sums.cell("2025-Q3", .term, "M").coverage == "1/1")
    #expect(try sums.cell("2025-Q3", .year).coverage == "0/0")
    var each = try office(
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
    var scene = try office(
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
    var numbers = try office(units, indicator([limit], measure: .count, .flow))
    try numbers.add("A 2025-Q1 1; A 2025-Q2 2")
    #expect(try numbers.cell("2025-Q4", .year).verdict == ofNumber)
    let ratio = yearly(.atMost(try number(rate)))
    var rates = try office(units, indicator([ratio], measure: .ratio, .flow, over: .flow))
    try rates.add("A 2025-Q1 1/10; A 2025-Q2 2/10")
    #expect(try rates.cell("2025-Q4", .year).verdict == ofRate)
  }

  @Test func aGapOfAPredecessorIsAGapOfItsSuccessor() throws {
    var scene = try office(
      [try commune("A", to: "2025-06-30", ("M", "1")), try commune("M", from: "2025-07-01")],
      admissions)
    try scene.add("A 2024-Q4 1/120; A 2025-Q1 2/121; M 2025-Q3 3/130")
    let cell = try scene.cell("2025-Q3", .year, "M")
    #expect(cell.figures == "5/120")
    #expect(cell.coverage == "0/1")
    #expect(cell.gaps.map(\.description) == ["2025-Q2"])
  }

  @Test func aSplitGoesByDeclaredSharesExactly() throws {
    var scene = try office(
      [
        try commune("A", to: "2025-06-30", ("X", "0.35"), ("Y", "0.65")),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
      ], admissions)
    try scene.add(
      "A 2024-Q4 1/121; A 2025-Q1 3/121; A 2025-Q2 2/121; X 2025-Q3 1/43; Y 2025-Q3 2/79")
    #expect(try scene.cell("2025-Q3", .year, "X").figures == "2.75/42.35")
    #expect(try scene.cell("2025-Q3", .year, "Y").figures == "5.25/78.65")
    #expect(try scene.cell("2025-Q3", .year).figures == "8/121")
  }

  @Test func anUndeclaredSplitCannotBeCompared() throws {
    var scene = try office(
      [
        try commune("A", to: "2025-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B"),
      ], admissions)
    try scene.add(
      "A 2024-Q4 1/100; A 2025-Q1 3/100; A 2025-Q2 2/100; X 2025-Q3 1/40; Y 2025-Q3 2/65")
    try scene.add("B 2024-Q4 1/50; B 2025-Q1 1/50; B 2025-Q2 1/50; B 2025-Q3 1/50")
    let indicator = try scene.assess("2025-Q3").indicators[0]
    #expect(indicator.cell("A", .year)?.figures == "5/100")
    for (code, figures) in [("X", "1"), ("Y", "2")] {
      let cell = try #require(indicator.cell(code, .year))
      #expect(cell.figures == figures)
      #expect(cell.isBroken)
      #expect(cell.value == nil)
      #expect(cell.verdict == .noVerdict)
    }
    #expect(indicator.cell("B", .year)?.isBroken == false)
    // the sum over all of them holds all the same
    #expect(indicator.cell("T", .year)?.figures == "11/150")
    #expect(indicator.cell("X", .period)?.isBroken == false)
    #expect(indicator.cell("X", .period)?.figures == "1/40")
  }

  @Test("what comes after the period changes no verdict of it", arguments: ["1", nil])
  func future(share: String?) throws {
    var scenes = [
      try office(
        [
          try commune("A", to: "2025-06-30", ("X", share)), try commune("X", from: "2025-07-01"),
          try commune("B"),
        ], admissions),
      try office([try commune("A"), try commune("B")], admissions),
    ]
    for place in scenes.indices {
      try scenes[place].add("A 2023-Q4 1/100; A 2024-Q1 1/100; B 2023-Q4 1/50; B 2024-Q1 1/50")
      try scenes[place].add("B 2024-Q2 1/50; B 2024-Q3 1/50")
      scenes[place].years = 2023...2030
    }
    for code in ["T", "A"] {
      let (now, never) = (
        try scenes[0].cell("2024-Q3", .year, code), try scenes[1].cell("2024-Q3", .year, code)
      )
      #expect(now.verdict == never.verdict)
      #expect(now.verdict == .insufficient)
      #expect(now.bounds == never.bounds)
    }
  }

  @Test("half a year of a unit that was divided is held against no whole one")
  func halfAYear() throws {
    var scene = try office(
      [
        try commune("A", to: "2025-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B"),
        try commune("N", from: "2024-07-01"),
      ], indicator(measure: .count, .flow))
    for quarter in 1...4 {
      try scene.add("A 2024-Q\(quarter) 10; B 2024-Q\(quarter) 5; B 2025-Q\(quarter) 6")
      try scene.add("N 2025-Q\(quarter) 7")
    }
    try scene.add("N 2024-Q3 7; N 2024-Q4 7; A 2025-Q1 10; A 2025-Q2 10")
    // one is missing, so that only units with figures at both times are held against each other
    try scene.add("X 2025-Q3 4; Y 2025-Q3 4; Y 2025-Q4 4")
    let movement = try #require(try scene.assess("2025-Q4").indicators[0].comparison?.movement)
    #expect(movement.from == Ratio(FixedDecimal(20)))
    #expect(movement.to == Ratio(FixedDecimal(24)))
    #expect(movement.units == 1)
  }

  @Test("what each unit owes is not divided by shares; what is the same still goes on")
  func obligations() throws {
    let programmes = indicator(
      [Target(.atLeast(FixedDecimal(1)), .overTerm, isPerUnit: true)], measure: .count, .flow,
      combination: .unitsMeeting)
    var scene = try office(
      [
        try commune("A", to: "2025-06-30", ("X", "0.4"), ("Y", "0.6")),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B", to: "2025-06-30", ("M", "1")), try commune("M", from: "2025-07-01"),
      ], programmes)
    scene.years = 2025...2025
    try scene.add("A 2025-Q1 1; A 2025-Q2 0; B 2025-Q1 1; B 2025-Q2 0")
    try scene.add("X 2025-Q3 1; X 2025-Q4 0; Y 2025-Q3 0; Y 2025-Q4 0; M 2025-Q3 0; M 2025-Q4 0")
    #expect(try scene.cell("2025-Q4", .term, "M").verdict == .met)
    #expect(try scene.cell("2025-Q4", .term, "X").figures == "1")
    #expect(try scene.cell("2025-Q4", .term, "X").verdict == .met)
    // whether what A had holds for Y, nobody has said
    #expect(try scene.cell("2025-Q4", .term, "Y").verdict == .insufficient)
    let total = try scene.cell("2025-Q4", .term)
    #expect(total.figures == "2/3")
    #expect(total.verdict == .insufficient)
  }

  @Test("shares of shares are followed while sums of them stay exact")
  func chain() throws {
    let days = (0...4).map { "202\($0 + 1)-06-30" }
    var units: [Unit] = []
    for step in 0...3 {
      units.append(
        try commune(
          "A\(step)", from: step == 0 ? "2020-01-01" : "202\(step)-07-01", to: days[step],
          ("A\(step + 1)", "0.333333"), ("B\(step)", "0.666667")))
      units.append(try commune("B\(step)", from: "202\(step + 1)-07-01"))
    }
    units.append(try commune("A4", from: "2024-07-01"))
    units.append(try commune("C"))
    var scene = try office(units, indicator(measure: .amount, .flow))
    scene.years = 2020...2030
    try scene.add("A0 2020-Q1 999999999999999; C 2020-Q1 250000000000.000001")
    #expect(try scene.cell("2024-Q4", .term).figures == "1000249999999999.000001")
  }

  @Test func aYearlyStockGoesToTheMergedUnitUntilItHasItsOwn() throws {
    var scene = try office(
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
    var scene = try office(
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
    var scene = try office(
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
    var scene = try office(
      [
        try commune("A", to: "2025-06-30", ("M", "1")),
        try commune("B", to: "2025-06-30", ("M", "1")),
        try commune("M", from: "2025-07-01"),
      ], indicator())
    try scene.add("A 2025-Q2 100/120; B 2025-Q2 70/80; M 2025-Q3 180/200")
    let comparison = try #require(try scene.assess("2025-Q3").indicators[0].comparison)
    #expect(comparison.cell.figures == "170/200")
    #expect(comparison.hasSameUnits)
    #expect(!comparison.isReorganised)
  }

  @Test func coverageByMembersWeighsUnits() throws {
    var scene = try office(
      [try commune("A", members: 300), try commune("B", members: 100)], indicator())
    try scene.add("A 2025-Q3 100/120")
    let cell = try scene.cell("2025-Q3", .point)
    #expect(cell.coverage == "1/2")
    #expect(cell.members?.counted == 300)
    #expect(cell.members?.expected == 400)
  }

  @Test func aTaskWhoseLeadHasEndedNamesTheSuccessor() throws {
    var scene = try office(
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
    var scene = try office(
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
    var scene = try office(
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

  @Test func itsSubmissionsAreThoseOfThePeriodsInside() throws {
    var scene = try Scene(["X1"], indicator())
    try scene.receive("X1", "2025-Q1")
    try scene.receive("X1", "2025-Q3")
    let submissions = try scene.assess("2025-9M").submissions
    #expect(submissions.map(\.key.period.description) == ["2025-Q1", "2025-Q2", "2025-Q3"])
    #expect(submissions.map { $0.latest != nil } == [true, false, true])
  }
}
