import DelimitedText
import Foundation
import Intake
import LedgerStore
import PlanFiles
import PlanModel
import Workers

/// Files of a period on their way into the ledger: as many as are read side by side, and in between what
/// is to be told of others, all in the order of the folder.
struct FileChunk {
  /// One name of the folder.
  enum Item {
    /// What became of it is known already.
    case told(IngestLine)
    /// The next of the files to be read.
    case waiting
  }

  /// Files read side by side, and their bytes: enough to keep all processors busy.
  private static let most = (files: 128, bytes: 16_000_000)

  private(set) var items: [Item] = []
  private(set) var waiting: [WaitingFile] = []
  private var bytes = 0

  var isFull: Bool { waiting.count == Self.most.files || bytes > Self.most.bytes }

  mutating func add(_ line: IngestLine) { items.append(.told(line)) }

  mutating func add(_ file: FoundFile, _ submission: FoundFile.Submission) {
    items.append(.waiting)
    waiting.append(WaitingFile(file: file, submission: submission))
    bytes += submission.mark.size
  }
}

/// A file that may be new, or another than before.
struct WaitingFile: Sendable {
  let file: FoundFile
  let submission: FoundFile.Submission

  /// What its bytes show.
  enum Outcome: Sendable {
    case unreadable(Finding)
    case unchanged(KnownSubmissions.Entry)
    case new(NewFile)
  }

  /// Reads the bytes of files on all processors; what they show, in their order.
  static func read(
    _ files: [WaitingFile], in folder: borrowing SubmissionFolder, _ limits: IntakeLimits,
    _ known: KnownSubmissions, _ register: Register
  ) -> [Outcome] {
    files.concurrentMap { $0.read(in: folder, limits, known, register) }
  }

  private func read(
    in folder: borrowing SubmissionFolder, _ limits: IntakeLimits, _ known: KnownSubmissions,
    _ register: Register
  ) -> Outcome {
    let contents: FileContents
    do {
      contents = try folder.read(submission, limits: limits)
    } catch {
      return .unreadable(FindingCode.from(error))
    }
    let original = Original(contents.bytes)
    if let same = known.settled(submission, original.sha256, register) { return .unchanged(same) }
    return .new(
      NewFile(
        file: file, submission: submission, original: original, modified: contents.modified))
  }
}

/// A file that is new, with its bytes.
struct NewFile: Sendable {
  let file: FoundFile
  let submission: FoundFile.Submission
  let original: Original
  let modified: FileTime
}

extension SubmissionReader {
  /// Reads files on all processors: what each says, in their order.
  static func read(
    _ files: [(file: NewFile, context: SubmissionContext)], limits: IntakeLimits
  ) -> [SubmissionContent] {
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, files.count)
    let shares = Array(0..<workers).concurrentMap { worker in
      let reader = SubmissionReader(limits: limits)
      return stride(from: worker, to: files.count, by: workers).map { place in
        reader.read(files[place].file.original.bytes, in: files[place].context)
      }
    }
    return files.indices.map { shares[$0 % workers][$0 / workers] }
  }
}

extension NewSubmission {
  /// Holds what was read of an original against what is known of its period.
  static func judged(
    _ content: SubmissionContent, _ original: Original, _ submission: FoundFile.Submission,
    _ context: SubmissionContext, _ known: KnownSubmissions, receivedAt: CivilTime,
    documentNumber: String
  ) -> (submission: NewSubmission, content: SubmissionContent) {
    var content = content
    let form = content.form ?? known.presumedForm(submission, context.office)
    content.add(context.folderFindings())
    let isReturned = content.findings.contains { $0.severity == .error }
    content.add(known.findings(submission, form, original.sha256, isReturned: isReturned))
    content.quieten(context.office, submission)
    let new = NewSubmission(
      period: submission.period, unit: submission.unit.code, form: form, file: submission.file,
      version: submission.version, receivedAt: receivedAt, documentNumber: documentNumber,
      original: content.isPersonal ? original.withheld : original, rows: content.rows,
      figures: content.figures,
      taskReports: content.taskReports, findings: content.findings,
      normalisations: content.normalisations)
    return (new, content)
  }
}

extension SubmissionContent {
  /// Findings that the office has had explained stay in the ledger, but are no news.
  fileprivate mutating func quieten(_ office: Office, _ submission: FoundFile.Submission) {
    if office.explanations.isEmpty { return }
    quiet = findings.filter {
      office.hasExplanation(for: $0, unit: submission.unit.code, period: submission.period)
    }
  }
}
