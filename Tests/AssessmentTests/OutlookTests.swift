import PlanModel
import Testing

@testable import Assessment

/// Where a running target leads if nothing changes.
@Suite struct OutlookTests {
  private func outlook(_ scene: Scene, _ quarter: String) throws -> Outlook? {
    let assessment = try #require(try scene.assess(quarter).indicators.first)
    return Outlook(assessment, in: try period(quarter))
  }

  private func whole(_ number: Int) -> Ratio { Ratio(FixedDecimal(number)) }

  private func admissions(_ figures: String) throws -> Scene {
    var scene = try Scene(
      ["X1"], indicator([yearly(.atLeast(FixedDecimal(100)))], measure: .count, .flow))
    try scene.add(figures)
    return scene
  }

  @Test func whatAccumulatesGoesOnAsBefore() throws {
    let slow = try admissions("X1 2024-Q1 20; X1 2024-Q2 30; X1 2024-Q3 24")
    let found = try #require(try outlook(slow, "2024-Q3"))
    // 74 in three quarters: 98 2/3 in four, 26 needed in the last
    #expect(found.projected == Ratio(FixedDecimal(296), over: FixedDecimal(3)))
    #expect(found.perPeriod == Ratio(FixedDecimal(74), over: FixedDecimal(3)))
    #expect(found.perPeriodNeeded == whole(26))
    #expect(!found.isMet && found.periodsPassed == 3 && found.periodsLeft == 1)
    let fast = try admissions("X1 2024-Q1 25; X1 2024-Q2 25; X1 2024-Q3 25")
    #expect(try #require(try outlook(fast, "2024-Q3")).isMet)
  }

  /// A pace that ends at the number itself has not passed it, and the verdict says so too.
  @Test(arguments: [(24, false), (25, false), (26, true)])
  func whatMustBePassedIsPassedOnlyByMore(perQuarter: Int, isMet: Bool) throws {
    var scene = try Scene(
      ["X1"], indicator([yearly(.above(FixedDecimal(100)))], measure: .count, .flow))
    try scene.add("X1 2024-Q1 \(perQuarter); X1 2024-Q2 \(perQuarter)")
    #expect(try #require(try outlook(scene, "2024-Q2")).isMet == isMet)
    #expect(try scene.cell("2024-Q2", .year).verdict == (isMet ? .onTrack : .behind))
  }

  /// 33.3% of 100 are 34 in whole numbers, and 25 in three quarters lead to 33 1/3.
  @Test func betweenTheLastThatMissesAndTheFirstThatMeetsNobodyCanTell() throws {
    var scene = try Scene(
      ["X1"],
      indicator(
        [yearly(.atLeast(FixedDecimal(333, fractionDigits: 3)))], .flow, at: .yearStart))
    try scene.add("X1 2023-Q4 0/100; X1 2024-Q1 9/100; X1 2024-Q2 8/100; X1 2024-Q3 8/100")
    #expect(try scene.cell("2024-Q3", .year).verdict == .onTrack)
    #expect(try outlook(scene, "2024-Q3") == nil)
  }

  @Test func whatBeganAtANumberGoesOnFromThere() throws {
    let target = Target(
      .atLeast(FixedDecimal(150)), .by(2025), start: Target.Start(year: 2023, FixedDecimal(80)))
    var scene = try Scene(["X1"], indicator([target], measure: .count, .flow))
    for year in 2022...2023 {
      for quarter in 1...4 { try scene.add("X1 \(year)-Q\(quarter) 10") }
    }
    try scene.add("X1 2024-Q1 4; X1 2024-Q2 4; X1 2024-Q3 4")
    let found = try #require(try outlook(scene, "2024-Q3"))
    // 80 at the end of 2023, 12 in three quarters since, five quarters left
    #expect(found.projected == whole(112))
    #expect(found.perPeriod == whole(4))
    #expect(found.perPeriodNeeded == whole(12))
    #expect(!found.isMet)
  }

