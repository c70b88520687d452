import Intake
import LedgerStore
import PlanModel

/// Makes a ledger anew out of the originals and editions that another one keeps.
///
/// Every original is read again as it was at its receipt, by the files of the office of then; the rows that
/// follow from it are compared with those recorded, and so is every edition.
struct LedgerRebuilding {
  let organisation: String
  let old: Ledger
  let new: Ledger
  /// The office as its files say now, for receipts that no edition knew.
  let inputs: Office?

  /// Submissions of one transaction; they share a period and an office.
  private static let batchSize = 500

  /// Fills the new ledger; returns a sentence for everything that came out otherwise.
  func run() throws -> [String] {
    let editions = try old.editions()
    let receipts = try old.receipts()
    var offices: [Edition: Office] = [:]
    var differences: [String] = []
    var rest = receipts[...]
    while let first = rest.first {
      let edition = Self.firstToKnow(first, editions)
      let batch = rest.prefix {
        $0.period == first.period && Self.firstToKnow($0, editions) == edition
      }.prefix(Self.batchSize)
      rest = rest.dropFirst(batch.count)
      let office = try edition.map { try offices[$0] ?? load($0) } ?? inputs
      guard let office else {
        throw StageError(
          "receipt \(first.number) was never part of an edition: to read it again, the inputs of "
            + "\(organisation) are needed; name them with --inputs")
      }
      if let edition { offices[edition] = office }
      differences += try take(batch, first.period, office, edition?.asOf)
    }
    for edition in editions { try issue(edition) }
    return differences + (try EditionCheck(organisation: organisation, ledger: new).all().others)
  }

  /// The edition that could use a receipt first: its files of the office are nearest to those of then.
  private static func firstToKnow(_ receipt: Receipt, _ editions: [Edition]) -> Edition? {
    editions.filter { $0.horizon >= receipt.number }
      .min { ($0.horizon, $0.asOf, $0.plan) < ($1.horizon, $1.asOf, $1.plan) }
  }

  private func load(_ edition: Edition) throws -> Office {
    try EditionContent(edition, organisation: organisation, ledger: old).office
  }

  private func take(
    _ receipts: ArraySlice<Receipt>, _ period: Period, _ office: Office, _ asOf: CivilTime?
  ) throws -> [String] {
    var known = KnownSubmissions(try new.receipts(ReceiptFilter(period: period)))
    let asked = AskedFigures(office, in: period)
    let past = try PastFigures(asked, in: new).figures(of: receipts.map(\.unit), in: new)
    let reader = SubmissionReader(limits: IntakeLimits(office.organisation))
    var differences: [String] = []
    var batch: [NewSubmission] = []
    for receipt in receipts {
      guard
        let unit = office.registry.unit(receipt.unit, on: period.span.last)
          ?? office.registry.unit(receipt.unit)
      else {
        throw StageError("receipt \(receipt.number): there is no unit \(receipt.unit) any more")
      }
      let submission = FoundFile.Submission(
        archived: receipt.file, version: receipt.version, of: unit, in: period)
      guard let bytes = try old.originalBytes(of: receipt.number) else {
        let copy = try copy(receipt)
        known.add(submission, copy)
        batch.append(copy)
        continue
      }
      let original = Original(bytes)
      let context = SubmissionContext(
        asked: asked, unit: unit, asOf: max(asOf ?? receipt.receivedAt, receipt.receivedAt),
        earlier: past[unit.code])
      let new = NewSubmission.judged(
        reader.read(original.bytes, in: context), original, submission, context, known,
        receivedAt: receipt.receivedAt,
        documentNumber: receipt.documentNumber)
      known.add(submission, new.submission)
      batch.append(new.submission)
      if new.submission.sha256 != receipt.sha256 {
        throw StageError(
          "the original of receipt \(receipt.number) (\(period)/\(unit.code)/\(receipt.file)) is damaged: "
            + "restore from a backup")
      }
      if let difference = try difference(new.submission, receipt) {
        differences.append(
          "receipt \(receipt.number) (\(period)/\(unit.code)/\(receipt.file)): \(difference)")
      }
    }
    _ = try new.record(
      batch, utcOffsetMinutes: office.organisation.calendar.utcOffsetMinutes)
    return differences
  }

  /// What was recorded of a submission whose bytes nobody kept: it cannot be read again.
  private func copy(_ receipt: Receipt) throws -> NewSubmission {
    NewSubmission(
      period: receipt.period, unit: receipt.unit, form: receipt.form, file: receipt.file,
      version: receipt.version, receivedAt: receipt.receivedAt,
      documentNumber: receipt.documentNumber,
      original: Original(withheld: receipt.sha256, size: receipt.size), rows: receipt.rows,
      findings: try old.findings(of: receipt.number),
      normalisations: try old.normalisations(of: receipt.number))
  }

  private func difference(_ new: NewSubmission, _ receipt: Receipt) throws -> String? {
    if new.state != receipt.state { return "was \(receipt.state), is now \(new.state)" }
    if new.form != receipt.form { return "was taken for another form" }
    if new.state == .accepted {
      var figures = 0
      var isSame = true
      let now = Set(new.figures)
      for plan in Set(new.figures.map(\.plan)) {
        try old.figures(of: [receipt.number], plan: plan) { _, figure in
          figures += 1
          isSame = isSame && now.contains(figure)
        }
      }
      if !isSame || figures != new.figures.count { return "its figures read otherwise" }
    }
    let before = try old.findings(of: receipt.number).map(Self.essence)
    return before == new.findings.map(Self.essence) ? nil : "other things are found in it"
  }

  /// What was found and where; the words for it may have become better since.
  private static func essence(_ finding: Finding) -> [String?] {
    [
      finding.code, finding.severity.rawValue, finding.place.row?.description,
      finding.place.column?.description, finding.subject,
    ]
  }

  private func issue(_ edition: Edition) throws {
    let issued = try new.issue(
      EditionDraft(
        plan: edition.plan, period: edition.period, asOf: edition.asOf, horizon: edition.horizon,
        inputsDigest: edition.inputsDigest, outcomeDigest: edition.outcomeDigest,
        sources: try old.sources(of: edition)))
    guard issued == edition else {
      throw StageError(
        "edition \(edition.number) of \(edition.plan) for \(edition.period) would become number "
          + "\(issued.number): an edition before it is missing")
    }
  }
}
