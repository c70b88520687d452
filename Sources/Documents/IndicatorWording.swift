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

  private var indicator: Indicator { standing.indicator }

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
    } else {
      parts.append(indicator.unitOfMeasure)
    }
    // a figure of another time says so where it stands
    if let carriedFrom = standing.carriedFrom { parts.append(carriedFrom.text(of: indicator)) }
    if let coverage { parts.append("SL\u{A0}\(coverage)") }
    return "\(indicator.shortName) (\(parts.joined(separator: "; ")))"
  }

  /// The units counted over the units expected: `10/12`; nil where nobody is asked now.
  private var coverage: String? {
    guard let total = standing.total, !total.expectedUnits.isEmpty else { return nil }
    return "\(total.countedUnits.count)".from(standing.origin("units_counted")) + "/"
      + "\(total.expectedUnits.count)".from(standing.origin("units_expected"))
  }

  private func figures(_ above: FixedDecimal, _ below: FixedDecimal) -> String {
    above.printed.from(standing.origin("numerator")) + "/"
      + below.printed.from(standing.origin("denominator"))
  }

  private func reached(_ number: FixedDecimal, _ needed: FixedDecimal) -> String {
    number.printed.from(standing.origin("numerator")) + "/"
      + needed.printed.from(standing.origin("needed"))
  }

  var planCell: String {
    switch standing.manner {
    case .quantity(_, let needed): needed.printed.from(standing.origin("needed"))
    case .rate, .value, .none:
      standing.comparison.map(targetText)?.from(standing.origin("target")) ?? "-"
    }
  }

  private func targetText(_ comparison: Target.Comparison) -> String {
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
    case .none: "-"
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

  var againstPlanCell: String {
    switch standing.manner {
    case .rate(let value):
      standing.comparison?.threshold.map {
        unbroken(points(value, from: $0).from(standing.origin("points_to_target")) + " đ%")
      } ?? "-"
    case .quantity(let number, let needed):
      PlanModel.Ratio(number, over: needed)?.percentText(decimals: 1, against: nil)
        .from(standing.origin("percent_of_needed")) ?? "-"
    case .value, .none: "-"
    }
  }

  var againstEarlierCell: String {
    switch standing.changeOfTotal {
    case .rate(let movement):
      unbroken(
        points(movement.to, from: movement.from).from(standing.origin("points_since")) + " đ%")
    case .quantity(_, let earlier, let now): changeText(earlier, now)
    case nil: "-"
    }
  }

  /// A count of units moves by units; every other number by its part.
  private func changeText(_ earlier: FixedDecimal, _ now: FixedDecimal) -> String {
    let difference = now - earlier
    if indicator.combination == .unitsMeeting || earlier <= .zero {
      return ((difference > .zero ? "+" : "") + difference.printed).from(standing.origin("change"))
    }
    guard let part = PlanModel.Ratio(difference, over: earlier)?.printable else { return "-" }
    return percent(part, PercentStyle(showsPlus: true)).from(standing.origin("change_percent"))
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
    case .noVerdict:
      changeFromBase == nil ? "không có mức phấn đấu áp dụng cho kỳ này" : "kế hoạch không đặt mức"
    case .insufficient: insufficient
    case .notMet, .behind: short
    }
  }

  private var noData: String {
    standing.isNotYetAsked ? "chưa đến kỳ thu thập số liệu" : "chưa có số liệu"
  }

  private var insufficient: String {
    let reached =
      switch standing.manner {
      case .rate(let value): ", mới tính được \(rateText(value))\(fraction)"
      case .quantity(let number, let needed):
        ", mới tính được \(reached(number, needed)) \(noun) (\(againstPlanCell))"
      case .value(let value): ", mới tính được \(numberText(value)) \(noun)"
      case .none: ""
      }
    return "chưa đủ căn cứ đánh giá" + reached
  }

  private var short: String {
    switch standing.manner {
    case .rate(let value): shortRate(value) + places + onTheWay
    case .quantity(let number, let needed):
      standing.isRunning && standing.lag != nil
        ? shortPace(number, needed) + remaining
        : "đạt \(reached(number, needed)) \(noun) (\(againstPlanCell))"
          + (indicator.combination == .unitsMeeting
            ? unitsFailing : lackingText.map { ", còn thiếu \($0) \(noun)" } ?? "")
          + places
    case .value(let value): "ở mức \(numberText(value)) \(noun), ngoài mức phấn đấu \(planCell)"
    case .none: "chưa có số liệu"
    }
  }

  /// The units that do not meet what each of them owes; of those without figures nobody knows.
  private var unitsFailing: String {
    let units = standing.shortCells.map(\.unit)
    return units.isEmpty
      ? ""
      : ", \(prose(units.count).from(standing.origin("units_short"))) đơn vị chưa đạt"
        + " (\(names.list(units, limit: limit)))"
  }

  private func shortRate(_ value: PlanModel.Ratio) -> String {
    let text = rateText(value) + fraction
    guard let target = standing.comparison?.threshold else { return "đạt \(text)" }
    let distance =
      value.distanceText(to: target, decimals: indicator.decimals)
      .from(standing.origin("points_to_target")) + " điểm %"
    if value == target { return "đạt \(text), bằng mức \(planCell) nhưng chưa vượt qua" + left }
    return value < target
      ? "đạt \(text), thấp hơn \(distance) so với chỉ tiêu" + left
      : "ở mức \(text), cao hơn \(distance) so với mức \(planCell)"
  }

  /// Where a rate on its way to a later target should be by now, and what each period left must bring.
  private var onTheWay: String {
    guard standing.isRunning, let level = standing.total?.pace?.levelByNow else { return "" }
    let text = level.percentText(decimals: indicator.decimals, against: nil)
      .from(standing.origin("level_by_now"))
    let rest =
      Remainder(standing).map {
        "; còn \(count($0)) \(standing.period.cycleText), mỗi \(standing.period.cycleText)"
          + " phải tăng ít nhất \(each($0)) \(noun)"
      } ?? ""
    return "; theo lộ trình đến nay phải đạt \(text)\(rest)"
  }

  private var left: String {
    lackingText.map { " (còn \($0) \(noun))" } ?? ""
  }

  private var lackingText: String? {
    standing.lacking.map { $0.counted.from(standing.origin("lacking")) }
  }

  private func count(_ remainder: Remainder) -> String {
    prose(remainder.periods).from(standing.origin("periods_left"))
  }

  private func each(_ remainder: Remainder) -> String {
    remainder.each.counted.from(standing.origin("needed_each"))
  }

  private var fraction: String {
    guard indicator.isQuotient, let above = standing.total?.tally.numerator,
      let below = standing.total?.tally.denominator
    else { return "" }
    return " (\(figures(above, below)))"
  }

  private var noun: String { standing.noun }

  /// Where it is short: named when the units' parts make up the whole, else only counted.
  private var places: String {
    let short = standing.shortUnits
    guard !short.isEmpty, indicator.combination == .sum else { return "" }
    guard standing.isLocated else {
      return "; \(prose(short.count).from(standing.origin("units_short"))) đơn vị chưa đạt"
    }
    return ": "
      + shortened(short, limit: limit) {
        "\(names.name($0.unit)) "
          + $0.amount.counted.from(standing.origin("lacking", of: $0.unit))
      }
  }

  // MARK: pace

  private func shortPace(_ number: FixedDecimal, _ needed: FixedDecimal) -> String {
    let whole = wholeTime.map { " \($0)" } ?? ""
    var text =
      "\(elapsedTime) đạt \(reached(number, needed)) \(noun), bằng \(againstPlanCell)"
      + " mức phải đạt\(whole)"
    if let pace = standing.total?.pace, let lag = standing.lag {
      text +=
        ", chậm \(lag.counted.from(standing.origin("lag"))) \(noun) so với tiến độ "
        + String(pace.monthsElapsed).from(standing.origin("months_elapsed")) + "/"
        + String(pace.monthsInAll).from(standing.origin("months_in_all"))
        + "\u{A0}tháng (\(pace.neededByNow.printed.from(standing.origin("needed_by_now"))))"
    }
    if !isBrief, let alone = standing.inPeriodAlone {
      let number = alone.counted.from(standing.origin("numerator", of: standing.periodCell))
      text += "; riêng \(standing.period.text): \(number) \(noun)"
    }
    return text
  }

  private var elapsedTime: String {
    standing.total?.window == .year
      ? "lũy kế \(standing.period.yearToDateText)" : "lũy kế đến hết \(standing.period.text)"
  }

  private var wholeTime: String? {
    guard case .every(let cadence, _, _) = standing.total?.target?.schedule else { return nil }
    return cadence.wholeText
  }

  private var remaining: String {
    guard let remainder = Remainder(standing) else { return "" }
    let amount = "ít nhất \(lackingText ?? remainder.amount.counted) \(noun)"
    guard remainder.periods == 1 else {
      return "; còn phải thực hiện \(amount) trong \(count(remainder))"
        + " \(standing.period.cycleText), mỗi \(standing.period.cycleText)"
        + " \(each(remainder))"
    }
    var text = "; \(remainder.next.text) phải thực hiện \(amount)"
    if !isBrief, let alone = standing.inPeriodAlone, remainder.amount > alone {
      let more = (remainder.amount - alone).counted.from(standing.origin("more_than_period"))
      text += ", nhiều hơn \(more) so với \(standing.period.text)"
    }
    return text
  }

  // MARK: change, time, coverage

  /// The change that the plan asks for, against its own base; nil when it asks for none.
  private var changeFromBase: ChangeWording.Change? {
    standing.total.flatMap {
      ChangeWording(indicator: indicator, cell: $0, origin: standing.origin).change
    }
  }

  private var change: ChangeWording.Change? {
    if let changeFromBase { return changeFromBase }
    switch standing.change {
    case .rate(let movement):
      let (earlier, now) = (movement.from, movement.to)
      guard earlier != now else { return nil }
      let distance = now.distanceText(to: earlier, decimals: indicator.decimals)
        .from(standing.origin("points_since"))
      return ChangeWording.Change(
        text: "\(now > earlier ? "tăng" : "giảm") \(distance) điểm % so với \(baseText)",
        basis: basis(movement))
    case .quantity(let movement, let earlier, let now):
      guard earlier != now else { return nil }
      guard earlier > .zero else {
        return ChangeWording.Change(text: "\(baseText) không phát sinh")
      }
      let difference = now > earlier ? now - earlier : earlier - now
      let part =
        indicator.combination == .unitsMeeting
        ? "" : " (\(changeText(earlier, now).replacing("+", with: "").replacing("-", with: "")))"
      return ChangeWording.Change(
        text: "\(now > earlier ? "tăng" : "giảm") "
          + "\(difference.counted.from(standing.origin("change"))) \(noun)\(part) so với "
          + "\(baseText) (\(earlier.printed.from(standing.earlierOrigin)))",
        basis: basis(movement))
    case nil: return nil
    }
  }

  /// Of which units it is said, where the total beside it is not of the same.
  private func basis(_ movement: Movement) -> String? {
    standing.changeOfTotal == nil
      ? movement.basisText(of: standing.total, from: standing.origin("units_compared")) : nil
  }

  /// What the total is compared with: `quý II năm 2024`, `9 tháng năm 2023`.
  var baseText: String {
    guard let comparison = standing.assessment.comparison else { return "kỳ trước" }
    switch comparison.cell.window {
    case .year: return comparison.period.yearToDateText
    case .term: return "lũy kế đến hết \(comparison.period.text)"
    case .point, .period:
      return (comparison.cell.tally.latestPeriod ?? comparison.period).text(of: indicator)
    }
  }

  private var carried: String? {
    standing.carriedFrom.map { "dùng số liệu \($0.text(of: indicator)), kỳ thu thập gần nhất" }
  }

  private var coverageClause: String? {
    guard let total = standing.total, !standing.isComplete, standing.verdict != .noData
    else { return nil }
    if total.countedUnits.isEmpty {
      return
        "chưa đơn vị nào trong \(prose(total.expectedUnits.count).from(standing.origin("units_expected"))) đơn vị có đủ số liệu của"
        + " \(windowText)"
    }
    return "chưa đủ số liệu của "
      + String(total.missingUnits.count).from(standing.origin("units_missing")) + "/"
      + String(total.expectedUnits.count).from(standing.origin("units_expected")) + " đơn vị"
      + " (\(shortened(total.missingUnits, limit: limit, missingText)))"
      + (total.memberShareText.map {
        "; đơn vị đã có chiếm \($0.from(standing.origin("member_rate"))) số \(names.membersNoun)"
      } ?? "")
  }

  /// A unit without all its figures; in a report over several periods of reporting, with those it lacks.
  private func missingText(_ unit: String) -> String {
    let gaps = standing.assessment.gaps[unit] ?? []
    guard gaps.contains(where: { $0.cadence != standing.period.cadence }) else {
      return names.name(unit)
    }
    return "\(names.name(unit)) thiếu \(gaps.map(\.compactText).joined(separator: " và "))"
  }

  /// Units whose figures before and after a reorganisation cannot be held together.
  var brokenUnits: [String] {
    standing.total == nil ? [] : standing.assessment.brokenUnits
  }

  /// That the total cannot be held against the earlier one, after a reorganisation.
  private var breaks: String? {
    let isTotalBroken =
      standing.assessment.comparison?.isReorganised == true && standing.change == nil
    return isTotalBroken ? "không so sánh được với \(baseText) do sắp xếp tổ chức" : nil
  }

  /// Between which values the result lies, whatever is still missing.
  private var bounds: String? {
    guard standing.verdict == .insufficient, let cell = standing.total else { return nil }
    var words = BoundsWording(indicator: indicator, cell: cell, origin: standing.origin)
    // what was spoken of as a number is bounded as a rate: then it is said which, and against what
    guard case .quantity = standing.manner, indicator.isQuotient else { return words.clause }
    words.subject = "tỉ lệ"
    let target = standing.comparison.map {
      " (mức phấn đấu \(targetText($0).from(standing.origin("target"))))"
    }
    return words.clause.map { $0 + (target ?? "") }
  }

  private var windowText: String {
    switch standing.total?.window {
    case .year: standing.period.yearToDateText
    case .term: "toàn bộ thời gian từ đầu kế hoạch"
    case .point, .period, nil: standing.period.text
    }
  }
}

extension Period {
  /// The time a figure speaks of: what is collected once a year speaks of its year.
  func text(of indicator: Indicator) -> String {
    indicator.collected == .year ? "năm \(year)" : text
  }
}
