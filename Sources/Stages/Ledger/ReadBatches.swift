import LedgerStore
import PlanModel

/// The receipts of a ledger, in batches whose originals are read by the same files of the office.
struct ReadBatches {
  let organisation: String
  let ledger: Ledger

  /// Receipts of one period, in order of their numbers.
  struct Batch {
    let receipts: ArraySlice<Receipt>
    let period: Period
    /// The edition that could use them first, whose files of the office are nearest to those of then; nil
    /// when none ever did.
    let edition: Edition?
    /// The office by those files; nil without an edition, or where they cannot be read any more.
    let office: Office?
  }

  /// Submissions of one batch: enough to share an office, few enough to hold in memory.
  private static let size = 500

  /// Hands over receipts that are in order of their numbers, batch by batch.
  func forEach(in receipts: [Receipt], _ body: (Batch) throws -> Void) throws {
    var editions = try ledger.editions().sorted {
      ($0.horizon, $0.asOf, $0.plan) < ($1.horizon, $1.asOf, $1.plan)
    }[...]
    var last: (edition: Edition, office: Office?)?
    var rest = receipts[...]
    while let first = rest.first {
      editions = editions.drop { $0.horizon < first.number }
      let horizon = editions.first?.horizon ?? .max
      let batch = rest.prefix(Self.size).prefix {
        $0.period == first.period && $0.number <= horizon
      }
      rest = rest.dropFirst(batch.count)
      if let edition = editions.first, last?.edition != edition {
        last = (
          edition,
          try EditionContent.office(of: edition, organisation: organisation, ledger: ledger)
        )
      }
      try body(
        Batch(
          receipts: batch, period: first.period, edition: editions.first,
          office: editions.isEmpty ? nil : last?.office))
    }
  }
}
