internal import PlanModel

/// `indicators:` of a plan file.
extension PlanReader {
  /// Narrow tables have room for as many characters.
  private static let longestShortName = 28

  /// All indicators in the order of the file; faulty ones are left out, but their codes are known.
  mutating func indicators(_ cursor: YAMLCursor) -> [Indicator] {
    var flows: [(flows: Indicator.Flows, map: YAMLMapping)] = []
    let indicators = (cursor.items() ?? []).compactMap { item -> Indicator? in
      guard let map = YAMLMapping(item, .indicator), var indicator = indicator(map)
      else { return nil }
      if let named = map["flows"].flatMap({ YAMLMapping($0, .flows) }) {
        indicator.flows = self.flows(named, of: indicator)
        indicator.flows.map { flows.append(($0, named)) }
      }
      return indicator
    }
    for (named, map) in flows {
      check(named.incoming, map["in"], indicators)
      check(named.outgoing, map["out"], indicators)
    }
    return indicators
  }

  private func flows(_ map: YAMLMapping, of indicator: Indicator) -> Indicator.Flows {
    if indicator.numeratorKind == .flow {
      (map.key("in") ?? map.key("out"))?.add(.flowsOfFlow)
    }
    if map["in"] == nil, map["out"] == nil { map.addOneNeeded(["in", "out"]) }
    return Indicator.Flows(incoming: map["in"]?.code(), outgoing: map["out"]?.code())
  }

  /// What moves a stock must be a flow of the same plan.
  private func check(_ code: String?, _ cursor: YAMLCursor?, _ indicators: [Indicator]) {
    guard let code, let cursor else { return }
    if let flow = indicators.first(where: { $0.code.uppercased() == code.uppercased() }) {
      if flow.numeratorKind != .flow { cursor.add(.notAFlow(flow.code)) }
    } else if indicatorCodes.isWhole, indicatorCodes[code] == nil {
      cursor.add(.indicatorUnknown(code, among: report.candidates(indicatorCodes.codes)))
    }
  }

  private mutating func indicator(_ map: YAMLMapping) -> Indicator? {
    let code = indicatorCodes.declare(map.required("code"))
    let clause = map.required("clause")?.text()
    let name = map.required("name")?.text()
    let shortName = map["short"]?.text(atMost: Self.longestShortName)
    let measure = map.required("measure")?.word(Indicator.Measure.self)
    let numerator = map.required("numerator")?.text()
    let denominator = denominator(map, measure)
    if let code, measure == .count || (measure == .amount && map["denominator"] == nil) {
      indicatorCodes.noteNoDenominator(code)
    }
    let unitOfMeasure = map["unit_of_measure"]?.text() ?? ""
    let decimals = map["decimals"]?.integer(in: 0...FixedDecimal.maximumFractionDigits) ?? 1
    let times = map.required("kind").flatMap {
      IndicatorTimes($0, measure, hasDenominator: map["denominator"] != nil)
    }
    let combination =
      map["over_units"]?.word(Indicator.Combination.self) ?? .sum
    let collected = collected(map["collected"])
    let carriesForward = map["carry_forward"]?.flag() ?? false
    if carriesForward, times?.numerator == .flow { map["carry_forward"]?.add(.flowCarried) }
    let neverFalls = map["never_falls"]?.flag() ?? false
    let reporters = map.required("reported_by").flatMap(reporters)
    let targets = targets(
      map["targets"],
      of: MeasuredBy(
        measure, times, hasDenominator: denominator != nil, combination: combination,
        shortest: carriesForward ? cadence : collected))
    if combination == .unitsMeeting, let targets, !targets.contains(where: \.isPerUnit) {
      map["over_units"]?.add(.nothingToMeet)
    }
    guard let code, let clause, let name, let measure, let numerator, let times, let reporters,
      let collected, let targets
    else { return nil }
    return Indicator(
      code: code, clause: clause, name: name,
      shortName: shortName ?? (name.count <= Self.longestShortName ? name : code),
      unitOfMeasure: unitOfMeasure, measure: measure, numerator: numerator,
      denominator: denominator, numeratorKind: times.numerator, denominatorKind: times.denominator,
      denominatorTime: times.denominatorTime, combination: combination, reporters: reporters,
      collected: collected, carriesForward: carriesForward, neverFalls: neverFalls,
      decimals: decimals, targets: targets)
  }

