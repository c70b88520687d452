import Assessment
import PlanModel
import TestSupport
import Testing

/// Features that seldom meet, each where it once gave a wrong figure or a verdict that could still turn.
struct RareFeatureTests {
  private func scene(_ units: [Unit], _ indicator: Indicator) throws -> Scene {
    Scene(units: [try unit("T", "tinh", under: nil)] + units, indicator)
  }

  @Test("what has no value over several years is no failure of what each unit owes")
  func owedWithoutValue() throws {
    var scene = try scene(
      [try commune("A"), try commune("B")],
      indicator(
        [Target(.atLeast(percent(1)), .overTerm, isPerUnit: true)], .flow, at: .latest,
        combination: .unitsMeeting))
    scene.years = 2024...2024
    for quarter in 1...4 { try scene.add("A 2024-Q\(quarter) 9/10; B 2024-Q\(quarter) 9/10") }
    #expect(try scene.cell("2024-Q4", .term).verdict == .insufficient)
  }

  // MARK: not applicable

  @Test("whom a flow did not apply to once is missing where nothing is said afterwards")
  func silentAfterNotApplicable() throws {
    var scene = try scene(
      [try commune("A"), try commune("B")],
      indicator([yearly(.atMost(number("5")))], measure: .count, .flow))
    for quarter in 1...4 { try scene.add("A 2024-Q\(quarter) 1") }
    try scene.add("B 2024-Q1 -/")
    let open = try scene.cell("2024-Q4", .year)
    #expect(open.coverage == "1/2")
    #expect(open.verdict == .insufficient)
    // the last word counts for what was before it
    try scene.add("B 2024-Q4 -/")
    let said = try scene.cell("2024-Q4", .year)
    #expect(said.coverage == "1/1")
    #expect(said.verdict == .met)
  }

  @Test("a stock that did not apply in the first quarter is missing in a report on the year")
  func stockSilentAfterNotApplicable() throws {
    var scene = try scene([try commune("A"), try commune("B")], indicator([], .stock))
    try scene.add("A 2024-Q4 9/10; B 2024-Q1 -/")
    #expect(try scene.cell("2024", .point).coverage == "1/2")
    try scene.add("B 2024-Q4 -/")
    #expect(try scene.cell("2024", .point).coverage == "1/1")
  }

  @Test("a unit that an indicator does not apply to any more has not been reorganised")
  func notApplicableIsNoReorganisation() throws {
    var scene = try scene(
      [try commune("A"), try commune("B")], indicator([], measure: .count, .stock))
    try scene.add("A 2024-Q1 8; B 2024-Q1 -/; A 2024-Q2 9; B 2024-Q2 4")
    let found = try #require(try scene.assess("2024-Q2").indicators.first?.comparison)
    #expect(!found.isReorganised)
    #expect(found.movement?.from == Ratio(FixedDecimal(8)))
    #expect(found.movement?.to == Ratio(FixedDecimal(9)))
  }

  // MARK: reorganisations

  @Test("what a unit owed that ended without a successor may still turn the verdict on a year")
  func lostFigures() throws {
    func year(_ comparison: Target.Comparison, _ figures: String) throws -> IndicatorCell {
      var scene = try scene(
        [try commune("A", to: "2024-06-30"), try commune("B")],
        indicator([yearly(comparison)], measure: .count, .flow))
      for quarter in 1...4 { try scene.add("B 2024-Q\(quarter) 30/") }
      try scene.add(figures)
      return try scene.cell("2024-Q4", .year)
    }
    let open = try year(.atLeast(number("140")), "A 2024-Q1 10/")
    #expect(open.verdict == .insufficient)
    #expect(open.lostUnits == ["A"])
    #expect(open.figures == "130")
    // nobody is expected to send it any more
    #expect(open.coverage == "1/1")
    #expect(try year(.atMost(number("140")), "A 2024-Q1 10/").verdict == .insufficient)
    #expect(try year(.atMost(number("120")), "A 2024-Q1 10/").verdict == .notMet)
    #expect(try year(.atLeast(number("120")), "A 2024-Q1 10/").verdict == .met)
    #expect(try year(.atLeast(number("140")), "B 2023-Q4 1/").lostUnits == ["A"])
    let whole = try year(.atLeast(number("140")), "A 2024-Q1 5/; A 2024-Q2 5/")
    #expect(whole.verdict == .notMet)
    #expect(whole.lostUnits.isEmpty)
    #expect(try year(.atLeast(number("140")), "A 2024-Q1 -/; A 2024-Q2 -/").lostUnits.isEmpty)
  }

