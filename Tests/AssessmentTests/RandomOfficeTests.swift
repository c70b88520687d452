import Assessment
import PlanModel
import TestSupport
import Testing

/// Random trees, figures and blanks: every cell against sums made in another way.
struct RandomOfficeTests {

  /// One figure as the test remembers it: nil is blank.
  private struct Given {
    let unit: Int
    let quarter: Int
    let numerator: Int?
    let denominator: Int?
  }

  private static let quarters = ["2024-Q1", "2024-Q2", "2024-Q3"]

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func totalsAndCoverageEqualNaiveOnes(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let isStock = Bool.random(using: &dice)
    let isFull = seed % 4 == 0
    let count = Int.random(in: 1...25, using: &dice)
    // parents[0] is the root; a unit stands under any earlier one; those without children report
    let parents = [nil] + (1...count).map { Int?.some(Int.random(in: 0..<$0, using: &dice)) }
    let leaves = (1...count).filter { !parents.contains($0) }
    var scene = Scene(
      units: try parents.enumerated().map { place, parent in
        try unit(
          "U\(place)", leaves.contains(place) ? "xa" : "huyen", under: parent.map { "U\($0)" })
      },
      indicator(
        isStock ? [yearly(.atLeast(percent(50)))] : [yearly(.atLeast(percent(20)))],
        isStock ? .stock : .flow, over: isStock ? .stock : .flow))
    scene.units[0] = try unit("T", "tinh", under: nil)
    scene.units = scene.units.map {
      $0.parent == "U0" ? Self.moved($0, under: "T") : $0
    }
    scene.years = 2024...2024
    var given: [Given] = []
    for leaf in leaves {
      for quarter in 0..<3 where isFull || Int.random(in: 0..<6, using: &dice) > 0 {
        let denominator = Int.random(in: 1...1000, using: &dice)
        let isBlank = !isFull && Int.random(in: 0..<6, using: &dice) == 0
        given.append(
          Given(
            unit: leaf, quarter: quarter,
            numerator: isBlank ? nil : Int.random(in: 0...denominator, using: &dice),
            denominator: denominator))
      }
    }
    for row in given.shuffled(using: &dice) {
      try scene.add(
        "U\(row.unit) \(Self.quarters[row.quarter]) \(row.numerator.map(String.init) ?? "")/\(row.denominator ?? 0)"
      )
    }
    let assessment = try scene.assess("2024-Q3").indicators[0]
    let windows: [(Window, ClosedRange<Int>)] =
      isStock ? [(.point, 2...2)] : [(.period, 2...2), (.year, 0...2), (.term, 0...2)]
    for node in 0...count {
      let under = leaves.filter { Self.climb(from: $0, parents).contains(node) }
      for (window, span) in windows {
        let rows = given.filter {
          under.contains($0.unit) && span.contains($0.quarter) && $0.numerator != nil
        }
        let whole = under.filter { leaf in rows.count { $0.unit == leaf } == span.count }
        let cell = try #require(assessment.cell(node == 0 ? "T" : "U\(node)", window))
        let top = rows.reduce(0) { $0 + ($1.numerator ?? 0) }
        let bottom = rows.reduce(0) { $0 + ($1.denominator ?? 0) }
        #expect(cell.figures == (rows.isEmpty ? "none" : "\(top)/\(bottom)"))
        #expect(cell.coverage == "\(whole.count)/\(under.count)")
        #expect(cell.missingUnits == under.filter { !whole.contains($0) }.map { "U\($0)" })
        #expect(cell.tally.sources.count == rows.count)
        if whole.count == under.count { #expect(cell.verdict != .insufficient) }
        if isFull { #expect(cell.countedUnits == cell.expectedUnits) }
      }
    }
  }

  private static func moved(_ unit: Unit, under parent: String) -> Unit {
    Unit(
      code: unit.code, name: unit.name, kind: unit.kind, parent: parent, validFrom: unit.validFrom)
  }

  private static func climb(from leaf: Int, _ parents: [Int?]) -> [Int] {
    var line = [leaf]
    while let last = line.last, let parent = parents[last] { line.append(parent) }
    return line
  }
}
