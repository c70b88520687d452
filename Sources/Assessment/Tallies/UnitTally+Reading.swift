import PlanModel

/// How the figures of one unit make its tally in a window: of a stock the last one inside it, of a
/// flow their sum.
///
/// A class, because every unit's reading would copy it.
final class TallyReader {
  let indicator: Indicator
  let period: Period
  /// The figures of the indicator.
  let series: FigureSeries
  let window: Window
  /// The days whose figures count.
  let span: DateSpan
  /// The periods of the span in which figures are collected.
  let collected: [Period]
  /// Whether the plan asks for figures of the whole span: not of a year in which collecting began.
  /// A term is counted from there anyway.
  let isWholeCollected: Bool
  /// Whether tallies name all rows they were made from; else the last one stands for them.
  private let namesSources: Bool
  /// Of each period in the series, by its place, whether its figures count.
  private let counts: [Bool]
  /// The last day of the period, and of the first and the last one collected.
  private let end: CalendarDate
  private let collectedEnds: (first: CalendarDate, last: CalendarDate)?

  init(
    plan: Plan, indicator: Indicator, period: Period, window: Window,
    series: FigureSeries, namesSources: Bool
  ) {
    self.indicator = indicator
    self.period = period
    self.series = series
    self.window = window
    self.namesSources = namesSources
    let span =
      indicator.numeratorKind == .stock && indicator.carriesForward
      ? period.twelveMonths : window.span(in: period, of: plan)
    self.span = span
    let periods = Period.all(plan.cadence, in: span).filter { indicator.isCollected(in: $0) }
    let collected = periods.filter(plan.isCollected)
    self.collected = collected
    end = period.span.last
    collectedEnds = collected.first.flatMap { first in
      collected.last.map { (first.span.last, $0.span.last) }
    }
    isWholeCollected =
      indicator.numeratorKind == .stock || window == .term || collected == periods
    // of flows, a half-year beside its two quarters would count twice
    counts = series.periods.map { other in
      span.contains(other.span)
        && (indicator.numeratorKind == .stock || other.cadence == plan.cadence)
    }
  }

  /// What one unit itself said in the window, through all rows of one stretch of its existence; `isPiece`
  /// when it is put together with others.
  func tally(of body: ReportingBody, isPiece: Bool = true) -> UnitTally {
    let series = figures(of: body)
    return indicator.numeratorKind == .stock
      ? stock(of: body, series) : flow(of: body, series, isPiece: isPiece)
  }

  /// The figures of one stretch of a unit's existence, oldest first.
  func figures(of body: ReportingBody) -> ArraySlice<FigurePoint> {
    var series = series[body.place]
    if !body.isPlain { series.removeAll { !body.owns($0.period) } }
    return series
  }

  /// A figure counts when every number the indicator needs is there.
  private func isUsable(_ figure: FigurePoint) -> Bool {
    figure.numerator.value != nil && (!indicator.isQuotient || figure.denominator.value != nil)
  }

  /// What the register knows of a unit that never gave a denominator: no part of it is larger.
  private func members(_ body: ReportingBody) -> FixedDecimal? {
    guard indicator.measure == .share else { return nil }
    return body.members(on: period.span.last).map { FixedDecimal(Int128($0)) }
  }

  /// What those had together that ended into the unit: a share of them that nobody has declared is not
  /// larger; nil where one of them never gave a denominator.
  private func inherited(_ body: ReportingBody) -> FixedDecimal? {
    let before = body.predecessors(on: period.span.last)
    if before.isEmpty { return nil }
    let sizes = before.map { code in
      series[code].last { $0.denominator.value != nil && $0.period <= period }?.denominator.value
    }
    return sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(.zero, +)
  }

  // MARK: stocks

  private func stock(of body: ReportingBody, _ series: ArraySlice<FigurePoint>) -> UnitTally {
    var result = UnitTally()
    result.isOwed =
      body.exists(on: end)
      && (existsThroughout(body) || collected.contains { body.exists(on: $0.span.last) })
    if isTakenOver(body) { return result }
    let answered = series.lastIndex { isInside($0, body) && $0.numerator != .blank }
    if let answered, series[answered].numerator == .notApplicable {
      // whom it did not apply to once has still to say so of the periods after
      let silent = indicator.carriesForward ? [] : asked(of: body, after: series[answered].period)
      result.isNotApplicable = silent.isEmpty
      return withoutFigure(result, series, body, gaps: silent.isEmpty ? [period] : silent)
    }
    if let last = series.lastIndex(where: { isInside($0, body) && isUsable($0) }) {
      result.tally = tally(of: series[last])
      // in a long window a later figure may be missing, of which the one there is says little
      if !indicator.carriesForward, series[last].period != collected.last {
        result.gaps = asked(of: body, after: series[last].period)
      }
      if !result.isComplete, let stood = result.tally.numerator {
        let rest = indicator.measure == .share ? result.tally.denominator.map { $0 - stood } : nil
        result.possible = UnitTally.Possible(growth: rest, fall: stood)
      }
      return result
    }
    return withoutFigure(result, series, body, gaps: [period])
  }

