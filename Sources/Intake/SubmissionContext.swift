public import PlanModel

/// What a submission is held against: whose it is comes from its folder, never from its content.
public struct SubmissionContext: Sendable {
  /// What is asked for in the period whose folder the file stands in.
  public let asked: AskedFigures
  /// The unit whose folder the file stands in.
  public let unit: Unit
  /// The present moment of the run: nothing later can have happened.
  public let asOf: CivilTime
  /// The figures of the unit in force in the twelve months before the period; nil when there are none.
  public let earlier: EarlierFigures?

  /// All parts.
  public init(
    asked: AskedFigures, unit: Unit, asOf: CivilTime, earlier: EarlierFigures? = nil
  ) {
    self.asked = asked
    self.unit = unit
    self.asOf = asOf
    self.earlier = earlier
  }

  /// What the office itself decides.
  public var office: Office { asked.office }
  /// The period.
  var period: Period { asked.period }
}

/// What a file says, and what was found in it.
public struct SubmissionContent: Sendable {
  /// The form its header shows; nil when it could not be told.
  public internal(set) var form: Form?
  /// Rows read that are neither blank nor the header: taken, left out and in error together.
  public internal(set) var rows = 0
  /// Rows recognised as none of figures, each named by an `info` finding.
  public internal(set) var rowsLeftOut = 0
  /// Rows that an error keeps from being figures: of their own, of the header, or of the whole file.
  public internal(set) var rowsInError = 0
  /// The figures read without error, in the file's order.
  public internal(set) var figures: [Figure] = []
  /// The reports on tasks read without error, in the file's order.
  public internal(set) var taskReports: [TaskReport] = []
  /// Everything found, in the file's order, findings about the whole file last.
  public internal(set) var findings: [Finding] = []
  /// Findings that the office has had explained: kept, but no news.
  public var quiet: [Finding] = []
  /// What was read in another spelling without a question, one Vietnamese sentence each.
  public internal(set) var normalisations: [String] = []

  /// Whether the file goes back to its sender.
  public var isReturned: Bool { findings.contains { $0.severity == .error } }

  /// A file about which only findings are known.
  public init(findings: [Finding] = []) { self.findings = findings }
}
