public import PlanModel
import Workers

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
public struct FigureBook: Sendable {
  private struct Key: Hashable {
    let code: String
    let unit: String
  }

  private var sources = FigureSources()
  /// Of each indicator, by the places below.
  private var figures: [FigureRows] = []
  private var places: [String: Int] = [:]
  /// The indicators that were taken in last, and their places.
  private var lastCodes: [String] = []
  private var lastPlaces: [Int] = []
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
    expected = other.expected
    let gone = other.sources.places(of: receipts)
    figures = gone.isEmpty ? other.figures : other.figures.map { $0.without(gone) }
  }

  /// Takes in the figures of submissions in force, in whatever order `read` hands them over.
  public mutating func addAll(
    _ read: ((_ some: PackedFigures, _ receipt: Receipt) -> Void) throws -> Void
  ) rethrows {
    defer { arrange() }
    try read { append($0, of: $1) }
  }

  private mutating func append(_ some: PackedFigures, of receipt: Receipt) {
    if some.rows.isEmpty { return }
    sources.turn(to: receipt, plan: some.plan)
    learnPlaces(of: some.codes)
    for row in some.rows.indices {
      figures[lastPlaces[row]].append(some.rows[row], note: some.note(row), sources)
    }
  }

  /// Looks where the figures of indicators go, when they are others than those before.
  private mutating func learnPlaces(of codes: [String]) {
    // one submission after the other comes with the very same list, which is seen at once
    if codes == lastCodes { return }
    lastCodes = codes
    lastPlaces = codes.map { place(of: $0) }
  }

  private static let arrangedAtOnce = 8

  /// Puts the figures in order of unit and period.
  private mutating func arrange() {
    guard let places = sources.arrange() else { return }
    // a few indicators at a time, for meanwhile their figures are in memory twice
    for start in stride(from: 0, to: figures.count, by: Self.arrangedAtOnce) {
      let some = start..<min(start + Self.arrangedAtOnce, figures.count)
      let arranged = Array(figures[some]).concurrentMap { $0.arranged(places) }
      figures.replaceSubrange(some, with: arranged)
    }
  }

  /// The place of an indicator, a new one when it has none.
  private mutating func place(of indicator: String) -> Int {
    if let place = places[indicator] { return place }
    places[indicator] = figures.count
    figures.append(FigureRows(expecting: expected))
    return figures.count - 1
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
