import PlanModel

/// Whether what is missing could still turn a verdict (DESIGN, Verdicts: `insufficient`).
///
/// Worst case: what is missing adds to the denominator only. Best case: it adds all it can. What it can
/// is bounded by what is known of the unit: for a stock its last known size, for a flow its best period
/// so far in each gap. Of a unit never heard of, nothing is known.
struct Bounds {
  let tally: Tally
  let missing: [UnitTally]
  let measure: Indicator.Measure

  func canTurn(_ verdict: Verdict, of judgement: Judgement) -> Bool {
    guard !missing.isEmpty, let numerator = tally.numerator else { return false }
    let knowsAll = missing.allSatisfy { isBounded($0) }
    let size = missing.compactMap(\.knownSize).reduce(.zero, +)
    let growth = missing.compactMap(\.possibleGrowth).reduce(.zero, +)
    let worst = value(numerator, size)
    let best = value(numerator + growth, size)
    let turnsWithinBounds = [worst, best].compactMap(\.self).contains {
      judgement.verdict(on: $0) != verdict
    }
    return turnsWithinBounds || (!knowsAll && !isBeyondReach(verdict, judgement))
  }

  private func isBounded(_ part: UnitTally) -> Bool {
    part.possibleGrowth != nil
      && (!measure.hasDenominator || part.knownSize != nil || part.tally.denominator != nil)
  }

  private func value(_ numerator: FixedDecimal, _ size: FixedDecimal) -> Ratio? {
    guard measure.hasDenominator || tally.denominator != nil else { return Ratio(numerator) }
    return tally.denominator.flatMap { Ratio(numerator, over: $0 + size) }
  }

  /// A share that has once missed its whole can never be whole again, however large what is missing;
  /// a sum that has passed its mark stays past it.
  private func isBeyondReach(_ verdict: Verdict, _ judgement: Judgement) -> Bool {
    let comparison = judgement.target.comparison
    if measure == .share { return verdict == .notMet && comparison.threshold >= FixedDecimal(1) }
    guard !measure.hasDenominator else { return false }
    return comparison.favoursMore ? verdict == .met : verdict == .notMet
  }
}
