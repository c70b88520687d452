import PlanModel

/// How the figures of one unit make its tally in a window (DESIGN, Windows).
struct TallyReader {
  let plan: Plan
  let indicator: Indicator
  let period: Period
  let book: FigureBook

  func tally(of unit: Unit, in window: Window) -> UnitTally {
    let series = book.figures(indicator.code, of: unit.code)
    return indicator.numeratorKind == .stock
      ? stock(of: unit, series)
      : flow(of: unit, series, in: window.span(in: period, of: plan), window)
  }

  // MARK: stocks

  private func stock(of unit: Unit, _ series: [Reported<Figure>]) -> UnitTally {
    var result = UnitTally(unit: unit.code)
    let span = stockSpan
    let inside = series.filter { span.contains($0.period.span) }
    result.isNotApplicable = inside.last?.content.numerator == .notApplicable
    if let last = inside.last(where: { isUsable($0.content) }), !result.isNotApplicable {
      result.tally = tally(of: last)
      return result
    }
    let known = series.last { $0.content.denominator.value != nil && $0.period < period }
    result.knownSize = known?.content.denominator.value
    result.gaps = [period]
    result.possibleGrowth = indicator.measure == .share ? result.knownSize : nil
    return result
  }

  /// The reporting period; for an indicator that carries forward, the twelve months up to its end.
  private var stockSpan: DateSpan {
    guard indicator.carriesForward else { return period.span }
    return DateSpan(period.span.last.adding(days: 1).adding(months: -12), period.span.last)
  }

  /// A figure counts when every number the measure needs is there.
  private func isUsable(_ figure: Figure) -> Bool {
    figure.numerator.value != nil
      && (!indicator.measure.hasDenominator || figure.denominator.value != nil)
  }

  private func tally(of row: Reported<Figure>) -> Tally {
    var tally = Tally()
    tally.numerator = row.content.numerator.value
    tally.denominator = row.content.denominator.value
    tally.latestPeriod = row.period
    tally.sources = [row.source]
    return tally
  }

  // MARK: flows

  private func flow(
    of unit: Unit, _ series: [Reported<Figure>], in span: DateSpan, _ window: Window
  ) -> UnitTally {
    var result = UnitTally(unit: unit.code)
    let inside = series.filter { span.contains($0.period.span) }
    let answered = inside.filter { $0.content.numerator != .blank }
    result.isNotApplicable =
      !answered.isEmpty && answered.allSatisfy { $0.content.numerator == .notApplicable }
    for row in inside {
      guard let number = row.content.numerator.value else { continue }
      result.tally.numerator = sum(result.tally.numerator, number)
      result.tally.latestPeriod = row.period
      result.tally.sources.append(row.source)
      if indicator.denominatorKind == .flow {
        result.tally.denominator = sum(result.tally.denominator, row.content.denominator.value)
      }
    }
    let size = stockUnder(series, span, window)
    if result.tally.numerator != nil {
      result.tally.denominator = result.tally.denominator ?? size
      if indicator.measure.hasDenominator, window != .term, result.tally.denominator == nil {
        // without its denominator the numerator would be added to a total it is no part of
        result.tally = Tally()
      }
    } else {
      result.knownSize = size
    }
    let reported = Set(answered.map(\.period))
    result.gaps = expectedPeriods(of: unit, in: span).filter { !reported.contains($0) }
    result.possibleGrowth = growth(over: result.gaps.count, series)
    return result
  }

  /// The stock that stands under a flow; none under the whole term, where no single stock would fit.
  private func stockUnder(
    _ series: [Reported<Figure>], _ span: DateSpan, _ window: Window
  ) -> FixedDecimal? {
    guard indicator.denominatorKind == .stock, window != .term else { return nil }
    let stocks = series.filter { $0.content.denominator.value != nil }
    let inside = stocks.filter { period.yearToDate.contains($0.period.span) }
    switch indicator.denominatorTime {
    case .latest:
      return inside.last { span.contains($0.period.span) }?.content.denominator.value
    case .yearStart:
      let lastYear = stocks.filter { $0.period.year == period.year - 1 }
      return (lastYear.last ?? inside.first)?.content.denominator.value
    }
  }

  /// Periods of a window in which the unit existed and the plan was collected.
  private func expectedPeriods(of unit: Unit, in span: DateSpan) -> [Period] {
    Period.all(plan.cadence, in: span).filter {
      indicator.isCollected(in: $0) && unit.isValid(on: $0.span.last) && plan.term.contains($0.span)
    }
  }

  /// At most, in each gap, the unit's best period so far: the only thing known of it.
  private func growth(over gaps: Int, _ series: [Reported<Figure>]) -> FixedDecimal? {
    guard gaps > 0 else { return .zero }
    guard let best = series.compactMap({ $0.content.numerator.value }).max() else { return nil }
    return (0..<gaps).reduce(.zero) { total, _ in total + best }
  }
}
