public import PlanModel

/// The value of an indicator for one unit, or for all units under one, in a window.
///
/// There are very many: what is to be said of most of them, which are of one unit that misses nothing, lies
/// side by side, and whatever few have stands elsewhere.
public struct IndicatorCell: Sendable {
  /// The unit's code.
  public let unit: String
  /// Whether it stands for the units below it, not for figures of its own.
  public let isTotal: Bool
  /// The window.
  public let window: Window
  /// Numerator and denominator, with their sources.
  public let tally: Tally
  /// The value; nil when there is none.
  public let value: Ratio?
  private let judgement: Judgement?
  /// What the value means against it.
  public let verdict: Verdict
  /// The members of one unit by itself that misses nothing; nil of others, and when they are unknown.
  private let ownMembers: Int?
  private let rest: Rest?

  /// All that may be said beside the value.
  struct Details {
    let others: [Outcome]
    let expectedUnits: [String]
    let missingUnits: [String]
    let isNotApplicable: Bool
    let members: Members?
    let gaps: [Period]
    let movement: Movement?
    let convertedFrom: [String]
    let lostUnits: [String]
    let isBroken: Bool
    let leftOut: [LeftOut]
  }

  private final class Rest: Sendable {
    let details: Details
    let bounds: ValueBounds?

    init(_ details: Details, _ bounds: ValueBounds?) {
      self.details = details
      self.bounds = bounds
    }
  }

  /// A target with what a value means against it.
  public struct Outcome: Hashable, Sendable {
    /// The window the value is of.
    public let window: Window
    /// The target.
    public let target: Target
    /// The numerator of the value; of what each unit owes, the units that meet this one.
    public let numerator: FixedDecimal?
    /// The denominator of the value; nil when there is none.
    public let denominator: FixedDecimal?
    /// The value; of what each unit owes, the part of the units that meet this one.
    public let value: Ratio?
    /// What it means.
    public let verdict: Verdict
    /// What the numerator lacks of the target; nil when nothing, or when that cannot be said.
    public let lacking: FixedDecimal?
  }

  /// How many members the units have that are counted, and those that are expected.
  public struct Members: Hashable, Sendable {
    /// Members of the counted units.
    public let counted: Int
    /// Members of the expected units.
    public let expected: Int
  }

  /// A unit that is counted neither among those that meet what each owes nor among those that do not.
  public struct LeftOut: Hashable, Sendable {
    /// Why no figure to come will ever put it on one of the two sides.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
      /// Its denominator is zero: it has nothing of which there could be a rate.
      case noRate = "units_of_nothing"
      /// It is asked for a part of a base that is nothing.
      case baseOfNothing = "units_of_no_base"
      /// The earlier time it is held against has no value of it, though no figure is missing.
      case noBase = "units_without_base"
    }

