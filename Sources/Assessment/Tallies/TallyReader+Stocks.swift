import PlanModel

/// Of a stock the last figure inside the window.
extension TallyReader {
  func stock(
    of body: ReportingBody, _ series: ArraySlice<FigurePoint>, as role: Role
  ) -> UnitTally {
    var result = UnitTally()
    result.isOwed =
      body.exists(on: end)
      && (existsThroughout(body) || collected.contains { body.exists(on: $0.span.last) })
    if role == .alone, isTold(body) { return result }
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
        let gaps = asked(of: body, after: series[last].period)
        if !gaps.isEmpty { result.leaveOpen(gaps, of: indicator) }
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

  /// The last period of the window of which a unit has said what there is, or that this does not apply to it.
  func lastAnswer(of body: ReportingBody) -> Period? {
    figures(of: body).last {
      isInside($0, body) && ($0.numerator == .notApplicable || isUsable($0))
    }?.period
  }

  /// Whether a stock stands in the window: what a unit had that ended inside stands until those that took over
  /// say what they have; who ended without a successor has nothing any more.
  private func isInside(_ figure: FigurePoint, _ body: ReportingBody) -> Bool {
    counts[Int(figure.periodPlace)]
      && (indicator.carriesForward
        ? body.exists(on: figure.period.span.last) : body.exists(on: end) || body.hasSuccessors)
  }
}
