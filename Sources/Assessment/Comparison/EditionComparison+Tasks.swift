import PlanModel

/// How tasks are held against each other, and which submissions moved them.
extension EditionComparison {
  static func tasks(_ old: PlanAssessment, _ new: PlanAssessment) -> [TaskChange] {
    let before = old.tasks.keyed(by: \.key)
    let after = Set(new.tasks.map(\.key))
    let movers = TaskMovers(
      old: old.input.submissions, new: new.input.submissions, plan: new.input.plan,
      rows: new.tasks.map { (before[$0.key], $0) })
    let changed = new.tasks.compactMap { now -> TaskChange? in
      let was = before[now.key]
      guard
        was?.state != now.state || was?.completedOn != now.completedOn
          || was?.dueOn != now.dueOn
          || documentNumber(was) != documentNumber(now)
          || was.map(now.hasOtherFirst) ?? false
      else { return nil }
      let mover = movers.mover(of: was, now)
      return TaskChange(
        old: was, new: now, mover: mover,
        officeFile: mover == nil ? officeFile(old.input, new.input, was, now) : nil)
    }
    return changed
      + old.tasks.filter { !after.contains($0.key) }
      .map {
        TaskChange(
          old: $0, new: nil, mover: nil, officeFile: officeFile(old.input, new.input, $0, nil))
      }
  }

  /// The document that a report names; one that names none says as much as no report.
  private static func documentNumber(_ task: TaskAssessment?) -> String {
    task?.report?.content.documentNumber ?? ""
  }

  /// The office's file by which a task stands elsewhere; nil when it need be none of them.
  private static func officeFile(
    _ old: AssessmentInput, _ new: AssessmentInput, _ was: TaskAssessment?, _ now: TaskAssessment?
  ) -> OfficeFile? {
    guard let code = (now ?? was)?.task.code else { return nil }
    let (before, after) = (old.plan.task(code), new.plan.task(code))
    if before?.lead != after?.lead || before?.deadline != after?.deadline { return .plan }
    if case .after(let event, _)? = after?.deadline.rule, was?.occurrence != now?.occurrence {
      func recorded(_ input: AssessmentInput) -> [Occurrence] {
        input.office.occurrences.filter { $0.event == event }
      }
      if old.plan.event(event) != new.plan.event(event) { return .plan }
      if recorded(old) != recorded(new) { return .events }
      // whoever is charged with the task that brings it about
      if recorded(new).isEmpty, let cause = new.plan.event(event)?.causedBy {
        if old.plan.task(cause)?.lead != new.plan.task(cause)?.lead { return .plan }
        if old.office.registry != new.office.registry { return .units }
      }
    }
    guard old.office.registry != new.office.registry else { return nil }
    guard let was, let now else { return .units }
    // a reorganisation decides whose reports speak for a unit
    return now.isReported(otherwiseThan: was) && !now.hasReports(like: was) ? .units : nil
  }
}

/// The submissions that came between two assessments, and what they changed of the reports on tasks.
private struct TaskMovers {
  private let old: SubmissionBook
  private let new: SubmissionBook
  private let plan: Plan
  /// By the tasks that cause an event, what moved them last.
  private var causes: [String: EditionComparison.TaskMover] = [:]

  init(
    old: SubmissionBook, new: SubmissionBook, plan: Plan,
    rows: [(was: TaskAssessment?, now: TaskAssessment)]
  ) {
    (self.old, self.new, self.plan) = (old, new, plan)
    let causing = Set(plan.events.compactMap(\.causedBy))
    for (was, now) in rows where causing.contains(now.task.code) {
      guard let mover = reported(was, now) else { continue }
      let known = causes[now.task.code]
      if known.map({ $0.receipt.number < mover.receipt.number }) ?? true {
        causes[now.task.code] = mover
      }
    }
  }

  /// What moved a task: the report that let happen what it waited for, or one on the task itself.
  func mover(of was: TaskAssessment?, _ now: TaskAssessment) -> EditionComparison.TaskMover? {
    caused(was, now) ?? reported(was, now)
  }

