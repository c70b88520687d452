public import PlanModel

/// Between which values a total lies, whatever the missing figures are.
public struct ValueBounds: Hashable, Sendable {
  /// The lowest value; nil when nothing is known that bounds it.
  public let lowest: Ratio?
  /// The highest value; nil when nothing is known that bounds it.
  public let highest: Ratio?
}

/// Whether what is missing could still turn a verdict: then it is `insufficient`.
///
/// Lowest: what is missing adds to the denominator only. Highest: it adds all it can. What it can
/// is bounded by what is known of the unit: its last known size, its best periods so far, its members
/// (`UnitTally`). Of what nothing is known it may be as much as a figure can hold.
struct Bounds {
  private let lowest: Ratio?
  private let highest: Ratio?
  /// What can be said of them; nil when nothing is missing, or there is nothing to bound.
  let known: ValueBounds?

  /// The most that one figure can hold.
  private static let boundless = FixedDecimal(FixedDecimal.power(ofTen: FixedDecimal.maximumDigits))

  /// Of what misses nothing.
  static let none = Bounds()

  private init() { (lowest, highest, known) = (nil, nil, nil) }

  /// Of a sum, by what each of those that are missing in it can still bring.
  init(_ tally: Tally, missing: [UnitTally.Possible], of indicator: borrowing Indicator) {
    guard !missing.isEmpty, let numerator = tally.numerator else {
      (lowest, highest, known) = (nil, nil, nil)
      return
    }
    let size = Self.total(missing) { $0.size }
    let growth = Self.total(missing) { $0.growth }
    func value(_ numerator: FixedDecimal, _ size: FixedDecimal) -> Ratio? {
      guard indicator.isQuotient else { return Ratio(numerator) }
      return Ratio(numerator, over: (tally.denominator ?? .zero) + size)
    }
    lowest = value(numerator - missing.reduce(.zero) { $0 + $1.fall }, size.sum)
    // a value that may exceed one is highest with the least denominator: an unknown one may be next to nothing
    let sizeOfMost =
      indicator.measure == .share
      ? size.sum
      : indicator.isSizeFree ? .zero : missing.reduce(.zero) { $0 + ($1.size ?? .zero) }
    highest = value(numerator + growth.sum, sizeOfMost)
    known = ValueBounds(
      lowest: size.isBounded || !indicator.isQuotient ? lowest : nil,
      highest: growth.isBounded && (size.isBounded || indicator.isSizeFree) ? highest : nil)
  }

  /// Of the greatest of several values: one that is missing can only make it greater, and one of which a
  /// part is missing may be lower in the end. `settled` is the greatest of those that miss nothing.
  init(
    greatest value: Ratio?, settled: Ratio?, missing: [UnitTally], of indicator: borrowing Indicator
  ) {
    guard !missing.isEmpty, let value else {
      (lowest, highest, known) = (nil, nil, nil)
      return
    }
    let parts = missing.map { Bounds($0.started, missing: [$0.possible], of: indicator) }
    lowest = ([settled].compactMap(\.self) + parts.compactMap(\.lowest)).max()
    // a rate over what nobody knows may be any number, a share of nothing is none
    let tops = parts.map(\.highest).filter { $0 != nil || indicator.measure != .share }
    highest = (tops + [value]).map { $0 ?? Ratio(Self.boundless) }.max()
    let isBounded = parts.allSatisfy { $0.known?.highest != nil }
    known = ValueBounds(lowest: lowest, highest: isBounded ? highest : nil)
  }

  /// Of the newest of several values, where any of those that are missing may be the newest in the end.
  init(newestIsSettled isSettled: Bool) {
    (lowest, highest) = (nil, nil)
    known = isSettled ? nil : ValueBounds(lowest: nil, highest: nil)
  }

  func canTurn(_ verdict: Verdict, of judgement: Judgement) -> Bool {
    // what is in progress is not judged yet: there is nothing to turn
    guard verdict != .inProgress, known != nil else { return false }
    guard let lowest, let highest else { return true }
    let between = judgement.target.comparison.turningPoints.filter { lowest < $0 && $0 < highest }
    return ([lowest, highest] + between).contains { judgement.verdict(on: $0) != verdict }
  }

  /// Whether it is open if a comparison is met in the end.
  func canTurn(isMet: Bool, of comparison: Target.Comparison) -> Bool {
    guard known != nil else { return false }
    guard let lowest, let highest else { return true }
    let between = comparison.turningPoints.filter { lowest < $0 && $0 < highest }
    return ([lowest, highest] + between).contains { comparison.isMet(by: $0) != isMet }
  }

  private static func total(
    _ missing: [UnitTally.Possible], _ part: (UnitTally.Possible) -> FixedDecimal?
  ) -> (sum: FixedDecimal, isBounded: Bool) {
    (
      missing.reduce(.zero) { $0 + (part($1) ?? boundless) },
      missing.allSatisfy { part($0) != nil }
    )
  }
}

extension Indicator {
  /// Whether a numerator may come with next to no denominator: not so where it is a part of it, nor
  /// where the denominator is a stock and stays what it is.
  fileprivate var isSizeFree: Bool { denominatorKind == .flow && measure != .share }
}

extension UnitTally {
  /// What there is of it so far, nothing being zero.
  fileprivate var started: Tally {
    var tally = tally
    tally.numerator = tally.numerator ?? .zero
    return tally
  }
}