  /// The periods behind another one of which figures are asked of a unit.
  private func asked(of body: ReportingBody, after stood: Period) -> [Period] {
    collected.filter { $0 > stood && body.exists(on: $0.span.last) }
  }

  /// What a unit without a figure could still bring.
  private func withoutFigure(
    _ tally: UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody, gaps: [Period]
  ) -> UnitTally {
    var result = tally
    result.gaps = gaps
    let size = lastSize(series) ?? inherited(body) ?? members(body)
    result.possible = UnitTally.Possible(
      growth: indicator.measure == .share ? size : nil, size: size)
    return result
  }

  /// Whether a stock stands in the window: what a unit had when it ended has gone to its successor, which
  /// reports it.
  private func isInside(_ figure: FigurePoint, _ body: ReportingBody) -> Bool {
    counts[Int(figure.periodPlace)]
      && body.exists(on: indicator.carriesForward ? figure.period.span.last : end)
  }

  /// Whether a unit of one stretch of days exists at the ends of all periods collected.
  private func existsThroughout(_ body: ReportingBody) -> Bool {
    guard body.isPlain, let ends = collectedEnds else { return false }
    return body.exists(on: ends.first) && body.exists(on: ends.last)
  }

  /// Whether a figure that is carried forward from a unit that has ended stands in one of those that took
  /// over, which have reported since.
  private func isTakenOver(_ body: ReportingBody) -> Bool {
    guard indicator.carriesForward, let end = body.last, end < period.span.last else {
      return false
    }
    return body.successors.contains { code in
      series[code].contains {
        counts[Int($0.periodPlace)] && isUsable($0) && $0.period.isAfter(end)
      }
    }
  }

  private func tally(of row: FigurePoint) -> Tally {
    var tally = Tally()
    tally.numerator = row.numerator.value
    tally.denominator = indicator.isQuotient ? row.denominator.value : nil
    tally.latestPeriod = row.period
    tally.sources = [row.source]
    return tally
  }

  // MARK: flows

  private func flow(
    of body: ReportingBody, _ series: ArraySlice<FigurePoint>, isPiece: Bool
  ) -> UnitTally {
    var result = UnitTally()
    let expected = expected(of: body)
    result.isOwed = !expected.isEmpty && body.exists(on: end)
    result.isOfWholeWindow = expected.count == collected.count
    // figures and periods both stand oldest first: what is passed over is a gap
    var open = 0
    var gaps: [Period] = []
    var hasNumber = false
    var notApplicable: Period?
    for place in series.indices where counts[Int(series[place].periodPlace)] {
      let row = series[place]
      switch row.numerator {
      case .notApplicable: notApplicable = row.period
      case .value(let number) where !hasFlowBelow || row.denominator.value != nil:
        hasNumber = true
        add(number, of: row, to: &result.tally)
      // a numerator without the denominator of its own period would be part of no total
      case .value, .blank: continue
      }
      while open < expected.count, expected[open] < row.period {
        gaps.append(expected[open])
        open += 1
      }
      if open < expected.count, expected[open] == row.period { open += 1 }
    }
    if open < expected.count { gaps += expected[open...] }
    result.gaps = gaps
    // whom it did not apply to once has still to say so of the periods after
    result.isNotApplicable =
      !hasNumber && notApplicable.map { said in gaps.allSatisfy { $0 < said } } ?? false
    result.isLost =
      !gaps.isEmpty && !body.exists(on: end) && !body.hasSuccessors && !result.isNotApplicable
    if hasFlowBelow {
      boundRates(&result, series, body)
    } else {
      if isOverStock { putOverStock(&result, series, body, isPiece: isPiece) }
      boundGrowth(
        &result, series, body,
        open: result.tally.numerator == nil && notApplicable == nil ? expected.count : gaps.count)
    }
    return result
  }

  /// The periods of which figures are asked of a unit: of those in which it exists.
  private func expected(of body: ReportingBody) -> [Period] {
    // what has one stretch of days and exists at both ends exists between them, and needs no list of its own
    if existsThroughout(body) { return collected }
    return collected.filter { body.exists(on: $0.span.last) }
  }

  private func add(_ number: FixedDecimal, of row: FigurePoint, to tally: inout Tally) {
    tally.numerator = sum(tally.numerator, number)
    if hasFlowBelow { tally.denominator = sum(tally.denominator, row.denominator.value) }
    tally.latestPeriod = row.period
    if namesSources { tally.sources.append(row.source) } else { tally.sources = [row.source] }
  }

  var hasFlowBelow: Bool { indicator.isQuotient && indicator.denominatorKind == .flow }

  /// Puts a flow over the stock under it; a flow without one is left out of totals.
  private func putOverStock(
    _ result: inout UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody,
    isPiece: Bool
  ) {
    let row = stockUnder(series, of: body)
    let (own, late) = (row.own?.denominator.value, row.late?.denominator.value)
    if isPiece {
      result.overStock = UnitTally.OverStock(flowed: result.tally, stock: own, lateStock: late)
    }
    let stock = own ?? late
    if result.tally.numerator == nil || stock == nil {
      if !isStockElsewhere(body) { result.tally = Tally() }
      // what is another's to report is not missing
      result.possible.size =
        stock ?? (holdsStock(body) ? lastSize(series) ?? members(body) : .zero)
    } else {
      result.tally.denominator = stock
    }
  }

