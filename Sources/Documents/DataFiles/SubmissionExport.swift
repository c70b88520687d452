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
    return forms.filter { !$0.2.isEmpty }.map {
      DataFile(name: $0.0, columns: $0.1, notedRows: $0.2)
    }
  }
}

extension PlanAssessment {
  /// The cells with which every row begins.
  var head: [String] {
    [input.office.registry.root, input.period.description, input.plan.code]
  }
}

extension FixedDecimal {
  /// The number as a submission writes it, so that there is one reading of it: with a decimal comma.
  var submitted: String {
    isWhole
      ? plainText
      : text(fractionDigits: Self.unlikeThousands(fractionDigits)).replacing(".", with: ",")
  }

  /// As many digits behind a mark, but never just three, which could be thousands: `1,012`.
  static func unlikeThousands(_ digits: Int) -> Int { digits == 3 ? 4 : digits }
}
