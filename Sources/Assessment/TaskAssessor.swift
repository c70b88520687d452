import PlanModel

/// Makes the state of a task from its deadline, its reports and what has happened.
struct TaskAssessor {
  let office: Office
  let plan: Plan
  let period: Period
  let asOf: CivilTime
  let book: FigureBook
  let submissions: SubmissionBook

  init(_ input: AssessmentInput) {
    (office, plan, period) = (input.office, input.plan, input.period)
    (asOf, book, submissions) = (input.asOf, input.figures, input.submissions)
  }

  func assess(_ task: PlanTask) -> [TaskAssessment] {
    let schedule = TaskSchedule(task.deadline, in: self)
    return tracked(task, from: schedule.cycleStart).map { assess(task, $0, schedule) }
  }

  /// A row in which a task is tracked.
  struct Row {
    let unit: String
    /// The reports on it, oldest first.
    let reports: [Reported<TaskReport>]
    let endedLeads: [TaskAssessment.EndedLead]
  }

  /// The rows a task is tracked in; what was done before the first day of its cycle was for an earlier one.
  private func tracked(_ task: PlanTask, from cycleStart: CalendarDate?) -> [Row] {
    switch task.lead {
    case .units(let codes):
      // tracked once, under the first; any of the leading bodies may report on it, and whoever took over
      // from one: the newest word counts, in one period that of the body named first, or of its successor
      let reports = codes.flatMap { [$0] + holders($0) }.uniqued().enumerated().flatMap {
        place, code in
        self.reports(task, code).map { (place: place, report: $0) }
      }.sorted { ($0.report.period, $1.place) < ($1.report.period, $0.place) }
      let first = codes.first ?? ""
      let heirs = holders(first)
      return [
        Row(
          unit: heirs.count == 1 ? heirs[0] : first, reports: reports.map(\.report),
          endedLeads: codes.uniqued().compactMap(endedLead))
      ]
    case .each:
      return office.registry.units(on: period.span.last).filter(task.isLed(by:)).map { unit in
        Row(
          unit: unit.code, reports: reports(task, of: unit, from: cycleStart),
          endedLeads: unit.predecessors.sorted().filter { isLed(task, by: $0) }
            .compactMap(endedLead))
      }
    }
  }

  private func isLed(_ task: PlanTask, by code: String) -> Bool {
    office.registry.unit(code, on: period.span.last).map(task.isLed(by:)) ?? false
  }

  private func holders(_ code: String) -> [String] {
    office.registry.holders(of: code, on: period.span.last)
  }

  func reports(_ task: PlanTask, _ unit: String) -> [Reported<TaskReport>] {
    book.taskReports(task.code, of: unit).filter { $0.period.span.last <= period.span.last }
  }

  private func assess(
    _ task: PlanTask, _ row: Row, _ schedule: TaskSchedule
  ) -> TaskAssessment {
    let last = row.reports.last
    let first = firstDelivery(row.reports, schedule)
    let doneOn = doneOn(row.reports, from: schedule.cycleStart)
    let (state, days) = state(schedule, doneOn, first)
    // standing work is judged by its reports
    let hasFallenDue =
      (state.isDone || state == .overdue) && (schedule.due.map { $0 < asOf.date } ?? false)
    return TaskAssessment(
      task: task, unit: row.unit,
      reporter: last.flatMap { submissions.receipt($0.source.receipt)?.unit }, dueOn: schedule.due,
      state: state, hasFallenDue: hasFallenDue, isCompleted: hasFallenDue && state.isDone,
      completedOn: last?.content.status == .done
        ? statedDay(row.reports, from: schedule.cycleStart) : nil,
      doneOn: doneOn.flatMap { schedule.counts($0) ? $0 : nil },
      daysOverdue: days, firstDelivery: first,
      standing: state == .continuous ? standing(last) : nil, occurrence: schedule.occurrence,
      reports: row.reports, endedLeads: row.endedLeads)
  }

  private func endedLead(_ code: String) -> TaskAssessment.EndedLead? {
    let day = period.span.last
    guard let unit = office.registry.unit(code, on: day), let last = unit.validTo, last < day
    else { return nil }
    return TaskAssessment.EndedLead(
      unit: code, last: last, successors: holders(code).filter { $0 != code })
  }

  /// The day a task was done, when its last report says that it is.
  ///
  /// A date once given stands until a later report gives another one, or says that the task is not done
  /// after all; where there are cycles it must be of this one. Without any date it is the day of the
  /// first report that said so and was not taken back since: the day it came, or the end of its period
  /// when it came later.
  func doneOn(
    _ reports: [Reported<TaskReport>], from cycleStart: CalendarDate?
  ) -> CalendarDate? {
    guard let last = reports.last, last.content.status == .done else { return nil }
    if let day = statedDay(reports, from: cycleStart) { return day }
    let run = reports.reversed().prefix { $0.content.status == .done }
    let first =
      run.last { report in cycleStart.map { $0 <= report.period.span.last } ?? true } ?? last
    return first.saidOn
  }

