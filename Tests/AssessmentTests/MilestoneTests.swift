import Assessment
import PlanModel
import Testing

/// Targets that come by the ends of several years, and ways that begin at a known number.
struct MilestoneTests {
  private static let milestones = [
    Target.Milestone(year: 2025, .atLeast(percent(80))),
    Target.Milestone(year: 2030, .atLeast(percent(100))),
  ]

  private func cell(_ target: Target?, _ text: String, _ figure: String) throws -> IndicatorCell {
    var scene = try Scene(["X1"], indicator([try #require(target)]))
    try scene.add("X1 \(text) \(figure)")
    return try scene.cell(text, .point)
  }

  @Test(arguments: [
    ("2025-Q3", "79/100", Verdict.inProgress, "0.8"), ("2025-Q4", "79/100", .notMet, "0.8"),
    ("2025-Q4", "80/100", .met, "0.8"), ("2026-Q1", "79/100", .notMet, "0.8"),
    ("2026-Q1", "80/100", .met, "0.8"), ("2030-Q3", "99/100", .met, "0.8"),
    ("2030-Q4", "99/100", .notMet, "1"), ("2030-Q4", "100/100", .met, "1"),
  ])
  func stepByStepTheLastOneReachedHolds(
    text: String, figure: String, verdict: Verdict, inForce: String
  ) throws {
    let cell = try cell(Target(Self.milestones, .step), text, figure)
    #expect(cell.verdict == verdict)
    #expect(cell.target?.comparison.threshold?.numerator.plainText == inForce)
  }

  /// From 80% at the end of 2025 to 100% at the end of 2030 a third of a point is due every month.
  @Test(arguments: [
    // before the first one nobody says where the line begins
    ("2025-Q3", "10/100", Verdict.inProgress, "0.8", Int?.none),
    ("2025-Q4", "80/100", .met, "0.8", 1), ("2025-Q4", "79/100", .notMet, "0.8", 1),
    // 81% after three months, 82% after six
    ("2026-Q1", "81/100", .onTrack, "1", 60), ("2026-Q1", "809/1000", .behind, "1", 60),
    ("2026-Q2", "82/100", .onTrack, "1", 60), ("2026-Q2", "81/100", .behind, "1", 60),
    ("2030-Q3", "99/100", .onTrack, "1", 60), ("2030-Q3", "98/100", .behind, "1", 60),
    ("2030-Q4", "99/100", .notMet, "1", 1), ("2030-Q4", "100/100", .met, "1", 1),
  ])
  func onALineTheNextOneIsApproached(
    text: String, figure: String, verdict: Verdict, inForce: String, months: Int?
  ) throws {
    let cell = try cell(Target(Self.milestones, .linear), text, figure)
    #expect(cell.verdict == verdict)
    #expect(cell.target?.comparison.threshold?.numerator.plainText == inForce)
    if let months { #expect(cell.pace?.monthsInAll == months) }
  }

  @Test func thePaceOfALineIsSaidInWholeCases() throws {
    // half way of 2026: 82% of 150 are 123, of 151 are 123.82
    for (figure, byNow, needed) in [("120/150", "123", "150"), ("120/151", "124", "151")] {
      let cell = try cell(Target(Self.milestones, .linear), "2026-Q2", figure)
      let pace = try #require(cell.pace)
      #expect(pace.neededByNow.plainText == byNow)
      #expect(pace.needed.plainText == needed)
      #expect(pace.levelByNow == Ratio(percent(82)))
      #expect((pace.monthsElapsed, pace.monthsInAll) == (6, 60))
    }
  }

  /// From 62% at the end of 2021 to 90% by 2025: seven points a year.
  @Test(arguments: [
    ("2022-Q1", "6375/10000", Verdict.onTrack), ("2022-Q1", "6374/10000", .behind),
    ("2022-Q4", "69/100", .onTrack), ("2022-Q4", "68/100", .behind),
    ("2024-Q4", "83/100", .onTrack),
    // who is there already is not behind, and who has left the way is
    ("2022-Q4", "95/100", .onTrack), ("2025-Q4", "90/100", .met), ("2025-Q4", "89/100", .notMet),
  ])
  func aWayFromAKnownStartHasAPace(text: String, figure: String, verdict: Verdict) throws {
    let start = Target.Start(year: 2021, percent(62))
    let target = Target(.atLeast(percent(90)), .by(2025), start: start)
    #expect(try cell(target, text, figure).verdict == verdict)
  }

  @Test(arguments: [
    (Target.Comparison.atMost(percent(10)), 30, "2023-Q4", "20/100", Verdict.onTrack),
    (.atMost(percent(10)), 30, "2023-Q4", "21/100", .behind),
    (.exactly(percent(30)), 10, "2023-Q4", "20/100", .onTrack),
    (.exactly(percent(30)), 10, "2023-Q4", "31/100", .behind),
    (.about(percent(30), tolerance: percent(2)), 8, "2023-Q4", "18/100", .onTrack),
    (.about(percent(30), tolerance: percent(2)), 8, "2023-Q4", "32/100", .onTrack),
    (.about(percent(30), tolerance: percent(2)), 8, "2023-Q4", "33/100", .behind),
    (.about(percent(30), tolerance: percent(2)), 8, "2023-Q4", "17/100", .behind),
    (.between(percent(20), percent(30)), 10, "2023-Q4", "15/100", .onTrack),
    (.between(percent(20), percent(30)), 10, "2023-Q4", "40/100", .onTrack),
  ])
  func waysLeadDownAndToRangesToo(
    comparison: Target.Comparison, start: Int, text: String, figure: String, verdict: Verdict
  ) throws {
    let target = Target(comparison, .by(2025), start: .init(year: 2021, percent(start)))
    #expect(try cell(target, text, figure).verdict == verdict)
  }

  @Test func aLineMayBeginBeforeTheFirstMilestone() throws {
    let way = Target(Self.milestones, .linear, start: .init(year: 2021, percent(40)))
    #expect(try cell(way, "2022-Q4", "50/100").verdict == .onTrack)
    #expect(try cell(way, "2022-Q4", "49/100").verdict == .behind)
  }

  /// Along any way the number due by now never turns back, and at each milestone it is the milestone.
  @Test(arguments: [(20, 40, 80), (80, 81, 100), (0, 50, 50)])
  func theNumberByNowIsMonotone(numbers: (Int, Int, Int)) throws {
    let way = try #require(
      Target(
        [
          .init(year: 2024, .atLeast(percent(numbers.1))),
          .init(year: 2028, .atLeast(percent(numbers.2))),
        ], .linear, start: .init(year: 2022, percent(numbers.0))))
    var last = Ratio(percent(numbers.0))
    for year in 2023...2028 {
      for quarter in 1...4 {
        let cell = try cell(way, "\(year)-Q\(quarter)", "0/1200")
        let level = try #require(cell.pace?.levelByNow)
        #expect(level >= last)
        last = level
        if quarter == 4, year == 2024 { #expect(level == Ratio(percent(numbers.1))) }
      }
    }
    #expect(last == Ratio(percent(numbers.2)))
  }

  @Test func sumsOverTheTermHaveMilestonesToo() throws {
    let way = Target(
      [
        .init(year: 2023, .atLeast(FixedDecimal(10))),
        .init(year: 2025, .atLeast(FixedDecimal(30))),
      ],
      .step)
    var scene = try Scene(["X1"], indicator([try #require(way)], measure: .count, .flow))
    scene.years = 2023...2025
    try scene.add("X1 2023-Q1 2; X1 2023-Q2 2; X1 2023-Q3 2; X1 2023-Q4 3; X1 2024-Q1 1")
    #expect(try scene.cell("2023-Q3", .term).verdict == .inProgress)
    #expect(try scene.cell("2023-Q4", .term).verdict == .notMet)
    #expect(try scene.cell("2024-Q1", .term).verdict == .met)
    #expect(try scene.cell("2024-Q1", .year).verdict == .noVerdict)
  }
}
