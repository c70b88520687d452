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

  /// Fills the new ledger; returns a sentence for everything that came out otherwise.
  func run() throws -> [String] {
    var differences: [String] = []
    let batches = ReadBatches(organisation: organisation, ledger: old)
    try batches.forEach(in: try old.receipts()) { batch in
      differences += try take(
        batch.receipts, batch.period, try office(of: batch), batch.edition?.asOf)
    }
    for edition in try old.editions() { try issue(edition) }
    return differences + (try EditionCheck(organisation: organisation, ledger: new).all().others)
  }

  private func office(of batch: ReadBatches.Batch) throws -> Office {
    if let office = batch.office { return office }
    if let edition = batch.edition { throw StageError(unreadable: edition) }
    guard let inputs else {
      throw StageError(
        "receipt \(batch.receipts[batch.receipts.startIndex].number) was never part of an edition: to "
          + "read it again, the inputs of \(organisation) are needed; name them with --inputs")
    }
    return inputs
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
      var isSame = false
      try old.rows(of: [receipt.number]) { _, figures, taskReports in
        isSame =
          Set(figures) == Set(new.figures) && Set(taskReports) == Set(new.taskReports)
      }
      if !isSame { return "its rows read otherwise" }
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
        sources: try old.sources(of: edition), documents: try old.documents(of: edition)))
    guard issued == edition else {
      throw StageError(
        "edition \(edition.number) of \(edition.plan) for \(edition.period) would become number "
          + "\(issued.number): an edition before it is missing")
    }
  }
}
