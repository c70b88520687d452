public import PlanModel

/// The value of an indicator for one unit, or for all units under one, in a window.
///
/// A class, because a cell is large, there are very many, and they are only ever handed on.
public final class IndicatorCell: Sendable {
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
  /// The other targets that apply at the same time, each with what the value means against it.
  public let others: [Outcome]
  /// The units that should have a figure for the whole window, by code, in the register's order.
  public let expectedUnits: [String]
  /// The expected units without a full figure: mostly the shorter list, the other follows from it.
  public let missingUnits: [String]
  /// Whether the unit says that the indicator does not apply to it.
  public let isNotApplicable: Bool
  /// The coverage by members; nil when the register does not know the size of every unit.
  public let members: Members?
  /// The periods of the window of which a unit has no figure; empty of a total.
  public let gaps: [Period]
  /// The units that were reorganised and whose figures are in it, added or divided as the office declared.
  public let convertedFrom: [String]
  /// Whether a reorganisation inside the window divided the unit in a way the office has not declared, so
  /// that its figures before and after cannot be held together.
  public let isBroken: Bool
  private let rest: Rest?

  /// What few cells have, and is large.
  private final class Rest: Sendable {
    let bounds: ValueBounds?
    let movement: Movement?

    init(_ bounds: ValueBounds?, _ movement: Movement?) {
      self.bounds = bounds
      self.movement = movement
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
  }

  /// How many members the units have that are counted, and those that are expected.
  public struct Members: Hashable, Sendable {
    /// Members of the counted units.
    public let counted: Int
    /// Members of the expected units.
    public let expected: Int
  }

  init(
    unit: String, isTotal: Bool, window: Window, _ valuation: Valuation, others: [Outcome],
    expectedUnits: [String], missingUnits: [String], isNotApplicable: Bool, members: Members?,
    gaps: [Period], movement: Movement?, convertedFrom: [String], isBroken: Bool
  ) {
    self.unit = unit
    self.isTotal = isTotal
    self.window = window
    tally = valuation.tally
    value = valuation.value
    judgement = valuation.judgement
    verdict = valuation.verdict
    self.others = others
    rest =
      valuation.bounds == nil && movement == nil ? nil : Rest(valuation.bounds, movement)
    self.expectedUnits = expectedUnits
    self.missingUnits = missingUnits
    self.isNotApplicable = isNotApplicable
    self.members = members
    self.gaps = gaps
    self.convertedFrom = convertedFrom
    self.isBroken = isBroken
  }

  /// The target that applies, of milestones the one in force, of a change with the number it is counted
  /// from; nil when none does.
  public var target: Target? { judgement?.target }

  /// What the target asks in numbers; nil when that cannot be said.
  public var pace: Pace? {
    judgement.flatMap {
      isTotal && $0.indicator.combination == .unitsMeeting
        ? tally.denominator.map(Pace.init(needed:)) : Pace(tally, $0)
    }
  }

  /// Between which values it lies, whatever the missing figures are; nil when none is missing.
  public var bounds: ValueBounds? { rest?.bounds }

  /// How it has moved since the earlier figure its target's change is counted from, over the units that
  /// have both; nil when the target asks for no change, states its base itself, or no unit has both.
  public var movement: Movement? { rest?.movement }

  /// The cell's own target with what it means; nil when none applies.
  var outcome: Outcome? {
    target.map {
      Outcome(
        window: window, target: $0, numerator: tally.numerator, denominator: tally.denominator,
        value: value, verdict: verdict)
    }
  }

  /// How many of the expected units have a full figure.
  public var countedCount: Int { expectedUnits.count - missingUnits.count }

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
    guard let needed = pace?.needed, let number = tally.numerator, number < needed else {
      return nil
    }
    return needed - number
  }
}
