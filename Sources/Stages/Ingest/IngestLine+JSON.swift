import Foundation
import PlanModel

/// The line of `tonghop-ingest --json` (`jsonLine`): its keys are a contract with other programs.
extension IngestLine: Encodable {
  private enum Key: String, CodingKey {
    case unit, period, form, file, state, revision, sha256, rows, findings, figures
  }

  // absent values are written as null, so that every line has every key
  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: Key.self)
    try line.encode(unitName.isEmpty ? nil : unitName, forKey: .unit)
    try line.encode(periodName.isEmpty ? nil : periodName, forKey: .period)
    try line.encode(form?.rawValue, forKey: .form)
    try line.encode(file, forKey: .file)
    try line.encode(state, forKey: .state)
    try line.encode(revision, forKey: .revision)
    try line.encode(sha256, forKey: .sha256)
    try line.encode(rows, forKey: .rows)
    try line.encode(findings.map(FindingJSON.init), forKey: .findings)
    var rows = line.nestedUnkeyedContainer(forKey: .figures)
    for figure in figures { try rows.encode(FigureJSON(figure: figure)) }
    for report in taskReports { try rows.encode(TaskReportJSON(report: report)) }
  }
}

private struct FindingJSON: Encodable {
  let finding: Finding

  private enum Key: String, CodingKey { case row, column, severity, code, value, message }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(finding.place.row, forKey: .row)
    try object.encode(finding.place.columnLetter, forKey: .column)
    try object.encode(finding.severity.rawValue, forKey: .severity)
    try object.encode(finding.code, forKey: .code)
    try object.encode(finding.value, forKey: .value)
    try object.encode(finding.message, forKey: .message)
  }
}

private struct FigureJSON: Encodable {
  let figure: Figure

  private enum Key: String, CodingKey { case plan, indicator, numerator, denominator, note }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(figure.plan, forKey: .plan)
    try object.encode(figure.indicator, forKey: .indicator)
    try object.encode(figure.numerator.value?.plainText, forKey: .numerator)
    try object.encode(figure.denominator.value?.plainText, forKey: .denominator)
    try object.encode(figure.note.isEmpty ? nil : figure.note, forKey: .note)
  }
}

private struct TaskReportJSON: Encodable {
  let report: TaskReport

  private enum Key: String, CodingKey {
    case plan, task, status, percent, note
    case completedOn = "completed_on"
    case documentNumber = "document_no"
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(report.plan, forKey: .plan)
    try object.encode(report.task, forKey: .task)
    try object.encode(report.status.rawValue, forKey: .status)
    try object.encode(report.percent?.plainText, forKey: .percent)
    try object.encode(report.completedOn?.description, forKey: .completedOn)
    try object.encode(
      report.documentNumber.isEmpty ? nil : report.documentNumber, forKey: .documentNumber)
    try object.encode(report.note.isEmpty ? nil : report.note, forKey: .note)
  }
}
