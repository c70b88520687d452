import PlanModel

/// What a value means against its target (DESIGN, Verdicts).
public enum Verdict: String, CaseIterable, Sendable {
  case exceeded, met
  case notMet = "not_met"
  case onTrack = "on_track"
  case behind
  case inProgress = "in_progress"
  case noData = "no_data"
  case noVerdict = "no_verdict"
  case insufficient

  /// Whether the plan has what it asks for, so far.
  public var isGood: Bool { self == .exceeded || self == .met || self == .onTrack }
}

/// A target at work: with the time that has passed of the time it has.
struct Judgement {
  let target: Target
  /// Whether the target's time has come.
  let isDue: Bool
  /// Whether the value builds up over time, so that a part of it is due by a part of the time. A rate
  /// of two flows does not: nine tenths of the first quarter are nine tenths.
  let accumulates: Bool
  /// Whether the value can only grow: it builds up over a denominator that stays what it is.
  let onlyGrows: Bool
  /// Months passed and months in all, while the target is not due; nil where no pace is kept.
  let elapsed: (months: Int, of: Int)?

  /// The verdict on a value, exactly.
  func verdict(on value: Ratio) -> Verdict {
    let comparison = target.comparison
    let isMet = comparison.isMet(by: value)
    if isDue || isSettled(isMet: isMet) {
      return comparison.isExceeded(by: value) ? .exceeded : isMet ? .met : .notMet
    }
    guard let elapsed else { return .inProgress }
    if !accumulates || !comparison.favoursMore { return isMet ? .onTrack : .behind }
    // value / elapsed >= threshold, without a division
    guard
      let pace = Ratio(
        value.numerator.scaled(by: elapsed.of),
        over: value.denominator.scaled(by: elapsed.months))
    else { return .behind }
    return pace >= Ratio(comparison.threshold) ? .onTrack : .behind
  }

  /// Before its time a target is settled when it must hold always, or a growing sum has passed it.
  private func isSettled(isMet: Bool) -> Bool {
    if case .maintain = target.comparison { return true }
    guard onlyGrows else { return false }
    switch target.comparison {
    case .exactly, .about: return false
    default: return target.comparison.favoursMore ? isMet : !isMet
    }
  }
}

extension FixedDecimal {
  /// The number times a small whole number.
  func scaled(by factor: Int) -> FixedDecimal {
    FixedDecimal(significand * Int128(factor), fractionDigits: fractionDigits)
  }

  /// The exact product; nil when it is too large to go on calculating with.
  func times(_ other: FixedDecimal) -> FixedDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    guard !overflow, product.magnitude < Self.power(ofTen: 36).magnitude else { return nil }
    return FixedDecimal(product, fractionDigits: fractionDigits + other.fractionDigits)
  }
}
