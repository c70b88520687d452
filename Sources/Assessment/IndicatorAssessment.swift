public import PlanModel

/// The value of an indicator for one unit, or for all units under one, in a window.
public struct IndicatorCell: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// Whether it stands for the units below it, not for figures of its own.
  public let isTotal: Bool
  /// The window.
  public let window: Window
  /// Numerator and denominator, with their sources.
  public let tally: Tally
  /// The value; nil when there is none.
  public let value: Ratio?
  /// The target that applies, of milestones the one in force, of a change with the number it is counted
  /// from; nil when none does.
  public let target: Target?
  /// What the value means against it.
  public let verdict: Verdict
  /// What the target asks in numbers; nil when that cannot be said.
  public let pace: Pace?
  /// Between which values it lies, whatever the missing figures are; nil when none is missing.
  public let bounds: ValueBounds?
  /// The units that have a figure for the whole window, by code, in the register's order.
  public let countedUnits: [String]
  /// The units that should have one.
  public let expectedUnits: [String]
  /// Whether the unit says that the indicator does not apply to it.
  public let isNotApplicable: Bool

  /// The expected units without a full figure.
  public var missingUnits: [String] {
    let counted = Set(countedUnits)
    return expectedUnits.filter { !counted.contains($0) }
  }
}

/// An indicator in a period: every cell of it, and the total at an earlier time to compare with.
public struct IndicatorAssessment: Sendable {
  /// The earlier total.
  public struct Comparison: Sendable {
    /// The period it is of.
    public let period: Period
    /// The total then.
    public let cell: IndicatorCell
  }

  /// The indicator.
  public let indicator: Indicator
  /// The cells: units in the register's order, the root first; of each, its windows.
  public let cells: [IndicatorCell]
  /// The total that the present one is compared with; nil when nothing comparable was collected.
  public let comparison: Comparison?
  /// The root's code.
  public let root: String

  private struct Key: Hashable {
    let unit: String
    let window: Window
  }

  private let places: [Key: Int]

  init(indicator: Indicator, cells: [IndicatorCell], comparison: Comparison?, root: String) {
    self.indicator = indicator
    self.cells = cells
    self.comparison = comparison
    self.root = root
    places = Dictionary(
      cells.enumerated().map { (Key(unit: $1.unit, window: $1.window), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a unit in a window.
  public func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
    places[Key(unit: unit, window: window)].map { cells[$0] }
  }

  /// The window the plan's target speaks of, in which the indicator is reported first.
  public var mainWindow: Window {
    cells.first { $0.unit == root && $0.target != nil }?.window
      ?? (indicator.numeratorKind == .stock ? .point : .year)
  }

  /// The total in the main window.
  public var total: IndicatorCell? { cell(root, mainWindow) }
}
