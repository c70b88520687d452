import PlanModel

/// Makes the cells of one indicator in one period.
struct IndicatorAssessor {
  let input: AssessmentInput
  let indicator: Indicator
  let period: Period
  /// What the units say in windows of this period and of earlier ones.
  let readings: Readings
  /// The targets that apply, found when the first cell of their kind is made.
  private let choices = TargetChoices()

  /// `readings` may be shared by the assessors of one indicator.
  init(
    _ indicator: Indicator, in period: Period, _ input: AssessmentInput,
    readings: Readings = Readings()
  ) {
    self.input = input
    self.indicator = indicator
    self.period = period
    self.readings = readings
  }

  var plan: Plan { input.plan }
  private var office: Office { input.office }

  private var reporters: Reporters { input.reporters(of: indicator) }

  /// Every unit that reports the indicator, and every unit above one.
  func cells() -> [IndicatorCell] {
    let readings = Window.all(for: indicator).map(reading)
    let nodes = reporters.nodes
    var cells: [IndicatorCell] = []
    cells.reserveCapacity(nodes.count * readings.count)
    for node in nodes {
      for reading in readings {
        if let cell = cell(of: node, reading) { cells.append(cell) }
      }
    }
    return cells
  }

  /// The total over all units; nil when figures of a part of its window were never asked for.
  func total(in window: Window) -> IndicatorCell? {
    let reading = reading(window)
    guard reading.isWhole else { return nil }
    return cell(of: office.registry.root, reading)
  }

  /// How the total has moved since an earlier period; nil when the two cannot be held together.
  func movement(in window: Window, since earlier: IndicatorAssessor) -> Movement? {
    let group = group(office.registry.root, reading(window))
    return movement(of: group, since: earlier.period, earlier.reading(window))
  }

  /// The same indicator in an earlier period, in the same structure of units.
  private func earlier(_ period: Period) -> IndicatorAssessor {
    IndicatorAssessor(indicator, in: period, input, readings: readings)
  }

  /// What the units say in a window: of those that exist when the period ends, and of those that do
  /// not and yet have a figure in it.
  struct Reading {
    let window: Window
    let reporters: Reporters
    /// One for each reporter; nil of those that are no part of it.
    let tallies: [UnitTally?]
    /// Whether figures are due in the window, or some came anyway.
    let isAsked: Bool
    /// Whether figures of the whole window were asked for: a sum over a year in which collecting began
    /// is no year's sum.
    let isWhole: Bool
  }

  func reading(_ window: Window) -> Reading {
    readings.reading(of: period, in: window) { read(window) }
  }

  private func read(_ window: Window) -> Reading {
    let reporters = reporters
    let reader = TallyReader(
      plan: plan, indicator: indicator, period: period, window: window,
      series: { unit in
        readings.figures(of: unit) {
          input.figures.figures(indicator.code, of: unit, withNotes: false)
        }
      })
    let isCollected = !reader.collected.isEmpty
    var tallies = [UnitTally?](repeating: nil, count: reporters.codes.count)
    for (place, line) in reporters.lines {
      let tally = reader.tally(of: line)
      tally.members = reporters.members[place]
      // a unit that a later day's structure has not yet: its parts exist
      let exists = line.parts.contains { $0.life.exists(on: period.span.last) }
      if !isCollected { tally.isOwed = exists }
      if exists || tally.tally.numerator != nil { tallies[place] = tally }
    }
    return Reading(
      window: window, reporters: reporters, tallies: tallies,
      isAsked: isCollected || tallies.contains { $0?.tally.numerator != nil },
      isWhole: reader.isWholeCollected)
  }

  private func cell(of node: String, _ reading: Reading) -> IndicatorCell? {
    let group = group(node, reading)
    if group.parts.isEmpty, node != office.registry.root { return nil }
    if group.isTotal, indicator.combination == .unitsMeeting { return unitsMeeting(group) }
    return valued(group)
  }

  func group(_ node: String, _ reading: Reading) -> Group {
    let codes = reading.reporters.codes
    let places = reading.reporters.below[node] ?? []
    let isTotal = places.count != 1 || codes[places[0]] != node
    let parts = places.compactMap { reading.tallies[$0] }
    var expected = reading.isAsked ? parts.filter(\.isExpected) : []
    // where the newest figure speaks for all, nobody else's is missing
    if indicator.combination == .last, isTotal, let newest = Self.newest(parts),
      newest.isComplete
    {
      expected = expected.filter { $0.unit == newest.unit }
    }
    return Group(
      node: node, isTotal: isTotal, window: reading.window, parts: parts, expected: expected)
  }

