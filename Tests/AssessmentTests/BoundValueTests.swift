import Assessment
import PlanModel
import TestSupport
import Testing

/// The values between which a total lies while figures are missing.
struct BoundValueTests {
  private func bounds(
    _ indicator: Indicator, _ figures: String, _ window: Window = .point
  ) throws -> String {
    var scene = try Scene(["X1", "X2"], indicator)
    try scene.add(figures)
    guard let bounds = try scene.cell("2024-Q4", window).bounds else { return "none" }
    func text(_ ratio: Ratio?) -> String {
      ratio?.rounded(toFractionDigits: 6)?.plainText ?? "?"
    }
    return "\(text(bounds.lowest)) \(text(bounds.highest))"
  }

  @Test(arguments: [
    // X2 had 10 of unknown quality: 99/110 at worst, 109/110 at best
    ("X1 2024-Q4 99/100; X2 2024-Q3 9/10", "0.9 0.990909"),
    ("X1 2024-Q4 99/100", "? ?"), ("X1 2024-Q4 99/100; X2 2024-Q4 5/10", "none"),
    ("X2 2024-Q3 9/10", "none"),
  ])
  func ofAShare(figures: String, expected: String) throws {
    #expect(try bounds(indicator([yearly(.atLeast(percent(90)))]), figures) == expected)
  }

  @Test(arguments: [
    ("X1 2024-Q1 3; X1 2024-Q2 3; X1 2024-Q3 3; X1 2024-Q4 3; X2 2024-Q1 4", "16 28"),
    ("X1 2024-Q1 3; X1 2024-Q2 3; X1 2024-Q3 3; X1 2024-Q4 3", "12 ?"),
  ])
  func ofASum(figures: String, expected: String) throws {
    let sum = indicator([yearly(.atLeast(FixedDecimal(20)))], measure: .count, .flow)
    #expect(try bounds(sum, figures, .year) == expected)
  }

  /// X1 brought 12 over 10; X2 is silent, and brought 5 over 10 in a quarter of the year before.
  @Test func aNumberOverAStockComesWithTheStock() throws {
    let rate = indicator([yearly(.atLeast(percent(90)))], measure: .ratio, .flow)
    let year = "X1 2024-Q1 3/10; X1 2024-Q2 3/10; X1 2024-Q3 3/10; X1 2024-Q4 3/10"
    #expect(try bounds(rate, "\(year); X2 2023-Q4 5/10", .year) == "0.6 1.6")
    // over what size it stands is unknown, so nothing is known of the rate
    #expect(try bounds(rate, "\(year); X2 2024-Q1 4/", .year) == "? ?")
  }

  /// The year began with 50 in X2; that it says 10 of a later day changes nothing.
  @Test func theStockOfTheYearsBeginningIsTheSizeOfWhatIsMissing() throws {
    let share = indicator([yearly(.atLeast(percent(90)))], .flow, at: .yearStart)
    let year = "X1 2023-Q4 0/50; X1 2024-Q1 3/; X1 2024-Q2 3/; X1 2024-Q3 3/; X1 2024-Q4 3/"
    #expect(try bounds(share, "\(year); X2 2023-Q4 0/50; X2 2024-Q1 /10", .year) == "0.12 0.16")
  }

  @Test func aLimitBetweenThemIsNotJudged() throws {
    var scene = try Scene(["X1", "X2"], indicator([yearly(.atMost(percent(10)))]))
    try scene.add("X1 2024-Q4 9/100; X2 2024-Q3 1/100")
    let cell = try scene.cell("2024-Q4", .point)
    let bounds = try #require(cell.bounds)
    #expect(bounds.highest == Ratio(FixedDecimal(109), over: FixedDecimal(200)))
    #expect(bounds.lowest == Ratio(FixedDecimal(9), over: FixedDecimal(200)))
    #expect(cell.verdict == .insufficient)
  }

