import PlanModel

/// What is kept of the cells of an indicator, gathered while they pass by.
struct CellSummary {
  /// A rate of the period that a unit reported itself.
  struct OwnRate {
    let unit: String
    let value: Ratio
    let denominator: FixedDecimal
    let source: Source?
  }

  /// The cells of the root, one for each window.
  private(set) var totals: [IndicatorCell] = []
  private(set) var shortUnits: [IndicatorAssessment.ShortUnit] = []
  private(set) var brokenUnits: [String] = []
  private(set) var gaps: [String: [Period]] = [:]
  /// Of a share, what units reported themselves in the main window.
  private(set) var rates: [OwnRate] = []

  private let indicator: Indicator
  private let period: Period
  private let root: String
  /// Known when all cells of the root have passed, which come first.
  private var main: Window?
  /// What the total is held against there; of several targets the one that binds.
  private var target: Target?

  init(of indicator: Indicator, in period: Period, root: String) {
    self.indicator = indicator
    self.period = period
    self.root = root
  }

  /// Takes in the next cells, in their order.
  mutating func add(_ cells: [IndicatorCell]) {
    // by their places, for a cell is large and would be copied
    for place in cells.indices {
      if main == nil, cells[place].unit == root {
        totals.append(cells[place])
      } else {
        let window = main ?? passTotals()
        if cells[place].window == window { keep(cells[place]) }
      }
    }
  }

  /// To be told when there are no more cells of the root, and returns the window that all others are seen
  /// in.
  mutating func end() -> Window { main ?? passTotals() }

  private mutating func passTotals() -> Window {
    let window = IndicatorAssessment.mainWindow(of: indicator, totals)
    main = window
    target = totals.first { $0.window == window }?.target
    for cell in totals where cell.window == window { keep(cell) }
    return window
  }

  private mutating func keep(_ cell: IndicatorCell) {
    if cell.isBroken { brokenUnits.append(cell.unit) }
    if cell.isTotal { return }
    if indicator.measure == .share, let value = cell.value, cell.tally.latestPeriod == period {
      rates.append(
        OwnRate(
          unit: cell.unit, value: value, denominator: cell.tally.denominator ?? .zero,
          source: cell.tally.sources.last))
    }
    if cell.unit == root { return }
    let other = cell.outcome(under: target)
    let verdict = other?.verdict ?? cell.verdict
    if verdict == .notMet || verdict == .behind {
      // reckoned for these alone, for cells are many
      let lacking = other.map(\.lacking) ?? cell.lacking
      shortUnits.append(.init(unit: cell.unit, verdict: verdict, lacking: lacking))
    }
    if !cell.gaps.isEmpty, !cell.expectedUnits.isEmpty, gaps[cell.unit] == nil {
      gaps[cell.unit] = cell.gaps
    }
  }
}
