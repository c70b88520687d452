/// Everything the office itself decides: who reports, on which plans, by which rules.
///
/// Read from the files beside `submissions/`; the submissions are held against it.
public struct Office: Sendable {
  /// No template of a document's wording may have more bytes, which is many times what one needs.
  public static let largestTemplate = 64 << 10

  /// The organisation.
  public let organisation: Organisation
  /// Its units.
  public let registry: UnitRegistry
  /// The plans it follows, in order of their codes.
  public let plans: [Plan]
  /// The outside events that have happened.
  public let occurrences: [Occurrence]
  /// The explanations it has accepted.
  public let explanations: [Explanation]

  /// All parts, as read.
  public init(
    organisation: Organisation, registry: UnitRegistry, plans: [Plan],
    occurrences: [Occurrence] = [], explanations: [Explanation] = []
  ) {
    self.organisation = organisation
    self.registry = registry
    self.plans = plans
    self.occurrences = occurrences
    self.explanations = explanations
  }

  /// The plan of a code, in any case of letters.
  public func plan(_ code: String) -> Plan? {
    plans.first { $0.code == code } ?? plans.first { $0.code.uppercased() == code.uppercased() }
  }

  /// Those a plan is reported to, by name, in the plan's order: bodies that the organisation names, and
  /// units of the register. A code that neither knows has no name and is left out.
  public func recipients(of plan: Plan) -> [String] {
    plan.recipients.compactMap(recipientName)
  }

  /// The name of a body or unit that is reported to, by its code in any case of letters; nil when neither
  /// the organisation nor the register knows it.
  public func recipientName(_ code: String) -> String? {
    organisation.bodies.first { $0.key.uppercased() == code.uppercased() }?.value
      ?? registry.code(matching: code).map(registry.name)
  }

  /// The forms a unit owes in a period: it exists on the period's last day, the plan is collected in
  /// such periods and asks it.
  public func formsOwed(by unit: Unit, in period: Period) -> [Form] {
    guard unit.isValid(on: period.span.last) else { return [] }
    return Form.allCases.filter { form in
      plans.contains { $0.isCollected(in: period) && $0.asks(unit, for: form, in: period) }
    }
  }

  /// The periods whose submissions make a report on a plan: the period itself when units report in such
  /// periods, else those inside it.
  public func collectedPeriods(of plan: Plan, in period: Period) -> [Period] {
    if period.cadence == plan.cadence { return [period] }
    return Period.all(plan.cadence, in: period.span).filter(plan.isCollected)
  }

  /// What is expected in a period, in the register's order.
  public func expected(in period: Period) -> [(unit: Unit, form: Form)] {
    registry.units(on: period.span.last).flatMap { unit in
      formsOwed(by: unit, in: period).map { (unit, $0) }
    }
  }
}

extension Plan {
  /// Whether units report on the plan in a period: it is of the plan's cadence, inside its term, and
  /// not before the first one asked for.
  public func isCollected(in period: Period) -> Bool {
    period.cadence == cadence && term.contains(period.span)
      && (firstPeriod.map { $0 <= period } ?? true)
  }

  /// The first period units report on, where collecting began after the first of some days: a sum over
  /// these is then no whole one.
  public func beginning(inside days: DateSpan) -> Period? {
    firstPeriod.flatMap { days.first < $0.span.first && $0.span.first <= days.last ? $0 : nil }
  }
}
