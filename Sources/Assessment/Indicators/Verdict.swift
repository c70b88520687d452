/// What a value means against its target.
///
/// Exceeded, met or not met once the target's time has come or nothing can turn it any more; before,
/// on track or behind where a pace can be told, else in progress. No verdict where the plan sets no
/// number (a part of nothing is none), and insufficient where what is missing could still turn it.
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

  /// Of several targets the one that binds comes first: what is missed, what may be missed, then what is
  /// reached, and last what says nothing yet.
  var weight: Int {
    switch self {
    case .notMet: 0
    case .insufficient: 1
    case .behind: 2
    case .exceeded, .met: 3
    case .onTrack: 4
    case .inProgress: 5
    case .noVerdict: 6
    case .noData: 7
    }
  }
}
