public import PlanModel

/// Where a row came from: a submission and its row.
public struct Source: Hashable, Sendable {
  /// The ledger's number of the submission.
  public let receipt: Int64
  private let number: Int32

  /// The row, as a spreadsheet numbers it.
  public var row: Int { Int(number) }

  /// A row of a submission; no sheet has one that 32 bits would not hold.
  public init(receipt: Int64, row: Int) {
    self.receipt = receipt
    number = Int32(clamping: row)
  }
}

/// A row in force, with its period and source.
public struct Reported<Content: Hashable & Sendable>: Hashable, Sendable {
  /// The period it speaks of.
  public let period: Period
  /// Where it came from.
  public let source: Source
  /// When it was received: with its submission, or, where a revision before that gave the same state of a
  /// task, with the first that did.
  public let receivedAt: CivilTime
  /// The row.
  public let content: Content
}

/// The rows in force of one plan, by code of indicator or task and by unit, oldest period first.
///
/// There may be millions of figures: they are kept packed (`FigureRows`), and made whole when asked for.
/// Figures that come unit by unit are taken in fastest.
public struct FigureBook: Sendable {
  private struct Key: Hashable {
    let code: String
    let unit: String
  }

  private var sources = FigureSources()
  /// Of each indicator, by the places below.
  private var figures: [FigureRows] = []
  private var places: [String: Int] = [:]
  /// The indicators, by those places.
  private var indicators: [String] = []
  private var withdrawn: [Key: [Reported<Figure>]] = [:]
  private var taskReports: [Key: [Reported<TaskReport>]] = [:]

  private let expected: Int

  /// An empty book, for the figures of so many submissions.
  public init(expecting submissions: Int = 0) { expected = submissions }

  /// The figures of another book without those of some submissions; no reports on tasks, nothing taken
  /// back.
  public init(_ other: FigureBook, without receipts: Set<Int64>) {
    sources = other.sources
    places = other.places
    indicators = other.indicators
    expected = other.expected
    let gone = other.sources.places(of: receipts)
    figures = gone.isEmpty ? other.figures : other.figures.map { $0.without(gone) }
  }

  /// Takes in one figure of a submission in force; its numbers are such as a form may bring.
  public mutating func add(_ figure: Figure, of receipt: Receipt) {
    guard let numerator = PackedEntry(figure.numerator),
      let denominator = PackedEntry(figure.denominator)
    else { preconditionFailure("a figure has more digits than any form may bring") }
    sources.turn(to: receipt, plan: figure.plan)
    let row = PackedFigures.Row(
      row: Int32(figure.row), numerator: numerator, denominator: denominator)
    let place = place(of: figure.indicator, after: -1)
    figures[place].insert(row, note: ArraySlice(figure.note.utf8), sources)
  }

  /// Takes in the figures of a submission in force.
  public mutating func add(_ some: PackedFigures, of receipt: Receipt) {
    if some.rows.isEmpty { return }
    sources.turn(to: receipt, plan: some.plan)
    var last = -1
    for row in some.rows.indices {
      last = place(of: some.codes[row], after: last)
      figures[last].insert(some.rows[row], note: some.note(row), sources)
    }
  }

  /// The place of an indicator, a new one when it has none: mostly the next after that of the row before.
  private mutating func place(of indicator: String, after last: Int) -> Int {
    if last + 1 < indicators.count, indicators[last + 1] == indicator { return last + 1 }
    if let place = places[indicator] { return place }
    places[indicator] = indicators.count
    indicators.append(indicator)
    figures.append(FigureRows(expecting: expected))
    return indicators.count - 1
  }

  private func rows(of indicator: String) -> FigureRows? { places[indicator].map { figures[$0] } }

  /// Takes in one figure of a submission that a later revision replaced; remembered when the later one
  /// has no such row.
  public mutating func addReplaced(_ figure: Figure, of receipt: Receipt) {
    let key = Key(code: figure.indicator, unit: receipt.unit)
    if let rows = rows(of: figure.indicator), let place = sources.place(ofUnit: receipt.unit),
      rows.speaks(ofUnit: place, in: receipt.period, sources)
    {
      return
    }
    withdrawn[key, default: []].insertByPeriod(Reported(figure, row: figure.row, of: receipt))
  }

  /// The figures of an indicator that a unit has taken back, oldest first.
  public func withdrawn(_ indicator: String, of unit: String) -> [Reported<Figure>] {
    withdrawn[Key(code: indicator, unit: unit)] ?? []
  }

  /// Takes in one report on a task of a submission in force; `since` is when its state was first received,
  /// where a revision before it gave the same.
  public mutating func add(_ report: TaskReport, of receipt: Receipt, since: CivilTime? = nil) {
    taskReports[Key(code: report.task, unit: receipt.unit), default: []]
      .insertByPeriod(Reported(report, row: report.row, of: receipt, since: since))
  }

  /// The figures of an indicator from a unit, oldest first.
  public func figures(_ indicator: String, of unit: String) -> [Reported<Figure>] {
    guard let rows = rows(of: indicator), let place = sources.place(ofUnit: unit) else { return [] }
    return rows.figures(indicator, ofUnit: place, sources)
  }

  /// The figure of an indicator from a unit that speaks of a period; nil when there is none.
  public func figure(_ indicator: String, of unit: String, in period: Period) -> Reported<Figure>? {
    guard let rows = rows(of: indicator), let place = sources.place(ofUnit: unit) else {
      return nil
    }
    return rows.figure(indicator, ofUnit: place, in: period, sources)
  }

  /// What units wrote beside their figures of an indicator in a period.
  public func notes(_ indicator: String, in period: Period) -> FigureNotes {
    FigureNotes(rows(of: indicator) ?? FigureRows(expecting: 0), sources, period)
  }

  /// Their numbers alone, oldest first.
  func points(_ indicator: String, of unit: String) -> [FigurePoint] {
    guard let rows = rows(of: indicator), let place = sources.place(ofUnit: unit) else { return [] }
    return rows.points(ofUnit: place, sources)
  }

  /// Where the figures of some units stand in all series; nil of one that has none.
  func places(ofUnits codes: [String]) -> [Int32?] { sources.places(ofUnits: codes) }

  /// The numbers of an indicator from all units, those in the places `units` found by the order of these as
  /// well.
  func series(_ indicator: String, of units: [Int32?]) -> FigureSeries {
    rows(of: indicator)?.series(sources, of: units) ?? FigureSeries()
  }

  /// The reports on a task from a unit, oldest first.
  func taskReports(_ task: String, of unit: String) -> [Reported<TaskReport>] {
    taskReports[Key(code: task, unit: unit)] ?? []
  }
}

extension Reported {
  init(_ content: Content, row: Int, of receipt: Receipt, since: CivilTime? = nil) {
    period = receipt.period
    source = Source(receipt: receipt.number, row: row)
    receivedAt = since ?? receipt.receivedAt
    self.content = content
  }
}

extension Array {
  /// Rows mostly arrive in order of time: looking from the end finds the place at once.
  fileprivate mutating func insertByPeriod<Content>(_ row: Element)
  where Element == Reported<Content> {
    var place = endIndex
    while place > startIndex, row.period < self[place - 1].period { place -= 1 }
    insert(row, at: place)
  }
}
