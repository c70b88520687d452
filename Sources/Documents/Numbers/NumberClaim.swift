import Assessment
import PlanModel

/// What a printed number must be: one of some exact values, in percent where that is what is printed.
struct NumberClaim: Sendable {
  let values: [Ratio]
  let isRate: Bool

  /// One of some figures; nil where none of them is known.
  static func plain(_ figures: [FixedDecimal?]) -> NumberClaim? {
    let known = figures.compactMap(\.self).map { Ratio($0) }
    return known.isEmpty ? nil : NumberClaim(values: known, isRate: false)
  }

  /// One of some counts.
  static func whole(_ counts: [Int]) -> NumberClaim? { plain(counts.map { FixedDecimal($0) }) }

  /// A part of a whole; nil where there is none.
  static func rate(_ part: Int, _ all: Int) -> NumberClaim? {
    Ratio(FixedDecimal(part), over: FixedDecimal(all)).map {
      NumberClaim(values: [$0], isRate: true)
    }
  }
}

extension Outlook {
  /// What a printed number of it must be.
  func claim(_ field: String) -> NumberClaim? {
    switch field {
    case "projected": NumberClaim(values: [projected], isRate: isRate)
    case "per_period": NumberClaim(values: [perPeriod], isRate: isRate)
    case "per_period_needed": NumberClaim(values: [perPeriodNeeded], isRate: isRate)
    case "periods_passed": .whole([periodsPassed])
    case "outlook_periods_left": .whole([periodsLeft])
    default: nil
    }
  }
}
