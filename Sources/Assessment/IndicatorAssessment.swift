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
///
/// What the documents speak of is kept; the cells of all units, which may be hundreds of thousands, are
/// reckoned again when somebody asks for them and they could not all be kept (`CellStore`).
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

  /// A unit whose own verdict in the main window is bad.
  public struct ShortUnit: Sendable {
    /// Its code.
    public let unit: String
    /// `notMet` or `behind`.
    public let verdict: Verdict
    /// What its numerator lacks of the target; nil when nothing, or when that cannot be said.
    public let lacking: FixedDecimal?
  }

  /// The indicator.
  public let indicator: Indicator
  /// The root's code.
  public let root: String
  /// The cells of the root, one for each window.
  public let totals: [IndicatorCell]
  /// How many cells it has.
  public let cellCount: Int
  /// How many outcomes they have beside their own: those of further targets.
  public let otherOutcomeCount: Int
  /// The units that fall short, in the register's order.
  public let shortUnits: [ShortUnit]
  /// The units whose figures before and after a reorganisation cannot be held together in the main
  /// window, in the register's order.
  public let brokenUnits: [String]
  /// The total that the present one is compared with; nil when nothing comparable was collected.
  public internal(set) var comparison: Comparison?
  /// The total of the period just before: of a flow, what flowed in that period alone.
  public internal(set) var previousPeriod: Comparison?
  /// The total of the same period last year, in the main window.
  public internal(set) var sameLastYear: Comparison?

  private let store: CellStore
  private let reckon: @Sendable () -> [IndicatorCell]

  init(
    indicator: Indicator, root: String, cells: [IndicatorCell], store: CellStore,
    reckon: @escaping @Sendable () -> [IndicatorCell]
  ) {
    self.indicator = indicator
    self.root = root
    self.store = store
    self.reckon = reckon
    store.keep(cells, of: indicator.code)
    cellCount = cells.count
    otherOutcomeCount = cells.reduce(0) { $0 + $1.others.count }
    let totals = Array(cells.prefix { $0.unit == root })
    self.totals = totals
    let main = Self.mainWindow(of: indicator, totals)
    let own = cells.lazy.filter { !$0.isTotal && $0.unit != root && $0.window == main }
    shortUnits = own.filter { $0.verdict == .notMet || $0.verdict == .behind }.map {
      ShortUnit(unit: $0.unit, verdict: $0.verdict, lacking: $0.lacking)
    }
    brokenUnits = cells.filter { $0.isBroken && $0.window == main }.map(\.unit)
  }

  /// The cells: units in the register's order, the root first; of each, its windows.
  public var cells: [IndicatorCell] { store.cells(of: indicator.code, reckon).all }

  /// The cell of a unit in a window.
  public func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
    if unit == root { return totals.first { $0.window == window } }
    return store.cells(of: indicator.code, reckon).cell(unit, window)
  }

  /// The window the plan's target speaks of, in which the indicator is reported first.
  ///
  /// Where targets of several windows apply, the one of the target that binds.
  public var mainWindow: Window { Self.mainWindow(of: indicator, totals) }

  private static func mainWindow(of indicator: Indicator, _ totals: [IndicatorCell]) -> Window {
    totals.filter { $0.target != nil }.binding?.window
      ?? (indicator.numeratorKind == .stock ? .point : .year)
  }

  /// The targets that apply to the total beside its own, those of other windows as well.
  public var otherOutcomes: [IndicatorCell.Outcome] {
    guard let total else { return [] }
    let elsewhere = totals.filter { $0.window != total.window }
    return total.others + elsewhere.flatMap { [$0.outcome].compactMap(\.self) + $0.others }
  }

  /// The total in the main window.
  public var total: IndicatorCell? { cell(root, mainWindow) }
}

extension IndicatorCell {
  /// What the numerator lacks of the target; nil when nothing, or when that cannot be said.
  public var lacking: FixedDecimal? {
    guard let needed = pace?.needed, let number = tally.numerator, number < needed else {
      return nil
    }
    return needed - number
  }
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
