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
        try DocumentRun(run: run, ledger: ledger).forEachPeriod { _, reports in
          for report in reports { try write(report, run) }
        }
        return .clean
      }
    }
  }

  private static func write(_ report: Report, _ run: OrganisationRun) throws {
    let input = report.assessment.input
    let organisation = input.office.organisation
    let folder = run.planFolder(input.plan, input.period)
    try OutputFile.makeFolder(folder)
    let path = "\(folder)/bieu-tong-hop.xlsx"
    let outcome = try WorkbookRenderer.write(
      ConsolidatedWorkbook.sheets(of: report), to: path,
      WorkbookRenderer.Properties(
        title: "Biểu tổng hợp \(input.plan.code) \(input.period), lần \(report.edition)",
        company: organisation.issuer,
        created: input.asOf.unixSeconds(
          utcOffsetMinutes: organisation.calendar.utcOffsetMinutes)))
    run.say("\(run.code): \(path): \(outcome)")
  }
}
