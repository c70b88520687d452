internal import PlanModel

/// How values are held against a target.
extension PlanReader {
  static let comparisons = numbers + ["increase", "decrease", "exists", "milestones"]
  static let numbers = [
    "above", "at_least", "below", "at_most", "exactly", "maintain", "between", "about",
  ]

  /// The comparison among the keys of a target, or of a milestone.
  func comparison(
    _ map: YAMLMapping, _ measure: Indicator.Measure?, in keys: YAMLKeys
  ) -> Target.Comparison? {
    let possible = Self.comparisons.filter(keys.known.contains)
    let names = map.present(possible)
    guard let name = names.first, let cursor = map[name] else {
      map.addOneNeeded(possible)
      return nil
    }
    guard names.count == 1 else {
      map.cursor.add(.keysExclusive(names, in: keys.what))
      return nil
    }
    if name != "about" {
      map.key("tolerance")?.add(.keyOnlyWith("tolerance", "about", in: keys.what))
    }
    switch name {
    case "between": return between(cursor, measure)
    case "about": return about(cursor, map, measure)
    case "increase": return change(cursor, measure, isIncrease: true).map { .increase($0) }
    case "decrease": return change(cursor, measure, isIncrease: false).map { .decrease($0) }
    case "exists": return exists(cursor, measure)
    default: return plain(name, cursor, measure)
    }
  }

