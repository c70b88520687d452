import PlanModel

/// Whether what is missing could still turn a verdict (DESIGN, Verdicts: `insufficient`).
///
/// Worst case: what is missing adds to the denominator only. Best case: it adds all it can. What it can
/// is bounded by what is known of the unit: its last known size, its best periods so far, its members
/// (`UnitTally`). Of what nothing is known it may be as much as a figure can hold.
struct Bounds {
  let tally: Tally
  let missing: [UnitTally]
  let indicator: Indicator

  /// The most that one figure can hold.
  private static let boundless = FixedDecimal(FixedDecimal.power(ofTen: FixedDecimal.maximumDigits))

  func canTurn(_ verdict: Verdict, of judgement: Judgement) -> Bool {
    // what is in progress is not judged yet: there is nothing to turn
    guard verdict != .inProgress, !missing.isEmpty, let numerator = tally.numerator else {
      return false
    }
    let size = total(\.possibleSize)
    let growth = total(\.possibleGrowth)
    guard let worst = value(numerator, size),
      let best = value(numerator + growth, isSizeFree ? .zero : size)
    else { return true }
    let between = judgement.target.comparison.turningPoints.filter { worst < $0 && $0 < best }
    return ([worst, best] + between).contains { judgement.verdict(on: $0) != verdict }
  }

  /// Whether a numerator may come with next to no denominator: not so where it is a part of it, nor
  /// where the denominator is a stock and stays what it is.
  private var isSizeFree: Bool { indicator.denominatorKind == .flow && indicator.measure != .share }

  private func total(_ part: KeyPath<UnitTally, FixedDecimal?>) -> FixedDecimal {
    missing.reduce(.zero) { $0 + ($1[keyPath: part] ?? Self.boundless) }
  }

  private func value(_ numerator: FixedDecimal, _ size: FixedDecimal) -> Ratio? {
    guard indicator.isQuotient else { return Ratio(numerator) }
    return Ratio(numerator, over: (tally.denominator ?? .zero) + size)
  }
}
