public import PlanModel

/// Since when units have said of tasks what their submissions in force say: a later form that repeats a state
/// for another row's sake makes nothing late.
public struct RepeatedReports {
  /// The forms on tasks that counted until another revision took their place, in order of receipt.
  public let replaced: [Receipt]
  /// Those before each submission in force, by its number, the latest revision first.
  private let revisions: [Int64: [Receipt]]
  private var states: [Int64: [String: TaskStatus]] = [:]

  /// The revisions of some submissions; what they say is still to be added.
  public init(of submissions: SubmissionBook) {
    replaced = submissions.allReplaced.filter { $0.form == .task }
    revisions = Dictionary(grouping: replaced) {
      submissions.inForce(SubmissionBook.Key(of: $0))?.number ?? 0
    }.mapValues { $0.sorted { $0.isLater(than: $1) } }
  }

  /// Takes in what a replaced form says of a task.
  public mutating func add(_ report: TaskReport, of receipt: Int64) {
    states[receipt, default: [:]][report.task] = report.status
  }

  /// When the state that a submission in force gives was first received and not taken back since.
  public func since(_ report: TaskReport, of receipt: Receipt) -> CivilTime {
    guard let revisions = revisions[receipt.number] else { return receipt.receivedAt }
    let same = revisions.prefix {
      states[$0.number]?[report.task] == report.status
    }
    return same.reduce(receipt.receivedAt) { min($0, $1.receivedAt) }
  }
}