  private func plain(
    _ name: String, _ cursor: YAMLCursor, _ measure: Indicator.Measure?
  ) -> Target.Comparison? {
    guard let bound = bound(cursor, measure) else { return nil }
    let isFloor = name == "at_least" || name == "maintain"
    if isFloor && bound == .zero
      || name == "at_most" && measure == .share && bound == FixedDecimal(1)
    {
      cursor.add(.targetEmpty(name, cursor.rawText ?? ""))
    }
    switch name {
    case "above":
      if measure == .share, bound == FixedDecimal(1) {
        cursor.add(.shareImpossible("above", cursor.rawText ?? ""))
        return nil
      }
      return .above(bound)
    case "at_least": return .atLeast(bound)
    case "below":
      if bound == .zero {
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
    if low == .zero { items[0].add(.rangeEmpty(items[1].rawText ?? "")) }
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

  /// A number that suits the measure, such as figures can make: none is below zero, shares lie between 0
  /// and 1, counts are whole, and only rates are written with a percent sign.
  func bound(_ cursor: YAMLCursor, _ measure: Indicator.Measure?) -> FixedDecimal? {
    guard let quantity = cursor.quantity() else { return nil }
    let text = cursor.rawText ?? ""
    let value = quantity.value
    let complaint: Complaint?
    switch measure {
    case .share where value > FixedDecimal(1): complaint = .shareTooLarge(text)
    case .count where quantity.isPercent, .amount where quantity.isPercent:
      complaint = .percentMisplaced(text, measure: measure?.rawValue ?? "")
    case .count where !value.isWhole: complaint = .notWhole(text)
    default: complaint = value < .zero ? .negative(text) : nil
    }
    if let complaint {
      cursor.add(complaint)
      return nil
    }
    return value
  }

  /// `exists: true`: at least one, which only a count can say.
  private func exists(
    _ cursor: YAMLCursor, _ measure: Indicator.Measure?
  ) -> Target.Comparison? {
    guard let text = cursor.text() else { return nil }
    guard text == "true" else {
      cursor.add(.valueUnknown(text, among: ["true"]))
      return nil
    }
    if let measure, measure != .count { cursor.add(.existsUncounted(measure: measure.rawValue)) }
    return .exists
  }

  // MARK: - changes

  private static let bases = ["previous_year", "previous_period", "{year: 2020, value: 45%}"]

  /// `{by: 2%, against: previous_year}`; without `by` a direction only.
  private func change(
    _ cursor: YAMLCursor, _ measure: Indicator.Measure?, isIncrease: Bool
  ) -> Target.Change? {
    guard let map = YAMLMapping(cursor, .change) else { return nil }
    let base = map.required("against").flatMap { self.base($0, measure) }
    let amount = map["by"].map { self.amount($0, measure) }
    guard let base, !isFaulty(amount) else { return nil }
    let change = Target.Change(amount ?? nil, against: base)
    if change.isPartOfNothing, let by = map["by"] {
      by.add(.partOfNothing(by.rawText ?? ""))
    } else if !isIncrease, case .part(let part) = change.amount, part > FixedDecimal(1),
      base.start == nil, let by = map["by"]
    {
      // nothing can fall by more than there is, whatever the base turns out to be
      by.add(.changeTooFar(by.rawText ?? ""))
    }
    let comparison: Target.Comparison = isIncrease ? .increase(change) : .decrease(change)
    if let level = comparison.threshold, let by = map["by"] {
      if measure == .share, level > Ratio(FixedDecimal(1)) {
        by.add(.changeTooFar(by.rawText ?? ""))
      } else if level < Ratio(.zero) {
        by.add(.changeTooFar(by.rawText ?? ""))
      }
    }
    return change
  }

  private func base(_ cursor: YAMLCursor, _ measure: Indicator.Measure?) -> Target.Change.Base? {
    if case .map = cursor.kindName { return start(cursor, measure).map { .fixed($0) } }
    guard let text = cursor.text() else { return nil }
    switch text {
    case "previous_year": return .previousYear
    case "previous_period": return .previousPeriod
    default:
      cursor.add(.valueUnknown(text, among: Self.bases))
      return nil
    }
  }

  /// How far: points of a rate, a number or a part of the base of anything else.
  private func amount(
    _ cursor: YAMLCursor, _ measure: Indicator.Measure?
  ) -> Target.Change.Amount? {
    guard let quantity = cursor.quantity() else { return nil }
    let text = cursor.rawText ?? ""
    guard quantity.value > .zero else {
      cursor.add(.changeNotForward(text))
      return nil
    }
    let isRate = measure?.hasDenominator ?? true
    if !isRate, quantity.isPercent { return .part(quantity.value) }
    if measure == .share, quantity.value > FixedDecimal(1) {
      cursor.add(.shareTooLarge(text))
      return nil
    }
    if measure == .count, !quantity.value.isWhole {
      cursor.add(.notWhole(text))
      return nil
    }
    return .by(quantity.value)
  }

  /// `{year: 2020, value: 45%}`: what there was at the end of a year, of the term or before it.
  func start(_ cursor: YAMLCursor, _ measure: Indicator.Measure?) -> Target.Start? {
    guard let map = YAMLMapping(cursor, .base) else { return nil }
    let year = map.required("year")?.year()
    let value = map.required("value").flatMap { self.bound($0, measure) }
    guard let year, let value else { return nil }
    return Target.Start(year: year, value)
  }

  // MARK: - milestones

  /// `[{year: 2025, at_least: 80%}, {year: 2030, at_least: 100%}]`, in order of the years.
  func milestones(_ cursor: YAMLCursor, _ measure: Indicator.Measure?) -> [Target.Milestone]? {
    guard let items = cursor.items() else { return nil }
    guard !items.isEmpty else {
      cursor.add(.milestonesMissing)
      return nil
    }
    var last: Int?
    let read = items.map { item -> Target.Milestone? in
      guard let map = YAMLMapping(item, .milestone) else { return nil }
      let year = map.required("year").flatMap(year)
      if let year, let last, year <= last {
        map["year"]?.add(
          year == last ? .valueRepeated("\(year)") : .milestoneEarly(year, after: last))
      }
      last = year ?? last
      let comparison = comparison(map, measure, in: .milestone)
      guard let year, let comparison else { return nil }
      return Target.Milestone(year: year, comparison)
    }
    let milestones = read.compactMap(\.self)
    return milestones.count == items.count ? milestones : nil
  }

  /// `path: step` or `linear`; step when nothing is said.
  func path(_ map: YAMLMapping, hasStart: Bool) -> Target.Path? {
    for name in ["every", "by", "over"] {
      map.key(name)?.add(.keysExclusive(["milestones", name], in: YAMLKeys.target.what))
    }
    for name in ["tolerance", "from", "to"] {
      map.key(name)?.add(.keyNotWith(name, "milestones", in: YAMLKeys.target.what))
    }
    let path = map["path"].map { $0.word(Target.Path.self) } ?? .step
    if path == .step, hasStart {
      map.key("base")?.add(.keyOnlyWith("base", "path: linear", in: YAMLKeys.target.what))
    }
    return path
  }
}
