public import PlanModel

/// Targets and deadlines of a plan as an officer would say them.
public enum PlanWords {
  // MARK: targets

  /// A target with its time: `trên 90% hằng năm`, `tăng so với cùng kỳ năm trước, hằng năm`.
  public static func target(_ target: Target, of indicator: Indicator, in plan: Plan) -> String {
    let text: String
    switch target.schedule {
    case .milestones(let milestones, let path):
      let parts = milestones.map {
        "\(comparison($0.comparison, of: indicator)) đến hết năm \($0.year)"
      }
      text = parts.joined(separator: ", ") + (path == .linear ? " (đều đặn giữa các mốc)" : "")
    case .every(let cadence, let from, let to):
      text =
        comparison(target.comparison, of: indicator)
        + (target.comparison.change == nil ? " " : ", ") + self.cadence(cadence)
        + years(from == plan.firstYear ? nil : from, to == plan.lastYear ? nil : to)
    case .by(let year):
      text = "\(comparison(target.comparison, of: indicator)) đến hết năm \(year)"
    case .overTerm:
      text = "\(comparison(target.comparison, of: indicator)) trong cả thời hạn của kế hoạch"
    }
    return text + begun(target, indicator) + (target.isPerUnit ? ", tính cho từng đơn vị" : "")
  }

  private static func years(_ from: Int?, _ to: Int?) -> String {
    switch (from, to) {
    case (let from?, let to?): from == to ? " (năm \(from))" : " (từ năm \(from) đến năm \(to))"
    case (let from?, nil): " (từ năm \(from))"
    case (nil, let to?): " (đến năm \(to))"
    case (nil, nil): ""
    }
  }

  private static func begun(_ target: Target, _ indicator: Indicator) -> String {
    guard let start = target.start, target.comparison.change == nil else { return "" }
    return " (cuối năm \(start.year) là \(number(start.value, indicator)))"
  }

  /// The comparison alone: `từ 90% trở lên`, `ít nhất 01 đảng viên`, `duy trì 100%`.
  static func comparison(_ comparison: Target.Comparison, of indicator: Indicator) -> String {
    func value(_ bound: FixedDecimal) -> String { number(bound, indicator) }
    switch comparison {
    case .above(let bound): return "trên \(value(bound))"
    case .atLeast(let bound):
      return indicator.measure.hasDenominator
        ? (bound == FixedDecimal(1) && indicator.measure == .share
          ? "đạt 100%" : "từ \(value(bound)) trở lên")
        : "ít nhất \(value(bound))"
    case .below(let bound): return "dưới \(value(bound))"
    case .atMost(let bound): return "không quá \(value(bound))"
    case .exactly(let bound): return "đúng \(value(bound))"
    case .maintain(let bound): return "duy trì \(value(bound))"
    case .between(let low, let high): return "từ \(value(low)) đến \(value(high))"
    case .about(let centre, let tolerance):
      return "khoảng \(value(centre)) (sai lệch không quá \(distance(tolerance, indicator)))"
    case .increase(let change): return self.change(change, "tăng", indicator)
    case .decrease(let change): return self.change(change, "giảm", indicator)
    case .exists: return "có ít nhất \(value(FixedDecimal(1)))"
    }
  }

  private static func change(
    _ change: Target.Change, _ verb: String, _ indicator: Indicator
  ) -> String {
    let amount: String
    switch change.amount {
    case .by(let number): amount = " ít nhất \(distance(number, indicator))"
    case .part(let part): amount = " ít nhất \(part.percentPrinted)"
    case nil: amount = ""
    }
    let base: String
    switch change.base {
    case .previousYear: base = "cùng kỳ năm trước"
    case .previousPeriod: base = "kỳ trước"
    case .fixed(let start): base = "năm \(start.year) (\(number(start.value, indicator)))"
    }
    return "\(verb)\(amount) so với \(base)" + (change.amount == nil ? " (không đặt mức)" : "")
  }

