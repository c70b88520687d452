/// From where on a figure is to be explained; an office may set each (`plausibility:` of organisation.yaml).
public struct PlausibilityLimits: Hashable, Sendable {
  /// How many deviations from the median of its peers a rate may lie.
  public var deviations = 5
  /// How many peers there must be at least: with fewer no median says anything.
  public var fewestPeers = 4
  /// How many earlier periods there must be at least.
  public var fewestPeriods = 4
  /// How many times the median of its own past a sum of a period may be.
  public var growth = 3
  /// By how much it must exceed that median besides: counts that small jump.
  public var leastGrowth = 10
  /// From how many units on it is remarkable that all report exactly 100%.
  public var fullUnits = 5
  /// From how many units on figures are looked at for heaps.
  public var heapUnits = 5
  /// How far above a threshold a heap reaches, as a part of one: half a point.
  public var heapWidth = FixedDecimal(5, fractionDigits: 3)
  /// Which part of the units makes a heap.
  public var heapShare = FixedDecimal(5, fractionDigits: 1)

  /// The program's own limits.
  public init() {}
}
