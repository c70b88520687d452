import Assessment
import PlanModel
import VietnameseText

/// An indicator in words: the cells of its row, and the sentence below the table.
struct IndicatorWording {
  let standing: IndicatorStanding
  let names: Names
  /// How many units are named in one list.
  let limit: Int
  /// Whether comparisons inside the sentence are left out.
  var isBrief = false

  var indicator: Indicator { standing.indicator }

  // MARK: cells

  /// The name with what it is made of, and how many units it rests on.
  var nameCell: String {
    var parts: [String] = []
    if indicator.combination == .unitsMeeting {
      parts.append("số đơn vị đạt")
    } else if indicator.isQuotient, let above = standing.total?.tally.numerator,
      let below = standing.total?.tally.denominator
    {
      parts.append(figures(above, below))
    } else if case .part(let number) = standing.manner {
      parts.append(number.printed.from(standing.origin("numerator")).counting(noun))
    } else if !indicator.unitOfMeasure.isEmpty {
      parts.append(indicator.unitOfMeasure)
    }
    // a figure of another time says so where it stands
    if let carriedFrom = standing.carriedFrom { parts.append(carriedFrom.text(of: indicator)) }
    if let coverage { parts.append("SL\u{A0}\(coverage)") }
    if parts.isEmpty { return indicator.shortName }
    return "\(indicator.shortName) (\(parts.joined(separator: "; ")))"
  }

  /// The units counted over the units expected: `10/12`; nil where nobody is asked now.
  var coverage: String? {
    guard let total = standing.total, !total.expectedUnits.isEmpty else { return nil }
    return "\(total.countedCount)".from(standing.origin("units_counted")) + "/"
      + "\(total.expectedUnits.count)".from(standing.origin("units_expected"))
  }

  func figures(_ above: FixedDecimal, _ below: FixedDecimal) -> String {
    above.printed.from(standing.origin("numerator")) + "/"
      + below.printed.from(standing.origin("denominator"))
  }

  func reached(_ number: FixedDecimal, _ needed: FixedDecimal) -> String {
    number.printed.from(standing.origin("numerator")) + "/"
      + needed.printed.from(standing.origin("needed"))
  }

  var planCell: String {
    switch standing.manner {
    case .quantity(_, let needed):
      (standing.mustPass ? "> " : "") + needed.printed.from(standing.origin("needed"))
    case .rate, .value, .part, .none:
      standing.comparison.map(targetText)?.from(standing.origin("target")) ?? "-"
    }
  }

  func targetText(_ comparison: Target.Comparison) -> String {
    // "at least all of it" is all of it
    if indicator.measure == .share, case .atLeast(let all) = comparison, all == FixedDecimal(1) {
      return thresholdText(all)
    }
    return Wording.target(comparison, thresholdText)
  }

  private func thresholdText(_ number: FixedDecimal) -> String {
    indicator.measure.hasDenominator ? number.percentPrinted : number.printed
  }

  var achievedCell: String {
    switch standing.manner {
    case .rate(let value): rateText(value)
    case .quantity(let number, _): number.printed.from(standing.origin("numerator"))
    case .value(let value): numberText(value)
    case .part, .none: "-"
    }
  }

  private func rateText(_ value: PlanModel.Ratio) -> String {
    value.percentText(decimals: indicator.decimals, against: standing.comparison)
      .from(standing.origin("value"))
  }

  private func numberText(_ value: PlanModel.Ratio) -> String {
    value.numberText(decimals: indicator.decimals, against: standing.comparison)
      .from(standing.origin("value"))
  }

  /// The same inside a sentence, where a counted noun below ten has its zero before it.
  private func countedText(_ value: PlanModel.Ratio) -> String {
    guard value.denominator == FixedDecimal(1), value.numerator.isWhole else {
      return numberText(value)
    }
    return value.numerator.counted.from(standing.origin("value"))
  }

