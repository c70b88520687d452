public import PlanModel

/// All submissions known at one moment, with those that are in force.
///
/// In force is, of each unit, period and form, the latest accepted revision: a returned revision
/// changes nothing, and an earlier accepted one stands.
public struct SubmissionBook: Sendable {
  /// One expected submission and its revisions.
  public struct Key: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The period.
    public let period: Period
    /// The form.
    public let form: Form

    /// A unit's form of a period.
    public init(unit: String, period: Period, form: Form) {
      self.unit = unit
      self.period = period
      self.form = form
    }
  }

  /// The submissions in order of receipt.
  public let receipts: [Receipt]
  private let revisions: [Key: [Receipt]]

  /// The submissions received up to a moment.
  public init(receipts: [Receipt], asOf: CivilTime) {
    let known = receipts.filter { $0.receivedAt <= asOf }.sorted { $0.number < $1.number }
    self.receipts = known
    revisions = Dictionary(
      grouping: known, by: { Key(unit: $0.unit, period: $0.period, form: $0.form) })
  }

  /// All revisions of a submission, in order of receipt.
  public func revisions(of key: Key) -> [Receipt] { revisions[key] ?? [] }

  /// The revision whose rows count.
  public func inForce(_ key: Key) -> Receipt? {
    revisions(of: key).filter { $0.state == .accepted }
      .reduce(nil) { best, next in best.map { next.isLater(than: $0) ? next : $0 } ?? next }
  }

  /// Every submission whose rows counted until another revision took its place, in order of receipt.
  public var allReplaced: [Receipt] {
    revisions.keys.flatMap { key in
      let standing = inForce(key)
      return revisions(of: key).filter { $0.state == .accepted && $0.number != standing?.number }
    }.sorted { $0.number < $1.number }
  }

  /// Every submission whose rows count, in order of receipt.
  public var allInForce: [Receipt] {
    revisions.keys.compactMap { inForce($0) }.sorted { $0.number < $1.number }
  }
}
