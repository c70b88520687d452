public import PlanModel

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
    /// How the total has moved since, over the same units; nil when it cannot be said.
    public let movement: Movement?
    /// Whether the two totals as they stand are of the same units, so that one less the other is a change.
    public let isLikeForLike: Bool
    /// Whether other units are expected now than then, and the register does not say what became of them.
    public let isReorganised: Bool
  }

  /// A unit whose own verdict in the main window is bad, against the target that binds the total.
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
  /// The units that fall short, in the register's order.
  public let shortUnits: [ShortUnit]
  /// The units whose figures before and after a reorganisation cannot be held together in the main
  /// window, in the register's order.
  public let brokenUnits: [String]
  /// The periods without a figure of each unit that lacks some of the main window.
  public let gaps: [String: [Period]]
  /// The total that the present one is compared with; nil when nothing comparable was collected.
  public internal(set) var comparison: Comparison?
  /// The first total since the plan began, of a level on its way to a year's target without a stated start;
  /// nil for every other, and when nothing earlier was reported.
  var beginning: Comparison?

  private let store: CellStore
  /// Those of the units that stand for others in the two windows that tables show, where they are kept.
  private let subtotals: [IndicatorCell]?
  /// Who made the cells and can make them again.
  private let assessor: @Sendable () -> IndicatorAssessor

  init(
    indicator: Indicator, root: String, _ summary: CellSummary, store: CellStore,
    subtotals: [IndicatorCell]?, assessor: @escaping @Sendable () -> IndicatorAssessor
  ) {
    self.indicator = indicator
    self.root = root
    self.store = store
    self.subtotals = subtotals
    self.assessor = assessor
    totals = summary.totals
    shortUnits = summary.shortUnits
    gaps = summary.gaps
    brokenUnits = summary.brokenUnits
  }

  /// The cells: units in the register's order, the root first; of each, its windows.
  public var cells: [IndicatorCell] { kept.all }

  /// The cells of the units that stand for others, in its main window and in the period.
  public var subtotalsShown: [IndicatorCell] {
    if let subtotals { return subtotals }
    let windows = [mainWindow, .period]
    return store.holds(indicator.code)
      ? cells.filter { $0.isTotal && windows.contains($0.window) }
      : assessor().subtotals(in: windows)
  }

  /// What each unit that reports the indicator has of its own in a window, in the register's order: of one
  /// that stands for others besides, what it sent itself.
  public func ownCells(in window: Window) -> [IndicatorCell] {
    Window.all(for: indicator).contains(window) ? assessor().ownCells(in: window) : []
  }

  private var kept: CellStore.Cells {
    store.cells(of: indicator.code) { assessor().cells() }
  }

  /// The cell of a unit in a window.
  public func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
    if unit == root { return totals.first { $0.window == window } }
    return kept.cell(unit, window)
  }

  /// The window the plan's target speaks of, in which the indicator is reported first.
  ///
  /// Where targets of several windows apply, the one of the target that binds.
  public var mainWindow: Window { Self.mainWindow(of: indicator, totals) }

  static func mainWindow(of indicator: Indicator, _ totals: [IndicatorCell]) -> Window {
    totals.filter { $0.target != nil }.binding(\.verdict)?.window
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

  /// The verdict on it.
  public var verdict: Verdict { total?.verdict ?? .noData }
}
