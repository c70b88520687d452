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
  /// The day in whose structure of units tables are made; nil for the last day of the period.
  public let structure: CalendarDate?
  /// Whether values name all rows they were made from, of which there may be millions; else totals name
  /// none, and a unit's value the last one.
  let namesSources: Bool
  /// Whether the values of units that stand for others are kept, for who shows them all.
  let keepsSubtotals: Bool
  /// The units that report each indicator, in that structure, made once.
  private let reporters: ReporterCache

  /// All parts; `reporters` are those of the structure, where somebody has looked for them already.
  public init(
    office: Office, plan: Plan, period: Period, asOf: CivilTime, submissions: SubmissionBook,
    figures: FigureBook, structure: CalendarDate? = nil, namesSources: Bool = true,
    keepsSubtotals: Bool = false, reporters: ReporterCache? = nil
  ) {
    self.reporters =
      reporters ?? ReporterCache(office.registry, on: structure ?? period.span.last)
    self.keepsSubtotals = keepsSubtotals
    self.namesSources = namesSources
    self.structure = structure
    self.office = office
    self.plan = plan
    self.period = period
    self.asOf = asOf
    self.submissions = submissions
    self.figures = figures
  }
}

extension AssessmentInput {
  /// The units that report an indicator, in that structure.
  func reporters(of indicator: Indicator) -> Reporters { reporters.reporters(of: indicator) }

  /// The numbers of an indicator, by the places of its reporters.
  func series(of indicator: Indicator) -> FigureSeries {
    figures.series(indicator.code, of: reporters.places(of: indicator, in: figures))
  }

  /// The periods whose submissions make up the period.
  public var collectedPeriods: [Period] { office.collectedPeriods(of: plan, in: period) }

  /// Whether units report in such periods themselves.
  public var isCollected: Bool { period.cadence == plan.cadence }

  /// The periods before its own since the plan began, oldest first.
  var earlierPeriods: [Period] {
    var periods: [Period] = []
    var next = period.previous
    while let earlier = next, plan.term.contains(earlier.span),
      plan.firstPeriod.map({ $0 <= earlier }) ?? true
    {
      periods.append(earlier)
      next = earlier.previous
    }
    return periods.reversed()
  }
}