  var againstPlanCell: String {
    switch standing.manner {
    case .rate(let value):
      standing.comparison?.measure(of: value).map {
        unbroken(points(value, from: $0).from(standing.origin("points_to_target")) + " đ%")
      } ?? "-"
    case .quantity(let number, let needed):
      PlanModel.Ratio(number, over: needed)?.percentText(decimals: 1, against: nil)
        .from(standing.origin("percent_of_needed")) ?? "-"
    case .value, .part, .none: "-"
    }
  }

  var againstEarlierCell: String {
    switch standing.changeOfTotal {
    case .rate(let movement):
      unbroken(
        points(movement.to, from: movement.from).from(standing.origin("points_since")) + " đ%")
    case .quantity(_, let earlier, let now): changeText(earlier, now)
    case .average(let movement): changeText(movement)
    case nil: "-"
    }
  }

  /// A count of units moves by units; every other number by its part.
  func changeText(_ earlier: FixedDecimal, _ now: FixedDecimal) -> String {
    let difference = now - earlier
    if indicator.combination == .unitsMeeting || earlier <= .zero {
      return ((difference > .zero ? "+" : "") + difference.printed).from(standing.origin("change"))
    }
    guard let part = PlanModel.Ratio(difference, over: earlier)?.printable else { return "-" }
    return percent(part, PercentStyle(showsPlus: true)).from(standing.origin("change_percent"))
  }

  /// An average moves by its part too; from nothing, by what it is.
  private func changeText(_ movement: Movement) -> String {
    let sign = movement.to > movement.from ? "+" : movement.to < movement.from ? "-" : ""
    guard let part = movement.part else {
      return sign + distance(movement).from(standing.origin("change"))
    }
    return (sign + part.percentText(decimals: 1, against: nil))
      .from(standing.origin("change_percent"))
  }

  /// How far an average has moved, without a sign.
  func distance(_ movement: Movement) -> String {
    let (low, high) = (min(movement.from, movement.to), max(movement.from, movement.to))
    return high.minus(low)?.numberText(decimals: indicator.decimals, against: nil) ?? "-"
  }

  private func points(_ value: PlanModel.Ratio, from base: PlanModel.Ratio) -> String {
    value.pointsText(from: base, decimals: indicator.decimals)
  }

  /// The verdict, set on two lines as `Chậm` above `tiến độ`.
  var verdictCell: String {
    let words = Wording.verdict(standing.verdict).split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[1].contains(" ") else { return words.joined(separator: " ") }
    return words[0] + " " + unbroken(String(words[1]))
  }

  // MARK: the sentence

  /// How the sentence below the table begins.
  var head: String { "\(standing.ordinalText) (\(indicator.shortName)): " }

  /// What is to be said below the table; nothing of an indicator that is as it should be.
  var clauses: [IndicatorClause] {
    let others = OtherTargets(
      assessment: standing.assessment, plan: standing.plan, period: standing.period
    ).clauses
    let isUnjudged = standing.verdict == .noVerdict
    let change = self.change
    return [isUnjudged ? .common(situation) : .own(situation)].compactMap(\.self)
      + others.map { IndicatorClause(text: $0) }
      + [
        change?.isComparison == false ? .common(change?.text) : .own(change?.text),
        change?.basis.map {
          IndicatorClause(text: $0, separator: ", ", common: "so sánh \($0)")
        },
        .common(carried), .common(coverageClause), .own(bounds), .common(breaks),
      ].compactMap(\.self)
  }

  /// What is short and by how much, for an indicator that is not as it should be.
  var situation: String? {
    switch standing.verdict {
    case .exceeded, .met, .onTrack, .inProgress: nil
    case .noData: noData
    // statistics that the plan sets nothing for are said by the table
    case .noVerdict where indicator.targets.isEmpty: nil
    case .noVerdict where noRate != nil: noRate
    case .noVerdict where standing.comparison?.change?.isPartOfNothing == true:
      "không xác định được mức \(targetWords) vì số gốc bằng 0"
    case .noVerdict:
      changeFromBase == nil
        ? judgedLater ?? judgedInParts ?? "không có mức phấn đấu áp dụng cho kỳ này"
        : "kế hoạch không đặt mức"
    case .insufficient: insufficient
    case .notMet, .behind: short
    }
  }

