import PlanModel

/// Of a stock the last figure inside the window.
extension TallyReader {
  func stock(of body: ReportingBody, _ series: ArraySlice<FigurePoint>) -> UnitTally {
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
}
