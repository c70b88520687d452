import PlanModel

/// Makes the cells of one indicator in one period.
struct IndicatorAssessor {
  let office: Office
  let plan: Plan
  let indicator: Indicator
  let period: Period
  let book: FigureBook

  private var reader: TallyReader {
    TallyReader(plan: plan, indicator: indicator, period: period, book: book)
  }

  /// Every unit that reports the indicator, and every unit above one.
  func cells() -> [IndicatorCell] {
    let end = period.span.last
    let reporters = office.registry.units.filter { indicator.reporters.contains($0) }
    let lineages = reporters.map { office.registry.lineage(of: $0.code, on: end) }
    let below = Dictionary(
      zip(lineages, reporters).flatMap { line, unit in line.map { ($0, [unit]) } },
      uniquingKeysWith: +)
    let root = office.registry.root
    let nodes = [root] + office.registry.units.map(\.code).filter { $0 != root && below[$0] != nil }
    return Window.all(for: indicator).flatMap { window in
      let tallies = Dictionary(
        reporters.map { ($0.code, reader.tally(of: $0, in: window)) },
        uniquingKeysWith: { first, _ in first })
      return nodes.uniqued().compactMap { node in
        cell(of: node, window, below[node] ?? [], tallies)
      }
    }.sorted(byFirst: nodes)
  }

  /// The total over all units.
  func total(in window: Window) -> IndicatorCell? {
    cells().first { $0.unit == office.registry.root && $0.window == window }
  }

  private func cell(
    of node: String, _ window: Window, _ units: [Unit], _ tallies: [String: UnitTally]
  ) -> IndicatorCell? {
    let codes = units.map(\.code).uniqued()
    let isTotal = codes != [node]
    let parts = codes.compactMap { tallies[$0] }
    let expected = units.filter {
      $0.isValid(on: period.span.last) && tallies[$0.code]?.isNotApplicable != true
    }.map(\.code).uniqued()
    let group = Group(
      node: node, isTotal: isTotal, window: window, parts: parts, expected: expected)
    if isTotal, indicator.combination == .unitsMeeting { return unitsMeeting(group) }
    return summed(group)
  }

  private struct Group {
    let node: String
    let isTotal: Bool
    let window: Window
    let parts: [UnitTally]
    let expected: [String]

    var counted: [String] {
      let complete = Set(parts.filter(\.isComplete).map(\.unit))
      return expected.filter { complete.contains($0) }
    }
  }

  // MARK: sums

  private func summed(_ group: Group) -> IndicatorCell {
    var tally = Tally()
    for part in group.parts { tally.add(part.tally) }
    let value = tally.value(of: indicator)
    let judgement = Judgement.choose(
      for: indicator, in: group.window, of: period, plan: plan, latest: tally.latestPeriod)
    return makeCell(
      group, tally, value, judgement,
      verdict: verdict(on: tally, value, judgement, group))
  }

  private func verdict(
    on tally: Tally, _ value: Ratio?, _ judgement: Judgement?, _ group: Group
  ) -> Verdict {
    guard tally.numerator != nil else { return .noData }
    guard let judgement, let value else { return .noVerdict }
    let verdict = judgement.verdict(on: value)
    let missing = group.parts.filter { !$0.isComplete && group.expected.contains($0.unit) }
    let bounds = Bounds(tally: tally, missing: missing, measure: indicator.measure)
    return bounds.canTurn(verdict, of: judgement) ? .insufficient : verdict
  }

  // MARK: units that meet an obligation of each

  /// The total of a per-unit obligation: the units that meet it, over those that owe it.
  ///
  /// Shown only in the window the obligation is for; in others the count would mean nothing.
  private func unitsMeeting(_ group: Group) -> IndicatorCell? {
    guard
      let judgement = Judgement.choose(
        for: indicator, in: group.window, of: period, plan: plan, latest: nil)
    else { return nil }
    let meeting = group.parts.filter { part in
      group.expected.contains(part.unit)
        && part.tally.value(of: indicator).map(judgement.target.comparison.isMet) == true
    }
    var tally = Tally()
    for part in group.parts { tally.add(part.tally) }
    let hasFigures = tally.numerator != nil
    tally.numerator = hasFigures ? FixedDecimal(Int128(meeting.count)) : nil
    tally.denominator = FixedDecimal(Int128(group.expected.count))
    let verdict: Verdict =
      if !hasFigures {
        .noData
      } else if meeting.count == group.expected.count {
        .met
      } else if !judgement.isDue {
        .inProgress
      } else {
        group.counted.count < group.expected.count ? .insufficient : .notMet
      }
    return makeCell(group, tally, tally.value(of: indicator), judgement, verdict: verdict)
  }

  // MARK: assembly

  private func makeCell(
    _ group: Group, _ tally: Tally, _ value: Ratio?, _ judgement: Judgement?, verdict: Verdict
  ) -> IndicatorCell {
    IndicatorCell(
      unit: group.node, isTotal: group.isTotal, window: group.window, tally: tally, value: value,
      target: judgement?.target, verdict: verdict,
      pace: judgement.flatMap { pace(tally, $0, isTotal: group.isTotal) },
      countedUnits: group.counted, expectedUnits: group.expected,
      isNotApplicable: !group.isTotal && group.parts.allSatisfy(\.isNotApplicable))
  }

  private func pace(_ tally: Tally, _ judgement: Judgement, isTotal: Bool) -> Pace? {
    if isTotal, indicator.combination == .unitsMeeting {
      return tally.denominator.map {
        Pace(needed: $0, neededByNow: $0, monthsElapsed: 1, monthsInAll: 1)
      }
    }
    guard judgement.target.comparison.favoursMore,
      let base = indicator.measure.hasDenominator ? tally.denominator : FixedDecimal(1)
    else { return nil }
    let exact = judgement.target.comparison.threshold.times(base)
    let needed = leastFigure(reaching: exact, judgement.target.comparison)
    let elapsed = judgement.isDue || !judgement.isFlow ? nil : judgement.elapsed
    guard let elapsed else {
      return Pace(needed: needed, neededByNow: needed, monthsElapsed: 1, monthsInAll: 1)
    }
    let byNow = Ratio(needed.scaled(by: elapsed.months), over: FixedDecimal(Int128(elapsed.of)))
    let rounded = byNow?.rounded(toFractionDigits: FixedDecimal.maximumFractionDigits) ?? needed
    return Pace(
      needed: needed, neededByNow: indicator.measure.isWhole ? rounded.roundedUp : rounded,
      monthsElapsed: elapsed.months, monthsInAll: elapsed.of)
  }

  /// The least numerator that satisfies the target; one more where it must be passed, not reached.
  private func leastFigure(
    reaching exact: FixedDecimal, _ comparison: Target.Comparison
  ) -> FixedDecimal {
    guard indicator.measure.isWhole else { return exact }
    if case .above = comparison, exact.isWhole { return exact + FixedDecimal(1) }
    return exact.roundedUp
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Array where Element == IndicatorCell {
  /// Unit by unit in a given order; windows of a unit keep their order.
  fileprivate func sorted(byFirst order: [String]) -> [IndicatorCell] {
    let groups = Dictionary(grouping: self, by: \.unit)
    return order.uniqued().flatMap { groups[$0] ?? [] }
  }
}
