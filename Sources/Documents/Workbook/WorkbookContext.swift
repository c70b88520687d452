import Assessment
import PlanModel

/// A report with what the sheets look up in it again and again.
struct WorkbookContext {
  struct FormOf: Hashable {
    let unit: String
    let form: Form
  }

  let report: Report
  let receipts: [Int64: Receipt]
  let submissions: [FormOf: SubmissionAssessment]
  let trend: WorkbookTrendData
  /// What the ledger knows of the files the edition was made from.
  let provenance: WorkbookProvenance

  init(_ report: Report, _ provenance: WorkbookProvenance) {
    self.report = report
    self.provenance = provenance
    trend = WorkbookTrendData(report.assessment)
    receipts = Dictionary(
      report.assessment.input.submissions.receipts.map { ($0.number, $0) },
      uniquingKeysWith: { first, _ in first })
    submissions = Dictionary(
      report.assessment.submissions.map { (FormOf(unit: $0.key.unit, form: $0.key.form), $0) },
      uniquingKeysWith: { _, newest in newest })
  }

  var assessment: PlanAssessment { report.assessment }
  var input: AssessmentInput { report.assessment.input }
  var registry: UnitRegistry { input.office.registry }
  var period: Period { input.period }

  /// Whether units and rows of submissions have rows of their own.
  var showsUnits: Bool { ConsolidatedWorkbook.showsUnits(input.plan, in: input.office) }

  func submission(of unit: String, _ form: Form) -> SubmissionAssessment? {
    submissions[FormOf(unit: unit, form: form)]
  }

  /// The windows an indicator has a total in, the main one first.
  func windows(of indicator: IndicatorAssessment) -> [Window] {
    let main = indicator.mainWindow
    let shown = indicator.totals.map(\.window)
    return [main] + shown.filter { $0 != main }
  }

  /// The name of a unit without a figure, with what became of its submission when that is why.
  func nameWithState(_ unit: String) -> String {
    let name = registry.name(unit)
    switch submission(of: unit, .indicator)?.state {
    case .missing: return name + " (chưa gửi)"
    case .returned: return name + " (trả lại)"
    case .onTime, .late, nil: return name
    }
  }
}
