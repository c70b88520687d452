import Intake
import LedgerStore
import PlanFiles
import PlanModel

/// What the ledger, and this run so far, know of a period's submissions.
struct KnownSubmissions {
  struct Entry {
    let unit: String
    let form: Form
    let file: String
    let stem: String
    let version: Int
    let revision: Int
    let state: SubmissionState
    let sha256: String
    let rows: Int
    let receivedAt: CivilTime
    let documentNumber: String
    /// Its number in the ledger; nil when this run has taken it.
    let number: Int64?
  }

  private struct FileKey: Hashable {
    let unit: String
    let file: String
  }
  private struct FormKey: Hashable {
    let unit: String
    let form: Form
  }

  private var entries: [Entry] = []
  /// The places of entries: of a file that of the last, of a form all of them, oldest first.
  private var byFile: [FileKey: Int] = [:]
  private var byForm: [FormKey: [Int]] = [:]

  init(_ receipts: [Receipt]) {
    entries.reserveCapacity(receipts.count)
    byFile.reserveCapacity(receipts.count)
    byForm.reserveCapacity(receipts.count)
    for receipt in receipts {
      add(
        Entry(
          unit: receipt.unit, form: receipt.form, file: receipt.file,
          stem: FoundFile.stem(of: receipt.file), version: receipt.version,
          revision: receipt.revision, state: receipt.state, sha256: receipt.sha256,
          rows: receipt.rows, receivedAt: receipt.receivedAt,
          documentNumber: receipt.documentNumber, number: receipt.number))
    }
  }

  private mutating func add(_ entry: Entry) {
    byFile[FileKey(unit: entry.unit, file: entry.file)] = entries.count
    byForm[FormKey(unit: entry.unit, form: entry.form), default: []].append(entries.count)
    entries.append(entry)
  }

  mutating func add(_ submission: FoundFile.Submission, _ new: NewSubmission) {
    let revision = revision(submission, new.form) + 1
    add(
      Entry(
        unit: new.unit, form: new.form, file: new.file, stem: submission.stem,
        version: new.version, revision: revision, state: new.state, sha256: new.sha256,
        rows: new.rows, receivedAt: new.receivedAt, documentNumber: new.documentNumber,
        number: nil))
  }

  /// Whether a file of a unit was ever received, as a row of a register names it.
  func holds(_ key: Register.Key) -> Bool {
    byFile[FileKey(unit: key.unit, file: key.file)] != nil
  }

  /// The last revision of a unit's form; 0 when there is none.
  func revision(_ submission: FoundFile.Submission, _ form: Form) -> Int {
    entries(submission, form).last?.revision ?? 0
  }

  /// The entry of which a file is the same again: its own last one, or one of which it is a copy.
  ///
  /// A copy of what has been replaced since is taken only under a higher version than all: a file that
  /// somebody forgot would undo a correction.
  func unchanged(_ submission: FoundFile.Submission, _ sha256: String) -> Entry? {
    if let own = own(submission) { return own.sha256 == sha256 ? own : nil }
    for form in Form.allCases {
      let all = entries(submission, form)
      guard let same = all.last(where: { $0.sha256 == sha256 }) else { continue }
      if !isReplaced(same) || all.contains(where: { $0.version >= submission.version }) {
        return same
      }
    }
    return nil
  }

  /// The entry of which a file is the same again, where it needs no second look.
  func settled(
    _ submission: FoundFile.Submission, _ sha256: String, _ register: Register
  ) -> Entry? {
    guard let same = unchanged(submission, sha256), !isOpen(same, submission, register),
      !mayBringBack(submission)
    else { return nil }
    return same
  }

  /// Whether a file that is the same as an entry may yet be a submission: under a name of its own and a
  /// version higher than all, it brings back what a file before it in this run replaces.
  private func mayBringBack(_ submission: FoundFile.Submission) -> Bool {
    own(submission) == nil
      && Form.allCases.allSatisfy { form in
        entries(submission, form).allSatisfy { $0.version < submission.version }
      }
  }

  /// What the register says of a file with some bytes; nil when it says nothing, or speaks of other bytes
  /// that had the name before: whoever overwrites a file and leaves its row has not said when it came.
  func entry(
    of submission: FoundFile.Submission, _ sha256: String, in register: Register
  ) -> Register.Entry? {
    guard let entry = register[submission.unit.code, submission.file] else { return nil }
    let isSpent = Form.allCases.contains { form in
      entries(submission, form).contains {
        $0.file == submission.file && $0.sha256 != sha256 && $0.receivedAt == entry.receivedAt
      }
    }
    return isSpent ? nil : entry
  }

