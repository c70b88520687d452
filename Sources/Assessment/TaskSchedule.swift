import PlanModel

/// A deadline made concrete for one moment.
struct TaskSchedule {
  /// The last day; nil when there is none.
  private(set) var due: CalendarDate?
  /// The first deadline of work that goes on after it.
  private(set) var firstDue: CalendarDate?
  /// Standing work, at once or after the first deadline.
  private(set) var isStanding = false
  /// Its event has not happened.
  private(set) var isWaiting = false
  /// The event it waited for, once it has happened.
  private(set) var occurrence: Occurrence?
  /// The first day of the cycle, for work that is due anew in every period.
  private(set) var cycleStart: CalendarDate?

  init(_ deadline: Deadline, in assessor: TaskAssessor) {
    switch deadline.rule {
    case .on, .within, .years: due = deadline.statedDay
    case .every(let cadence): startCycle(cadence, assessor)
    case .continuous, .periodic: isStanding = true
    case .after(let event, let months):
      occurrence = assessor.occurrence(of: event)
      isWaiting = occurrence == nil
      due = months.flatMap { months in occurrence?.occurredOn.adding(months: months) }
    case .programme, .unstated: break
    }
    if deadline.then != nil { firstDue = due }
    switch deadline.then {
    case .continuous: isStanding = true
    case .yearly:
      // until the end of the first deadline's own year that deadline stands: it may be overdue
      if let first = due, assessor.period.year > first.year { startCycle(.year, assessor) }
    case nil: break
    }
  }

  private mutating func startCycle(_ cadence: Cadence, _ assessor: TaskAssessor) {
    let cycle = Period.containing(assessor.period.span.last, cadence)
    due = cycle?.span.last
    cycleStart = cycle?.span.first
  }

  /// Whether a day of completion counts for this cycle; what was done earlier was for an earlier one.
  func counts(_ date: CalendarDate) -> Bool { cycleStart.map { $0 <= date } ?? true }
}
