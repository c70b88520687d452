import PlanModel

/// What is only remarkable when all units are seen together.
extension Plausibility {
  /// All at exactly 100%, or many of them just at the threshold; a doubt of the organisation's own.
  func ofAllUnits(_ assessment: IndicatorAssessment, _ values: [Ratio]) -> [Doubt] {
    guard assessment.indicator.measure == .share else { return [] }
    let one = Ratio(FixedDecimal(1))
    let reason: Doubt.Reason?
    if values.count >= limits.fullUnits, values.allSatisfy({ $0 == one }) {
      reason = .allFull(units: values.count)
    } else {
      reason = heap(values, assessment.total?.target?.comparison)
    }
    return reason.map { reason in
      [
        Doubt(
          unit: assessment.root, indicator: assessment.indicator.code, source: nil,
          reason: reason)
      ]
    } ?? []
  }

  /// Of a threshold that is the whole nothing can lie above, and all at it is another matter.
  private func heap(_ values: [Ratio], _ comparison: Target.Comparison?) -> Doubt.Reason? {
    guard values.count >= limits.heapUnits, let comparison, comparison.favoursMore,
      let threshold = comparison.threshold, threshold < Ratio(FixedDecimal(1)),
      let top = threshold.plus(Ratio(limits.heapWidth)),
      let least = Ratio(limits.heapShare).multiplied(
        by: Ratio(FixedDecimal(values.count)))
    else { return nil }
    let near = values.count { comparison.isMet(by: $0) && $0 >= threshold && $0 <= top }
    guard Ratio(FixedDecimal(near)) >= least else { return nil }
    return .heaped(
      units: near, of: values.count, threshold: threshold, width: limits.heapWidth)
  }
}