  /// Whether a row of the register speaks of the bytes that a file had when it was taken last.
  func isKnown(_ entry: Register.Entry, of submission: FoundFile.Submission) -> Bool {
    own(submission)?.receivedAt == entry.receivedAt
  }

  /// Whether a file of known bytes is looked at once more: what was returned may be right by the office's
  /// files as they are now, and a row of the register may have come later than the file. Not so of what has
  /// been replaced since.
  func isOpen(
    _ entry: Entry, _ submission: FoundFile.Submission, _ register: Register
  ) -> Bool {
    guard entry.state == .returned || isCorrected(entry, submission, register) else {
      return false
    }
    return !isReplaced(entry)
  }

  /// Whether the register has another time or number for a file than the ledger.
  func isCorrected(
    _ entry: Entry, _ submission: FoundFile.Submission, _ register: Register
  ) -> Bool {
    guard entry.file == submission.file,
      let said = self.entry(of: submission, entry.sha256, in: register)
    else { return false }
    return said.receivedAt != entry.receivedAt || said.documentNumber != entry.documentNumber
  }

  private func own(_ submission: FoundFile.Submission) -> Entry? {
    byFile[FileKey(unit: submission.unit.code, file: submission.file)].map { entries[$0] }
  }

  /// Whether a later one counts instead; one that was returned has replaced nothing.
  private func isReplaced(_ entry: Entry) -> Bool {
    entries(of: entry.unit, entry.form).contains {
      $0.state == .accepted
        && ($0.version, $0.revision) > (entry.version, entry.revision)
    }
  }

  /// Whether an entry was in force when it came: it was accepted, and none of a higher version stood. What
  /// only waited beside another, and then comes under the name it was asked to have, brings nothing back.
  private func hasCounted(_ entry: Entry) -> Bool {
    guard entry.state == .accepted else { return false }
    return !entries(of: entry.unit, entry.form).contains {
      $0.state == .accepted && $0.revision < entry.revision && $0.version > entry.version
    }
  }

  /// What is to be said of a file that is the same as an entry.
  func findings(_ submission: FoundFile.Submission, sameAs entry: Entry) -> [Finding] {
    own(submission) == nil && isReplaced(entry)
      ? [FindingCode.superseded(revision: entry.revision)] : []
  }

  /// The form of a file whose header could not be read: that of its earlier revisions, or of its name,
  /// else the one that the unit owes and has not sent.
  func presumedForm(_ submission: FoundFile.Submission, _ office: Office) -> Form {
    let unit = submission.unit.code
    for form in Form.allCases
    where entries(of: unit, form).contains(where: { $0.stem == submission.stem }) {
      return form
    }
    // years, months and days stand in names as well: only "bieu" makes a form of a number
    let name = submission.stem.lowercased().filter { !"-_ .".contains($0) }
    let isNamed = { (words: [String]) in words.contains { name.contains($0) } }
    if isNamed(["bieu02", "bieu2", "nhiemvu", "task"]) { return .task }
    if isNamed(["bieu01", "bieu1", "chitieu", "indicator"]) { return .indicator }
    let owed = office.formsOwed(by: submission.unit, in: submission.period)
    return owed.first { byForm[FormKey(unit: unit, form: $0)] == nil } ?? owed.first ?? .indicator
  }

  /// What is to be said of a new file beside those already known; one that is returned takes no place.
  func findings(
    _ submission: FoundFile.Submission, _ form: Form, _ sha256: String, isReturned: Bool
  ) -> [Finding] {
    if isReturned { return [] }
    let all = entries(submission, form)
    var findings: [Finding] = []
    if own(submission) == nil,
      let same = all.last(where: { $0.sha256 == sha256 && hasCounted($0) && isReplaced($0) })
    {
      findings.append(FindingCode.restored(revision: same.revision))
    }
    if let own = own(submission), own.sha256 == sha256 {
      findings.append(FindingCode.takenAgain(revision: own.revision))
    }
    let accepted = all.filter { $0.state == .accepted }
    guard let standing = accepted.max(by: { ($0.version, $0.revision) < ($1.version, $1.revision) })
    else { return findings }
    if standing.version > submission.version {
      findings.append(
        standing.stem == submission.stem
          ? FindingCode.overridden(by: standing.file)
          : FindingCode.notInForce(besides: standing.file))
    } else if standing.stem != submission.stem {
      findings.append(FindingCode.replaced(standing.file))
    }
    return findings
  }

  private func entries(_ submission: FoundFile.Submission, _ form: Form) -> [Entry] {
    entries(of: submission.unit.code, form)
  }

  private func entries(of unit: String, _ form: Form) -> [Entry] {
    byForm[FormKey(unit: unit, form: form)]?.map { entries[$0] } ?? []
  }
}
