import Assessment
import Intake
import LedgerStore
import PlanModel

/// The figures in force in the twelve months before a period, by unit.
struct PastFigures {
  /// What a unit reported.
  struct OfUnit {
    /// The newest denominators.
    var denominators: [PastFigure.Key: PastFigure] = [:]
    /// The numerators, oldest first.
    var numerators: [PastFigure.Key: [PastNumerator]] = [:]
  }

  private var units: [String: OfUnit] = [:]

  subscript(unit: String) -> OfUnit { units[unit] ?? OfUnit() }

  init(before period: Period, _ ledger: Ledger, _ office: Office) throws {
    let last = period.span.first.adding(days: -1)
    let year = DateSpan(period.span.first.adding(months: -12), last)
    let receipts = try ledger.receipts(ReceiptFilter(within: year, form: .indicator))
    // whatever was received, whenever: intake compares with all that is known
    let end = receipts.map(\.receivedAt).max() ?? CivilTime.end(of: last)
    let inForce = SubmissionBook(receipts: receipts, asOf: end).allInForce
    let byNumber = Dictionary(inForce.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
    var found: [(receipt: Receipt, key: PastFigure.Key, figure: Figure)] = []
    for plan in office.plans {
      try ledger.figures(of: inForce.map(\.number), plan: plan.code) { number, figure in
        guard let receipt = byNumber[number] else { return }
        found.append((receipt, .init(plan: plan.code, indicator: figure.indicator), figure))
      }
    }
    found.sort { ($0.receipt.period, $0.receipt.number) < ($1.receipt.period, $1.receipt.number) }
    for (receipt, key, figure) in found {
      if let value = figure.denominator.value {
        units[receipt.unit, default: OfUnit()].denominators[key] = PastFigure(
          period: receipt.period, denominator: value)
      }
      if let value = figure.numerator.value {
        units[receipt.unit, default: OfUnit()].numerators[key, default: []].append(
          PastNumerator(period: receipt.period, value: value))
      }
    }
  }
}
