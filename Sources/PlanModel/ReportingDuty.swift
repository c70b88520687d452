/// A duty to report that a plan sets besides its main one: who reports what to whom, and how often.
public struct ReportingDuty: Hashable, Sendable {
  /// How often.
  public enum Frequency: Hashable, Sendable {
    /// Every such period.
    case every(Cadence)
    /// Again and again, without a stated interval ("định kỳ").
    case periodic
    /// When asked ("khi có yêu cầu").
    case onRequest
  }

  /// Where the plan sets it: `VI.4`.
  public let clause: String
  /// Who reports.
  public let by: PlanTask.Lead
  /// To whom: codes of units or of bodies that the organisation names.
  public let to: [String]
  /// How often.
  public let frequency: Frequency
  /// What is reported, in the office's own words; nil when the plan names nothing.
  public let matter: String?

  /// All parts, as read from the plan file.
  public init(
    clause: String, by: PlanTask.Lead, to: [String], _ frequency: Frequency, matter: String? = nil
  ) {
    self.clause = clause
    self.by = by
    self.to = to
    self.frequency = frequency
    self.matter = matter
  }
}

extension ReportingDuty.Frequency {
  /// The key of plan files.
  public var name: String {
    switch self {
    case .every(let cadence): cadence.rawValue
    case .periodic: "periodic"
    case .onRequest: "on_request"
    }
  }
}
