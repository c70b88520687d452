import Assessment
import Intake
import LedgerStore
import PlanModel

/// The figures in force in the twelve months before a period, asked for as files of units are read.
struct PastFigures {
  private let asked: AskedFigures
  private let periods: [Period]

  init(_ asked: AskedFigures, in ledger: Ledger) throws {
    self.asked = asked
    let last = asked.period.span.first.adding(days: -1)
    let year = DateSpan(asked.period.span.first.adding(months: -12), last)
    periods = try ledger.periods().filter { year.contains($0.span) }
  }

  /// The past of each unit that has one.
  func figures(
    of units: some Sequence<String>, in ledger: Ledger
  ) throws -> [String: EarlierFigures] {
    if periods.isEmpty { return [:] }
    let units = Set(units)
    let codes = units.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard let first = codes.first, let last = codes.last else { return [:] }
    let receipts = try periods.flatMap {
      try ledger.receipts(ReceiptFilter(period: $0, units: (first, last), form: .indicator))
    }
    // whatever was received, whenever: intake compares with all that is known
    let end = receipts.map(\.receivedAt).max() ?? .end(of: asked.period.span.last)
    let inForce = SubmissionBook(receipts: receipts.filter { units.contains($0.unit) }, asOf: end)
      .allInForce
    return try figures(Dictionary(grouping: inForce, by: \.unit), ledger)
  }

  /// What the submissions of each unit say.
  private func figures(
    _ receipts: [String: [Receipt]], _ ledger: Ledger
  ) throws -> [String: EarlierFigures] {
    let units = receipts.map { ($0.key, $0.value.sorted { $0.period < $1.period }) }
    var figures = units.map { EarlierFigures(asked, of: $0.1.map(\.period)) }
    let places = units.indices.flatMap { unit in
      units[unit].1.indices.map { (unit: unit, period: $0, receipt: units[unit].1[$0].number) }
    }
    var place = 0
    try ledger.numbers(of: places.map(\.receipt)) { receipt, plan, indicator, above, below in
      while places[place].receipt != receipt { place += 1 }
      figures[places[place].unit].add(
        numerator: above, denominator: below, of: indicator, plan: plan,
        in: places[place].period)
    }
    return Dictionary(uniqueKeysWithValues: zip(units.map(\.0), figures))
  }
}
