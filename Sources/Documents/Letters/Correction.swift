public import Assessment
public import PlanModel

/// What an edition changes in what was issued before it.
public struct Correction: Sendable {
  /// An issued edition of another period that would now say something else.
  public struct Affected: Sendable {
    /// The edition's period.
    public let period: Period
    /// The edition's number.
    public let edition: Int
    /// How what it said differs from what is known now.
    public let comparison: EditionComparison

    /// An edition and how it differs.
    public init(period: Period, edition: Int, comparison: EditionComparison) {
      self.period = period
      self.edition = edition
      self.comparison = comparison
    }
  }

  /// The number of the edition issued before.
  public let previous: Int
  /// The moment as of which that one counts.
  public let previousAsOf: CivilTime
  /// How the two differ.
  public let comparison: EditionComparison
  /// The office's own files that differ, by name.
  public let changedFiles: [String]
  /// Editions of other periods that the change touches, oldest period first.
  public let affected: [Affected]

  /// All parts.
  public init(
    previous: Int, previousAsOf: CivilTime, comparison: EditionComparison,
    changedFiles: [String], affected: [Affected]
  ) {
    self.previous = previous
    self.previousAsOf = previousAsOf
    self.comparison = comparison
    self.changedFiles = changedFiles
    self.affected = affected
  }
}
