import Assessment
import PlanModel
import Testing

/// What differs between two assessments.
struct EditionComparisonTests {
  private func scenes() throws -> (old: Scene, new: Scene) {
    let target = yearly(.atLeast(percent(50)))
    var old = try Scene(["X1", "X2", "X3"], indicator([target]))
    try old.add("X1 2024-Q3 4/10; X2 2024-Q3 6/10; X3 2024-Q3 5/10")
    return (old, try Scene(["X1", "X2", "X3"], indicator([target])))
  }

  @Test func nothingChangesNothing() throws {
    let (old, _) = try scenes()
    let comparison = EditionComparison(
      from: try old.assess("2024-Q3").input, to: try old.assess("2024-Q3", asOf: "2025-01-01").input
    )
    #expect(comparison.isEmpty)
    #expect(comparison.figures.isEmpty && comparison.cells.isEmpty && comparison.ranks.isEmpty)
  }

  @Test func aCorrectionMovesTotalsVerdictsAndPlaces() throws {
    var (old, new) = try scenes()
    try new.add("X1 2024-Q3 9/10; X2 2024-Q3 6/10; X3 2024-Q3 5/10")
    let comparison = EditionComparison(
      from: try old.assess("2024-Q3").input, to: try new.assess("2024-Q3").input)
    #expect(comparison.figures.map(\.unit) == ["X1"])
    #expect(comparison.figures.first?.isCorrection == true)
    #expect(comparison.figures.first?.mover?.number == 1)
    let total = try #require(comparison.cells.first { $0.unit == "T" })
    #expect(total.old?.figures == "15/30")
    #expect(total.new?.figures == "20/30")
    let ranks = comparison.ranks.map { "\($0.unit) \($0.old ?? 0)->\($0.new ?? 0)" }
    #expect(ranks == ["X1 3->1", "X2 1->2", "X3 2->3"])
    old.units = []
  }

  /// The same share each year and by 2025: that this year's is missed now says nothing of what is not due yet.
  @Test func aTargetOfAnotherTimeHasNotTurned() throws {
    let targets = [
      yearly(.atLeast(percent(50))), Target(.atLeast(percent(50)), .by(2025)),
    ]
    var old = try Scene(["X1"], indicator(targets))
    var new = old
    try old.add("X1 2024-Q4 60/100")
    try new.add("X1 2024-Q4 40/100")
    let comparison = EditionComparison(
      from: try old.assess("2024-Q4").input, to: try new.assess("2024-Q4").input)
    let total = try #require(comparison.cells.first { $0.unit == "T" })
    #expect(total.hasTurned && total.turnedBeside.isEmpty)
  }

  /// One point more than last year, and two: that the second binds now is no other base of the first.
  @Test func aTargetOfAnotherAmountHasNoOtherBase() throws {
    let targets = [1, 2].map { points in
      yearly(.increase(Target.Change(.by(percent(points)), against: .previousYear)))
    }
    var old = try Scene(["X1"], indicator(targets))
    try old.add("X1 2023-Q4 45/100")
    var new = old
    try old.add("X1 2024-Q4 40/100")
    try new.add("X1 2024-Q4 46/100")
    let comparison = EditionComparison(
      from: try old.assess("2024-Q4").input, to: try new.assess("2024-Q4").input)
    let total = try #require(comparison.cells.first { $0.unit == "T" })
    #expect(!total.hasOtherBase)
    #expect(total.turnedBeside.map(\.new) == [.met])
  }

  /// What is missing of a sum would count as nothing against the others.
  @Test func aSumThatLacksAQuarterHasNoPlace() throws {
    let asked = indicator([yearly(.atLeast(FixedDecimal(30)))], measure: .count, .flow)
    var old = try Scene(["X1", "X2", "X3"], asked)
    try old.add("X1 2024-Q1 9; X1 2024-Q2 9; X2 2024-Q1 4; X2 2024-Q2 4; X3 2024-Q2 9")
    var new = try Scene(["X1", "X2", "X3"], asked)
    try new.add(
      "X1 2024-Q1 9; X1 2024-Q2 9; X2 2024-Q1 4; X2 2024-Q2 4; X3 2024-Q1 1; X3 2024-Q2 9")
    let comparison = EditionComparison(
      from: try old.assess("2024-Q2").input, to: try new.assess("2024-Q2").input)
    let ranks = comparison.ranks.map { "\($0.unit) \($0.old ?? 0)->\($0.new ?? 0)" }
    #expect(ranks == ["X2 2->3", "X3 0->2"])
  }

  /// The workbook ranks nobody either where there is nobody to be ranked against.
  @Test func oneUnitAloneHasNoPlace() throws {
    let asked = indicator([yearly(.atLeast(FixedDecimal(30)))], measure: .count, .flow)
    var old = try Scene(["X1", "X2"], asked)
    try old.add("X1 2024-Q1 9; X1 2024-Q2 9; X2 2024-Q2 30")
    var new = try Scene(["X1", "X2"], asked)
    try new.add("X1 2024-Q1 9; X1 2024-Q2 9; X2 2024-Q1 4; X2 2024-Q2 30")
    let comparison = EditionComparison(
      from: try old.assess("2024-Q2").input, to: try new.assess("2024-Q2").input)
    let ranks = comparison.ranks.map { "\($0.unit) \($0.old ?? 0)->\($0.new ?? 0)" }
    #expect(ranks == ["X1 0->2", "X2 0->1"])
  }

  @Test func absentBlankZeroNotApplicableAndWithdrawnAreFiveThings() throws {
    let old = try scenes().old
    for (text, entry) in [("/10", Entry.blank), ("0/10", .value(.zero)), ("-/", .notApplicable)] {
      var new = try scenes().new
      try new.add("X1 2024-Q3 \(text); X2 2024-Q3 6/10; X3 2024-Q3 5/10")
      let comparison = EditionComparison(
        from: try old.assess("2024-Q3").input, to: try new.assess("2024-Q3").input)
      #expect(comparison.figures.first?.new?.content.numerator == entry)
      #expect(comparison.figures.first?.isWithdrawn == false)
    }
    var withdrawn = try scenes().new
    try withdrawn.receive("X1", "2024-Q3", version: 2)
    try withdrawn.add("X2 2024-Q3 6/10; X3 2024-Q3 5/10")
    let comparison = EditionComparison(
      from: try old.assess("2024-Q3").input, to: try withdrawn.assess("2024-Q3").input)
    let change = try #require(comparison.figures.first)
    #expect(change.isWithdrawn)
    #expect(change.mover?.unit == "X1")
    #expect(comparison.cells.first { $0.unit == "X1" }?.new?.verdict == .noData)
  }
}
