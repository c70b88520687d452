import ContentHash
import DelimitedText
import Foundation
import Intake
import LedgerStore
import PlanFiles
import Workers

/// A night on which nothing has changed: what a stage would say is known without looking at the office,
/// the submissions or the editions.
///
/// A stage collects, while it works with all care, what the next run would say if it found everything as
/// it stands now, and what that rests on: the program, what was asked for, the bytes of the office's files,
/// the ledger, the documents, the marks of all submissions. The next run holds only these against what is
/// there; as soon as one differs it goes the whole way. The note is a saving of time: it stands in the
/// user's cache, and without it, or with a damaged one, nothing is other than slower.
final class QuietRun {
  private let code: String
  private let request: StageRequest
  private let asked: String
  private let note: CacheNote
  private var place: LedgerPlace { LedgerPlace(code, request) }
  private var folder: String { place.folder }
  private let settledBefore: Int
  private let scope: LedgerStanding.Scope

  private var report: QuietReport? = QuietReport()
  private var ledger: LedgerStanding?
  private var moments: Range<Int>?
  private var documents: [PublishedDocuments.Document] = []
  private var vacant: [String] = []
  private var folders: [QuietGrounds.Folder] = []
  /// What the last run noted, whatever was asked of it.
  private var lastFolders: [QuietGrounds.Folder] = []

  /// For a stage that is asked for what it does every night; nil for anything else.
  init?(_ stage: String, _ request: StageRequest, _ code: String, _ files: OfficeFolder) {
    let isNightly =
      request.edition == nil && request.structure == nil && request.exportFolder == nil
      && request.exportPlans.isEmpty && request.unit == nil && !request.isJSON
      && !request.isDryRun && !request.showsRemarks
    guard isNightly else { return nil }
    self.code = code
    self.request = request
    asked = Self.asked(stage, request, code, files)
    settledBefore = request.settledBefore
    // an intake knows nothing of editions
    scope = stage == "ingest" ? .receipts : .receiptsAndEditions
    note = CacheNote(stage, for: LedgerPlace(code, request).folder)
  }

  /// The digest of what is asked for, and of the office's files.
  private static func asked(
    _ stage: String, _ request: StageRequest, _ code: String, _ files: OfficeFolder
  ) -> String {
    var digest = FieldsDigest()
    for text in [
      stage, request.inputs, FileManager.default.currentDirectoryPath, request.outputs, code,
      request.period, request.plan, request.asOf,
    ] {
      digest.add(text == nil ? "0" : "1")
      digest.add(text ?? "")
    }
    digest.add("\(request.isHeld) \(request.isQuiet) \(request.checksTemplates)")
    for findings in [files.findings, files.templateFindings] {
      digest.add(String(findings.count))
      for finding in findings { digest.add(finding.terminalLines.joined(separator: "\n")) }
    }
    digest.add(String(files.sources.count))
    for source in files.sources {
      digest.add(source.name)
      digest.add(source.bytes)
    }
    return digest.digest.hexadecimal
  }

  // MARK: what the next run would say

  /// A line of result.
  func say(_ line: String) { if !request.isQuiet { report?.said.append(line) } }

  /// A finding that every run tells anew.
  func notice(_ line: String) { report?.noticed.append(line) }

  /// How the next run ends at the least.
  func end(_ status: ExitStatus) {
    if let report { self.report?.status = report.status.and(status) }
  }

  /// How many submissions are missing.
  func count(missing: Int) { report?.missing = missing }

  /// The next run must look for itself.
  func forget() { report = nil }

  // MARK: what that rests on

  /// Documents and places that must be empty, below the organisation's outputs.
  func restsOn(_ documents: [PublishedDocuments.Document], without vacant: String?) {
    func below(_ path: String) -> String? {
      path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : nil
    }
    for document in documents {
      guard let path = below(document.path) else { return forget() }
      self.documents.append(.init(path: path, sha256: document.sha256))
    }
    if let vacant {
      guard let path = below(vacant) else { return forget() }
      self.vacant.append(path)
    }
  }

