import PlanModel

/// The units as they stand on one day, and what becomes there of the figures of all others.
///
/// A unit that ended hands its figures to those who took over, by the shares the office declared: merged
/// units are added. A unit that began later gives them back to the one it came from, when it came from one
/// alone. Where shares are not declared nothing is divided: the old unit keeps its figures in a line of its
/// own, and neither it nor its successors can be compared over the break.
struct UnitStructure {
  /// One stretch of a code's existence, without a reorganisation inside.
  ///
  /// A class, because every reading of its figures refers to it.
  final class Life: Sendable {
    let code: String
    /// Its rows in the register, oldest first.
    let rows: [Unit]
    /// Whether it is the only one of its code.
    let isOnly: Bool
    /// The days on which it took over figures of others.
    let takeovers: [CalendarDate]
    let first: CalendarDate?
    /// Its last day; nil while it goes on.
    let last: CalendarDate?
    let successors: [Unit.Succession]
    /// The place of its code among those of the structure.
    let place: Int

    /// Whether its figures go to its successors, whole or by the shares declared.
    let isHandedOn: Bool

    /// `takeovers` may name days on which it did not exist.
    init(
      _ rows: [Unit], isOnly: Bool, takeovers: Set<CalendarDate>, place: Int, divides: Bool
    ) {
      code = rows[0].code
      self.place = place
      self.rows = rows
      self.isOnly = isOnly
      self.takeovers = takeovers.filter { day in rows.contains { $0.isValid(on: day) } }.sorted()
      first = rows.first?.validFrom
      last = rows.last?.validTo
      successors = rows.last?.successors ?? []
      let shares = successors.compactMap(\.share)
      // a part that goes nowhere would be lost to the total
      isHandedOn =
        shares.count == successors.count && shares.reduce(.zero, +) == FixedDecimal(1)
        && (divides || successors.count == 1)
    }

    func exists(on date: CalendarDate) -> Bool { rows.contains { $0.isValid(on: date) } }

    /// Whether a figure of the code that speaks of a period belongs to it.
    func owns(_ period: Period) -> Bool {
      isOnly
        || (first.map { $0 <= period.span.last } ?? false)
          && (last.map { period.span.last <= $0 } ?? true)
    }
  }

  /// A life whose figures go, in some part, into the line of a unit.
  struct Part {
    let life: Life
    let share: FixedDecimal
  }

  /// A line of a table: a unit of the day, or one whose figures have no other place.
  ///
  /// A class, as a life is: every reading looks at every line, on several threads.
  final class Line: Sendable {
    let code: String
    /// The lives that make it up, its own first.
    let parts: [Part]
    /// The last days before reorganisations that touch it and of which the office has not said how the
    /// figures divide.
    let breaks: [CalendarDate]

    /// What makes it up, when that is one life of its own.
    let alone: Life?

    func exists(on date: CalendarDate) -> Bool {
      alone?.exists(on: date) ?? parts.contains { $0.life.exists(on: date) }
    }

    init(code: String, parts: [Part], breaks: [CalendarDate]) {
      self.code = code
      self.parts = parts
      self.breaks = breaks
      alone = parts.count == 1 && parts[0].life.code == code ? parts[0].life : nil
    }
  }

  /// The lines, by code.
  let lines: [String: Line]

  /// The units, old and new, between which the office has not said how figures divide.
  var undivided: Set<String> {
    Set(lines.values.filter { !$0.breaks.isEmpty }.map(\.code))
  }

