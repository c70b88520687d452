import PlanModel

/// Of a flow the sum over the window.
extension TallyReader {
  func flow(
    of body: ReportingBody, _ series: ArraySlice<FigurePoint>, as role: Role
  ) -> UnitTally {
    var result = UnitTally()
    let expected = expected(of: body)
    result.isOwed = !expected.isEmpty && body.exists(on: end)
    result.isOfWholeWindow = expected.count == collected.count
    let (gaps, notApplicable) = addUp(series, expected, into: &result.tally)
    let hasNumber = result.tally.numerator != nil
    result.gaps = gaps
    // whom it did not apply to once has still to say so of the periods after
    result.isNotApplicable =
      !hasNumber && notApplicable.map { said in gaps.allSatisfy { $0 < said } } ?? false
    result.isLost =
      !gaps.isEmpty && !body.exists(on: end) && !result.isNotApplicable
      // what divides in a way that nobody has declared is owed by none of those that took over
      && (role == .alone || !body.hasSuccessors)
    if hasFlowBelow {
      boundRates(&result, series, body)
    } else {
      if isOverStock { putOverStock(&result, series, body, as: role) }
      boundGrowth(
        &result, series, body,
        open: result.tally.numerator == nil && notApplicable == nil ? expected.count : gaps.count)
      if role == .plain, isOverStock { limitGrowthToWhole(&result) }
    }
    return result
  }

  /// Adds up what flowed; returns the periods expected and without a figure, and the last one that a unit
  /// said does not apply to it.
  private func addUp(
    _ series: ArraySlice<FigurePoint>, _ expected: [Period], into tally: inout Tally
  ) -> (gaps: [Period], notApplicable: Period?) {
    // figures and periods both stand oldest first: what is passed over is a gap
    var open = 0
    var gaps: [Period] = []
    var notApplicable: Period?
    for place in series.indices where counts[Int(series[place].periodPlace)] {
      let row = series[place]
      switch row.numerator {
      case .notApplicable: notApplicable = row.period
      case .value(let number) where !hasFlowBelow || row.denominator.value != nil:
        add(number, of: row, to: &tally)
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
    return (gaps, notApplicable)
  }

  private func add(_ number: FixedDecimal, of row: FigurePoint, to tally: inout Tally) {
    tally.numerator = sum(tally.numerator, number)
    if hasFlowBelow { tally.denominator = sum(tally.denominator, row.denominator.value) }
    tally.latestPeriod = row.period
    if namesSources { tally.sources.append(row.source) } else { tally.sources = [row.source] }
  }

  var hasFlowBelow: Bool { indicator.isQuotient && indicator.denominatorKind == .flow }

  /// At most, in each open period, the unit's best so far, the only thing known of it, and one case where
  /// there was none: that nothing happened yet is no limit. Of a share that never had a figure, no more
  /// than its whole.
  private func boundGrowth(
    _ result: inout UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody, open: Int
  ) {
    guard open > 0 else { return }
    result.possible.growth =
      best(series, body) { $0.numerator }?.scaled(by: open)
      ?? (indicator.measure == .share ? result.possible.size : nil)
  }

  /// What comes to a share is no more than what is left of its whole.
  private func limitGrowthToWhole(_ result: inout UnitTally) {
    guard indicator.measure == .share, let growth = result.possible.growth, growth > .zero,
      let whole = result.tally.denominator ?? result.possible.size
    else { return }
    let left = whole - (result.tally.numerator ?? .zero)
    result.possible.growth = min(growth, max(.zero, left))
  }

  /// In each gap a rate of two flows can add its largest denominator so far, at least one case, and of a
  /// share all of it.
  private func boundRates(
    _ result: inout UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody
  ) {
    guard !result.gaps.isEmpty else { return }
    let gaps = result.gaps.count
    let size = (best(series, body) { $0.denominator } ?? members(body))?.scaled(by: gaps)
    result.possible = UnitTally.Possible(
      growth: indicator.measure == .share
        ? size : best(series, body) { $0.numerator }?.scaled(by: gaps), size: size)
  }

  /// The most that a unit brought in one period so far, at least one case; of one that never brought any what
  /// those did together that ended into it, nil where one of them never did either.
  private func best(
    _ series: ArraySlice<FigurePoint>, _ body: ReportingBody, _ entry: (FigurePoint) -> Entry
  ) -> FixedDecimal? {
    func most(_ figures: ArraySlice<FigurePoint>) -> FixedDecimal? {
      var most: FixedDecimal?
      for place in figures.indices where figures[place].period <= period {
        guard let number = entry(figures[place]).value else { continue }
        most = most.map { max($0, number) } ?? number
      }
      return most
    }
    let before = body.predecessors(on: end).map { most(self.series[$0]) }
    let inherited = before.isEmpty || before.contains(nil) ? nil : before.compactMap(\.self)
    return (most(series) ?? inherited?.reduce(.zero, +)).map { max($0, FixedDecimal(1)) }
  }
}
