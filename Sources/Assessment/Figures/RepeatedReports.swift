public import PlanModel

/// Since when units have said of tasks what their submissions in force say: a later form that repeats a state
/// for another row's sake makes nothing late.
public struct RepeatedReports {
  /// The forms on tasks that counted until another revision took their place, in order of receipt.
  public let replaced: [Receipt]
  /// Those that were in force before each submission in force, by its number, the latest first.
  private let revisions: [Int64: [Receipt]]
  private var states: [Int64: [String: TaskStatus]] = [:]

  /// The revisions of some submissions; what they say is still to be added.
  public init(of submissions: SubmissionBook) {
    replaced = submissions.allReplaced.filter { $0.form == .task }
    revisions = Dictionary(grouping: replaced, by: SubmissionBook.Key.init(of:)).reduce(into: [:]) {
      guard let standing = submissions.inForce($1.key) else { return }
      $0[standing.number] = Self.counted($1.value, until: standing)
    }
  }

  /// Those of a submission's revisions that once were in force, the latest first: whatever comes behind a
  /// later one takes nothing back.
  private static func counted(_ replaced: [Receipt], until standing: Receipt) -> [Receipt] {
    func moment(_ receipt: Receipt) -> (CivilTime, Int64) { (receipt.receivedAt, receipt.number) }
    var counted: [Receipt] = []
    for next in replaced.sorted(by: { moment($0) < moment($1) })
    where moment(next) < moment(standing) && counted.last.map(next.isLater) ?? true {
      counted.append(next)
    }
    return counted.reversed()
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
