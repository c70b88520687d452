import DelimitedText
import Intake
import LedgerStore
import PlanFiles
import PlanModel
import Workers

/// Takes every submission into the ledger once (`tonghop-ingest`).
public enum IngestStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console, quietly: "ingest") { run in
      if request.plan != nil {
        _ = try run.plans()
        console.notice(
          "\(run.code): --plan does not narrow an intake: a file is taken whole, whatever its plans"
        )
      }
      return try request.isDryRun
        ? run.withScratchLedger { try Ingest(run, $0).takeAll() }
        : run.withLedger(.readWrite) { try Ingest(run, $0).takeAll() }
    }
  }
}

/// One walk through the submissions of an organisation.
private final class Ingest {
  /// Files of one transaction: enough that the disk is not waited for, few enough to hold in memory.
  private static let batchSize = 256

  private let run: OrganisationRun
  private let ledger: Ledger
  private let limits: IntakeLimits
  private let writer: BatchWriter
  private let teller: IngestTeller
  /// The ledger once more, to look up the past while a batch is being written.
  private var reader: Ledger?
  /// Rows of the period at hand, for somebody who watches.
  private var rowsRead = 0

  init(_ run: OrganisationRun, _ ledger: Ledger) {
    self.run = run
    self.ledger = ledger
    limits = IntakeLimits(run.office.organisation)
    writer = BatchWriter(
      ledger, utcOffsetMinutes: run.office.organisation.calendar.utcOffsetMinutes)
    teller = IngestTeller(run)
  }

  func takeAll() throws -> ExitStatus {
    // whatever happens, the ledger is closed only when nothing is being written any more
    defer {
      writer.stop()
      try? reader?.close()
    }
    if let unit = run.request.unit, run.office.registry.code(matching: unit) == nil {
      throw StageError("--unit \(unit): units.csv has no such code", status: .usage)
    }
    let path = run.submissionsPath
    let folder: SubmissionFolder
    do {
      folder = try SubmissionFolder(path, office: run.office)
    } catch {
      throw StageError("the folder \(path) cannot be read (\(error)): make it, or check --inputs")
    }
    let found = try folder.periods()
    run.quiet?.restsOn("", [found.mark], lastChanged: found.lastChanged)
    let wanted = try wantedSpan()
    for file in found.others { teller.tellAgain(IngestLine(file)) }
    for (period, name) in found.periods where wanted?.contains(period.span) ?? true {
      try take(period, name, folder)
    }
    try writer.finish().forEach(teller.tellTaken)
    return teller.finish()
  }

  /// The days asked for; a longer period is made of the submissions of those inside it. Nil for all.
  private func wantedSpan() throws -> DateSpan? {
    guard let text = run.request.period, text != "all" else { return nil }
    return try OrganisationRun.period(text).span
  }

  /// Whether an intake is of a unit; what lies in nobody's folder may be anybody's.
  private func isAsked(_ unit: String) -> Bool {
    unit.isEmpty || run.request.unit.map { $0.uppercased() == unit.uppercased() } ?? true
  }

  private func take(_ period: Period, _ name: String, _ folder: borrowing SubmissionFolder) throws {
    // the last submissions of the period before are still being written meanwhile
    let (found, seen) = together {
      folder.files(of: period, folder: name, known: run.quiet?.known(name))
    } _: { [outputs = run.folder, settledBefore = run.request.settledBefore] in
      SeenFiles(folder: outputs, period: name, settledBefore: settledBefore)
    }
    run.quiet?.restsOn(
      name, found.marks, mixed: found.mixed, lastChanged: found.lastChanged)
    let register = Register.read(
      inputs: run.request.inputs, office: run.office, period: period, folder: name,
      today: run.isClock ? run.asOf.date : nil)
    if register.isAhead { restOnToday() }
    try writer.finish().forEach(teller.tellTaken)
    var intake = PeriodIntake(
      asked: AskedFigures(run.office, in: period), register: register,
      known: KnownSubmissions(try ledger.receipts(ReceiptFilter(period: period))), seen: seen)
    (register.findings + intake.unanswered(by: found, isAsked)).forEach(teller.tellAgain)
    run.console.log(
      "\(run.code): \(found.files.count) names in \(run.submissionsPath)/\(name)")
    try take(intake.inOrder(found.files, received), named: name, &intake, folder)
    if intake.hasTaken, !areAllKnown(found.files, intake) { run.quiet?.forget() }
    if !run.request.isDryRun { intake.seen.save(keepsOthers: run.request.unit != nil) }
  }