  /// What was found in a folder of submissions, or in the one above them; `lastChanged` is the latest time
  /// of a mark, in seconds.
  func restsOn(
    _ name: String, _ marks: [MarkedNames]?, mixed: [String] = [], lastChanged: Int
  ) {
    guard let marks, lastChanged < settledBefore else { return forget() }
    folders.append(QuietGrounds.Folder(name: name, marks: marks, mixed: mixed))
  }

  /// The clock: nothing moves from one moment until before another.
  func restsOn(_ moments: Range<Int>) {
    self.moments = self.moments.map { $0.clamped(to: moments) } ?? moments
  }

  /// The ledger as it is while nobody else can write it.
  func restsOn(_ ledger: Ledger) throws { self.ledger = try ledger.standing(scope) }

  /// Keeps what was collected for the next run.
  func keep() {
    guard let report, let ledger, moments?.isEmpty != true else { return }
    write(
      report,
      QuietGrounds(
        ledger: ledger, moments: moments, documents: documents, vacant: vacant, folders: folders))
  }

  // MARK: the next run

  /// What this run says when nothing has changed; nil when somebody has to look.
  func again() -> QuietReport? {
    guard var fields = note.read(), fields.text() == Program.identity,
      let lastAsked = fields.text(), let report = QuietReport(&fields),
      let grounds = QuietGrounds(&fields)
    else { return nil }
    lastFolders = grounds.folders
    guard lastAsked == asked,
      grounds.moments?.contains(request.now) ?? true,
      // what another run is writing is for nobody to judge
      let lock = try? RunLock(folder: folder)
    else { return nil }
    return withExtendedLifetime(lock) { hold(grounds, report) ? report : nil }
  }

  /// The folders of a period as the last run found them; nil when it noted none.
  func known(_ period: String) -> KnownFolders? {
    lastFolders.first { $0.name == period }.map { KnownFolders($0.marks, mixed: $0.mixed) }
  }

  private func hold(_ grounds: QuietGrounds, _ report: QuietReport) -> Bool {
    guard (try? LedgerStanding(ofFile: place.ledger, scope)) == grounds.ledger,
      areThere(grounds.folders)
    else { return false }
    if grounds.documents.isEmpty { return true }
    guard let outputs = try? BaseFolder(folder),
      grounds.vacant.allSatisfy({ outputs.mark($0) == nil })
    else { return false }
    if !grounds.marks.bytes.isEmpty, outputs.holds(grounds.marks) { return true }
    // a copy, a backup or a switch of folders makes other marks of the same bytes
    let marks = trusted(grounds.documents, outputs)
    let isSame = grounds.documents.allSatisfy { document in
      (try? SHA256Digest(ofFile: "\(folder)/\(document.path)").hexadecimal) == document.sha256
    }
    guard isSame else { return false }
    if let marks {
      var grounds = grounds
      grounds.marks = marks
      write(report, grounds)
    }
    return true
  }

  private func areThere(_ folders: [QuietGrounds.Folder]) -> Bool {
    if folders.isEmpty { return true }
    let path = "\(request.inputs)/\(code)/submissions"
    guard let base = try? BaseFolder(path) else { return false }
    return folders.allSatisfy { base.holds($0.marks, below: $0.name) }
  }

  /// The marks of documents before they are read; nil while one of them is too new.
  private func trusted(
    _ documents: [PublishedDocuments.Document], _ outputs: borrowing BaseFolder
  ) -> MarkedNames? {
    var marks = MarkedNames()
    for document in documents {
      guard let mark = outputs.markOfFile(document.path), mark.changed.seconds < settledBefore
      else {
        return nil
      }
      marks.add(document.path.utf8, mark)
    }
    return marks
  }

  private func write(_ report: QuietReport, _ grounds: QuietGrounds) {
    var fields = NoteFields()
    fields.add(Program.identity)
    fields.add(asked)
    report.write(to: &fields)
    grounds.write(to: &fields)
    note.write(fields)
  }
}

extension BaseFolder {
  /// Whether all of a list stands below a folder of this one, looked at on all processors.
  fileprivate func holds(_ marks: [MarkedNames], below name: String) -> Bool {
    guard !name.isEmpty else { return marks.allSatisfy { holds($0) } }
    guard let folder = try? folder(name) else { return false }
    return marks.concurrentMap { folder.holds($0) }.allSatisfy { $0 }
  }
}
