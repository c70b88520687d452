import PlanModel

/// Makes the cells of one indicator in one period.
struct IndicatorAssessor {
  let office: Office
  let plan: Plan
  let indicator: Indicator
  let period: Period
  let book: FigureBook
  /// The day in whose structure of units the cells are.
  let day: CalendarDate

  /// Every unit that reports the indicator, and every unit above one.
  func cells() -> [IndicatorCell] {
    let reporters = Reporters(of: indicator, in: office.registry, on: day)
    let readings = Window.all(for: indicator).map { reading($0, reporters) }
    let nodes = ([office.registry.root] + office.registry.units.map(\.code)).uniqued()
    return nodes.flatMap { node in
      readings.compactMap { cell(of: node, reporters.below[node] ?? [], $0) }
    }
  }

  /// The total over all units.
  func total(in window: Window) -> IndicatorCell? {
    let reporters = Reporters(of: indicator, in: office.registry, on: day)
    let root = office.registry.root
    return cell(of: root, reporters.below[root] ?? [], reading(window, reporters))
  }

  /// The units that report an indicator, whenever they existed, in the structure of a day.
  private struct Reporters {
    let structure: UnitStructure
    /// The codes of those at or under each unit, in the register's order.
    let below: [String: [String]]

    init(of indicator: Indicator, in registry: UnitRegistry, on date: CalendarDate) {
      let units = registry.units.filter { indicator.reporters.contains($0) }
      structure = UnitStructure(units, on: date)
      var below: [String: [String]] = [:]
      for code in units.map(\.code).uniqued() {
        for node in registry.lineage(of: code, on: date) { below[node, default: []].append(code) }
      }
      self.below = below
    }
  }

  /// What the units say in a window: of those that exist when the period ends, and of those that do
  /// not and yet have a figure in it.
  private struct Reading {
    let window: Window
    let tallies: [String: UnitTally]
    /// Whether figures are due in the window, or some came anyway.
    let isAsked: Bool
  }

  private func reading(_ window: Window, _ reporters: Reporters) -> Reading {
    let reader = TallyReader(
      plan: plan, indicator: indicator, period: period, book: book, window: window)
    let isCollected = !reader.collected.isEmpty
    var tallies: [String: UnitTally] = [:]
    for (code, line) in reporters.structure.lines {
      var tally = reader.tally(of: line)
      // a unit that a later day's structure has not yet: its parts exist
      let exists = line.parts.contains { $0.life.exists(on: period.span.last) }
      if !isCollected { tally.isOwed = exists }
      if exists || tally.tally.numerator != nil { tallies[code] = tally }
    }
    return Reading(
      window: window, tallies: tallies,
      isAsked: isCollected || tallies.values.contains { $0.tally.numerator != nil })
  }

  private func cell(of node: String, _ codes: [String], _ reading: Reading) -> IndicatorCell? {
    let parts = codes.compactMap { reading.tallies[$0] }
    if parts.isEmpty, node != office.registry.root { return nil }
    let group = Group(
      node: node, isTotal: codes != [node], window: reading.window, parts: parts,
      expected: reading.isAsked ? parts.filter(\.isExpected) : [])
    if group.isTotal, indicator.combination == .unitsMeeting { return unitsMeeting(group) }
    return summed(group)
  }

  private struct Group {
    let node: String
    let isTotal: Bool
    let window: Window
    let parts: [UnitTally]
    let expected: [UnitTally]

    var missing: [UnitTally] { expected.filter { !$0.isComplete } }

    /// What all parts say together.
    var tally: Tally {
      var tally = Tally()
      for part in parts { tally.add(part.tally) }
      return tally
    }
  }

  private func judgement(of group: Group, latest: Period?) -> Judgement? {
    Judgement.choose(
      for: indicator, in: group.window, of: period, plan: plan, latest: latest,
      standing: group.node == office.registry.root ? .whole : group.isTotal ? .subtotal : .unit)
  }

  // MARK: sums

  private func summed(_ group: Group) -> IndicatorCell {
    let tally = group.tally
    let value = tally.value(of: indicator)
    let judgement = judgement(of: group, latest: tally.latestPeriod)
    return makeCell(
      group, tally, value, judgement, verdict: verdict(on: tally, value, judgement, group),
      pace: judgement.flatMap { pace(tally, $0) })
  }

  private func verdict(
    on tally: Tally, _ value: Ratio?, _ judgement: Judgement?, _ group: Group
  ) -> Verdict {
    guard tally.numerator != nil else { return .noData }
    guard let judgement, let value else { return .noVerdict }
    let verdict = judgement.verdict(on: value)
    let bounds = Bounds(tally: tally, missing: group.missing, indicator: indicator)
    return bounds.canTurn(verdict, of: judgement) ? .insufficient : verdict
  }