  /// More than 30 of what is counted are 31: the goal is a number that meets the target.
  @Test(arguments: [Target.Start(year: 2023, FixedDecimal(20)), nil])
  func aCountThatMustPassANumberReachesTheNextOne(_ start: Target.Start?) throws {
    let target = Target(.above(FixedDecimal(30)), .by(2025), start: start)
    var scene = try Scene(["X1"], indicator([target], measure: .count))
    if start == nil { try scene.add("X1 2023-Q4 20") }
    try scene.add("X1 2024-Q2 23; X1 2024-Q4 25")
    let found = try #require(try outlook(scene, "2024-Q4"))
    #expect(found.goal == whole(31))
    // exactly 30 at the end
    #expect(found.projected == whole(30))
    #expect(!found.isMet)
    if start != nil { #expect(try scene.cell("2024-Q4", .point).verdict == .behind) }
  }

  @Test func ofAShareNoMoreComesThanThereIs() throws {
    var scene = try Scene(
      ["X1"], indicator([yearly(.atLeast(percent(90)))], .flow, over: .stock, at: .latest))
    try scene.add("X1 2024-Q1 400/1000; X1 2024-Q2 400/1000")
    let found = try #require(try outlook(scene, "2024-Q2"))
    #expect(found.projected == whole(1_000))
    #expect(found.isMet)
    #expect(!found.isRate)
  }

  @Test(arguments: [
    // 630 in two quarters of about 1,000, at most 1,050
    (
      indicator(
        [yearly(.about(FixedDecimal(1_000), tolerance: FixedDecimal(50)))], measure: .count, .flow),
      "X1 2024-Q1 315; X1 2024-Q2 315", true
    ),
    (
      indicator(
        [yearly(.about(FixedDecimal(1_000), tolerance: FixedDecimal(50)))], measure: .count, .flow),
      "X1 2024-Q1 250; X1 2024-Q2 250", false
    ),
    (
      indicator([yearly(.exactly(FixedDecimal(9)))], measure: .count, .flow),
      "X1 2024-Q1 4; X1 2024-Q2 4", true
    ),
    // of 1,000 people 20 in two quarters, about 3%, at most 3.5%
    (
      indicator(
        [yearly(.about(percent(3), tolerance: FixedDecimal(5, fractionDigits: 3)))], .flow,
        over: .stock, at: .latest), "X1 2024-Q1 10/1000; X1 2024-Q2 10/1000", true
    ),
    // over the upper end of a range is better than asked
    (
      indicator(
        [yearly(.between(percent(3), percent(4)))], .flow, over: .stock, at: .latest),
      "X1 2024-Q1 30/1000; X1 2024-Q2 30/1000", false
    ),
  ])
  func moreThanWasToBeHitIsNotMet(indicator: Indicator, figures: String, isPast: Bool) throws {
    var scene = try Scene(["X1"], indicator)
    try scene.add(figures)
    let found = try #require(try outlook(scene, "2024-Q2"))
    #expect(found.isPast == isPast)
    #expect(found.isMet == !isPast)
  }

  /// Of exactly 20 one more than 15 in three quarters leads to 21 1/3; 15 lead to 20, 46/3 to no whole number.
  @Test(arguments: [
    ("X1 2024-Q1 5; X1 2024-Q2 5; X1 2024-Q3 5", true),
    ("X1 2024-Q1 5; X1 2024-Q2 5; X1 2024-Q3 6", false),
  ])
  func pastWhatIsToBeHitIsAWholeNumberMore(figures: String, isMet: Bool) throws {
    var scene = try Scene(
      ["X1"], indicator([yearly(.exactly(FixedDecimal(20)))], measure: .count, .flow))
    try scene.add(figures)
    let found = try #require(try outlook(scene, "2024-Q3"))
    #expect(found.isMet == isMet && found.isPast != isMet)
    scene.indicators = [
      indicator([yearly(.exactly(FixedDecimal(21)))], measure: .count, .flow)
    ]
    // 21 1/3 is between 21 and 22
    #expect((try outlook(scene, "2024-Q3") == nil) != isMet)
  }

  @Test func whatIsNotToHappenIsOnNoWay() throws {
    var scene = try Scene(
      ["X1"], indicator([yearly(.exactly(.zero))], measure: .count, .flow))
    try scene.add("X1 2024-Q1 0; X1 2024-Q2 0")
    #expect(try outlook(scene, "2024-Q2") == nil)
  }

  @Test func onePeriodIsNoBasis() throws {
    let scene = try admissions("X1 2024-Q1 20; X1 2024-Q2 30")
    #expect(try outlook(scene, "2024-Q1") == nil)
    #expect(try outlook(scene, "2024-Q2") != nil)
  }

  @Test func nothingIsEstimatedOnceDueOrWithoutFigures() throws {
    let scene = try admissions(
      "X1 2024-Q1 20; X1 2024-Q2 30; X1 2024-Q3 20; X1 2024-Q4 20")
    #expect(try outlook(scene, "2024-Q4") == nil)
    #expect(try outlook(try admissions("X1 2023-Q1 20"), "2024-Q3") == nil)
  }

  @Test func aLevelGoesOnAlongItsLine() throws {
    let target = Target(
      .atLeast(percent(100)), .by(2025), start: Target.Start(year: 2021, percent(80)))
    var scene = try Scene(["X1"], indicator([target]))
    try scene.add("X1 2024-Q2 90/100")
    // 80% at the end of 2021, 90% after 30 of 48 months: 96% in the end
    let found = try #require(try outlook(scene, "2024-Q2"))
    #expect(found.projected == Ratio(percent(96)))
    #expect(found.isRate && !found.isMet)
    // ten points in the six quarters left: 1,67, which 1,6 would not bring
    #expect(found.perPeriodNeeded == Ratio(FixedDecimal(17, fractionDigits: 3)))
    try scene.add("X1 2024-Q3 99/100")
    // faster than the line needs, and never over the whole
    #expect(try #require(try outlook(scene, "2024-Q3")).projected == Ratio(percent(100)))
  }

  @Test func aLevelWithoutAStartIsFollowedFromItsFirstFigure() throws {
    var scene = try Scene(["X1"], indicator([Target(.atLeast(percent(100)), .by(2025))]))
    try scene.add("X1 2024-Q1 80/100; X1 2024-Q2 84/100; X1 2024-Q3 86/100")
    // 80% to 86% in two quarters: 101% in the five left, of which no more than all can be
    let found = try #require(try outlook(scene, "2024-Q3"))
    #expect(found.since == (try period("2024-Q1")) && found.isLevel && found.isRate)
    #expect(found.periodsPassed == 2 && found.periodsLeft == 5)
    #expect(found.perPeriod == Ratio(percent(3)) && found.isMet)
    #expect(found.perPeriodNeeded == Ratio(percent(14), over: FixedDecimal(5)))
    #expect(found.projected == Ratio(percent(100)))
    // one quarter is no basis
    #expect(try outlook(scene, "2024-Q2") == nil)
  }

  /// By the end of the report's own year, also where more is asked for later.
  @Test(arguments: [
    Target(.atLeast(percent(90)), .by(2024)),
    Target(
      [
        Target.Milestone(year: 2024, .atLeast(percent(90))),
        Target.Milestone(year: 2026, .atLeast(percent(95))),
      ], .step),
  ])
  func aLevelThatFallsLeadsAwayFromItsTarget(target: Target?) throws {
    var scene = try Scene(["X1"], indicator([try #require(target)]))
    try scene.add("X1 2024-Q1 84/100; X1 2024-Q2 83/100; X1 2024-Q3 80/100")
    let found = try #require(try outlook(scene, "2024-Q3"))
    #expect(found.perPeriod == Ratio(percent(-2)) && !found.isMet)
    #expect(found.projected == Ratio(percent(78)))
  }

  @Test func aFirstFigureOfOtherUnitsIsNoStart() throws {
    var scene = try Scene(["X1", "X2"], indicator([Target(.atLeast(percent(99)), .by(2025))]))
    try scene.add(
      "X1 2024-Q1 80/100; X1 2024-Q2 84/100; X2 2024-Q2 90/100; X1 2024-Q3 86/100; X2 2024-Q3 90/100"
    )
    #expect(try outlook(scene, "2024-Q3") == nil)
  }

  /// One of four units had what each is to have, a year later two do: three in one more year, and the two that
  /// are missing, in four quarters, are one a quarter at most. Whether each has a pace of its own does not
  /// matter: the count has none.
  @Test(arguments: [nil, Target.Start(year: 2023, FixedDecimal(1))])
  func unitsThatMeetItAreFollowedFromTheFirstCount(_ start: Target.Start?) throws {
    let target = Target(
      .atLeast(FixedDecimal(15, fractionDigits: 1)), .by(2025), isPerUnit: true, start: start)
    var scene = try Scene(
      ["X1", "X2", "X3", "X4"], indicator([target], measure: .amount, combination: .unitsMeeting))
    try scene.add("X1 2023-Q4 2; X2 2023-Q4 1; X3 2023-Q4 1; X4 2023-Q4 1")
    try scene.add("X1 2024-Q4 2; X2 2024-Q4 2; X3 2024-Q4 1.1; X4 2024-Q4 1.1")
    #expect(try scene.cell("2024-Q4", .point).verdict == (start == nil ? .inProgress : .behind))
    let found = try #require(try outlook(scene, "2024-Q4"))
    #expect(found.since == (try period("2023-Q4")) && found.isLevel)
    #expect(found.projected == whole(3) && found.goal == whole(4) && !found.isMet)
    #expect(found.perPeriodNeeded == whole(1))
  }

  @Test func whatIsStillNeededIsWholeWhereFiguresAre() throws {
    let scene = try admissions("X1 2024-Q1 20; X1 2024-Q2 25")
    // 55 in two quarters
    #expect(try #require(try outlook(scene, "2024-Q2")).perPeriodNeeded == whole(28))
  }
}