  /// Which report judges a target of a longer time than this report's, of which no sum here is.
  private var judgedLater: String? {
    let (end, plan) = (standing.period.span.last, standing.plan)
    for target in indicator.targets where target.comparison.isJudged {
      guard case .every(let cadence, let from, let to) = target.schedule,
        from ?? plan.firstYear <= end.year, end.year <= to ?? plan.lastYear,
        let cycle = Period.containing(end, cadence), standing.period < cycle
      else { continue }
      let asked = PlanWords.comparison(target.comparison, of: indicator)
        .from(NumberOrigin(.plan, "targets", item: indicator.code))
      return "mức \(asked) được đánh giá tại báo cáo \(cycle.text)"
    }
    return nil
  }

  /// Which reports judge what a sum is to reach in each of several times inside this report's.
  private var judgedInParts: String? {
    let (end, plan) = (standing.period.span.last, standing.plan)
    for target in indicator.targets where target.comparison.isJudged {
      guard case .every(let cadence, let from, let to) = target.schedule,
        from ?? plan.firstYear <= end.year, end.year <= to ?? plan.lastYear,
        let part = Period.containing(end, cadence), part != standing.period,
        standing.period.span.contains(part.span)
      else { continue }
      let asked = PlanWords.comparison(target.comparison, of: indicator)
        .from(NumberOrigin(.plan, "targets", item: indicator.code))
      let cycle = cadence == .half ? "kỳ 6 tháng" : part.cycleText
      return "mức \(asked) được đánh giá tại báo cáo của từng \(cycle)"
    }
    return nil
  }

  var noData: String {
    if standing.isNotYetAsked { return "chưa đến kỳ thu thập số liệu" }
    return standing.isOwedByNobody
      ? "không có đơn vị nào thuộc diện phải báo cáo" : noRate ?? "chưa có số liệu"
  }

  var insufficient: String {
    let reached =
      switch standing.manner {
      case .rate(let value): ", mới tính được \(rateText(value))\(fraction)"
      case .quantity(let number, let needed):
        ", mới tính được \(reached(number, needed).counting(noun)) (\(againstPlanCell))"
      case .value(let value): ", mới tính được \(countedText(value).counting(noun))"
      case .part, .none: ""
      }
    return "chưa đủ căn cứ đánh giá" + reached + (sinceWhen ?? "") + lost
  }

  /// Whose figures nobody will bring any more.
  private var lost: String {
    let units = standing.total?.lostUnits ?? []
    return units.isEmpty
      ? "" : "; thiếu số liệu trước khi kết thúc hoạt động của \(names.list(units, limit: limit))"
  }

  /// Why a sum of the year in which collecting began decides nothing.
  private var sinceWhen: String? {
    guard let total = standing.total, total.window == .year, total.bounds == nil else { return nil }
    return standing.plan.beginning(inside: standing.period.yearToDate)
      .map { "; chỉ gồm số liệu từ \($0.text)" }
  }

  private var short: String {
    switch standing.manner {
    case .rate(let value): shortRate(value) + places + onTheWay
    case .quantity(let number, let needed):
      standing.isRunning && (standing.lag != nil || standing.isAtPace)
        ? shortPace(number, needed) + remaining + behind
        : "đạt \(reached(number, needed).counting(noun)) (\(againstPlanCell))"
          + (indicator.combination == .unitsMeeting
            ? unitsFailing : missing)
          + places
    case .value(let value):
      "ở mức \(countedText(value).counting(noun)), ngoài mức phấn đấu \(targetWords)" + makers
    case .part, .none: noRate ?? "chưa có số liệu"
    }
  }

