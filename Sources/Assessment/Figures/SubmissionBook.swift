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

  /// Of one submission, where its last revision stands, and the one in force.
  private struct Standing {
    var last: Int?
    var inForce: Int?
  }

  /// The submissions in order of receipt.
  public let receipts: [Receipt]
  /// Every submission whose rows count, in order of receipt.
  public let allInForce: [Receipt]
  /// Every submission whose rows counted until another revision took its place, in order of receipt.
  public let allReplaced: [Receipt]

  private let standing: [Key: Standing]
  /// Of each of the submissions where the revision before it stands.
  private let before: [Int?]

  /// The submissions received up to a moment.
  public init(receipts: [Receipt], asOf: CivilTime) {
    let known = receipts.filter { $0.receivedAt <= asOf }.sorted { $0.number < $1.number }
    var standing: [Key: Standing] = [:]
    standing.reserveCapacity(known.count)
    var before = [Int?](repeating: nil, count: known.count)
    var isInForce = [Bool](repeating: false, count: known.count)
    func take(_ place: Int, _ now: inout Standing) {
      before[place] = now.last
      now.last = place
      guard known[place].state == .accepted else { return }
      if let other = now.inForce {
        guard known[place].isLater(than: known[other]) else { return }
        isInForce[other] = false
      }
      now.inForce = place
      isInForce[place] = true
    }
    for place in known.indices {
      take(place, &standing[Key(of: known[place]), default: Standing()])
    }
    self.receipts = known
    self.standing = standing
    self.before = before
    allInForce = zip(known, isInForce).compactMap { $1 ? $0 : nil }
    allReplaced = zip(known, isInForce).compactMap { !$1 && $0.state == .accepted ? $0 : nil }
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
  public func revisions(of key: Key) -> [Receipt] {
    var revisions: [Receipt] = []
    var place = standing[key]?.last
    while let next = place {
      revisions.append(receipts[next])
      place = before[next]
    }
    return revisions.reversed()
  }

  /// The revision whose rows count.
  func inForce(_ key: Key) -> Receipt? { standing[key]?.inForce.map { receipts[$0] } }
}
