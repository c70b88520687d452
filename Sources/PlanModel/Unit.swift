/// A subordinate committee or board, as one row (or several of one code) of `units.csv` describes it.
public struct Unit: Hashable, Sendable {
  /// Its code, unique among the units valid at one time.
  public let code: String
  /// Its Vietnamese name as the office writes it: `Huyện ủy Đá Bạc`.
  public let name: String
  /// What kind of body it is, a plain word such as `huyen-uy`; plans address units by it.
  public let kind: String
  /// The code of the unit above it; nil for the root.
  public let parent: String?
  /// Its first day.
  public let validFrom: CalendarDate
  /// Its last day; nil while it goes on.
  public let validTo: CalendarDate?
  /// Who takes over when it ends, and which part of it, 1 being the whole.
  public let successors: [Succession]
  /// How many members it has: the size used for coverage; nil when unknown.
  public let members: Int?
  /// The units that have ended and whose work has come to this one, directly or through others; the
  /// register fills it in.
  public internal(set) var predecessors: Set<String> = []
  /// The first day of its code, whatever it was called then; the register fills it in.
  public internal(set) var begins: CalendarDate

  /// One unit that takes over.
  public struct Succession: Hashable, Sendable {
    /// The code of the unit that takes over.
    public let unit: String
    /// The part that goes to it, above 0, at most 1; nil when the office has not declared it.
    public let share: FixedDecimal?

    /// `share` of the ending unit goes to `unit`.
    public init(unit: String, share: FixedDecimal?) {
      self.unit = unit
      self.share = share
    }
  }

  /// All parts, as read.
  public init(
    code: String, name: String, kind: String, parent: String?, validFrom: CalendarDate,
    validTo: CalendarDate? = nil, successors: [Succession] = [], members: Int? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.validFrom = validFrom
    begins = validFrom
    self.validTo = validTo
    self.successors = successors
    self.members = members
  }

  /// Whether the unit exists on a day.
  public func isValid(on date: CalendarDate) -> Bool {
    validFrom <= date && (validTo.map { date <= $0 } ?? true)
  }
}

/// Which units something is asked of: whole kinds, single codes, or both.
public struct UnitSelection: Hashable, Sendable {
  /// Every unit of these kinds.
  public let kinds: Set<String>
  /// These units, by code.
  public let units: Set<String>

  /// Units of `kinds`, and those named by code.
  public init(kinds: Set<String> = [], units: Set<String> = []) {
    self.kinds = kinds
    self.units = units
  }

  /// Whether it names the unit.
  public func contains(_ unit: Unit) -> Bool {
    kinds.contains(unit.kind) || units.contains(unit.code)
  }
}
