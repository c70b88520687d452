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
  private let hierarchy: UnitHierarchy

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
    hierarchy.places[code].map { nodes[$0] }
      ?? Node(code: code, places: [], units: [], isTotal: true)
  }

  init(
    _ selection: UnitSelection, in registry: UnitRegistry, _ hierarchy: UnitHierarchy,
    on date: CalendarDate, divides: Bool
  ) {
    let (rows, places) = Self.rows(of: selection, in: registry)
    codes = rows.map { $0[0].code }
    let structure = UnitStructure(rows, places, on: date, divides: divides)
    self.structure = structure
    self.hierarchy = hierarchy
    lines = structure.lines.enumerated().compactMap { place, line in
      line.map { ReportingLine($0, place: place) }
    }
    isPlain = lines.allSatisfy { if case .plain = $0.content { true } else { false } }
    let own = codes.map { hierarchy.places[$0] }
    members = own.map { $0.flatMap { hierarchy.members[$0] } }
    var below = [[Int]](repeating: [], count: hierarchy.codes.count)
    for (place, node) in own.enumerated() {
      hierarchy.forEachAbove(node) { below[$0].append(place) }
    }
    nodes = zip(hierarchy.codes, below).map { [codes] code, places in
      Node(
        code: code, places: places, units: places.map { codes[$0] },
        isTotal: places.count != 1 || codes[places[0]] != code)
    }
    ownPlaces = nodes.map { $0.isTotal ? nil : $0.places.first }
  }

  /// The rows of each unit of a selection, in the register's order, and the place of each by its code.
  private static func rows(
    of selection: UnitSelection, in registry: UnitRegistry
  ) -> ([[Unit]], [String: Int]) {
    var rows: [[Unit]] = []
    var places: [String: Int] = [:]
    places.reserveCapacity(registry.units.count)
    for unit in registry.units where selection.contains(unit) {
      let place = places[unit.code, default: rows.count]
      if place == rows.count {
        places[unit.code] = place
        rows.append([unit])
      } else {
        rows[place].append(unit)
      }
    }
    return (rows, places)
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
  private let known = Mutex<(reporters: [Key: Reporters], hierarchy: UnitHierarchy?)>(([:], nil))
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
      if let reporters = known.reporters[key] { return reporters }
      let hierarchy = known.hierarchy ?? UnitHierarchy(of: registry, on: day)
      known.hierarchy = hierarchy
      let made = Reporters(key.selection, in: registry, hierarchy, on: day, divides: key.divides)
      known.reporters[key] = made
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
