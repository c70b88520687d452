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
    OrganisationRun.all(request, console) { run in
      try run.withLedger(.readOnly) { ledger in
        try DocumentRun(run: run, ledger: ledger).forEachPeriod { _, reports in
          for report in reports { try write(report, run, ledger) }
        }
        return .clean
      }
    }
  }

  private static func write(
    _ report: Report, _ run: OrganisationRun, _ ledger: Ledger
  ) throws {
    let input = report.assessment.input
    let organisation = input.office.organisation
    let folder = run.planFolder(input.plan, input.period)
    try OutputFile.makeFolder(folder)
    let path = "\(folder)/bieu-tong-hop.xlsx"
    var properties = WorkbookRenderer.Properties(
      title: "Biểu tổng hợp \(input.plan.code) \(input.period), lần \(report.edition)",
      company: organisation.issuer,
      created: input.asOf.unixSeconds(utcOffsetMinutes: organisation.calendar.utcOffsetMinutes))
    properties.subject = "Kế hoạch số \(input.plan.number) \(input.plan.title)"
    properties.keywords = "\(input.plan.code), \(input.period), \(organisation.name)"
    properties.comments = organisation.form.notice ?? ""
    let outcome = try WorkbookRenderer.write(
      ConsolidatedWorkbook.sheets(of: report, try provenance(of: report, ledger)), to: path,
      properties)
    run.say("\(run.code): \(path): \(outcome)")
  }

  /// What the ledger knows of the edition behind a report.
  private static func provenance(
    of report: Report, _ ledger: Ledger
  ) throws -> WorkbookProvenance {
    let input = report.assessment.input
    let editions = try ledger.editions(plan: input.plan.code, period: input.period)
    guard let edition = editions.first(where: { $0.number == report.edition }) else {
      return WorkbookProvenance()
    }
    return WorkbookProvenance(
      inputsDigest: edition.inputsDigest, outcomeDigest: edition.outcomeDigest,
      files: try ledger.sources(of: edition).map {
        .init(name: $0.name, sha256: SHA256Digest(of: $0.bytes).hexadecimal)
      })
  }
}
