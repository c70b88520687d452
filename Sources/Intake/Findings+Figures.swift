import PlanModel
import VietnameseText

/// Findings about figures held against each other, the plan and the past.
extension FindingCode {
  static func over(
    _ numerator: FixedDecimal, _ denominator: FixedDecimal, _ indicator: Indicator,
    at place: Finding.Place
  ) -> Finding {
    numeratorOverDenominator.finding(
      at: place, subject: indicator.code, value: "\(numerator) / \(denominator)",
      "the numerator \(numerator) is larger than the denominator \(denominator)",
      problem: "Tử số (\(printed(numerator))) lớn hơn mẫu số (\(printed(denominator))).",
      remedy: "Kiểm tra lại hai số; tử số không được lớn hơn mẫu số.")
  }

  static func zero(_ indicator: Indicator, numerator: FixedDecimal, at place: Finding.Place)
    -> Finding
  {
    denominatorZero.finding(
      at: place, subject: indicator.code, value: "\(numerator) / 0",
      "the denominator is zero: the indicator has no value here",
      problem: "Mẫu số bằng 0 nên không có tỉ lệ.",
      remedy: numerator > .zero
        ? "Kiểm tra lại mẫu số." : "Nếu đơn vị không có đối tượng này, ghi \"không áp dụng\".",
      severity: numerator > .zero ? .error : nil)
  }

  static func blankDenominator(_ indicator: Indicator, at place: Finding.Place) -> Finding {
    denominatorBlank.finding(
      at: place, subject: indicator.code,
      "the denominator is missing; expected \(indicator.code)'s: \(indicator.denominator ?? "")",
      problem: "Có tử số nhưng thiếu mẫu số (\(indicator.denominator ?? "")).",
      remedy: "Ghi mẫu số; chưa có số liệu thì để trống cả hai ô và nêu lý do ở cột Ghi chú.")
  }

  static func unexpectedDenominator(
    _ value: String, _ indicator: Indicator, at place: Finding.Place
  ) -> Finding {
    denominatorUnexpected.finding(
      at: place, subject: indicator.code, value: value,
      "\(indicator.code) is a count; this denominator is not used",
      problem: "Chỉ tiêu \(indicator.code) là số đếm, không dùng mẫu số.",
      remedy: "Để trống ô mẫu số.")
  }

  static func failed(
    _ check: CrossCheck, _ values: [(term: CrossCheck.Term, value: FixedDecimal)],
    at place: Finding.Place, subject: String
  ) -> Finding {
    let english = values.map { "\($0.term.rule) = \($0.value)" }.joined(separator: ", ")
    let vietnamese = values.map { "\($0.term.words) = \(printed($0.value))" }.joined(
      separator: ", ")
    return checkFailed.finding(
      at: place, subject: subject, value: english,
      "the plan's check does not hold: \(check.rule), with \(english)",
      problem: (check.message ?? "Không thỏa điều kiện \(check.rule)") + " (\(vietnamese)).",
      remedy: "Kiểm tra lại các số liên quan.", severity: check.severity)
  }

  static func blank(_ indicator: Indicator, at place: Finding.Place) -> Finding {
    figureBlank.finding(
      at: place, subject: indicator.code,
      "no figure, and the note gives no reason; zero is written 0",
      problem: "Chưa có số liệu và không nêu lý do.",
      remedy: "Ghi số liệu (không phát sinh ghi số 0), hoặc nêu lý do ở cột Ghi chú.")
  }

  static func missing(_ indicator: Indicator, plan: String) -> Finding {
    indicatorMissing.finding(
      subject: indicator.code,
      "no row for \(plan)/\(indicator.code), which this unit reports in this period",
      problem: "Thiếu dòng chỉ tiêu \(indicator.code) (\(indicator.name)).",
      remedy: "Bổ sung dòng; chưa có số liệu thì để trống và nêu lý do ở cột Ghi chú.")
  }

  static func missing(_ task: PlanTask, plan: String) -> Finding {
    taskMissing.finding(
      subject: task.code, "no row for \(plan)/\(task.code), which this unit leads",
      problem: "Thiếu dòng nhiệm vụ \(task.code).", remedy: "Bổ sung dòng với tình trạng thực hiện."
    )
  }

  static func jump(
    _ indicator: Indicator, from old: FixedDecimal, in period: Period, to new: FixedDecimal,
    limit: FixedDecimal, at place: Finding.Place
  ) -> Finding {
    let direction = new > old ? "tăng" : "giảm"
    let difference = new > old ? new - old : old - new
    let percent = DecimalText(
      significand: limit.significand * 100, fractionDigits: limit.fractionDigits
    ).text()
    return denominatorJump.finding(
      at: place, subject: indicator.code, value: new.plainText,
      "the denominator moved from \(old) (\(period)) to \(new), by more than \(percent)%",
      problem: "Mẫu số \(direction) \(printed(difference)) so với kỳ \(period) "
        + "(từ \(printed(old)) thành \(printed(new))), quá \(percent)%.",
      remedy: "Nếu đúng, nêu lý do ở cột Ghi chú; nếu sai, sửa lại số.")
  }

  static func fell(
    _ indicator: Indicator, from old: FixedDecimal, in period: Period, to new: FixedDecimal,
    at place: Finding.Place
  ) -> Finding {
    figureFell.finding(
      at: place, subject: indicator.code, value: new.plainText,
      "the figure fell from \(old) (\(period)) to \(new), though by the plan it only grows",
      problem: "Số lũy kế (\(printed(new))) nhỏ hơn số đã báo cáo kỳ \(period) (\(printed(old))).",
      remedy: "Nếu đúng, nêu lý do ở cột Ghi chú; nếu sai, sửa lại số.")
  }

  private static func printed(_ number: FixedDecimal) -> String { number.vietnamese }
}

extension CrossCheck.Term {
  /// The term as a rule writes it.
  fileprivate var rule: String {
    switch self {
    case .number(let number): number.plainText
    case .numerator(let code): "\(code).numerator"
    case .denominator(let code): "\(code).denominator"
    }
  }

  /// The term in words.
  fileprivate var words: String {
    switch self {
    case .number(let number): number.plainText
    case .numerator(let code): "tử số \(code)"
    case .denominator(let code): "mẫu số \(code)"
    }
  }
}

extension FixedDecimal {
  /// The number as Vietnamese print has it: `1.412`, `68,8`.
  var vietnamese: String {
    DecimalText(significand: significand, fractionDigits: fractionDigits).text()
  }
}
