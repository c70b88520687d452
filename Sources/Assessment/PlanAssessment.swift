public import PlanModel

/// Everything an assessment is made from.
public struct AssessmentInput: Sendable {
  /// What the office itself decides.
  public let office: Office
  /// The plan to assess.
  public let plan: Plan
  /// The period to assess.
  public let period: Period
  /// The moment of counting.
  public let asOf: CivilTime
  /// The submissions known at that moment.
  public let submissions: SubmissionBook
  /// The rows in force for the plan.
  public let figures: FigureBook

  /// All parts.
  public init(
    office: Office, plan: Plan, period: Period, asOf: CivilTime, submissions: SubmissionBook,
    figures: FigureBook
  ) {
    self.office = office
    self.plan = plan
    self.period = period
    self.asOf = asOf
    self.submissions = submissions
    self.figures = figures
  }
}

/// A plan in a period at a moment: what all documents and data files are made from.
public struct PlanAssessment: Sendable {
  /// What it was made from.
  public let input: AssessmentInput
  /// The indicators, in the plan's order.
  public let indicators: [IndicatorAssessment]
  /// The tasks, in the plan's order; of a task of each unit, the units in the register's order.
  public let tasks: [TaskAssessment]
  /// The expected submissions of the period, in the register's order.
  public let submissions: [SubmissionAssessment]
  /// Figures that are hard to believe.
  public let doubts: [Doubt]

  /// Assesses: a pure function of its input.
  public init(_ input: AssessmentInput) {
    self.input = input
    indicators = input.plan.indicators.map { Self.assess($0, input) }
    let assessor = TaskAssessor(
      office: input.office, plan: input.plan, period: input.period, asOf: input.asOf,
      book: input.figures)
    tasks = input.plan.tasks.flatMap(assessor.assess)
    submissions = Self.submissions(
      office: input.office, book: input.submissions, period: input.period, asOf: input.asOf)
    doubts = Plausibility(input: input, indicators: indicators).doubts()
  }

  /// The expected submissions of a period, whatever the plan.
  public static func submissions(
    office: Office, book: SubmissionBook, period: Period, asOf: CivilTime
  ) -> [SubmissionAssessment] {
    SubmissionAssessor(office: office, book: book, asOf: asOf).assess(period)
  }

  private static func assess(
    _ indicator: Indicator, _ input: AssessmentInput
  ) -> IndicatorAssessment {
    func assessor(_ period: Period) -> IndicatorAssessor {
      IndicatorAssessor(
        office: input.office, plan: input.plan, indicator: indicator, period: period,
        book: input.figures)
    }
    let present = IndicatorAssessment(
      indicator: indicator, cells: assessor(input.period).cells(), comparison: nil,
      root: input.office.registry.root)
    let earlier = indicator.comparisonPeriod(for: input.period)
    let comparison = earlier.flatMap { earlier in
      assessor(earlier).total(in: present.mainWindow).flatMap {
        $0.tally.numerator == nil
          ? nil : IndicatorAssessment.Comparison(period: earlier, cell: $0)
      }
    }
    return IndicatorAssessment(
      indicator: indicator, cells: present.cells, comparison: comparison, root: present.root)
  }
}

extension Indicator {
  /// Stocks are compared with the period before; flows and yearly figures with the same time last year.
  fileprivate func comparisonPeriod(for period: Period) -> Period? {
    numeratorKind == .stock && collected.months <= (period.cadence?.months ?? 12)
      ? period.previous : period.sameLastYear
  }
}
