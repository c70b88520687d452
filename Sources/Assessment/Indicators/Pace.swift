public import PlanModel

/// What a target asks for in numbers, beside what there is.
public struct Pace: Hashable, Sendable {
  /// The numerator that reaches the target, whole where figures are whole.
  public let needed: FixedDecimal
  /// The numerator that would be in step by now; equal to `needed` when the target is due, or no pace
  /// is kept.
  public let neededByNow: FixedDecimal
  /// The value that would be in step by now, exact; nil where only numbers are counted.
  public let levelByNow: Ratio?
  /// Months passed of the target's time; 1 of 1 when the target is due, or no pace is kept.
  public let monthsElapsed: Int
  /// Months of the target's time.
  public let monthsInAll: Int

  /// A number that is due in full.
  init(needed: FixedDecimal) {
    self.needed = needed
    neededByNow = needed
    levelByNow = nil
    monthsElapsed = 1
    monthsInAll = 1
  }

  /// The pace of a unit, or of a total: of what each unit owes that counts the units.
  init?(_ tally: Tally, _ judgement: Judgement, isTotal: Bool) {
    if isTotal, judgement.indicator.combination == .unitsMeeting {
      guard let owing = tally.denominator else { return nil }
      self.init(needed: owing)
    } else {
      self.init(tally, judgement)
    }
  }

  /// What a numerator lacks of what is needed; nil when nothing, or when there is none.
  func lacking(_ tally: Tally) -> FixedDecimal? {
    tally.numerator.flatMap { $0 < needed ? needed - $0 : nil }
  }

  /// The pace of a tally towards its target; nil where less is better, or nothing can be said.
  init?(_ tally: Tally, _ judgement: Judgement) {
    let comparison = judgement.target.comparison
    guard comparison.favoursMore, !judgement.leadsDown, let threshold = comparison.threshold,
      let base = judgement.indicator.isQuotient ? tally.denominator : FixedDecimal(1),
      let exact = threshold.part(of: base),
      let needed = judgement.indicator.leastFigure(reaching: exact, comparison)
    else { return nil }
    self.needed = needed
    guard !judgement.isDue, judgement.accumulates || judgement.start != nil,
      let elapsed = judgement.elapsed
    else {
      neededByNow = needed
      levelByNow = judgement.levelByNow
      monthsElapsed = 1
      monthsInAll = 1
      return
    }
    // from the exact number, as the verdict: a part of a rounded one may be one more
    guard let level = judgement.levelByNow, let part = level.part(of: base),
      let byNow = judgement.indicator.leastFigure(reaching: part, comparison)
    else { return nil }
    neededByNow = byNow
    levelByNow = level
    monthsElapsed = elapsed.months
    monthsInAll = elapsed.of
  }
}

extension Indicator {
  /// What each of some periods must bring so that together they bring an amount: never too little, in whole
  /// numbers where things are counted, else with as many digits as the amount or the indicator has.
  public func part(of amount: Ratio, inEachOf periods: Int, counted isCounted: Bool)
    -> FixedDecimal?
  {
    let own =
      (0...figureDigits).first { digits in
        amount.rounded(toFractionDigits: digits).map { Ratio($0) } == amount
      } ?? 0
    return Ratio(FixedDecimal(1), over: FixedDecimal(Int128(periods)))
      .flatMap(amount.multiplied)?
      .roundedUp(toFractionDigits: isCounted ? 0 : max(own, decimals))
  }

  /// The same of a rate, in parts of one: so many points more as are printed.
  func points(of amount: Ratio, inEachOf periods: Int) -> FixedDecimal? {
    Ratio(FixedDecimal(1), over: FixedDecimal(Int128(periods)))
      .flatMap(amount.multiplied)?.roundedUp(toFractionDigits: decimals + 2)
  }

  /// How many digits behind the mark its figures have at most.
  fileprivate var figureDigits: Int { measure.isWhole ? 0 : FixedDecimal.maximumFractionDigits }

  /// The least figure that satisfies a target; one more where it must be passed, not reached.
  fileprivate func leastFigure(
    reaching exact: Ratio, _ comparison: Target.Comparison
  ) -> FixedDecimal? {
    guard measure.isWhole else {
      return exact.denominator == FixedDecimal(1)
        ? exact.numerator : exact.roundedUp(toFractionDigits: figureDigits)
    }
    guard let least = exact.roundedUp(toFractionDigits: 0) else { return nil }
    if case .above = comparison, Ratio(least) == exact { return least + FixedDecimal(1) }
    return least
  }
}

extension Ratio {
  /// So large a part of a number, exact; nil when it is too large.
  fileprivate func part(of whole: FixedDecimal) -> Ratio? {
    numerator.times(whole).flatMap { Ratio($0, over: denominator) }
  }
}
