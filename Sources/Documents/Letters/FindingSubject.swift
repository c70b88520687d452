import PlanModel

/// What a finding is about, as documents call it.
struct FindingSubject {
  /// The code; with its plan's before it when another plan has the same: `CT01`, `NQ21/CT01`.
  let code: String
  /// The plan's indicator of that code; nil for a task, for a code that its plan does not know, and
  /// where several plans could be meant.
  let indicator: Indicator?
  /// Whether it is a task of the plan.
  let isTask: Bool

  /// Nil when the finding is about a whole file.
  init?(_ finding: Finding, in office: Office) {
    guard let code = finding.subject else { return nil }
    let knowing = office.plans.filter { $0.indicator(code) != nil || $0.task(code) != nil }
    let plan =
      finding.plan == nil
      ? (knowing.count == 1 ? knowing.first : nil) : knowing.first { $0.code == finding.plan }
    indicator = plan?.indicator(code)
    let task = plan?.task(code)
    isTask = indicator == nil && task != nil
    let known = indicator?.code ?? task?.code ?? code
    self.code = knowing.count > 1 ? plan.map { "\($0.code)/\(known)" } ?? known : known
  }
}
