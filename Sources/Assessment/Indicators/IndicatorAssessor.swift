import PlanModel

/// Makes the cells of one indicator in one period.
final class IndicatorAssessor {
  let input: AssessmentInput
  let indicator: Indicator
  let period: Period
  let reporters: Reporters
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
    reporters = input.reporters(of: indicator)
    self.readings = readings ?? Readings(of: input.series(of: indicator))
  }

  var plan: Plan { input.plan }
  var isFlow: Bool { indicator.numeratorKind == .flow }

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
    forEachPiece(of: reporters.nodes.indices, Window.all(for: indicator), body)
  }

  /// The same of all units but the root, in one window.
  func forEachPiece(below window: Window, _ body: ([IndicatorCell]) -> Void) {
    forEachPiece(of: reporters.nodes.indices.dropFirst(), [window], body)
  }

  private func forEachPiece(
    of nodes: Range<Int>, _ windows: [Window], _ body: ([IndicatorCell]) -> Void
  ) {
    let readings = windows.map(reading)
    var rest = nodes
    while !rest.isEmpty {
      body(cells(of: rest.prefix(256), readings))
      rest = rest.dropFirst(256)
    }
  }

  /// The cells of some of its units, by their places among `Reporters.nodes`, in all windows.
  func cells(of nodes: some Collection<Int>) -> [IndicatorCell] {
    cells(of: nodes, Window.all(for: indicator).map(reading))
  }

  /// Whether figures are due in every window, so that all who report are expected to.
  var isAskedInAllWindows: Bool {
    Window.all(for: indicator).allSatisfy { !reader($0).collected.isEmpty }
  }

  /// The units above others alone, in some windows.
  func subtotals(in windows: [Window]) -> [IndicatorCell] {
    cells(
      of: reporters.nodes.indices.filter { reporters.ownPlaces[$0] == nil },
      Window.all(for: indicator).filter(windows.contains).map(reading))
  }

  /// All who report, each by its own figures alone, also who stands for others besides.
  func ownCells(in window: Window) -> [IndicatorCell] {
    let reading = reading(window)
    return reporters.codes.enumerated().compactMap { place, code in
      let alone = Reporters.Node(code: code, places: [place], units: [code], isTotal: false)
      return cell(of: alone, reading)
    }
  }

  private func cells(
    of nodes: some Collection<Int>, _ readings: [Reading]
  ) -> [IndicatorCell] {
    var cells: [IndicatorCell] = []
    cells.reserveCapacity(nodes.count * readings.count)
    for node in nodes {
      for reading in readings {
        if let cell = plainCell(of: node, reading) ?? cell(of: reporters.nodes[node], reading) {
          cells.append(cell)
        }
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

  func reading(_ window: Window) -> Reading {
    readings.reading(of: period, in: window) { read(window) }
  }

  private func reader(_ window: Window) -> TallyReader {
    TallyReader(
      plan: plan, indicator: indicator, period: period, window: window,
      series: readings.series, namesSources: input.namesSources)
  }

  private func read(_ window: Window) -> Reading {
    let reader = reader(window)
    let isCollected = !reader.collected.isEmpty
    var tallies: [UnitTally] = []
    tallies.reserveCapacity(reporters.codes.count)
    let end = period.span.last
    var hasFigures = false
    for line in reporters.lines {
      while tallies.count < line.place { tallies.append(UnitTally()) }
      var tally = reader.tally(of: line)
      // a unit that a later day's structure has not yet: its parts exist
      let exists = line.exists(on: end)
      if !isCollected { tally.isOwed = exists }
      let hasFigure = tally.tally.numerator != nil
      tally.isPart = exists || hasFigure
      hasFigures = hasFigures || hasFigure
      tallies.append(tally)
    }
    while tallies.count < reporters.codes.count { tallies.append(UnitTally()) }
    return Reading(
      window: window, reporters: reporters, tallies: tallies, isAsked: isCollected || hasFigures,
      isWhole: reader.isWholeCollected, namesSources: input.namesSources)
  }

  /// The cell of a unit, however it is made up.
  func cell(of node: Reporters.Node, _ reading: Reading) -> IndicatorCell? {
    let group = group(node, reading)
    if group.isEmpty, node !== reporters.root { return nil }
    if group.isTotal, indicator.combination == .unitsMeeting {
      return cell(group, unitsMeeting(group))
    }
    return cell(group, values(group))
  }

  func standing(of node: Reporters.Node) -> Standing {
    node === reporters.root ? .whole : node.isTotal ? .subtotal : .unit
  }

  func group(_ node: Reporters.Node, _ reading: Reading) -> Group {
    let group = Group(node, reading)
    // where the newest figure speaks for all, nobody else's is missing
    guard node.isTotal, indicator.combination == .last, let newest = newest(group),
      reading.tallies[newest].isComplete
    else { return group }
    return group.expecting(only: newest)
  }

  /// What all parts of a group say together, as the indicator combines them.
  func tally(of group: Group) -> Tally {
    let tallies = group.reading.tallies
    // one unit's own is what it is
    guard group.isTotal else { return group.sum }
    switch indicator.combination {
    case .last: return newest(group).map { tallies[$0].tally } ?? Tally()
    case .max: return greatest(group).map { tallies[$0].tally } ?? Tally()
    case .sum, .unitsMeeting: return group.sum
    }
  }

  /// The place of the newest figure: of the latest period, and of that the one received last.
  private func newest(_ group: Group) -> Int? {
    let tallies = group.reading.tallies
    return group.parts.filter { tallies[$0].tally.numerator != nil }.max {
      age(of: tallies[$0].tally) < age(of: tallies[$1].tally)
    }
  }

  /// What orders figures from the oldest to the newest; the last ones received in one second, by their
  /// numbers.
  private func age(of tally: Tally) -> (Period, CivilTime, Int64) {
    let receipt = tally.sources.last.flatMap { input.submissions.receipt($0.receipt) }
    return (
      tally.latestPeriod ?? period, receipt?.receivedAt ?? input.asOf, receipt?.number ?? 0
    )
  }

  /// The place of the greatest value, in the register's order where several have it.
  private func greatest(_ group: Group) -> Int? {
    var best: (place: Int, value: Ratio)?
    for place in group.parts {
      guard let value = group.reading.tallies[place].tally.value(of: indicator) else { continue }
      if let best, value <= best.value { continue }
      best = (place, value)
    }
    return best?.place
  }
}
