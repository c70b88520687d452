import Assessment
import PlanModel

/// The words that only the workbook and the forms need, mostly short ones for narrow cells; those for
/// verdicts and states are the briefing's, in `Wording`.
enum WorkbookWords {
  static func tone(_ verdict: Verdict) -> SheetStyle.Tone {
    switch verdict {
    case .exceeded, .met, .onTrack: .good
    case .notMet: .bad
    case .behind, .insufficient: .doubtful
    case .inProgress, .noData: .pending
    case .noVerdict: .neutral
    }
  }

  static func tone(_ state: TaskState) -> SheetStyle.Tone {
    switch state {
    case .doneOnTime: .good
    case .doneLate: .doubtful
    case .overdue: .bad
    case .notDue, .waiting: .pending
    case .continuous, .unstated: .neutral
    }
  }

  static func status(_ status: TaskStatus) -> String {
    switch status {
    case .done: "hoàn thành"
    case .inProgress: "đang thực hiện"
    case .notStarted: "chưa thực hiện"
    case .waiting: "chưa đến điều kiện thực hiện"
    case .suspended: "tạm dừng"
    }
  }

  static func tone(_ state: SubmissionClass) -> SheetStyle.Tone {
    switch state {
    case .onTime: .good
    case .late: .doubtful
    case .returned, .missing: .bad
    }
  }

  static func formMatter(_ form: Form) -> String {
    switch form {
    case .indicator: "Biểu số 01 (chỉ tiêu)"
    case .task: "Biểu số 02 (nhiệm vụ)"
    }
  }

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "Lỗi"
    case .explain: "Cần giải trình"
    case .info: "Lưu ý"
    }
  }

  static func tone(_ severity: Severity) -> SheetStyle.Tone {
    switch severity {
    case .error: .bad
    case .explain: .doubtful
    case .info: .pending
    }
  }

  // MARK: columns of words

  static let verdictWords = Verdict.allCases.map { (Wording.verdict($0), tone($0)) }
  static let stateWords = TaskState.allCases.map { (Wording.state($0), tone($0)) }
  static let submissionWords = SubmissionClass.allCases.map { (Wording.state($0), tone($0)) }
  static let severityWords = Severity.allCases.map { (severity($0), tone($0)) }

  // MARK: time

  /// The time a figure speaks of: what is collected once a year speaks of its year.
  static func short(_ period: Period, of indicator: Indicator) -> String {
    indicator.collected == .year ? "năm \(period.year)" : period.compactText
  }

  /// The time a window speaks of, in a period of a plan: `quý III/2024`, `9 tháng/2024`.
  static func window(_ window: Window, of period: Period, plan: Plan) -> String {
    switch window {
    case .point, .period: period.compactText
    case .year:
      period.lastMonth == 12 ? "năm \(period.year)" : "\(period.lastMonth) tháng/\(period.year)"
    case .term: "từ \(plan.firstYear) đến \(period.compactText)"
    }
  }

  /// A deadline as the plan puts it.
  static func deadline(_ deadline: Deadline, of plan: Plan) -> String {
    rule(deadline.rule, of: plan) + PlanWords.sequel(deadline.then)
  }

  private static func rule(_ rule: Deadline.Rule, of plan: Plan) -> String {
    switch rule {
    case .within(let period): period.compactText.capitalisedFirst
    case .years(let from, let to) where from < to: "Năm \(from) - \(to)"
    case .on, .years, .every, .continuous, .periodic, .after, .programme, .unstated:
      PlanWords.deadline(Deadline(rule), of: plan).capitalisedFirst
    }
  }

  // MARK: text

  static let noIndicators = "Kế hoạch không đặt chỉ tiêu có số."
  static let noTasks = "Kế hoạch không giao nhiệm vụ."

  /// The title of a section: `I- ĐÁNH GIÁ CHUNG`.
  static func section(_ number: Int, _ title: String) -> String {
    let numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    return (numbers.indices.contains(number - 1) ? numbers[number - 1] : "\(number)") + "- " + title
  }

  /// An indicator by its whole name, with its place in the plan.
  static func name(of indicator: Indicator) -> String {
    "\(indicator.name.capitalisedFirst) (mục \(indicator.clause))"
  }

  /// Sentences of a note, one after the other.
  static func note(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "; ").capitalisedFirst
  }

  /// Names in a row, the first ones only when there are many.
  static func list(_ names: [String], most: Int) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? shown + " và \(names.count - most) trường hợp khác" : shown
  }
}
