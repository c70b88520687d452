public import PlanModel

/// The span of time a value speaks of.
public enum Window: String, CaseIterable, Sendable {
  /// A stock as it stood last in the period; one carried forward, in the twelve months up to its end.
  case point
  /// A flow over the period.
  case period
  /// A flow from 1 January to the end of the period.
  case year
  /// A flow from the first year of the plan to the end of the period.
  case term

  /// The windows an indicator is shown in.
  static func all(for indicator: Indicator) -> [Window] {
    indicator.numeratorKind == .stock ? [.point] : [.period, .year, .term]
  }

  /// Its days, in a period of a plan.
  func span(in period: Period, of plan: Plan) -> DateSpan {
    switch self {
    case .point, .period: period.span
    case .year: period.yearToDate
    case .term: DateSpan(plan.term.first, period.span.last)
    }
  }
}

extension Plan {
  /// How many values a report on it may have of so many units: one for each window of each indicator.
  public func mostValues(ofUnits count: Int) -> Int {
    indicators.reduce(0) { $0 + Window.all(for: $1).count } * count
  }
}
