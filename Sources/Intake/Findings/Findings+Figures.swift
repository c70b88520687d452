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
      problem: "Tử số (\(numerator.inPrint)) lớn hơn mẫu số (\(denominator.inPrint)).",
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
        ? "Kiểm tra lại mẫu số."
        : "Nếu đơn vị không có đối tượng này, ghi \"không áp dụng\" ở cả hai ô.",
      severity: numerator > .zero ? .error : nil)
  }

  static func blankDenominator(_ indicator: Indicator, at place: Finding.Place) -> Finding {
    denominatorBlank.finding(
      at: place, subject: indicator.code,
      "the denominator is missing; expected \(indicator.code)'s: \(indicator.denominator ?? "")",
      problem: "Có tử số nhưng thiếu mẫu số (\(indicator.denominator ?? "")).",
      remedy:
        "Ghi mẫu số; chưa có số liệu thì để trống cả hai ô và nêu lý do ở cột Ghi chú; không có "
        + "đối tượng thì ghi \"không áp dụng\" ở cả hai ô.")
  }

  /// `isSplit`: the cell may be the second half of a number with a comma.
  static func unexpectedDenominator(
    _ value: String, _ indicator: Indicator, isSplit: Bool, at place: Finding.Place
  ) -> Finding {
    denominatorUnexpected.finding(
      at: place, subject: indicator.code, value: value,
      "\(indicator.code) has no denominator; this one is not used"
        + (isSplit ? ": was a comma inside the number taken for a separator?" : ""),
      problem: "Chỉ tiêu \(indicator.code) không có mẫu số"
        + (isSplit
          ? "; có thể dấu phẩy trong tử số đã bị hiểu là dấu phân cách."
          : ", ô này không được dùng."),
      remedy: isSplit
        ? "Ghi tử số không có dấu phẩy, ví dụ 1412, và để trống ô mẫu số." : "Để trống ô mẫu số.",
      severity: isSplit ? .error : nil)
  }

  static func failed(
    _ check: CrossCheck, _ values: [(term: CrossCheck.Term, value: FixedDecimal)],
    at place: Finding.Place, subject: String
  ) -> Finding {
    let english = values.map { "\($0.term.rule) = \($0.value)" }.joined(separator: ", ")
    let vietnamese = values.map { "\($0.term.words) = \($0.value.inPrint)" }.joined(
      separator: ", ")
    // the plan's sentence goes on with the numbers
    let said = check.message.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
    return checkFailed.finding(
      at: place, subject: subject,
      value: values.map { $0.value.plainText }.joined(separator: "; "),
      "the plan's check does not hold: \(check.rule), with \(english)",
      problem: "\(said ?? "Không thỏa điều kiện \(check.rule)") (\(vietnamese)).",
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
    limit: FixedDecimal, note: String, at place: Finding.Place
  ) -> Finding {
    let answer = answer(note, or: "Nếu đúng, nêu lý do ở cột Ghi chú; nếu sai, sửa lại số.")
    let direction = new > old ? "tăng" : "giảm"
    let difference = new > old ? new - old : old - new
    let percent = DecimalText(
      significand: limit.significand * 100, fractionDigits: limit.fractionDigits
    ).text()
    return denominatorJump.finding(
      at: place, subject: indicator.code, value: new.plainText,
      "the denominator moved from \(old) (\(period)) to \(new), by more than \(percent)%",
      problem: "Mẫu số \(direction) \(difference.inPrint) so với \(period.inPrint) "
        + "(từ \(old.inPrint) thành \(new.inPrint)), quá \(percent)%.\(answer.given)",
      remedy: answer.wanted)
  }

  static func fell(
    _ indicator: Indicator, from old: FixedDecimal, in period: Period, to new: FixedDecimal,
    note: String, at place: Finding.Place
  ) -> Finding {
    let answer = answer(note, or: "Nếu đúng, nêu lý do ở cột Ghi chú; nếu sai, sửa lại số.")
    return figureFell.finding(
      at: place, subject: indicator.code, value: new.plainText,
      "a count of what has been done so far fell from \(old) (\(period)) to \(new)",
      problem:
        "Số lũy kế (\(new.inPrint)) nhỏ hơn số đã báo cáo \(period.inPrint) (\(old.inPrint))."
        + answer.given, remedy: answer.wanted)
  }

  static func cumulative(
    _ indicator: Indicator, value: FixedDecimal, sum: FixedDecimal, from first: Period,
    to last: Period, note: String, at place: Finding.Place
  ) -> Finding {
    let answer = answer(
      note, or: "Chỉ ghi số phát sinh trong kỳ; nếu số đã đúng, nêu lý do ở cột Ghi chú.")
    return figureCumulative.finding(
      at: place, subject: indicator.code, value: value.plainText,
      "\(value) is not below the sum of \(first) to \(last) (\(sum)): was the total since January "
        + "typed instead of this period's figure?",
      problem: "Số trong kỳ (\(value.inPrint)) bằng hoặc lớn hơn tổng các kỳ trước trong năm "
        + "(\(sum.inPrint)): có phải đã ghi số lũy kế từ đầu năm?\(answer.given)",
      remedy: answer.wanted)
  }

  /// What a unit is asked for about a figure that may be right: the reason; where a note stands beside it,
  /// nothing, for the office has yet to say whether that is the reason.
  private static func answer(
    _ note: String, or wanted: String
  ) -> (given: String, wanted: String) {
    guard note.contains(where: \.isLetter) else { return ("", wanted) }
    let words = note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (" Đơn vị đã ghi \(quoted(words)): nếu đó là lý do thì không phải gửi lại.", "")
  }
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
