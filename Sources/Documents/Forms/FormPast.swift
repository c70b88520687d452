public import PlanModel

/// What a unit reported last, to be shown beside the cells it is to fill in.
public struct FormPast: Hashable, Sendable {
  /// A figure or a report, and the period it is of.
  public struct Newest<Content: Hashable & Sendable>: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// The figure or the report.
    public let content: Content
  }

  private struct Key: Hashable {
    let plan: String
    let code: String
  }

  private var figures: [Key: Newest<Figure>] = [:]
  private var reports: [Key: Newest<TaskReport>] = [:]

  /// Nothing reported.
  public init() {}

  /// Takes in a figure in force. A later period replaces an earlier one; a row left empty replaces
  /// nothing, for it says nothing.
  public mutating func add(_ figure: Figure, of period: Period) {
    guard figure.numerator != .blank || figure.denominator != .blank else { return }
    let key = Key(plan: figure.plan, code: figure.indicator)
    if let known = figures[key], known.period > period { return }
    figures[key] = Newest(period: period, content: figure)
  }

  /// Takes in a report on a task in force; a later period replaces an earlier one.
  public mutating func add(_ report: TaskReport, of period: Period) {
    let key = Key(plan: report.plan, code: report.task)
    if let known = reports[key], known.period > period { return }
    reports[key] = Newest(period: period, content: report)
  }

  func figure(_ plan: Plan, _ indicator: Indicator) -> Newest<Figure>? {
    figures[Key(plan: plan.code, code: indicator.code)]
  }

  func report(_ plan: Plan, _ task: PlanTask) -> Newest<TaskReport>? {
    reports[Key(plan: plan.code, code: task.code)]
  }
}
