import PlanModel

/// A line of the structure of units whose figures are read.
///
/// Nearly every unit has always been what it is: what is to be known of it is a few numbers, and looking at
/// millions of figures needs no look into the register.
struct ReportingLine {
  enum Content {
    /// A unit that nobody came before or after.
    case plain(ReportingBody)
    /// One that reorganisations have touched.
    case special(UnitStructure.Line)
  }

  /// The place of its code among the reporters.
  let place: Int
  let content: Content

  init(_ line: UnitStructure.Line, place: Int) {
    self.place = place
    let body = line.alone.map(ReportingBody.init)
    content =
      if let body, body.isPlain, line.breaks.isEmpty { .plain(body) } else { .special(line) }
  }

  func exists(on date: CalendarDate) -> Bool {
    switch content {
    case .plain(let body): body.exists(on: date)
    case .special(let line): line.exists(on: date)
    }
  }
}

/// One stretch of a unit's existence, as its figures are read.
struct ReportingBody {
  /// The place of its figures.
  let place: Int
  /// Its days, where it has one row in the register and nobody before it or after it.
  private let days: (first: CalendarDate, last: CalendarDate?)?
  private let plainMembers: Int?
  /// All that the register knows of it, where that is more.
  private let life: UnitStructure.Life?

  init(_ life: UnitStructure.Life) {
    place = life.place
    let row = life.rows[0]
    let isPlain =
      life.isOnly && life.rows.count == 1 && life.takeovers.isEmpty && life.successors.isEmpty
      && row.predecessors.isEmpty
    days = isPlain ? (row.validFrom, row.validTo) : nil
    plainMembers = row.members
    self.life = isPlain ? nil : life
  }

  var isPlain: Bool { life == nil }

  func exists(on date: CalendarDate) -> Bool {
    guard let days else { return life?.exists(on: date) ?? false }
    return days.first <= date && days.last.map { date <= $0 } ?? true
  }

  /// Whether a figure of the code that speaks of a period belongs to it.
  func owns(_ period: Period) -> Bool { life?.owns(period) ?? true }

  /// How many members it has on a day; nil when the register does not know.
  func members(on date: CalendarDate) -> Int? {
    if days != nil { return exists(on: date) ? plainMembers : nil }
    return row(on: date)?.members
  }

  /// Who ended into it, as it is on a day.
  func predecessors(on date: CalendarDate) -> Set<String> { row(on: date)?.predecessors ?? [] }

  private func row(on date: CalendarDate) -> Unit? { life?.rows.last { $0.isValid(on: date) } }

  /// The days on which it took over figures of others.
  var takeovers: [CalendarDate] { life?.takeovers ?? [] }
  /// Who takes over from it when it ends.
  var successors: [String] { life?.successors.map(\.unit) ?? [] }
  /// Whether anybody does.
  var hasSuccessors: Bool { life?.successors.isEmpty == false }
  /// Its first day.
  var first: CalendarDate? { days.map(\.first) ?? life?.first }
  /// Its last day; nil while it goes on.
  var last: CalendarDate? { days.map(\.last) ?? life?.last }
}
