import PlanModel

/// Stocks held against the flows that move them.
extension Plausibility {
  /// Units whose stock is not that of the period before, with what came and without what went.
  ///
  /// All figures of it must be there: one that is missing, or left blank, is no zero.
  func balances(_ assessment: IndicatorAssessment) -> [Doubt] {
    let indicator = assessment.indicator
    guard let flows = indicator.flows, indicator.numeratorKind == .stock,
      let before = input.period.previous, flows.incoming != nil || flows.outgoing != nil
    else { return [] }
    return reportingUnits.compactMap { unit in
      guard let now = row(indicator.code, unit, input.period),
        let reported = now.numerator.value,
        let then = row(indicator.code, unit, before)?.numerator.value
      else { return nil }
      let incoming = flows.incoming.map { row($0, unit, input.period)?.numerator.value }
      let outgoing = flows.outgoing.map { row($0, unit, input.period)?.numerator.value }
      if case .some(.none) = incoming { return nil }
      if case .some(.none) = outgoing { return nil }
      let balance = Doubt.Balance(
        since: before, before: then, incoming: incoming ?? nil, outgoing: outgoing ?? nil,
        reported: reported)
      guard balance.expected != reported else { return nil }
      return Doubt(
        unit: unit, indicator: indicator.code, source: now.source, reason: .notByFlows(balance))
    }
  }

  private func row(_ indicator: String, _ unit: String, _ period: Period) -> FigurePoint? {
    let code = input.plan.indicator(indicator)?.code ?? indicator
    return input.figures.points(code, of: unit).last { $0.period == period }
  }
}
