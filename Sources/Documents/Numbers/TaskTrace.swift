public import Assessment
public import PlanModel

/// Where the state of a task comes from: unit by unit, the rows that reported on it.
public struct TaskTrace: Sendable {
  /// One report on the task.
  public struct Row: Sendable {
    /// The submission it stands in.
    public let receipt: Receipt
    /// The row as it was sent.
    public let report: TaskReport
    /// When this was first said: with its submission, or with a revision before that said the same.
    public let saidAt: CivilTime
  }

  /// The task as one unit has it.
  public struct Part: Sendable {
    /// The unit's code.
    public let unit: String
    /// The unit's name.
    public let name: String
    /// Where it stands.
    public let assessment: TaskAssessment
    /// Every row in force on it, of all periods up to this one, oldest first: the last one gives the state.
    /// Those of whom it took over from, and of others that lead it with it, are among them.
    public let rows: [Row]
    /// The explanations the office has accepted for it in the periods of these rows.
    public let explanations: [Explanation]
  }

  /// The plan.
  public let plan: Plan
  /// The task.
  public let task: PlanTask
  /// The period.
  public let period: Period
  /// The edition's number.
  public let edition: Int
  /// The edition's moment of counting.
  public let asOf: CivilTime
  /// The units it is kept under, in the order of the data file.
  public let parts: [Part]

  /// The event it waits for, by its code; nil of a task that waits for none.
  public var event: String? {
    guard case .after(let event, _) = task.deadline.rule else { return nil }
    return event
  }

  /// Traces a task for a unit and all below it, or for all units; nil when the report has no such task, or the
  /// unit no part in it.
  public init?(_ report: Report, task code: String, unit asked: String?) {
    let input = report.assessment.input
    let registry = input.office.registry
    let tracked = report.assessment.tasks.filter { $0.task.code.uppercased() == code.uppercased() }
    guard let first = tracked.first else { return nil }
    let unit = asked.map { registry.code(matching: $0) ?? $0 } ?? registry.root
    plan = input.plan
    task = first.task
    period = input.period
    edition = report.edition
    asOf = input.asOf
    parts = tracked.map { Part($0, input) }.filter { part in
      registry.lineage(of: part.unit, on: input.period.span.last).contains(unit)
        || first.task.isLed(jointlyBy: unit) || part.rows.contains { $0.receipt.unit == unit }
    }
    if parts.isEmpty { return nil }
  }
}

extension TaskTrace.Part {
  fileprivate init(_ assessment: TaskAssessment, _ input: AssessmentInput) {
    let rows = assessment.reports.compactMap { report in
      input.submissions.receipt(report.source.receipt).map {
        TaskTrace.Row(receipt: $0, report: report.content, saidAt: report.receivedAt)
      }
    }
    unit = assessment.unit
    name = input.office.registry.name(assessment.unit)
    self.assessment = assessment
    self.rows = rows
    explanations = input.office.explanations.filter { explanation in
      explanation.isAbout(assessment.task.code, ofPlan: input.plan.code)
        && rows.contains {
          $0.receipt.unit == explanation.unit && $0.receipt.period == explanation.period
        }
    }
  }
}

extension PlanTask {
  /// Whether a unit is one of those that lead it together: it is kept under the first of them.
  func isLed(jointlyBy unit: String) -> Bool {
    if case .units(let codes) = lead { codes.contains(unit) } else { false }
  }
}
