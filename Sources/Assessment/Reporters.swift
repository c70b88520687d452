import PlanModel
import Synchronization

/// The units that report an indicator, whenever they existed, in the structure of a day.
final class Reporters: Sendable {
  let structure: UnitStructure
  /// Their codes, in the register's order; their places in it number them.
  let codes: [String]
  /// Each code in a list of its own: what a cell of one unit alone speaks of.
  let alone: [[String]]
  /// How many members each has on the day; nil when the register does not know.
  let members: [Int?]
  /// The lines of the structure, each with the place of its code.
  let lines: [(place: Int, line: UnitStructure.Line)]
  /// The places of those at or under each unit.
  let below: [String: [Int]]
  /// The root and all units of the register.
  let nodes: [String]

  /// Whether a unit stands for others than itself.
  func isTotal(_ node: String) -> Bool {
    guard let places = below[node], places.count == 1 else { return true }
    return codes[places[0]] != node
  }

  init(_ selection: UnitSelection, in registry: UnitRegistry, on date: CalendarDate) {
    let units = registry.units.filter { selection.contains($0) }
    let structure = UnitStructure(units, on: date)
    self.structure = structure
    codes = units.map(\.code).uniqued()
    alone = codes.map { [$0] }
    members = codes.map { registry.unit($0, on: date)?.members }
    lines = codes.enumerated().compactMap { place, code in
      structure.lines[code].map { (place, $0) }
    }
    var below: [String: [Int]] = [:]
    for (place, code) in codes.enumerated() {
      for node in registry.lineage(of: code, on: date) { below[node, default: []].append(place) }
    }
    self.below = below
    nodes = ([registry.root] + registry.units.map(\.code)).uniqued()
  }
}

/// The reporters of an assessment's indicators: most indicators of a plan have the same.
final class ReporterCache: Sendable {
  private struct Key: Hashable {
    let selection: UnitSelection
    let day: CalendarDate
  }

  private let known = Mutex<[Key: Reporters]>([:])

  /// Those of an indicator in the structure of a day; always asked with the same register.
  func reporters(
    of indicator: Indicator, _ registry: UnitRegistry, _ day: CalendarDate
  ) -> Reporters {
    let key = Key(selection: indicator.reporters, day: day)
    return known.withLock { known in
      if let reporters = known[key] { return reporters }
      let made = Reporters(indicator.reporters, in: registry, on: day)
      known[key] = made
      return made
    }
  }
}
