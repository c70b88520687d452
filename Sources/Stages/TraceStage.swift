import Assessment
import Documents
import LedgerStore
import PlanModel

/// What is to be traced.
public struct TraceQuestion: Sendable {
  /// `PLAN/INDICATOR`, or the indicator alone where it is the only one of that code.
  public let indicator: String
  /// A unit's code; nil for the organisation's own.
  public let unit: String?
  /// A window's name; nil for the one the target speaks of.
  public let window: String?

  /// An indicator, of a unit, in a window.
  public init(indicator: String, unit: String?, window: String?) {
    self.indicator = indicator
    self.unit = unit
    self.window = window
  }
}

/// Says where a figure comes from (`tonghop-trace`), from the ledger alone.
public enum TraceStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(
    _ request: StageRequest, _ question: TraceQuestion, _ console: Console
  ) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      let traces = try traces(question, run)
      guard !traces.isEmpty else {
        throw StageError(
          "no figure of \(question.indicator)" + (question.unit.map { " for \($0)" } ?? "")
            + " in the edition: check the codes with "
            + request.command("tonghop-plan", of: run.code, "--list"))
      }
      for trace in traces {
        if request.isJSON {
          console.output(TraceJSON.text(trace))
        } else {
          trace.lines.forEach(console.output)
        }
      }
      return .clean
    }
  }

  private static func traces(
    _ question: TraceQuestion, _ run: OrganisationRun
  ) throws -> [FigureTrace] {
    let parts = question.indicator.split(separator: "/").map(String.init)
    guard let indicator = parts.last, parts.count <= 2 else {
      throw StageError("--indicator: expected PLAN/INDICATOR such as NQ21/CT01", status: .usage)
    }
    let window = try question.window.map { name in
      guard let window = Window(rawValue: name) else {
        throw StageError("--window \(name): expected point, period, year or term", status: .usage)
      }
      return window
    }
    var traces: [FigureTrace] = []
    try run.withLedger(.readOnly) { ledger in
      try DocumentRun(run: run, ledger: ledger).forEachPeriod { (_: Period, reports: [Report]) in
        traces += reports.filter { parts.count == 1 || $0.isOf(plan: parts[0]) }.compactMap {
          FigureTrace(
            $0, indicator: indicator, unit: question.unit ?? run.office.registry.root,
            window: window)
        }
      }
    }
    return traces
  }
}

extension Report {
  fileprivate func isOf(plan code: String) -> Bool {
    assessment.input.plan.code.uppercased() == code.uppercased()
  }
}
