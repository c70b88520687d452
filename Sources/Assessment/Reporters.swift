public import PlanModel
import Synchronization

/// The units that report an indicator, whenever they existed, in the structure of a day.
final class Reporters: Sendable {
  let structure: UnitStructure
  /// Their codes, in the register's order; their places in it number them.
  let codes: [String]
  /// How many members each has on the day; nil when the register does not know.
  let members: [Int?]
  /// The lines of the structure, in the order of their places.
  let lines: [ReportingLine]
  /// The root and all units of the register.
  let nodes: [Node]
  /// Of each of those that stands for itself alone its place among the reporters; nil of every other.
  let ownPlaces: [Int?]
  /// Where each unit stands among them.
  private let placeOfNode: [String: Int]

  /// A unit that cells speak of.
  ///
  /// A class, because every cell refers to it.
  final class Node: Sendable {
    let code: String
    /// The places of the reporters at or under it.
    let places: [Int]
    /// The codes of those.
    let units: [String]
    /// Whether it stands for others than itself.
    let isTotal: Bool

    init(code: String, places: [Int], units: [String], isTotal: Bool) {
      self.code = code
      self.places = places
      self.units = units
      self.isTotal = isTotal
    }
  }

  /// Whether no reorganisation has touched any of them.
  let isPlain: Bool

  var root: Node { nodes[0] }

  /// The unit with a code of the register.
  func node(_ code: String) -> Node {
    placeOfNode[code].map { nodes[$0] } ?? Node(code: code, places: [], units: [], isTotal: true)
  }

  init(
    _ selection: UnitSelection, in registry: UnitRegistry, on date: CalendarDate, divides: Bool
  ) {
    let units = registry.units.filter { selection.contains($0) }
    let structure = UnitStructure(units, on: date, divides: divides)
    self.structure = structure
    codes = units.map(\.code).uniqued()
    members = codes.map { registry.unit($0, on: date)?.members }
    lines = codes.enumerated().compactMap { place, code in
      structure.lines[code].map { ReportingLine($0, place: place) }
    }
    isPlain = lines.allSatisfy { if case .plain = $0.content { true } else { false } }
    var below: [String: [Int]] = [:]
    for (place, code) in codes.enumerated() {
      for node in registry.lineage(of: code, on: date) { below[node, default: []].append(place) }
    }
    nodes = ([registry.root] + registry.units.map(\.code)).uniqued().map { [codes] code in
      let places = below[code] ?? []
      return Node(
        code: code, places: places, units: places.map { codes[$0] },
        isTotal: places.count != 1 || codes[places[0]] != code)
    }
    ownPlaces = nodes.map { $0.isTotal ? nil : $0.places.first }
    placeOfNode = Dictionary(
      nodes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// The reporters of an assessment's indicators: most indicators of a plan have the same.
public final class ReporterCache: Sendable {
  private struct Key: Hashable {
    let selection: UnitSelection
    let divides: Bool

    init(_ indicator: Indicator) {
      selection = indicator.reporters
      // whether each unit has met what each owes: nobody has met six tenths of it
      divides = indicator.combination != .unitsMeeting
    }
  }

  private let registry: UnitRegistry
  private let day: CalendarDate
  private let known = Mutex<[Key: Reporters]>([:])
  private let places = Mutex<[Key: [Int32?]]>([:])

  /// In the structure of units of a day.
  public init(_ registry: UnitRegistry, on day: CalendarDate) {
    self.registry = registry
    self.day = day
  }

  /// Looks for the reporters of all indicators of a plan, before anybody asks.
  public func prepare(_ plan: Plan) {
    for indicator in plan.indicators { _ = reporters(of: indicator) }
  }

  /// Those of an indicator.
  func reporters(of indicator: Indicator) -> Reporters {
    let key = Key(indicator)
    return known.withLock { known in
      if let reporters = known[key] { return reporters }
      let made = Reporters(key.selection, in: registry, on: day, divides: key.divides)
      known[key] = made
      return made
    }
  }

  /// Where the figures of each of them stand in a book, in the same order; always asked with the same book.
  func places(of indicator: Indicator, in book: FigureBook) -> [Int32?] {
    let codes = reporters(of: indicator).codes
    return places.withLock { places in
      let key = Key(indicator)
      if let known = places[key] { return known }
      let made = book.places(ofUnits: codes)
      places[key] = made
      return made
    }
  }
}
