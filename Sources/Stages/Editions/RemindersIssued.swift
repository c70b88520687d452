import Assessment
import Documents
import LedgerStore
import PlanModel

/// The ledger of reminders: who was reminded when, from the editions that brought the letters out.
///
/// Nothing is recorded beside the editions, so that a letter made again is the same letter: what one says of
/// earlier reminders follows from the editions of earlier days that knew no more than its own.
struct RemindersIssued {
  let run: OrganisationRun
  let ledger: Ledger

  /// The reminders of the period of an edition that were issued on days before its own.
  func before(_ edition: Edition) throws -> ReminderHistory {
    let earlier = try ledger.editions().filter {
      $0.period == edition.period && $0.asOf.date < edition.asOf.date
        && $0.horizon <= edition.horizon
    }
    // of one day the last counts: its letter replaced those before it
    let days = Dictionary(grouping: earlier, by: \.asOf.date)
    var history = ReminderHistory()
    for (day, editions) in days.sorted(by: { $0.key < $1.key }) {
      guard let last = try reminding(editions) else { continue }
      let submissions = PlanAssessment.submissions(
        office: last.office, book: SubmissionBook(receipts: last.receipts, asOf: last.asOf),
        period: last.period, asOf: last.asOf)
      history.add(Reminders.units(submissions, at: last.asOf, last.office), on: day)
    }
    return history
  }

  /// The last of some editions that brought letters out: one on a plan on which units report in other
  /// periods reminds nobody, and takes back no letter of one beside it.
  private func reminding(_ editions: [Edition]) throws -> EditionContent? {
    for edition in editions.sorted(by: { ($0.asOf, $0.horizon) > ($1.asOf, $1.horizon) }) {
      let content = try EditionContent(edition, run, ledger)
      if content.plan.isCollected(in: content.period) { return content }
    }
    return nil
  }
}