  @Test("a carried figure of a unit that was divided gives way to those of its successors")
  func carried() throws {
    var scene = try scene(
      [
        try commune("A", to: "2024-06-30", ("B", nil), ("C", nil)),
        try commune("B", from: "2024-07-01"), try commune("C", from: "2024-07-01"),
      ], indicator(measure: .count, carriesForward: true))
    try scene.add("A 2024-Q2 100")
    #expect(try scene.cell("2024-Q3", .point).figures == "100")
    try scene.add("B 2024-Q4 60; C 2024-Q4 40")
    #expect(try scene.cell("2024-Q4", .point).figures == "100")
  }

  @Test("a flow whose stock went to a successor stands over its own until the successor's is there")
  func flowWithoutStock() throws {
    for share in ["1", nil] {
      let successors = share == nil ? [("B", share), ("C", share)] : [("B", share)]
      var scene = try scene(
        [
          try commune("A", to: "2024-06-30", successors: successors),
          try commune("B", from: "2024-07-01"), try commune("C", from: "2024-07-01"),
          try commune("D"),
        ], indicator([], .flow, at: .latest))
      try scene.add("A 2024-Q1 50/1000; A 2024-Q2 50/1000")
      try scene.add("D 2024-Q1 2/100; D 2024-Q2 2/100; D 2024-Q3 2/100")
      #expect(try scene.cell("2024-Q3", .year).figures == "106/1100")
      try scene.add("B 2024-Q3 1/600; C 2024-Q3 1/400")
      #expect(try scene.cell("2024-Q3", .year).figures == "108/1100")
      scene.structure = try day("2024-06-30")
      #expect(try scene.cell("2024-Q3", .year).figures == "108/1100")
    }
  }

  @Test("a stock that came after two takeovers of one year counts once")
  func lateStock() throws {
    var scene = try scene(
      [
        try commune("A", to: "2024-03-31", ("B", "1")),
        try commune("B", from: "2024-04-01", to: "2024-09-30", ("C", "1")),
        try commune("C", from: "2024-10-01"),
      ], indicator([], .flow, at: .yearStart))
    try scene.add("A 2024-Q1 1/; B 2024-Q2 1/100; B 2024-Q3 1/100; C 2024-Q4 1/100")
    #expect(try scene.cell("2024-Q4", .year).tally.denominator == number("100"))
  }

  @Test("of one register kept by several hands the newest figure speaks, merged or divided")
  func oneRegister() throws {
    for (old, shares) in [(["A", "B"], ["1"]), (["A"], ["0.6", "0.4"])] {
      let new = shares.indices.map { "N\($0)" }
      var units = try new.map { try commune($0, from: "2024-07-01") }
      for code in old {
        units.append(
          try commune(code, to: "2024-06-30", successors: zip(new, shares).map { ($0, $1) }))
      }
      var scene = try scene(
        units, indicator(measure: .count, combination: .last, carriesForward: true))
      for code in old { try scene.add("\(code) 2024-Q2 100") }
      #expect(try scene.cell("2024-Q3", .point).figures == "100", "\(shares)")
    }
  }

  // MARK: combinations

  @Test("the newest figure is the one received last, in whatever order files were taken in")
  func receivedLast() throws {
    var scene = try Scene(["X1", "X2"], indicator(measure: .count, combination: .last))
    for (unit, count, day) in [("X1", 1, 16), ("X2", 2, 15)] {
      let receipt = try scene.receive(unit, "2024-Q1", at: "2024-03-\(day)T08:00")
      scene.book.add(
        Figure(
          plan: "P", indicator: "CT01", row: 2, numerator: .value(FixedDecimal(count)),
          denominator: .blank, note: ""), of: receipt)
    }
    #expect(try scene.cell("2024-Q1", .point).figures == "1")
  }

  @Test("a unit's own figure stands where the greatest value is asked of all, also without a value")
  func ownFigure() throws {
    var scene = try Scene(["X1"], indicator(combination: .max))
    try scene.add("X1 2024-Q1 0/0")
    let cell = try scene.cell("2024-Q1", .point, "X1")
    #expect(cell.figures == "0/0" && cell.verdict == .noVerdict)
  }

  // MARK: what is missing can turn it

  @Test("a ratio of which nothing is known of a unit may come to anything")
  func unknownRatio() throws {
    for comparison in [
      Target.Comparison.atMost(try number("1.2")), .atLeast(try number("1.2")),
    ] {
      var scene = try Scene(["X1", "X2"], indicator([yearly(comparison)], measure: .ratio))
      try scene.add("X1 2024-Q4 90/100")
      #expect(try scene.cell("2024-Q4", .point).verdict == .insufficient)
    }
  }

