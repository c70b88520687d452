import Assessment
import PlanModel

/// What the committee should look at: short of the plan, overdue, not sent.
struct WorkbookAttention {
  /// One kind of thing, how often it occurs, and the cases by name.
  struct Point {
    let title: String
    let count: Int
    let details: String
    /// The first of the cases.
    let anchor: SheetAnchor
  }

  /// How many cases are named before the rest is only counted.
  private static let mostNames = 8

  private let context: WorkbookContext

  init(_ context: WorkbookContext) { self.context = context }

  func points() -> [Point] { indicators() + tasks() + submissions() + findings() }

  private func indicators() -> [Point] {
    [Verdict.notMet, .behind, .insufficient, .noData].compactMap { verdict in
      let found = context.assessment.indicators.filter { $0.verdict == verdict }
      return point(
        "Chỉ tiêu \(Wording.verdict(verdict).lowercased())",
        found.map { "\($0.indicator.code) \($0.indicator.shortName)\(figures($0))" },
        SheetAnchor(found.first?.indicator.code ?? "", on: WorkbookIndicators.name))
    }
  }

  private func figures(_ assessment: IndicatorAssessment) -> String {
    guard let tally = assessment.total?.tally, let numerator = tally.numerator else { return "" }
    let denominator = tally.denominator.map { "/\($0.printed)" } ?? ""
    return " (\(numerator.printed)\(denominator))"
  }

  private func tasks() -> [Point] {
    let overdue = context.assessment.tasks.filter { $0.state == .overdue }
      .sorted { $0.daysOverdue > $1.daysOverdue }
    let details = overdue.map {
      "\($0.task.code) - \(context.name($0.unit)) (\($0.daysOverdue) ngày)"
    }
    let anchor = SheetAnchor(TaskState.overdue.rawValue, on: WorkbookTasks.name)
    return [point("Nhiệm vụ quá hạn", details, anchor)].compactMap(\.self)
  }

  private func submissions() -> [Point] {
    let all = context.assessment.submissions
    func classPoint(_ title: String, _ state: SubmissionClass) -> Point? {
      let found = all.filter { $0.state == state }
      return point(
        title, byUnit(found), SheetAnchor(state.rawValue, on: WorkbookSubmissions.name),
        count: found.count)
    }
    let repeated = all.filter { $0.periodsWithout > 1 }.map {
      "\(context.name($0.key.unit)) (\(Wording.name(of: $0.key.form)),"
        + " \($0.periodsWithout) kỳ)"
    }
    return [
      classPoint("Báo cáo chưa gửi", .missing),
      classPoint("Báo cáo bị trả lại, chưa chỉnh lý", .returned),
      classPoint("Báo cáo gửi chậm hạn", .late),
      point(
        "Nhiều kỳ liên tiếp chưa có báo cáo hợp lệ", repeated,
        SheetAnchor(SubmissionClass.missing.rawValue, on: WorkbookSubmissions.name)),
    ].compactMap(\.self)
  }

  /// Each unit once, with its forms: `Huyện ủy Vĩnh Hà (Biểu số 01, Biểu số 02)`.
  private func byUnit(_ submissions: [SubmissionAssessment]) -> [String] {
    ReportingDiscipline.entries(submissions).map { entry in
      let forms = entry.forms.map { Wording.name(of: $0.key.form) }
      return "\(context.name(entry.unit)) (\(forms.joined(separator: ", ")))"
    }
  }

  /// Each unit once, with what is asked about all its forms: `Huyện ủy Vĩnh Hà (3)`.
  private func findings() -> [Point] {
    let open = context.report.reviews.flatMap { review in
      review.findings.filter { $0.severity == .explain }.map { _ in review.receipt.unit }
    }
    let cases = open.gathered { $0 }.map { "\(context.name($0)) (\($1.count))" }
    let anchor = SheetAnchor(Severity.explain.rawValue, on: WorkbookFindings.name)
    return [point("Nội dung cần giải trình", cases, anchor, count: open.count)].compactMap(\.self)
  }

  private func point(
    _ title: String, _ cases: [String], _ anchor: SheetAnchor, count: Int? = nil
  ) -> Point? {
    cases.isEmpty
      ? nil
      : Point(
        title: title, count: count ?? cases.count,
        details: WorkbookWords.list(cases, most: Self.mostNames), anchor: anchor)
  }
}
