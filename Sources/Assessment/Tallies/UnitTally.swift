import PlanModel

/// A unit's own tally, and what is missing in it.
///
/// They stand side by side in a list as long as there are units, and are looked at there: what few of them
/// have stands elsewhere.
struct UnitTally {
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
  /// Whether the unit has ended, has left nobody who answers for its figures, and never sent some of what it
  /// owed.
  var isLost = false
  /// Whether there are gaps: asked of every unit for every group it is in.
  private var hasGaps = false
  private var box: Box?

  /// What is to be said of one that misses something, or that others have a part in.
  private struct Rest {
    var gaps: [Period] = []
    var convertedFrom: [String] = []
    var possible = Possible()
    var overStock: OverStock?
  }

  private final class Box {
    var rest: Rest
    init(_ rest: Rest) { self.rest = rest }
  }

  private mutating func change(_ body: (inout Rest) -> Void) {
    if !isKnownUniquelyReferenced(&box) { box = Box(box?.rest ?? Rest()) }
    if let box { body(&box.rest) }
  }

  /// What missing figures can still bring.
  struct Possible {
    /// The most that they can add to the numerator; nil when nothing bounds it.
    var growth: FixedDecimal? = .zero
    /// The most that they can add to the denominator; nil when nothing bounds it.
    var size: FixedDecimal? = .zero
    /// The most that they can take from the numerator: a figure of an earlier quarter stands for a later one,
    /// which may be lower.
    var fall = FixedDecimal.zero
  }

  /// A flow and the stock under it, each by itself.
  struct OverStock {
    /// What flowed: a flow without a stock is part of no rate.
    let flowed: Tally
    /// The stock that stands under a flow; nil when there is none.
    let stock: FixedDecimal?
    /// A stock that came only after figures of others were taken over, and may hold theirs.
    let lateStock: FixedDecimal?
  }

  /// The periods of the window without a figure; empty when complete.
  var gaps: [Period] {
    get { box?.rest.gaps ?? [] }
    set {
      guard !newValue.isEmpty else { return }
      hasGaps = true
      change { $0.gaps = newValue }
    }
  }

  /// The other units whose figures are in it, as they were before a reorganisation.
  var convertedFrom: [String] {
    get { box?.rest.convertedFrom ?? [] }
    set { if !newValue.isEmpty { change { $0.convertedFrom = newValue } } }
  }

  /// What missing figures can still bring; nothing where none is missing.
  var possible: Possible {
    get { box?.rest.possible ?? Possible() }
    set { change { $0.possible = newValue } }
  }

  /// What a flow was put over, of one that is put together with others; nil of all others.
  var overStock: OverStock? {
    get { box?.rest.overStock }
    set { change { $0.overStock = newValue } }
  }

  /// Leaves a stock open: of some periods behind it a figure is missing, which may be another one.
  mutating func leaveOpen(_ gaps: [Period], of indicator: Indicator) {
    self.gaps = gaps
    guard let stood = tally.numerator else { return }
    let rest = indicator.measure == .share ? tally.denominator.map { $0 - stood } : nil
    possible = Possible(growth: rest, fall: stood)
  }

  /// What flowed, before it was put over a stock.
  var flowed: Tally { overStock?.flowed ?? tally }

  /// Whether all that flowed is part of a rate: over a stock of its own, or over one that stands elsewhere.
  var isInRate: Bool { tally.numerator != nil || flowed.numerator == nil }

  /// Whether the unit has given no figure, nor said that it has none to give.
  var isSilent: Bool { tally.numerator == nil && flowed.numerator == nil && !isNotApplicable }
  var isExpected: Bool { isOwed && !isNotApplicable }
  var isComplete: Bool { !hasGaps && tally.numerator != nil }
  /// Whether it can be held against the same window of another year.
  var isComparable: Bool { isPart && isComplete && isOfWholeWindow }
  /// Whether there is nothing to be said of it but its figures, and that all which were asked for are there.
  var isPlain: Bool {
    box == nil && isPart && isExpected && !isBroken && tally.numerator != nil
  }
}
