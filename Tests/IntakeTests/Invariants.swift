import Intake
import PlanModel

/// What holds of every file, whatever its bytes.
enum Invariants {
  /// The first thing that does not hold; nil when all do.
  static func broken(_ content: SubmissionContent, limits: IntakeLimits) -> String? {
    if content.rows != content.rowsTaken + content.rowsLeftOut + content.rowsInError {
      return
        "rows \(content.rows) are not \(content.rowsTaken) taken + \(content.rowsLeftOut) left out "
        + "+ \(content.rowsInError) in error"
    }
    if content.rowsInError > 0, !content.isReturned { return "a row in error was let through" }
    let named = content.findings.count {
      $0.code == FindingCode.rowLeftOut.rawValue || $0.code == FindingCode.duplicateRowSame.rawValue
    }
    if named < min(content.rowsLeftOut, limits.findings) { return "a row left out was not named" }
    if content.rowsTaken == 0, !content.isReturned { return "a file without a row was accepted" }
    if Set(content.figures.map { [$0.plan, $0.indicator] }).count < content.figures.count {
      return "an indicator has two figures"
    }
    if content.findings.count > Severity.allCases.count * (limits.findings + 1) + 2 * limits.columns
    {
      return "\(content.findings.count) findings"
    }
    return badText(content)
  }

  /// A text that a terminal or a document would obey, or that is longer than anybody reads.
  private static func badText(_ content: SubmissionContent) -> String? {
    for finding in content.findings {
      let texts = [
        finding.code, finding.place.header ?? "", finding.subject ?? "", finding.value ?? "",
        finding.message, finding.problem, finding.remedy,
      ]
      for text in texts where !isHarmless(text) || text.unicodeScalars.count > 4_000 {
        return "[\(finding.code)] \(text.debugDescription)"
      }
    }
    let words =
      content.figures.map(\.note) + content.taskReports.flatMap { [$0.note, $0.documentNumber] }
    for text in words where !isHarmless(text.filter { $0 != "\n" }) {
      return "note \(text.debugDescription)"
    }
    for text in content.normalisations where !isHarmless(text) || text.count > 40_000 {
      return "normalisation \(text.debugDescription)"
    }
    return nil
  }

  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: false
      default: scalar.value & 0xFFFE != 0xFFFE
      }
    }
  }
}

extension SubmissionContent {
  /// The rows taken as figures or reports on tasks.
  var rowsTaken: Int { figures.count + taskReports.count }
}
