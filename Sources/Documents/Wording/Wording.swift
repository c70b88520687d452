import Assessment
import PlanModel
import VietnameseText

/// The fixed words of the documents: values in, Vietnamese out, nothing computed.
enum Wording {
  /// A verdict as the last column of a table says it.
  static func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .exceeded: "Vượt"
    case .met: "Đạt"
    case .notMet: "Chưa đạt"
    case .onTrack: "Đúng tiến độ"
    case .behind: "Chậm tiến độ"
    case .inProgress: "Đang thực hiện"
    case .noData: "Chưa có số liệu"
    case .noVerdict: "Không đánh giá"
    case .insufficient: "Chưa đủ căn cứ"
    }
  }

  /// Where a task stands, as a table says it.
  static func state(_ state: TaskState) -> String {
    switch state {
    case .doneOnTime: "Hoàn thành đúng hạn"
    case .doneLate: "Hoàn thành chậm hạn"
    case .notDue: "Chưa đến hạn"
    case .overdue: "Quá hạn"
    case .continuous: "Thường xuyên"
    case .waiting: "Chưa đến điều kiện thực hiện"
    case .unstated: "Không nêu thời hạn"
    }
  }

  /// What became of a submission.
  static func state(_ state: SubmissionClass) -> String {
    switch state {
    case .onTime: "Đúng hạn"
    case .late: "Chậm hạn"
    case .returned: "Trả lại, chưa chỉnh lý"
    case .missing: "Chưa gửi"
    }
  }

  /// The number of a form: `01`.
  static func number(of form: Form) -> String {
    switch form {
    case .indicator: "01"
    case .task: "02"
    }
  }

  /// The name of a form: `Biểu số 01`.
  static func name(of form: Form) -> String { "Biểu số \(number(of: form))" }

  /// Several of them: `Biểu số 01, 02`.
  static func numbers(of forms: [Form]) -> String {
    "Biểu số " + forms.map { number(of: $0).from(.form) }.joined(separator: ", ")
  }

  /// What a form holds.
  static func content(of form: Form) -> String {
    switch form {
    case .indicator: "số liệu chỉ tiêu"
    case .task: "tình hình nhiệm vụ"
    }
  }

  /// What a target asks, for a narrow cell: `> 90%`, `100%`, `3%-4%`.
  static func target(_ comparison: Target.Comparison, _ number: (FixedDecimal) -> String) -> String
  {
    switch comparison {
    case .above(let value): "> \(number(value))"
    case .atLeast(let value): ">= \(number(value))"
    case .below(let value): "< \(number(value))"
    case .atMost(let value): "<= \(number(value))"
    case .exactly(let value), .maintain(let value): number(value)
    case .between(let lower, let upper): "\(number(lower))-\(number(upper))"
    case .about(let value, _): "khoảng \(number(value))"
    case .exists: ">= 1"
    case .increase(let change): amount(change, "+", "tăng", number)
    case .decrease(let change): amount(change, "-", "giảm", number)
    }
  }

  /// The same inside a sentence: `không quá 3`, `từ 3% đến 4%`; nil of what its cell says in words already.
  static func words(
    _ comparison: Target.Comparison, _ number: (FixedDecimal) -> String
  ) -> String? {
    switch comparison {
    case .above(let value): "trên \(number(value))"
    case .atLeast(let value): "ít nhất \(number(value))"
    case .below(let value): "dưới \(number(value))"
    case .atMost(let value): "không quá \(number(value))"
    case .between(let lower, let upper): "từ \(number(lower)) đến \(number(upper))"
    case .exists: "ít nhất 1"
    case .increase(let change): words(change, "tăng", number)
    case .decrease(let change): words(change, "giảm", number)
    case .exactly, .maintain, .about: nil
    }
  }

  private static func words(
    _ change: Target.Change, _ verb: String, _ number: (FixedDecimal) -> String
  ) -> String? {
    switch change.amount {
    case .by(let amount):
      let text = number(amount)
      return "\(verb) ít nhất " + (text.hasSuffix("%") ? "\(text.dropLast()) điểm %" : text)
    case .part(let part): return "\(verb) ít nhất \(part.percentPrinted)"
    case nil: return nil
    }
  }

  /// What a change asks: `+2 đ%`, `-10%`; only its direction where the plan sets no number.
  private static func amount(
    _ change: Target.Change, _ sign: String, _ direction: String, _ number: (FixedDecimal) -> String
  ) -> String {
    switch change.amount {
    case .by(let amount):
      let text = number(amount)
      return text.hasSuffix("%") ? unbroken("\(sign)\(text.dropLast()) đ%") : sign + text
    case .part(let part): return sign + part.percentPrinted
    case nil: return direction
    }
  }

  /// `TT 3`, `TT 1, 2` for several, `TT 3 đến TT 6` for a run of them, `TT 1, 3 đến 9` for a longer run
  /// among others.
  static func ordinals(_ numbers: [Int]) -> String {
    if let first = numbers.first, let last = numbers.last, numbers.count > 2,
      numbers == Array(first...max(first, last))
    {
      return "TT \(first) đến TT \(last)".from(.position)
    }
    return ("TT " + runs(numbers).joined(separator: ", ")).from(.position)
  }

  private static func runs(_ numbers: [Int]) -> [String] {
    var runs: [[Int]] = []
    for number in numbers {
      if let last = runs.last?.last, last + 1 == number {
        runs[runs.count - 1].append(number)
      } else {
        runs.append([number])
      }
    }
    return runs.flatMap { run -> [String] in
      run.count > 3 ? ["\(run[0]) đến \(run[run.count - 1])"] : run.map(String.init)
    }
  }

  /// Whether a unit sent nothing valid again: `quý thứ 2 liên tiếp`; nil the first time.
  static func consecutive(_ periods: Int, _ period: Period) -> String? {
    periods > 1 ? "\(period.cycleText) thứ \(periods) liên tiếp" : nil
  }
}
