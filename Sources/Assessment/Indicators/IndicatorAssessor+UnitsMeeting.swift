import PlanModel

/// The total of an indicator that counts the units that meet an obligation of each.
extension IndicatorAssessor {
  /// The total of a per-unit obligation: the units that meet it, over those that owe it; who is asked for a
  /// part of nothing or has no base to be held against owes none, nor who has nothing of which there could be
  /// a rate.
  ///
  /// Shown only in the window the obligation is for; in others the count would mean nothing.
  func unitsMeeting(_ group: Group) -> [Valuation] {
    judgements(of: group, latest: group.sum.latestPeriod).map { unitsMeeting(group, $0) }
  }

  private func unitsMeeting(_ group: Group, _ judgement: Judgement) -> Valuation {
    var unjudged: Judgement?
    var leftOut: [IndicatorCell.LeftOut] = []
    let outcomes = group.expected.compactMap { place -> Outcome? in
      let part = group.reading.tallies[place]
      let code = reporters.codes[place]
      let isCut = !group.reading.isWhole || part.isBroken
      if hasNothing(part), !isCut || indicator.numeratorKind == .stock {
        leftOut.append(.init(unit: code, reason: .noRate))
        return nil
      }
      let node = reporters.node(code)
      let own = counted(judgement, node, group.window, group.sum.latestPeriod)
      // what cannot be counted asks nothing of a unit, and no figure to come will change that
      if let reason = whyUncounted(own, node, group) {
        unjudged = own
        if part.tally.value(of: indicator) != nil {
          leftOut.append(.init(unit: code, reason: reason))
        }
        return nil
      }
      return outcome(of: part, own, isCut: isCut)
    }
    var tally = group.sum
    // where nobody owes it any more, a count of none would look like a result
    let hasFigures = tally.numerator != nil && !outcomes.isEmpty
    let owed = FixedDecimal(outcomes.count)
    let meeting = outcomes.count { $0.meets == true }
    tally.numerator = hasFigures ? FixedDecimal(meeting) : nil
    tally.denominator = owed
    let open = outcomes.count { $0.meets == nil }
    let bounds: ValueBounds? =
      hasFigures && open > 0
      ? ValueBounds(
        lowest: Ratio(FixedDecimal(meeting), over: owed),
        highest: Ratio(FixedDecimal(meeting + open), over: owed)) : nil
    let isUnjudged = group.sum.numerator != nil && outcomes.isEmpty && unjudged != nil
    return Valuation(
      tally: tally, value: tally.numerator.flatMap { Ratio($0, over: owed) },
      judgement: isUnjudged ? unjudged : judgement,
      verdict: hasFigures
        ? verdict(on: outcomes, judgement) : isUnjudged ? .noVerdict : .noData,
      bounds: bounds, leftOut: leftOut)
  }

  /// Why nobody will ever say what a change asks of a unit; nil where that is known, or may come to be.
  private func whyUncounted(
    _ own: Judgement, _ node: Reporters.Node, _ group: Group
  ) -> IndicatorCell.LeftOut.Reason? {
    let comparison = own.target.comparison
    guard let change = comparison.change, change.amount != nil else { return nil }
    if !comparison.isJudged { return .baseOfNothing }
    return change.from == nil
      && hasNoBase(of: node, in: group.window, before: own.target, group.sum.latestPeriod)
      ? .noBase : nil
  }

  /// Whether a unit has sent all of a rate whose denominator is zero: no figure to come will give it a value.
  private func hasNothing(_ part: UnitTally) -> Bool {
    indicator.isQuotient && part.isComplete && part.tally.denominator == .zero
  }

  /// How one unit stands towards an obligation of each; nil is what missing figures may still turn.
  private struct Outcome {
    var meets: Bool?
    var verdict: Verdict?
  }

  private func outcome(of part: UnitTally, _ judgement: Judgement, isCut: Bool) -> Outcome {
    guard let value = part.tally.value(of: indicator) else {
      // figures without a value are no failure: no single stock stands under a sum of several years
      return Outcome(meets: part.isComplete && !isCut && part.tally.numerator == nil ? false : nil)
    }
    let verdict = judgement.verdict(on: value)
    let comparison = judgement.target.comparison
    let bounds = Bounds(part.tally, missing: part.isComplete ? [] : [part.possible], of: indicator)
    let isMet = comparison.isMet(by: value)
    if verdict == .insufficient || verdict == .noVerdict
      || isCut && indicator.numeratorKind == .flow
        && !judgement.holds(verdict, ifMoreComesTo: value)
    {
      return Outcome()
    }
    let meets = bounds.canTurn(isMet: isMet, of: comparison) ? nil : isMet
    // what is met for certain may still be exceeded, and is good all the same
    let isOpen = meets != true && bounds.canTurn(verdict, of: judgement)
    return Outcome(meets: meets, verdict: isOpen ? nil : verdict)
  }

  /// Each must meet it: one that fails, or is behind, for certain decides, whoever else is missing.
  private func verdict(on outcomes: [Outcome], _ judgement: Judgement) -> Verdict {
    guard judgement.target.comparison.isJudged else { return .noVerdict }
    let isSettled = outcomes.allSatisfy { $0.verdict == .met || $0.verdict == .exceeded }
    if judgement.isDue || isSettled, outcomes.allSatisfy({ $0.meets == true }) { return .met }
    if outcomes.contains(where: { $0.verdict == .notMet }) { return .notMet }
    if judgement.isDue {
      return outcomes.contains { $0.meets == false } ? .notMet : .insufficient
    }
    // over a term nobody keeps a pace
    guard judgement.elapsed != nil else { return .inProgress }
    if outcomes.contains(where: { $0.verdict == .behind }) { return .behind }
    return outcomes.allSatisfy { $0.verdict?.isGood == true } ? .onTrack : .insufficient
  }
}
