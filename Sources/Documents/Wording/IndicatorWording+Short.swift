import Assessment
import PlanModel

/// What an indicator lacks of its target, and where.
extension IndicatorWording {
  var short: String {
    switch standing.manner {
    case .rate(let value): shortRate(value) + places + onTheWay
    case .quantity(let number, let needed):
      (partBasis.map { $0 + ", " } ?? "")
        + (standing.isRunning && (standing.lag != nil || standing.isAtPace)
          ? shortPace(number, needed) + remaining + behind
          : "đạt \(reached(number, needed).counting(noun)) (\(againstPlanCell))"
            + (indicator.combination == .unitsMeeting
              ? unitsFailing : missing)
            + places)
    case .value(let value):
      "ở mức \(countedText(value).counting(standing.valueNoun)), ngoài mức phấn đấu"
        + " \(targetWords)" + onTheWay + makers
    case .part, .none: noRate ?? "chưa có số liệu"
    }
  }

  /// What the number lacks of the one that is needed, or that it is just there and not beyond.
  var missing: String {
    if let lackingText { return ", còn thiếu \(than)\(lackingText.counting(noun))" }
    guard standing.isAtEdge, let needed = standing.total?.pace?.needed else { return "" }
    return ", bằng mức \(needed.printed.from(standing.origin("needed"))) nhưng chưa vượt qua"
  }

  /// The units that do not meet what each of them owes, or are behind in it; of those without figures
  /// nobody knows.
  private var unitsFailing: String {
    let units = standing.shortCells.map(\.unit)
    return units.isEmpty
      ? ""
      : ", \(prose(units.count).from(standing.origin("units_short"))) đơn vị \(standing.failing)"
        + named(units)
  }

  /// The names of some units, where there is room for any.
  func named(_ units: [String]) -> String {
    limit > 0 || units.count == 1 ? ": " + shortened(units, limit: limit, names.nameAndEnd) : ""
  }

  private func shortRate(_ value: Ratio) -> String {
    let text = rateText(value) + fraction
    guard let target = standing.comparison?.threshold else { return "đạt \(text)" }
    let distance =
      value.distanceText(to: target, decimals: indicator.decimals)
      .from(standing.origin("points_to_target")) + " điểm %"
    if value == target {
      let isFloor = standing.comparison?.favoursMore ?? true
      return "đạt \(text), bằng mức \(level) nhưng chưa \(isFloor ? "vượt qua" : "thấp hơn")" + left
    }
    // of a range with a middle, neither end is what the plan names
    if standing.isPast, case .about = standing.comparison {
      return "ở mức \(text), ngoài mức phấn đấu \(targetWords)"
    }
    return value < target
      ? "đạt \(text), thấp hơn \(distance) so với chỉ tiêu" + left
      : "ở mức \(text), cao hơn \(distance) so với"
        + " \(standing.comparison?.change == nil ? "mức" : "chỉ tiêu") \(targetWords)"
  }

  /// Of which units' figures a number over its ceiling is made, or whose the one that counts is.
  private var makers: String {
    let makers = standing.makers
    guard limit > 0 || makers.count == 1 else { return "" }
    if let speaker = standing.speaker, !makers.isEmpty {
      return ", theo số liệu mới nhất của \(names.nameAndEnd(speaker))"
    }
    let parts = shortened(makers, limit: limit) {
      "\(names.nameAndEnd($0.unit)) "
        + (indicator.measure.isWhole ? $0.amount.counted : $0.amount.printed)
        .from(standing.origin("numerator", of: $0.unit))
    }
    return parts.isEmpty ? "" : ", trong đó \(parts)"
  }

  /// Where a rate on its way to a later target should be by now, and what each period left must bring.
  private var onTheWay: String {
    guard let demandByNow else { return "" }
    let rest =
      Remainder(standing).map {
        "; còn \(count($0)) \(standing.period.step.cycleText), mỗi \(standing.period.step.cycleText)"
          + " phải tăng \(least) \(each($0).counting(noun))"
      } ?? ""
    return "; \(demandByNow)\(rest)"
  }

  var left: String {
    lackingText.map { " (còn \(than)\($0.counting(noun)))" } ?? ""
  }

  /// Where it is short: with what each lacks when these parts make up the whole.
  private var places: String {
    guard indicator.combination == .sum else { return "" }
    let short = standing.shortUnits(naming: limit + 1)
    guard !short.isEmpty else { return "" }
    guard standing.isLocated else {
      let count = prose(short.count).from(standing.origin("units_short"))
      return "; \(count) đơn vị \(standing.failing)" + named(short.map(\.unit))
    }
    return ": "
      + shortened(short, limit: limit) {
        "\(names.nameAndEnd($0.unit)) "
          + $0.amount.counted.from(standing.origin("lacking", of: $0.unit))
      }
  }
}
