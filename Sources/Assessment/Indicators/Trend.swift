public import PlanModel

extension PlanAssessment {
  /// The period itself and those of its kind before it, oldest first: at most `count`, and none from
  /// before the plan's figures were collected.
  public func trendPeriods(atMost count: Int) -> [Period] {
    var periods: [Period] = []
    var next: Period? = input.period
    while let period = next, periods.count < count, isOfPlan(period) {
      periods.append(period)
      next = period.previous
    }
    return periods.reversed()
  }

  private func isOfPlan(_ period: Period) -> Bool {
    period == input.period
      || (input.plan.term.contains(period.span)
        && (input.plan.firstPeriod.map { $0 <= period } ?? true))
  }

  /// The totals of an indicator in some periods, by what is known now; nil where nothing was reported.
  ///
  /// Only the root is reckoned, so that a row of periods costs little beside the assessment itself.
  public func totals(
    of indicator: IndicatorAssessment, in periods: [Period]
  ) -> [IndicatorCell?] {
    let readings = Readings(of: input.series(of: indicator.indicator))
    return periods.map { period in
      if period == input.period { return indicator.total }
      return IndicatorAssessor(indicator.indicator, in: period, input, readings: readings)
        .reportedTotal(in: indicator.mainWindow)
    }
  }

  /// How many submissions of a period are in each class, by what is known now.
  public func submissionClasses(in period: Period) -> [SubmissionClass: Int] {
    let all =
      period == input.period
      ? submissions
      : Self.submissions(
        office: input.office, book: input.submissions, period: period, asOf: input.asOf)
    return Dictionary(grouping: all, by: \.state).mapValues(\.count)
  }
}