  /// Takes the files of a period in their order, chunk by chunk.
  private func take(
    _ files: [FoundFile], named name: String, _ intake: inout PeriodIntake,
    _ folder: borrowing SubmissionFolder
  ) throws {
    rowsRead = 0
    var chunk = FileChunk()
    for (done, file) in files.enumerated() {
      run.console.progress(
        StageProgress(
          subject: "\(run.code) \(name)", unit: "files", done: done, total: files.count,
          rows: rowsRead))
      guard isAsked(file.unitName) else { continue }
      if case .submission(let submission) = file.content {
        if let same = intake.settled(submission) {
          chunk.add(intake.line(file, submission, sameAs: same))
        } else {
          chunk.add(file, submission)
        }
      } else {
        chunk.add(IngestLine(file))
      }
      if chunk.isFull {
        try take(chunk, &intake, folder)
        chunk = FileChunk()
      }
    }
    try take(chunk, &intake, folder)
    try record(&intake.batch)
  }

  /// Reads the files of a chunk on all processors; what each means is told one after another, for it
  /// follows from those before.
  private func take(
    _ chunk: FileChunk, _ intake: inout PeriodIntake, _ folder: borrowing SubmissionFolder
  ) throws {
    let outcomes = WaitingFile.read(
      chunk.waiting, in: folder, limits, intake.known, intake.register)
    let new = try inContext(
      outcomes.compactMap { if case .new(let file) = $0 { file } else { nil } }, &intake)
    var contents = zip(new, SubmissionReader.read(new, limits: limits)).makeIterator()
    var read = zip(chunk.waiting, outcomes).makeIterator()
    for item in chunk.items {
      if case .told(let line) = item { teller.tellAgain(line) }
      guard case .waiting = item, let (waiting, outcome) = read.next() else { continue }
      switch outcome {
      case .unreadable(let finding):
        teller.tell(IngestLine(waiting.file, unreadable: finding))
        run.quiet?.forget()
      case .unchanged(let same):
        intake.seen.add(waiting.submission, sha256: same.sha256)
        teller.tellAgain(intake.line(waiting.file, waiting.submission, sameAs: same))
      case .new(let file):
        intake.seen.add(waiting.submission, sha256: file.original.sha256)
        if let ((_, context), content) = contents.next() {
          try take(content, of: file, context, &intake)
        }
      }
    }
    if intake.batch.count >= Self.batchSize { try record(&intake.batch) }
  }

  /// What new files are held against, the past of their units with it.
  private func inContext(
    _ files: [NewFile], _ intake: inout PeriodIntake
  ) throws -> [(file: NewFile, context: SubmissionContext)] {
    if files.isEmpty { return [] }
    let past = try intake.past ?? PastFigures(intake.asked, in: ledger)
    intake.past = past
    let earlier = try past.figures(
      of: files.map(\.submission.unit.code), in: writer.isAtWork ? try reading() : ledger)
    return files.map { file in
      let unit = file.submission.unit
      // what the register has as received later than the moment of counting is held against its own day
      let received = intake.entry(of: file)?.receivedAt ?? run.asOf
      return (
        file,
        SubmissionContext(
          asked: intake.asked, unit: unit, asOf: max(run.asOf, received),
          earlier: earlier[unit.code])
      )
    }
  }

