import Assessment
import PlanModel

/// How far an indicator is on its way, and what is still to be done.
extension IndicatorWording {
  /// As many decimals as tell a value from where it should be by now: one that is behind must not look as if
  /// it were there.
  var decimals: Int {
    let least = indicator.decimals
    guard standing.verdict == .behind, let value = standing.total?.value,
      let level = standing.total?.levelByNow, level != value
    else { return least }
    let most = max(least, FixedDecimal.maximumFractionDigits)
    return (least...most).first {
      indicator.printed(value, decimals: $0, against: standing.comparison)
        != indicator.printed(level, decimals: $0)
    } ?? most
  }

  /// Where it should be by now, on the way to what is to be reached later: `phải đạt 62,5%`; nil where it
  /// knows no way.
  var demandByNow: String? {
    guard standing.verdict == .behind, let total = standing.total, let value = total.value,
      let level = total.levelByNow
    else { return nil }
    let number = indicator.printed(level, decimals: decimals)
      .from(standing.origin("level_by_now"))
    let demand: String
    switch standing.comparison {
    // what must be passed in the end must be passed on the way
    case .above: demand = "đạt trên"
    case .below: demand = "dưới"
    case _ where total.pace == nil:
      // who has come down past what was to be hit is not behind on the way down
      if value < level { return nil }
      demand = "không quá"
    default: demand = "đạt"
    }
    return "theo lộ trình đến nay phải \(demand) \(number)"
  }

  func shortPace(_ number: FixedDecimal, _ needed: FixedDecimal) -> String {
    let whole = wholeTime.map { " \($0)" } ?? ""
    var text =
      "\(elapsedTime) đạt \(reached(number, needed).counting(noun)), bằng \(againstPlanCell)"
      + " \(demand)\(whole)"
    if let pace = standing.total?.pace {
      let byNow =
        String(pace.monthsElapsed).from(standing.origin("months_elapsed")) + "/"
        + String(pace.monthsInAll).from(standing.origin("months_in_all"))
        + "\u{A0}tháng (\(standing.mustPass ? "trên " : "")"
        + pace.neededByNow.printed.from(standing.origin("needed_by_now")) + ")"
      if let lag = standing.lag {
        let distance = lag.counted.from(standing.origin("lag")).counting(noun)
        text += ", chậm \(distance) so với tiến độ \(byNow)"
      } else if standing.isAtPace {
        text += ", chưa vượt tiến độ \(byNow)"
      }
    }
    if !isBrief, let alone = standing.inPeriodAlone {
      let number = alone.counted.from(standing.origin("numerator", of: standing.periodCell))
      text += "; riêng \(standing.period.text): \(number.counting(noun))"
    }
    return text
  }

  /// What is held against the number of the plan: it is to be reached, or to be passed.
  private var demand: String { standing.mustPass ? "mức phải vượt" : "mức phải đạt" }

  private var elapsedTime: String {
    standing.total?.window == .year
      ? "lũy kế \(standing.period.yearToDateText)" : "lũy kế đến hết \(standing.period.text)"
  }

  private var wholeTime: String? {
    guard case .every(let cadence, _, _) = standing.total?.target?.schedule else { return nil }
    return cadence.wholeText
  }

  /// Who is behind, and what each lacks of the whole; of a divided unit's part no number of things.
  var behind: String {
    let units = isBrief ? [] : standing.behind(naming: limit + 1)
    guard !units.isEmpty else { return "" }
    let count = prose(units.count).from(standing.origin("units_short"))
    let isCounted = units.allSatisfy(\.amount.isWhole)
    let what =
      isCounted ? ", số còn thiếu so với \(demand)\(wholeTime.map { " \($0)" } ?? "")" : ""
    return "; \(count) đơn vị chậm tiến độ\(what): "
      + shortened(units, limit: limit) {
        names.nameAndEnd($0.unit)
          + (isCounted
            ? " " + $0.amount.counted.from(standing.origin("lacking", of: $0.unit)) : "")
      }
  }

  var remaining: String {
    guard let remainder = Remainder(standing) else { return "" }
    let amount = "\(least) \((lackingText ?? remainder.amount.counted).counting(noun))"
    guard remainder.periods == 1 else {
      return "; còn phải thực hiện \(amount) trong \(count(remainder))"
        + " \(standing.period.step.cycleText), mỗi \(standing.period.step.cycleText)"
        + " \(than)\(each(remainder))"
    }
    var text = "; \(remainder.next.text) phải thực hiện \(amount)"
    // a quarter is not held against nine months, nor what all lack against what some have done
    if !isBrief, !standing.isPartOfSum, remainder.next.kind == standing.period.kind,
      let now = standing.inPeriod,
      remainder.amount > now
    {
      let more = (remainder.amount - now).counted.from(standing.origin("more_than_period"))
      text += ", nhiều hơn \(more) so với \(standing.period.text)"
    }
    return text
  }
}
