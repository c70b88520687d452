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
    func classPoint(
      _ title: String, _ state: SubmissionClass,
      _ isMeant: (SubmissionAssessment) -> Bool = { _ in true }
    ) -> Point? {
      let found = all.filter { $0.state == state && isMeant($0) }
      return point(
        title, byUnit(found), SheetAnchor(state.rawValue, on: WorkbookSubmissions.name),
        count: found.count)
    }
    let moment = context.input.asOf
    let repeated = silences(all).map {
      "\(context.name($0.unit)) (\(Wording.name(of: $0.form)), \($0.periods) kỳ)"
    }
    return [
      classPoint("Báo cáo chưa gửi", .missing) { !$0.isComing(at: moment) },
      classPoint("Báo cáo chưa gửi (chưa đến hạn)", .missing) { $0.isComing(at: moment) },
      classPoint("Báo cáo bị trả lại, chưa chỉnh lý", .returned),
      classPoint("Báo cáo gửi chậm hạn", .late),
      point(
        "Nhiều kỳ liên tiếp chưa có báo cáo hợp lệ", repeated,
        SheetAnchor(SubmissionClass.missing.rawValue, on: WorkbookSubmissions.name)),
    ].compactMap(\.self)
  }

  /// Each form of a unit once, with the most periods in a row that it has brought nothing valid.
  private func silences(
    _ submissions: [SubmissionAssessment]
  ) -> [(unit: String, form: Form, periods: Int)] {
    let silent = submissions.filter { $0.periodsWithout > 1 }
    return ReportingDiscipline.entries(silent).flatMap { entry in
      entry.forms.gathered(by: \.key.form).map { form, periods in
        (entry.unit, form, periods.map(\.periodsWithout).max() ?? 0)
      }
    }
  }

  /// Each unit once, with its forms: `Huyện ủy Vĩnh Hà (Biểu số 01, Biểu số 02)`; with their periods where
  /// these are others than the report's.
  private func byUnit(_ submissions: [SubmissionAssessment]) -> [String] {
    ReportingDiscipline.entries(submissions).map { entry in
      let forms = entry.forms.map { form in
        Wording.name(of: form.key.form)
          + (form.key.period == context.period ? "" : " \(form.key.period.compactText)")
      }
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
