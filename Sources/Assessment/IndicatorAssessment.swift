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
  /// The other targets that apply at the same time, each with what the value means against it.
  public private(set) var others: [Outcome] = []
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
  /// How it has moved since the earlier figure its target's change is counted from, over the units that
  /// have both; nil when the target asks for no change, states its base itself, or no unit has both.
  public let movement: Movement?
  /// The units that were reorganised and whose figures are in it, added or divided as the office declared.
  public let convertedFrom: [String]
  /// Whether a reorganisation inside the window divided the unit in a way the office has not declared, so
  /// that its figures before and after cannot be held together.
  public let isBroken: Bool

  /// A target with what a value means against it.
  public struct Outcome: Hashable, Sendable {
    /// The window the value is of.
    public let window: Window
    /// The target.
    public let target: Target
    /// The value; of what each unit owes, the part of the units that meet this one.
    public let value: Ratio?
    /// What it means.
    public let verdict: Verdict
  }

  /// The same value under several targets: the one that binds first, the others beside it.
  static func together(_ cells: [IndicatorCell]) -> IndicatorCell? {
    guard var first = cells.binding else { return nil }
    first.others = cells.filter { $0.target != first.target }.compactMap(\.outcome)
    return first
  }

  /// The cell's own target with what it means; nil when none applies.
  fileprivate var outcome: Outcome? {
    target.map { Outcome(window: window, target: $0, value: value, verdict: verdict) }
  }

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
    /// How the total has moved since, over the same units; nil when it cannot be said.
    public let movement: Movement?
    /// Whether the two totals as they stand are of the same units, so that one less the other is a change.
    public let isLikeForLike: Bool
    /// Whether other units are expected now than then, and the register does not say what became of them.
    public let isReorganised: Bool
  }

  /// The indicator.
  public let indicator: Indicator
  /// The cells: units in the register's order, the root first; of each, its windows.
  public let cells: [IndicatorCell]
  /// The total that the present one is compared with; nil when nothing comparable was collected.
  public let comparison: Comparison?
  /// The total of the period just before: of a flow, what flowed in that period alone.
  public let previousPeriod: Comparison?
  /// The total of the same period last year, in the main window.
  public let sameLastYear: Comparison?
  /// The root's code.
  public let root: String

  private struct Key: Hashable {
    let unit: String
    let window: Window
  }

  private let indexes: [Key: Int]

  init(
    indicator: Indicator, cells: [IndicatorCell], comparison: Comparison? = nil,
    previousPeriod: Comparison? = nil, sameLastYear: Comparison? = nil, root: String
  ) {
    self.previousPeriod = previousPeriod
    self.sameLastYear = sameLastYear
    self.indicator = indicator
    self.cells = cells
    self.comparison = comparison
    self.root = root
    indexes = Dictionary(
      cells.enumerated().map { (Key(unit: $1.unit, window: $1.window), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a unit in a window.
  public func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
    indexes[Key(unit: unit, window: window)].map { cells[$0] }
  }

  /// The window the plan's target speaks of, in which the indicator is reported first.
  ///
  /// Where targets of several windows apply, the one of the target that binds.
  public var mainWindow: Window {
    cells.filter { $0.unit == root && $0.target != nil }.binding?.window
      ?? (indicator.numeratorKind == .stock ? .point : .year)
  }

  /// The targets that apply to the total beside its own, those of other windows as well.
  public var otherOutcomes: [IndicatorCell.Outcome] {
    guard let total else { return [] }
    let elsewhere = cells.filter { $0.unit == root && $0.window != total.window }
    return total.others + elsewhere.flatMap { [$0.outcome].compactMap(\.self) + $0.others }
  }

  /// The total in the main window.
  public var total: IndicatorCell? { cell(root, mainWindow) }
}

extension [IndicatorCell] {
  /// The cell whose target binds; of several alike the first.
  fileprivate var binding: IndicatorCell? {
    // not min(by:), which promises nothing about equals
    reduce(nil as IndicatorCell?) { best, cell in
      guard let best, cell.verdict.weight >= best.verdict.weight else { return cell }
      return best
    }
  }
}
