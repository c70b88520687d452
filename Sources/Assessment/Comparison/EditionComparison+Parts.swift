import PlanModel
import Workers

/// How the parts of a comparison are found: everything is looked up by what it is about, never by place.
extension EditionComparison {
  // MARK: rows

  /// The rows that differ, of the units of which something has come in between.
  static func figures(
    _ old: AssessmentInput, _ new: AssessmentInput, of moved: Set<String>
  ) -> [FigureChange] {
    let units = (new.office.registry.units + old.office.registry.units).map(\.code).uniqued()
      .filter(moved.contains)
    let codes = (new.plan.indicators + old.plan.indicators).map(\.code).uniqued()
    let receipts = Dictionary(
      (old.submissions.receipts + new.submissions.receipts).map { ($0.number, $0) },
      uniquingKeysWith: { _, last in last })
    let inForce = new.submissions
    return codes.flatMap { indicator in
      units.flatMap { unit -> [FigureChange] in
        let old = old.figures.figures(indicator, of: unit)
        let new = new.figures.figures(indicator, of: unit)
        if old == new { return [] }
        let (before, after) = (byPeriod(old), byPeriod(new))
        let periods = Set(before.keys).union(after.keys).sorted()
        return periods.compactMap { period in
          let (was, now) = (before[period], after[period])
          guard
            was?.content.numerator != now?.content.numerator
              || was?.content.denominator != now?.content.denominator
          else { return nil }
          let key = SubmissionBook.Key(unit: unit, period: period, form: .indicator)
          let mover = now.map { receipts[$0.source.receipt] } ?? inForce.inForce(key)
          return FigureChange(
            unit: unit, indicator: indicator, period: period, old: was, new: now, mover: mover)
        }
      }
    }
  }

  /// The units of which something has come in between: the figures of all others are the same.
  static func unitsWithOtherSubmissions(
    _ old: SubmissionBook, _ new: SubmissionBook
  ) -> Set<String> {
    func inForce(_ book: SubmissionBook) -> [String: [Receipt]] {
      Dictionary(grouping: book.allInForce, by: \.unit)
    }
    let (before, after) = (inForce(old), inForce(new))
    return Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }

  private static func byPeriod(_ rows: [Reported<Figure>]) -> [Period: Reported<Figure>] {
    Dictionary(rows.map { ($0.period, $0) }, uniquingKeysWith: { _, last in last })
  }

  // MARK: values

  /// What changed of the values of an indicator.
  struct Values {
    let cells: [CellChange]
    var comparisons: [ComparisonChange] = []
    var ranks: [RankChange] = []
  }

  /// What changed of the values and the places of units, by indicator: of those that figures have moved,
  /// and of those whose newest figure speaks for all, which may be another one as soon as a unit has sent
  /// something.
  static func values(
    _ old: AssessmentInput, _ new: AssessmentInput, movedBy figures: [FigureChange],
    resentBy resent: Set<String>
  ) -> [Values] {
    let moved = Dictionary(grouping: figures, by: \.indicator)
    return values(old, new) { indicator in
      indicator.combination == .last
        ? resent : Set((moved[indicator.code] ?? []).map(\.unit))
    }
  }

  /// The same of the indicators in which some units may have moved something; nil for all units.
  static func values(
    _ old: AssessmentInput, _ new: AssessmentInput,
    movers: @Sendable (Indicator) -> Set<String>? = { _ in nil }
  ) -> [Values] {
    func isWanted(_ indicator: Indicator) -> Bool { movers(indicator)?.isEmpty != true }
    let kept = new.plan.indicators.filter(isWanted).concurrentMap { indicator in
      let units = movers(indicator)
      let now = ComparedValues(indicator, new, movedBy: units)
      let was = old.plan.indicators.first { $0.code == indicator.code }
        .map { ComparedValues($0, old, movedBy: units) }
      return Values(
        cells: cells(indicator, was?.cells ?? [], now.cells),
        comparisons: comparisons(indicator, was?.bases ?? [:], now.bases),
        ranks: ranks(
          indicator, was?.places ?? [:], now.places,
          units: (now.units + (was?.units ?? [])).uniqued())
      )
    }
    let after = Set(new.plan.indicators.map(\.code))
    let dropped = old.plan.indicators.filter { !after.contains($0.code) && isWanted($0) }
    return kept
      + dropped.map { indicator in
        let was = ComparedValues(indicator, old, movedBy: nil)
        return Values(cells: cells(indicator, was.cells, []))
      }
  }

  private static func cells(
    _ indicator: Indicator, _ old: [IndicatorCell], _ new: [IndicatorCell]
  ) -> [CellChange] {
    struct Key: Hashable {
      let unit: String
      let window: Window
      init(_ cell: IndicatorCell) { (unit, window) = (cell.unit, cell.window) }
    }
    let before = old.keyed { Key($0) }
    let after = Set(new.map(Key.init))
    return new.compactMap { change(indicator, before[Key($0)], $0) }
      + old.filter { !after.contains(Key($0)) }.compactMap { change(indicator, $0, nil) }
  }

