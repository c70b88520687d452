import Assessment
import Documents
import LedgerStore
import PlanModel
import Rendering

/// Writes the consolidated workbook of editions (`tonghop-workbook`).
public enum WorkbookStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      try run.withLedger(.readOnly) { ledger in
        let documents = DocumentRun(run: run, ledger: ledger)
        try documents.forEachPeriod { (_: Period, editions: [Edition]) in
          for edition in editions { try write(edition, documents) }
        }
        return .clean
      }
    }
  }

  private static let name = "bieu-tong-hop.xlsx"

  private static func write(_ edition: Edition, _ documents: DocumentRun) throws {
    let run = documents.run
    let folder = run.planFolder(edition.plan, edition.period)
    let path = "\(folder)/\(name)"
    let published = PublishedDocuments(of: "workbook", in: folder, madeFrom: [edition])
    if published.standing() != nil { return run.say("\(run.code): \(path): unchanged") }
    let report = try documents.report(edition)
    let input = report.assessment.input
    let organisation = input.office.organisation
    try OutputFile.makeFolder(folder)
    let outcome = try WorkbookRenderer.write(
      ConsolidatedWorkbook.sheets(of: report), to: path,
      WorkbookRenderer.Properties(
        title: "Biểu tổng hợp \(input.plan.code) \(input.period), lần \(report.edition)",
        company: organisation.issuer,
        created: input.asOf.unixSeconds(
          utcOffsetMinutes: organisation.calendar.utcOffsetMinutes)))
    try published.record([name])
    run.say("\(run.code): \(path): \(outcome)")
  }
}