  /// Some units together, or one by itself.
  struct Group {
    let node: String
    /// Whether it is more than one unit by itself.
    let isTotal: Bool
    let window: Window
    let parts: [UnitTally]
    let expected: [UnitTally]

    var missing: [UnitTally] { expected.filter { !$0.isComplete } }
  }

  /// What all parts of a group say together, as the indicator combines them.
  func tally(of group: Group) -> Tally {
    switch indicator.combination {
    case .last: return Self.newest(group.parts)?.tally ?? Tally()
    case .max: return greatest(group.parts)?.tally ?? Tally()
    case .sum, .unitsMeeting:
      var tally = Tally()
      for part in group.parts { tally.add(part.tally) }
      return tally
    }
  }

  /// The part with the newest figure: of the latest period, and of that the one received last.
  private static func newest(_ parts: [UnitTally]) -> UnitTally? {
    parts.filter { $0.tally.numerator != nil }.max {
      let (left, right) = ($0.tally, $1.tally)
      guard let first = left.latestPeriod, let second = right.latestPeriod, first != second else {
        return (left.sources.last?.receipt ?? 0) < (right.sources.last?.receipt ?? 0)
      }
      return first < second
    }
  }

  /// The part with the greatest value, in the register's order where several have it.
  private func greatest(_ parts: [UnitTally]) -> UnitTally? {
    var best: (part: UnitTally, value: Ratio)?
    for part in parts {
      guard let value = part.tally.value(of: indicator) else { continue }
      if let best, value <= best.value { continue }
      best = (part, value)
    }
    return best?.part
  }

  // MARK: targets

  /// Every target that applies to a group.
  private func judgements(of group: Group, latest: Period?) -> [Judgement] {
    let standing: Standing =
      group.node == office.registry.root ? .whole : group.isTotal ? .subtotal : .unit
    return choices.judgements(group.window, latest, standing, of: self)
      .map { counted($0, group.node, group.window) }
  }

  /// A target with the number that its change is counted from.
  private func counted(_ judgement: Judgement, _ node: String, _ window: Window) -> Judgement {
    guard let change = judgement.target.comparison.change, change.base.start == nil else {
      return judgement
    }
    var judgement = judgement
    let base = base(of: node, in: window, before: judgement.target)
    judgement.target = judgement.target.counted(
      from: base, ceiling: indicator.measure == .share ? Ratio(FixedDecimal(1)) : nil)
    return judgement
  }

  /// The value that a target's change is counted from; nil when there is none that nothing misses.
  private func base(of node: String, in window: Window, before target: Target) -> Ratio? {
    guard let past = period.base(of: target) else { return nil }
    let reading = earlier(past).reading(window)
    guard reading.isWhole else { return nil }
    let group = group(node, reading)
    return group.missing.isEmpty ? tally(of: group).value(of: indicator) : nil
  }

  /// How a value has moved since what its target's change is counted from; nil of a number that the
  /// plan states, for nobody knows which unit had what of it.
  private func movement(of group: Group, since target: Target?) -> Movement? {
    guard let past = target.flatMap(period.base),
      !group.isTotal || indicator.combination != .unitsMeeting
    else { return nil }
    return movement(of: group, since: past, earlier(past).reading(group.window))
  }

  // MARK: values

  private func valued(_ group: Group) -> IndicatorCell {
    let tally = tally(of: group)
    let value = tally.value(of: indicator)
    let bounds =
      group.isTotal && indicator.combination == .max
      ? Bounds(greatest: value, missing: group.missing, of: indicator)
      : Bounds(tally, missing: group.missing, of: indicator)
    func cell(_ judgement: Judgement?) -> IndicatorCell {
      makeCell(
        group, tally, value, judgement, verdict: verdict(on: tally, value, judgement, bounds),
        pace: judgement.flatMap { Pace(of: indicator, tally, $0) }, bounds: bounds.known)
    }
    let judged = judgements(of: group, latest: tally.latestPeriod).map(cell)
    return IndicatorCell.together(judged) ?? cell(nil)
  }