  private static func change(
    _ indicator: Indicator, _ old: IndicatorCell?, _ new: IndicatorCell?
  ) -> CellChange? {
    let change = CellChange(indicator: indicator, old: old, new: new)
    let isOther =
      change.hasMoved || change.hasTurned || change.hasOtherCoverage || old?.target != new?.target
      || old?.isNotApplicable != new?.isNotApplicable || !change.turnedBeside.isEmpty
    return isOther ? change : nil
  }

  // MARK: what values are held against

  private static func comparisons(
    _ indicator: Indicator, _ before: [Period: ComparedValues.Base],
    _ after: [Period: ComparedValues.Base]
  ) -> [ComparisonChange] {
    Set(before.keys).union(after.keys).sorted().compactMap { period in
      let (was, now) = (before[period], after[period])
      guard let window = (now ?? was)?.window,
        was?.tally.numerator != now?.tally.numerator
          || was?.tally.denominator != now?.tally.denominator
      else { return nil }
      return ComparisonChange(
        indicator: indicator, period: period, window: window, old: was?.tally, new: now?.tally)
    }
  }

  // MARK: places

  private static func ranks(
    _ indicator: Indicator, _ before: [String: Int], _ after: [String: Int], units: [String]
  ) -> [RankChange] {
    units.filter { before[$0] != after[$0] }.map {
      RankChange(indicator: indicator, unit: $0, old: before[$0], new: after[$0])
    }
  }

  // MARK: submissions

  static func submissions(_ old: PlanAssessment, _ new: PlanAssessment) -> [SubmissionChange] {
    let before = old.submissions.keyed(by: \.key)
    let after = Set(new.submissions.map(\.key))
    let changed = new.submissions.compactMap { now in
      before[now.key]?.state == now.state
        ? nil : SubmissionChange(old: before[now.key], new: now)
    }
    return changed
      + old.submissions.filter { !after.contains($0.key) }
      .map { SubmissionChange(old: $0, new: nil) }
  }
}

/// The values of an indicator on one side of a comparison.
private struct ComparedValues {
  /// An earlier total, of the units that have figures at both times where that can be said.
  struct Base {
    let window: Window
    let tally: Tally
  }

  /// Those that figures of some units are in.
  let cells: [IndicatorCell]
  /// The earlier total that documents hold the total against, by its period.
  let bases: [Period: Base]
  /// The place of each unit with a value of its own in the main window, in which no figure is missing; none
  /// where only one has.
  let places: [String: Int]
  /// All units that may have one, in the register's order.
  let units: [String]

  init(_ indicator: Indicator, _ input: AssessmentInput, movedBy units: Set<String>?) {
    let assessor = IndicatorAssessor(indicator, in: input.period, input)
    cells = assessor.cells(movedBy: units)
    let totals = assessor.cells(of: [0])
    let main = IndicatorAssessment.mainWindow(of: indicator, totals)
    bases = Self.bases(assessor, totals, main)
    places = Self.places(assessor.ownValues(in: main), of: indicator)
    self.units = assessor.reporters.nodes.map(\.code)
  }

  private static func bases(
    _ assessor: IndicatorAssessor, _ totals: [IndicatorCell], _ main: Window
  ) -> [Period: Base] {
    guard let earlier = assessor.indicator.comparisonPeriod(for: assessor.period),
      let compared = assessor.comparison(with: earlier, in: main, totals)
    else { return [:] }
    return [
      earlier: Base(window: main, tally: compared.movement?.earlier ?? compared.cell.tally)
    ]
  }

  private static func places(
    _ values: [(unit: String, value: Ratio)], of indicator: Indicator
  ) -> [String: Int] {
    // one alone is in no order, and the workbook prints none
    if values.count < 2 { return [:] }
    let isMoreBetter = indicator.rankingTarget?.comparison.favoursMore ?? true
    let sorted = values.sorted { isMoreBetter ? $0.value > $1.value : $0.value < $1.value }
    var places: [String: Int] = [:]
    var first = 0
    for (place, one) in sorted.enumerated() {
      // equal values share the place of the first of them
      if place > 0, sorted[first].value != one.value { first = place }
      places[one.unit] = first + 1
    }
    return places
  }
}

extension IndicatorAssessor {
  /// The cells that figures of some units are in: their own, and those of the units above them.
  ///
  /// All of them where that is not all: reorganised units speak for others, and where nothing was asked
  /// for, a figure of one makes all be expected.
  fileprivate func cells(movedBy units: Set<String>?) -> [IndicatorCell] {
    guard let units, reporters.isPlain, isAskedInAllWindows else { return cells() }
    let isMoved = reporters.codes.map(units.contains)
    return cells(
      of: reporters.nodes.indices.filter { node in
        reporters.nodes[node].places.contains { isMoved[$0] }
      })
  }

  /// What each unit by itself that misses nothing has in a window.
  fileprivate func ownValues(in window: Window) -> [(unit: String, value: Ratio)] {
    let reading = reading(window)
    return reporters.nodes.compactMap { node in
      guard !node.isTotal else { return nil }
      let group = Group(node, reading)
      guard let place = group.parts.first, reading.tallies[place].isComplete else { return nil }
      return group.sum.value(of: indicator).map { (node.code, $0) }
    }
  }
}
