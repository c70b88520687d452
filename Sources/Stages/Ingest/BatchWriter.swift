import Dispatch
import LedgerStore
import PlanModel
import Synchronization

/// Records batches of submissions in their order, one beside the reading of the next.
///
/// The writer is one thread and takes one batch at a time, so that the ledger is the same whatever else is
/// going on.
final class BatchWriter {
  /// What is recorded, and what is said of it once it is on the disk.
  typealias Batch = [(submission: NewSubmission, line: IngestLine)]

  private let ledger: Ledger
  private let utcOffsetMinutes: Int
  private let queue = DispatchQueue(label: "ledger")
  private var atWork: (batch: Batch, work: Work)?

  /// Whether a batch is, or was until now, being recorded.
  var isAtWork: Bool { atWork != nil }

  init(_ ledger: Ledger, utcOffsetMinutes: Int) {
    self.ledger = ledger
    self.utcOffsetMinutes = utcOffsetMinutes
  }

  /// Begins to record a batch, and returns the lines of the one before.
  func write(_ batch: Batch) throws -> [IngestLine] {
    let lines = try finish()
    let submissions = batch.map(\.submission)
    let work = Work()
    queue.async { [ledger, utcOffsetMinutes] in
      work.end(
        with: Result { try ledger.record(submissions, utcOffsetMinutes: utcOffsetMinutes) })
    }
    atWork = (batch, work)
    return lines
  }

  /// Waits until the last batch is on the disk, and returns its lines.
  func finish() throws -> [IngestLine] {
    guard let (batch, work) = atWork else { return [] }
    atWork = nil
    do {
      _ = try work.receipts()
      return batch.map(\.line)
    } catch let error as LedgerError where error.code == .refused {
      // nothing of the batch was kept: what one submission breaks must not cost the others
      return try batch.map(recordAlone)
    }
  }

  /// Waits until nothing is being written; what became of it nobody wants to know any more.
  func stop() { _ = try? atWork?.work.receipts() }

  private func recordAlone(_ new: NewSubmission, _ line: IngestLine) throws -> IngestLine {
    do {
      let receipts = try ledger.record([new], utcOffsetMinutes: utcOffsetMinutes)
      return line.numbered(receipts.first?.revision)
    } catch let error as LedgerError where error.code == .refused {
      return line.refused(error.message)
    }
  }

  /// One batch at the writer.
  private final class Work: Sendable {
    private let result = Mutex<Result<[Receipt], any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    func end(with result: Result<[Receipt], any Error>) {
      self.result.withLock { $0 = result }
      isDone.signal()
    }

    /// Waits for the receipts.
    func receipts() throws -> [Receipt] {
      isDone.wait()
      // for whoever else asks
      isDone.signal()
      return try result.withLock { try $0?.get() } ?? []
    }
  }
}
