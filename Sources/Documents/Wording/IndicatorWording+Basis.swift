import Assessment
import PlanModel

/// What the value of an indicator rests on: what it is compared with, when it is from, who is in it.
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
      guard earlier > .zero else {
        return ChangeWording.Change(text: "\(baseText) không phát sinh")
      }
      let difference = now > earlier ? now - earlier : earlier - now
      let basis = basis(movement)
      let before = earlier.printed.from(standing.earlierOrigin)
      let after = now.printed.from(standing.origin("change_to"))
      // where the total beside it is of others too, both numbers are named
      let numbers =
        basis == nil ? before : "từ \(before) \(now > earlier ? "lên" : "xuống") \(after)"
      let part =
        indicator.combination == .unitsMeeting
        ? "" : " (\(changeText(earlier, now).replacing("+", with: "").replacing("-", with: "")))"
      return ChangeWording.Change(
        text: "\(now > earlier ? "tăng" : "giảm") "
          + "\(difference.counted.from(standing.origin("change")).counting(noun))\(part) so với "
          + "\(baseText) (\(numbers))", basis: basis)
    case .average(let movement): return averageChange(movement)
    case nil: return nil
    }
  }

  private func averageChange(_ movement: Movement) -> ChangeWording.Change? {
    let (earlier, now) = (movement.from, movement.to)
    guard earlier != now else { return nil }
    guard earlier > Ratio(.zero) else {
      return ChangeWording.Change(text: "\(baseText) không phát sinh")
    }
    let basis = basis(movement)
    func number(_ value: PlanModel.Ratio, _ field: String) -> String {
      value.numberText(decimals: indicator.decimals, against: nil).from(standing.origin(field))
    }
    let before = number(earlier, "change_from")
    let way = now > earlier ? "lên" : "xuống"
    let numbers = basis == nil ? before : "từ \(before) \(way) \(number(now, "change_to"))"
    let part =
      movement.part?.percentText(decimals: 1, against: nil)
      .from(standing.origin("change_percent"))
    let distance = distance(movement).from(standing.origin("change")).counting(noun)
    return ChangeWording.Change(
      text: "\(now > earlier ? "tăng" : "giảm") \(distance)\(part.map { " (\($0))" } ?? "") so với "
        + "\(baseText) (\(numbers))", basis: basis)
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

  var carried: String? {
    standing.carriedFrom.map { "dùng số liệu \($0.text(of: indicator)), kỳ thu thập gần nhất" }
  }

  var coverageClause: String? {
    guard let total = standing.total, standing.verdict != .noData else { return nil }
    let missing = total.missingUnits
    if missing.isEmpty { return nil }
    if total.countedUnits.isEmpty, total.expectedUnits.count == 1 {
      return "đơn vị phải báo cáo chưa có đủ số liệu của \(windowText)"
    }
    if total.countedUnits.isEmpty {
      return
        "chưa đơn vị nào trong \(prose(total.expectedUnits.count).from(standing.origin("units_expected"))) đơn vị có đủ số liệu của"
        + " \(windowText)"
    }
    return "chưa đủ số liệu của "
      + String(missing.count).from(standing.origin("units_missing")) + "/"
      + String(total.expectedUnits.count).from(standing.origin("units_expected")) + " đơn vị"
      + " (\(shortened(missing, limit: limit, missingText)))"
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

  /// Between which values the result lies, whatever is still missing.
  var bounds: String? {
    guard standing.verdict == .insufficient, let cell = standing.total else { return nil }
    var words = BoundsWording(indicator: indicator, cell: cell, origin: standing.origin)
    // what was spoken of as a number is bounded as a rate: then it is said which, and against what
    guard case .quantity = standing.manner, indicator.isQuotient,
      !cell.isTotal || indicator.combination != .unitsMeeting
    else { return words.clause }
    words.subject = "tỉ lệ"
    return words.clause.map { $0 + " (mức phấn đấu \(targetWords))" }
  }

  private var windowText: String {
    switch standing.total?.window {
    case .year: standing.period.yearToDateText
    case .term: "toàn bộ thời gian từ đầu kế hoạch"
    case .point, .period, nil: standing.period.text
    }
  }
}

extension Tally {
  /// The earlier period that its figures come from, when they are carried forward into one; what was
  /// collected inside that is its own.
  func carriedFrom(into period: Period, of indicator: Indicator) -> Period? {
    guard indicator.numeratorKind == .stock, indicator.carriesForward, let latestPeriod,
      latestPeriod < period, !period.span.contains(latestPeriod.span)
    else { return nil }
    return latestPeriod
  }

  /// The time it speaks of in a report on a period: a stock was counted when its latest figure was, which
  /// may be long before.
  func timeText(_ window: Window, in period: Period, of indicator: Indicator) -> String {
    switch window {
    case .year: period.yearToDateText
    case .term: "lũy kế đến hết \(period.text)"
    case .point: (latestPeriod ?? period).text(of: indicator)
    case .period: period.text(of: indicator)
    }
  }
}

extension Period {
  /// The time a figure speaks of: what is collected once a year speaks of its year.
  func text(of indicator: Indicator) -> String {
    indicator.collected == .year ? "năm \(year)" : text
  }
}
