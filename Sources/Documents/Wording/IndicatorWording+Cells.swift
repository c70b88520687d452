import Assessment
import PlanModel
import VietnameseText

/// The cells of an indicator's row in the table.
extension IndicatorWording {
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

  var planCell: String {
    switch standing.manner {
    case .quantity(_, let needed):
      (standing.mustPass ? "> " : "") + needed.printed.from(standing.origin("needed"))
    case .rate, .value, .part, .none:
      standing.comparison.map(targetText)?.from(standing.origin("target")) ?? "-"
    }
  }

  var achievedCell: String {
    switch standing.manner {
    case .rate(let value): rateText(value)
    case .quantity(let number, _): number.printed.from(standing.origin("numerator"))
    case .value(let value): numberText(value)
    case .part, .none: "-"
    }
  }

  var againstPlanCell: String {
    switch standing.manner {
    case .rate(let value):
      standing.comparison?.measure(of: value).map {
        unbroken(points(value, from: $0).from(standing.origin("points_to_target")) + " đ%")
      } ?? "-"
    case .quantity(let number, let needed):
      Ratio(number, over: needed)?.percentText(decimals: 1, against: nil)
        .from(standing.origin("percent_of_needed")) ?? "-"
    case .value, .part, .none: "-"
    }
  }

  /// The change, with a star where it is not of all units whose total stands beside it.
  var againstEarlierCell: String {
    let star = standing.changeOfTotal == nil && standing.change != nil ? "*" : ""
    return changeCell + star
  }

  private var changeCell: String {
    switch standing.change {
    case .rate(let movement):
      unbroken(
        points(movement.to, from: movement.from).from(standing.origin("points_since")) + " đ%")
    case .quantity(_, let earlier, let now): changeText(earlier, now)
    case .average(let movement): changeText(movement)
    case nil: "-"
    }
  }

  /// The verdict, set on two lines as `Chậm` above `tiến độ`.
  var verdictCell: String {
    let words = Wording.verdict(standing.verdict).split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[1].contains(" ") else { return words.joined(separator: " ") }
    return words[0] + " " + unbroken(String(words[1]))
  }
}
