import Assessment
import PlanModel

/// An edition as the submission of this organisation to the level above, in the format that intake
/// reads: what is summed there is the sum over all base units.
///
/// Figures are those of the period itself, not totals of longer windows: the level above makes its own.
public enum SubmissionExport {
  private static let indicatorForm = "bieu01.csv"
  private static let taskForm = "bieu02.csv"

  /// The names that its files may have.
  public static let names: Set = [indicatorForm, taskForm]

  /// The files for `submissions/<period>/<root>/`: the indicator form and the task form; a form without
  /// rows is left out.
  public static func files(of reports: [Report]) -> [DataFile] {
    let collected = reports.filter(\.assessment.input.isCollected)
    let indicators = collected.flatMap { IndicatorExport(assessment: $0.assessment).rows }
    let tasks = collected.flatMap { TaskExport(assessment: $0.assessment).rows }
    let forms = [
      (
        indicatorForm, ["unit", "period", "plan", "indicator", "numerator", "denominator", "note"],
        indicators
      ),
      (
        taskForm,
        [
          "unit", "period", "plan", "task", "status", "percent", "completed_on", "document_no",
          "note",
        ], tasks
      ),
    ]
    return forms.filter { !$0.2.isEmpty }.map { DataFile(name: $0.0, columns: $0.1, rows: $0.2) }
  }
}

extension PlanAssessment {
  /// The cells with which every row begins.
  fileprivate var head: [String] {
    [input.office.registry.root, input.period.description, input.plan.code]
  }
}

/// The rows of the indicator form.
private struct IndicatorExport {
  let assessment: PlanAssessment

  private var input: AssessmentInput { assessment.input }

  var rows: [[String]] {
    assessment.indicators.filter { $0.indicator.isCollected(in: input.period) }.map { indicator in
      let entry = entry(indicator)
      return assessment.head + [
        indicator.indicator.code, entry.numerator, entry.denominator, note(indicator),
      ]
    }
  }

  private func entry(_ assessed: IndicatorAssessment) -> (numerator: String, denominator: String) {
    let indicator = assessed.indicator
    let total = total(assessed)
    guard let above = total.numerator else {
      let answer = appliesNowhere(indicator) ? "-" : ""
      return (answer, indicator.isQuotient ? answer : "")
    }
    return (above.submitted, indicator.isQuotient ? total.denominator?.submitted ?? "" : "")
  }

  private func total(
    _ assessed: IndicatorAssessment
  ) -> (numerator: FixedDecimal?, denominator: FixedDecimal?) {
    let indicator = assessed.indicator
    let window: Window = indicator.numeratorKind == .stock ? .point : .period
    if indicator.combination == .last || indicator.combination == .max,
      let cell = assessed.cell(assessed.root, window)
    {
      return (cell.tally.numerator, cell.tally.denominator)
    }
    let counted = figures(of: indicator).filter { $0.numerator.value != nil }
    if counted.isEmpty { return (nil, nil) }
    return (
      counted.compactMap(\.numerator.value).reduce(.zero, +),
      counted.compactMap(\.denominator.value).reduce(.zero, +)
    )
  }

  /// Whether all who owe a figure of the period say that they have none to give: from one who is silent it
  /// may still come, and the level above must go on expecting it.
  private func appliesNowhere(_ indicator: Indicator) -> Bool {
    let asked = input.office.registry.units(on: input.period.span.last)
      .filter(indicator.reporters.contains)
    return !asked.isEmpty
      && asked.allSatisfy { unit in
        input.figures.figure(indicator.code, of: unit.code, in: input.period)?.content.numerator
          == .notApplicable
      }
  }

  /// The rows of the period that count, each unit's once; of stocks those of units that still exist.
  private func figures(of indicator: Indicator) -> [Figure] {
    let reporters = input.office.registry.units.filter { indicator.reporters.contains($0) }
    return reporters.map(\.code).unique.compactMap { code in
      let exists = reporters.contains {
        $0.code == code && $0.isValid(on: input.period.span.last)
      }
      guard exists || indicator.numeratorKind == .flow else { return nil }
      let figure = input.figures.figure(indicator.code, of: code, in: input.period)?.content
      let needsBoth =
        indicator.isQuotient
        && (indicator.numeratorKind == .stock || indicator.denominatorKind == .flow)
      guard let figure, !needsBoth || figure.denominator.value != nil else { return nil }
      return figure
    }
  }

  private func note(_ assessed: IndicatorAssessment) -> String {
    [meeting(assessed), coverage(assessed)].compactMap(\.self).joined(separator: "; ")
  }

  /// How many units meet what each owes: the sum in the row does not tell.
  private func meeting(_ assessed: IndicatorAssessment) -> String? {
    guard assessed.indicator.combination == .unitsMeeting, let total = assessed.total,
      let meeting = total.tally.numerator, let owed = total.tally.denominator
    else { return nil }
    return "\(meeting.plainText)/\(owed.plainText) đơn vị đạt"
  }

  private func coverage(_ assessed: IndicatorAssessment) -> String? {
    let window: Window = assessed.indicator.numeratorKind == .stock ? .point : .period
    guard let cell = assessed.cell(assessed.root, window), !cell.missingUnits.isEmpty else {
      return nil
    }
    return "gồm số liệu của \(cell.countedCount)/\(cell.expectedUnits.count) đơn vị"
  }
}

/// The rows of the task form: tasks that each unit owes, and those this organisation leads itself.
private struct TaskExport {
  let assessment: PlanAssessment

  var rows: [[String]] {
    assessment.input.plan.tasks.compactMap { task in
      let parts = assessment.tasks.filter { $0.task.code == task.code }
      guard isOwed(task), let status = status(parts) else { return nil }
      let done = parts.count { $0.report?.content.status == .done }
      let only = parts.count == 1 ? parts[0].report?.content : nil
      let percent =
        only?.percent
        ?? (status == .inProgress && parts.count > 1
          ? FixedDecimal(Int128(done * 100 / parts.count)) : nil)
      let completed = status == .done ? parts.compactMap(\.completedOn).max() : nil
      return assessment.head + [
        task.code, status.rawValue, percent?.submitted ?? "", completed?.description ?? "",
        only?.documentNumber ?? "",
        parts.count > 1 ? "\(done)/\(parts.count) đơn vị hoàn thành" : only?.note ?? "",
      ]
    }
  }

  private func isOwed(_ task: PlanTask) -> Bool {
    switch task.lead {
    case .each: true
    case .units(let codes): codes.contains(assessment.input.office.registry.root)
    }
  }

  /// What the reports of all units say together; nil when nobody reported. Done is only what all have done;
  /// of those who are silent nothing is said that nobody has reported.
  private func status(_ parts: [TaskAssessment]) -> TaskStatus? {
    let reported = parts.compactMap { $0.report?.content.status }
    let states = Set(reported)
    if states.isEmpty { return nil }
    if states == [.done] { return reported.count == parts.count ? .done : .inProgress }
    if states.count == 1 { return states.first }
    if !states.isDisjoint(with: [.done, .inProgress]) { return .inProgress }
    return states.contains(.notStarted) ? .notStarted : .suspended
  }
}

extension FixedDecimal {
  /// The number as a submission writes it, so that there is one reading of it: a decimal comma, and never
  /// just three digits behind it, which could be thousands.
  fileprivate var submitted: String {
    isWhole
      ? plainText
      : text(fractionDigits: fractionDigits == 3 ? 4 : fractionDigits).replacing(".", with: ",")
  }
}
