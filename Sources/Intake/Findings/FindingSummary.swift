import PlanModel

/// What a finding code stands for, for the table in docs/findings.md.
public struct FindingSummary: Sendable {
  /// In English.
  public let english: String
  /// In Vietnamese, in short.
  public let vietnamese: String
  /// How the sender mends it, in Vietnamese; empty when nothing is to be done.
  public let remedy: String

  init(_ english: String, _ vietnamese: String, _ remedy: String = "") {
    self.english = english
    self.vietnamese = vietnamese
    self.remedy = remedy
  }
}

extension FindingCode {
  /// The table of all codes, in Markdown: docs/findings.md is this text.
  public static var catalogue: String {
    let head = """
      # Findings of intake

      Every code that intake can find in a submission. Codes are stable: explanations.csv, the data files and
      other programs refer to them. This table is made from the code (`make goldens`); do not edit it.

      - `error` returns the file: none of its rows count.
      - `explain` asks for an explanation; the file stands. A row in explanations.csv silences it.
      - `info` only says something.

      What is asked about whole reports once they are assessed (`report-copied`, `far-from-peers` and others) is in
      `plausibility.md`.

      | code | severity | meaning | nội dung | cách sửa |
      |---|---|---|---|---|

      """
    let rows = allCases.map { code in
      let cells = [
        "`\(code.rawValue)`", code.severities, code.summary.english, code.summary.vietnamese,
        code.summary.remedy,
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return head + rows.joined()
  }

  /// The severity, and others that the case at hand may give it.
  private var severities: String {
    switch self {
    case .denominatorZero: "info; error when the numerator is above zero"
    case .denominatorUnexpected: "explain; error where a comma may have split a number"
    case .checkFailed: "as the plan's check says"
    case .moreFindings: "that of the findings not listed"
    default: severity.rawValue
    }
  }

  /// What the code stands for.
  public var summary: FindingSummary { fileSummary ?? rowSummary ?? cellSummary ?? figureSummary }
}
