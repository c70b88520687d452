import Assessment
import PlanModel

/// The units that an indicator's result lies with: who falls short, who makes it, whose figure it is.
extension IndicatorStanding {
  /// A unit with its part of what is missing, or of what is too much.
  struct Shortfall {
    let unit: String
    let amount: FixedDecimal
  }

  /// The units that fall short by themselves: first those that lack most, as many as are to be named, then
  /// the others in the register's order.
  func shortUnits(naming count: Int) -> [Shortfall] { Self.largestFirst(shortfalls, count) }

  private static func largestFirst(_ parts: [Shortfall], _ count: Int = .max) -> [Shortfall] {
    guard count < parts.count else {
      return parts.enumerated().sorted {
        ($1.element.amount, $0.offset) < ($0.element.amount, $1.offset)
      }.map(\.element)
    }
    // to find a few among thousands, these need not all be put in order
    var first: [Int] = []
    for place in parts.indices {
      if first.count >= count, let last = first.last, parts[place].amount <= parts[last].amount {
        continue
      }
      let behind = first.lastIndex { parts[place].amount <= parts[$0].amount }
      first.insert(place, at: behind.map { $0 + 1 } ?? 0)
      if first.count > count { first.removeLast() }
    }
    let named = Set(first)
    return first.map { parts[$0] }
      + parts.indices.lazy.filter { !named.contains($0) }.map { parts[$0] }
  }

  /// All of them in the register's order, which is enough to count them and to add up what they lack.
  var shortfalls: [Shortfall] {
    shortCells.compactMap { short in
      short.lacking.map { Shortfall(unit: short.unit, amount: $0) }
    }
  }

  /// The units whose own verdict is bad, in the register's order.
  var shortCells: [IndicatorAssessment.ShortUnit] { total == nil ? [] : assessment.shortUnits }

  /// The units that are behind in a sum whose time is running, in the order of `shortUnits`.
  func behind(naming count: Int) -> [Shortfall] {
    indicator.combination == .sum && lag != nil && isRunning ? shortUnits(naming: count) : []
  }

  /// The units whose figures make a number that is over its ceiling, the largest first: of a sum all of them,
  /// of the greatest of all figures those that are over it, of the newest whose it is. None of them has a
  /// ceiling of its own. Empty of everything else.
  var makers: [Shortfall] {
    // an average is made of no parts that could be held against its ceiling
    guard verdict == .notMet, indicator.combination != .unitsMeeting, !indicator.isQuotient,
      let total, let value = total.value, let comparison,
      comparison.change == nil, !comparison.isMet(by: value),
      !comparison.favoursMore || comparison.threshold.map({ value > $0 }) == true
    else { return [] }
    if indicator.combination == .last {
      return total.tally.numerator.flatMap { number in
        speaker.map { [Shortfall(unit: $0, amount: number)] }
      } ?? []
    }
    let parts = total.expectedUnits.compactMap { unit -> Shortfall? in
      guard let amount = assessment.cell(unit, total.window)?.tally.numerator,
        indicator.combination == .max ? !comparison.isMet(by: Ratio(amount)) : amount > .zero
      else { return nil }
      return Shortfall(unit: unit, amount: amount)
    }
    return Self.largestFirst(parts)
  }

  /// Whether what the units lack is exactly what the total lacks, so that it can be said where it is.
  var isLocated: Bool { lacking == shortfalls.amount }

  /// What the units that fall short lack together, where the total lacks more: the rest lies with units whose
  /// figures are of an earlier period.
  var lackingOfShortUnits: FixedDecimal? {
    let own = shortfalls.amount
    return lacking.flatMap { .zero < own && own < $0 ? own : nil }
  }

  /// The units without a full figure whose earlier ones are in the total and lack something of the target.
  var shortEarlier: [Shortfall] {
    guard let total, indicator.combination == .sum else { return [] }
    return total.missingUnits.compactMap { unit in
      assessment.cell(unit, total.window)?.lacking.map { Shortfall(unit: unit, amount: $0) }
    }
  }

  /// The units with figures that are counted neither among those that meet what each owes nor among those
  /// that do not, for a reason. In the register's order.
  func leftOut(_ reason: IndicatorCell.LeftOut.Reason) -> [String] {
    (total?.leftOut ?? []).filter { $0.reason == reason }.map(\.unit)
  }

  /// The unit whose figure speaks for all, being the newest; nil where all of them together do.
  var speaker: String? {
    guard indicator.combination == .last, let total, total.tally.numerator != nil else {
      return nil
    }
    if total.expectedUnits.count == 1 { return total.expectedUnits[0] }
    return assessment.ownCells(in: total.window).first { $0.tally == total.tally }?.unit
  }
}

extension [IndicatorStanding.Shortfall] {
  /// What they come to together.
  var amount: FixedDecimal { reduce(.zero) { $0 + $1.amount } }
}
