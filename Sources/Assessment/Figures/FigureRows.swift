import PlanModel

/// The submissions that figures came from, and their units, each known by its place here.
struct FigureSources: Sendable {
  private(set) var receipts: [Receipt] = []
  /// Of each receipt what every figure needs, without what is slow to copy.
  private(set) var brief: [(period: Period, periodPlace: Int16, unit: Int32, number: Int64)] = []
  private(set) var plans: [String] = []
  /// The periods that they speak of, a few dozen at most, each known by its place here.
  private(set) var periods: [Period] = []
  private var units: [String: Int32] = [:]
  /// Whether they stand in order of unit and period.
  private var isInOrder = true

  /// Makes a receipt the last one.
  mutating func turn(to receipt: Receipt, plan: String) {
    if brief.last?.number == receipt.number, plans.last == plan { return }
    let periodPlace = place(of: receipt.period)
    receipts.append(receipt)
    plans.append(plan)
    let next = Int32(units.count)
    let unit = units[receipt.unit, default: next]
    if unit == next { units[receipt.unit] = next }
    if let last = brief.last, (unit, receipt.period) < (last.unit, last.period) {
      isInOrder = false
    }
    brief.append((receipt.period, periodPlace, unit, receipt.number))
  }

  /// Puts them in order of unit and period; tells the new place of each, nil when none has another.
  mutating func arrange() -> [Int32]? {
    if isInOrder { return nil }
    let order = brief.indices.sorted { one, other in
      let (left, right) = (brief[one], brief[other])
      return (left.unit, left.period, one) < (right.unit, right.period, other)
    }
    receipts = order.map { receipts[$0] }
    brief = order.map { brief[$0] }
    plans = order.map { plans[$0] }
    isInOrder = true
    var places = [Int32](repeating: 0, count: order.count)
    for (place, before) in order.enumerated() { places[before] = Int32(place) }
    return places
  }

  private mutating func place(of period: Period) -> Int16 {
    if let last = brief.last, last.period == period { return last.periodPlace }
    let known = periods.firstIndex(of: period)
    if known == nil { periods.append(period) }
    return Int16(known ?? periods.count - 1)
  }

  var unitCount: Int { units.count }

  func place(ofUnit unit: String) -> Int32? { units[unit] }

  /// Where the figures of some units stand.
  func places(ofUnits codes: [String]) -> [Int32?] { codes.map { units[$0] } }

  /// The places of some receipts.
  func places(of receipts: Set<Int64>) -> Set<Int32> {
    if receipts.isEmpty { return [] }
    return Set(
      brief.indices.lazy.filter { receipts.contains(self.brief[$0].number) }.map(Int32.init))
  }
}

/// A figure in force without what its unit wrote beside it: what values are made of.
struct FigurePoint {
  /// The period it speaks of.
  let period: Period
  /// The place of the period among those of its series.
  let periodPlace: Int16
  let source: Source
  let numerator: Entry
  let denominator: Entry
}

/// The numbers of one indicator, unpacked once for all that is reckoned from them.
struct FigureSeries: Sendable {
  private let sources: FigureSources
  /// Unit by unit, of each oldest first.
  private let points: [FigurePoint]
  /// Where the points of each unit begin, and where those of the last one end.
  private let starts: [Int]
  /// The places of the units asked for.
  private let units: [Int32?]

  fileprivate init(
    sources: FigureSources, points: [FigurePoint], starts: [Int], _ units: [Int32?]
  ) {
    self.sources = sources
    self.points = points
    self.starts = starts
    self.units = units
  }

  /// No figure of any unit.
  init() { self.init(sources: FigureSources(), points: [], starts: [0], []) }

  /// Those of a unit, oldest first.
  subscript(unit: String) -> ArraySlice<FigurePoint> {
    self[ofUnit: sources.place(ofUnit: unit)]
  }

  /// Those of the unit in a place of the book; none where it has no place.
  subscript(ofUnit place: Int32?) -> ArraySlice<FigurePoint> {
    guard let place = place.map(Int.init), place + 1 < starts.count else { return [] }
    return points[starts[place]..<starts[place + 1]]
  }

  /// The periods that its submissions speak of, by their places.
  var periods: [Period] { sources.periods }

  /// Whether a submission speaks of a period inside some days.
  func speaks(of span: DateSpan) -> Bool { periods.contains { span.contains($0.span) } }

  /// Those of the unit that stands in a place of those asked for.
  subscript(place: Int) -> ArraySlice<FigurePoint> {
    units.isEmpty ? [] : self[ofUnit: units[place]]
  }
}

/// The figures of one indicator, packed: 28 bytes each, and their notes.
struct FigureRows: Sendable {
  private struct Row {
    /// The place of its receipt in the sources.
    var source: Int32
    let row: Int32
    let note: NoteBytes.Place
    let numerator: PackedEntry
    let denominator: PackedEntry
  }

  /// In order of unit and period.
  private var rows: [Row] = []
  private var notes = NoteBytes()

  /// So many figures are to be expected.
  init(expecting count: Int) { rows.reserveCapacity(count) }

