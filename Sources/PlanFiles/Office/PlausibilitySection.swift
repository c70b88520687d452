internal import PlanModel

/// Reads `plausibility:` of `organisation.yaml`; what it leaves out has the defaults of the model.
enum PlausibilitySection {
  static func read(_ cursor: YAMLCursor) -> PlausibilityLimits {
    var limits = PlausibilityLimits()
    guard let map = YAMLMapping(cursor, .plausibility) else { return limits }
    func set(
      _ key: String, _ range: ClosedRange<Int>, _ path: WritableKeyPath<PlausibilityLimits, Int>
    ) {
      if let number = map[key]?.integer(in: range) { limits[keyPath: path] = number }
    }
    set("deviations", 2...100, \.deviations)
    // a median of fewer than three others is no measure
    set("fewest_peers", 3...1000, \.fewestPeers)
    set("fewest_periods", 3...100, \.fewestPeriods)
    set("growth", 2...1000, \.growth)
    set("least_growth", 0...1_000_000_000, \.leastGrowth)
    set("full_units", 2...100_000, \.fullUnits)
    set("heap_units", 2...100_000, \.heapUnits)
    if let width = map["heap_width"]?.part() { limits.heapWidth = width }
    if let share = map["heap_share"]?.part() { limits.heapShare = share }
    return limits
  }
}
