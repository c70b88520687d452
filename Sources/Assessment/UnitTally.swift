import PlanModel

/// A unit's own tally, and what is missing in it.
///
/// They stand side by side in a list as long as there are units, and are looked at there: what few of them
/// have stands elsewhere.
struct UnitTally {
  let unit: String
  var tally = Tally()
  /// Whether it is a part of the window: the unit exists when the period ends, or has a figure in it.
  var isPart = false
  /// The unit exists when the period ends, and a figure of the window is asked of it.
  var isOwed = false
  /// The unit says this does not apply to it: it is then not expected either.
  var isNotApplicable = false
  /// Whether it speaks of all of the window: a sum does not when the unit began, ended or was divided inside.
  var isOfWholeWindow = true
  /// Whether the office has not said how figures divide at a reorganisation inside the window.
  var isBroken = false
  /// The periods of the window without a figure; empty when complete.
  var gaps: [Period] = []
  /// The other units whose figures are in it, as they were before a reorganisation.
  var convertedFrom: [String] = []
  /// The most that what is missing can add to the numerator; nil when nothing bounds it.
  var possibleGrowth: FixedDecimal? = .zero
  /// The most that what is missing can add to the denominator; nil when nothing bounds it.
  var possibleSize: FixedDecimal? = .zero
  /// The most that what is missing can take from the numerator: a figure of an earlier quarter stands for a
  /// later one, which may be lower.
  var possibleFall = FixedDecimal.zero
  /// What a flow was put over; nil of all others.
  var overStock: OverStock?

  /// A flow and the stock under it, each by itself.
  final class OverStock {
    /// What flowed: a flow without a stock is part of no rate.
    let flowed: Tally
    /// The stock that stands under a flow; nil when there is none.
    let stock: FixedDecimal?
    /// A stock that came only after figures of others were taken over, and may hold theirs.
    let lateStock: FixedDecimal?

    init(flowed: Tally, stock: FixedDecimal?, lateStock: FixedDecimal?) {
      self.flowed = flowed
      self.stock = stock
      self.lateStock = lateStock
    }
  }

  init(unit: String) { self.unit = unit }

  /// What flowed, before it was put over a stock.
  var flowed: Tally { overStock?.flowed ?? tally }

  /// Whether the unit has given no figure, nor said that it has none to give.
  var isSilent: Bool { tally.numerator == nil && flowed.numerator == nil && !isNotApplicable }
  var isExpected: Bool { isOwed && !isNotApplicable }
  var isComplete: Bool { gaps.isEmpty && tally.numerator != nil }
  /// Whether it can be held against the same window of another year.
  var isComparable: Bool { isPart && isComplete && isOfWholeWindow }
}