  private func pace(_ tally: Tally, _ judgement: Judgement) -> Pace? {
    let comparison = judgement.target.comparison
    guard comparison.favoursMore,
      let base = indicator.isQuotient ? tally.denominator : FixedDecimal(1),
      let exact = comparison.threshold.times(base),
      let needed = leastFigure(reaching: exact, comparison)
    else { return nil }
    guard !judgement.isDue, judgement.accumulates, let elapsed = judgement.elapsed else {
      return Pace(needed: needed, neededByNow: needed, monthsElapsed: 1, monthsInAll: 1)
    }
    let digits = indicator.measure.isWhole ? 0 : FixedDecimal.maximumFractionDigits
    // from the exact number, as the verdict: a part of a rounded one may be one more
    let byNow = Ratio(exact.scaled(by: elapsed.months), over: FixedDecimal(Int128(elapsed.of)))?
      .roundedUp(toFractionDigits: digits)
    return byNow.map {
      Pace(
        needed: needed, neededByNow: $0, monthsElapsed: elapsed.months, monthsInAll: elapsed.of)
    }
  }

  /// The least numerator that satisfies the target; one more where it must be passed, not reached.
  private func leastFigure(
    reaching exact: FixedDecimal, _ comparison: Target.Comparison
  ) -> FixedDecimal? {
    guard indicator.measure.isWhole else { return exact }
    if case .above = comparison, exact.isWhole { return exact + FixedDecimal(1) }
    return Ratio(exact).roundedUp(toFractionDigits: 0)
  }

  // MARK: units that meet an obligation of each

  /// The total of a per-unit obligation: the units that meet it, over those that owe it.
  ///
  /// Shown only in the window the obligation is for; in others the count would mean nothing.
  private func unitsMeeting(_ group: Group) -> IndicatorCell? {
    guard let judgement = judgement(of: group, latest: nil) else { return nil }
    let outcomes = group.expected.map { outcome(of: $0, judgement) }
    var tally = group.tally
    let hasFigures = tally.numerator != nil
    let owed = FixedDecimal(Int128(outcomes.count))
    tally.numerator =
      hasFigures ? FixedDecimal(Int128(outcomes.count { $0.meets == true })) : nil
    tally.denominator = owed
    return makeCell(
      group, tally, tally.numerator.flatMap { Ratio($0, over: owed) }, judgement,
      verdict: hasFigures && !outcomes.isEmpty ? verdict(on: outcomes, judgement) : .noData,
      pace: Pace(needed: owed, neededByNow: owed, monthsElapsed: 1, monthsInAll: 1))
  }

  /// How one unit stands towards an obligation of each; `meets` is nil while that is open.
  private struct Outcome {
    var meets: Bool?
    var verdict: Verdict?
  }

  private func outcome(of part: UnitTally, _ judgement: Judgement) -> Outcome {
    guard let value = part.tally.value(of: indicator) else {
      return Outcome(meets: part.isComplete ? false : nil)
    }
    let verdict = judgement.verdict(on: value)
    let bounds = Bounds(
      tally: part.tally, missing: part.isComplete ? [] : [part], indicator: indicator)
    if bounds.canTurn(verdict, of: judgement) { return Outcome(verdict: verdict) }
    return Outcome(meets: judgement.target.comparison.isMet(by: value), verdict: verdict)
  }

  /// Each must meet it: one that fails for certain decides, whoever else is missing.
  private func verdict(on outcomes: [Outcome], _ judgement: Judgement) -> Verdict {
    if outcomes.allSatisfy({ $0.meets == true }) {
      let isSettled = outcomes.allSatisfy { $0.verdict == .met || $0.verdict == .exceeded }
      if judgement.isDue || isSettled { return .met }
      return outcomes.allSatisfy { $0.verdict?.isGood == true } ? .onTrack : .inProgress
    }
    if !judgement.isDue { return .inProgress }
    return outcomes.contains { $0.meets == false } ? .notMet : .insufficient
  }

  // MARK: assembly

  private func makeCell(
    _ group: Group, _ tally: Tally, _ value: Ratio?, _ judgement: Judgement?, verdict: Verdict,
    pace: Pace?
  ) -> IndicatorCell {
    IndicatorCell(
      unit: group.node, isTotal: group.isTotal, window: group.window, tally: tally, value: value,
      target: judgement?.target, verdict: verdict, pace: pace,
      countedUnits: group.expected.filter(\.isComplete).map(\.unit),
      expectedUnits: group.expected.map(\.unit),
      isNotApplicable: !group.isTotal && group.parts.allSatisfy(\.isNotApplicable),
      members: members(group), gaps: group.isTotal ? [] : group.parts.flatMap(\.gaps),
      convertedFrom: group.parts.flatMap(\.convertedFrom).uniqued(),
      isBroken: !group.isTotal && group.parts.contains(where: \.isBroken))
  }
}

extension IndicatorAssessor {
  private func members(_ group: Group) -> IndicatorCell.Members? {
    func size(_ parts: [UnitTally]) -> Int? {
      parts.reduce(0) { sum, part in
        guard let sum, let members = office.registry.unit(part.unit, on: day)?.members else {
          return nil
        }
        return sum + members
      }
    }
    guard let expected = size(group.expected), expected > 0,
      let counted = size(group.expected.filter(\.isComplete))
    else { return nil }
    return IndicatorCell.Members(counted: counted, expected: expected)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
