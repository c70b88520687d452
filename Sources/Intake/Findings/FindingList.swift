import PlanModel

/// The findings of one file: those kept, and how many more there were.
///
/// A file of a million bad rows must not fill the memory, and a thousand remarks must not crowd out the
/// error that returns the file: each severity has its own room.
struct FindingList {
  /// How many findings of one severity are kept; more are counted.
  let limit: Int

  private(set) var kept: [Finding] = []
  /// Errors reported so far, those beyond the limit as well.
  private(set) var errors = 0
  private var counts: [Severity: Int] = [:]

  init(limit: Int) { self.limit = limit }

  mutating func add(_ finding: Finding) {
    if finding.severity == .error { errors += 1 }
    let count = counts[finding.severity, default: 0] + 1
    counts[finding.severity] = count
    if count <= limit { kept.append(finding) }
  }

  /// Everything kept; last what says how many there were beside.
  var all: [Finding] {
    kept
      + Severity.allCases.reversed().compactMap { severity in
        let more = (counts[severity] ?? 0) - limit
        return more > 0 ? FindingCode.more(more, limit: limit, severity: severity) : nil
      }
  }
}
