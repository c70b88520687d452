import Assessment
import Documents
import LedgerStore
import PlanModel

/// What an edition of a plan and period would be made from now, beside those that were issued before it.
struct EditionCandidate {
  let content: EditionContent
  /// The office's files it is made from.
  let sources: [SourceFile]
  /// The digest of all it is made from.
  let inputsDigest: String
  /// Those issued before, by their numbers.
  let editions: [Edition]
  /// The last one of the same moment of counting, where that was made from the same.
  let same: Edition?

  private let run: OrganisationRun
  private let ledger: Ledger

  init(_ plan: Plan, _ period: Period, _ run: OrganisationRun, _ ledger: Ledger) throws {
    self.run = run
    self.ledger = ledger
    content = try EditionContent(
      office: run.office, plan: plan, period: period, asOf: run.asOf,
      horizon: try ledger.lastReceiptNumber(), ledger: ledger)
    sources = EditionContent.sources(run.sources)
    let inputsDigest = content.inputsDigest(sources)
    self.inputsDigest = inputsDigest
    editions = try ledger.editions(plan: plan.code, period: period)
    // what was made of other files in between was issued too: going back is news
    let latest = editions.last { $0.asOf == run.asOf }
    same = latest.flatMap { $0.inputsDigest == inputsDigest ? $0 : nil }
  }

  /// When somebody asks for an earlier moment than that of another edition: the one issued for it, as long as
  /// no submission has come that it should have known. What the office has changed since is none of its
  /// business.
  func issuedThen() throws -> Edition? {
    guard same == nil, run.request.asOf != nil,
      let edition = editions.last(where: { $0.asOf == run.asOf }),
      editions.contains(where: { $0.number > edition.number && $0.asOf > run.asOf })
    else { return nil }
    let issued = try EditionContent(edition, run, ledger)
    let now = content.receipts.withoutReturnsRepeated(after: edition.horizon)
    return issued.receipts == now ? edition : nil
  }

  /// The edition that stands, found without a look at the figures: the one made from the same, and when nobody
  /// named a moment the last one, if nothing came in and the clock has changed no state since.
  func untouched() throws -> Edition? {
    if let same { return same }
    guard let last = lastByTheClock else { return nil }
    let then = try MadeData.states(in: content.timed(asOf: last.asOf, ledger))
    let now = try MadeData.states(in: content.timed(asOf: run.asOf, ledger))
    return then == now ? last : nil
  }

  /// The edition that stands although a new one was made: when nobody named a moment the last one does as long
  /// as only the days have gone on, and letters ask for nothing else than `asked`.
  func unmoved(_ made: MadeData, asked: [SubmissionBook.Key]) throws -> Edition? {
    guard let last = lastByTheClock, try made.says(last.outcomeDigest),
      Reminders.forms(in: try content.timed(asOf: last.asOf, ledger)) == asked
    else { return nil }
    return last
  }

  /// The last edition, when nobody named a moment and it was made from the same.
  private var lastByTheClock: Edition? {
    guard run.isClock, let last = editions.last, last.inputsDigest == inputsDigest else {
      return nil
    }
    return last
  }

  /// Issues what was made as the next edition.
  func issue(_ made: MadeData) throws -> Edition {
    try ledger.issue(
      EditionDraft(
        plan: content.plan.code, period: content.period, asOf: run.asOf, horizon: content.horizon,
        inputsDigest: inputsDigest, outcomeDigest: made.outcomeDigest, sources: sources,
        documents: IssuedDocuments.data(made)))
  }
}

extension [Receipt] {
  /// What stays the same when a file is returned once more.
  private struct Sent: Hashable {
    let unit: String
    let period: Period
    let file: String
    let sha256: String
    let receivedAt: CivilTime
    let documentNumber: String

    init(_ receipt: Receipt) {
      (unit, period, file) = (receipt.unit, receipt.period, receipt.file)
      (sha256, receivedAt) = (receipt.sha256, receipt.receivedAt)
      documentNumber = receipt.documentNumber
    }
  }

  /// Those without what was returned again since, for other errors after the office had changed its files:
  /// nobody has sent anything.
  fileprivate func withoutReturnsRepeated(after horizon: Int64) -> [Receipt] {
    guard contains(where: { $0.number > horizon && $0.state == .returned }) else { return self }
    let known = Set(lazy.filter { $0.number <= horizon }.map(Sent.init))
    return filter {
      $0.number <= horizon || $0.state == .accepted || !known.contains(Sent($0))
    }
  }
}
