import ContentHash
import DelimitedText
import Foundation
import Intake
import LedgerStore
import PlanFiles
import PlanModel

/// Takes every submission into the ledger once (`tonghop-ingest`).
public enum IngestStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      try request.isDryRun
        ? run.withScratchLedger { try Ingest(run, $0).takeAll() }
        : run.withLedger(.readWrite) { try Ingest(run, $0).takeAll() }
    }
  }
}

/// One walk through the submissions of an organisation.
private final class Ingest {
  /// Files of one transaction: enough that the disk is not waited for, few enough to hold in memory.
  private static let batchSize = 500

  /// Files read side by side, and their bytes: enough to keep all processors busy.
  private static let mostInFlight = (files: 64, bytes: 16_000_000)

  /// So many new files ask for the past of their units one by one; for more all of it is read at once.
  private static let fewNewFiles = 8

  private let run: OrganisationRun
  private let ledger: Ledger
  private let limits: IntakeLimits
  private var counts = IngestCounts()
  /// Rows of the period at hand, for somebody who watches.
  private var rowsRead = 0

  init(_ run: OrganisationRun, _ ledger: Ledger) {
    self.run = run
    self.ledger = ledger
    limits = IntakeLimits(run.office.organisation)
  }

  func takeAll() throws -> ExitStatus {
    let path = "\(run.request.inputs)/\(run.code)/submissions"
    let folder: SubmissionFolder
    do {
      folder = try SubmissionFolder(path, office: run.office)
    } catch {
      throw StageError("the folder \(path) cannot be read (\(error)): make it, or check --inputs")
    }
    let (periods, others) = try folder.periods()
    let wanted = try wantedPeriods()
    for file in others { report(IngestLine(file)) }
    for (period, name) in periods where wanted?.contains(period) ?? true {
      try take(period, name, folder)
    }
    run.say(counts.sentence(run.code, isDryRun: run.request.isDryRun))
    return counts.hasFindings ? .findings : .clean
  }

  private func path(_ period: String) -> String {
    "\(run.request.inputs)/\(run.code)/submissions/\(period)"
  }

  private func wantedPeriods() throws -> [Period]? {
    guard let text = run.request.period, text != "all" else { return nil }
    return [try OrganisationRun.period(text)]
  }

  private func take(_ period: Period, _ name: String, _ folder: borrowing SubmissionFolder) throws {
    rowsRead = 0
    let register = Register.read(inputs: run.request.inputs, office: run.office, period: name)
    for finding in register.findings {
      finding.terminalLines.forEach(run.console.notice)
      counts.add(finding.finding.severity)
    }
    var known = KnownSubmissions(try ledger.receipts(ReceiptFilter(period: period)))
    var seen = SeenFiles(folder: run.folder, period: name)
    var past: PastFigures?
    var newFiles = 0
    var waiting: [WaitingFile] = []
    var bytesWaiting = 0
    var batch: [(NewSubmission, IngestLine)] = []
    let files = folder.files(of: period, folder: name)
    run.console.log("\(run.code): \(files.count) names in \(path(name))")
    for (done, file) in files.enumerated() {
      run.console.progress(
        StageProgress(
          subject: "\(run.code) \(name)", unit: "files", done: done, total: files.count,
          rows: rowsRead))
      guard case .submission(let submission) = file.content else {
        report(IngestLine(file))
        continue
      }
      guard run.request.unit.map({ $0.uppercased() == submission.unit.code.uppercased() }) ?? true
      else { continue }
      guard
        let (contents, digest) = contents(
          of: submission, file, known: known, seen: &seen, in: folder)
      else { continue }
      newFiles += 1
      let unit = submission.unit.code
      if newFiles <= Self.fewNewFiles {
        past = try PastFigures(before: period, of: unit, ledger, run.office)
      } else if newFiles == Self.fewNewFiles + 1 {
        past = try PastFigures(before: period, ledger, run.office)
      }
      // what the register has as received later than the moment of counting is held against its own day
      let received = register[unit, submission.file]?.receivedAt ?? run.asOf
      let context = SubmissionContext(
        office: run.office, unit: submission.unit, period: period, asOf: max(run.asOf, received),
        earlier: past?[unit] ?? [:])
      waiting.append(
        WaitingFile(
          contents: contents, digest: digest, submission: submission, file: file, context: context))
      bytesWaiting += contents.bytes.count
      if waiting.count == Self.mostInFlight.files || bytesWaiting > Self.mostInFlight.bytes {
        batch += read(waiting, register, &known)
        (waiting, bytesWaiting) = ([], 0)
        if batch.count >= Self.batchSize { try record(&batch) }
      }
    }
    batch += read(waiting, register, &known)
    try record(&batch)
    if !run.request.isDryRun { seen.save(keepsOthers: run.request.unit != nil) }
  }

