/// One indicator of a plan: a ratio or a count that units report and a plan sets targets for.
public struct Indicator: Hashable, Sendable {
  /// What kind of number its value is.
  public enum Measure: String, CaseIterable, Sendable {
    /// Part of a whole: whole numbers, numerator at most denominator.
    case share
    /// A quotient that may exceed one.
    case ratio
    /// A whole number without denominator.
    case count
    /// A decimal number, denominator optional.
    case amount

    /// Whether its figures are whole numbers.
    public var isWhole: Bool { self == .share || self == .count }
    /// Whether its figures come with a denominator.
    public var hasDenominator: Bool { self == .share || self == .ratio }
  }

  /// How figures of several periods make one.
  public enum Accumulation: String, CaseIterable, Sendable {
    /// The last figure of the window.
    case stock
    /// The sum over the window.
    case flow
  }

  /// Which stock stands under a flow, where the numerator is a flow and the denominator a stock.
  public enum DenominatorTime: String, CaseIterable, Sendable {
    /// The last stock of the year before; for a unit that has none, its first stock of the year.
    case yearStart = "year_start"
    /// The last stock of the window.
    case latest
  }

  /// How the figures of units make that of the unit above.
  public enum Combination: String, CaseIterable, Sendable {
    /// Numerators added, denominators added.
    case sum
    /// The units that meet an obligation of each, over the units that owe it.
    case unitsMeeting = "units_meeting"
    /// The newest figure of any of them, which speaks for all: of one register kept by several hands.
    case last
    /// The greatest value of any of them.
    case max
  }

  /// Its code, unique in the plan: `CT01`.
  public let code: String
  /// Where the plan sets it: `II.2`.
  public let clause: String
  /// Its name as the plan has it.
  public let name: String
  /// A name of at most 28 characters for narrow tables.
  public let shortName: String
  /// What is counted: `đảng viên`, `tổ chức`.
  public let unitOfMeasure: String
  /// What kind of number it is.
  public let measure: Measure
  /// What the numerator counts, in words.
  public let numerator: String
  /// What the denominator counts, in words; nil when there is none.
  public let denominator: String?
  /// How numerators of several periods make one.
  public let numeratorKind: Accumulation
  /// How denominators of several periods make one.
  public let denominatorKind: Accumulation
  /// Which stock stands under a flow.
  public let denominatorTime: DenominatorTime
  /// How the figures of units make that of the unit above.
  public let combination: Combination
  /// Who reports it.
  public let reporters: UnitSelection
  /// How often it is collected; in other periods a blank is no gap.
  public let collected: Cadence
  /// Whether a yearly figure stands in the periods until the next one is collected.
  public let carriesForward: Bool
  /// Whether its figure only grows, so that a smaller one than before is to be explained.
  public let neverFalls: Bool
  /// Digits behind the mark in print.
  public let decimals: Int
  /// What the plan asks; empty when it sets no number.
  public let targets: [Target]
  /// Of a stock, the flows that move it from one period to the next; nil when the plan names none.
  public var flows: Flows?

  /// What adds to a stock and what takes from it, by the codes of indicators of the same plan.
  public struct Flows: Hashable, Sendable {
    /// The flow that adds; nil when none is counted.
    public let incoming: String?
    /// The flow that takes away; nil when none is counted.
    public let outgoing: String?

    /// The codes of two flows.
    public init(incoming: String?, outgoing: String?) {
      self.incoming = incoming
      self.outgoing = outgoing
    }
  }

  /// All parts, as read from the plan file.
  public init(
    code: String, clause: String, name: String, shortName: String, unitOfMeasure: String,
    measure: Measure, numerator: String, denominator: String?,
    numeratorKind: Accumulation, denominatorKind: Accumulation,
    denominatorTime: DenominatorTime = .latest, combination: Combination = .sum,
    reporters: UnitSelection, collected: Cadence, carriesForward: Bool = false,
    neverFalls: Bool = false, decimals: Int = 1,
    targets: [Target] = []
  ) {
    self.code = code
    self.clause = clause
    self.name = name
    self.shortName = shortName
    self.unitOfMeasure = unitOfMeasure
    self.measure = measure
    self.numerator = numerator
    self.denominator = denominator
    self.numeratorKind = numeratorKind
    self.denominatorKind = denominatorKind
    self.denominatorTime = denominatorTime
    self.combination = combination
    self.reporters = reporters
    self.collected = collected
    self.carriesForward = carriesForward
    self.neverFalls = neverFalls
    self.decimals = decimals
    self.targets = targets
  }

  /// Whether its value is a quotient: always of a share and a ratio, of an amount when the plan names
  /// a denominator. A denominator typed beside any other figure means nothing.
  public var isQuotient: Bool {
    measure.hasDenominator || (measure == .amount && denominator != nil)
  }

  /// Whether a figure of it is expected in a period: yearly ones in the last period of the year.
  public func isCollected(in period: Period) -> Bool {
    period.lastMonth % collected.months == 0
  }
}
