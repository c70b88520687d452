import Assessment
import PlanModel

/// What the numbers of indicators must be: their cells, and what follows from a cell and its target.
extension EditionNumbers {
  func assessed(_ origin: NumberOrigin) -> IndicatorAssessment? {
    assessment.indicators.first { $0.indicator.code == origin.item }
  }

  /// The ordinals of indicators.
  var positions: ClosedRange<Int> { 1...max(1, assessment.indicators.count) }

  func window(_ origin: NumberOrigin) -> Window {
    Window(rawValue: origin.window) ?? .period
  }

  func indicator(_ origin: NumberOrigin) -> NumberClaim? {
    if origin.field == "position" { return .whole(Array(positions)) }
    if let call = OriginCall(origin.field), call.name == "count" { return verdicts(call) }
    guard let assessed = assessed(origin) else { return nil }
    if origin.period != assessment.input.period.description {
      return earlier(origin, assessed)
    }
    if let other = other(origin, assessed) { return other }
    if origin.field == "lacking", origin.unit != assessed.root {
      return .plain([assessed.shortUnits.first { $0.unit == origin.unit }?.lacking])
    }
    guard let cell = assessed.cell(origin.unit, window(origin)) else { return nil }
    return tabledCell(origin, assessed.indicator, cell) ?? reckoned(origin, assessed, cell)
  }

  /// How each indicator stands in the window that its target speaks of.
  static func verdicts(_ assessment: PlanAssessment) -> [String] {
    assessment.indicators.map { indicator in
      indicator.total.flatMap { row(of: $0, indicator.indicator, assessment)["verdict"] }
        ?? Verdict.noData.rawValue
    }
  }

  /// How many indicators stand so in the window that their target speaks of.
  private func verdicts(_ call: OriginCall) -> NumberClaim? {
    let wanted = call.conditions.first { $0.0 == "verdict" }?.1
    return .whole([verdicts.count { wanted?.contains($0) ?? true }])
  }

  /// Sums of figures, and values with six digits behind their mark, are longer than any figure.
  private static let mostDigits = 36

  /// What stands in `data/indicators.csv`; a rate from the two figures of its row, where they make it.
  private func tabledCell(
    _ origin: NumberOrigin, _ indicator: Indicator, _ cell: IndicatorCell
  ) -> NumberClaim? {
    let row = Self.row(of: cell, indicator, assessment)
    func number(_ column: String) -> FixedDecimal? {
      row[column].flatMap { FixedDecimal.parse($0, atMost: Self.mostDigits) }
    }
    switch origin.field {
    case "numerator", "denominator", "units_counted", "units_expected":
      return .plain([number(origin.field)])
    case "units_missing":
      guard let all = number("units_expected"), let counted = number("units_counted") else {
        return nil
      }
      return .plain([all - counted])
    case "value":
      guard let shown = number("value"), let value = cell.value else { return nil }
      // the exact value, as long as it is the one that the table shows
      let exact =
        number("numerator").flatMap { above in
          number("denominator").flatMap { Ratio(above, over: $0) }
        }.flatMap { $0.rounded(toFractionDigits: 6) == shown ? $0 : nil }
      guard value.rounded(toFractionDigits: 6) == shown else {
        return NumberClaim(values: [], isRate: true)
      }
      return NumberClaim(values: [exact ?? value], isRate: indicator.measure.hasDenominator)
    default: return nil
    }
  }

  /// The value under a target beside the one that binds: `value(target=0.03)`.
  private func other(_ origin: NumberOrigin, _ assessed: IndicatorAssessment) -> NumberClaim? {
    guard let wanted = OriginCall(origin.field)?.conditions.first, wanted.0 == "target",
      let outcome = assessed.otherOutcomes.first(where: {
        $0.window.rawValue == origin.window && wanted.1.contains($0.target.comparison.dataText)
      }), let value = outcome.value
    else { return nil }
    let indicator = assessed.indicator
    return NumberClaim(
      values: [value],
      isRate: indicator.measure.hasDenominator || indicator.combination == .unitsMeeting)
  }

  /// The row of a cell in `data/indicators.csv`, by its columns.
  private static func row(
    of cell: IndicatorCell, _ indicator: Indicator, _ assessment: PlanAssessment
  ) -> [String: String] {
    Dictionary(
      zip(DataFiles.indicatorColumns, DataFiles.row(of: cell, indicator, assessment.input)),
      uniquingKeysWith: { first, _ in first })
  }