  /// The day of completion as it was reported; nil when no report that stands says one.
  private func statedDay(
    _ reports: [Reported<TaskReport>], from cycleStart: CalendarDate?
  ) -> CalendarDate? {
    if let day = reports.last?.content.completedOn { return day }
    return reports.reversed().prefix { $0.content.status == .done }.lazy
      .compactMap(\.content.completedOn).first { day in cycleStart.map { $0 <= day } ?? true }
  }

  private func state(
    _ schedule: TaskSchedule, _ doneOn: CalendarDate?, _ first: FirstDelivery?
  ) -> (TaskState, days: Int) {
    if schedule.isWaiting, doneOn == nil { return (.waiting, 0) }
    guard let due = schedule.due else {
      if schedule.isStanding { return (.continuous, 0) }
      return (doneOn == nil ? .unstated : .doneOnTime, 0)
    }
    if schedule.isStanding, first?.isMade ?? false { return (.continuous, 0) }
    if let doneOn, schedule.counts(doneOn) {
      let days = max(0, doneOn.days(since: due))
      return (days > 0 ? .doneLate : .doneOnTime, days)
    }
    let days = max(0, asOf.date.days(since: due))
    return (days > 0 ? .overdue : .notDue, days)
  }

  // MARK: standing work

  private func standing(_ last: Reported<TaskReport>?) -> StandingReport {
    // a report for a longer period rests on those of the periods inside it
    guard let last, period.span.contains(last.period.span) else { return .missing }
    return last.content.status.isUnderWay ? .active : .idle
  }

  /// How the first deadline of a task that goes on was kept; nil before it has passed.
  private func firstDelivery(
    _ reports: [Reported<TaskReport>], _ schedule: TaskSchedule
  ) -> FirstDelivery? {
    guard let due = schedule.firstDue, due < asOf.date else { return nil }
    func delivery(_ day: CalendarDate?, isMade: Bool) -> FirstDelivery {
      FirstDelivery(
        dueOn: due, isMade: isMade, deliveredOn: day,
        daysLate: max(0, (isMade ? day : asOf.date)?.days(since: due) ?? 0))
    }
    guard let begun = reports.firstIndex(where: { $0.content.status.isUnderWay }) else {
      return delivery(nil, isMade: false)
    }
    // work that was already under way in the first report ever may have begun at any time before; of what
    // is due every year the deadline's own year tells
    let asked = schedule.isStanding ? due : .last(ofMonth: 12, year: due.year)
    if begun == 0, reports[0].content.completedOn == nil, reports[0].saidOn > asked {
      return delivery(nil, isMade: true)
    }
    guard let place = schedule.isStanding ? standingPlace(reports, due) : donePlace(reports) else {
      return delivery(nil, isMade: false)
    }
    let made = reports[place]
    // a day that was left out at first, and given later, is of this delivery
    let given = reports[place...].prefix { $0.content.status.isUnderWay }.lazy
      .compactMap(\.content.completedOn).first { $0 <= made.saidOn }
    return delivery(made.content.completedOn ?? given ?? made.saidOn, isMade: true)
  }

  /// The first report of the work that stood at a deadline, else the first one behind it that work stands.
  private func standingPlace(_ reports: [Reported<TaskReport>], _ due: CalendarDate) -> Int? {
    let before = reports.prefix { $0.saidOn <= due }
    let run = before.reversed().prefix { $0.content.status.isUnderWay }.count
    return run > 0
      ? before.endIndex - run
      : reports[before.endIndex...].firstIndex { $0.content.status.isUnderWay }
  }

  private func donePlace(_ reports: [Reported<TaskReport>]) -> Int? {
    reports.firstIndex { $0.content.status == .done }
  }

  // MARK: events

  /// When an event happened: the earliest of what `events.csv` says, and of the report that the task
  /// which causes it is done; nil while neither has happened by the moment of counting.
  func occurrence(of code: String) -> Occurrence? {
    let recorded = office.occurrences.filter { $0.event == code }
    let caused = plan.event(code)?.causedBy.flatMap(plan.task).flatMap { completion(of: $0, code) }
    return (recorded + [caused].compactMap(\.self)).filter { $0.isKnown(on: asOf.date) }
      .min { $0.occurredOn < $1.occurredOn }
  }

  /// The day a task that causes an event was done by all who lead it.
  private func completion(of task: PlanTask, _ event: String) -> Occurrence? {
    guard case .units = task.lead else {
      return completionDay(ofEach: task).map {
        Occurrence(event: event, occurredOn: $0, document: "")
      }
    }
    return tracked(task, from: nil).lazy.compactMap { row in
      doneOn(row.reports, from: nil).map {
        Occurrence(
          event: event, occurredOn: $0,
          document: row.reports.last?.content.documentNumber ?? "")
      }
    }.first
  }
}

extension TaskStatus {
  /// Whether something is being done, or has been.
  fileprivate var isUnderWay: Bool { self == .done || self == .inProgress }
}

extension Reported where Content == TaskReport {
  /// The day a report speaks for: the day it came, or the end of its period when it came later.
  fileprivate var saidOn: CalendarDate { min(receivedAt.date, period.span.last) }
}
