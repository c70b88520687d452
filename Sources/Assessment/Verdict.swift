import PlanModel

/// What a value means against its target (DESIGN, Verdicts).
public enum Verdict: String, CaseIterable, Sendable {
  case exceeded, met
  case notMet = "not_met"
  case onTrack = "on_track"
  case behind
  case inProgress = "in_progress"
  case noData = "no_data"
  case noVerdict = "no_verdict"
  case insufficient

  /// Whether the plan has what it asks for, so far.
  public var isGood: Bool { self == .exceeded || self == .met || self == .onTrack }
}