  /// What follows from a cell and its target.
  private func reckoned(
    _ origin: NumberOrigin, _ assessed: IndicatorAssessment, _ cell: IndicatorCell
  ) -> NumberClaim? {
    let indicator = assessed.indicator
    let isRate = indicator.measure.hasDenominator
    func rates(_ values: [Ratio?]) -> NumberClaim? {
      NumberClaim(values: values.compactMap(\.self), isRate: isRate)
    }
    let standing = IndicatorStanding(
      ordinal: 0, assessment: assessed, period: assessment.input.period,
      plan: assessment.input.plan)
    switch origin.field {
    case "target":
      return cell.target.map {
        NumberClaim(values: $0.comparison.numbers, isRate: isRate || $0.comparison.asksForPart)
      }
    case "level_by_now": return rates([cell.levelByNow])
    case let field where IndicatorCell.LeftOut.Reason(rawValue: field) != nil:
      return .whole([cell.leftOut.count { $0.reason.rawValue == field }])
    case "points_to_target":
      return NumberClaim(
        values: [
          cell.value.flatMap { value in
            cell.target?.comparison.measure(of: value).flatMap { value.difference(from: $0) }
          }
        ].compactMap(\.self), isRate: true)
    case "points_since", "change", "change_percent", "change_to", "change_from":
      return change(origin.field, standing)
    case "base_value": return rates([base(cell)?.from])
    case "base_compared": return rates([base(cell)?.to])
    case "units_compared":
      return .whole(
        [assessed.comparison?.movement?.units, cell.movement?.units].compactMap(\.self))
    case "change_from_base", "change_from_base_percent":
      return changeFromBase(origin.field, cell, isRate: isRate)
    case "lowest", "highest":
      return bound(origin.field, cell, indicator)
    case "member_rate":
      return cell.members.flatMap { .rate($0.counted, $0.expected) }
    default:
      return lacking(origin.field, standing, cell) ?? short(origin.field, standing)
        ?? Outlook(assessed, in: assessment.input.period.step).flatMap { $0.claim(origin.field) }
    }
  }

  /// What is needed of a target, and what a cell lacks of it.
  private func lacking(
    _ field: String, _ standing: IndicatorStanding, _ cell: IndicatorCell
  ) -> NumberClaim? {
    let needed = cell.pace?.needed
    let indicator = standing.assessment.indicator
    let lacking =
      cell.isTotal && indicator.combination == .unitsMeeting
      ? FixedDecimal(standing.shortCells.count)
      : needed.flatMap { needed in cell.tally.numerator.map { needed - $0 } }
    switch field {
    case "needed": return .plain([needed])
    case "needed_by_now": return .plain([cell.pace?.neededByNow])
    case "lacking": return .plain([lacking])
    case "lag":
      return .plain([
        cell.pace.flatMap { pace in cell.tally.numerator.map { pace.neededByNow - $0 } }
      ])
    case "percent_of_needed":
      let part = cell.tally.numerator.flatMap { above in
        needed.flatMap { Ratio(above, over: $0) }
      }
      return part.map { NumberClaim(values: [$0], isRate: true) }
    case "more_than_period":
      return .plain([
        lacking.flatMap { lacking in standing.inPeriod.map { lacking - $0 } }
      ])
    case "months_elapsed": return cell.pace.flatMap { .whole([$0.monthsElapsed]) }
    case "months_in_all": return cell.pace.flatMap { .whole([$0.monthsInAll]) }
    case "periods_left": return Remainder(standing).flatMap { .whole([$0.periods]) }
    case "needed_each": return Remainder(standing).flatMap { .plain([$0.each]) }
    default: return nil
    }
  }

  /// The units that fall short of a target, and what they lack.
  private func short(_ field: String, _ standing: IndicatorStanding) -> NumberClaim? {
    switch field {
    case "units_short": .whole([standing.shortCells.count, standing.shortfalls.count])
    case "lacking_of_short":
      .plain([standing.assessment.shortUnits.compactMap(\.lacking).reduce(.zero, +)])
    case "lacking_earlier": .plain([standing.shortEarlier.amount])
    case "units_short_earlier": .whole([standing.shortEarlier.count])
    default: nil
    }
  }

