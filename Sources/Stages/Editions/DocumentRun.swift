import Assessment
import Documents
import LedgerStore
import PlanModel

/// The editions that a document stage is asked to write, period by period.
struct DocumentRun {
  let run: OrganisationRun
  let ledger: Ledger
  /// What is made is held against what was issued.
  let issued: IssuedDocuments

  init(run: OrganisationRun, ledger: Ledger) {
    (self.run, self.ledger) = (run, ledger)
    issued = IssuedDocuments(run, ledger)
  }

  /// Hands over the reports of each period asked for, one for each plan that has an edition.
  func forEachPeriod(_ body: (Period, [Report]) throws -> Void) throws {
    try forEachPeriod { (period: Period, editions: [Edition]) in
      try body(period, try editions.map { try report($0) })
    }
  }

  /// Hands over the editions of each period asked for, one for each plan that has one.
  func forEachPeriod(_ body: (Period, [Edition]) throws -> Void) throws {
    for period in try run.periods(ledger) {
      let editions = try run.planCodes(period, ledger).compactMap { try edition($0, period) }
      // what came for a period that no plan covers was returned, and nothing is issued for it
      if editions.isEmpty, run.request.period == "all", try !run.covers(period) { continue }
      if editions.isEmpty { throw StageError(try absence(of: period)) }
      try body(period, editions)
    }
  }

  /// What is said where a period has no edition, or none of the moment asked for.
  private func absence(of period: Period) throws -> String {
    let issued = try ledger.editions().filter {
      $0.period == period && run.request.isAbout(plan: $0.plan)
    }
    guard !issued.isEmpty else {
      return "there is no edition for \(period) yet: run \(aggregate(period)) first"
    }
    return "no edition for \(period) was counted as of \(run.asOf); issued were "
      + issued.map { "\($0.plan) \($0.number) (as of \($0.asOf))" }.joined(separator: ", ")
      + ": choose one by --edition or its --as-of, or run "
      + aggregate(period, "--as-of \(run.asOf)") + " first"
  }

  /// The command that issues editions of a period: those of other organisations are not to be issued by it.
  private func aggregate(_ period: Period, _ options: String...) -> String {
    let options = (["--period \(period)"] + options).joined(separator: " ")
    return run.request.command("tonghop-aggregate", of: run.code, options)
  }

  /// The editions of the plans that are not asked for, where only one is: the last that each plan had at the
  /// moment of counting, for a unit's one slip holds the questions of every plan. An edition that is asked
  /// for by its number speaks for itself.
  func others(in period: Period, than asked: [Edition]) throws -> [Edition] {
    guard run.request.plan != nil, run.request.edition == nil else { return [] }
    let plans = run.office.plans.map(\.code).filter { code in !asked.contains { $0.plan == code } }
    return try plans.compactMap { plan in
      try edition(plan, period)
        ?? ledger.editions(plan: plan, period: period).last { $0.asOf <= run.asOf }
    }
  }

  /// The edition of the number asked for; else the last one counted at the moment asked for, the last
  /// of all when nobody named one.
  private func edition(_ plan: String, _ period: Period) throws -> Edition? {
    if let number = run.request.edition {
      return try ledger.edition(plan: plan, period: period, number: number)
    }
    let editions = try ledger.editions(plan: plan, period: period)
    return run.isClock ? editions.last : editions.last { $0.asOf == run.asOf }
  }

  /// What an edition says, and what it changes in those issued before.
  func report(_ edition: Edition, notes: EditionContent.Notes = .all) throws -> Report {
    let known = run.shelf?[edition]
    if let known, known.isWhole { return known.report }
    var report =
      try known?.report
      ?? EditionContent(edition, run, ledger).report(
        edition: edition.number, ledger: ledger, structure: run.structure,
        notes: run.shelf == nil ? notes : ReportShelf.notes)
    // letters ask for what is due for the period itself, which a plan reported on by other periods is not
    if report.assessment.input.isCollected {
      report.reminders = try RemindersIssued(run: run, ledger: ledger).before(edition)
    }
    report.correction = try EditionHistory(run: run, ledger: ledger).correction(edition, report)
    run.shelf?.keep(report, of: edition, isWhole: true)
    return report
  }
}
