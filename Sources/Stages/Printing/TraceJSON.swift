import Assessment
import Documents
import Foundation
import PlanModel

/// A trace as data: exact decimals as strings, what is missing as null.
enum TraceJSON {
  static func text(_ trace: FigureTrace) -> String { Value(trace: trace).jsonLine }

  private struct Value: Encodable {
    let plan, indicator, period, window, unit, verdict, asOf: String
    let edition: Int
    let numerator, denominator, value: String?
    let unitsCounted, unitsExpected: Int
    let units: [Unit]

    init(trace: FigureTrace) {
      plan = trace.plan.code
      indicator = trace.indicator.code
      period = trace.period.description
      window = trace.cell.window.rawValue
      unit = trace.cell.unit
      verdict = trace.cell.verdict.rawValue
      asOf = trace.asOf.description
      edition = trace.edition
      numerator = trace.cell.tally.numerator?.plainText
      denominator = trace.cell.tally.denominator?.plainText
      value = trace.cell.value?.rounded(toFractionDigits: 6)?.text(fractionDigits: 6)
      unitsCounted = trace.cell.countedCount
      unitsExpected = trace.cell.expectedUnits.count
      units = trace.parts.map(Unit.init)
    }
  }

  private struct Unit: Encodable {
    let unit: String
    let numerator, denominator: String?
    let rows, denominatorRows: [Row]
    let explanations: [String]

    init(_ part: FigureTrace.Part) {
      unit = part.unit
      numerator = part.cell.tally.numerator?.plainText
      denominator = part.cell.tally.denominator?.plainText
      rows = part.rows.map(Row.init)
      denominatorRows = part.stockRows.map(Row.init)
      explanations = part.explanations.map(\.text)
    }
  }

  private struct Row: Encodable {
    let unit, period, file, sha256, receivedAt, documentNumber, note: String
    let row, revision: Int
    let numerator, denominator, share: String?

    init(_ row: FigureTrace.Row) {
      unit = row.receipt.unit
      period = row.receipt.period.description
      file = row.receipt.file
      sha256 = row.receipt.sha256
      receivedAt = row.receipt.receivedAt.description
      documentNumber = row.receipt.documentNumber
      note = row.figure.note
      self.row = row.figure.row
      revision = row.receipt.revision
      numerator = row.figure.numerator.value?.plainText
      denominator = row.figure.denominator.value?.plainText
      share = row.share?.plainText
    }
  }
}
