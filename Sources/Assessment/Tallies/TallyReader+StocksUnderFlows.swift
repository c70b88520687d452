import PlanModel

/// The stock that stands under a flow.
extension TallyReader {
  /// Puts a flow over the stock under it; a flow without one is left out of totals.
  func putOverStock(
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
}
