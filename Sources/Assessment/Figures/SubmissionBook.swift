public import PlanModel

/// All submissions known at one moment, with those that are in force.
///
/// In force is, of each unit, period and form, the accepted revision with the highest version in its
/// name, of several the latest: a returned one changes nothing, and an earlier accepted one stands.
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

    /// Of which a submission is a revision.
    public init(of receipt: Receipt) {
      self.init(unit: receipt.unit, period: receipt.period, form: receipt.form)
    }
  }

  /// The submissions in order of receipt.
  public let receipts: [Receipt]
  private let revisions: [Key: [Receipt]]

  /// The submissions received up to a moment.
  public init(receipts: [Receipt], asOf: CivilTime) {
    let known = receipts.filter { $0.receivedAt <= asOf }.sorted { $0.number < $1.number }
    self.receipts = known
    revisions = Dictionary(grouping: known, by: Key.init(of:))
  }

  /// The submission with a number.
  public func receipt(_ number: Int64) -> Receipt? {
    var places = receipts.startIndex..<receipts.endIndex
    while !places.isEmpty {
      let middle = (places.lowerBound + places.upperBound) / 2
      if receipts[middle].number == number { return receipts[middle] }
      places =
        receipts[middle].number < number
        ? middle + 1..<places.upperBound : places.lowerBound..<middle
    }
    return nil
  }

  /// All revisions of a submission, in order of receipt.
  public func revisions(of key: Key) -> [Receipt] { revisions[key] ?? [] }

  /// The revision whose rows count.
  func inForce(_ key: Key) -> Receipt? { Self.inForce(revisions(of: key)) }

  private static func inForce(_ revisions: [Receipt]) -> Receipt? {
    var best: Receipt?
    for next in revisions where next.state == .accepted {
      if best.map(next.isLater) ?? true { best = next }
    }
    return best
  }

  /// Every submission whose rows counted until another revision took its place, in order of receipt.
  public var allReplaced: [Receipt] {
    revisions.values.lazy.filter { $0.count > 1 }.flatMap { revisions in
      let standing = Self.inForce(revisions)
      return revisions.filter { $0.state == .accepted && $0.number != standing?.number }
    }.sorted { $0.number < $1.number }
  }

  /// Every submission whose rows count, in order of receipt.
  public var allInForce: [Receipt] {
    revisions.values.compactMap(Self.inForce).sorted { $0.number < $1.number }
  }
}
