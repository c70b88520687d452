import Assessment
import PlanModel
import TestSupport
import Testing

/// Only what moved figures are in is reckoned for a comparison: the same must come out as of comparing all.
@Suite("A comparison of editions misses nothing")
struct ComparedValuesTests {
  private struct Key: Hashable, CustomStringConvertible {
    let unit: String
    let window: Window
    var description: String { "\(unit) \(window)" }
  }

  @Test("random trees and corrections", arguments: 1...40 as ClosedRange<UInt64>)
  func asComparingAll(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let combinations: [Indicator.Combination] = [.sum, .sum, .last, .max, .unitsMeeting]
    let combination = combinations[Int.random(in: combinations.indices, using: &dice)]
    let isStock = Bool.random(using: &dice)
    let target = yearly(.atLeast(percent(50)), isPerUnit: combination == .unitsMeeting)
    let asked = indicator(
      [target], isStock ? .stock : .flow, over: Bool.random(using: &dice) ? .stock : .flow,
      combination: combination, carriesForward: isStock && Bool.random(using: &dice))
    let count = Int.random(in: 2...14, using: &dice)
    var units: [Unit] = []
    var leaves: [String] = []
    for number in 1...count {
      // some above others, and now and then one that has taken over from the one before it
      let parent = number > 3 && Bool.random(using: &dice) ? "D\(number % 2)" : "T"
      leaves.append("X\(number)")
      units.append(try unit("X\(number)", under: parent))
    }
    units += [try unit("D0", "huyen"), try unit("D1", "huyen")]
    if seed % 3 == 0 {
      units.append(
        Unit(
          code: "X0", name: "", kind: "xa", parent: "T", validFrom: try day("2020-01-01"),
          validTo: try day("2024-06-30"),
          successors: [Unit.Succession(unit: "X1", share: seed % 2 == 0 ? FixedDecimal(1) : nil)]))
      leaves.append("X0")
    }
    var rows: [String: String] = [:]
    for leaf in leaves {
      for quarter in ["2024-Q1", "2024-Q2", "2024-Q3"] where Int.random(in: 0..<5, using: &dice) > 0
      {
        rows["\(leaf) \(quarter)"] = figure(&dice)
      }
    }
    var corrected = rows
    for _ in 0..<Int.random(in: 0...2, using: &dice) {
      let leaf = leaves[Int.random(in: leaves.indices, using: &dice)]
      corrected["\(leaf) 2024-Q\(Int.random(in: 1...3, using: &dice))"] = figure(&dice)
    }
    let old = try assessment(rows, units, asked)
    let new = try assessment(corrected, units, asked)
    let comparison = EditionComparison(from: old.input, to: new.input)
    let (before, after) = (keyed(old), keyed(new))
    let changed = Set(before.keys).union(after.keys).filter { differ(before[$0], after[$0]) }
    #expect(Set(comparison.cells.map { Key(unit: $0.unit, window: $0.window) }) == changed)
    let (was, now) = (places(old), places(new))
    let moved = Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }
    #expect(Set(comparison.ranks.map(\.unit)) == moved)
    #expect(comparison.ranks.allSatisfy { $0.old == was[$0.unit] && $0.new == now[$0.unit] })
  }

  private func figure(_ dice: inout SeededDice) -> String {
    let whole = Int.random(in: 1...20, using: &dice)
    return "\(Int.random(in: 0...whole, using: &dice))/\(whole)"
  }

  private func assessment(
    _ rows: [String: String], _ units: [Unit], _ indicator: Indicator
  ) throws -> PlanAssessment {
    var scene = Scene(units: units, indicator)
    for (place, text) in rows.sorted(by: { $0.key < $1.key }) {
      try scene.add("\(place) \(text)")
    }
    return try scene.assess("2024-Q3")
  }

  private func keyed(_ assessment: PlanAssessment) -> [Key: IndicatorCell] {
    Dictionary(
      assessment.indicators[0].cells.map { (Key(unit: $0.unit, window: $0.window), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func differ(_ old: IndicatorCell?, _ new: IndicatorCell?) -> Bool {
    old?.tally.numerator != new?.tally.numerator
      || old?.tally.denominator != new?.tally.denominator || old?.verdict != new?.verdict
      || old?.countedUnits != new?.countedUnits || old?.expectedUnits != new?.expectedUnits
      || old?.target != new?.target || old?.isNotApplicable != new?.isNotApplicable
  }

  /// A place is one more than there are units with a better value; who misses a figure has none, nor has
  /// one alone.
  private func places(_ assessment: PlanAssessment) -> [String: Int] {
    let assessed = assessment.indicators[0]
    let whole = assessed.cells.filter {
      !$0.isTotal && $0.window == assessed.mainWindow && $0.gaps.isEmpty
    }
    let values = whole.compactMap { cell in cell.value.map { (cell.unit, $0) } }
    if values.count == 1 { return [:] }
    return Dictionary(
      values.map { unit, value in (unit, 1 + values.count { $0.1 > value }) },
      uniquingKeysWith: { first, _ in first })
  }
}
