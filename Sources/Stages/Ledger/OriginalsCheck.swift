import Intake
import LedgerStore
import PlanModel

/// Reads the originals of a ledger again, and holds what is recorded of them against what they say.
///
/// Also of submissions that no edition uses: those that were replaced, and those that nobody asked for yet.
struct OriginalsCheck {
  let organisation: String
  let ledger: Ledger
  /// The office as its files say now, for receipts that no edition knew.
  let inputs: Office?

  /// What came of it.
  struct Result {
    /// A sentence for each receipt of which something else is recorded than its original says.
    var others: [String] = []
    /// Originals that the office's files do not let be read in full any more.
    var unread = 0
  }

  /// All periods, one after another.
  func all() throws -> Result {
    var result = Result()
    let batches = ReadBatches(organisation: organisation, ledger: ledger)
    for period in try ledger.periods().sorted() {
      try batches.forEach(in: try ledger.receipts(ReceiptFilter(period: period))) { batch in
        try check(batch, &result)
      }
    }
    return result
  }

  /// What a submission says, or what is recorded of that.
  private struct Rows: Equatable {
    let figures: Set<Figure>
    let taskReports: Set<TaskReport>

    init(_ figures: [Figure], _ taskReports: [TaskReport]) {
      (self.figures, self.taskReports) = (Set(figures), Set(taskReports))
    }

    var isEmpty: Bool { figures.isEmpty && taskReports.isEmpty }

    func contains(_ other: Rows) -> Bool {
      figures.isSuperset(of: other.figures) && taskReports.isSuperset(of: other.taskReports)
    }
  }

  private func check(_ batch: ReadBatches.Batch, _ result: inout Result) throws {
    var recorded: [Int64: Rows] = [:]
    try ledger.rows(of: batch.receipts.map(\.number)) { receipt, figures, taskReports in
      recorded[receipt] = Rows(figures, taskReports)
    }
    // by the files of then; where they were mended before the first edition, perhaps by those of now
    let readings = [batch.office, inputs].compactMap(\.self).map { Reading($0, batch.period) }
    for receipt in batch.receipts {
      guard let rows = recorded[receipt.number] else { continue }
      if receipt.state == .returned {
        // which files are sent back the office may have changed since
        if !rows.isEmpty { result.others.append(sentence(receipt)) }
        continue
      }
      guard let bytes = try ledger.originalBytes(of: receipt.number) else { continue }
      switch Self.comparison(of: rows, with: bytes, of: receipt, readings) {
      case .same: break
      case .unread: result.unread += 1
      case .other: result.others.append(sentence(receipt))
      }
    }
  }

  private enum Comparison { case same, unread, other }

  private static func comparison(
    of rows: Rows, with bytes: [UInt8], of receipt: Receipt, _ readings: [Reading]
  ) -> Comparison {
    var comparison: Comparison?
    for reading in readings {
      guard let read = reading.rows(bytes, of: receipt) else { continue }
      // files of the office that have changed since may return what counts: what they still let be read
      // must be there
      let isSame = read.isReturned ? rows.contains(read.rows) : rows == read.rows
      if isSame, !read.isReturned { return .same }
      if isSame || comparison == nil { comparison = isSame ? .unread : .other }
    }
    return comparison ?? .unread
  }

  /// How originals of a period are read by the files of an office.
  private struct Reading {
    /// Days were judged when the file came: by now all of them have passed.
    private static let end = CivilTime.end(of: .last(ofMonth: 12, year: 9999))

    private let asked: AskedFigures
    private let reader: SubmissionReader

    init(_ office: Office, _ period: Period) {
      asked = AskedFigures(office, in: period)
      reader = SubmissionReader(limits: IntakeLimits(office.organisation))
    }

    /// Nil where the office knows no such unit.
    func rows(_ bytes: [UInt8], of receipt: Receipt) -> (rows: Rows, isReturned: Bool)? {
      let registry = asked.office.registry
      guard let unit = registry.unit(receipt.unit, on: receipt.period.span.last) else { return nil }
      let content = reader.read(
        bytes, in: SubmissionContext(asked: asked, unit: unit, asOf: Self.end))
      return (Rows(content.figures, content.taskReports), content.isReturned)
    }
  }

  private func sentence(_ receipt: Receipt) -> String {
    "receipt \(receipt.number) (\(receipt.period)/\(receipt.unit)/\(receipt.file)): "
      + "what is recorded of it is not what its original says"
  }
}
