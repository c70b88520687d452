import Assessment
import ContentHash
import Documents
import LedgerStore
import PlanModel
import Rendering

/// Writes the consolidated workbook of editions (`tonghop-workbook`).
public enum WorkbookStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console, quietly: "workbook") { run in
      try run.withLedger(.readOnly) { ledger in
        let documents = DocumentRun(run: run, ledger: ledger)
        try documents.forEachPeriod { (_: Period, editions: [Edition]) in
          for edition in editions { try write(edition, documents) }
        }
        return try documents.issued.finish()
      }
    }
  }

  private static func write(_ edition: Edition, _ documents: DocumentRun) throws {
    let run = documents.run
    let folder = EditionFolder(of: edition, run)
    let name = DocumentStage.workbook.names[0]
    let path = "\(folder.shown)/\(name)"
    if folder.standing(.workbook) != nil {
      try documents.issued.hold(edition, .workbook, folder, isNew: false)
      try folder.show()
      return run.sayAgain(line(edition, path, .unchanged, run))
    }
    run.console.log("\(run.code): writing \(path) of edition \(edition.number)")
    let (sheets, properties) = try made(edition, documents)
    var outcome = OutputOutcome.unchanged
    try folder.write(.workbook) { place in
      outcome = try WorkbookRenderer.write(sheets, to: "\(place)/\(name)", properties)
      return [name]
    }
    try documents.issued.hold(edition, .workbook, folder, isNew: true)
    try folder.show()
    let isWritten = outcome == .written
    run.console.tally.add { $0.documents += isWritten ? 1 : 0 }
    run.say(line(edition, path, outcome, run))
    run.quiet?.say(line(edition, path, .unchanged, run).sentence)
  }

  /// The sheets, and what the workbook says about itself: the report they are made from may be far larger,
  /// and is let go of before they are written.
  private static func made(
    _ edition: Edition, _ documents: DocumentRun
  ) throws -> ([SheetModel], WorkbookRenderer.Properties) {
    let report = try documents.report(edition, notes: .ofWorkbook)
    let sheets = ConsolidatedWorkbook.sheets(
      of: report, try provenance(of: edition, documents.ledger))
    return (HouseStyle(report).applied(to: sheets), properties(of: report))
  }

  private static func properties(of report: Report) -> WorkbookRenderer.Properties {
    let input = report.assessment.input
    let organisation = input.office.organisation
    var properties = WorkbookRenderer.Properties(
      title: "Biểu tổng hợp \(input.plan.code) \(input.period), lần \(report.edition)",
      company: organisation.issuer,
      created: input.asOf.unixSeconds(utcOffsetMinutes: organisation.calendar.utcOffsetMinutes))
    properties.subject = "Kế hoạch số \(input.plan.number) \(input.plan.title)"
    properties.keywords = "\(input.plan.code), \(input.period), \(organisation.name)"
    properties.comments = organisation.form.notice ?? ""
    return properties
  }

  private static func line(
    _ edition: Edition, _ path: String, _ outcome: OutputOutcome, _ run: OrganisationRun
  ) -> ResultLine {
    ResultLine(
      "\(run.code): \(path): \(outcome)",
      [
        "organisation": .text(run.code), "plan": .text(edition.plan),
        "period": .text("\(edition.period)"), "edition": .number(edition.number),
        "file": .text(path), "written": .truth(outcome == .written),
      ])
  }

  /// What the ledger knows of an edition.
  private static func provenance(
    of edition: Edition, _ ledger: Ledger
  ) throws -> WorkbookProvenance {
    WorkbookProvenance(
      inputsDigest: edition.inputsDigest, outcomeDigest: edition.outcomeDigest,
      files: try ledger.sources(of: edition).map {
        .init(name: $0.name, sha256: SHA256Digest(of: $0.bytes).hexadecimal)
      })
  }
}