  /// The lines of some units (rows of the register) on a day; the places of their codes are those of their
  /// first rows. `divides` is whether a figure can be divided by shares: a document that each unit owes
  /// cannot.
  init(_ units: [Unit], on date: CalendarDate, divides: Bool) {
    let lives = Self.lives(units, divides: divides)
    let all = lives.values.flatMap(\.self)
    var parts: [String: [Part]] = [:]
    var broken: [String: Set<CalendarDate>] = [:]
    for life in all {
      let places = Self.places(of: life, on: date, lives)
      if let places {
        for (code, share) in places {
          parts[code, default: []].append(Part(life: life, share: share))
        }
      } else {
        parts[life.code, default: []].append(Part(life: life, share: FixedDecimal(1)))
        for (code, day) in Self.breaks(at: life, on: date, lives) {
          broken[code, default: []].insert(day)
        }
      }
    }
    lines = Dictionary(
      parts.map { code, parts in
        let sorted = parts.sorted {
          ($0.life.code != code ? 1 : 0, $0.life.code, $0.life.first ?? date)
            < ($1.life.code != code ? 1 : 0, $1.life.code, $1.life.first ?? date)
        }
        return (code, Line(code: code, parts: sorted, breaks: broken[code, default: []].sorted()))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func lives(_ units: [Unit], divides: Bool) -> [String: [Life]] {
    var takeovers: [String: Set<CalendarDate>] = [:]
    for unit in units {
      guard let day = unit.validTo?.adding(days: 1) else { continue }
      for succession in unit.successors { takeovers[succession.unit, default: []].insert(day) }
    }
    let places = Dictionary(
      units.map(\.code).uniqued().enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    return Dictionary(grouping: units, by: \.code).mapValues { rows in
      let sorted = rows.sorted { $0.validFrom < $1.validFrom }
      var groups: [[Unit]] = [[]]
      for row in sorted {
        groups[groups.count - 1].append(row)
        if !row.successors.isEmpty { groups.append([]) }
      }
      let filled = groups.filter { !$0.isEmpty }
      return filled.map { rows in
        Life(
          rows, isOnly: filled.count == 1, takeovers: takeovers[rows[0].code] ?? [],
          place: places[rows[0].code] ?? 0, divides: divides)
      }
    }
  }

  // MARK: where figures go

  /// The most digits that a share may have behind its mark.
  private static let mostDigits = 12

  /// The lines a life's figures go to, with the part of each; nil when the office has not said.
  private static func places(
    of life: Life, on date: CalendarDate, _ lives: [String: [Life]], depth: Int = 0
  ) -> [(String, FixedDecimal)]? {
    // a ring of successors cannot be followed to an end
    guard depth < 32 else { return nil }
    if let last = life.last, last < date, !life.successors.isEmpty {
      return forward(life, after: last, on: date, lives, depth)
    }
    if let first = life.first, first > date { return backward(life, on: date, lives, depth) }
    return [(life.code, FixedDecimal(1))]
  }

  private static func forward(
    _ life: Life, after last: CalendarDate, on date: CalendarDate, _ lives: [String: [Life]],
    _ depth: Int
  ) -> [(String, FixedDecimal)]? {
    guard life.isHandedOn else { return nil }
    var places: [(String, FixedDecimal)] = []
    for succession in life.successors {
      let heirs = lives[succession.unit] ?? []
      let day = last.adding(days: 1)
      guard let share = succession.share,
        let heir = heirs.first(where: { $0.exists(on: day) }),
        let further = Self.places(of: heir, on: date, lives, depth: depth + 1)
      else { return nil }
      for (code, part) in further {
        // a share of a share of a share: sums of what it makes must stay exact
        guard let product = part.times(share), product.fractionDigits <= mostDigits else {
          return nil
        }
        places.append((code, product))
      }
    }
    return places
  }

  private static func backward(
    _ life: Life, on date: CalendarDate, _ lives: [String: [Life]], _ depth: Int
  ) -> [(String, FixedDecimal)]? {
    let origins = predecessors(of: life, lives)
    if origins.isEmpty { return [(life.code, FixedDecimal(1))] }
    guard origins.count == 1, let origin = origins.first else { return nil }
    return Self.places(of: origin, on: date, lives, depth: depth + 1)
  }

  private static func predecessors(of life: Life, _ lives: [String: [Life]]) -> [Life] {
    lives.values.flatMap(\.self).filter { other in
      other.successors.contains { $0.unit == life.code }
        && (other.last.map { life.exists(on: $0.adding(days: 1)) } ?? false)
    }
  }

  /// Everyone whose figures before and after a reorganisation speak of different things, with its day.
  private static func breaks(
    at life: Life, on date: CalendarDate, _ lives: [String: [Life]]
  ) -> [(String, CalendarDate)] {
    if let first = life.first, first > date {
      let day = first.adding(days: -1)
      return ([life] + predecessors(of: life, lives)).map { ($0.code, day) }
    }
    guard let last = life.last else { return [] }
    return ([life.code] + life.successors.map(\.unit)).map { ($0, last) }
  }
}
