import Assessment
import PlanModel
import Workers

/// The totals of earlier periods, reckoned once for the sheets that show them.
struct WorkbookTrendData {
  /// How many periods a trend shows.
  static let length = 8

  /// The periods, oldest first; the last one is the period of the workbook.
  let periods: [Period]
  /// The totals of each indicator, by code, one for each period; nil where there is no figure.
  let totals: [String: [IndicatorCell?]]
  /// How many submissions of each period are in each class; nil before the first submission of all.
  let submissions: [[SubmissionClass: Int]?]

  init(_ assessment: PlanAssessment) {
    let periods = assessment.trendPeriods(atMost: Self.length)
    self.periods = periods
    let sent = assessment.input.submissions.receipts.map(\.period.span.first).min()
    // to reckon the totals of a country, only to find that nobody had sent anything, takes seconds
    let silent = periods.dropLast().prefix { period in sent.map { period.span.last < $0 } ?? true }
    let rows = assessment.indicators.concurrentMap { indicator in
      let window = indicator.mainWindow
      let whole = periods.dropFirst(silent.count)
        .drop { !Self.isWhole($0, window, assessment.input.plan) }
      return periods.prefix(periods.count - whole.count).map { _ in nil }
        + Self.totals(of: indicator, in: whole, assessment)
    }
    totals = Dictionary(
      zip(assessment.indicators.map(\.indicator.code), rows),
      uniquingKeysWith: { first, _ in first })
    let first = assessment.input.submissions.receipts.map(\.period).min()
    submissions = periods.map { period in
      // before anybody sent anything nobody was asked either
      let wasAsked = first.map { $0 <= period } ?? false
      return wasAsked || period == periods.last ? assessment.submissionClasses(in: period) : nil
    }
  }

  /// The totals of the last periods, of which the one of the assessment is known already.
  private static func totals(
    of indicator: IndicatorAssessment, in periods: ArraySlice<Period>, _ assessment: PlanAssessment
  ) -> [IndicatorCell?] {
    if periods.isEmpty { return [] }
    let earlier = Array(periods.dropLast())
    return (earlier.isEmpty ? [] : assessment.totals(of: indicator, in: earlier))
      + [indicator.total]
  }

  /// Whether a period's window was collected from its beginning: the last quarter of a year alone, held
  /// against the whole year's plan, would only look bad.
  private static func isWhole(_ period: Period, _ window: Window, _ plan: Plan) -> Bool {
    window != .year || plan.beginning(inside: period.yearToDate) == nil
  }

  /// The totals of an indicator, those left out that only carry on the figures of an earlier period: what
  /// was not counted anew is no point of a trend.
  func ownTotals(of indicator: Indicator) -> [IndicatorCell?] {
    zip(periods, totals[indicator.code] ?? []).map { period, total in
      total?.tally.carriedFrom(into: period, of: indicator) == nil ? total : nil
    }
  }

  /// The rows that the totals of an indicator were made from.
  func sources(of indicator: String) -> Set<Source> {
    Set((totals[indicator] ?? []).compactMap(\.self).flatMap(\.tally.sources))
  }
}
