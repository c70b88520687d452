import Assessment
import DelimitedText
import Foundation
import Intake
import LedgerStore
import PlanModel

/// A file that is new, or another than before, with all that is needed to read it.
struct WaitingFile: Sendable {
  let contents: FileContents
  /// The SHA-256 of its bytes.
  let digest: String
  let submission: FoundFile.Submission
  let file: FoundFile
  let context: SubmissionContext
}

extension SubmissionReader {
  /// Reads files on all processors: what each says, in their order.
  static func read(_ files: [WaitingFile], limits: IntakeLimits) -> [SubmissionContent] {
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, files.count)
    let shares = Array(0..<workers).concurrentMap { worker in
      let reader = SubmissionReader(limits: limits)
      return stride(from: worker, to: files.count, by: workers).map { place in
        reader.read(files[place].contents.bytes, in: files[place].context)
      }
    }
    return files.indices.map { shares[$0 % workers][$0 / workers] }
  }
}

extension NewSubmission {
  /// Holds what was read of an original against what is known of its period.
  static func judged(
    _ content: SubmissionContent, _ bytes: [UInt8], _ submission: FoundFile.Submission,
    _ context: SubmissionContext, _ known: KnownSubmissions, receivedAt: CivilTime,
    documentNumber: String
  ) -> (submission: NewSubmission, content: SubmissionContent) {
    var content = content
    let form = content.form ?? known.presumedForm(submission, context.office)
    content.add(context.folderFindings())
    content.add(known.findings(submission, form))
    content.quieten(context.office, submission)
    let new = NewSubmission(
      period: submission.period, unit: submission.unit.code, form: form, file: submission.file,
      version: submission.version, receivedAt: receivedAt, documentNumber: documentNumber,
      bytes: bytes, rows: content.rows, figures: content.figures,
      taskReports: content.taskReports, findings: content.findings,
      normalisations: content.normalisations)
    return (new, content)
  }
}

extension SubmissionContent {
  /// Findings that the office has had explained stay in the ledger, but are no news.
  fileprivate mutating func quieten(_ office: Office, _ submission: FoundFile.Submission) {
    quiet = findings.filter {
      office.hasExplanation(for: $0, unit: submission.unit.code, period: submission.period)
    }
  }
}
