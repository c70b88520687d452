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

  /// A file that another, later version keeps out of force.
  public static func overridden(by file: String) -> Finding { FindingCode.overridden(by: file) }

  /// A later file beside one of another name that stays in force.
  public static func notInForce(besides file: String) -> Finding {
    FindingCode.notInForce(besides: file)
  }

  /// A file of known bytes that is judged once more.
  public static func takenAgain(revision: Int) -> Finding { FindingCode.takenAgain(revision) }

  /// A file that is left until the period's register can be read.
  public static var waitsForRegister: Finding { FindingCode.waitsForRegister }

  /// A copy of a revision that later ones replaced, of which nothing is taken.
  public static func superseded(revision: Int) -> Finding { FindingCode.superseded(revision) }

  /// A file that brings back a revision that later ones replaced.
  public static func restores(revision: Int) -> Finding { FindingCode.restored(revision) }

  /// A file that replaces one of another name.
  public static func replaces(_ file: String) -> Finding { FindingCode.replaced(file) }
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
