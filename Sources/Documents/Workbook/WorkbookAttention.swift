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
      let found = context.assessment.indicators.filter {
        ($0.total?.verdict ?? .noData) == verdict
      }
      return point(
        "Chỉ tiêu \(Self.uncapitalised(Wording.verdict(verdict)))",
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
    var order: [String] = []
    var forms: [String: [String]] = [:]
    for submission in submissions {
      let unit = submission.key.unit
      if forms[unit] == nil { order.append(unit) }
      forms[unit, default: []].append(Wording.name(of: submission.key.form))
    }
    return order.map {
      "\(context.name($0)) (\((forms[$0] ?? []).joined(separator: ", ")))"
    }
  }

  /// Each unit once, with what is asked about all its forms: `Huyện ủy Vĩnh Hà (3)`.
  private func findings() -> [Point] {
    var order: [String] = []
    var open: [String: Int] = [:]
    for review in context.report.reviews {
      let unit = review.receipt.unit
      let count = review.findings.count { $0.severity == .explain }
      guard count > 0 else { continue }
      if open[unit] == nil { order.append(unit) }
      open[unit, default: 0] += count
    }
    guard !order.isEmpty else { return [] }
    return [
      Point(
        title: "Nội dung cần giải trình", count: open.values.reduce(0, +),
        details: WorkbookWords.list(
          order.map { "\(context.name($0)) (\(open[$0] ?? 0))" }, most: Self.mostNames),
        anchor: SheetAnchor(Severity.explain.rawValue, on: WorkbookFindings.name))
    ]
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

  private static func uncapitalised(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }
}
