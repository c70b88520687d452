import Assessment
import PlanModel
import Testing

struct TallyTests {
  @Test func aTotalIsARatioOfSums() throws {
    var scene = try Scene(["X1", "X2"], indicator())
    try scene.add("X1 2024-Q3 1/1; X2 2024-Q3 0/99")
    let cell = try scene.cell("2024-Q3", .point)
    #expect(cell.figures == "1/100")
    #expect(cell.value?.rounded(toFractionDigits: 6)?.plainText == "0.01")
  }

  @Test(arguments: [
    ("X1 2024-Q3 0/100", "0/100", "1/1", false), ("X1 2024-Q3 /100", "none", "0/1", false),
    ("X1 2024-Q3 5/", "none", "0/1", false), ("X1 2024-Q3 -/-", "none", "0/0", true),
    ("X1 2024-Q3 -/", "none", "0/0", true), ("", "none", "0/1", false),
    ("X1 2024-Q2 5/100", "none", "0/1", false), ("X1 2024-Q4 5/100", "none", "0/1", false),
    ("X1 2024-Q3 0/0", "0/0", "1/1", false),
  ])
  func zeroBlankNotApplicableAndAbsentStayDifferent(
    figures: String, printed: String, coverage: String, isNotApplicable: Bool
  ) throws {
    var scene = try Scene(["X1"], indicator())
    try scene.add(figures)
    let cell = try scene.cell("2024-Q3", .point, "X1")
    #expect(cell.figures == printed)
    #expect(cell.coverage == coverage)
    #expect(cell.isNotApplicable == isNotApplicable)
    #expect(try scene.cell("2024-Q3", .point).coverage == coverage)
  }

  @Test(arguments: [
    ("2024-H1", "20/100"), ("2024-9M", "30/100"), ("2024", "30/100"), ("2024-Q4", "none"),
  ])
  func aStockIsTheLastFigureInsideTheWindow(text: String, printed: String) throws {
    var scene = try Scene(["X1"], indicator())
    try scene.add("X1 2024-Q3 30/100; X1 2024-Q1 10/100; X1 2024-Q2 20/100; X1 2024-Q4 /")
    #expect(try scene.cell(text, .point, "X1").figures == printed)
  }

  @Test(arguments: [
    ("2023-Q4", "95/100", "1/1", "2023-Q4"), ("2024-Q1", "95/100", "1/1", "2023-Q4"),
    ("2024-Q3", "95/100", "1/1", "2023-Q4"), ("2024-Q4", "none", "0/1", "none"),
  ])
  func aYearlyFigureIsCarriedForwardUntilTheNext(
    text: String, printed: String, coverage: String, from: String
  ) throws {
    let yearlyStock = indicator(
      [yearly(.above(percent(90)))], collected: .year, carriesForward: true)
    var scene = try Scene(["X1"], yearlyStock)
    try scene.add("X1 2023-Q4 95/100; X1 2024-Q1 /; X1 2024-Q2 /")
    let cell = try scene.cell(text, .point)
    #expect(cell.figures == printed)
    #expect(cell.coverage == coverage)
    #expect((cell.tally.latestPeriod?.description ?? "none") == from)
    // judged as of the year it speaks of
    #expect(cell.verdict == (printed == "none" ? .noData : .met))
  }

  @Test func notApplicableIsCarriedForwardToo() throws {
    var scene = try Scene(["X1"], indicator(collected: .year, carriesForward: true))
    try scene.add("X1 2023-Q4 -/-; X1 2024-Q1 /")
    #expect(try scene.cell("2024-Q1", .point, "X1").isNotApplicable)
    #expect(try scene.cell("2024-Q1", .point).coverage == "0/0")
  }

  @Test func nobodyIsExpectedWhereNothingIsCollected() throws {
    var scene = try Scene(["X1", "X2"], indicator(collected: .year))
    #expect(try scene.cell("2024-Q3", .point).coverage == "0/0")
    #expect(try scene.cell("2024-Q4", .point).coverage == "0/2")
    // one that comes anyway does not stand for all
    try scene.add("X1 2024-Q3 9/10")
    #expect(try scene.cell("2024-Q3", .point).coverage == "1/2")
    let flow = try Scene(["X1"], indicator(measure: .count, .flow, collected: .year))
    #expect(try flow.cell("2024-Q3", .year).coverage == "0/0")
    #expect(try flow.cell("2024-Q3", .term).coverage == "0/1")
  }

  @Test(arguments: [
    (Window.period, "3", "1/1"), (.year, "6", "1/1"), (.term, "16", "0/1"),
  ])
  func aFlowIsSummedOverItsWindow(window: Window, printed: String, coverage: String) throws {
    var scene = try Scene(["X1"], indicator(measure: .count, .flow))
    try scene.add("X1 2021-Q4 99; X1 2022-Q1 10; X1 2024-Q1 1; X1 2024-Q2 2; X1 2024-Q3 3")
    try scene.add("X1 2024-Q4 50; X1 2024-H1 40; X1 2024-09 7")
    let cell = try scene.cell("2024-Q3", window, "X1")
    #expect(cell.figures == printed)
    #expect(cell.coverage == coverage)
  }

