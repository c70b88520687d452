import PlanModel
import TestSupport
import Testing

@testable import Assessment

/// What is made the short way, for nearly all units are plain, against what is made the careful way.
struct PlainCellTests {
  private static let indicators = [
    indicator([yearly(.atLeast(percent(50)))], .stock),
    indicator([yearly(.above(percent(20)))], .flow, over: .flow),
    indicator([yearly(.atMost(percent(20)))], .flow, at: .yearStart),
    indicator([yearly(.between(percent(20), percent(60)))], .flow, at: .latest),
    indicator([yearly(.exists)], measure: .count, .flow, over: .flow),
    indicator([], measure: .count, carriesForward: true),
  ]

  @Test(
    "the cell of a plain unit says what the careful way says",
    arguments: 1...40 as ClosedRange<UInt64>)
  func plain(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    var scene = Scene(
      units: [
        try unit("T", "tinh", under: nil), try commune("A", members: 40),
        try commune("B", members: 0), try commune("C"),
      ]
        + [try commune("D", from: "2024-05-01"), try commune("E", to: "2024-06-30", ("F", "1"))]
        + [try commune("F", from: "2024-07-01")],
      Self.indicators[Int(seed) % Self.indicators.count])
    if seed % 3 == 0 { scene.firstPeriod = try period("2024-Q2") }
    for unit in ["A", "B", "C", "D", "E", "F"] {
      for quarter in ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3"] {
        let below = Int.random(in: 1...9, using: &dice)
        let above =
          ["", "-", "0", "\(below)"]
          + (0..<8).map { _ in
            "\(Int.random(in: 0...below, using: &dice))"
          }
        let figure = above[Int.random(in: above.indices, using: &dice)]
        if Int.random(in: 0..<9, using: &dice) > 0 {
          try scene.add("\(unit) \(quarter) \(figure)/\(below)")
        }
      }
    }
    let input = try scene.assess("2024-Q3").input
    let assessor = IndicatorAssessor(scene.indicators[0], in: input.period, input)
    var count = 0
    for node in assessor.reporters.nodes.indices {
      for window in Window.all(for: assessor.indicator) {
        let reading = assessor.reading(window)
        guard let plain = assessor.plainCell(of: node, reading) else { continue }
        let careful = try #require(assessor.cell(of: assessor.reporters.nodes[node], reading))
        #expect(Self.facts(plain) == Self.facts(careful))
        count += 1
      }
    }
    #expect(count > 0)
  }

  /// All that is said of a cell, line by line.
  private static func facts(_ cell: IndicatorCell) -> [String] {
    [
      "\(cell.unit) \(cell.isTotal) \(cell.window)", "\(cell.tally)",
      "\(String(describing: cell.value))", "\(String(describing: cell.target))",
      "\(cell.verdict) \(cell.others)", "\(cell.expectedUnits) \(cell.missingUnits)",
      "\(cell.countedUnits) \(cell.countedCount) \(cell.expectedCount)",
      "\(cell.isNotApplicable) \(cell.gaps) \(cell.convertedFrom) \(cell.isBroken)",
      "\(String(describing: cell.members)) \(String(describing: cell.bounds))",
      "\(String(describing: cell.movement)) \(String(describing: cell.pace))",
      "\(String(describing: cell.lacking))",
    ]
  }
}
