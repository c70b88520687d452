import PlanModel

/// The days on which tasks of a plan may come to stand elsewhere, or letters to ask for more, though nothing
/// new was reported.
///
/// A state moves with the moment of counting only past a deadline, or when an event comes to be known. Every
/// day is taken that could be either: one too many costs a look at the states, one too few would leave an
/// edition standing that no longer holds.
struct StateTurns {
  private let days: Set<CalendarDate>

  /// `happenings` are all days on which an event may have occurred, or the office learnt of it; `letters`
  /// those on which forms are due, at first or once more.
  init(
    _ plan: Plan, _ period: Period, happenings: Set<CalendarDate>, letters: Set<CalendarDate>
  ) {
    var days = happenings.union(letters)
    func add(endOf cadence: Cadence) {
      if let cycle = Period.containing(period.span.last, cadence) { days.insert(cycle.span.last) }
    }
    for task in plan.tasks {
      switch task.deadline.rule {
      case .on(let date): days.insert(date)
      case .within(let period): days.insert(period.span.last)
      case .years(_, let to): days.insert(.last(ofMonth: 12, year: to))
      case .every(let cadence): add(endOf: cadence)
      case .after(_, let months):
        if let months { days.formUnion(happenings.map { $0.adding(months: months) }) }
      case .continuous, .periodic, .programme, .unstated: break
      }
      if task.deadline.then == .yearly { add(endOf: .year) }
    }
    self.days = days
  }

  /// The first day after another on which a state may be other than the day before: that of an event, or the
  /// one behind a deadline.
  func next(after day: CalendarDate) -> CalendarDate? {
    days.lazy.flatMap { [$0, $0.adding(days: 1)] }.filter { $0 > day }.min()
  }
}
