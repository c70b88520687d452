import Assessment
import Intake
import LedgerStore
import PlanModel

/// The figures in force in the twelve months before a period, by unit, oldest first.
struct PastFigures {
  private var units: [String: [PastFigure.Key: [PastFigure]]] = [:]

  subscript(unit: String) -> [PastFigure.Key: [PastFigure]] {
    (units[unit] ?? [:]).mapValues { $0.sorted { $0.period < $1.period } }
  }

  /// Of all units, or of one.
  init(
    before period: Period, of unit: String? = nil, _ ledger: Ledger, _ office: Office
  ) throws {
    let last = period.span.first.adding(days: -1)
    let year = DateSpan(period.span.first.adding(months: -12), last)
    let receipts = try ledger.receipts(ReceiptFilter(within: year, unit: unit, form: .indicator))
    // whatever was received, whenever: intake compares with all that is known
    let end = receipts.map(\.receivedAt).max() ?? CivilTime.end(of: last)
    let inForce = SubmissionBook(receipts: receipts, asOf: end).allInForce
    let byNumber = Dictionary(inForce.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
    for plan in office.plans {
      try ledger.figures(of: inForce.map(\.number), plan: plan.code) { number, figure in
        guard let receipt = byNumber[number],
          figure.numerator.value != nil || figure.denominator.value != nil
        else { return }
        let key = PastFigure.Key(plan: plan.code, indicator: figure.indicator)
        units[receipt.unit, default: [:]][key, default: []].append(
          PastFigure(
            period: receipt.period, numerator: figure.numerator.value,
            denominator: figure.denominator.value))
      }
    }
  }
}
