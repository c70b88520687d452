public import PlanModel

/// A row whose number counts in the line of a unit.
public struct CountedRow: Sendable {
  /// The row.
  public let source: Source
  /// The code of the unit that sent it.
  public let sender: String
  /// The part of its number that counts there, above 0 and at most 1.
  public let share: FixedDecimal
}

/// What stands in the line of a unit, for who traces it.
extension AssessmentInput {
  /// The part of what a unit said of a period that stands in the line of another one, which took over from
  /// it; nil when none does.
  public func share(
    of unit: String, in period: Period, takenOverBy heir: String, of indicator: Indicator
  ) -> FixedDecimal? {
    let part = line(of: heir, indicator)?.parts.first {
      $0.life.code == unit && $0.life.owns(period)
    }
    // one register is never divided
    return indicator.combination == .last ? part.map { _ in FixedDecimal(1) } : part?.share
  }

  /// The rows whose denominators stand under what flowed in the line of a unit, such as those of the year's
  /// beginning; none where the rows of a value bring their own denominators, or need none.
  public func stockRows(
    under unit: String, in window: Window, of indicator: Indicator
  ) -> [CountedRow] {
    guard let line = line(of: unit, indicator) else { return [] }
    let reader = TallyReader(
      plan: plan, indicator: indicator, period: period, window: window,
      series: series(of: indicator), namesSources: true)
    return reader.stocks(under: line).map {
      CountedRow(source: $0.figure.source, sender: $0.part.life.code, share: $0.part.share)
    }
  }

  private func line(of unit: String, _ indicator: Indicator) -> UnitStructure.Line? {
    reporters(of: indicator).structure.lines.lazy.compactMap(\.self).first { $0.code == unit }
  }
}
