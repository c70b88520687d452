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

    /// Whether there was a day on which both existed.
    func stood(beside other: Life) -> Bool {
      rows.contains { row in
        other.exists(on: row.validFrom) || other.rows.contains { row.isValid(on: $0.validFrom) }
      }
    }

    /// Whether one of some others ends into it.
    func isSuccessor(ofAny others: [Life]) -> Bool {
      others.contains { $0.successors.contains { $0.unit == code } }
    }

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
    /// Whether it has ended by the day of the structure and is in the line of who took over; else it is in
    /// its own, or in that of the unit it came from.
    let isHandedOn: Bool

    /// The same life with another part.
    func with(_ share: FixedDecimal) -> Part {
      Part(life: life, share: share, isHandedOn: isHandedOn)
    }
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

  /// The lines, by the places of their codes; nil where a unit's figures have all gone to others.
  let lines: [Line?]
  /// The units, old and new, between which the office has not said how figures divide.
  let undivided: Set<String>

  /// The lines of some units on a day: the rows of each code by its place, and the places of all codes.
  /// `divides` is whether a figure can be divided by shares: a document that each unit owes cannot.
  init(_ rows: [[Unit]], _ places: [String: Int], on date: CalendarDate, divides: Bool) {
    let lives = Lives(rows, places, divides: divides)
    var parts = [[Part]](repeating: [], count: rows.count)
    var broken: [String: Set<CalendarDate>] = [:]
    for life in lives.all {
      if let goals = lives.goals(of: life, on: date) {
        let isHandedOn = life.last.map { $0 < date } ?? false && !life.successors.isEmpty
        for (place, share) in goals {
          // what was divided may come together again
          let known = parts[place].last.flatMap { $0.life === life ? $0.share : nil }
          if known != nil { parts[place].removeLast() }
          parts[place].append(
            Part(life: life, share: known.map { $0 + share } ?? share, isHandedOn: isHandedOn))
        }
      } else {
        parts[life.place].append(Part(life: life, share: FixedDecimal(1), isHandedOn: false))
        for (code, day) in lives.breaks(at: life, on: date) {
          broken[code, default: []].insert(day)
        }
      }
    }
    lines = zip(rows, parts).map { rows, parts in
      if parts.isEmpty { return nil }
      let code = rows[0].code
      let sorted = parts.sorted {
        ($0.life.code != code ? 1 : 0, $0.life.code, $0.life.first ?? date)
          < ($1.life.code != code ? 1 : 0, $1.life.code, $1.life.first ?? date)
      }
      return Line(code: code, parts: sorted, breaks: broken[code, default: []].sorted())
    }
    undivided = Set(
      lines.lazy.compactMap(\.self).filter { !$0.breaks.isEmpty }.map(\.code))
  }
}

/// The lives of some units, and where the figures of each go.
private struct Lives {
  typealias Life = UnitStructure.Life

  /// By the places of their codes, of each code oldest first.
  private let byPlace: [[Life]]
  private let places: [String: Int]
  /// Those that somebody takes over from.
  private let ending: [Life]

  var all: some Sequence<Life> { byPlace.joined() }

  init(_ rows: [[Unit]], _ places: [String: Int], divides: Bool) {
    var takeovers: [String: Set<CalendarDate>] = [:]
    for unit in rows.joined() where !unit.successors.isEmpty {
      guard let day = unit.validTo?.adding(days: 1) else { continue }
      for succession in unit.successors { takeovers[succession.unit, default: []].insert(day) }
    }
    self.places = places
    byPlace = rows.enumerated().map { place, rows in
      let stretches = Self.stretches(rows)
      let takeovers = takeovers.isEmpty ? [] : takeovers[rows[0].code] ?? []
      return stretches.map {
        Life(
          $0, isOnly: stretches.count == 1, takeovers: takeovers, place: place, divides: divides)
      }
    }
    ending = byPlace.joined().filter { !$0.successors.isEmpty }
  }

  /// The rows of one code, oldest first, cut behind each in which it ends into others.
  private static func stretches(_ rows: [Unit]) -> [[Unit]] {
    // nearly always one
    if rows.count == 1 { return [rows] }
    var stretches: [[Unit]] = [[]]
    for row in rows.sorted(by: { $0.validFrom < $1.validFrom }) {
      stretches[stretches.count - 1].append(row)
      if !row.successors.isEmpty { stretches.append([]) }
    }
    return stretches.filter { !$0.isEmpty }
  }

  // MARK: where figures go

  /// The most digits that a share may have behind its mark.
  private static let mostDigits = 12

  typealias Goal = (place: Int, share: FixedDecimal)

  /// The places of the lines that a life's figures go to, with the part of each; nil when the office has not
  /// said.
  func goals(of life: Life, on date: CalendarDate, depth: Int = 0) -> [Goal]? {
    // a ring of successors cannot be followed to an end
    guard depth < 32 else { return nil }
    if let last = life.last, last < date, !life.successors.isEmpty {
      return forward(life, after: last, on: date, depth)
    }
    if let first = life.first, first > date { return backward(life, on: date, depth) }
    return [(life.place, FixedDecimal(1))]
  }

  private func forward(
    _ life: Life, after last: CalendarDate, on date: CalendarDate, _ depth: Int
  ) -> [Goal]? {
    guard life.isHandedOn else { return nil }
    var goals: [Goal] = []
    for succession in life.successors {
      let heirs = places[succession.unit].map { byPlace[$0] } ?? []
      let day = last.adding(days: 1)
      guard let share = succession.share,
        let heir = heirs.first(where: { $0.exists(on: day) }),
        let further = self.goals(of: heir, on: date, depth: depth + 1)
      else { return nil }
      for (place, part) in further {
        // a share of a share of a share: sums of what it makes must stay exact
        guard let product = part.times(share), product.fractionDigits <= Self.mostDigits
        else { return nil }
        goals.append((place, product))
      }
    }
    return goals
  }

  private func backward(_ life: Life, on date: CalendarDate, _ depth: Int) -> [Goal]? {
    let origins = predecessors(of: life)
    if origins.isEmpty { return [(life.place, FixedDecimal(1))] }
    guard origins.count == 1, let origin = origins.first else { return nil }
    return goals(of: origin, on: date, depth: depth + 1)
  }

  private func predecessors(of life: Life) -> [Life] {
    ending.filter { other in
      other.successors.contains { $0.unit == life.code }
        && (other.last.map { life.exists(on: $0.adding(days: 1)) } ?? false)
    }
  }

  /// Everyone whose figures before and after a reorganisation speak of different things, with its day.
  func breaks(at life: Life, on date: CalendarDate) -> [(code: String, day: CalendarDate)] {
    if let first = life.first, first > date {
      let day = first.adding(days: -1)
      return ([life] + predecessors(of: life)).map { ($0.code, day) }
    }
    guard let last = life.last else { return [] }
    return ([life.code] + life.successors.map(\.unit)).map { ($0, last) }
  }
}
