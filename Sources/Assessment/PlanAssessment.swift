public import PlanModel
import Workers

/// Who looks at all values while they are assessed, on whatever threads that is done.
public protocol CellVisitor: Sendable {
  /// Sees the next values of an indicator, in their order; those of several indicators pass by at once.
  func see(_ cells: [IndicatorCell], of indicator: Indicator, _ input: AssessmentInput)
  /// Has seen all values of an indicator.
  func end(of indicator: Indicator)
}

/// A plan in a period at a moment: what all documents and data files are made from.
public struct PlanAssessment: Sendable {
  /// What it was made from.
  public let input: AssessmentInput
  /// The indicators, in the plan's order.
  public let indicators: [IndicatorAssessment]
  /// The tasks, in the plan's order; of a task of each unit, the units in the register's order.
  public let tasks: [TaskAssessment]
  /// The expected submissions of the period, in the register's order; of a longer period than the units
  /// report on, those of the periods inside it, oldest first.
  public let submissions: [SubmissionAssessment]
  /// Figures that are hard to believe.
  public let doubts: [Doubt]

  /// Assesses: a pure function of its input. `visitor` sees all values; where there is none, and there are
  /// too many to be kept, those that no document speaks of are not reckoned.
  public init(_ input: AssessmentInput, seenBy visitor: (any CellVisitor)? = nil) {
    self.input = input
    let store = CellStore()
    let plausibility = Plausibility(input: input)
    let (assessed, (tasks, submissions)) = together {
      input.plan.indicators.concurrentMap { indicator in
        let series = input.series(of: indicator)
        let (assessment, rates) = Self.assess(indicator, series, input, store, visitor)
        return (assessment, plausibility.doubts(about: assessment, rates, series))
      }
    } _: {
      (Self.tasks(input), Self.submissions(input))
    }
    indicators = assessed.map(\.0)
    doubts = plausibility.copies() + assessed.flatMap(\.1)
    self.tasks = tasks
    self.submissions = submissions
  }

  /// Only what moves with the moment of counting, tasks and submissions: no indicator, no doubt.
  public init(timedOf input: AssessmentInput) {
    self.input = input
    indicators = []
    doubts = []
    tasks = Self.tasks(input)
    submissions = Self.submissions(input)
  }

  private static func tasks(_ input: AssessmentInput) -> [TaskAssessment] {
    input.plan.tasks.flatMap(TaskAssessor(input).assess)
  }

  private static func submissions(_ input: AssessmentInput) -> [SubmissionAssessment] {
    input.collectedPeriods.flatMap {
      submissions(office: input.office, book: input.submissions, period: $0, asOf: input.asOf)
    }
  }

  /// The expected submissions of a period, whatever the plan.
  public static func submissions(
    office: Office, book: SubmissionBook, period: Period, asOf: CivilTime
  ) -> [SubmissionAssessment] {
    SubmissionAssessor(office: office, book: book, asOf: asOf).assess(period)
  }

  private static func assess(
    _ indicator: Indicator, _ series: FigureSeries, _ input: AssessmentInput, _ store: CellStore,
    _ visitor: (any CellVisitor)?
  ) -> (IndicatorAssessment, [CellSummary.OwnRate]) {
    let readings = Readings(of: series)
    let now = IndicatorAssessor(indicator, in: input.period, input, readings: readings)
    let summary = summary(of: now, store, visitor)
    var present = IndicatorAssessment(
      indicator: indicator, root: input.office.registry.root, summary, store: store,
      subtotals: subtotals(of: now, summary, store),
      assessor: { IndicatorAssessor(indicator, in: input.period, input) })
    let main = present.mainWindow
    let totals = present.totals
    func comparison(_ earlier: Period?) -> IndicatorAssessment.Comparison? {
      earlier.flatMap { now.comparison(with: $0, in: main, totals) }
    }
    present.comparison = comparison(indicator.comparisonPeriod(for: input.period))
    if present.needsBeginning {
      for period in input.earlierPeriods where present.beginning == nil {
        present.beginning = comparison(period)
      }
    }
    return (present, summary.rates)
  }

  /// What tables show of the units that stand for others, where that is asked for and not kept anyway.
  private static func subtotals(
    of assessor: IndicatorAssessor, _ summary: CellSummary, _ store: CellStore
  ) -> [IndicatorCell]? {
    let indicator = assessor.indicator
    guard assessor.input.keepsSubtotals, !store.holds(indicator.code) else { return nil }
    let main = IndicatorAssessment.mainWindow(of: indicator, summary.totals)
    return assessor.subtotals(in: [main, .period])
  }

