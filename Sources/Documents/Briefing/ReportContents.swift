import Assessment
import PlanModel

/// Everything the briefing and the summary speak of, read once from the assessment.
public struct ReportContents: Sendable {
  let report: Report
  let names: Names
  let standings: [IndicatorStanding]
  let tally: TaskTally
  let discipline: ReportingDiscipline
  /// The units of which some form is not valid.
  let unitsInArrears: Set<String>
  let causes: Causes
  let proposals: [Proposal]

  var input: AssessmentInput { report.assessment.input }
  var organisation: Organisation { input.office.organisation }
  var period: Period { input.period }
  var plan: Plan { input.plan }

  /// What the templates of briefing and summary both speak of.
  var commonValues: DocumentValues {
    var values = organisation.commonValues(period: period)
    values["ke_hoach"] = .text(plan.citation)
    values["ke_hoach_day_du"] = .text(plan.fullCitation)
    values["tinh_den"] = .text(input.asOf.text)
    values["co_cau"] = .text(input.structure?.shortText)
    return values
  }

  /// Reads a report.
  public init(_ report: Report) {
    let assessment = report.assessment
    let input = assessment.input
    self.report = report
    names = Names(input.office, in: input.period)
    standings = assessment.indicators.enumerated().map {
      IndicatorStanding(
        ordinal: $0 + 1, assessment: $1, period: input.period, plan: input.plan)
    }
    tally = TaskTally(rows: assessment.tasks)
    discipline = ReportingDiscipline(submissions: assessment.submissions)
    unitsInArrears = Set(assessment.submissions.lazy.filter { !$0.isValid }.map(\.key.unit))
    causes = Causes(assessment, standings, tally)
    proposals = Proposal.all(assessment, standings, tally, discipline, report.reminders)
  }
}

extension AssessmentInput {
  /// Who receives the report, and whatever corrects it: those the plan names, then the others of the
  /// organisation's own list.
  var recipients: [String] {
    let named = office.recipients(of: plan)
    let others = office.organisation.form.reportRecipients.filter { line in
      !named.contains { line == $0 || line.hasPrefix($0 + " ") }
    }
    return named.map { "\($0) (để báo cáo)" } + others
  }
}

/// A section of a report; which of them exist decides their numbers.
enum ReportSection: CaseIterable {
  case general, indicators, tasks, discipline, causes, proposals

  /// Its name in templates.
  var name: String {
    switch self {
    case .general: "danh_gia"
    case .indicators: "chi_tieu"
    case .tasks: "nhiem_vu"
    case .discipline: "che_do"
    case .causes: "nguyen_nhan"
    case .proposals: "de_nghi"
    }
  }
}

/// The sections that have something in them; the template decides their order and numbers.
struct Outline {
  let sections: [ReportSection]

  init(_ contents: ReportContents) {
    sections = ReportSection.allCases.filter { section in
      switch section {
      case .general:
        !contents.standings.isEmpty || !contents.tally.rows.isEmpty
          || !contents.discipline.submissions.isEmpty
      case .indicators: !contents.standings.isEmpty
      case .tasks: !contents.tally.rows.isEmpty
      case .discipline: !contents.discipline.submissions.isEmpty
      case .causes: !contents.causes.isEmpty
      case .proposals: !contents.proposals.isEmpty
      }
    }
  }
}
