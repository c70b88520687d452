import Assessment
import PlanModel

/// How the numbers of one indicator are written, in every sheet alike.
struct IndicatorFormat {
  let indicator: Indicator

  /// Whether its values are parts of a whole, in per cent.
  var isRate: Bool { indicator.measure.hasDenominator }

  /// Whether a cell's value is in per cent: a rate, or the units that meet an obligation of each.
  func isShare(_ cell: IndicatorCell) -> Bool {
    isRate || (cell.isTotal && indicator.combination == .unitsMeeting)
  }

  /// A cell can hold so many digits.
  private static let cellDigits = 15

  /// How a figure, numerator or denominator, is written: with all its digits, or as many as a cell holds;
  /// those behind would be printed as zeros.
  func figure(_ figure: FixedDecimal?) -> SheetStyle.Content {
    guard let figure, !figure.isWhole else { return .number(decimals: 0) }
    let digits = figure.fractionDigits
    let whole = String(figure.significand.magnitude / FixedDecimal.power(ofTen: digits).magnitude)
    return .number(decimals: max(0, min(digits, Self.cellDigits - whole.utf8.count)))
  }

  /// How a value is written: as many digits as it takes not to contradict its target.
  func value(
    _ value: Ratio?, against target: Target.Comparison?, isShare: Bool
  ) -> SheetStyle.Content {
    let wanted = isShare && !isRate ? 1 : indicator.decimals
    guard let value else {
      return isShare ? .percent(decimals: wanted) : .number(decimals: wanted)
    }
    return isShare
      ? .percent(decimals: HonestDigits.ofRate(value, wanted: wanted, against: target))
      : .number(decimals: HonestDigits.ofNumber(value, wanted: wanted, against: target))
  }

  /// The number of a target as a cell shows it: `> 90%`, `3% - 4%`, with the real number in the cell; what
  /// is asked in words where there is none, as of a change whose base is not known: `-10%`.
  func target(_ comparison: Target.Comparison) -> SheetCellContent {
    guard let number = comparison.shownNumber else {
      return SheetCellContent(value: .text(Wording.target(comparison, text)), content: .centred)
    }
    let (before, after) = words(comparison)
    return SheetCellContent(
      value: .number(number), content: .target(before: before, plain(number), after: after))
  }

  /// A number of the plan with all its digits; one that was reckoned from a base with two more than
  /// wanted.
  private func plain(_ number: Ratio) -> SheetStyle.Content {
    if number.denominator == FixedDecimal(1) { return plain(number.numerator) }
    return isRate
      ? .percent(decimals: indicator.decimals + 2) : .number(decimals: indicator.decimals + 2)
  }

  private func plain(_ number: FixedDecimal) -> SheetStyle.Content {
    isRate
      ? .percent(decimals: max(0, number.fractionDigits - 2))
      : .number(decimals: number.fractionDigits)
  }

  private func words(_ comparison: Target.Comparison) -> (before: String, after: String) {
    switch comparison {
    case .above: ("> ", "")
    case .atLeast: (">= ", "")
    case .below: ("< ", "")
    case .atMost: ("<= ", "")
    case .exactly, .maintain: ("", "")
    case .between(_, let upper): ("", " - " + text(upper))
    case .about(_, let tolerance): ("khoảng ", " (+/- \(text(tolerance)))")
    case .exists: (">= ", "")
    case .increase: (">= ", "")
    case .decrease: ("<= ", "")
    }
  }

  /// A number in words that stand beside a cell: `4%`, `3,5%`, `1200`.
  func text(_ number: FixedDecimal) -> String {
    let shown = isRate ? number.product(FixedDecimal(100)) ?? number : number
    let text = shown.plainText.map { $0 == "." ? "," : $0 }
    return String(text) + (isRate ? "%" : "")
  }
}

/// A value and how it is written.
struct SheetCellContent {
  let value: SheetValue
  let content: SheetStyle.Content

  func cell(_ column: Int, _ role: SheetStyle.Role = .body) -> SheetCell {
    SheetCell(column, value, SheetStyle(role, content))
  }
}

extension Target.Comparison {
  /// The number a cell shows for it: the lower bound of a range, the middle of a tolerance; nil where
  /// there is none.
  var shownNumber: Ratio? {
    if case .about(let centre, _) = self { return Ratio(centre) }
    return threshold
  }
}