  /// Lets all cells pass by once, and keeps them where there is room; where there is none and nobody else
  /// looks at them, only those that the summary speaks of.
  private static func summary(
    of assessor: IndicatorAssessor, _ store: CellStore, _ visitor: (any CellVisitor)?
  ) -> CellSummary {
    var summary = CellSummary(
      of: assessor.indicator, in: assessor.period, root: assessor.input.office.registry.root)
    var kept: [IndicatorCell]? = store.hasRoom(for: assessor.mostCells) ? [] : nil
    if kept == nil, visitor == nil {
      summary.add(assessor.cells(of: [0]))
      assessor.forEachPiece(below: summary.end()) { summary.add($0) }
      return summary
    }
    assessor.forEachPiece { cells in
      summary.add(cells)
      kept?.append(contentsOf: cells)
      visitor?.see(cells, of: assessor.indicator, assessor.input)
    }
    visitor?.end(of: assessor.indicator)
    _ = summary.end()
    if let kept { store.offer(kept, of: assessor.indicator.code) }
    return summary
  }
}

extension IndicatorAssessor {
  /// The total of an earlier period in a window, beside those of now; nil when nothing was reported of it.
  func comparison(
    with earlier: Period, in window: Window, _ totals: [IndicatorCell]
  ) -> IndicatorAssessment.Comparison? {
    let past = self.earlier(earlier)
    guard let cell = past.reportedTotal(in: window) else { return nil }
    return IndicatorAssessment.Comparison(
      period: earlier, cell: cell, with: totals.first { $0.window == window },
      undivided: reporters.structure.undivided, movement: movement(in: window, since: past),
      indicator
    ) { [input, period] code in
      [earlier, period].allSatisfy { period in
        let day = period.span.last
        return input.office.registry.unit(code, on: day)?.isValid(on: day) ?? false
      }
    }
  }
}

extension IndicatorAssessment {
  /// Whether only its first figure can say how fast it moves.
  fileprivate var needsBeginning: Bool {
    guard let verdict = total?.verdict, indicator.numeratorKind == .stock else { return false }
    // units are counted without a pace, whatever the pace of each
    let hasNoPace =
      verdict == .inProgress
      || indicator.combination == .unitsMeeting && (verdict == .onTrack || verdict == .behind)
    // a milestone in force is a target by its year
    guard hasNoPace, case .by? = total?.target?.schedule else { return false }
    return true
  }
}

extension IndicatorAssessment.Comparison {
  /// `undivided` are the units whose figures nobody divided: old and new ones of them stand for each other
  /// in a total, as long as all of them are counted. `existsAtBoth` is whether a unit exists when either period
  /// ends.
  fileprivate init(
    period: Period, cell: IndicatorCell, with now: IndicatorCell?, undivided: Set<String>,
    movement: Movement?, _ indicator: Indicator, existsAtBoth: (String) -> Bool
  ) {
    self.period = period
    self.cell = cell
    func others(_ codes: [String]?) -> [String] {
      (codes ?? []).filter { !undivided.contains($0) }
    }
    func areWhole(_ cell: IndicatorCell?) -> Bool {
      cell?.missingUnits.allSatisfy { !undivided.contains($0) } ?? false
    }
    // those reorganised taken together
    let hasSameUnits =
      others(cell.countedUnits) == others(now?.countedUnits) && areWhole(cell) && areWhole(now)
    let (before, after) = (others(cell.expectedUnits), others(now?.expectedUnits))
    // to whom it does not apply any more has not been reorganised
    isReorganised =
      before != after && !Set(before).symmetricDifference(after).allSatisfy(existsAtBoth)
    // old and new units stand for each other only where all of them are counted
    let isWhole = hasSameUnits && cell.missingUnits.isEmpty && now?.missingUnits.isEmpty == true
    self.movement =
      isWhole
      ? now.flatMap { Movement(from: cell, to: $0, since: period, of: indicator) }
      : isReorganised && !hasSameUnits ? nil : movement
    isLikeForLike =
      self.movement.map {
        $0.earlier.isSame(as: cell.tally) && $0.now.isSame(as: now?.tally ?? Tally())
      } ?? false
  }
}

extension Indicator {
  /// Stocks are compared with the period before; flows and yearly figures with the same time last year.
  func comparisonPeriod(for period: Period) -> Period? {
    numeratorKind == .stock && collected.months <= (period.cadence?.months ?? 12)
      ? period.previous : period.sameLastYear
  }
}
