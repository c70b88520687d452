import Intake
import LedgerStore
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
  }

  private struct FileKey: Hashable {
    let unit: String
    let file: String
  }
  private struct FormKey: Hashable {
    let unit: String
    let form: Form
  }

  private var byFile: [FileKey: Entry] = [:]
  private var byForm: [FormKey: [Entry]] = [:]

  init(_ receipts: [Receipt]) {
    for receipt in receipts {
      add(
        Entry(
          unit: receipt.unit, form: receipt.form, file: receipt.file,
          stem: FoundFile.stem(of: receipt.file), version: receipt.version,
          revision: receipt.revision, state: receipt.state, sha256: receipt.sha256,
          rows: receipt.rows))
    }
  }

  private mutating func add(_ entry: Entry) {
    byFile[FileKey(unit: entry.unit, file: entry.file)] = entry
    byForm[FormKey(unit: entry.unit, form: entry.form), default: []].append(entry)
  }

  mutating func add(_ submission: FoundFile.Submission, _ new: NewSubmission) {
    let revision = revision(submission, new.form) + 1
    add(
      Entry(
        unit: new.unit, form: new.form, file: new.file, stem: submission.stem,
        version: new.version, revision: revision, state: new.state, sha256: new.sha256,
        rows: new.rows))
  }

  /// The last revision of a unit's form; 0 when there is none.
  func revision(_ submission: FoundFile.Submission, _ form: Form) -> Int {
    entries(submission, form).last?.revision ?? 0
  }

  /// The entry of which a file is the same again: its own last one, or a copy under another version.
  func unchanged(_ submission: FoundFile.Submission, _ sha256: String) -> Entry? {
    if let own = byFile[FileKey(unit: submission.unit.code, file: submission.file)] {
      return own.sha256 == sha256 ? own : nil
    }
    return Form.allCases.compactMap { entries(submission, $0).last }.first { $0.sha256 == sha256 }
  }

  /// The form of a file whose header could not be read: that of its earlier revisions, or of its name,
  /// else the one that the unit owes and has not sent.
  func presumedForm(_ submission: FoundFile.Submission, _ office: Office) -> Form {
    let unit = submission.unit.code
    for form in Form.allCases
    where byForm[FormKey(unit: unit, form: form)]?.contains(where: { $0.stem == submission.stem })
      == true
    {
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

  /// What is to be said of a file beside those already known.
  func findings(_ submission: FoundFile.Submission, _ form: Form) -> [Finding] {
    let accepted = entries(submission, form).filter { $0.state == .accepted }
    guard let standing = accepted.max(by: { ($0.version, $0.revision) < ($1.version, $1.revision) })
    else { return [] }
    if standing.version > submission.version {
      return [SubmissionContent.overridden(by: standing.file)]
    }
    return standing.stem == submission.stem ? [] : [SubmissionContent.replaces(standing.file)]
  }

  private func entries(_ submission: FoundFile.Submission, _ form: Form) -> [Entry] {
    byForm[FormKey(unit: submission.unit.code, form: form)] ?? []
  }
}
