import Assessment
import PlanModel

/// What becomes of the targets still running if nothing changes, each in one sentence.
struct OutlookWording {
  let standings: [IndicatorStanding]
  let names: Names
  let period: Period

  /// The sentences; none where there is no basis for any.
  var sentences: [String] { standings.compactMap(sentence) }

  private func sentence(_ standing: IndicatorStanding) -> String? {
    guard let outlook = Outlook(standing.assessment, in: period.step) else { return nil }
    let wording = IndicatorWording(standing: standing, names: names, limit: 0)
    let text = Text(
      standing: standing, outlook: outlook, cycle: period.step.cycleText,
      target: wording.targetWords)
    let basis = wording.partBasis.map { $0 + ", " } ?? ""
    return "\(standing.title): \(basis)\(text.soFar); \(text.end)."
  }

  private struct Text {
    let standing: IndicatorStanding
    let outlook: Outlook
    let cycle: String
    /// What the plan asks: `khoảng 1.000`.
    let target: String

    private var noun: String { outlook.isLevel ? standing.valueNoun : standing.noun }

    var soFar: String {
      let head = "\(time), bình quân mỗi \(cycle) \(gained)"
      guard outlook.perPeriodNeeded.numerator > .zero else { return head }
      let needed =
        (outlook.isLevel ? "tăng " : "") + (mustPass ? "hơn " : "")
        + amount(outlook.perPeriodNeeded, "per_period_needed")
      guard outlook.periodsLeft > 1 else { return head + "; \(cycle) còn lại cần \(needed)" }
      let left = prose(outlook.periodsLeft).from(standing.origin("outlook_periods_left"))
      return head + "; \(left) \(cycle) còn lại, mỗi \(cycle) cần \(needed)"
    }

    /// `03 quý đã qua`; of what is followed from its first figure on, since when: `từ năm 2019 đến nay`.
    private var time: String {
      if let since = outlook.since { return "từ \(since.text(of: standing.indicator)) đến nay" }
      return
        "\(prose(outlook.periodsPassed).from(standing.origin("periods_passed"))) \(cycle) đã qua"
    }

    private var gained: String {
      let zero = Ratio(.zero)
      guard outlook.isLevel else { return amount(outlook.perPeriod, "per_period") }
      if outlook.perPeriod == zero { return "không thay đổi" }
      let size = outlook.perPeriod < zero ? outlook.perPeriod.negated : outlook.perPeriod
      return "\(outlook.perPeriod < zero ? "giảm" : "tăng") "
        + amount(size, "per_period")
    }

    var end: String {
      let past = outlook.isPast ? "ngoài mức phấn đấu \(target), " : ""
      let verdict = past + conclusion
      guard outlook.isRate else {
        let shown = outlook.projected.numberText(
          decimals: decimals, against: .atLeast(outlook.goal.numerator)
        ).from(standing.origin("projected"))
        let goal = outlook.goal.numerator.printed.from(standing.origin(goalField))
        // more than was to be hit is no part of it
        let numbers = outlook.isPast ? shown : "\(shown)/\(mustPass ? "trên " : "")\(goal)"
        return "ước \(whole) đạt \(numbers.counting(noun)), \(verdict)"
      }
      let shown = outlook.projected.percentText(
        decimals: standing.indicator.decimals, against: standing.comparison
      ).from(standing.origin("projected"))
      return "ước \(whole) đạt \(shown), \(verdict)"
    }

    /// What that comes to; of a sum that lacks some units, only what their figures cannot turn.
    private var conclusion: String {
      if standing.isPartOfSum, !outlook.isPast, !outlook.isMet || hasCeiling {
        return "chưa kể đơn vị còn thiếu số liệu"
      }
      return outlook.isMet ? "đạt chỉ tiêu" : "không đạt chỉ tiêu"
    }

    private var hasCeiling: Bool {
      switch standing.comparison {
      case .between, .about: true
      default: false
      }
    }

    /// Whether it leads to what must be passed; of what is counted in whole numbers the goal is the next one.
    private var mustPass: Bool {
      guard outlook.isRate, case .above = standing.comparison else { return standing.mustPass }
      return true
    }

    /// A level of money per head is held against the number of the plan, all else against a number of its own.
    private var goalField: String {
      let indicator = standing.indicator
      return outlook.isLevel && indicator.isQuotient && indicator.combination != .unitsMeeting
        ? "target" : "needed"
    }

    /// Of what is counted none; of amounts as many as elsewhere.
    private var decimals: Int {
      let indicator = standing.indicator
      return indicator.combination == .unitsMeeting || indicator.measure.isWhole
        ? 0 : indicator.decimals
    }

    /// The time of the target: `cả năm`, `đến hết năm 2025`.
    private var whole: String {
      switch standing.total?.target?.schedule {
      case .every(let cadence, _, _): cadence.wholeText
      case .by(let year): "đến hết năm \(year)"
      case .milestones(let milestones, _):
        milestones.first { $0.year >= standing.period.year }.map { "đến hết năm \($0.year)" }
          ?? "đến hết thời hạn"
      case .overTerm, nil: "đến hết thời hạn kế hoạch"
      }
    }

    private func amount(_ value: Ratio, _ field: String) -> String {
      guard outlook.isRate else {
        return value.countedText(decimals: 1).from(standing.origin(field)).counting(noun)
      }
      let zero = Ratio(.zero)
      return value.distanceText(to: zero, decimals: standing.indicator.decimals)
        .from(standing.origin(field)) + " điểm %"
    }
  }
}

extension Ratio {
  fileprivate var negated: Ratio { Ratio(.zero - numerator, over: denominator) ?? self }
}
