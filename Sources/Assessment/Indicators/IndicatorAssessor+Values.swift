import PlanModel

/// A value, and what it means against one target or none.
struct Valuation {
  let tally: Tally
  let value: Ratio?
  let judgement: Judgement?
  let verdict: Verdict
  let bounds: ValueBounds?
  /// Of what each unit owes, the units that are counted on neither side.
  var leftOut: [IndicatorCell.LeftOut] = []
}

/// What the figures of a group come to.
extension IndicatorAssessor {
  /// The value of a group under each target that applies, once where none does.
  func values(_ group: Group) -> [Valuation] {
    let tally = tally(of: group)
    let value = tally.value(of: indicator)
    let bounds = bounds(of: tally, value, group)
    func valuation(_ judgement: Judgement?) -> Valuation {
      Valuation(
        tally: tally, value: value, judgement: judgement,
        verdict: verdict(on: tally, value, judgement, bounds, isCut: isCut(group)),
        // what nobody will bring is in no bounds: they would promise too much
        bounds: group.lostUnits.isEmpty ? bounds.known : nil)
    }
    let judgements = judgements(of: group, latest: tally.latestPeriod)
    return judgements.isEmpty ? [valuation(nil)] : judgements.map(valuation)
  }

  private func bounds(of tally: Tally, _ value: Ratio?, _ group: Group) -> Bounds {
    guard group.isTotal else { return Bounds(tally, missing: group.possible, of: indicator) }
    switch indicator.combination {
    case .sum, .unitsMeeting: return Bounds(tally, missing: group.possible, of: indicator)
    case .last: return Bounds(newestIsSettled: group.countsAll)
    case .max:
      let settled = group.parts.map { group.reading.tallies[$0] }.filter(\.isComplete)
        .compactMap { $0.tally.value(of: indicator) }.max()
      return Bounds(greatest: value, settled: settled, missing: group.missing, of: indicator)
    }
  }

  private func verdict(
    on tally: Tally, _ value: Ratio?, _ judgement: Judgement?, _ bounds: Bounds, isCut: Bool
  ) -> Verdict {
    guard tally.numerator != nil else { return .noData }
    guard let judgement, judgement.target.comparison.isJudged else { return .noVerdict }
    // of nothing there is no part that could be held against the number of the plan
    guard let value else { return tally.denominator == .zero ? .noData : .noVerdict }
    let verdict = judgement.verdict(on: value)
    if bounds.canTurn(verdict, of: judgement) { return .insufficient }
    return isCut && !judgement.holds(verdict, ifMoreComesTo: value) ? .insufficient : verdict
  }

  /// Whether a sum lacks a part of its window that nobody will bring: collecting began inside, a unit ended
  /// that owed some of it, or a reorganisation divided the unit in a way that the office has not declared.
  private func isCut(_ group: Group) -> Bool {
    guard indicator.numeratorKind == .flow else { return false }
    let own = group.isTotal ? nil : group.parts.first
    return !group.reading.isWhole || !group.lostUnits.isEmpty
      || own.map { group.reading.tallies[$0].isBroken } ?? false
  }

  // MARK: targets

  /// Every target that applies to a group.
  func judgements(of group: Group, latest: Period?) -> [Judgement] {
    let judgements = choices.judgements(group.window, latest, standing(of: group.node), of: self)
    // what each owes is counted from its own figure, not from the sum of all
    guard judgements.contains(where: \.isCountedFromFigure),
      !group.isTotal || indicator.combination != .unitsMeeting
    else { return judgements }
    return judgements.map { counted($0, group.node, group.window, latest) }
  }

  /// A target with the number that its change is counted from.
  func counted(
    _ judgement: Judgement, _ node: Reporters.Node, _ window: Window, _ latest: Period?
  ) -> Judgement {
    guard judgement.isCountedFromFigure else { return judgement }
    let base = base(of: node, in: window, before: judgement.target, latest)
    return judgement.with(
      judgement.target.counted(
        from: base, ceiling: indicator.measure == .share ? Ratio(FixedDecimal(1)) : nil,
        floor: Ratio(.zero)))
  }

  /// The value that a target's change is counted from; nil when there is none that nothing misses.
  private func base(
    of node: Reporters.Node, in window: Window, before target: Target, _ latest: Period?
  ) -> Ratio? {
    guard let past = base(of: target, latest) else { return nil }
    let reading = earlier(past).reading(window)
    guard reading.isWhole else { return nil }
    let group = group(node, reading)
    return group.countsAll ? tally(of: group).value(of: indicator) : nil
  }

