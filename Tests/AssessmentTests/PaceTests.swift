import Assessment
import PlanModel
import Testing

struct PaceTests {
  @Test(arguments: [
    // 3% of 21,000 members are 630: by the end of September 472.5
    (Target.Comparison.between(percent(3), percent(4)), "2024-Q3", "21000", "630", "473", 9),
    (.between(percent(3), percent(4)), "2024-Q1", "21000", "630", "158", 3),
    (.between(percent(3), percent(4)), "2024-Q4", "21000", "630", "630", 1),
    (.atLeast(percent(90)), "2024-Q4", "1000", "900", "900", 1),
    (.above(percent(90)), "2024-Q4", "1000", "901", "901", 1),
    (.above(percent(90)), "2024-Q4", "1001", "901", "901", 1),
    (.atLeast(percent(90)), "2024-Q4", "1001", "901", "901", 1),
    // 2.1 by December: three in the end, but two are in step at the end of September
    (.atLeast(percent(21)), "2024-Q3", "10", "3", "2", 9),
    (.atLeast(percent(3)), "2024-Q3", "0", "0", "0", 9),
  ])
  func ofAFlow(
    comparison: Target.Comparison, text: String, size: String, needed: String, byNow: String,
    months: Int
  ) throws {
    var scene = try Scene(["X1"], indicator([yearly(comparison)], .flow, at: .yearStart))
    try scene.add("X1 2023-Q4 1/\(size); X1 \(text) 1/\(size)")
    let pace = try #require(try scene.cell(text, .year).pace)
    #expect(pace.needed.plainText == needed)
    #expect(pace.neededByNow.plainText == byNow)
    #expect(pace.monthsElapsed == months)
    #expect(pace.monthsInAll == (months == 1 ? 1 : 12))
  }

  /// Nine tenths of a level are due all the year, not three quarters of them by September.
  @Test func aLevelIsDueInFullAtAnyTime() throws {
    var scene = try Scene(["X1"], indicator([yearly(.atLeast(percent(90)))]))
    try scene.add("X1 2024-Q3 80/100")
    let pace = try #require(try scene.cell("2024-Q3", .point).pace)
    #expect(pace.levelByNow == Ratio(percent(90)))
    #expect(pace.neededByNow == FixedDecimal(90) && pace.needed == FixedDecimal(90))
  }

  @Test(arguments: 1...40)
  func saysTheSameAsTheVerdict(size: Int) throws {
    for figure in 0...9 {
      for text in ["2024-Q1", "2024-Q2", "2024-Q3"] {
        var scene = try Scene(
          ["X1"], indicator([yearly(.atLeast(percent(21)))], .flow, at: .yearStart))
        try scene.add("X1 2023-Q4 0/\(size)")
        for quarter in ["2024-Q1", "2024-Q2", "2024-Q3"] where quarter <= text {
          try scene.add("X1 \(quarter) \(quarter == text ? figure : 0)/\(size)")
        }
        let cell = try scene.cell(text, .year)
        let pace = try #require(cell.pace)
        let isInStep = try #require(cell.tally.numerator) >= pace.neededByNow
        #expect(cell.verdict.isGood == isInStep, "\(figure)/\(size) in \(text)")
      }
    }
  }

  /// Whoever keeps the pace that leads to the number itself does not pass it.
  @Test(arguments: 1...60, [Target.Comparison.above(percent(20)), .atLeast(percent(21))])
  func leadsWhereTheVerdictSays(size: Int, comparison: Target.Comparison) throws {
    for figure in 0...12 {
      var scene = try Scene(["X1"], indicator([yearly(comparison)], .flow, at: .yearStart))
      try scene.add("X1 2023-Q4 0/\(size); X1 2024-Q1 0/\(size); X1 2024-Q2 0/\(size)")
      try scene.add("X1 2024-Q3 \(min(figure, size))/\(size)")
      let assessment = try #require(try scene.assess("2024-Q3").indicators.first)
      let cell = try #require(assessment.total)
      let pace = try #require(cell.pace)
      #expect(cell.verdict.isGood == (try #require(cell.tally.numerator) >= pace.neededByNow))
      guard let outlook = Outlook(assessment, in: try period("2024-Q3")) else { continue }
      #expect(outlook.isMet == cell.verdict.isGood, "\(figure)/\(size) under \(comparison)")
    }
  }

  @Test(arguments: [Target.Comparison.below(percent(10)), .atMost(percent(10))])
  func isNotKeptWhereLessIsBetter(comparison: Target.Comparison) throws {
    var scene = try Scene(["X1"], indicator([yearly(comparison)]))
    try scene.add("X1 2024-Q3 5/100")
    #expect(try scene.cell("2024-Q3", .point).pace == nil)
  }

  @Test func ofAnAmountHasItsDecimals() throws {
    let amount = indicator([yearly(.atLeast(try number("10.5")))], measure: .amount, .flow)
    var scene = try Scene(["X1"], amount)
    try scene.add("X1 2024-Q1 2.62")
    let cell = try scene.cell("2024-Q1", .year)
    #expect(cell.pace?.needed.plainText == "10.5")
    #expect(cell.pace?.neededByNow.plainText == "2.625")
    #expect(cell.verdict == .behind)
  }

  /// What is needed in each period is never too little in all: of what is counted a whole number, of amounts
  /// one with as many digits as the amount or the indicator has.
  @Test(arguments: [
    ("640", 1, true, "640"), ("7", 2, true, "4"), ("6", 3, true, "2"), ("1", 3, true, "1"),
    ("7", 2, false, "3.5"), ("100", 3, false, "33.4"), ("9.5", 2, false, "4.8"),
    ("0.125", 2, false, "0.063"),
  ])
  func parts(amount: String, periods: Int, isCounted: Bool, each: String) throws {
    let part = indicator(measure: .amount).part(
      of: Ratio(try number(amount)), inEachOf: periods, counted: isCounted)
    #expect(part == (try number(each)))
  }
}