  /// What the number lacks of the one that is needed, or that it is just there and not beyond.
  private var missing: String {
    if let lackingText { return ", còn thiếu \(than)\(lackingText.counting(noun))" }
    guard standing.isAtEdge, let needed = standing.total?.pace?.needed else { return "" }
    return ", bằng mức \(needed.printed.from(standing.origin("needed"))) nhưng chưa vượt qua"
  }

  /// What stands before an amount that is not enough by itself where a number must be passed.
  var than: String { standing.mustPass ? "hơn " : "" }

  /// The same before what is needed at least.
  var least: String { standing.mustPass ? "hơn" : "ít nhất" }

  /// Why there is no rate though there are figures; nil where there is one, or nothing.
  private var noRate: String? {
    guard case .part = standing.manner else { return nil }
    return standing.total?.tally.denominator == nil
      ? "không tính được tỉ lệ, không có mẫu số chung"
      : "không tính được tỉ lệ, mẫu số bằng 0"
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
  private func named(_ units: [String]) -> String {
    limit > 0 || units.count == 1 ? ": " + shortened(units, limit: limit, names.nameAndEnd) : ""
  }

  private func shortRate(_ value: PlanModel.Ratio) -> String {
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

  /// What the plan asks, in words: `không quá 3`.
  var targetWords: String {
    guard let comparison = standing.comparison else { return planCell }
    return (Wording.words(comparison, thresholdText) ?? targetText(comparison))
      .from(standing.origin("target"))
  }

  /// The bound of the target alone: `90%`.
  private var level: String {
    guard let level = standing.comparison?.threshold, level.denominator == FixedDecimal(1) else {
      return targetWords
    }
    return thresholdText(level.numerator).from(standing.origin("target"))
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
    guard standing.isRunning, let level = standing.total?.pace?.levelByNow else { return "" }
    let text = level.percentText(decimals: indicator.decimals, against: nil)
      .from(standing.origin("level_by_now"))
    let rest =
      Remainder(standing).map {
        "; còn \(count($0)) \(standing.period.step.cycleText), mỗi \(standing.period.step.cycleText)"
          + " phải tăng \(least) \(each($0).counting(noun))"
      } ?? ""
    // what must be passed in the end must be passed on the way
    let mustPass = if case .above = standing.comparison { "trên " } else { "" }
    return "; theo lộ trình đến nay phải đạt \(mustPass)\(text)\(rest)"
  }

  private var left: String {
    lackingText.map { " (còn \(than)\($0.counting(noun)))" } ?? ""
  }

  var lackingText: String? {
    standing.lacking.map { $0.counted.from(standing.origin("lacking")) }
  }

  func count(_ remainder: Remainder) -> String {
    prose(remainder.periods).from(standing.origin("periods_left"))
  }

  func each(_ remainder: Remainder) -> String {
    remainder.each.counted.from(standing.origin("needed_each"))
  }

  private var fraction: String {
    guard indicator.isQuotient, let above = standing.total?.tally.numerator,
      let below = standing.total?.tally.denominator
    else { return "" }
    return " (\(figures(above, below)))"
  }

  var noun: String { standing.noun }

  /// Where it is short: with what each lacks when these parts make up the whole.
  private var places: String {
    guard indicator.combination == .sum else { return "" }
    let short = standing.shortUnits(naming: limit + 1)
    guard !short.isEmpty else { return "" }
    guard standing.isLocated else {
      return "; \(prose(short.count).from(standing.origin("units_short"))) đơn vị chưa đạt"
        + named(short.map(\.unit))
    }
    return ": "
      + shortened(short, limit: limit) {
        "\(names.nameAndEnd($0.unit)) "
          + $0.amount.counted.from(standing.origin("lacking", of: $0.unit))
      }
  }
}