  /// Whether a flow is put over a stock: not over the whole term, where no single stock would fit.
  var isOverStock: Bool {
    indicator.numeratorKind == .flow && indicator.isQuotient && !hasFlowBelow && window != .term
  }

  /// Whether the stock under a flow is the unit's own to report: not before it begins, nor once what it had
  /// has gone to a successor, which reports it.
  private func holdsStock(_ body: ReportingBody) -> Bool {
    if let first = body.first, first > period.span.last { return false }
    guard body.hasSuccessors, let end = body.last else { return true }
    switch indicator.denominatorTime {
    case .latest: return body.exists(on: period.span.last)
    // whoever ended with the old year has the stock that the new one begins with
    case .yearStart: return end.adding(days: 1) >= newYear
    }
  }

  /// Whether the stock under a flow stands with those that took over: the flow is then a part of the total,
  /// and of no rate by itself.
  private func isStockElsewhere(_ body: ReportingBody) -> Bool {
    indicator.denominatorTime == .latest && body.hasSuccessors
      && !body.exists(on: period.span.last)
      && body.successors.allSatisfy { code in
        series[code].contains {
          $0.denominator.value != nil && counts[Int($0.periodPlace)]
            && body.last.map($0.period.isAfter) ?? false
        }
      }
  }

  /// The last denominator that a unit has given.
  private func lastSize(_ series: ArraySlice<FigurePoint>) -> FixedDecimal? {
    series.last { $0.denominator.value != nil && $0.period <= period }?.denominator.value
  }

  private var newYear: CalendarDate { .first(ofMonth: 1, year: period.year) }

  /// The figure whose stock stands under a flow.
  ///
  /// What came only after figures of others were taken over holds theirs too: it stands apart, for when
  /// nobody before has one.
  func stockUnder(
    _ series: ArraySlice<FigurePoint>, of body: ReportingBody
  ) -> (own: FigurePoint?, late: FigurePoint?) {
    guard holdsStock(body) else { return (nil, nil) }
    let year = period.yearToDate
    switch indicator.denominatorTime {
    case .latest:
      let last = series.last {
        $0.denominator.value != nil && year.contains($0.period.span)
          && span.contains($0.period.span)
      }
      return (last, nil)
    case .yearStart:
      let before = series.last {
        $0.denominator.value != nil && $0.period.year == period.year - 1
      }
      if let before { return (before, nil) }
      let takeover = body.takeovers.first { $0.year == period.year }
      let inside = series.filter {
        $0.denominator.value != nil && year.contains($0.period.span)
      }
      let first = inside.first { row in takeover.map { row.period.span.last < $0 } ?? true }
      return (first, takeover == nil ? nil : inside.first)
    }
  }

  /// At most, in each open period, the unit's best so far, the only thing known of it, and one case where
  /// there was none: that nothing happened yet is no limit. Of a share that never had a figure, no more
  /// than its whole.
  private func boundGrowth(
    _ result: inout UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody, open: Int
  ) {
    guard open > 0 else { return }
    result.possible.growth =
      best(\.numerator, series, body)?.scaled(by: open)
      ?? (indicator.measure == .share ? result.possible.size : nil)
  }

  /// In each gap a rate of two flows can add its largest denominator so far, at least one case, and of a
  /// share all of it.
  private func boundRates(
    _ result: inout UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody
  ) {
    guard !result.gaps.isEmpty else { return }
    let gaps = result.gaps.count
    let size = (best(\.denominator, series, body) ?? members(body))?.scaled(by: gaps)
    result.possible = UnitTally.Possible(
      growth: indicator.measure == .share
        ? size : best(\.numerator, series, body)?.scaled(by: gaps), size: size)
  }

  /// The most that a unit brought in one period so far, at least one case; of one that never brought any what
  /// those did together that ended into it, nil where one of them never did either.
  private func best(
    _ entry: KeyPath<FigurePoint, Entry>, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody
  ) -> FixedDecimal? {
    func most(_ figures: ArraySlice<FigurePoint>) -> FixedDecimal? {
      figures.lazy.filter { $0.period <= self.period }.compactMap { $0[keyPath: entry].value }.max()
    }
    let before = body.predecessors(on: end).map { most(self.series[$0]) }
    let inherited = before.isEmpty || before.contains(nil) ? nil : before.compactMap(\.self)
    return (most(series) ?? inherited?.reduce(.zero, +)).map { max($0, FixedDecimal(1)) }
  }
}

extension Period {
  /// Whether it ends after a day.
  func isAfter(_ day: CalendarDate) -> Bool { span.last > day }

  /// The twelve months up to its end: how long a figure is carried forward.
  fileprivate var twelveMonths: DateSpan {
    DateSpan(span.last.adding(days: 1).adding(months: -12), span.last)
  }
}
