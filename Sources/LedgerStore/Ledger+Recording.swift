internal import GRDB
public import PlanModel

extension Ledger {
  /// Records a batch of submissions in their order and returns their receipts.
  ///
  /// The batch is one transaction: when it returns, all of it is on the disk; when it throws, none of it is
  /// kept, and the error's context names the submission (`2024-Q3/HU-A/so-lieu.csv`) that the ledger did
  /// not take. Every receipt gets the next number, and the next revision of its unit, period and form.
  /// `utcOffsetMinutes` says how far the office's clock is ahead of UTC: it gives the originals in the
  /// archive the time of their receipt.
  public func record(
    _ submissions: [NewSubmission], utcOffsetMinutes: Int = ReportingCalendar.vietNamOffset
  ) throws -> [Receipt] {
    try writing { connection in
      var recorder = try SubmissionRecorder(connection, utcOffsetMinutes: utcOffsetMinutes)
      var receipts: [Receipt] = []
      receipts.reserveCapacity(submissions.count)
      for submission in submissions {
        do {
          receipts.append(try recorder.record(submission))
        } catch let error as DatabaseError {
          throw LedgerError(error, context: submission.place)
        }
      }
      return receipts
    }
  }
}
