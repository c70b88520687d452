import Documents
import LedgerStore
import PlanModel

/// The editions that a document stage is asked to write, period by period.
struct DocumentRun {
  let run: OrganisationRun
  let ledger: Ledger

  /// Hands over the reports of each period asked for, one for each plan that has an edition.
  func forEachPeriod(_ body: (Period, [Report]) throws -> Void) throws {
    try forEachPeriod { (period: Period, editions: [Edition]) in
      try body(period, try editions.map(report))
    }
  }

  /// Hands over the editions of each period asked for, one for each plan that has one.
  func forEachPeriod(_ body: (Period, [Edition]) throws -> Void) throws {
    for period in try run.periods(ledger) {
      let editions = try run.plans().compactMap { try edition($0, period) }
      if editions.isEmpty {
        throw StageError(
          "there is no edition for \(period) yet: run tonghop-aggregate --period \(period) first")
      }
      try body(period, editions)
    }
  }

  /// The last edition of a plan counted at the moment asked for; the last of all when nobody named one.
  private func edition(_ plan: Plan, _ period: Period) throws -> Edition? {
    let editions = try ledger.editions(plan: plan.code, period: period)
    return run.isClock ? editions.last : editions.last { $0.asOf == run.asOf }
  }

  /// What an edition says.
  func report(_ edition: Edition) throws -> Report {
    try EditionContent(edition, organisation: run.code, ledger: ledger)
      .report(edition: edition.number, ledger: ledger)
  }
}
