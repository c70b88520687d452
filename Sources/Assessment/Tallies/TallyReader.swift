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
  let namesSources: Bool
  /// Of each period in the series, by its place, whether its figures count.
  let counts: [Bool]
  /// The last day of the period, and of the first and the last one collected.
  let end: CalendarDate
  let collectedEnds: (first: CalendarDate, last: CalendarDate)?

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
    // of flows, a half-year beside its two quarters would count twice; not so the months of a plan that is
    // collected every quarter only since
    counts = series.periods.map { other in
      span.contains(other.span)
        && (indicator.numeratorKind == .stock || other.cadence == plan.cadence
          || plan.firstPeriod.map { other.span.last < $0.span.first } ?? false)
    }
  }

  /// How one stretch of a unit's existence comes into a line.
  enum Role {
    /// It is the line, and nobody came before it or after it.
    case plain
    /// It is the line.
    case alone
    /// It is put together with others, of which some took over from it.
    case part
  }

  /// What one unit itself said in the window, through all rows of one stretch of its existence.
  func tally(of body: ReportingBody, as role: Role) -> UnitTally {
    let series = figures(of: body)
    return indicator.numeratorKind == .stock
      ? stock(of: body, series, as: role) : flow(of: body, series, as: role)
  }

  /// The figures of one stretch of a unit's existence, oldest first.
  func figures(of body: ReportingBody) -> ArraySlice<FigurePoint> {
    var series = series[body.place]
    if !body.isPlain { series.removeAll { !body.owns($0.period) } }
    return series
  }

  /// Whether a unit of one stretch of days exists at the ends of all periods collected.
  func existsThroughout(_ body: ReportingBody) -> Bool {
    guard body.isPlain, let ends = collectedEnds else { return false }
    return body.exists(on: ends.first) && body.exists(on: ends.last)
  }

  /// The periods of which figures are asked of a unit: of those in which it exists.
  func expected(of body: ReportingBody) -> [Period] {
    // what has one stretch of days and exists at both ends exists between them, and needs no list of its own
    if existsThroughout(body) { return collected }
    return collected.filter { body.exists(on: $0.span.last) }
  }

  /// A figure counts when every number the indicator needs is there.
  func isUsable(_ figure: FigurePoint) -> Bool {
    figure.numerator.value != nil && (!indicator.isQuotient || figure.denominator.value != nil)
  }

  /// What the register knows of a unit that never gave a denominator: no part of it is larger.
  func members(_ body: ReportingBody) -> FixedDecimal? {
    guard indicator.measure == .share else { return nil }
    return body.members(on: period.span.last).map { FixedDecimal($0) }
  }

  /// What those had together that ended into the unit: a share of them that nobody has declared is not
  /// larger; nil where one of them never gave a denominator.
  func inherited(_ body: ReportingBody) -> FixedDecimal? {
    let before = body.predecessors(on: period.span.last)
    if before.isEmpty { return nil }
    let sizes = before.map { code in
      series[code].last { $0.denominator.value != nil && $0.period <= period }?.denominator.value
    }
    return sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(.zero, +)
  }

  /// The last denominator that a unit has given.
  func lastSize(_ series: ArraySlice<FigurePoint>) -> FixedDecimal? {
    series.last { $0.denominator.value != nil && $0.period <= period }?.denominator.value
  }

  func tally(of row: FigurePoint) -> Tally {
    var tally = Tally()
    tally.numerator = row.numerator.value
    tally.denominator = indicator.isQuotient ? row.denominator.value : nil
    tally.latestPeriod = row.period
    tally.sources = [row.source]
    return tally
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
