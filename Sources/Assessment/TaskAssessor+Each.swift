import PlanModel

/// Tasks that each unit of a selection owes, while units end, merge and begin.
extension TaskAssessor {
  /// The reports that speak for a unit, oldest first: its own, and before these those of the units that
  /// ended into it when it began.
  ///
  /// It goes on with what one of them has left undone; what all have done is done for it, until it says
  /// otherwise itself. `cycleStart` is the first day of the cycle that counts.
  func reports(
    _ task: PlanTask, of unit: Unit, from cycleStart: CalendarDate?
  ) -> [Reported<TaskReport>] {
    let own = reports(task, unit.code)
    let inherited = origins(of: unit).filter(task.isLed(by:)).map {
      reports(task, of: $0, from: cycleStart)
    }
    guard let slowest = inherited.min(by: { isBehind($0, $1, from: cycleStart) }) else {
      return own
    }
    return slowest.filter { report in own.first.map { report.period < $0.period } ?? true } + own
  }

  /// The units that had ended when a unit began and named it as one that takes over, by their codes.
  private func origins(of unit: Unit) -> [Unit] {
    let eve = unit.begins.adding(days: -1)
    return unit.predecessors.sorted().compactMap { office.registry.unit($0, on: eve) }.filter {
      ($0.validTo.map { $0 <= eve } ?? false) && $0.successors.contains { $0.unit == unit.code }
    }
  }

  /// Whether there is less in some reports than in others, or it was done later.
  private func isBehind(
    _ reports: [Reported<TaskReport>], _ others: [Reported<TaskReport>],
    from cycleStart: CalendarDate?
  ) -> Bool {
    func day(_ reports: [Reported<TaskReport>]) -> CalendarDate? {
      doneOn(reports, from: cycleStart).flatMap { day in
        cycleStart.map { day < $0 } ?? false ? nil : day
      }
    }
    return switch (day(reports), day(others)) {
    case (let one?, let other?): other < one
    case (nil, _?): true
    case (_?, nil): false
    case (nil, nil): reports.isEmpty && !others.isEmpty
    }
  }

  /// The first day on which a task was done by all who owed it then; nil while there is none.
  ///
  /// Who begins later owes it too, but what has happened stays so. Who ends without having done it leaves it
  /// to those that take over.
  func completionDay(ofEach task: PlanTask) -> CalendarDate? {
    // how many more owe it from a day on, and how many more of these have not done it
    var turns: [CalendarDate: (owing: Int, open: Int)] = [:]
    func add(from first: CalendarDate, owing: Int, open: Int) {
      turns[first, default: (0, 0)].owing += owing
      turns[first, default: (0, 0)].open += open
    }
    for unit in office.registry.units
    where unit.validFrom <= period.span.last && task.isLed(by: unit) {
      let end = unit.validTo.flatMap { $0 < period.span.last ? $0.adding(days: 1) : nil }
      let done = doneOn(reports(task, of: unit, from: nil), from: nil).map {
        max($0, unit.validFrom)
      }
      add(from: unit.validFrom, owing: 1, open: 1)
      if let end { add(from: end, owing: -1, open: 0) }
      if let closed = [done, end].compactMap(\.self).min() {
        add(from: closed, owing: 0, open: -1)
      }
    }
    var (owing, open) = (0, 0)
    for (day, turn) in turns.sorted(by: { $0.key < $1.key }) {
      owing += turn.owing
      open += turn.open
      if owing > 0, open == 0 { return day }
    }
    return nil
  }
}
