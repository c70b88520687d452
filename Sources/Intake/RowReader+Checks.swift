import PlanModel

/// Checks over the whole file, once all rows have been read.
extension RowReader {
  mutating func checkTogether() {
    for plan in context.office.plans where plan.isCollected(in: context.period) {
      switch content.form {
      case .indicator:
        checkMissing(plan)
        for check in plan.checks { checkFigures(check, plan) }
        checkPast(plan)
      case .task: checkMissingTasks(plan)
      case nil: break
      }
    }
  }

  private mutating func checkMissing(_ plan: Plan) {
    for indicator in plan.indicators
    where indicator.reporters.contains(context.unit) && indicator.isCollected(in: context.period)
      && seen["\(plan.code)/\(indicator.code)"] == nil
    {
      report(FindingCode.missing(indicator, plan: plan.code))
    }
  }

  private mutating func checkMissingTasks(_ plan: Plan) {
    for task in plan.tasks
    where task.isLed(by: context.unit) && seen["\(plan.code)/\(task.code)"] == nil {
      // of a task of several leads any one may report
      if case .units(let codes) = task.lead, codes.first != context.unit.code { continue }
      report(FindingCode.missing(task, plan: plan.code))
    }
  }

  // MARK: the plan's own checks

  private mutating func checkFigures(_ check: CrossCheck, _ plan: Plan) {
    if isBuiltIn(check, plan) { return }
    guard let left = sum(check.left, plan), let right = sum(check.right, plan),
      !check.relation.holds(left, right)
    else { return }
    let values = (check.left.terms + check.right.terms).compactMap { term in
      value(term, plan).map { (term, $0) }
    }
    let involved = content.figures.first {
      $0.plan == plan.code && check.indicators.contains($0.indicator)
    }
    report(
      FindingCode.failed(
        check, values, at: Finding.Place(row: involved?.row),
        subject: involved?.indicator ?? ""))
  }

  /// A share's numerator over its denominator has been reported with the row itself.
  private func isBuiltIn(_ check: CrossCheck, _ plan: Plan) -> Bool {
    guard case .numerator(let above)? = check.left.terms.first, check.left.terms.count == 1,
      case .denominator(let below)? = check.right.terms.first, check.right.terms.count == 1
    else { return false }
    return above == below && check.relation == .atMost
      && plan.indicator(above)?.measure == .share
  }

  /// The sum of a side; nil when one of its figures is missing, for then nothing can be said.
  private func sum(_ side: CrossCheck.Side, _ plan: Plan) -> FixedDecimal? {
    let values = side.terms.map { value($0, plan) }
    return values.contains(nil) ? nil : values.compactMap(\.self).reduce(.zero, +)
  }

  private func value(_ term: CrossCheck.Term, _ plan: Plan) -> FixedDecimal? {
    func figure(_ code: String) -> Figure? {
      content.figures.first { $0.plan == plan.code && $0.indicator == code }
    }
    switch term {
    case .number(let number): return number
    case .numerator(let code): return figure(code)?.numerator.value
    case .denominator(let code): return figure(code)?.denominator.value
    }
  }

  // MARK: the past

  private mutating func checkPast(_ plan: Plan) {
    for figure in content.figures where figure.plan == plan.code {
      guard let indicator = plan.indicator(figure.indicator),
        let past = context.earlier[PastFigure.Key(plan: plan.code, indicator: figure.indicator)]
      else { continue }
      checkJump(figure, indicator, past)
      if indicator.neverFalls, let old = past.numerator, let new = figure.numerator.value, new < old
      {
        report(
          FindingCode.fell(
            indicator, from: old, in: past.period, to: new, at: place(.numerator, figure)))
      }
    }
  }

  private mutating func checkJump(_ figure: Figure, _ indicator: Indicator, _ past: PastFigure) {
    let limit = context.office.organisation.denominatorChangeLimit
    guard indicator.denominatorKind == .stock, let new = figure.denominator.value,
      let old = past.denominator,
      let change = Ratio(new > old ? new - old : old - new, over: old), change > Ratio(limit)
    else { return }
    report(
      FindingCode.jump(
        indicator, from: old, in: past.period, to: new, limit: limit,
        at: place(.denominator, figure)))
  }

  private func place(_ column: Column, _ figure: Figure) -> Finding.Place {
    let index = layout.index(of: column)
    return Finding.Place(
      row: figure.row, column: index, header: index.map { layout.headers[$0] })
  }
}