  /// Takes in a figure of the last receipt of the sources.
  mutating func append(
    _ figure: PackedFigures.Row, note: ArraySlice<UInt8>, _ sources: FigureSources
  ) {
    rows.append(
      Row(
        source: Int32(sources.receipts.count - 1), row: figure.row, note: notes.add(note),
        numerator: figure.numerator, denominator: figure.denominator))
  }

  /// The same in the order of their sources, which have gone to new places.
  func arranged(_ places: [Int32]) -> FigureRows {
    // where the next row of each source goes: behind all rows of the sources before it
    var next = [Int32](repeating: 0, count: places.count + 1)
    for row in rows { next[Int(places[Int(row.source)]) + 1] += 1 }
    for place in next.indices.dropFirst() { next[place] += next[place - 1] }
    var arranged = self
    for var row in rows {
      row.source = places[Int(row.source)]
      arranged.rows[Int(next[Int(row.source)])] = row
      next[Int(row.source)] += 1
    }
    return arranged
  }

  /// The same without the figures of some sources.
  func without(_ gone: Set<Int32>) -> FigureRows {
    var rest = self
    rest.rows.removeAll { gone.contains($0.source) }
    return rest
  }

  /// The figures of a unit, whole, oldest first.
  func figures(
    _ indicator: String, ofUnit unit: Int32, _ sources: FigureSources
  ) -> [Reported<Figure>] {
    rows(ofUnit: unit, sources).map { whole($0, indicator, sources) }
  }

  /// The figure of a unit that speaks of a period, whole; nil when there is none.
  func figure(
    _ indicator: String, ofUnit unit: Int32, in period: Period, _ sources: FigureSources
  ) -> Reported<Figure>? {
    rows(ofUnit: unit, sources).last { sources.brief[Int($0.source)].period == period }
      .map { whole($0, indicator, sources) }
  }

  private func whole(
    _ row: Row, _ indicator: String, _ sources: FigureSources
  ) -> Reported<Figure> {
    let source = Int(row.source)
    let figure = Figure(
      plan: sources.plans[source], indicator: indicator, row: Int(row.row),
      numerator: row.numerator.entry,
      denominator: row.denominator.entry, note: String(decoding: notes[row.note], as: UTF8.self))
    return Reported(figure, row: figure.row, of: sources.receipts[source])
  }

  /// What a unit wrote beside its figure of a period, in UTF-8; nil where it has none.
  fileprivate func noteBytes(
    ofUnit unit: Int32, in period: Period, _ sources: FigureSources
  ) -> ArraySlice<UInt8>? {
    rows(ofUnit: unit, sources).last { sources.brief[Int($0.source)].period == period }
      .map { notes[$0.note] }
  }

  /// Whether a figure of a unit speaks of a period.
  func speaks(ofUnit unit: Int32, in period: Period, _ sources: FigureSources) -> Bool {
    rows(ofUnit: unit, sources).contains { sources.brief[Int($0.source)].period == period }
  }

  /// The numbers of a unit, oldest first.
  func points(ofUnit unit: Int32, _ sources: FigureSources) -> [FigurePoint] {
    rows(ofUnit: unit, sources).map { point($0, sources) }
  }

  /// The numbers of all units, those in the places `units` found by the order of these as well.
  func series(_ sources: FigureSources, of units: [Int32?]) -> FigureSeries {
    var starts = [Int](repeating: 0, count: sources.unitCount + 1)
    for row in rows { starts[Int(sources.brief[Int(row.source)].unit) + 1] += 1 }
    for unit in starts.indices.dropFirst() { starts[unit] += starts[unit - 1] }
    return FigureSeries(
      sources: sources, points: rows.map { point($0, sources) }, starts: starts, units)
  }

  private func rows(ofUnit unit: Int32, _ sources: FigureSources) -> ArraySlice<Row> {
    rows[firstPlace { sources.brief[Int($0.source)].unit >= unit }...]
      .prefix { sources.brief[Int($0.source)].unit == unit }
  }

  private func point(_ row: Row, _ sources: FigureSources) -> FigurePoint {
    let receipt = sources.brief[Int(row.source)]
    return FigurePoint(
      period: receipt.period, periodPlace: receipt.periodPlace,
      source: Source(receipt: receipt.number, row: Int(row.row)),
      numerator: row.numerator.entry,
      denominator: row.denominator.entry)
  }

  /// The first place of those that hold, which stand behind all others.
  private func firstPlace(where holds: (Row) -> Bool) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if holds(rows[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// What units wrote beside their figures of one indicator in one period.
public struct FigureNotes: Sendable {
  private let rows: FigureRows
  private let sources: FigureSources
  private let period: Period

  init(_ rows: FigureRows, _ sources: FigureSources, _ period: Period) {
    self.rows = rows
    self.sources = sources
    self.period = period
  }

  /// The words of a unit, in UTF-8: empty when it wrote none, nil when it has no figure.
  public func bytes(of unit: String) -> ArraySlice<UInt8>? {
    sources.place(ofUnit: unit).flatMap { rows.noteBytes(ofUnit: $0, in: period, sources) }
  }
}
