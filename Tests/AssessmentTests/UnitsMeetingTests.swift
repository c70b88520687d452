import Assessment
import PlanModel
import Testing

struct UnitsMeetingTests {
  private static let overTerm = Target(.atLeast(FixedDecimal(1)), .overTerm, isPerUnit: true)
  private static let atMostTwo = Target(
    .atMost(FixedDecimal(2)), .every(.year, from: nil, to: nil), isPerUnit: true)

  private func scene(_ target: Target, years: ClosedRange<Int> = 2024...2024) throws -> Scene {
    var scene = try Scene(
      ["X1", "X2", "X3"], indicator([target], measure: .count, .flow, combination: .unitsMeeting))
    scene.years = years
    return scene
  }

  private static func all(_ unit: String, _ figures: Int...) -> String {
    figures.enumerated().map { "\(unit) 2024-Q\($0 + 1) \($1)" }.joined(separator: "; ")
  }

  @Test(arguments: [
    (
      "2024-Q4", [all("X1", 0, 1, 0, 0), all("X2", 0, 0, 0, 1), all("X3", 5, 0, 0, 0)], "3/3",
      "3/3",
      Verdict.met
    ),
    (
      "2024-Q4", [all("X1", 0, 1, 0, 0), all("X2", 0, 0, 0, 0), all("X3", 5, 0, 0, 0)], "2/3",
      "3/3",
      .notMet
    ),
    // X2 misses a quarter in which it may have had what it needs
    (
      "2024-Q4", [all("X1", 0, 1, 0, 0), "X2 2024-Q1 0; X2 2024-Q2 0", all("X3", 5, 0, 0, 0)],
      "2/3",
      "2/3", .insufficient
    ),
    ("2024-Q4", [all("X1", 0, 1, 0, 0), all("X3", 5, 0, 0, 0)], "2/3", "2/3", .insufficient),
    // X1 has what it needs, whatever it misses; X2 fails, whoever is missing
    ("2024-Q4", ["X1 2024-Q1 1", all("X2", 0, 0, 0, 0)], "1/3", "1/3", .notMet),
    ("2024-Q4", ["X1 2024-Q1 1", all("X2", 1, 0, 0, 0), "X3 2024-Q4 -"], "2/2", "1/2", .met),
    ("2024-Q1", [all("X1", 1), all("X2", 0)], "1/3", "2/3", .inProgress),
    ("2024-Q1", [all("X1", 1), all("X2", 1), all("X3", 1)], "3/3", "3/3", .met),
    ("2024-Q1", [], "none", "0/3", .noData),
  ])
  func countsTheUnitsThatMeetTheObligation(
    text: String, figures: [String], printed: String, coverage: String, verdict: Verdict
  ) throws {
    var scene = try scene(Self.overTerm)
    for figure in figures { try scene.add(figure) }
    let cell = try scene.cell(text, .term)
    #expect(cell.figures == printed)
    #expect(cell.coverage == coverage)
    #expect(cell.verdict == verdict)
    #expect(cell.pace?.needed == cell.tally.denominator)
    #expect(try scene.assess(text).indicators[0].cell("T", .year) == nil)
  }

  @Test(arguments: [
    (
      "2024-Q4", [all("X1", 0, 1, 0, 0), all("X2", 0, 0, 0, 2), all("X3", 0, 0, 0, 0)], "3/3",
      Verdict.met
    ),
    ("2024-Q4", [all("X1", 0, 1, 0), all("X2", 0, 0, 0, 2), all("X3", 0, 0, 0, 0)], "3/3", .met),
    // X1 had two in a quarter: another such one would be too many
    (
      "2024-Q4", [all("X1", 0, 2, 0), all("X2", 0, 0, 0, 2), all("X3", 0, 0, 0, 0)], "2/3",
      .insufficient
    ),
    (
      "2024-Q4", [all("X1", 0, 2, 1), all("X2", 0, 0, 0, 2), all("X3", 0, 0, 0, 0)], "2/3", .notMet
    ),
    ("2024-Q1", [all("X1", 0), all("X2", 1), all("X3", 2)], "3/3", .onTrack),
  ])
  func anUpperLimitIsNotKeptBeforeItsTime(
    text: String, figures: [String], printed: String, verdict: Verdict
  ) throws {
    var scene = try scene(Self.atMostTwo)
    for figure in figures { try scene.add(figure) }
    let cell = try scene.cell(text, .year)
    #expect(cell.figures == printed)
    #expect(cell.verdict == verdict)
  }

