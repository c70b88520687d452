import Documents
import LedgerStore
import PlanModel
import Rendering

/// Writes the text documents of editions (`tonghop-briefing`).
public enum BriefingStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      try run.withLedger(.readOnly) { ledger in
        try DocumentRun(run: run, ledger: ledger).forEachPeriod { period, reports in
          for report in reports { _ = report }
        }
        return .clean
      }
    }
  }
}
