/// All units of an organisation, in the register's own order, which is the order of every table.
public struct UnitRegistry: Hashable, Sendable {
  /// The units in the register's order.
  public let units: [Unit]
  /// The code of the organisation's own committee.
  public let root: String

  /// The rows of a code, oldest first, whatever their order in the register.
  private let byCode: [String: [Unit]]
  private let codeByKey: [String: String]
  /// The rows of whoever took over from a code, in the register's order.
  private let heirs: [String: [Unit]]

  /// Units in the register's order; `root` is the code of the organisation's own committee.
  public init(units: [Unit], root: String) {
    let units = Self.withPredecessors(Self.withBeginnings(units))
    self.units = units
    self.root = root
    byCode = Dictionary(grouping: units, by: \.code)
      .mapValues { rows in rows.sorted { $0.validFrom < $1.validFrom } }
    codeByKey = Dictionary(units.map { ($0.code.uppercased(), $0.code) }) { first, _ in first }
    var heirs: [String: [Unit]] = [:]
    for unit in units { for code in unit.predecessors { heirs[code, default: []].append(unit) } }
    self.heirs = heirs
  }

  /// The unit of a code, as it is on a day: as it was last when it has ended by then, as it will be
  /// first when it has not begun; without a day, as it is in its newest row.
  public func unit(_ code: String, on date: CalendarDate? = nil) -> Unit? {
    guard let rows = byCode[code] else { return nil }
    guard let date else { return rows.last }
    return rows.first { $0.isValid(on: date) } ?? rows.last { $0.validFrom <= date } ?? rows.first
  }

  /// The code as the register writes it; codes match in any case.
  public func code(matching text: String) -> String? { codeByKey[text.uppercased()] }

  /// The name of a unit, or its code when the register does not know it.
  public func name(_ code: String) -> String { unit(code)?.name ?? code }

  /// Who answers on a day for what a unit was charged with: the unit itself, or, where it has ended and
  /// somebody took over, those that did, in the register's order.
  public func holders(of code: String, on date: CalendarDate) -> [String] {
    guard let unit = unit(code, on: date), let last = unit.validTo, last < date,
      !unit.successors.isEmpty
    else { return [code] }
    let holders = heirs[code]?.filter { $0.isValid(on: date) } ?? []
    return holders.isEmpty ? [code] : holders.map(\.code)
  }

  /// The units, each with the first day of its code.
  private static func withBeginnings(_ units: [Unit]) -> [Unit] {
    let first = Dictionary(units.map { ($0.code, $0.validFrom) }, uniquingKeysWith: min)
    // nearly always a code has one row
    guard first.count < units.count else { return units }
    return units.map { unit in
      var filled = unit
      filled.begins = first[unit.code] ?? unit.validFrom
      return filled
    }
  }

  /// The units, each with all that ended into it.
  private static func withPredecessors(_ units: [Unit]) -> [Unit] {
    var direct: [String: Set<String>] = [:]
    for unit in units where unit.validTo != nil {
      for successor in unit.successors where successor.unit != unit.code {
        direct[successor.unit, default: []].insert(unit.code)
      }
    }
    guard !direct.isEmpty else { return units }
    return units.map { unit in
      var all: Set<String> = []
      var open = direct[unit.code] ?? []
      while let code = open.popFirst() {
        if all.insert(code).inserted { open.formUnion(direct[code] ?? []) }
      }
      var filled = unit
      filled.predecessors = all.subtracting([unit.code])
      return filled
    }
  }

  /// The units that exist on a day, in the register's order.
  public func units(on date: CalendarDate) -> [Unit] { units.filter { $0.isValid(on: date) } }

  /// The unit and all that stand above it, nearest first.
  public func lineage(of code: String, on date: CalendarDate) -> [String] {
    var line: [String] = []
    var next: String? = code
    // a ring of parents is refused when the register is read; the check keeps this loop finite anyway
    while let code = next, !line.contains(code) {
      line.append(code)
      next = unit(code, on: date)?.parent
    }
    return line
  }
}
