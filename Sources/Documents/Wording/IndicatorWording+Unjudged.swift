import Assessment
import PlanModel

/// Why an indicator cannot be judged, or not yet.
extension IndicatorWording {
  /// Which report judges a target of a longer time than this report's, of which no sum here is.
  var judgedLater: String? {
    recurring.first { standing.period < $0.cycle }
      .map { "mức \($0.asked) được đánh giá tại báo cáo \($0.cycle.text)" }
  }

  /// Which reports judge what a sum is to reach in each of several times inside this report's.
  var judgedInParts: String? {
    recurring.first { $0.cycle != standing.period && standing.period.span.contains($0.cycle.span) }
      .map {
        let cycle = $0.cycle.kind == .half ? "kỳ 6 tháng" : $0.cycle.cycleText
        return "mức \($0.asked) được đánh giá tại báo cáo của từng \(cycle)"
      }
  }

  /// What is asked again and again, and the time of it in which this report's ends.
  private var recurring: [(asked: String, cycle: Period)] {
    let (end, plan) = (standing.period.span.last, standing.plan)
    return indicator.targets.filter(\.comparison.isJudged).compactMap { target in
      guard case .every(let cadence, let from, let to) = target.schedule,
        from ?? plan.firstYear <= end.year, end.year <= to ?? plan.lastYear,
        let cycle = Period.containing(end, cadence)
      else { return nil }
      let asked = PlanWords.comparison(target.comparison, of: indicator)
        .from(NumberOrigin(.plan, "targets", item: indicator.code))
      return (asked, cycle)
    }
  }

  var noData: String {
    if standing.isNotYetAsked { return "chưa đến kỳ thu thập số liệu" }
    if standing.isOwedByNobody { return "không có đơn vị nào thuộc diện phải báo cáo" }
    return noRate ?? (standing.leftOut(.noRate).isEmpty ? "chưa có số liệu" : Self.ofNothing)
  }

  /// Why there is no rate though there are figures; nil where there is one, or nothing.
  var noRate: String? {
    guard case .part = standing.manner else { return nil }
    return standing.total?.tally.denominator == nil
      ? "không tính được tỉ lệ, không có mẫu số chung"
      : Self.ofNothing
  }

  private static let ofNothing = "không tính được tỉ lệ, mẫu số bằng 0"

  var insufficient: String {
    let reached =
      switch standing.manner {
      case .rate(let value): ", mới tính được \(rateText(value))\(fraction)"
      case .quantity(let number, let needed):
        ", mới tính được \(reached(number, needed).counting(noun)) (\(againstPlanCell))"
      case .value(let value): ", mới tính được \(countedText(value).counting(standing.valueNoun))"
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
}
