internal import PlanModel

/// What a target is held against while it is read; nil where that cannot be read.
struct MeasuredBy {
  let measure: Indicator.Measure?
  let combination: Indicator.Combination
  /// The shortest cadence in which there is something to judge.
  let shortest: Cadence?
}

/// `targets:` of an indicator.
extension PlanReader {
  private static let comparisons = [
    "above", "at_least", "below", "at_most", "exactly", "maintain", "between", "about",
  ]
  private static let schedules = ["every", "by", "over"]
  private static let targetKeys = YAMLKeys(
    what: "a target", known: comparisons + ["tolerance"] + schedules + ["from", "to", "per"],
    unsupported: ["increase", "decrease", "exists", "milestones", "path"])

  /// All targets of an indicator; nil when one of them is faulty.
  func targets(_ cursor: YAMLCursor?, of indicator: MeasuredBy) -> [Target]? {
    guard let cursor else { return [] }
    return cursor.list { target($0, indicator) }
  }

  private func target(_ cursor: YAMLCursor, _ indicator: MeasuredBy) -> Target? {
    guard let map = YAMLMapping(cursor, Self.targetKeys) else { return nil }
    let comparison = comparison(map, indicator.measure)
    let schedule = schedule(map, indicator)
    let isPerUnit = perUnit(map, indicator)
    guard let comparison, let schedule, let isPerUnit else { return nil }
    return Target(comparison, schedule, isPerUnit: isPerUnit)
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

  // MARK: - how values are held against it

  private func comparison(
    _ map: YAMLMapping, _ measure: Indicator.Measure?
  ) -> Target.Comparison? {
    let names = map.present(Self.comparisons)
    guard let name = names.first, let cursor = map[name] else {
      // a form that is not supported yet has been reported already
      if !Self.targetKeys.unsupported.contains(where: { map.key($0) != nil }) {
        map.addOneNeeded(Self.comparisons)
      }
      return nil
    }
    guard names.count == 1 else {
      map.cursor.add(.keysExclusive(names, in: Self.targetKeys.what))
      return nil
    }
    if name != "about" {
      map.key("tolerance")?.add(.keyOnlyWith("tolerance", "about", in: "a target"))
    }
    switch name {
    case "between": return between(cursor, measure)
    case "about": return about(cursor, map, measure)
    default: break
    }
    guard let bound = bound(cursor, measure) else { return nil }
    switch name {
    case "above":
      if measure == .share, bound == FixedDecimal(1) {
        cursor.add(.shareImpossible("above", cursor.rawText ?? ""))
        return nil
      }
      return .above(bound)
    case "at_least": return .atLeast(bound)
    case "below":
      if measure != .amount, bound == .zero {
        cursor.add(.shareImpossible("below", cursor.rawText ?? ""))
        return nil
      }
      return .below(bound)
    case "at_most": return .atMost(bound)
    case "exactly": return .exactly(bound)
    default: return .maintain(bound)
    }
  }

  private func between(_ cursor: YAMLCursor, _ measure: Indicator.Measure?) -> Target.Comparison? {
    guard let items = cursor.items() else { return nil }
    guard items.count == 2 else {
      cursor.add(.twoBounds(items.count))
      return nil
    }
    let bounds = items.map { bound($0, measure) }
    guard let low = bounds[0], let high = bounds[1] else { return nil }
    guard low < high else {
      items[1].add(.rangeReversed(items[0].rawText ?? "", items[1].rawText ?? ""))
      return nil
    }
    return .between(low, high)
  }

  private func about(
    _ cursor: YAMLCursor, _ map: YAMLMapping, _ measure: Indicator.Measure?
  ) -> Target.Comparison? {
    let centre = bound(cursor, measure)
    let tolerance = map.required("tolerance").flatMap { bound($0, measure) }
    guard let centre, let tolerance else { return nil }
    return .about(centre, tolerance: tolerance)
  }

  /// A number that suits the measure: shares lie between 0 and 1, counts are whole, and only rates
  /// are written with a percent sign.
  private func bound(_ cursor: YAMLCursor, _ measure: Indicator.Measure?) -> FixedDecimal? {
    guard let quantity = cursor.quantity() else { return nil }
    let text = cursor.rawText ?? ""
    let value = quantity.value
    let complaint: Complaint?
    switch measure {
    case .share where value > FixedDecimal(1): complaint = .shareTooLarge(text)
    case .count where quantity.isPercent, .amount where quantity.isPercent:
      complaint = .percentMisplaced(text, measure: measure?.rawValue ?? "")
    case .count where !value.isWhole: complaint = .notWhole(text)
    case .amount: complaint = nil
    default: complaint = value < .zero ? .negative(text) : nil
    }
    if let complaint {
      cursor.add(complaint)
      return nil
    }
    return value
  }

  // MARK: - when it applies

  private func schedule(_ map: YAMLMapping, _ indicator: MeasuredBy) -> Target.Schedule? {
    let names = map.present(Self.schedules)
    if names.first != "every" {
      for name in ["from", "to"] {
        map.key(name)?.add(.keyOnlyWith(name, "every", in: Self.targetKeys.what))
      }
    }
    guard let name = names.first, let cursor = map[name] else {
      if map.key("milestones") == nil {
        map.addOneNeeded(Self.schedules)
      }
      return nil
    }
    guard names.count == 1 else {
      map.cursor.add(.keysExclusive(names, in: Self.targetKeys.what))
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
    guard let cadence else { return nil }
    // a bound that is there and faulty has its finding; the target is of no use without it
    if case .some(.none) = from { return nil }
    if case .some(.none) = to { return nil }
    return .every(cadence, from: from ?? nil, to: to ?? nil)
  }

  /// A year of the plan's term.
  private func year(_ cursor: YAMLCursor) -> Int? {
    guard let year = cursor.year() else { return nil }
    if let term, !term.contains(year) {
      cursor.add(.outsideTerm(year, term))
      return nil
    }
    return year
  }
}
