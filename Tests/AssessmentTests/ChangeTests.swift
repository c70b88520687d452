import Assessment
import PlanModel
import Testing

/// Changes against the same time last year, the period before, or a stated year.
struct ChangeTests {
  private static func change(
    _ amount: Target.Change.Amount?, _ base: Target.Change.Base = .previousYear
  ) -> Target.Change { Target.Change(amount, against: base) }

  private static let twoPoints = yearly(.increase(change(.by(percent(2)))))
  private static let direction = yearly(.increase(change(nil)))

  @Test(arguments: [
    (twoPoints, "47/100", Verdict.met), (twoPoints, "469/1000", .notMet),
    (yearly(.decrease(change(.by(percent(2))))), "43/100", .met),
    (yearly(.decrease(change(.by(percent(2))))), "44/100", .notMet),
    (yearly(.increase(change(.part(percent(10))))), "495/1000", .met),
    (yearly(.increase(change(.part(percent(10))))), "494/1000", .notMet),
    (direction, "46/100", .noVerdict), (direction, "44/100", .noVerdict),
  ])
  func againstTheSameTimeLastYear(target: Target, figure: String, verdict: Verdict) throws {
    var scene = try Scene(["X1"], indicator([target]))
    try scene.add("X1 2023-Q4 45/100; X1 2024-Q4 \(figure)")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.verdict == verdict)
    #expect(cell.target?.comparison.change?.from == Ratio(percent(45)))
    // a rate and a direction are measures for each unit, against its own base
    #expect(try scene.cell("2024-Q4", .point, "X1").verdict == verdict)
  }

  @Test(arguments: [
    ("", Verdict.insufficient), ("X1 2023-Q4 45/100", .insufficient),
    ("X1 2023-Q4 45/100; X2 2023-Q4 -/", .met), ("X1 2023-Q4 45/100; X2 2023-Q4 9/20", .met),
    ("X1 2023-Q4 0/0; X2 2023-Q4 0/0", .insufficient),
  ])
  func withoutAWholeBaseThereIsNoGround(base: String, verdict: Verdict) throws {
    var scene = try Scene(["X1", "X2"], indicator([Self.twoPoints]))
    if !base.isEmpty { try scene.add(base) }
    try scene.add("X1 2024-Q4 60/100; X2 2024-Q4 60/100")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.verdict == verdict)
    #expect((cell.target?.comparison.change?.from == nil) == (verdict == .insufficient))
    #expect((cell.pace == nil) == (verdict == .insufficient))
  }

  /// Ten per cent more than nothing is no number; what was nothing can be kept at it.
  @Test(arguments: [
    (yearly(.increase(change(.part(percent(10))))), "0", Verdict.noVerdict),
    (yearly(.increase(change(.part(percent(10))))), "7", .noVerdict),
    (yearly(.increase(change(.by(FixedDecimal(5))))), "4", .notMet),
    (yearly(.increase(change(.by(FixedDecimal(5))))), "5", .met),
    (yearly(.decrease(change(.part(percent(10))))), "0", .met),
    (yearly(.decrease(change(.part(percent(10))))), "1", .notMet),
  ])
  func againstNothing(target: Target, figure: String, verdict: Verdict) throws {
    var scene = try Scene(["X1"], indicator([target], measure: .count))
    try scene.add("X1 2023-Q4 0; X1 2024-Q4 \(figure)")
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.verdict == verdict)
    #expect((cell.target?.comparison.threshold == nil) == (verdict == .noVerdict))
  }

  /// A unit that had nothing is not counted, whatever it has now: no figure is missing, and none to come could
  /// turn the verdict.
  @Test(arguments: [
    ("X1 2023-Q4 10; X2 2023-Q4 0; X1 2024-Q4 11; X2 2024-Q4 6", "1/1", Verdict.met),
    ("X1 2023-Q4 10; X2 2023-Q4 0; X1 2024-Q4 10; X2 2024-Q4 6", "0/1", .notMet),
    ("X1 2023-Q4 10; X2 2023-Q4 0; X2 2024-Q4 6", "0/1", .insufficient),
    ("X1 2023-Q4 0; X2 2023-Q4 0; X1 2024-Q4 0; X2 2024-Q4 6", "none", .noVerdict),
  ])
  func againstNothingOfOneUnit(figures: String, total: String, verdict: Verdict) throws {
    let target = yearly(.increase(Self.change(.part(percent(10)))), isPerUnit: true)
    var scene = try Scene(
      ["X1", "X2"], indicator([target], measure: .count, combination: .unitsMeeting))
    try scene.add(figures)
    let cell = try scene.cell("2024-Q4", .point)
    #expect(cell.figures == total)
    #expect(cell.verdict == verdict)
    #expect((cell.bounds != nil) == (verdict == .insufficient))
  }

  /// What a year before the term had is not in a sum over the term, so no way to it begins there.
  @Test func aSumOverTheTermBeginsWithNothing() throws {
    let base = Target.Change.Base.fixed(Target.Start(year: 2021, FixedDecimal(30)))
    let target = Target(.increase(Self.change(.by(FixedDecimal(10)), base)), .by(2024))
    var scene = try Scene(["X1"], indicator([target], measure: .count, .flow))
    try scene.add("X1 2022-Q1 8; X1 2022-Q2 8")
    scene.firstPeriod = try period("2022-Q1")
    let half = try scene.cell("2022-Q2", .term)
    #expect(half.verdict == .inProgress)
    #expect(half.pace?.neededByNow == FixedDecimal(40))
    // from nothing at the end of the year before, there is a way
    let start = Target(
      .atLeast(FixedDecimal(40)), .by(2024), start: Target.Start(year: 2021, .zero))
    scene.indicators = [indicator([start], measure: .count, .flow)]
    #expect(try scene.cell("2022-Q2", .term).pace?.neededByNow == FixedDecimal(7))
    #expect(try scene.cell("2022-Q2", .term).verdict == .onTrack)
  }

  @Test func beforeItsTimeItIsHeldAgainstTheSameTime() throws {
    var scene = try Scene(["X1"], indicator([Self.twoPoints]))
    try scene.add("X1 2023-Q2 40/100; X1 2023-Q4 90/100; X1 2024-Q2 42/100")
    #expect(try scene.cell("2024-Q2", .point).verdict == .onTrack)
    try scene.add("X1 2023-Q3 41/100; X1 2024-Q3 42/100")
    #expect(try scene.cell("2024-Q3", .point).verdict == .behind)
  }

  @Test func aSumIsHeldAgainstTheSamePartOfLastYear() throws {
    let target = yearly(.increase(Self.change(.part(percent(10)))))
    var scene = try Scene(["X1"], indicator([target], measure: .count, .flow))
    try scene.add("X1 2023-Q1 10; X1 2023-Q2 10; X1 2023-Q3 100; X1 2023-Q4 0")
    try scene.add("X1 2024-Q1 12; X1 2024-Q2 10")
    let half = try scene.cell("2024-Q2", .year)
    #expect(half.target?.comparison.threshold == Ratio(FixedDecimal(22)))
    // twenty-two are as many as asked for by now, and nothing that settles the year
    #expect(half.verdict == .onTrack)
    #expect(half.pace?.needed.plainText == "22" && half.pace?.neededByNow.plainText == "22")
    try scene.add("X1 2024-Q3 109; X1 2024-Q4 0")
    #expect(try scene.cell("2024-Q4", .year).verdict == .notMet)
    try scene.add("X1 2025-Q1 145; X1 2025-Q2 0; X1 2025-Q3 0; X1 2025-Q4 0")
    #expect(try scene.cell("2025-Q4", .year).verdict == .met)
  }

  /// Half a year is held against half a year; being half way to a whole one is not being on track.
  @Test func aSumThatIsNoMoreThanLastYearsIsBehind() throws {
    let target = yearly(.increase(Self.change(.part(percent(10)))))
    var scene = try Scene(["X1"], indicator([target], measure: .count, .flow))
    try scene.add("X1 2023-Q1 10; X1 2023-Q2 10; X1 2024-Q1 12; X1 2024-Q2 9")
    #expect(try scene.cell("2024-Q2", .year).verdict == .behind)
  }

  /// A year in which collecting began in its last quarter is no year to compare with.
  @Test func aSumThatBeganLateIsNoBase() throws {
    let target = yearly(.increase(Self.change(.part(percent(10)))))
    var scene = try Scene(["X1"], indicator([target], measure: .count, .flow))
    scene.firstPeriod = try period("2023-Q4")
    try scene.add("X1 2023-Q4 10; X1 2024-Q1 5; X1 2024-Q2 5; X1 2024-Q3 5; X1 2024-Q4 5")
    #expect(try scene.cell("2024-Q4", .year).verdict == .insufficient)
    #expect(try scene.assess("2024-Q4").indicators[0].comparison == nil)
    #expect(try scene.assess("2025-Q4").indicators[0].comparison?.cell.figures == "20")
  }

  @Test func againstThePeriodBefore() throws {
    let target = Target(
      .decrease(Self.change(.by(FixedDecimal(3)), .previousPeriod)),
      .every(.quarter, from: nil, to: nil))
    var scene = try Scene(["X1"], indicator([target], measure: .count))
    try scene.add("X1 2023-Q4 20; X1 2024-Q1 17; X1 2024-Q2 15")
    #expect(try scene.cell("2024-Q1", .point).verdict == .met)
    #expect(try scene.cell("2024-Q2", .point).verdict == .notMet)
    #expect(try scene.cell("2024-Q1", .point).pace == nil)
  }

  /// Of a level over several quarters the last one is judged: against the one before, as in its own report.
  @Test(arguments: [("2024-Q2", "2024-H1"), ("2024-Q3", "2024-9M"), ("2024-Q4", "2024")])
  func aLongerReportSaysWhatThatOnItsLastQuarterSays(quarter: String, longer: String) throws {
    let target = Target(
      .increase(Self.change(.by(percent(2)), .previousPeriod)), .every(.quarter, from: nil, to: nil)
    )
    var scene = try Scene(["X1", "X2"], indicator([target]))
    for unit in ["X1", "X2"] {
      try scene.add("\(unit) 2024-Q1 55/100; \(unit) 2024-Q2 60/100; \(unit) 2024-Q3 65/100")
      try scene.add("\(unit) 2024-Q4 66/100")
    }
    for unit in ["T", "X1"] {
      let short = try scene.cell(quarter, .point, unit)
      let long = try scene.cell(longer, .point, unit)
      #expect(long.verdict == short.verdict)
      #expect(long.verdict == (quarter == "2024-Q4" ? .notMet : .met))
      #expect(long.target?.comparison.change?.from == short.target?.comparison.change?.from)
      #expect(long.movement == short.movement)
      #expect(long.movement != nil)
    }
  }

  /// From 45% in 2021, four points by 2025: a point a year.
  @Test(arguments: [
    ("2022-Q4", "46/100", Verdict.onTrack), ("2022-Q4", "45/100", .behind),
    ("2024-Q2", "475/1000", .onTrack), ("2024-Q2", "474/1000", .behind),
    ("2025-Q4", "49/100", .met), ("2025-Q4", "48/100", .notMet),
  ])
  func againstAStatedYear(text: String, figure: String, verdict: Verdict) throws {
    let base = Target.Change.Base.fixed(.init(year: 2021, percent(45)))
    let target = Target(.increase(Self.change(.by(percent(4)), base)), .by(2025))
    var scene = try Scene(["X1"], indicator([target]))
    try scene.add("X1 \(text) \(figure)")
    #expect(try scene.cell(text, .point).verdict == verdict)
    // what the whole stood at is nobody's own base
    #expect(try scene.cell(text, .point, "X1").verdict == .noVerdict)
  }

  @Test func eachUnitMayHaveToGrow() throws {
    let target = yearly(.increase(Self.change(.by(FixedDecimal(1)))), isPerUnit: true)
    var scene = try Scene(
      ["X1", "X2", "X3"], indicator([target], measure: .count, combination: .unitsMeeting))
    try scene.add("X1 2023-Q4 3; X2 2023-Q4 5; X1 2024-Q4 4; X2 2024-Q4 5; X3 2024-Q4 9")
    let cell = try scene.cell("2024-Q4", .point)
    // X3 has no base: whether it grew nobody knows, but X2 did not
    #expect(cell.figures == "1/3")
    #expect(cell.verdict == .notMet)
    #expect(cell.bounds?.highest == Ratio(FixedDecimal(2), over: FixedDecimal(3)))
  }

  @Test func existenceIsOneCase() throws {
    let target = Target(.exists, .by(2025), isPerUnit: true)
    var scene = try Scene(
      ["X1", "X2"], indicator([target], measure: .count, combination: .unitsMeeting))
    try scene.add("X1 2025-Q3 1; X2 2025-Q3 0; X1 2025-Q4 3; X2 2025-Q4 1")
    #expect(try scene.cell("2025-Q3", .point).verdict == .inProgress)
    #expect(try scene.cell("2025-Q3", .point).figures == "1/2")
    #expect(try scene.cell("2025-Q4", .point).verdict == .met)
  }
}
