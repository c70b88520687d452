internal import PlanModel

/// What a target is held against while it is read; nil where that cannot be read.
struct MeasuredBy {
  let measure: Indicator.Measure?
  let combination: Indicator.Combination
  /// Whether its figures are sums over time.
  let isFlow: Bool
  /// Whether they stand over a stock: over several years no single one would fit.
  let isOverStock: Bool
  /// Whether its values build up from nothing: sums that no other sums stand under.
  let accumulates: Bool
  /// The shortest cadence in which there is something to judge.
  let shortest: Cadence?
}

/// `targets:` of an indicator.
extension PlanReader {
  static let schedules = ["every", "by", "over"]

  /// All targets of an indicator; nil when one of them is faulty.
  func targets(_ cursor: YAMLCursor?, of indicator: MeasuredBy) -> [Target]? {
    guard let cursor else { return [] }
    var placed: [PlacedTarget] = []
    let targets = cursor.list { item -> Target? in
      let target = target(item, indicator)
      if let target { placed.append(PlacedTarget(target: target, cursor: item)) }
      return target
    }
    for item in placed where indicator.isOverStock && !item.target.isOfEachPeriod {
      item.cursor.add(.targetUnjudged)
    }
    if indicator.combination == .unitsMeeting { checkObligations(placed) }
    TargetConflicts(isFlow: indicator.isFlow).check(placed, term: term)
    return targets
  }

  /// Where units are counted that meet what each owes, there is no sum for another target to be held against.
  private func checkObligations(_ placed: [PlacedTarget]) {
    guard placed.contains(where: \.target.isPerUnit) else { return }
    for item in placed {
      if !item.target.isPerUnit {
        item.cursor.add(.sumUncounted)
      } else if let change = item.target.comparison.change, change.amount == nil {
        item.cursor.add(.directionOfEach)
      }
    }
  }

  private func target(_ cursor: YAMLCursor, _ indicator: MeasuredBy) -> Target? {
    guard let map = YAMLMapping(cursor, .target) else { return nil }
    let isPerUnit = perUnit(map, indicator)
    let start = map["base"].map { self.start($0, indicator.measure) }
    if map.present(Self.comparisons) == ["milestones"] {
      let milestones = map["milestones"].flatMap { self.milestones($0, indicator.measure) }
      let path = path(map, hasStart: map["base"] != nil)
      guard let milestones, let path, let isPerUnit, !isFaulty(start) else { return nil }
      if let begun = start ?? nil, let first = milestones.first {
        if begun.year >= first.year {
          map.key("base")?.add(.startTooLate(begun.year, target: first.year))
        }
        checkWay(map.key("base"), from: begun, to: first.comparison, indicator)
      }
      if path == .linear, milestones.contains(where: \.comparison.isMaintained) {
        map.key("path")?.add(.maintainedOnTheWay("path: linear"))
      }
      return Target(milestones, path, isPerUnit: isPerUnit, start: start ?? nil)
    }
    map.key("path")?.add(.keyOnlyWith("path", "milestones", in: YAMLKeys.target.what))
    let comparison = comparison(map, indicator.measure, in: .target)
    let schedule = schedule(map, indicator)
    checkStart(map, comparison, schedule, start ?? nil, indicator)
    guard let comparison, let schedule, let isPerUnit, !isFaulty(start) else { return nil }
    checkBase(map, comparison, schedule)
    return Target(comparison, schedule, isPerUnit: isPerUnit, start: start ?? nil)
  }

  /// Only what is to be reached by the end of a year has a way to it that can begin somewhere.
  private func checkStart(
    _ map: YAMLMapping, _ comparison: Target.Comparison?, _ schedule: Target.Schedule?,
    _ start: Target.Start?, _ indicator: MeasuredBy
  ) {
    guard let key = map.key("base"), let schedule else { return }
    if comparison?.change != nil {
      key.add(.keysExclusive(["base", "against"], in: YAMLKeys.target.what))
    } else if case .by(let year) = schedule {
      if let start, start.year >= year { key.add(.startTooLate(start.year, target: year)) }
      if comparison?.isMaintained == true {
        key.add(.maintainedOnTheWay("base"))
      } else if let start, let comparison {
        checkWay(key, from: start, to: comparison, indicator)
      }
    } else {
      key.add(.keyOnlyWith("base", "by", in: YAMLKeys.target.what))
    }
  }

