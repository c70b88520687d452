import Assessment
import PlanModel
import VietnameseText

/// How an indicator has moved, and since when.
extension IndicatorWording {
  /// The change that the plan asks for, against its own base; nil when it asks for none.
  var changeFromBase: ChangeWording.Change? {
    standing.total.flatMap {
      ChangeWording(indicator: indicator, cell: $0, origin: standing.origin).change
    }
  }

  var change: ChangeWording.Change? {
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
      let basis = basis(movement)
      // of others than all it says nothing about the time as a whole
      guard earlier > .zero || basis != nil else {
        return ChangeWording.Change(text: "\(baseText) không phát sinh")
      }
      let difference = now > earlier ? now - earlier : earlier - now
      let before = earlier.printed.from(standing.earlierOrigin)
      let after = now.printed.from(standing.origin("change_to"))
      // where the total beside it is of others too, both numbers are named
      let numbers =
        basis == nil ? before : "từ \(before) \(now > earlier ? "lên" : "xuống") \(after)"
      let part =
        indicator.combination == .unitsMeeting || earlier == .zero
        ? "" : " (\(changeText(earlier, now).replacing("+", with: "").replacing("-", with: "")))"
      return ChangeWording.Change(
        text: "\(now > earlier ? "tăng" : "giảm") "
          + "\(difference.counted.from(standing.origin("change")).counting(noun))\(part) so với "
          + "\(baseText) (\(numbers))", basis: basis)
    case .average(let movement): return averageChange(movement)
    case nil: return nil
    }
  }

  /// How the units with figures at both times have moved, in words also where they have not.
  var changeOfSameUnits: ChangeWording.Change? {
    if let change { return change }
    switch standing.change {
    case .rate(let movement), .quantity(let movement, _, _), .average(let movement):
      return ChangeWording.Change(text: "bằng \(baseText)", basis: basis(movement))
    case nil: return nil
    }
  }

  private func averageChange(_ movement: Movement) -> ChangeWording.Change? {
    let (earlier, now) = (movement.from, movement.to)
    guard earlier != now else { return nil }
    let basis = basis(movement)
    guard earlier > Ratio(.zero) || basis != nil else {
      return ChangeWording.Change(text: "\(baseText) không phát sinh")
    }
    func number(_ value: Ratio, _ field: String) -> String {
      value.numberText(decimals: indicator.decimals, against: nil).from(standing.origin(field))
    }
    let before = number(earlier, "change_from")
    let way = now > earlier ? "lên" : "xuống"
    let numbers = basis == nil ? before : "từ \(before) \(way) \(number(now, "change_to"))"
    let part =
      movement.part?.percentText(decimals: 1, against: nil)
      .from(standing.origin("change_percent"))
    let distance = distance(movement).from(standing.origin("change"))
      .counting(standing.valueNoun)
    return ChangeWording.Change(
      text: "\(now > earlier ? "tăng" : "giảm") \(distance)\(part.map { " (\($0))" } ?? "") so với "
        + "\(baseText) (\(numbers))", basis: basis)
  }

  /// A count of units moves by units; every other number by its part.
  func changeText(_ earlier: FixedDecimal, _ now: FixedDecimal) -> String {
    let difference = now - earlier
    if indicator.combination == .unitsMeeting || earlier <= .zero {
      return ((difference > .zero ? "+" : "") + difference.printed).from(standing.origin("change"))
    }
    guard let part = Ratio(difference, over: earlier)?.printable else { return "-" }
    return percent(part, PercentStyle(showsPlus: true)).from(standing.origin("change_percent"))
  }

  /// An average moves by its part too; from nothing, by what it is.
  func changeText(_ movement: Movement) -> String {
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

  /// Of which units it is said, where the total beside it is not of the same.
  func basis(_ movement: Movement) -> String? {
    standing.changeOfTotal == nil
      ? movement.basisText(of: standing.total, from: standing.origin("units_compared")) : nil
  }

  /// What the total is compared with: `quý II năm 2024`, `9 tháng năm 2023`.
  var baseText: String {
    guard let comparison = standing.assessment.comparison else { return "kỳ trước" }
    let cell = comparison.cell
    return cell.tally.timeText(cell.window, in: comparison.period, of: indicator)
  }

  /// Units whose figures before and after a reorganisation cannot be held together; none where the total
  /// is held against the earlier one as it stands, or there is nothing to hold together.
  var brokenUnits: [String] {
    standing.verdict == .noData || standing.changeOfTotal != nil
      ? [] : standing.assessment.brokenUnits
  }

  /// That the total cannot be held against the earlier one, after a reorganisation.
  var breaks: String? {
    let isTotalBroken =
      standing.assessment.comparison?.isReorganised == true && standing.change == nil
    return isTotalBroken ? "không so sánh được với \(baseText) do sắp xếp tổ chức" : nil
  }
}
