import Intake
import PlanModel

/// What became of a file, in full, for eyes and for goldens.
func printed(_ content: SubmissionContent) -> String {
  let state = content.isReturned ? "returned" : "accepted"
  let error = content.rows - content.rowsTaken - content.rowsLeftOut
  var lines = [
    "\(state), form: \(content.form?.rawValue ?? "unknown")",
    "rows: \(content.rows) = \(content.rowsTaken) taken + \(content.rowsLeftOut) left out "
      + "+ \(error) in error",
  ]
  lines += content.figures.map(printed) + content.taskReports.map(printed)
  lines += content.findings.flatMap(printed)
  if !content.normalisations.isEmpty { lines.append("") }
  lines += content.normalisations.map { "- \($0)" }
  return lines.joined(separator: "\n") + "\n"
}

func printed(_ figure: Figure) -> String {
  "  row \(figure.row): \(figure.plan) \(figure.indicator) = \(printed(figure.numerator)) / "
    + printed(figure.denominator) + (figure.note.isEmpty ? "" : " \(printed(figure.note))")
}

private func printed(_ entry: Entry) -> String {
  switch entry {
  case .blank: "blank"
  case .notApplicable: "x"
  case .value(let number): number.plainText
  }
}

func printed(_ report: TaskReport) -> String {
  "  row \(report.row): \(report.plan) \(report.task) = \(report.status.rawValue), "
    + [
      report.percent.map { "\($0)%" }, report.completedOn?.description,
      report.documentNumber.isEmpty ? nil : printed(report.documentNumber),
      report.note.isEmpty ? nil : printed(report.note),
    ].map { $0 ?? "none" }.joined(separator: ", ")
}

private func printed(_ text: String) -> String {
  "\"" + text.replacing("\n", with: "\\n") + "\""
}

/// The finding as data, as the terminal prints it, and as the slip prints it.
func printed(_ finding: Finding) -> [String] {
  let place = [
    finding.place.row.map { "row \($0)" },
    finding.place.line == finding.place.row ? nil : finding.place.line.map { "line \($0)" },
    finding.place.columnLetter.map { "column \($0) \"\(finding.place.header ?? "")\"" },
    finding.subject.map { subject in
      "about \(finding.plan.map { "\($0)/" } ?? "")\(subject)"
    },
  ].compactMap(\.self).joined(separator: ", ")
  return [
    "", "\(finding.severity.rawValue) [\(finding.code)] \(place.isEmpty ? "whole file" : place)",
    "  value:    \(finding.value ?? "none")",
    "  message:  \(finding.message)",
    "  Lỗi:      \(finding.problem)",
  ] + (finding.remedy.isEmpty ? [] : ["  Cách sửa: \(finding.remedy)"])
}