  /// A way leads up to a floor and down to a ceiling, and of a sum over the term begins with nothing.
  private func checkWay(
    _ key: YAMLCursor?, from start: Target.Start, to comparison: Target.Comparison,
    _ indicator: MeasuredBy
  ) {
    guard let key else { return }
    if comparison.leadsBack(from: start.value), let bound = comparison.threshold {
      key.add(
        .startBeyond(
          start.value, bound.numerator, isFloor: comparison.favoursMore,
          isRate: indicator.measure?.hasDenominator ?? false))
    }
    guard indicator.accumulates, let term, start.year < term.lowerBound else { return }
    if start.value != .zero || start.year != term.lowerBound - 1 {
      key.add(.startOutsideSum(start.year, first: term.lowerBound))
    }
  }

  /// A number of steps from the figure of a year ago is asked for every year, not by one of them.
  private func checkBase(
    _ map: YAMLMapping, _ comparison: Target.Comparison, _ schedule: Target.Schedule
  ) {
    guard let change = comparison.change, change.amount != nil, let key = map.key(comparison.name)
    else { return }
    switch (schedule, change.base) {
    case (.every, _): break
    case (.by(let year), .fixed(let start)):
      if start.year >= year { key.add(.startTooLate(start.year, target: year)) }
    case (_, .fixed): break
    case (_, .previousYear), (_, .previousPeriod): key.add(.baseMoves)
    }
  }

  private func perUnit(_ map: YAMLMapping, _ indicator: MeasuredBy) -> Bool? {
    guard let cursor = map["per"] else { return false }
    guard let text = cursor.text() else { return nil }
    guard text == "unit" else {
      cursor.add(.valueUnknown(text, among: ["unit"]))
      return nil
    }
    if indicator.combination != .unitsMeeting { cursor.add(.perUnitAdded) }
    return true
  }

  // MARK: - when it applies

  private func schedule(_ map: YAMLMapping, _ indicator: MeasuredBy) -> Target.Schedule? {
    let names = map.present(Self.schedules)
    if names.first != "every" {
      for name in ["from", "to"] {
        map.key(name)?.add(.keyOnlyWith(name, "every", in: YAMLKeys.target.what))
      }
    }
    guard let name = names.first, let cursor = map[name] else {
      map.addOneNeeded(Self.schedules)
      return nil
    }
    guard names.count == 1 else {
      map.cursor.add(.keysExclusive(names, in: YAMLKeys.target.what))
      return nil
    }
    switch name {
    case "every": return every(cursor, map, indicator)
    case "by": return year(cursor).map { .by($0) }
    default:
      guard let text = cursor.text() else { return nil }
      guard text == "term" else {
        cursor.add(.valueUnknown(text, among: ["term"]))
        return nil
      }
      return .overTerm
    }
  }

  private func every(
    _ cursor: YAMLCursor, _ map: YAMLMapping, _ indicator: MeasuredBy
  ) -> Target.Schedule? {
    let cadence = cursor.word(Cadence.self)
    if let cadence, let shortest = indicator.shortest, cadence.months < shortest.months {
      cursor.add(.moreOftenThanReported(cadence.rawValue, reported: shortest.rawValue))
    }
    let from = map["from"].map(year)
    let to = map["to"].map(year)
    if case .some(.some(let first)) = from, case .some(.some(let last)) = to, last < first {
      map["to"]?.add(.rangeReversed("\(first)", "\(last)"))
    }
    // of no use without a bound that is there and faulty
    guard let cadence, !isFaulty(from), !isFaulty(to) else { return nil }
    return .every(cadence, from: from ?? nil, to: to ?? nil)
  }

  /// A year of the plan's term.
  func year(_ cursor: YAMLCursor) -> Int? {
    guard let year = cursor.year() else { return nil }
    if let term, !term.contains(year) {
      cursor.add(.outsideTerm(year, term))
      return nil
    }
    return year
  }
}

extension Target.Comparison {
  /// Whether it holds all the time, so that no way leads to it.
  var isMaintained: Bool {
    if case .maintain = self { return true }
    return false
  }

  /// Whether a way from a number to it would lead away from where it is met: down to a floor, up to a
  /// ceiling. What is to be hit may lie on either side.
  func leadsBack(from start: FixedDecimal) -> Bool {
    guard change == nil, turningPoints.isEmpty, let threshold else { return false }
    return favoursMore ? Ratio(start) > threshold : Ratio(start) < threshold
  }
}

extension Target {
  /// Whether it is held against one year, or a part of it, at a time.
  fileprivate var isOfEachPeriod: Bool {
    if case .every = schedule { return true }
    return false
  }
}
