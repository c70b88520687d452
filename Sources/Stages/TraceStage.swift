import Assessment
import Documents
import LedgerStore
import PlanModel

/// What is to be traced.
public struct TraceQuestion: Sendable {
  /// What comes from somewhere.
  public enum Subject: Sendable {
    /// A figure: `PLAN/INDICATOR`, or the indicator alone where it is the only one of that code; in a window
    /// by its name, nil for the one the target speaks of.
    case indicator(String, window: String?)
    /// The state of a task: `PLAN/TASK`, or the task alone where it is the only one of that code.
    case task(String)
  }

  /// What is traced.
  public let subject: Subject
  /// A unit's code; nil for the organisation's own.
  public let unit: String?

  /// A figure or a task, of a unit.
  public init(_ subject: Subject, unit: String?) {
    self.subject = subject
    self.unit = unit
  }
}

/// Says where a figure or the state of a task comes from (`tonghop-trace`), from the ledger alone.
public enum TraceStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(
    _ request: StageRequest, _ question: TraceQuestion, _ console: Console
  ) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      switch question.subject {
      case .indicator(let name, let window):
        let code = try Code(name, option: "--indicator", example: "NQ21/CT01")
        let window = try window.map(self.window)
        let unit = question.unit ?? run.office.registry.root
        try print("figure of \(name)", question, run, code, TraceJSON.text, \.lines) {
          FigureTrace($0, indicator: code.item, unit: unit, window: window)
        }
      case .task(let name):
        let code = try Code(name, option: "--task", example: "NQ21/III-01")
        try print("task \(name)", question, run, code, TraceJSON.text, \.lines) {
          TaskTrace($0, task: code.item, unit: question.unit)
        }
      }
      return .clean
    }
  }

  /// `PLAN/ITEM`, or the item alone.
  private struct Code {
    let plan: String?
    let item: String

    init(_ text: String, option: String, example: String) throws {
      let parts = text.split(separator: "/").map(String.init)
      guard let item = parts.last, parts.count <= 2 else {
        throw StageError("\(option): expected PLAN/CODE such as \(example)", status: .usage)
      }
      self.item = item
      plan = parts.count == 2 ? parts[0] : nil
    }
  }

  private static func window(_ name: String) throws -> Window {
    guard let window = Window(rawValue: name) else {
      throw StageError("--window \(name): expected point, period, year or term", status: .usage)
    }
    return window
  }

  /// Prints what reports say of it, one trace for each plan that has it.
  private static func print<Trace>(
    _ what: String, _ question: TraceQuestion, _ run: OrganisationRun, _ code: Code,
    _ json: (Trace) -> String, _ lines: (Trace) -> [String], _ trace: (Report) -> Trace?
  ) throws {
    var traces: [Trace] = []
    try run.withLedger(.readOnly) { ledger in
      try DocumentRun(run: run, ledger: ledger).forEachPeriod { (_: Period, reports: [Report]) in
        traces += reports.filter { report in code.plan.map(report.isOf) ?? true }
          .compactMap(trace)
      }
    }
    guard !traces.isEmpty else {
      throw StageError(
        "no \(what)" + (question.unit.map { " for \($0)" } ?? "")
          + " in the edition: check the codes with "
          + run.request.command("tonghop-plan", of: run.code, "--list"))
    }
    for trace in traces {
      if run.request.isJSON {
        run.console.output(json(trace))
      } else {
        lines(trace).forEach(run.console.output)
      }
    }
  }
}

extension Report {
  fileprivate func isOf(plan code: String) -> Bool {
    assessment.input.plan.code.uppercased() == code.uppercased()
  }
}