  /// Ten in the year of each: eight by September are in step, seven are not.
  @Test(arguments: [
    ([all("X1", 4, 4, 4), all("X2", 3, 3, 2), all("X3", 4, 4, 0)], "1/3", Verdict.onTrack),
    ([all("X1", 4, 4, 4), all("X2", 3, 3, 2), all("X3", 4, 3, 0)], "1/3", .behind),
    ([all("X1", 4, 4, 4), all("X2", 0, 0, 0), all("X3", 4, 4, 0)], "1/3", .behind),
    // one behind decides, whoever else is missing
    ([all("X1", 4, 4, 4), all("X2", 0, 0, 0)], "1/3", .behind),
    // X3 has been silent in September: a quarter like its best would bring it into step, one like X2's not
    ([all("X1", 4, 4, 4), all("X2", 3, 3, 2), all("X3", 4, 3)], "1/3", .insufficient),
    ([all("X1", 4, 4, 4), all("X2", 0, 0), all("X3", 4, 4, 0)], "1/3", .behind),
    // nothing is known of X3
    ([all("X1", 4, 4, 4), all("X2", 3, 3, 2)], "1/3", .insufficient),
    // X3 is in step already, and may be done with it: its own verdict is open
    ([all("X1", 4, 4, 4), all("X2", 3, 3, 2), all("X3", 4, 4)], "1/3", .insufficient),
  ])
  func whatEachOwesInAYearHasItsPace(
    figures: [String], printed: String, verdict: Verdict
  ) throws {
    let ten = Target(
      .atLeast(FixedDecimal(10)), .every(.year, from: nil, to: nil), isPerUnit: true)
    var scene = try scene(ten)
    for figure in figures { try scene.add(figure) }
    let cell = try scene.cell("2024-Q3", .year)
    #expect(cell.figures == printed)
    #expect(cell.verdict == verdict)
  }

  @Test func aLevelThatEachOwesByTheEndOfTheYearHasItsPaceToo() throws {
    var scene = try Scene(
      ["X1", "X2"],
      indicator([yearly(.atLeast(percent(90)), isPerUnit: true)], combination: .unitsMeeting))
    try scene.add("X1 2024-Q3 95/100; X2 2024-Q3 5/100")
    #expect(try scene.cell("2024-Q3", .point).verdict == .behind)
    try scene.add("X1 2024-Q4 95/100; X2 2024-Q4 5/100")
    #expect(try scene.cell("2024-Q4", .point).verdict == .notMet)
  }

  @Test func noUnitAtAllMeetsNothing() throws {
    var scene = try scene(Self.overTerm)
    scene.units = [try unit("T", "tinh", under: nil), try unit("X1", to: "2024-06-30")]
    try scene.add("X1 2024-Q1 1")
    let cell = try scene.cell("2024-Q3", .term)
    // a printed 0 would look like a result
    #expect(cell.figures == "none")
    #expect(cell.value == nil)
    #expect(cell.verdict == .noData)
  }