  @Test("a figure of an earlier quarter may be lower or higher in the one that is missing")
  func staleStock() throws {
    for (target, figures) in [
      (percent(30), "X1 2024-Q4 50/100; X2 2024-Q3 90/100"),
      (percent(60), "X1 2024-Q4 50/100; X2 2024-Q3 0/100"),
    ] {
      var scene = try Scene(["X1", "X2"], indicator([yearly(.atLeast(target))]))
      try scene.add(figures)
      #expect(try scene.cell("2024", .point).verdict == .insufficient, "\(figures)")
    }
  }

  @Test("a unit is as large as it last said, also in another year")
  func lastSize() throws {
    var scene = try Scene(
      ["X1", "X2"], indicator([yearly(.atLeast(percent(30)))], .flow, at: .latest))
    try scene.add("X2 2023-Q4 90/100")
    for quarter in 1...4 { try scene.add("X1 2024-Q\(quarter) 5/100") }
    #expect(try scene.cell("2024-Q4", .year).verdict == .insufficient)
  }

  @Test("one that misses a part may be the greatest no longer; any may be the newest")
  func greatestAndNewest() throws {
    var greatest = try Scene(
      ["X1", "X2"],
      indicator(
        [yearly(.atLeast(percent(60)))], measure: .ratio, .flow, over: .flow, combination: .max))
    for quarter in 1...4 { try greatest.add("X1 2024-Q\(quarter) 5/10") }
    try greatest.add("X2 2024-Q1 9/10")
    #expect(try greatest.cell("2024-Q4", .year).verdict == .insufficient)
    var newest = try Scene(
      ["X1", "X2"],
      indicator(
        [yearly(.atLeast(FixedDecimal(50)))], measure: .count, .flow, combination: .last))
    try newest.add("X1 2024-Q3 100; X2 2024-Q1 1")
    #expect(try newest.cell("2024-Q4", .year).verdict == .insufficient)
  }

  @Test("what each owes is met where it can only be exceeded, and open where it can be lost")
  func meeting() throws {
    var range = try Scene(
      ["X1", "X2"],
      indicator(
        [yearly(.between(FixedDecimal(1), FixedDecimal(3)), isPerUnit: true)], measure: .count,
        .flow, combination: .unitsMeeting))
    for quarter in 1...4 { try range.add("X2 2024-Q\(quarter) 1") }
    try range.add("X1 2024-Q1 2; X1 2024-Q2 0; X1 2024-Q3 0")
    #expect(try range.cell("2024-Q4", .year).figures == "2/2")
    var rate = try Scene(
      ["X1"],
      indicator(
        [Target(.atLeast(percent(47)), .overTerm, isPerUnit: true)], measure: .ratio, .flow,
        over: .flow, combination: .unitsMeeting))
    rate.years = 2024...2025
    try rate.add("X1 2024-Q1 9/10")
    #expect(try rate.cell("2024-Q2", .term).figures == "0/1")
  }

  @Test("one that has failed for good fails all, before the time has come")
  func failed() throws {
    var scene = try Scene(
      ["X1", "X2"],
      indicator(
        [yearly(.atMost(FixedDecimal(0)), isPerUnit: true)], measure: .count, .flow,
        combination: .unitsMeeting))
    try scene.add("X1 2024-Q1 3; X2 2024-Q1 0")
    #expect(try scene.cell("2024-Q1", .year).verdict == .notMet)
  }

  // MARK: targets

  @Test("a change from a number of the plan keeps the pace of the year as a number does")
  func paceOfAChange() throws {
    let base = Target.Change.Base.fixed(Target.Start(year: 2022, FixedDecimal(1000)))
    let change = Target.Change(.part(percent(10)), against: base)
    for comparison in [Target.Comparison.increase(change), .atLeast(FixedDecimal(1100))] {
      var scene = try Scene(["X1"], indicator([yearly(comparison)], measure: .count, .flow))
      try scene.add("X1 2024-Q1 300")
      #expect(try scene.cell("2024-Q1", .year).verdict == .onTrack)
    }
  }

  @Test("no case at all is no more than any decrease asks")
  func floor() throws {
    let change = Target.Change(.by(FixedDecimal(5)), against: .previousYear)
    var scene = try Scene(["X1"], indicator([yearly(.decrease(change))], measure: .count))
    try scene.add("X1 2023-Q4 1; X1 2024-Q4 0")
    #expect(try scene.cell("2024-Q4", .point).verdict == .met)
  }

  @Test("far past what is to be hit is not on the way to it")
  func overshot() throws {
    var scene = try Scene(
      ["X1"], indicator([yearly(.about(percent(10), tolerance: percent(1)))], .flow, at: .latest))
    try scene.add("X1 2024-Q1 50/100")
    #expect(try scene.cell("2024-Q1", .year).verdict == .behind)
  }
}
