import Documents
import LedgerStore
import PlanModel

/// The editions that a document stage is asked to write, period by period.
struct DocumentRun {
  let run: OrganisationRun
  let ledger: Ledger

  /// Hands over the reports of each period asked for, one for each plan that has an edition.
  func forEachPeriod(_ body: (Period, [Report]) throws -> Void) throws {
    for period in try run.periods(ledger) {
      let reports = try run.plans().compactMap { try report($0, period) }
      if reports.isEmpty {
        throw StageError(
          "there is no edition for \(period) yet: run tonghop-aggregate --period \(period) first")
      }
      try body(period, reports)
    }
  }

  /// The last edition of a plan counted at the moment asked for; the last of all when nobody named one.
  private func report(_ plan: Plan, _ period: Period) throws -> Report? {
    let editions = try ledger.editions(plan: plan.code, period: period)
    let wanted = run.isClock ? editions.last : editions.last { $0.asOf == run.asOf }
    guard let edition = wanted else { return nil }
    return try EditionContent(edition, organisation: run.code, ledger: ledger)
      .report(edition: edition.number, ledger: ledger)
  }
}
