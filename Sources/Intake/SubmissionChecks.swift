public import PlanModel

/// Findings that need no word of the file: whether the unit may report for the period at all.
extension SubmissionContext {
  /// What is wrong with the folder the file stands in.
  public func folderFindings() -> [Finding] {
    var findings: [Finding] = []
    if period.span.first > asOf.date { findings.append(FindingCode.futurePeriod(period)) }
    if let closed = office.organisation.calendar.closedThrough, period.span.last <= closed.span.last
    {
      findings.append(FindingCode.closedPeriod(period, through: closed))
    }
    if !unit.isValid(on: period.span.last) {
      findings.append(FindingCode.invalidUnit(unit, period))
    }
    return findings
  }
}

extension SubmissionContent {
  /// Adds what was found about the file from outside it.
  public mutating func add(_ findings: [Finding]) { self.findings += findings }
}

extension Office {
  /// Whether the office has accepted an explanation for a finding, which then stays quiet.
  public func hasExplanation(for finding: Finding, unit: String, period: Period) -> Bool {
    finding.severity == .explain
      && explanations.contains {
        $0.code == finding.code && $0.unit == unit && $0.period == period
          && $0.isAbout(finding.subject, ofPlan: finding.plan)
      }
  }
}
