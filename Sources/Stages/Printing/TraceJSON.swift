import Assessment
import Documents
import Foundation
import PlanModel

/// A trace as data: exact decimals as strings, every key in every line, what is missing as null.
enum TraceJSON {
  static func text(_ trace: FigureTrace) -> String {
    line([
      "plan": trace.plan.code, "indicator": trace.indicator.code,
      "period": trace.period.description, "window": trace.cell.window.rawValue,
      "unit": trace.cell.unit, "verdict": trace.cell.verdict.rawValue,
      "as_of": trace.asOf.description, "edition": trace.edition,
      "numerator": orNull(trace.cell.tally.numerator?.plainText),
      "denominator": orNull(trace.cell.tally.denominator?.plainText),
      "value": orNull(trace.cell.value?.rounded(toFractionDigits: 6)?.text(fractionDigits: 6)),
      "not_applicable": trace.cell.isNotApplicable,
      "units_counted": trace.cell.countedCount, "units_expected": trace.cell.expectedUnits.count,
      "units": trace.parts.map(unit),
    ])
  }

  private static func unit(_ part: FigureTrace.Part) -> [String: Any] {
    [
      "unit": part.unit, "numerator": orNull(part.cell.tally.numerator?.plainText),
      "denominator": orNull(part.cell.tally.denominator?.plainText),
      "not_applicable": part.cell.isNotApplicable, "rows": part.rows.map(row),
      "denominator_rows": part.stockRows.map(row),
      "explanations": part.explanations.map(\.text),
    ]
  }

  /// A cell without a number was left blank, unless it says that it does not apply.
  private static func row(_ row: FigureTrace.Row) -> [String: Any] {
    receipt(row.receipt, row: row.figure.row).merging([
      "note": orNull(filled(row.figure.note)), "share": orNull(row.share?.plainText),
      "numerator": orNull(row.figure.numerator.value?.plainText),
      "numerator_not_applicable": row.figure.numerator == .notApplicable,
      "denominator": orNull(row.figure.denominator.value?.plainText),
      "denominator_not_applicable": row.figure.denominator == .notApplicable,
    ]) { first, _ in first }
  }

  // MARK: tasks

  static func text(_ trace: TaskTrace) -> String {
    let first = trace.parts.first?.assessment
    return line([
      "plan": trace.plan.code, "task": trace.task.code, "clause": trace.task.clause,
      "period": trace.period.description, "as_of": trace.asOf.description,
      "edition": trace.edition, "deadline": trace.task.deadline.code,
      "due_on": orNull(first?.dueOn?.description), "event": orNull(trace.event),
      "occurrence": first?.occurrence.map { occurrence($0) as Any } ?? NSNull(),
      "units": trace.parts.map(unit),
    ])
  }

  private static func occurrence(_ occurrence: Occurrence) -> [String: Any] {
    [
      "occurred_on": occurrence.occurredOn.description,
      "known_on": occurrence.knownOn.description, "document": orNull(filled(occurrence.document)),
    ]
  }

  private static func unit(_ part: TaskTrace.Part) -> [String: Any] {
    [
      "unit": part.unit, "state": part.assessment.state.rawValue,
      "completed_on": orNull(part.assessment.completedOn?.description),
      "counted_as_done_on": orNull(part.assessment.doneOn?.description),
      "days_overdue": part.assessment.daysOverdue, "rows": part.rows.map(row),
      "explanations": part.explanations.map(\.text),
    ]
  }

  private static func row(_ row: TaskTrace.Row) -> [String: Any] {
    receipt(row.receipt, row: row.report.row).merging([
      "said_at": row.saidAt.description,
      "report": [
        "status": row.report.status.rawValue, "percent": orNull(row.report.percent?.plainText),
        "completed_on": orNull(row.report.completedOn?.description),
        "document_no": orNull(filled(row.report.documentNumber)),
        "note": orNull(filled(row.report.note)),
      ] as [String: Any],
    ]) { first, _ in first }
  }

  // MARK: both

  private static func receipt(_ receipt: Receipt, row: Int) -> [String: Any] {
    [
      "unit": receipt.unit, "period": receipt.period.description, "file": receipt.file,
      "row": row, "sha256": receipt.sha256, "revision": receipt.revision,
      "received_at": receipt.receivedAt.description,
      "document_no": orNull(filled(receipt.documentNumber)),
    ]
  }

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func orNull(_ text: String?) -> Any { text.map { $0 as Any } ?? NSNull() }

  private static func line(_ object: [String: Any]) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
