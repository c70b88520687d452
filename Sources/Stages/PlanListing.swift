import Foundation
import PlanModel
import VietnameseText

/// A plan as an officer would read it, and as other programs would.
enum PlanListing {
  static func lines(_ plan: Plan, office: Office, isList: Bool) -> [String] {
    let head =
      "\(plan.code): Kế hoạch số \(plan.number) \(plan.title) (\(plan.firstYear)-\(plan.lastYear)): "
      + "\(plan.indicators.count) chỉ tiêu, \(plan.tasks.count) nhiệm vụ"
    guard isList else { return [head] }
    return wrap(head, width: 80, hanging: 2)
      + ["", "CHỈ TIÊU"] + plan.indicators.flatMap { lines($0) }
      + ["", "NHIỆM VỤ"] + plan.tasks.flatMap { lines($0, plan, office) } + [""]
  }

  private static func lines(_ indicator: Indicator) -> [String] {
    let targets = indicator.targets.map { $0.words(of: indicator) }.joined(separator: "; ")
    return wrap(
      "\(indicator.code) (\(indicator.clause)) \(indicator.name): "
        + (targets.isEmpty ? "không đặt mức" : targets), width: 80, hanging: 5)
  }

  private static func lines(_ task: PlanTask, _ plan: Plan, _ office: Office) -> [String] {
    let lead =
      switch task.lead {
      case .units(let codes): codes.map { office.registry.name($0) }.joined(separator: ", ")
      case .each: "từng \(office.organisation.unitsNoun)"
      }
    return wrap(
      "\(task.code) (\(task.clause)) \(task.summary). Chủ trì: \(lead). Hạn: "
        + task.deadline.words(of: plan), width: 80, hanging: 7)
  }

  static func json(_ plan: Plan, office: Office) -> String {
    let indicators = plan.indicators.map { indicator -> [String: Any] in
      [
        "code": indicator.code, "clause": indicator.clause, "name": indicator.name,
        "measure": indicator.measure.rawValue,
        "targets": indicator.targets.map { target in
          [
            "comparison": target.comparison.name, "value": target.comparison.threshold.plainText,
            "per_unit": target.isPerUnit,
          ] as [String: Any]
        },
      ]
    }
    let tasks = plan.tasks.map { task -> [String: Any] in
      let lead: [String] =
        switch task.lead {
        case .units(let codes): codes
        case .each(let selection): (selection.kinds.sorted() + selection.units.sorted())
        }
      return [
        "code": task.code, "clause": task.clause, "lead": lead, "summary": task.summary,
        "product": task.product ?? "", "deadline": task.deadline.code,
      ]
    }
    let object: [String: Any] = [
      "plan": plan.code, "number": plan.number, "title": plan.title,
      "term": ["from": plan.firstYear, "to": plan.lastYear], "every": plan.cadence.rawValue,
      "indicators": indicators, "tasks": tasks,
    ]
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

extension Target {
  /// The target in words: `trên 90% hằng năm`.
  func words(of indicator: Indicator) -> String {
    func value(_ number: FixedDecimal) -> String {
      guard indicator.measure.hasDenominator else {
        return DecimalText(significand: number.significand, fractionDigits: number.fractionDigits)
          .text()
      }
      return DecimalText(
        significand: number.significand * 100, fractionDigits: number.fractionDigits
      )
      .text() + "%"
    }
    let comparison =
      switch self.comparison {
      case .above(let bound): "trên \(value(bound))"
      case .atLeast(let bound): "từ \(value(bound)) trở lên"
      case .below(let bound): "dưới \(value(bound))"
      case .atMost(let bound): "không quá \(value(bound))"
      case .exactly(let bound): "đúng \(value(bound))"
      case .maintain(let bound): "duy trì \(value(bound))"
      case .between(let low, let high): "từ \(value(low)) đến \(value(high))"
      case .about(let centre, let tolerance): "khoảng \(value(centre)) (± \(value(tolerance)))"
      }
    let time =
      switch schedule {
      case .every(let cadence, _, _): cadence.words
      case .by(let year): "đến năm \(year)"
      case .overTerm: "trong cả thời hạn của kế hoạch"
      }
    return "\(comparison) \(time)" + (isPerUnit ? ", mỗi đơn vị" : "")
  }
}

extension Cadence {
  fileprivate var words: String {
    switch self {
    case .month: "hằng tháng"
    case .quarter: "hằng quý"
    case .half: "6 tháng một lần"
    case .year: "hằng năm"
    }
  }
}

extension Deadline {
  /// The deadline in words: `quý IV năm 2022`.
  func words(of plan: Plan) -> String {
    let first =
      switch rule {
      case .on(let date): "ngày \(date.day)/\(date.month)/\(date.year)"
      case .within(let period): period.words
      case .years(let from, let to): "từ năm \(from) đến năm \(to)"
      case .every(let cadence): cadence.words
      case .continuous: "thường xuyên"
      case .after(let event, let months):
        "khi có \(plan.eventName(event))" + (months.map { ", trong \($0) tháng" } ?? "")
      case .programme: "theo chương trình riêng"
      case .unstated: "không nêu"
      }
    return switch then {
    case .continuous: first + " và những năm tiếp theo"
    case .yearly: first + " và hằng năm"
    case nil: first
    }
  }
}

extension Period {
  fileprivate var words: String {
    switch kind {
    case .month: "tháng \(ordinal) năm \(year)"
    case .quarter: "\(ordinalQuarter(ordinal)) năm \(year)"
    case .half: "6 tháng \(ordinal == 1 ? "đầu" : "cuối") năm \(year)"
    case .nineMonths: "9 tháng năm \(year)"
    case .year: "năm \(year)"
    }
  }
}