  private static func number(_ number: FixedDecimal, _ indicator: Indicator) -> String {
    if indicator.measure.hasDenominator { return number.percentPrinted }
    let unit = indicator.unitOfMeasure
    return unit.isEmpty ? number.printed : "\(number.counted) \(unit)"
  }

  private static func distance(_ number: FixedDecimal, _ indicator: Indicator) -> String {
    indicator.measure.hasDenominator
      ? number.percentPrinted.dropLast() + " điểm %" : self.number(number, indicator)
  }

  // MARK: time

  /// How often: `hằng quý`.
  public static func cadence(_ cadence: Cadence) -> String {
    switch cadence {
    case .month: "hằng tháng"
    case .quarter: "hằng quý"
    case .half: "06 tháng một lần"
    case .year: "hằng năm"
    }
  }

  /// How often a duty to report falls due.
  public static func frequency(_ frequency: ReportingDuty.Frequency) -> String {
    switch frequency {
    case .every(let cadence): self.cadence(cadence)
    case .periodic: "định kỳ"
    case .onRequest: "khi có yêu cầu"
    }
  }

  /// A period inside a sentence: `quý IV năm 2022`.
  public static func period(_ period: Period) -> String { period.text }

  /// A day: `20/10/2022`.
  public static func day(_ day: CalendarDate) -> String { day.shortText }

  /// A deadline: `quý IV năm 2022 và những năm tiếp theo`, `khi có hướng dẫn của Trung ương`.
  public static func deadline(_ deadline: Deadline, of plan: Plan) -> String {
    rule(deadline.rule, of: plan) + sequel(deadline.then)
  }

  /// How a task goes on after its first deadline, behind that deadline.
  static func sequel(_ then: Deadline.Continuation?) -> String {
    switch then {
    case .continuous: " và những năm tiếp theo"
    case .yearly: ", sau đó hằng năm"
    case nil: ""
    }
  }

  private static func rule(_ rule: Deadline.Rule, of plan: Plan) -> String {
    switch rule {
    case .on(let date): "ngày \(date.shortText)"
    case .within(let period): period.text
    case .years(let from, let to): from == to ? "năm \(from)" : "từ năm \(from) đến năm \(to)"
    case .every(let cadence): self.cadence(cadence)
    case .continuous: "thường xuyên"
    case .periodic: "định kỳ"
    case .after(let event, let months):
      (months.map { "trong \(prose($0)) tháng kể từ " } ?? "") + condition(plan.eventName(event))
    case .programme: "theo chương trình riêng"
    case .unstated: "kế hoạch không nêu"
    }
  }

  /// What a task waits for, as a clause: `khi có hướng dẫn của Trung ương`, but `khi Trung ương hướng
  /// dẫn`: a thing comes to be there, an actor does something.
  public static func condition(_ event: String) -> String {
    let text = event.lowercased()
    if things.contains(where: { text.hasPrefix($0) && !isLetter(text.dropFirst($0.count).first) }) {
      return "khi có \(event)"
    }
    let isActor =
      event.prefix(1) != event.prefix(1).lowercased()
      || actors.contains { text.hasPrefix($0 + " ") }
    return (isActor ? "khi " : "khi có ") + event
  }

  private static func isLetter(_ character: Character?) -> Bool { character?.isLetter ?? false }

  /// What plans wait for as a thing, with whatever capitals.
  private static let things = [
    "hướng dẫn", "quy định", "nghị quyết", "kết luận", "chỉ thị", "quy chế", "kế hoạch",
    "chương trình", "đề án", "văn bản", "chủ trương", "yêu cầu", "ý kiến", "quyết định", "thông tư",
    "nghị định", "luật", "công văn", "thông báo", "quy trình", "danh mục", "tiêu chí", "đề nghị",
    "mẫu", "khung",
  ]

  /// Those who bring it about, where they are written without a capital.
  private static let actors = [
    "trung ương", "tỉnh", "cấp trên", "cấp có thẩm quyền", "cơ quan có thẩm quyền", "cấp ủy",
    "đảng ủy", "ban thường vụ",
  ]
}
