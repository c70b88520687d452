import Assessment
import PlanModel

/// What the documents say about one indicator: the total of its main window, read once.
struct IndicatorStanding {
  /// In which numbers an indicator is spoken of.
  enum Manner {
    /// As a rate, held against the rate of the plan.
    case rate(Ratio)
    /// As a number, held against the number that reaches the target.
    case quantity(FixedDecimal, needed: FixedDecimal)
    /// As a number that is not counted towards a whole: an average, or one without a number to reach.
    case value(Ratio)
    /// As the number above of a rate that cannot be made: what it is a part of is zero, or no single stock
    /// stands under the flow of so long a time.
    case part(FixedDecimal)
    /// Nothing has been reported.
    case none

    var isNothing: Bool {
      if case .none = self { return true }
      return false
    }
  }

  /// Its number in the table.
  let ordinal: Int
  let assessment: IndicatorAssessment
  let period: Period
  let plan: Plan

  var indicator: Indicator { assessment.indicator }
  var total: IndicatorCell? { assessment.total }
  var verdict: Verdict { assessment.verdict }
  var comparison: Target.Comparison? { total?.target?.comparison }
  var manner: Manner { total.map(manner) ?? .none }

  private func manner(of cell: IndicatorCell) -> Manner {
    guard let number = cell.tally.numerator else { return .none }
    let countsTowards =
      indicator.combination == .unitsMeeting || indicator.numeratorKind == .flow
      || !indicator.isQuotient
    if countsTowards, cell.value != nil, let needed = cell.pace?.needed, needed > .zero, !isPast {
      return .quantity(number, needed: needed)
    }
    guard let value = cell.value else { return .part(number) }
    return indicator.measure.hasDenominator ? .rate(value) : .value(value)
  }

  /// Whether there is more than was to be hit: then it is no matter of how much of it is done.
  var isPast: Bool {
    guard indicator.combination != .unitsMeeting, let value = total?.value else { return false }
    return comparison?.isPast(value) ?? false
  }

  /// Whether there is more than the plan allows, whether it was to be hit or not to be passed.
  var isOver: Bool {
    guard let comparison, comparison.change == nil else { return false }
    return isPast || !comparison.favoursMore
  }

  /// Whether the number that is needed must be passed, not reached; of what is counted in whole numbers the
  /// next one is needed.
  var mustPass: Bool {
    guard case .above = comparison else { return false }
    return !indicator.measure.isWhole && indicator.combination != .unitsMeeting
  }

  /// Whether there is just the number that must be passed, so that nothing is lacking that could be counted.
  var isAtEdge: Bool {
    guard mustPass, let number = total?.tally.numerator else { return false }
    return number == total?.pace?.needed
  }

  /// Whether it is just on the line that must be passed on the way.
  var isAtPace: Bool {
    guard mustPass, verdict == .behind, let number = total?.tally.numerator else { return false }
    return number == total?.pace?.neededByNow
  }

  /// What the numerator lacks of the target; nil when nothing, or when that cannot be said.
  var lacking: FixedDecimal? {
    // of what each unit owes, only those fall short of which it is known
    if let total, total.isTotal, indicator.combination == .unitsMeeting {
      return shortCells.isEmpty ? nil : FixedDecimal(shortCells.count)
    }
    return total?.lacking
  }

  /// What the numerator lacks of being in step by now.
  var lag: FixedDecimal? {
    guard let byNow = total?.pace?.neededByNow, let number = total?.tally.numerator,
      number < byNow
    else { return nil }
    return byNow - number
  }

  /// Whether the target's time is still running, so that there is a pace to speak of.
  var isRunning: Bool { total?.pace.map { $0.monthsElapsed < $0.monthsInAll } ?? false }

  /// Whether it is a sum over time that was to be reached, and was not when its time was over.
  var isMissedSum: Bool {
    verdict == .notMet && [.sum, .last].contains(indicator.combination)
      && indicator.numeratorKind == .flow
      && comparison?.favoursMore == true && !isPast
  }

  /// Whether a number of the whole stands, when its time is over, at what it was to pass.
  var isStoppedAtEdge: Bool { verdict == .notMet && isAtEdge }

  // MARK: time

  /// The figure of the period, where the total builds up over time.
  var inPeriod: FixedDecimal? {
    indicator.combination == .sum && beginning != nil ? periodCell?.tally.numerator : nil
  }

  /// The same where the total runs over a longer time than the period.
  var inPeriodAlone: FixedDecimal? {
    beginning.flatMap { $0 < period.span.first ? inPeriod : nil }
  }

  /// When the total begins that builds up; nil of every other.
  private var beginning: CalendarDate? {
    switch total?.window {
    case .year: period.yearToDate.first
    case .term: plan.term.first
    case .point, .period, nil: nil
    }
  }

  /// The total of the period alone.
  var periodCell: IndicatorCell? { assessment.cell(assessment.root, .period) }

  /// The earlier period that the figures come from, when they are carried forward.
  var carriedFrom: Period? { total?.tally.carriedFrom(into: period, of: indicator) }

  /// Whether every unit that should have a figure has one.
  var isComplete: Bool { total.map { $0.missingUnits.isEmpty } ?? false }

  /// Whether it is a sum that lacks what some units have done: what is missing is not nothing, so no sentence
  /// may say what is still to be done as if it were.
  var isPartOfSum: Bool {
    indicator.combination == .sum && indicator.numeratorKind == .flow && !isComplete
  }

  /// Whether it has no figures because nobody is asked for any yet: of what is collected once a year
  /// nothing is missing before its time.
  var isNotYetAsked: Bool {
    verdict == .noData && total?.expectedUnits.isEmpty ?? true
      && indicator.collected.months > period.monthsEach
  }

  /// Whether it has no figures because all units say that it does not apply to them, or none is there that
  /// should report it.
  var isOwedByNobody: Bool {
    verdict == .noData && manner.isNothing && !isNotYetAsked
      && total.map(\.expectedUnits.isEmpty) ?? false
  }

  // MARK: change

  /// How the total has moved since an earlier time, over the same units.
  enum Change {
    case rate(Movement)
    case quantity(Movement, from: FixedDecimal, to: FixedDecimal)
    /// Of an average: of what there is for each, not of what there is in all.
    case average(Movement)
  }

  /// The change against the total that the assessment compares with; nil when the two cannot be
  /// compared: a value of other units than before says nothing about change.
  var change: Change? {
    guard let movement = assessment.comparison?.movement else { return nil }
    if case .rate = manner { return .rate(movement) }
    if case .value = manner, indicator.isQuotient { return .average(movement) }
    guard let earlier = movement.earlier.numerator, let now = movement.now.numerator else {
      return nil
    }
    return .quantity(movement, from: earlier, to: now)
  }

  /// The change as the table may show it: of the very total that stands beside it.
  var changeOfTotal: Change? { assessment.comparison?.isLikeForLike == true ? change : nil }
}

extension Target.Comparison {
  /// The number that a value is measured from: the upper end of a range that it is over, else what it is to
  /// reach or to keep under.
  func measure(of value: Ratio) -> Ratio? {
    if case .between(_, let upper) = self, value > Ratio(upper) { return Ratio(upper) }
    return turningPoints.last.flatMap { value > $0 ? $0 : nil } ?? threshold
  }
}
