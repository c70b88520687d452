import Assessment
import PlanModel

/// The rows of the indicator form.
struct IndicatorExport {
  let assessment: PlanAssessment

  private var input: AssessmentInput { assessment.input }

  var rows: [[String]] {
    let collected = assessment.indicators.filter { $0.indicator.isCollected(in: input.period) }
    let totals = collected.map(total)
    let refused = refused(collected, totals)
    return zip(collected, totals).map { assessed, total in
      let code = assessed.indicator.code
      let reason = refused[code.uppercased()]
      let entry = reason == nil ? entry(assessed.indicator, total) : ("", "")
      return assessment.head + [code, entry.0, entry.1, reason ?? note(assessed, total)]
    }
  }

  /// What an indicator's row says.
  private struct Total {
    var numerator: FixedDecimal?
    var denominator: FixedDecimal?
    /// The units whose figures of an earlier period are in it, for they stand until the next ones.
    var carried: [String] = []
  }

  private func entry(_ indicator: Indicator, _ total: Total) -> (String, String) {
    let answer = total.numerator == nil && appliesNowhere(indicator) ? "-" : ""
    return (
      total.numerator?.submitted ?? answer,
      indicator.isQuotient ? total.denominator?.submitted ?? answer : ""
    )
  }

  private func cell(_ assessed: IndicatorAssessment) -> IndicatorCell? {
    assessed.cell(assessed.root, assessed.indicator.numeratorKind == .stock ? .point : .period)
  }

  private func total(_ assessed: IndicatorAssessment) -> Total {
    let indicator = assessed.indicator
    if indicator.combination == .last || indicator.combination == .max, let cell = cell(assessed) {
      return Total(numerator: cell.tally.numerator, denominator: cell.tally.denominator)
    }
    if let standing = standing(assessed) { return standing }
    let figures = figures(of: indicator)
    let counted = figures.filter { $0.numerator.value != nil }
    // what the next year begins with is also of those whose flow is still unknown
    let isYearEnd = input.period.span.last.month == 12 && indicator.denominatorTime == .yearStart
    let below =
      isYearEnd && indicator.numeratorKind == .flow && indicator.denominatorKind == .stock
      ? figures.filter { $0.numerator != .notApplicable } : counted
    return Total(
      numerator: sum(counted.map(\.numerator)), denominator: sum(below.map(\.denominator)))
  }

  private func sum(_ entries: [Entry]) -> FixedDecimal? {
    let values = entries.compactMap(\.value)
    return values.isEmpty ? nil : values.reduce(.zero, +)
  }

  /// A stock that stands until the next one is the organisation's own total, with what units sent earlier;
  /// nil where that is no figure a form can hold.
  private func standing(_ assessed: IndicatorAssessment) -> Total? {
    let indicator = assessed.indicator
    guard indicator.carriesForward, indicator.combination == .sum, let cell = cell(assessed),
      let numerator = cell.tally.numerator,
      indicator.measure == .amount
        || numerator.isWhole && cell.tally.denominator?.isWhole != false
    else { return nil }
    let missing = Set(cell.missingUnits)
    let new = Set(contributors(indicator))
    return Total(
      numerator: numerator, denominator: cell.tally.denominator,
      carried: cell.expectedUnits.filter { !missing.contains($0) && !new.contains($0) })
  }

  /// Whether all who owe a figure of the period say that they have none to give: from one who is silent it
  /// may still come, and the level above must go on expecting it.
  private func appliesNowhere(_ indicator: Indicator) -> Bool {
    let asked = input.office.registry.units(on: input.period.span.last)
      .filter(indicator.reporters.contains)
    return !asked.isEmpty
      && asked.allSatisfy { unit in
        figure(indicator, of: unit.code)?.numerator == .notApplicable
      }
  }

  private func figure(_ indicator: Indicator, of unit: String) -> Figure? {
    input.figures.figure(indicator.code, of: unit, in: input.period)?.content
  }

  /// The rows of the period that count, each unit's once; of stocks those of units that still exist.
  private func figures(of indicator: Indicator) -> [Figure] {
    owners(of: indicator).compactMap { figure(indicator, of: $0) }
  }

  /// The units whose rows count.
  private func owners(of indicator: Indicator) -> [String] {
    let reporters = input.office.registry.units.filter { indicator.reporters.contains($0) }
    let needsBoth =
      indicator.isQuotient
      && (indicator.numeratorKind == .stock || indicator.denominatorKind == .flow)
    return reporters.map(\.code).uniqued().filter { code in
      let exists = reporters.contains {
        $0.code == code && $0.isValid(on: input.period.span.last)
      }
      guard exists || indicator.numeratorKind == .flow, let figure = figure(indicator, of: code)
      else { return false }
      return !needsBoth || figure.denominator.value != nil
    }
  }

  /// The units whose figures of the period make the sum.
  private func contributors(_ indicator: Indicator) -> [String] {
    owners(of: indicator).filter { figure(indicator, of: $0)?.numerator.value != nil }
  }

  // MARK: checks of the level above

  /// The indicators whose sums are not sent, by their codes in capital letters, and why: the level above would
  /// return the whole file for a check that no unit breaks, where the two sides are sums of different units.
  private func refused(
    _ indicators: [IndicatorAssessment], _ totals: [Total]
  ) -> [String: String] {
    let rows = zip(indicators.map(\.indicator), totals).map { indicator, total in
      (code: indicator.code.uppercased(), total: total, units: Set(contributors(indicator)))
    }
    var totals = Dictionary(
      rows.map { ($0.code, $0.total) }, uniquingKeysWith: { first, _ in first })
    var reasons: [String: String] = [:]
    for check in input.plan.checks where check.severity == .error {
      let holds = check.holds { code in
        totals[code.uppercased()].map { ($0.numerator, $0.denominator) }
      }
      if holds { continue }
      let codes = Set(check.indicators.map { $0.uppercased() })
      let checked = rows.filter { codes.contains($0.code) }
      let all = checked.reduce(into: Set()) { $0.formUnion($1.units.union($1.total.carried)) }
      for row in checked where row.units != all {
        totals[row.code] = nil
        reasons[row.code] =
          "để trống vì chưa khớp kiểm tra \(check.rule): mới có số liệu của "
          + "\(row.units.count)/\(all.count) đơn vị"
      }
    }
    return reasons
  }

  // MARK: notes

  private func note(_ assessed: IndicatorAssessment, _ total: Total) -> String {
    [meeting(assessed), coverage(assessed), carried(assessed, total)].compactMap(\.self)
      .joined(separator: "; ")
  }

  /// How many units meet what each owes: the sum in the row does not tell.
  private func meeting(_ assessed: IndicatorAssessment) -> String? {
    guard assessed.indicator.combination == .unitsMeeting, let total = assessed.total,
      let meeting = total.tally.numerator, let owed = total.tally.denominator
    else { return nil }
    return "\(meeting.plainText)/\(owed.plainText) đơn vị đạt"
  }

  private func coverage(_ assessed: IndicatorAssessment) -> String? {
    guard let cell = cell(assessed), !cell.missingUnits.isEmpty else { return nil }
    return "gồm số liệu của \(cell.countedCount)/\(cell.expectedUnits.count) đơn vị"
  }

  private func carried(_ assessed: IndicatorAssessment, _ total: Total) -> String? {
    guard let cell = cell(assessed), !total.carried.isEmpty else { return nil }
    return "số của kỳ trước: \(total.carried.count)/\(cell.expectedUnits.count) đơn vị"
  }
}
