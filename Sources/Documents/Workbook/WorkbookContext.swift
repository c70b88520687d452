import Assessment
import PlanModel

/// A report with what the sheets look up in it again and again.
struct WorkbookContext {
  let report: Report
  let receipts: [Int64: Receipt]
  private let submissions: [String: SubmissionClass]
  let trend: WorkbookTrendData
  /// What the ledger knows of the files the edition was made from.
  let provenance: WorkbookProvenance
  let names: Names

  init(_ report: Report, _ provenance: WorkbookProvenance) {
    self.report = report
    self.provenance = provenance
    names = Names(report.assessment.input.office, in: report.assessment.input.period)
    trend = WorkbookTrendData(report.assessment)
    receipts = report.assessment.input.submissions.receipts.keyed(by: \.number)
    submissions = Dictionary(
      report.assessment.submissions.lazy.filter { $0.key.form == .indicator }
        .map { ($0.key.unit, $0.state) },
      uniquingKeysWith: { _, newest in newest })
  }

  var assessment: PlanAssessment { report.assessment }
  var input: AssessmentInput { report.assessment.input }
  var registry: UnitRegistry { input.office.registry }
  var period: Period { input.period }

  /// Whether units and rows of submissions have rows of their own.
  var showsUnits: Bool { ConsolidatedWorkbook.showsUnits(input.plan, in: input.office) }

  /// What became of a unit's submission of figures; nil when it owes none.
  func submission(of unit: String) -> SubmissionClass? { submissions[unit] }

  /// The name of a unit where no code stands beside it.
  func name(_ unit: String) -> String { registry.name(unit) + names.mark(unit) }

  /// The name of a unit without a figure, with what became of its submission when that is why.
  func nameWithState(_ unit: String) -> String {
    let name = name(unit)
    switch submission(of: unit) {
    case .missing: return name + " (chưa gửi)"
    case .returned: return name + " (trả lại)"
    case .onTime, .late, nil: return name
    }
  }
}