  private func caused(
    _ was: TaskAssessment?, _ now: TaskAssessment
  ) -> EditionComparison.TaskMover? {
    guard case .after(let event, _) = now.task.deadline.rule,
      was?.occurrence?.occurredOn != now.occurrence?.occurredOn
    else { return nil }
    return plan.event(event)?.causedBy.flatMap { causes[$0] }
  }

  /// The newest report that came, or that the submission in force has no row for any more.
  private func reported(
    _ was: TaskAssessment?, _ now: TaskAssessment
  ) -> EditionComparison.TaskMover? {
    guard was.map(now.isReported(otherwiseThan:)) ?? true else { return nil }
    let (before, after) = (was?.reports ?? [], now.reports)
    let came = after.last { report in
      !isInForce(report, in: old) && !before.contains { $0.isSame(as: report) }
    }
    let gone = before.last { report in
      !isInForce(report, in: new) && !after.contains { $0.isSame(as: report) }
    }
    if let gone, came.map({ $0.period < gone.period }) ?? true, let key = key(of: gone, in: old),
      let receipt = new.inForce(key)
    {
      return EditionComparison.TaskMover(task: now.task.code, receipt: receipt, row: .gone)
    }
    if let came {
      return new.receipt(came.source.receipt).map {
        EditionComparison.TaskMover(
          task: now.task.code, receipt: $0, row: .number(came.source.row))
      }
    }
    return earlierRevision(before, after).map {
      EditionComparison.TaskMover(task: now.task.code, receipt: $0, row: .replaced)
    }
  }

  /// A revision that came behind the one in force and was received before it: it says since when a state was
  /// reported.
  private func earlierRevision(
    _ before: [Reported<TaskReport>], _ after: [Reported<TaskReport>]
  ) -> Receipt? {
    let moved = after.last { report in
      before.contains { $0.source == report.source && $0.receivedAt != report.receivedAt }
    }
    return moved.flatMap { key(of: $0, in: new) }.flatMap { key in
      new.revisions(of: key).last { $0.state == .accepted && old.receipt($0.number) == nil }
    }
  }

  private func isInForce(_ report: Reported<TaskReport>, in book: SubmissionBook) -> Bool {
    key(of: report, in: book).flatMap(book.inForce)?.number == report.source.receipt
  }

  private func key(
    of report: Reported<TaskReport>, in book: SubmissionBook
  ) -> SubmissionBook.Key? {
    book.receipt(report.source.receipt).map(SubmissionBook.Key.init(of:))
  }
}

extension TaskAssessment {
  /// Whether what units say makes a difference to where a task stands: of one that is not done days alone
  /// decide, whatever else a new report says of it.
  fileprivate func isReported(otherwiseThan was: TaskAssessment) -> Bool {
    guard state != was.state else { return true }
    return was.doneOn != doneOn || was.completedOn != completedOn || hasOtherFirst(than: was)
      // work that is to go on stands as soon as it is under way
      || task.deadline.then != nil && was.report?.content.status != report?.content.status
  }

  /// Whether the reports that speak for the unit say the same.
  fileprivate func hasReports(like other: TaskAssessment) -> Bool {
    reports.count == other.reports.count
      && zip(reports, other.reports).allSatisfy { $0.isSame(as: $1) }
  }

  /// Whether a first delivery that was told of is told of otherwise.
  fileprivate func hasOtherFirst(than other: TaskAssessment) -> Bool {
    guard let firstDelivery, let before = other.firstDelivery else { return false }
    return before.isMade != firstDelivery.isMade || before.deliveredOn != firstDelivery.deliveredOn
  }
}

extension Reported where Content == TaskReport {
  /// Whether two reports say the same of the same period, and since the same moment.
  fileprivate func isSame(as other: Self) -> Bool {
    period == other.period && content == other.content && receivedAt == other.receivedAt
  }
}
