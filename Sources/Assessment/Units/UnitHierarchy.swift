import PlanModel

/// The units of a register as they stand above each other on a day, each known by its place.
struct UnitHierarchy {
  /// The root and all units of the register, in its order.
  let codes: [String]
  /// Their places, by code.
  let places: [String: Int]
  /// How many members each has on the day; nil when the register does not know.
  let members: [Int?]
  /// The place of the unit right above each; nil where there is none.
  private let parents: [Int?]

  init(of registry: UnitRegistry, on date: CalendarDate) {
    var codes: [String] = []
    var places: [String: Int] = [:]
    codes.reserveCapacity(registry.units.count)
    places.reserveCapacity(registry.units.count)
    func add(_ code: String) {
      let place = places[code, default: codes.count]
      guard place == codes.count else { return }
      places[code] = place
      codes.append(code)
    }
    add(registry.root)
    for unit in registry.units { add(unit.code) }
    self.codes = codes
    self.places = places
    let standing = codes.map { code in
      let unit = registry.unit(code, on: date)
      return (members: unit?.members, parent: unit?.parent.flatMap { places[$0] })
    }
    members = standing.map(\.members)
    parents = standing.map(\.parent)
  }

  /// Names a unit and all that stand above it, nearest first.
  func forEachAbove(_ place: Int?, _ body: (Int) -> Void) {
    var next = place
    var steps = 0
    // a ring of parents is refused when the register is read; the check keeps this loop finite anyway
    while let place = next, steps < codes.count {
      body(place)
      next = parents[place]
      steps += 1
    }
  }
}