  /// A unit whose denominator is zero has no rate to be judged by: it has sent everything, and no figure to come
  /// could turn the verdict.
  @Test(arguments: [
    ("X1 2024-Q4 95/100; X2 2024-Q4 0/0", "1/1", "2/2", Verdict.met),
    ("X1 2024-Q4 85/100; X2 2024-Q4 0/0", "0/1", "2/2", .notMet),
    ("X1 2024-Q3 95/100; X2 2024-Q3 0/0", "1/1", "2/2", .onTrack),
    ("X2 2024-Q4 0/0", "0/1", "1/2", .insufficient),
    ("X1 2024-Q4 0/0; X2 2024-Q4 0/0", "none", "2/2", .noData),
  ])
  func whoHasNothingIsNotCounted(
    figures: String, printed: String, coverage: String, verdict: Verdict
  ) throws {
    let target = yearly(.atLeast(percent(90)), isPerUnit: true)
    var scene = try Scene(["X1", "X2"], indicator([target], combination: .unitsMeeting))
    try scene.add(figures)
    let cell = try scene.cell(figures.contains("Q4") ? "2024-Q4" : "2024-Q3", .point)
    #expect(cell.figures == printed)
    #expect(cell.coverage == coverage)
    #expect(cell.verdict == verdict)
    #expect((cell.bounds != nil) == (verdict == .insufficient))
  }

  /// A unit whose base can have no value is asked for nothing that could be counted; one whose base is still
  /// to come is open.
  @Test(arguments: [
    ("X1 2024-Q3 80/100; X2 2024-Q3 0/0", "1/1", Verdict.met, "X2 units_without_base"),
    ("X1 2024-Q3 80/100; X2 2024-Q3 -/-", "1/1", .met, "X2 units_without_base"),
    ("X1 2024-Q3 80/100", "1/2", .insufficient, ""),
    ("X1 2024-Q3 95/100; X2 2024-Q3 0/0", "0/1", .notMet, "X2 units_without_base"),
    (
      "X1 2024-Q3 0/0; X2 2024-Q3 0/0", "none", .noVerdict,
      "X1 units_without_base, X2 units_without_base"
    ),
  ])
  func whoHasNoBaseIsNotCounted(
    figures: String, printed: String, verdict: Verdict, leftOut: String
  ) throws {
    let target = Target(
      .increase(.init(.by(percent(5)), against: .previousPeriod)),
      .every(.quarter, from: nil, to: nil), isPerUnit: true)
    var scene = try Scene(["X1", "X2"], indicator([target], combination: .unitsMeeting))
    try scene.add(figures + "; X1 2024-Q4 95/100; X2 2024-Q4 50/100")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.figures == printed)
    #expect(cell.verdict == verdict)
    #expect((cell.bounds != nil) == (verdict == .insufficient))
    #expect(
      cell.leftOut.map { "\($0.unit) \($0.reason.rawValue)" }.joined(separator: ", ") == leftOut)
  }

  /// Of a sum over a year in which collecting began nobody knows what there was before.
  @Test func whoHadNothingSinceCollectingBeganIsOpen() throws {
    let target = yearly(.atLeast(percent(90)), isPerUnit: true)
    var scene = try Scene(
      ["X1", "X2"], indicator([target], .flow, over: .flow, combination: .unitsMeeting))
    scene.firstPeriod = try period("2024-Q3")
    try scene.add("X1 2024-Q3 0/0; X2 2024-Q3 0/0; X1 2024-Q4 0/0; X2 2024-Q4 0/0")
    let cell = try scene.cell("2024-Q4", .year)
    #expect(cell.figures == "0/2")
    #expect(cell.verdict == .insufficient)
  }

  /// Of five to ten in the year of each, one has eleven by September: nobody lacks anything any more.
  @Test func whoHasMoreThanTheRangeHasMetItToo() throws {
    let range = yearly(.between(FixedDecimal(5), FixedDecimal(10)), isPerUnit: true)
    var scene = try scene(range)
    for figures in [Self.all("X1", 4, 4, 3), Self.all("X2", 2, 2, 2), Self.all("X3", 5, 0, 0)] {
      try scene.add(figures)
    }
    #expect(try scene.cell("2024-Q3", .year, "X1").verdict == .exceeded)
    #expect(try scene.cell("2024-Q3", .year).verdict == .met)
  }

  @Test func ofEachUnitItsOwnFigureIsShown() throws {
    var scene = try scene(Self.overTerm)
    try scene.add(Self.all("X1", 0, 3, 0, 0))
    let cell = try scene.cell("2024-Q4", .term, "X1")
    #expect(cell.figures == "3")
    #expect(cell.verdict == .met)
    #expect(cell.pace?.needed.plainText == "1")
  }
}
