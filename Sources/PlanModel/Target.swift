/// What a plan asks of an indicator: a comparison, a value and when it applies.
///
/// Words of plans and their comparisons: "trên" is above, "từ ... trở lên" and "ít nhất" are at least,
/// "duy trì" is maintain, "đạt từ 3-4%" is between, with its lower bound as the threshold, "khoảng" is
/// about, "nâng cao tỉ lệ" is an increase that no number is set for, "có cán bộ nữ" is exists.
public struct Target: Hashable, Sendable {
  /// When the target applies.
  public enum Schedule: Hashable, Sendable {
    /// Anew in every such period of the years given; nil bounds are the plan's term.
    case every(Cadence, from: Int?, to: Int?)
    /// By the end of a year.
    case by(Int)
    /// Over the whole term of the plan.
    case overTerm
    /// By the ends of several years, each with a comparison of its own, in order of the years.
    case milestones([Milestone], Path)
  }

  /// What is to be reached by the end of one year on the way.
  public struct Milestone: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// What is to be reached by its end.
    public let comparison: Comparison

    /// `comparison` by the end of `year`.
    public init(year: Int, _ comparison: Comparison) {
      self.year = year
      self.comparison = comparison
    }
  }

  /// What is asked between two milestones.
  public enum Path: String, CaseIterable, Sendable {
    /// What the last one reached asks, until the next is due.
    case step
    /// A number on the straight line between them.
    case linear
  }

  /// Where the way to a number begins: what there was at the end of a year.
  public struct Start: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The value at its end.
    public let value: FixedDecimal

    /// `value` at the end of `year`.
    public init(year: Int, _ value: FixedDecimal) {
      self.year = year
      self.value = value
    }
  }

  /// The comparison; of milestones, that of the last.
  public let comparison: Comparison
  /// When it applies.
  public let schedule: Schedule
  /// Whether each unit must reach it by itself, so that the total counts the units that do.
  public let isPerUnit: Bool
  /// Where the way to it begins; nil when the plan does not say, and no pace is kept.
  public let start: Start?

  /// A comparison, its time, whether each unit owes it, and where the way to it begins.
  ///
  /// A change against a stated year begins there.
  public init(
    _ comparison: Comparison, _ schedule: Schedule, isPerUnit: Bool = false, start: Start? = nil
  ) {
    self.comparison = comparison
    self.schedule = schedule
    self.isPerUnit = isPerUnit
    self.start = start ?? comparison.change?.base.start
  }

  /// The way from milestone to milestone; nil when there is none.
  public init?(
    _ milestones: [Milestone], _ path: Path, isPerUnit: Bool = false, start: Start? = nil
  ) {
    guard let last = milestones.last else { return nil }
    self.init(
      last.comparison, .milestones(milestones, path), isPerUnit: isPerUnit, start: start)
  }
}
