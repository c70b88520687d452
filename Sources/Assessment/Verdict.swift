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
  /// Whether the value can only grow until then, as a sum over time does.
  let isFlow: Bool
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
    if !isFlow || !comparison.favoursMore { return isMet ? .onTrack : .behind }
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
    guard isFlow else { return false }
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

  /// The exact product.
  func times(_ other: FixedDecimal) -> FixedDecimal {
    FixedDecimal(
      significand * other.significand, fractionDigits: fractionDigits + other.fractionDigits)
  }

  /// The smallest whole number that is not below it.
  var roundedUp: FixedDecimal {
    let unit = FixedDecimal.power(ofTen: fractionDigits)
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: unit)
    return FixedDecimal(quotient + (remainder > 0 ? 1 : 0))
  }
}
