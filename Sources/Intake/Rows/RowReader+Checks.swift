import PlanModel

/// Checks over the whole file, once all rows have been read.
extension RowReader {
  /// Without `areAllRowsKnown` nothing is called missing: it may stand in a row that was not read.
  mutating func checkTogether(areAllRowsKnown: Bool) {
    for asked in context.asked.plans {
      plan = asked.plan.code
      defer { plan = nil }
      switch content.form {
      case .indicator:
        if areAllRowsKnown { checkMissing(asked) }
        if !asked.plan.checks.isEmpty {
          let figures = figures(of: asked.plan)
          for check in asked.plan.checks { checkFigures(check, asked.plan, figures) }
        }
        if let earlier = context.earlier { checkPast(asked, earlier) }
      case .task: if areAllRowsKnown { checkMissingTasks(asked.plan) }
      case nil: break
      }
    }
  }

  private mutating func checkMissing(_ asked: AskedFigures.AskedPlan) {
    for number in asked.numbers where seen[number] == nil && owed[number] {
      let indicator = context.asked.indicators[number]
      guard indicator.traits.contains(.isCollected), !isMentioned(indicator.code) else { continue }
      report(FindingCode.missing(asked.indicator(number), plan: asked.plan.code))
    }
  }

  private mutating func checkMissingTasks(_ plan: Plan) {
    for task in plan.tasks
    where task.isLed(by: context.unit) && seenTasks["\(plan.code)/\(task.code)"] == nil
      && !isMentioned(task.code)
    {
      // of a task of several leads, or of several that took over from one, any one may report
      if case .units(let codes) = task.lead, let first = codes.first,
        context.office.registry.holders(of: first, on: context.period.span.last)
          != [context.unit.code]
      {
        continue
      }
      report(FindingCode.missing(task, plan: plan.code))
    }
  }

  private func isMentioned(_ code: String) -> Bool {
    !mentioned.isEmpty && mentioned.contains(code.uppercased())
  }

  // MARK: the plan's own checks

  /// The figures read of a plan, by the capital letters of their codes.
  private func figures(of plan: Plan) -> [String: Figure] {
    Dictionary(
      content.figures.filter { $0.plan == plan.code }.map { ($0.indicator.uppercased(), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func checkFigures(
    _ check: CrossCheck, _ plan: Plan, _ figures: [String: Figure]
  ) {
    if isBuiltIn(check, plan) { return }
    let holds = check.holds { code in
      figures[code.uppercased()].map { ($0.numerator.value, $0.denominator.value) }
    }
    if holds { return }
    let terms = check.left.terms + check.right.terms
    let values = terms.compactMap { term in value(term, figures).map { (term, $0) } }
    let (column, code) = terms.lazy.compactMap(\.cell).first ?? (.numerator, "")
    let figure = figures[code.uppercased()]
    report(
      FindingCode.failed(
        check, values,
        at: figure.map { layout.place(column, row: $0.row) } ?? Finding.Place(),
        subject: figure?.indicator ?? code))
  }

  /// A share's numerator over its denominator has been reported with the row itself.
  private func isBuiltIn(_ check: CrossCheck, _ plan: Plan) -> Bool {
    guard case .numerator(let above)? = check.left.terms.first, check.left.terms.count == 1,
      case .denominator(let below)? = check.right.terms.first, check.right.terms.count == 1
    else { return false }
    return above == below && check.relation == .atMost
      && plan.indicator(above)?.measure == .share
  }

  private func value(_ term: CrossCheck.Term, _ figures: [String: Figure]) -> FixedDecimal? {
    switch term {
    case .number(let number): number
    case .numerator(let code): figures[code.uppercased()]?.numerator.value
    case .denominator(let code): figures[code.uppercased()]?.denominator.value
    }
  }
}

extension CrossCheck.Term {
  /// The cell it speaks of; nil for a plain number.
  fileprivate var cell: (column: Column, code: String)? {
    switch self {
    case .number: nil
    case .numerator(let code): (.numerator, code)
    case .denominator(let code): (.denominator, code)
    }
  }
}