  /// The bytes of a file and their digest; nil when there is nothing to record, which has then been reported.
  private func contents(
    of submission: FoundFile.Submission, _ file: FoundFile, known: KnownSubmissions,
    seen: inout SeenFiles, in folder: borrowing SubmissionFolder
  ) -> (FileContents, digest: String)? {
    if let digest = seen.digest(of: submission), let same = known.unchanged(submission, digest) {
      report(IngestLine(file, same))
      return nil
    }
    let contents: FileContents
    do {
      contents = try folder.read(submission, limits: limits)
    } catch {
      let finding = SubmissionFolder.finding(for: error)
      report(IngestLine(file, unreadable: finding))
      return nil
    }
    let digest = SHA256Digest(of: contents.bytes).hexadecimal
    seen.add(submission, sha256: digest)
    if let same = known.unchanged(submission, digest) {
      report(IngestLine(file, same))
      return nil
    }
    return (contents, digest)
  }

  /// Reads files that are new, or others than before, on all processors; what each means is told one after
  /// another, for it follows from those before.
  private func read(
    _ waiting: [WaitingFile], _ register: Register, _ known: inout KnownSubmissions
  ) -> [(NewSubmission, IngestLine)] {
    var taken: [(NewSubmission, IngestLine)] = []
    for (file, content) in zip(waiting, SubmissionReader.read(waiting, limits: limits)) {
      // a file before it may have brought the same
      if let same = known.unchanged(file.submission, file.digest) {
        report(IngestLine(file.file, same))
      } else {
        taken.append(take(content, file, register, &known))
      }
    }
    return taken
  }

  private func take(
    _ content: SubmissionContent, _ waiting: WaitingFile, _ register: Register,
    _ known: inout KnownSubmissions
  ) -> (NewSubmission, IngestLine) {
    let (submission, contents) = (waiting.submission, waiting.contents)
    let entry = register[submission.unit.code, submission.file]
    let (new, judged) = NewSubmission.judged(
      content, contents.bytes, submission, waiting.context, known,
      receivedAt: entry?.receivedAt ?? received(contents.modified),
      documentNumber: entry?.documentNumber ?? "")
    known.add(submission, new)
    rowsRead += new.rows
    return (new, IngestLine(waiting.file, new, judged, known.revision(submission, new.form)))
  }

  /// Without an entry in the register, the file's own time; but what is here now came by now.
  private func received(_ modified: FileTime) -> CivilTime {
    let offset = run.office.organisation.calendar.utcOffsetMinutes
    return min(CivilTime(unixSeconds: modified.seconds, utcOffsetMinutes: offset), run.asOf)
  }

  private func record(_ batch: inout [(NewSubmission, IngestLine)]) throws {
    let lines: [IngestLine]
    do {
      try record(batch.map(\.0))
      lines = batch.map(\.1)
    } catch let error as LedgerError where error.code == .refused {
      // nothing of the batch was kept: what one submission breaks must not cost the others
      lines = try batch.map(recordAlone)
    }
    // said only once it is on the disk
    for line in lines { report(line) }
    batch.removeAll()
  }

  private func recordAlone(_ new: NewSubmission, _ line: IngestLine) throws -> IngestLine {
    do {
      let receipts = try record([new])
      return line.numbered(receipts.first?.revision)
    } catch let error as LedgerError where error.code == .refused {
      return line.refused(error.message)
    }
  }

  @discardableResult
  private func record(_ submissions: [NewSubmission]) throws -> [Receipt] {
    if submissions.isEmpty { return [] }
    return try ledger.record(
      submissions, utcOffsetMinutes: run.office.organisation.calendar.utcOffsetMinutes)
  }

  private func report(_ line: IngestLine) {
    counts.add(line)
    let (isAccepted, isReturned) = (line.state == .accepted, line.state == .returned)
    if isAccepted || isReturned {
      run.console.tally.add {
        $0.accepted += isAccepted ? 1 : 0
        $0.returned += isReturned ? 1 : 0
      }
    }
    if run.request.isJSON { run.console.output(line.json) }
    for text in line.terminalLines(below: "\(run.request.inputs)/\(run.code)/submissions") {
      run.console.notice(text)
    }
  }
}