  @Test func ofUnitsThatMeetAnObligationAreCounts() throws {
    let each = indicator(
      [yearly(.atLeast(FixedDecimal(1)), isPerUnit: true)], measure: .count,
      combination: .unitsMeeting)
    #expect(try bounds(each, "X1 2024-Q4 1") == "0.5 1")
    #expect(try bounds(each, "X1 2024-Q4 1; X2 2024-Q4 0") == "none")
  }

  /// Whatever the missing units turn out to have, up to the size known of them, the total lies between
  /// the bounds, and a verdict that was given before stays.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func containEveryCompletion(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let number = percent(Int.random(in: 1...99, using: &dice))
    let comparisons: [Target.Comparison] = [
      .atLeast(number), .above(number), .atMost(number), .below(number), .exactly(number),
      .about(number, tolerance: percent(5)), .between(number, number + percent(1)),
    ]
    let target = yearly(comparisons[Int(seed) % comparisons.count])
    let units = (1...Int.random(in: 2...5, using: &dice)).map { "X\($0)" }
    var scene = try Scene(units, indicator([target]))
    var missing: [(unit: String, size: Int)] = []
    for unit in units {
      let size = Int.random(in: 1...60, using: &dice)
      let part = Int.random(in: 0...size, using: &dice)
      try scene.add("\(unit) 2024-Q3 \(part)/\(size)")
      if unit != "X1", Bool.random(using: &dice) {
        missing.append((unit, size))
      } else {
        try scene.add("\(unit) 2024-Q4 \(part)/\(size)")
      }
    }
    let before = try scene.cell("2024-Q4", .point)
    guard let bounds = before.bounds, let lowest = bounds.lowest, let highest = bounds.highest
    else {
      #expect(missing.isEmpty)
      return
    }
    for _ in 0..<25 {
      var whole = scene
      for (unit, size) in missing {
        let isExtreme = Bool.random(using: &dice)
        let most = isExtreme ? size : Int.random(in: 1...size, using: &dice)
        let part =
          isExtreme && Bool.random(using: &dice) ? 0 : Int.random(in: 0...most, using: &dice)
        try whole.add("\(unit) 2024-Q4 \(part)/\(most)")
      }
      let after = try whole.cell("2024-Q4", .point)
      let value = try #require(after.value)
      #expect(lowest <= value && value <= highest, "seed \(seed)")
      if before.verdict != .insufficient { #expect(after.verdict == before.verdict) }
    }
  }

  /// Ten times as many cases of ten times as large a whole mean the same.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func scalingChangesNoVerdict(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let size = Int.random(in: 1...200, using: &dice)
    let part = Int.random(in: 0...size, using: &dice)
    let old = Int.random(in: 0...size, using: &dice)
    let number = percent(Int.random(in: 1...99, using: &dice))
    let change = Target.Change(.by(percent(2)), against: .previousYear)
    let comparisons: [Target.Comparison] = [
      .atLeast(number), .above(number), .atMost(number), .below(number), .exactly(number),
      .maintain(number), .about(number, tolerance: percent(5)),
      .between(number, number + percent(1)), .increase(change), .decrease(change),
    ]
    let milestones = [
      Target.Milestone(year: 2022, .atLeast(percent(10))), .init(year: 2026, .atLeast(number)),
    ]
    let targets =
      comparisons.map { yearly($0) }
      + [try #require(Target(milestones, .linear)), try #require(Target(milestones, .step))]
    for target in targets {
      for quarter in ["2024-Q2", "2024-Q4"] {
        let verdicts = try [1, 7, 1_000_000].map { factor in
          var scene = try Scene(["X1"], indicator([target]))
          let last = quarter.replacing("2024", with: "2023")
          try scene.add(
            "X1 \(last) \(old * factor)/\(size * factor); "
              + "X1 \(quarter) \(part * factor)/\(size * factor)")
          return try scene.cell(quarter, .point).verdict
        }
        #expect(Set(verdicts).count == 1, "\(target) \(part)/\(size)")
      }
    }
  }
}
