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
  /// The coverage by members; nil when the register does not know the size of every unit.
  public let members: Members?
  /// The periods of the window of which a unit has no figure; empty of a total.
  public let gaps: [Period]
  /// The units that were reorganised and whose figures are in it, added or divided as the office declared.
  public let convertedFrom: [String]
  /// Whether a reorganisation inside the window divided the unit in a way the office has not declared, so
  /// that its figures before and after cannot be held together.
  public let isBroken: Bool

  /// How many members the units have that are counted, and those that are expected.
  public struct Members: Hashable, Sendable {
    /// Members of the counted units.
    public let counted: Int
    /// Members of the expected units.
    public let expected: Int
  }

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
    /// The total then, in the structure of units of now.
    public let cell: IndicatorCell
    /// Whether it rests on the same units as the total now, those reorganised taken together.
    public let hasSameUnits: Bool
    /// Whether other units are expected now than then, and the register does not say what became of them.
    public let isReorganised: Bool
  }

  /// The indicator.
  public let indicator: Indicator
  /// The cells: units in the register's order, the root first; of each, its windows.
  public let cells: [IndicatorCell]
  /// The total that the present one is compared with; nil when nothing comparable was collected.
  public internal(set) var comparison: Comparison?
  /// The total of the period just before: of a flow, what flowed in that period alone.
  public internal(set) var previousPeriod: Comparison?
  /// The total of the same period last year, in the main window.
  public internal(set) var sameLastYear: Comparison?
  /// The root's code.
  public let root: String

  /// Where the cells of each unit begin.
  private let firsts: [String: Int]

  init(indicator: Indicator, cells: [IndicatorCell], root: String) {
    self.indicator = indicator
    self.cells = cells
    self.root = root
    var firsts: [String: Int] = [:]
    firsts.reserveCapacity(cells.count)
    for (place, cell) in cells.enumerated() where firsts[cell.unit] == nil {
      firsts[cell.unit] = place
    }
    self.firsts = firsts
  }

  /// The cell of a unit in a window.
  public func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
    guard let first = firsts[unit] else { return nil }
    return cells[first...].prefix { $0.unit == unit }.first { $0.window == window }
  }

  /// The window the plan's target speaks of, in which the indicator is reported first.
  public var mainWindow: Window {
    cells.first { $0.unit == root && $0.target != nil }?.window
      ?? (indicator.numeratorKind == .stock ? .point : .year)
  }

  /// The total in the main window.
  public var total: IndicatorCell? { cell(root, mainWindow) }
}
