import Assessment
import Documents
import LedgerStore
import PlanModel

/// An edition among those issued before it.
struct EditionHistory {
  let run: OrganisationRun
  let ledger: Ledger

  /// What an edition changes in the one before; nil when it is the first, or nothing was corrected.
  func correction(_ edition: Edition, _ report: Report) throws -> Correction? {
    // who looks back at an earlier moment replaces nothing that was issued for a later one
    let earlier = try ledger.editions(plan: edition.plan, period: edition.period)
      .filter { $0.number < edition.number && $0.asOf <= edition.asOf }
    guard let previous = earlier.max(by: { ($0.asOf, $0.number) < ($1.asOf, $1.number) }) else {
      return nil
    }
    let now = report.assessment.input
    let before = try content(of: previous)
      .input(ledger, structure: run.structure, notes: [], known: now)
    let comparison = EditionComparison(from: before, to: now)
    if comparison.isEmpty { return nil }
    return Correction(
      previous: previous.number, previousAsOf: previous.asOf, comparison: comparison,
      changedFiles: try changedFiles(previous, edition), affected: try affected(by: edition, now))
  }

  private func content(of edition: Edition) throws -> EditionContent {
    try EditionContent(edition, run, ledger)
  }

  private func changedFiles(_ old: Edition, _ new: Edition) throws -> [String] {
    let bytes = { (edition: Edition) in
      Dictionary(
        try ledger.sources(of: edition).map { ($0.name, $0.bytes) },
        uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (try bytes(old), try bytes(new))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
  }

  /// Of every other period the last edition issued before something new was received, where what the
  /// edition knows makes another figure of it: year to date, the same period last year, carried figures; or
  /// has its tasks stand elsewhere.
  ///
  /// A lower horizon is proof of an earlier issue, so that the list never changes afterwards.
  private func affected(
    by edition: Edition, _ known: AssessmentInput
  ) throws -> [Correction.Affected] {
    let others = try ledger.editions().filter {
      $0.plan == edition.plan && $0.period != edition.period && $0.horizon < edition.horizon
    }
    let latest = Dictionary(others.map { ($0.period, $0) }, uniquingKeysWith: { _, last in last })
    return try latest.values.sorted { $0.period < $1.period }.compactMap { other in
      let issued = try content(of: other)
      // the office's files of then, the submissions of now: what the corrections alone would change
      let now = try EditionContent(
        office: issued.office, plan: issued.plan, period: other.period,
        // what it was made from by its own moment has not gone
        asOf: max(edition.asOf, other.asOf),
        horizon: edition.horizon, ledger: ledger)
      guard issued.receipts != now.receipts else { return nil }
      let comparison = EditionComparison(
        from: try issued.input(ledger, notes: [], known: known),
        to: try now.input(ledger, notes: [], known: known))
      guard comparison.movesResults else { return nil }
      return Correction.Affected(
        period: other.period, edition: other.number, comparison: comparison)
    }
  }
}
