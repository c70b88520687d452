import PlanModel

/// Makes the cells of one indicator in one period.
final class IndicatorAssessor {
  let input: AssessmentInput
  let indicator: Indicator
  let period: Period
  /// What the units say in windows of this period and of earlier ones.
  let readings: Readings
  /// The targets that apply, found when the first cell of their kind is made.
  let choices = TargetChoices()

  /// `readings` may be shared by the assessors of one indicator.
  init(
    _ indicator: Indicator, in period: Period, _ input: AssessmentInput, readings: Readings? = nil
  ) {
    self.input = input
    self.indicator = indicator
    self.period = period
    self.readings = readings ?? Readings(of: input.series(of: indicator))
  }

  var plan: Plan { input.plan }
  var reporters: Reporters { input.reporters(of: indicator) }

  /// How many cells there are at most.
  var mostCells: Int { reporters.nodes.count * Window.all(for: indicator).count }

  /// Every unit that reports the indicator, and every unit above one.
  func cells() -> [IndicatorCell] {
    var cells: [IndicatorCell] = []
    cells.reserveCapacity(mostCells)
    forEachPiece { cells += $0 }
    return cells
  }

  /// Hands over the same a few hundred at a time: used up while they are at hand, millions cost little.
  func forEachPiece(_ body: ([IndicatorCell]) -> Void) {
    let readings = Window.all(for: indicator).map(reading)
    let nodes = reporters.nodes
    for start in stride(from: 0, to: nodes.count, by: 256) {
      body(cells(of: nodes[start..<min(start + 256, nodes.count)], readings))
    }
  }

  /// The units above others alone, in some windows.
  func subtotals(in windows: [Window]) -> [IndicatorCell] {
    cells(
      of: reporters.nodes.filter(\.isTotal)[...],
      Window.all(for: indicator).filter(windows.contains).map(reading))
  }

  private func cells(of nodes: ArraySlice<Reporters.Node>, _ readings: [Reading]) -> [IndicatorCell] {
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
    return cell(of: reporters.root, reading)
  }

  /// The same where any figure was reported; nobody looks at each unit where none can have been.
  func reportedTotal(in window: Window) -> IndicatorCell? {
    guard readings.series.speaks(of: reader(window).span), let total = total(in: window),
      total.tally.numerator != nil
    else { return nil }
    return total
  }

  /// How the total has moved since an earlier period; nil when the two cannot be held together.
  func movement(in window: Window, since earlier: IndicatorAssessor) -> Movement? {
    let group = group(reporters.root, reading(window))
    return movement(of: group, since: earlier.period, earlier.reading(window))
  }

  /// The same indicator in an earlier period, in the same structure of units.
  func earlier(_ period: Period) -> IndicatorAssessor {
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

  private func reader(_ window: Window) -> TallyReader {
    TallyReader(
      plan: plan, indicator: indicator, period: period, window: window,
      series: readings.series)
  }

  private func read(_ window: Window) -> Reading {
    let reporters = reporters
    let reader = reader(window)
    let isCollected = !reader.collected.isEmpty
    var tallies = [UnitTally?](repeating: nil, count: reporters.codes.count)
    let end = period.span.last
    for (place, line) in reporters.lines {
      let tally = reader.tally(of: line)
      tally.members = reporters.members[place]
      // a unit that a later day's structure has not yet: its parts exist
      let exists = line.exists(on: end)
      if !isCollected { tally.isOwed = exists }
      if exists || tally.tally.numerator != nil { tallies[place] = tally }
    }
    return Reading(
      window: window, reporters: reporters, tallies: tallies,
      isAsked: isCollected || tallies.contains { $0?.tally.numerator != nil },
      isWhole: reader.isWholeCollected)
  }

  private func cell(of node: Reporters.Node, _ reading: Reading) -> IndicatorCell? {
    let group = group(node, reading)
    if group.parts.isEmpty, node.code != input.office.registry.root { return nil }
    if group.isTotal, indicator.combination == .unitsMeeting {
      return cell(group, unitsMeeting(group))
    }
    return cell(group, values(group))
  }

  func group(_ node: Reporters.Node, _ reading: Reading) -> Group {
    if !node.isTotal {
      let place = node.places[0]
      let parts = reading.tallies[place].map { [$0] } ?? []
      let expected = reading.isAsked && parts.first?.isExpected == true ? parts : []
      return Group(
        node: node, window: reading.window, parts: parts, expected: expected,
        expectedUnits: expected.isEmpty ? [] : reading.reporters.alone[place])
    }
    let parts = node.places.compactMap { reading.tallies[$0] }
    var expected = reading.isAsked ? parts.filter(\.isExpected) : []
    // where the newest figure speaks for all, nobody else's is missing
    if indicator.combination == .last, let newest = Self.newest(parts), newest.isComplete {
      expected = expected.filter { $0.unit == newest.unit }
    }
    return Group(
      node: node, window: reading.window, parts: parts, expected: expected,
      expectedUnits: expected.map(\.unit))
  }

  /// Some units together, or one by itself.
  struct Group {
    let node: Reporters.Node
    let window: Window
    let parts: [UnitTally]
    let expected: [UnitTally]
    /// The codes of those expected.
    let expectedUnits: [String]

    /// Whether it is more than one unit by itself.
    var isTotal: Bool { node.isTotal }
    var missing: [UnitTally] { expected.filter { !$0.isComplete } }
    /// Whether nobody's figure is missing.
    var countsAll: Bool { expected.allSatisfy(\.isComplete) }
    /// The codes of those expected that have a full figure.
    var countedUnits: [String] {
      countsAll
        ? expectedUnits : expected.filter(\.isComplete).map(\.unit)
    }
  }

  /// What all parts of a group say together, as the indicator combines them.
  func tally(of group: Group) -> Tally {
    switch indicator.combination {
    case .last: return Self.newest(group.parts)?.tally ?? Tally()
    case .max: return greatest(group.parts)?.tally ?? Tally()
    case .sum, .unitsMeeting: return Tally(sumOf: group.parts)
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
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order of first appearance.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