  /// The ledger over a connection of its own, which need not wait for the writer.
  private func reading() throws -> Ledger {
    let reader = try reader ?? Ledger(path: ledger.path, mode: .readOnly)
    self.reader = reader
    return reader
  }

  private func take(
    _ content: SubmissionContent, of file: NewFile, _ context: SubmissionContext,
    _ intake: inout PeriodIntake
  ) throws {
    let submission = file.submission
    // a file before it may have brought the same
    let same = intake.known.unchanged(submission, file.original.sha256)
    // a second look needs the time of receipt as much as the first
    if let same,
      intake.register.isUnreadable
        || !intake.known.isOpen(same, submission, intake.register)
    {
      return teller.tellAgain(intake.line(file.file, submission, sameAs: same))
    }
    if intake.register.isUnreadable {
      run.quiet?.forget()
      return teller.tell(IngestLine(file.file, unreadable: FindingCode.waitsForRegister))
    }
    let entry = intake.entry(of: file)
    let (new, judged) = NewSubmission.judged(
      content, file.original, submission, context, intake.known,
      receivedAt: entry?.receivedAt ?? received(file.modified),
      documentNumber: entry?.documentNumber ?? "")
    if let same, try !isOther(new, than: same, submission, intake) {
      if new.findings.contains(where: FindingCode.dependsOnDay) { restOnToday() }
      return teller.tellAgain(intake.line(file.file, submission, sameAs: same))
    }
    intake.known.add(submission, new)
    intake.hasTaken = true
    rowsRead += new.rows
    intake.batch.append(
      (new, IngestLine(file.file, new, judged, intake.known.revision(submission, new.form))))
  }

  /// Whether a file of known bytes is to be recorded once more: with what the register says now, accepted
  /// where it was returned, or returned for other errors.
  private func isOther(
    _ new: NewSubmission, than same: KnownSubmissions.Entry, _ submission: FoundFile.Submission,
    _ intake: PeriodIntake
  ) throws -> Bool {
    if new.state == .accepted { return true }
    // what counts is not sent back for what the office has changed since
    guard same.state == .returned else { return false }
    if intake.known.isCorrected(same, submission, intake.register) { return true }
    guard let number = same.number else { return false }
    let before = try (writer.isAtWork ? reading() : ledger).findings(of: number)
    func errors(_ findings: [Finding]) -> [[String?]] {
      findings.filter { $0.severity == .error }.map {
        [$0.code, $0.place.row?.description, $0.place.column?.description, $0.value]
      }
    }
    return errors(before) != errors(new.findings)
  }

  /// By the clock: what is said of a file, or of its day, may be otherwise tomorrow.
  private func restOnToday() {
    guard run.isClock else { return }
    let tomorrow = CivilTime(run.asOf.date.adding(days: 1), secondOfDay: 0)
    run.quiet?.restsOn(run.seconds(run.asOf)..<run.seconds(tomorrow))
  }

  /// Without an entry in the register, the file's own time; but what is here now came by now.
  private func received(_ modified: FileTime) -> CivilTime {
    let offset = run.office.organisation.calendar.utcOffsetMinutes
    return min(CivilTime(unixSeconds: modified.seconds, utcOffsetMinutes: offset), run.asOf)
  }

  /// Has a batch recorded while more is read, and says what became of the one before.
  private func record(_ batch: inout BatchWriter.Batch) throws {
    if batch.isEmpty { return }
    try writer.write(batch).forEach(teller.tellTaken)
    batch.removeAll()
  }

  /// Whether the next run would find every file known, from its mark alone: what came later in this run may
  /// have taken the place of what a file before it was the same as.
  private func areAllKnown(_ files: [FoundFile], _ intake: PeriodIntake) -> Bool {
    files.allSatisfy { file in
      guard case .submission(let submission) = file.content else { return true }
      return intake.seen.noted(submission).map {
        intake.known.unchanged(submission, $0) != nil
      } ?? false
    }
  }
}
