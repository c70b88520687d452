import Assessment
import PlanModel

/// Between which values a result lies while figures are missing, in one clause.
struct BoundsWording {
  let indicator: Indicator
  let cell: IndicatorCell
  /// Where a number of the cell comes from, by its field; nil for texts that do not record it.
  var origin: ((String) -> NumberOrigin)?
  /// What lies between them.
  var subject = "kết quả"

  /// `tùy số liệu còn thiếu, kết quả từ 85,0% đến 93,2%`; nil when nothing is missing.
  var clause: String? {
    guard let bounds = cell.bounds else { return nil }
    let head = "tùy số liệu còn thiếu, \(subject)"
    // the noun may hold digits of its own, which come from the plan
    let lowest = bounds.lowest.map { number($0).from(origin?("lowest")) + noun }
    let highest = bounds.highest.map { number($0).from(origin?("highest")) + noun }
    switch (lowest, highest) {
    case (let low?, let high?):
      // a noun that both have is said once
      let first = low.hasSuffix(noun) ? String(low.dropLast(noun.count)) : low
      return "\(head) từ \(first) đến \(high)"
    case (let low?, nil): return "\(head) thấp nhất là \(low), chưa xác định được mức cao nhất"
    case (nil, let high?): return "\(head) cao nhất là \(high), chưa xác định được mức thấp nhất"
    case (nil, nil): return "chưa xác định được kết quả thấp nhất và cao nhất"
    }
  }

  /// What is counted, behind its number; nothing behind a rate, or where the plan does not say.
  private var noun: String {
    if cell.isTotal, indicator.combination == .unitsMeeting { return " đơn vị" }
    let unit = indicator.unitOfMeasure
    return indicator.measure.hasDenominator || unit.isEmpty ? "" : " \(unit)"
  }

  private func number(_ value: Ratio) -> String {
    let comparison = cell.target?.comparison
    if cell.isTotal, indicator.combination == .unitsMeeting {
      // the value is a part of the units that owe it: they are counted, not rated
      let owed = Ratio(cell.tally.denominator ?? .zero)
      return value.multiplied(by: owed)?.countedText(decimals: 0) ?? "-"
    }
    // a counted noun below ten has its zero before it
    if !indicator.measure.hasDenominator, value.denominator == FixedDecimal(1),
      value.numerator.isWhole
    {
      return value.numerator.counted
    }
    return indicator.printed(value, decimals: indicator.decimals, against: comparison)
  }
}
