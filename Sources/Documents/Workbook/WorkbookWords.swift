import Assessment
import PlanModel
import VietnameseText

/// The words of the workbook for states, classes, periods and deadlines.
enum WorkbookWords {
  static func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .exceeded: "Vượt"
    case .met: "Đạt"
    case .notMet: "Chưa đạt"
    case .onTrack: "Đúng tiến độ"
    case .behind: "Chậm tiến độ"
    case .inProgress: "Đang thực hiện"
    case .noData: "Chưa có số liệu"
    case .noVerdict: "Không đặt mức"
    case .insufficient: "Chưa đủ căn cứ"
    }
  }

  static func tone(_ verdict: Verdict) -> SheetStyle.Tone {
    switch verdict {
    case .exceeded, .met, .onTrack: .good
    case .notMet: .bad
    case .behind, .insufficient: .doubtful
    case .inProgress, .noData: .pending
    case .noVerdict: .neutral
    }
  }

  static func state(_ state: TaskState) -> String {
    switch state {
    case .doneOnTime: "Hoàn thành đúng hạn"
    case .doneLate: "Hoàn thành chậm"
    case .notDue: "Chưa đến hạn"
    case .overdue: "Quá hạn"
    case .continuous: "Thường xuyên"
    case .waiting: "Chưa đến điều kiện thực hiện"
    case .unstated: "Không quy định hạn"
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

  static func submission(_ state: SubmissionClass) -> String {
    switch state {
    case .onTime: "Đúng hạn"
    case .late: "Chậm hạn"
    case .returned: "Trả lại"
    case .missing: "Chưa gửi"
    }
  }

  static func tone(_ state: SubmissionClass) -> SheetStyle.Tone {
    switch state {
    case .onTime: .good
    case .late: .doubtful
    case .returned, .missing: .bad
    }
  }

  static func form(_ form: Form) -> String {
    switch form {
    case .indicator: "Biểu số 01"
    case .task: "Biểu số 02"
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

  static let verdictWords = Verdict.allCases.map { (verdict($0), tone($0)) }
  static let stateWords = TaskState.allCases.map { (state($0), tone($0)) }
  static let submissionWords = SubmissionClass.allCases.map { (submission($0), tone($0)) }
  static let severityWords = Severity.allCases.map { (severity($0), tone($0)) }

  // MARK: time

  /// `quý III năm 2024`, `9 tháng năm 2024`.
  static func period(_ period: Period) -> String {
    period.kind == .year ? "năm \(period.year)" : "\(part(period)) năm \(period.year)"
  }

  /// `quý III/2024`, `9 tháng/2024`.
  static func short(_ period: Period) -> String {
    period.kind == .year ? "năm \(period.year)" : "\(part(period))/\(period.year)"
  }

  /// The time a figure speaks of: what is collected once a year speaks of its year.
  static func short(_ period: Period, of indicator: Indicator) -> String {
    indicator.collected == .year ? "năm \(period.year)" : short(period)
  }

  private static func part(_ period: Period) -> String {
    switch period.kind {
    case .month: "tháng \(period.ordinal)"
    case .quarter: ordinalQuarter(period.ordinal)
    case .half: period.ordinal == 1 ? "6 tháng đầu" : "6 tháng cuối"
    case .nineMonths: "9 tháng"
    case .year: ""
    }
  }

  /// The time a window speaks of, in a period of a plan: `quý III/2024`, `9 tháng/2024`.
  static func window(_ window: Window, of period: Period, plan: Plan) -> String {
    switch window {
    case .point, .period: short(period)
    case .year:
      period.lastMonth == 12 ? "năm \(period.year)" : "\(period.lastMonth) tháng/\(period.year)"
    case .term: "từ \(plan.firstYear) đến \(short(period))"
    }
  }

  static func date(_ date: CalendarDate) -> String {
    DateText.short(year: date.year, month: date.month, day: date.day)
  }

  /// `hết ngày 05/10/2024`, or with the hour when it is not the end of the day.
  static func moment(_ moment: CivilTime) -> String {
    moment.isEndOfDay
      ? "hết ngày \(date(moment.date))"
      : "\(DateText.time(hour: moment.hour, minute: moment.minute)) ngày \(date(moment.date))"
  }

  /// A deadline as the plan puts it.
  static func deadline(_ deadline: Deadline, of plan: Plan) -> String {
    let first = rule(deadline.rule, of: plan)
    switch deadline.then {
    case .continuous: return first + ", sau đó thường xuyên"
    case .yearly: return first + " và hằng năm"
    case nil: return first
    }
  }

  private static func rule(_ rule: Deadline.Rule, of plan: Plan) -> String {
    switch rule {
    case .on(let day): return "Ngày " + date(day)
    case .within(let period): return capitalised(short(period))
    case .years(let from, let to): return from == to ? "Năm \(from)" : "Năm \(from) - \(to)"
    case .every(let cadence):
      switch cadence {
      case .month: return "Hằng tháng"
      case .quarter: return "Hằng quý"
      case .half: return "6 tháng một lần"
      case .year: return "Hằng năm"
      }
    case .continuous: return "Thường xuyên"
    case .periodic: return "Định kỳ"
    case .after:
      // the event is named: "when conditions allow" would not say what is waited for
      return capitalised(PlanWords.deadline(Deadline(rule), of: plan))
    case .programme: return "Theo chương trình riêng"
    case .unstated: return "Không quy định"
    }
  }

  // MARK: text

  /// The title of a section: `I- ĐÁNH GIÁ CHUNG`.
  static func section(_ number: Int, _ title: String) -> String {
    let numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    return (numbers.indices.contains(number - 1) ? numbers[number - 1] : "\(number)") + "- " + title
  }

  /// A number inside a sentence: `1.412`, `68,8`.
  static func number(_ number: FixedDecimal) -> String {
    DecimalText(significand: number.significand, fractionDigits: number.fractionDigits).text()
  }

  /// The text with a capital first letter; the rest is the office's own.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Sentences of a note, one after the other.
  static func note(_ parts: [String]) -> String {
    capitalised(parts.filter { !$0.isEmpty }.joined(separator: "; "))
  }

  /// Names in a row, the first ones only when there are many.
  static func list(_ names: [String], most: Int) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? shown + " và \(names.count - most) trường hợp khác" : shown
  }
}