  private func change(_ field: String, _ standing: IndicatorStanding) -> NumberClaim? {
    switch (standing.change, field) {
    case (.rate(let movement)?, "points_since"):
      return movement.to.difference(from: movement.from)
        .map { NumberClaim(values: [$0], isRate: true) }
    case (.average(let movement)?, "change"):
      return movement.to.difference(from: movement.from)
        .map { NumberClaim(values: [$0], isRate: false) }
    case (.average(let movement)?, "change_from"):
      return NumberClaim(values: [movement.from], isRate: false)
    case (.average(let movement)?, "change_to"):
      return NumberClaim(values: [movement.to], isRate: false)
    case (.average(let movement)?, "change_percent"):
      return movement.to.minus(movement.from)?.divided(by: movement.from)
        .map { NumberClaim(values: [$0], isRate: true) }
    case (.quantity(_, let from, let now)?, "change"): return .plain([now - from])
    case (.quantity(_, _, let now)?, "change_to"): return .plain([now])
    case (.quantity(_, let from, let now)?, "change_percent"):
      return Ratio(now - from, over: from).map { NumberClaim(values: [$0], isRate: true) }
    default: return nil
    }
  }

  private func changeFromBase(_ field: String, _ cell: IndicatorCell, isRate: Bool) -> NumberClaim?
  {
    guard let (from, to) = base(cell) else { return nil }
    if field == "change_from_base" {
      return to.difference(from: from).map { NumberClaim(values: [$0], isRate: isRate) }
    }
    return to.minus(from)?.divided(by: from).map { NumberClaim(values: [$0], isRate: true) }
  }

  /// What the change that a target asks for is counted from, and what it is counted to.
  private func base(_ cell: IndicatorCell) -> (from: Ratio, to: Ratio)? {
    guard let change = cell.target?.comparison.change else { return nil }
    if let start = change.base.start { return cell.value.map { (Ratio(start.value), $0) } }
    return cell.movement.map { ($0.from, $0.to) }
  }

  private func bound(_ field: String, _ cell: IndicatorCell, _ indicator: Indicator) -> NumberClaim?
  {
    guard let bounds = cell.bounds,
      let value = field == "lowest" ? bounds.lowest : bounds.highest
    else { return nil }
    guard cell.isTotal, indicator.combination == .unitsMeeting else {
      return NumberClaim(values: [value], isRate: indicator.measure.hasDenominator)
    }
    let owed = Ratio(cell.tally.denominator ?? .zero)
    return value.multiplied(by: owed).map { NumberClaim(values: [$0], isRate: false) }
  }

  /// A number of the total that the present one is compared with.
  private func earlier(_ origin: NumberOrigin, _ assessed: IndicatorAssessment) -> NumberClaim? {
    guard let comparison = assessed.comparison,
      comparison.period.description == origin.period
    else { return nil }
    switch origin.field {
    case "numerator": return .plain([comparison.cell.tally.numerator])
    case "numerator(same units)": return .plain([comparison.movement?.earlier.numerator])
    case "value":
      return comparison.cell.value.map {
        NumberClaim(values: [$0], isRate: assessed.indicator.measure.hasDenominator)
      }
    default: return nil
    }
  }
}

extension Target.Comparison {
  /// The numbers a table prints of it.
  var numbers: [Ratio] {
    switch self {
    case .between(let low, let high): [Ratio(low), Ratio(high)]
    case .about(let centre, _): [Ratio(centre)] + turningPoints
    case .increase(let change): [change.number].compactMap { $0.map { Ratio($0) } }
    // printed with its sign
    case .decrease(let change): [change.number].compactMap { $0.map { Ratio(.zero - $0) } }
    default: [threshold].compactMap(\.self)
    }
  }

  /// Whether it asks for a change by a part of what there was, which is printed in per cent whatever is
  /// counted.
  var asksForPart: Bool {
    if case .part = change?.amount { true } else { false }
  }
}

extension Target.Change {
  /// By how much; nil where only the direction is asked for.
  fileprivate var number: FixedDecimal? {
    switch amount {
    case .by(let number), .part(let number): number
    case nil: nil
    }
  }
}
