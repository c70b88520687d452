import PlanModel

/// The stock that stands under a flow.
extension TallyReader {
  /// Puts a flow over the stock under it; a flow without one is left out of totals.
  func putOverStock(
    _ result: inout UnitTally, _ series: ArraySlice<FigurePoint>, _ body: ReportingBody,
    as role: Role
  ) {
    let row = stockUnder(series, of: body, as: role)
    let (own, late) = (row.own?.denominator.value, row.late?.denominator.value)
    if role != .plain {
      result.overStock = UnitTally.OverStock(flowed: result.tally, stock: own, lateStock: late)
    }
    let stock = own ?? late
    if result.tally.numerator == nil || stock == nil {
      if !isStockElsewhere(body) { result.tally = Tally() }
      // what is another's to report is not missing
      result.possible.size =
        stock ?? (holdsStock(body, as: role) ? lastSize(series) ?? members(body) : .zero)
    } else {
      result.tally.denominator = stock
    }
  }

  /// Whether a flow is put over a stock: not over the whole term, where no single stock would fit.
  var isOverStock: Bool {
    indicator.numeratorKind == .flow && indicator.isQuotient && !hasFlowBelow && window != .term
  }

  /// Whether the stock under a flow is the unit's own to report: not before it begins, nor once those that took
  /// over have said what they have; of a part of a line that is for the line to see.
  private func holdsStock(_ body: ReportingBody, as role: Role) -> Bool {
    if let first = body.first, first > end { return false }
    guard body.hasSuccessors, let last = body.last else { return true }
    switch indicator.denominatorTime {
    case .latest: return role == .part || !isTold(body)
    // whoever ended with the old year has the stock that the new one begins with
    case .yearStart: return last.adding(days: 1) >= newYear
    }
  }

  /// Whether the stock under a flow stands with those that took over: the flow is then a part of the total,
  /// and of no rate by itself.
  private func isStockElsewhere(_ body: ReportingBody) -> Bool {
    guard indicator.denominatorTime == .latest, body.hasSuccessors, let last = body.last, last < end
    else { return false }
    return body.successors.allSatisfy { hasTold($0, since: last) }
  }

  private var newYear: CalendarDate { .first(ofMonth: 1, year: period.year) }

  /// The figure that a stock under a flow stands in, and one that came late.
  typealias StockRows = (own: FigurePoint?, late: FigurePoint?)

  /// The figure whose stock stands under a flow.
  ///
  /// What came only after figures of others were taken over holds theirs too: it stands apart, for when
  /// nobody before has one.
  func stockUnder(
    _ series: ArraySlice<FigurePoint>, of body: ReportingBody, as role: Role
  ) -> StockRows {
    guard holdsStock(body, as: role) else { return (nil, nil) }
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
}