  /// A plan that asks for quarters since July: months before that count, those of its first quarter are in it.
  @Test func monthsCountUntilQuartersAreAskedFor() throws {
    var scene = try Scene(["X1"], indicator(measure: .count, .flow))
    scene.firstPeriod = try period("2024-Q3")
    try scene.add("X1 2024-05 3; X1 2024-06 4; X1 2024-07 10; X1 2024-09 30; X1 2024-Q3 50")
    #expect(try scene.cell("2024-Q3", .year, "X1").figures == "57")
  }

  /// Half-year figures in a report on the third quarter: X2 began after the first half, and owes none of it.
  @Test func whoBeganAfterTheLastCollectionIsNotExpected() throws {
    var scene = Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("X1"), try unit("X2", from: "2024-08-01"),
      ],
      indicator(measure: .count, .flow, collected: .half))
    try scene.add("X1 2024-Q2 5")
    #expect(try scene.cell("2024-Q3", .year).coverage == "1/1")
    #expect(try scene.cell("2024-Q4", .year).coverage == "0/2")
  }

  @Test func aUnitThatMissesAQuarterKeepsWhatIsKnownAndIsNotCounted() throws {
    var scene = try Scene(["X1", "X2", "X3"], indicator(measure: .count, .flow))
    try scene.add(
      "X1 2024-Q1 1; X1 2024-Q2 2; X2 2024-Q1 5; X2 2024-Q2 /; X3 2024-Q1 -; X3 2024-Q2 4")
    let cell = try scene.cell("2024-Q2", .year)
    #expect(cell.figures == "12")
    #expect(cell.countedUnits == ["X1", "X3"])
    #expect(cell.missingUnits == ["X2"])
  }

  @Test(arguments: [
    (Indicator.DenominatorTime.yearStart, Window.year, "12/1000"), (.yearStart, .period, "7/1000"),
    (.latest, .year, "12/1200"), (.latest, .period, "7/1200"), (.latest, .term, "112"),
    (.yearStart, .term, "112"),
  ])
  func aFlowStandsOverTheStockOfItsTime(
    time: Indicator.DenominatorTime, window: Window, printed: String
  ) throws {
    var scene = try Scene(["X1"], indicator([], .flow, at: time))
    try scene.add("X1 2023-Q3 50/900; X1 2023-Q4 50/1000; X1 2024-Q1 5/1100; X1 2024-Q2 7/1200")
    try scene.add("X1 2024-Q3 1/1300")
    #expect(try scene.cell("2024-Q2", window).figures == printed)
  }

  @Test func theFirstStockOfTheYearStandsInForOneOfTheYearBefore() throws {
    var scene = try Scene(["X1"], indicator([], .flow, at: .yearStart))
    try scene.add("X1 2024-Q1 5/1100; X1 2024-Q2 7/1200")
    #expect(try scene.cell("2024-Q2", .year).figures == "12/1100")
  }

  @Test func aFlowWithoutItsDenominatorIsPartOfNoTotal() throws {
    var scene = try Scene(["X1", "X2"], indicator([], .flow, at: .latest))
    try scene.add("X1 2024-Q1 5/; X2 2024-Q1 1/100")
    let cell = try scene.cell("2024-Q1", .year)
    #expect(cell.figures == "1/100")
    #expect(cell.coverage == "1/2")
    var rates = try Scene(["X1"], indicator([], .flow, over: .flow))
    try rates.add("X1 2024-Q1 5/10; X1 2024-Q2 3/")
    #expect(try rates.cell("2024-Q2", .year).figures == "5/10")
    #expect(try rates.cell("2024-Q2", .year).coverage == "0/1")
  }

  @Test func aDenominatorBesideACountMeansNothing() throws {
    var scene = try Scene(
      ["X1"], indicator([yearly(.atLeast(FixedDecimal(3)))], measure: .count))
    try scene.add("X1 2024-Q4 5/10")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.figures == "5")
    #expect(cell.verdict == .met)
    var amounts = try Scene(["X1", "X2"], indicator(measure: .amount, denominator: "dự án"))
    try amounts.add("X1 2024-Q4 2.5/2; X2 2024-Q4 9/")
    #expect(try amounts.cell("2024-Q4", .point).figures == "2.5/2")
  }

  @Test func sumsAndProductsOfTheLargestFiguresDoNotTrap() throws {
    let top = String(repeating: "9", count: 18)
    let target = Target(.atLeast(try number("123456789012.345678")), .overTerm)
    for kind in [Indicator.Accumulation.stock, .flow] {
      let wide = indicator([target], measure: .ratio, kind, over: kind)
      var scene = try Scene((0..<300).map { "X\($0)" }, wide)
      for place in 0..<299 { try scene.add("X\(place) 2024-Q3 999999999999.999999/\(top)") }
      let all = try scene.assess("2024-Q3").indicators
      #expect(all[0].total?.verdict == .inProgress)
      #expect(all[0].total?.figures == "298999999999999.999701/298999999999999999701")
      let last = try scene.assess("2024-Q4").indicators
      #expect((last[0].comparison != nil) == (kind == .stock))
    }
  }
}