  /// What the denominator counts: needed by shares and ratios, possible with amounts.
  private func denominator(_ map: YAMLMapping, _ measure: Indicator.Measure?) -> String? {
    switch measure {
    case .share, .ratio: return map.required("denominator")?.text()
    case .count:
      map.key("denominator")?.add(.noDenominator)
      return nil
    case .amount, nil: return map["denominator"]?.text()
    }
  }

  /// How often figures are collected: as often as units report, or less often.
  private func collected(_ cursor: YAMLCursor?) -> Cadence? {
    guard let cursor else { return cadence }
    guard let collected = cursor.word(Cadence.self) else { return nil }
    if let cadence, collected.months < cadence.months {
      cursor.add(.moreOftenThanReported(collected.rawValue, reported: cadence.rawValue))
    }
    return collected
  }

  /// Who reports; a selection that finds nobody during the plan's years is a finding.
  private func reporters(_ cursor: YAMLCursor) -> UnitSelection? {
    guard let selection = cursor.selection(units, .reporters) else { return nil }
    if !findsSomebody(selection) { cursor.add(.unreported) }
    return selection
  }

  /// Whether a unit of a selection exists during the plan's years; true when that cannot be known: of a row
  /// of the register that is faulty nobody knows when its unit is there.
  func findsSomebody(_ selection: UnitSelection) -> Bool {
    guard let units, units.isWhole, let term else { return true }
    let span = DateSpan(
      .first(ofMonth: 1, year: term.lowerBound), .last(ofMonth: 12, year: term.upperBound))
    return units.units.contains { unit in
      selection.contains(unit) && unit.validFrom <= span.last
        && (unit.validTo.map { span.first <= $0 } ?? true)
    }
  }
}

/// `kind:` of an indicator: one word, or a map where numerator and denominator differ.
private struct IndicatorTimes {
  let numerator: Indicator.Accumulation
  let denominator: Indicator.Accumulation
  let denominatorTime: Indicator.DenominatorTime

  init?(_ cursor: YAMLCursor, _ measure: Indicator.Measure?, hasDenominator: Bool) {
    if cursor.rawText != nil {
      guard let kind = cursor.word(Indicator.Accumulation.self) else { return nil }
      (numerator, denominator, denominatorTime) = (kind, kind, .latest)
      return
    }
    guard let map = YAMLMapping(cursor, .kind) else { return nil }
    if measure == .count { cursor.add(.noDenominator) }
    if measure == .amount, !hasDenominator { cursor.add(.denominatorAbsent) }
    let numerator = map.required("numerator")?.word(Indicator.Accumulation.self)
    let denominator = map.required("denominator")?.word(Indicator.Accumulation.self)
    let time = map["denominator_at"]?.word(Indicator.DenominatorTime.self)
    guard let numerator, let denominator else { return nil }
    if numerator == .flow, denominator == .stock {
      _ = map.required("denominator_at")
    } else {
      map.key("denominator_at")?.add(.denominatorTimeNeedless)
    }
    self.numerator = numerator
    self.denominator = denominator
    denominatorTime = time ?? .latest
  }
}

extension MeasuredBy {
  fileprivate init(
    _ measure: Indicator.Measure?, _ times: IndicatorTimes?, hasDenominator: Bool,
    combination: Indicator.Combination, shortest: Cadence?
  ) {
    let hasStockBelow = times?.denominator == .stock
    let isQuotient = measure?.hasDenominator == true || measure == .amount && hasDenominator
    let isSum = measure == .count || measure == .amount && !hasDenominator
    self.measure = measure
    self.combination = combination
    isFlow = times?.numerator == .flow
    isOverStock = isFlow && hasStockBelow && isQuotient
    accumulates = isFlow && (hasStockBelow || isSum)
    self.shortest = shortest
  }
}