  /// Whether a unit has no such value although no figure is missing: there was nothing to have a rate of, or
  /// nobody was asked.
  func hasNoBase(
    of node: Reporters.Node, in window: Window, before target: Target, _ latest: Period?
  ) -> Bool {
    guard let past = base(of: target, latest) else { return false }
    let reading = earlier(past).reading(window)
    return !reading.isWhole || group(node, reading).countsAll
  }

  /// The period whose figure a target's change is counted from. So much each quarter is not so much a
  /// year: a level over several quarters is that of the latest, held against what its own report holds it
  /// against.
  private func base(of target: Target, _ latest: Period?) -> Period? {
    period.base(of: target) ?? (isFlow ? nil : latest?.base(of: target))
  }

  /// How a value has moved since what its target's change is counted from; nil of a number that the
  /// plan states, for nobody knows which unit had what of it.
  private func movement(of group: Group, under valuation: Valuation) -> Movement? {
    guard let judgement = valuation.judgement, judgement.isCountedFromFigure,
      let past = base(of: judgement.target, valuation.tally.latestPeriod),
      !group.isTotal || indicator.combination != .unitsMeeting
    else { return nil }
    return movement(of: group, since: past, earlier(past).reading(group.window))
  }

  // MARK: assembly

  /// The cell of one unit that misses nothing, as nearly all are, made from its numbers alone; nil of every
  /// other, and where more than one target applies, or one that is counted from an earlier figure.
  ///
  /// It says what `cell(_:_:)` would say (`PlainCellTests`).
  func plainCell(of node: Int, _ reading: Reading) -> IndicatorCell? {
    guard let place = reporters.ownPlaces[node], reading.isAsked, reading.tallies[place].isPlain
    else { return nil }
    let tally = reading.tallies[place].tally
    let judgements = choices.judgements(
      reading.window, tally.latestPeriod, node == 0 ? .whole : .unit, of: self)
    let judgement = judgements.first
    if judgements.count > 1 || judgement?.isCountedFromFigure == true { return nil }
    let value = tally.value(of: indicator)
    let verdict = verdict(
      on: tally, value, judgement, .none, isCut: isFlow && !reading.isWhole)
    return IndicatorCell(
      plain: reporters.codes[place], reading.window, tally, value, judgement, verdict,
      members: reading.reporters.members[place].flatMap { $0 > 0 ? $0 : nil })
  }

  /// The cell of a group: its value under the target that binds, with the others beside it; nil when
  /// there is no value to show.
  func cell(_ group: Group, _ valuations: [Valuation]) -> IndicatorCell? {
    guard let first = valuations.binding(\.verdict) else { return nil }
    let others =
      valuations.count < 2
      ? []
      : valuations.compactMap { valuation in
        valuation.judgement.flatMap { judgement in
          judgement.target == first.judgement?.target
            ? nil
            : IndicatorCell.Outcome(
              window: group.window, target: judgement.target,
              numerator: valuation.tally.numerator, denominator: valuation.tally.denominator,
              value: valuation.value, verdict: valuation.verdict,
              lacking: Pace(valuation.tally, judgement, isTotal: group.isTotal)?
                .lacking(valuation.tally))
        }
      }
    let tallies = group.reading.tallies
    // what only one unit by itself can have
    let own = group.isTotal ? nil : group.parts.first
    return IndicatorCell(
      group, first,
      IndicatorCell.Details(
        others: others, expectedUnits: group.expectedUnits, missingUnits: group.missingUnits,
        isNotApplicable: own.map { tallies[$0].isNotApplicable } ?? !group.isTotal,
        members: members(group), gaps: own.map { tallies[$0].gaps } ?? [],
        movement: movement(of: group, under: first),
        convertedFrom: group.convertedFrom, lostUnits: group.lostUnits,
        isBroken: own.map { tallies[$0].isBroken } ?? false, leftOut: first.leftOut))
  }

  private func members(_ group: Group) -> IndicatorCell.Members? {
    guard let expected = group.members(group.expected), expected > 0 else { return nil }
    let counted =
      group.countsAll
      ? expected
      : group.members(group.expected.filter { group.reading.tallies[$0].isComplete })
    return counted.map { IndicatorCell.Members(counted: $0, expected: expected) }
  }
}

extension Array {
  /// The element whose verdict binds; of several alike the first.
  func binding(_ verdict: (Element) -> Verdict) -> Element? {
    // not min(by:), which promises nothing about equals
    reduce(nil as Element?) { best, element in
      guard let best, verdict(element).weight >= verdict(best).weight else { return element }
      return best
    }
  }
}

extension Target {
  /// The same target with the number that its change is counted from.
  fileprivate func counted(from base: Ratio?, ceiling: Ratio?, floor: Ratio?) -> Target {
    Target(
      comparison.counted(from: base, ceiling: ceiling, floor: floor), schedule,
      isPerUnit: isPerUnit, start: start)
  }
}
