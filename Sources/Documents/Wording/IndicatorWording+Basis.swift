import Assessment
import PlanModel

/// What the value of an indicator rests on: when it is from, who is in it, what it may still become.
extension IndicatorWording {
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

  /// What stands before a sum that lacks some units, and what is still to be done: `theo số liệu của 10/12 đơn
  /// vị`; nil of every other.
  var partBasis: String? {
    standing.isPartOfSum ? coverage.map { "theo số liệu của \($0) đơn vị" } : nil
  }

  /// The units with figures that are counted on neither side, with why.
  var leftOut: [String] {
    IndicatorCell.LeftOut.Reason.allCases.compactMap { reason in
      let units = standing.leftOut(reason)
      guard !units.isEmpty else { return nil }
      let count = prose(units.count).from(standing.origin(reason.rawValue))
      return reason.clause(of: count) + listed(units)
    }
  }

  private func listed(_ units: [String]) -> String {
    limit > 0 || units.count == 1 ? ": " + shortened(units, limit: limit, names.nameAndEnd) : ""
  }

  /// A unit without all its figures; in a report over several periods of reporting, with those it lacks.
  private func missingText(_ unit: String) -> String {
    let gaps = standing.assessment.gaps[unit] ?? []
    guard gaps.contains(where: { $0.cadence != standing.period.cadence }) else {
      return names.name(unit)
    }
    return "\(names.name(unit)) thiếu \(gaps.map(\.compactText).joined(separator: " và "))"
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

extension IndicatorCell.LeftOut.Reason {
  /// That so many units are left out for it.
  func clause(of count: String) -> String {
    switch self {
    case .baseOfNothing: "không xác định được \(count) đơn vị đạt hay không do số gốc bằng 0"
    case .noBase: "không xác định được \(count) đơn vị đạt hay không do không có số gốc để so sánh"
    case .noRate: "không tính \(count) đơn vị có mẫu số bằng 0"
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