    /// Its code.
    public let unit: String
    /// Why.
    public let reason: Reason
  }

  init(_ group: Group, _ valuation: Valuation, _ details: Details) {
    unit = group.node.code
    isTotal = group.isTotal
    window = group.window
    tally = valuation.tally
    value = valuation.value
    judgement = valuation.judgement
    verdict = valuation.verdict
    ownMembers = nil
    rest = Rest(details, valuation.bounds)
  }

  /// That of one unit by itself that is expected, misses nothing, and is held against one target at most.
  init(
    plain unit: String, _ window: Window, _ tally: Tally, _ value: Ratio?,
    _ judgement: Judgement?, _ verdict: Verdict, members: Int?
  ) {
    self.unit = unit
    isTotal = false
    self.window = window
    self.tally = tally
    self.value = value
    self.judgement = judgement
    self.verdict = verdict
    ownMembers = members
    rest = nil
  }

  /// The target that applies, of milestones the one in force, of a change with the number it is counted
  /// from; nil when none does.
  public var target: Target? { judgement?.target }

  /// Which target it is held against, the same of cells that share one; nil when none applies. Says nothing
  /// of what is merely alike, nor of a cell that is gone.
  public var targetIdentity: ObjectIdentifier? { judgement.map(ObjectIdentifier.init) }

  /// Whether it builds up and the time of its target is not over: it is then no match for a number of a whole
  /// year.
  public var isPartOfItsTime: Bool { judgement.map { !$0.isDue && $0.accumulates } ?? false }

  /// What the target asks in numbers; nil when that cannot be said.
  public var pace: Pace? {
    judgement.flatMap { Pace(tally, $0, isTotal: isTotal) }
  }

  /// Where the value should be by now, while the time of its target is running and a part of it is due by
  /// now; nil of every other.
  public var levelByNow: Ratio? {
    guard let pace else {
      return judgement.flatMap { $0.isOnAWay ? $0.levelByNow : nil }
    }
    return pace.monthsElapsed < pace.monthsInAll ? pace.levelByNow : nil
  }

  /// The other targets that apply at the same time, each with what the value means against it.
  public var others: [Outcome] { rest?.details.others ?? [] }
  /// The units that should have a figure for the whole window, by code, in the register's order.
  public var expectedUnits: [String] { rest?.details.expectedUnits ?? [unit] }
  /// The expected units without a full figure: mostly the shorter list, the other follows from it.
  public var missingUnits: [String] { rest?.details.missingUnits ?? [] }
  /// Whether the unit says that the indicator does not apply to it.
  public var isNotApplicable: Bool { rest?.details.isNotApplicable ?? false }
  /// The coverage by members; nil when the register does not know the size of every unit.
  public var members: Members? {
    guard let rest else { return ownMembers.map { Members(counted: $0, expected: $0) } }
    return rest.details.members
  }
  /// The periods of the window of which a unit has no figure; empty of a total.
  public var gaps: [Period] { rest?.details.gaps ?? [] }
  /// The units that were reorganised and whose figures are in it, added or divided as the office declared.
  public var convertedFrom: [String] { rest?.details.convertedFrom ?? [] }
  /// The units that ended inside the window of a sum, left nobody who answers for their figures, and never sent
  /// some of it: nobody is expected to any more, and yet it is missing.
  public var lostUnits: [String] { rest?.details.lostUnits ?? [] }
  /// Whether a reorganisation inside the window divided the unit in a way the office has not declared, so
  /// that its figures before and after cannot be held together.
  public var isBroken: Bool { rest?.details.isBroken ?? false }
  /// Of the units that each owe something, those with figures that are counted on neither side, in the
  /// register's order; empty of every other cell.
  public var leftOut: [LeftOut] { rest?.details.leftOut ?? [] }

  /// Between which values it lies, whatever the missing figures are; nil when none is missing, or when
  /// figures are lost.
  public var bounds: ValueBounds? { rest?.bounds }

  /// How it has moved since the earlier figure its target's change is counted from, over the units that
  /// have both; nil when the target asks for no change, states its base itself, or no unit has both.
  public var movement: Movement? { rest?.details.movement }

  /// The cell's own target with what it means; nil when none applies.
  var outcome: Outcome? {
    target.map {
      Outcome(
        window: window, target: $0, numerator: tally.numerator, denominator: tally.denominator,
        value: value, verdict: verdict, lacking: lacking)
    }
  }

  /// What it means against the target that the total is spoken of by, where that is another one than binds
  /// the unit itself; nil where it is the same.
  func outcome(under target: Target?) -> Outcome? {
    guard !others.isEmpty, let target, self.target?.isPlanned(as: target) == false
    else { return nil }
    return others.first { $0.target.isPlanned(as: target) }
  }

  /// How many units should have a figure for the whole window.
  public var expectedCount: Int { rest?.details.expectedUnits.count ?? 1 }

  /// How many of them have one.
  public var countedCount: Int { expectedCount - (rest?.details.missingUnits.count ?? 0) }

  /// The expected units that have a full figure, in the register's order.
  public var countedUnits: [String] {
    if missingUnits.isEmpty { return expectedUnits }
    // those missing are among them, in the same order
    var missing = missingUnits[...]
    return expectedUnits.filter { unit in
      guard missing.first == unit else { return true }
      missing.removeFirst()
      return false
    }
  }
}

extension IndicatorCell {
  /// What the numerator lacks of the target; nil when nothing, or when that cannot be said.
  public var lacking: FixedDecimal? {
    pace?.lacking(tally)
  }
}