  private func verdict(
    on tally: Tally, _ value: Ratio?, _ judgement: Judgement?, _ bounds: Bounds
  ) -> Verdict {
    guard tally.numerator != nil else { return .noData }
    guard let judgement, let value else { return .noVerdict }
    let verdict = judgement.verdict(on: value)
    return bounds.canTurn(verdict, of: judgement) ? .insufficient : verdict
  }

  // MARK: units that meet an obligation of each

  /// The total of a per-unit obligation: the units that meet it, over those that owe it.
  ///
  /// Shown only in the window the obligation is for; in others the count would mean nothing.
  private func unitsMeeting(_ group: Group) -> IndicatorCell? {
    IndicatorCell.together(
      judgements(of: group, latest: nil).map { unitsMeeting(group, $0) })
  }

  private func unitsMeeting(_ group: Group, _ judgement: Judgement) -> IndicatorCell {
    let outcomes = group.expected.map {
      outcome(of: $0, counted(judgement, $0.unit, group.window))
    }
    var tally = Tally()
    for part in group.parts { tally.add(part.tally) }
    // where nobody owes it any more, a count of none would look like a result
    let hasFigures = tally.numerator != nil && !outcomes.isEmpty
    let owed = FixedDecimal(Int128(outcomes.count))
    let meeting = outcomes.count { $0.meets == true }
    tally.numerator = hasFigures ? FixedDecimal(Int128(meeting)) : nil
    tally.denominator = owed
    let open = outcomes.count { $0.meets == nil }
    let bounds: ValueBounds? =
      hasFigures && open > 0
      ? ValueBounds(
        lowest: Ratio(FixedDecimal(Int128(meeting)), over: owed),
        highest: Ratio(FixedDecimal(Int128(meeting + open)), over: owed)) : nil
    return makeCell(
      group, tally, tally.numerator.flatMap { Ratio($0, over: owed) }, judgement,
      verdict: hasFigures ? verdict(on: outcomes, judgement) : .noData,
      pace: Pace(needed: owed), bounds: bounds)
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
    let bounds = Bounds(part.tally, missing: part.isComplete ? [] : [part], of: indicator)
    if verdict == .insufficient || bounds.canTurn(verdict, of: judgement) {
      return Outcome(verdict: verdict)
    }
    return Outcome(meets: judgement.target.comparison.isMet(by: value), verdict: verdict)
  }

  /// Each must meet it: one that fails for certain decides, whoever else is missing.
  private func verdict(on outcomes: [Outcome], _ judgement: Judgement) -> Verdict {
    guard judgement.target.comparison.isJudged else { return .noVerdict }
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
    pace: Pace?, bounds: ValueBounds?
  ) -> IndicatorCell {
    IndicatorCell(
      unit: group.node, isTotal: group.isTotal, window: group.window, tally: tally, value: value,
      target: judgement?.target, verdict: verdict, pace: pace, bounds: bounds,
      countedUnits: group.expected.filter(\.isComplete).map(\.unit),
      expectedUnits: group.expected.map(\.unit),
      isNotApplicable: !group.isTotal && group.parts.allSatisfy(\.isNotApplicable),
      members: members(group), gaps: group.isTotal ? [] : group.parts.flatMap(\.gaps),
      movement: movement(of: group, since: judgement?.target),
      convertedFrom: group.parts.flatMap(\.convertedFrom).uniqued(),
      isBroken: !group.isTotal && group.parts.contains(where: \.isBroken))
  }
}

extension IndicatorAssessor {
  private func members(_ group: Group) -> IndicatorCell.Members? {
    func size(_ parts: [UnitTally]) -> Int? {
      parts.reduce(0) { sum, part in
        guard let sum, let members = part.members else { return nil }
        return sum + members
      }
    }
    guard let expected = size(group.expected), expected > 0,
      let counted = size(group.expected.filter(\.isComplete))
    else { return nil }
    return IndicatorCell.Members(counted: counted, expected: expected)
  }
}

extension Target {
  /// The same target with the number that its change is counted from.
  fileprivate func counted(from base: Ratio?, ceiling: Ratio?) -> Target {
    Target(
      comparison.counted(from: base, ceiling: ceiling), schedule, isPerUnit: isPerUnit,
      start: start)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
