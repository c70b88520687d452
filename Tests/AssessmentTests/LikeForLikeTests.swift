import Assessment
import PlanModel
import Testing

/// Only units with figures at both times are held against each other.
struct LikeForLikeTests {
  private static func direction(_ base: Target.Change.Base) -> Target {
    yearly(.increase(Target.Change(nil, against: base)))
  }

  @Test func aSumOverFewerUnitsHasNotFallen() throws {
    var scene = try Scene(
      ["X1", "X2", "X3"], indicator([Self.direction(.previousYear)], measure: .count))
    try scene.add("X1 2023-Q4 10; X2 2023-Q4 20; X3 2023-Q4 70; X1 2024-Q4 11; X2 2024-Q4 22")
    let movement = try #require(try scene.cell("2024-Q4", .point).movement)
    #expect(movement.from == Ratio(FixedDecimal(30)))
    #expect(movement.to == Ratio(FixedDecimal(33)))
    #expect(movement.units == 2)
    #expect(!movement.isWhole)
    // nor when it was the earlier time that lacked a unit
    try scene.add("X3 2024-Q4 80; X1 2025-Q4 1; X2 2025-Q4 2; X3 2025-Q4 3")
    #expect(try scene.cell("2024-Q4", .point).movement?.isWhole == true)
    #expect(try scene.cell("2025-Q4", .point).movement?.from == Ratio(FixedDecimal(113)))
  }

  @Test func aRateIsHeldAgainstTheSameUnitsToo() throws {
    var scene = try Scene(["X1", "X2"], indicator([Self.direction(.previousYear)]))
    try scene.add("X1 2023-Q4 50/100; X2 2023-Q4 10/100; X1 2024-Q4 51/100")
    let indicator = try scene.assess("2024-Q4").indicators[0]
    let movement = try #require(indicator.total?.movement)
    #expect(movement.from == Ratio(percent(50)))
    #expect(movement.to == Ratio(percent(51)))
    // the two totals as they stand, 30% and 51%, are of different units
    try scene.add("X1 2024-Q3 40/100; X2 2024-Q3 10/100")
    let comparison = try #require(try scene.assess("2024-Q4").indicators[0].comparison)
    #expect(comparison.cell.figures == "50/200")
    #expect(!comparison.isLikeForLike)
    #expect(comparison.movement?.from == Ratio(percent(40)))
    #expect(comparison.movement?.to == Ratio(percent(51)))
  }

  @Test func aReportOfTheYearLooksBackAYear() throws {
    let base = Target.Change.Base.previousPeriod
    func quarterly(_ amount: Target.Change.Amount?) -> Target {
      Target(.increase(Target.Change(amount, against: base)), .every(.quarter, from: nil, to: nil))
    }
    // a direction is the report's; so much each quarter is asked of the last quarter, not of the year
    for (amount, from) in [(nil, percent(40)), (Target.Change.Amount.by(percent(1)), percent(49))] {
      var scene = try Scene(["X1"], indicator([quarterly(amount)]))
      try scene.add("X1 2023-Q4 40/100; X1 2024-Q3 49/100; X1 2024-Q4 50/100")
      let year = try scene.assess("2024").indicators[0]
      #expect(year.total?.movement?.from == Ratio(from))
      #expect(year.comparison?.movement?.from == Ratio(percent(40)))
      // of the quarter itself the base is the quarter before, whatever is asked
      #expect(try scene.cell("2024-Q4", .point).movement?.from == Ratio(percent(49)))
    }
  }

  @Test func theSameUnitsMissingTwiceLeaveTotalsAlike() throws {
    var scene = try Scene(["X1", "X2"], indicator())
    try scene.add("X1 2024-Q3 40/100; X1 2024-Q4 51/100")
    let comparison = try #require(try scene.assess("2024-Q4").indicators[0].comparison)
    #expect(comparison.isLikeForLike)
    #expect(comparison.movement?.isWhole == false)
  }

  @Test func aYearlyStockIsComparedWithThatOfTheYearBefore() throws {
    var scene = try Scene(["X1"], indicator(collected: .year))
    try scene.add("X1 2023-Q4 40/100; X1 2024-Q3 49/100; X1 2024-Q4 51/100")
    let comparison = try #require(try scene.assess("2024-Q4").indicators[0].comparison)
    #expect(comparison.period == (try period("2023-Q4")))
    #expect(comparison.movement?.from == Ratio(percent(40)))
  }

  /// X2 is new and silent: the same unit has figures at both times, and its rate has moved.
  @Test func aNewUnitWithoutAFigureLeavesTotalsAlike() throws {
    var scene = Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("X1"), try unit("X2", from: "2024-10-01"),
      ],
      indicator())
    try scene.add("X1 2024-Q3 40/100; X1 2024-Q4 51/100")
    let comparison = try #require(try scene.assess("2024-Q4").indicators[0].comparison)
    #expect(comparison.isReorganised && comparison.isLikeForLike)
    #expect(comparison.movement?.to == Ratio(percent(51)))
  }

  @Test func nothingIsComparedWithoutACommonUnit() throws {
    var scene = try Scene(
      ["X1", "X2"], indicator([Self.direction(.previousYear)], measure: .count))
    try scene.add("X1 2023-Q4 10; X2 2024-Q4 20")
    let indicator = try scene.assess("2024-Q4").indicators[0]
    #expect(indicator.total?.movement == nil)
    // a stock is compared with the quarter before, of which there is nothing
    #expect(indicator.comparison == nil)
  }

  @Test func aYearOfWhichAQuarterIsMissingIsNoYear() throws {
    var scene = try Scene(
      ["X1", "X2"], indicator([Self.direction(.previousYear)], measure: .count, .flow))
    for year in ["2023", "2024"] {
      for quarter in 1...4 { try scene.add("X1 \(year)-Q\(quarter) 10") }
    }
    try scene.add("X2 2023-Q1 5; X2 2023-Q2 5; X2 2023-Q3 5; X2 2023-Q4 5; X2 2024-Q1 5")
    let cell = try scene.cell("2024-Q4", .year)
    #expect(cell.figures == "45")
    #expect(cell.movement?.from == Ratio(FixedDecimal(40)))
    #expect(cell.movement?.to == Ratio(FixedDecimal(40)))
  }

  @Test func aStatedBaseBelongsToNoUnit() throws {
    let base = Target.Change.Base.fixed(.init(year: 2021, FixedDecimal(100)))
    var scene = try Scene(["X1", "X2"], indicator([Self.direction(base)], measure: .count))
    try scene.add("X1 2024-Q4 50; X2 2024-Q4 60")
    #expect(try scene.cell("2024-Q4", .point).movement == nil)
  }
}
