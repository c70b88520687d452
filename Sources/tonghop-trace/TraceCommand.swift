import ArgumentParser
import StageSupport
import Stages

@main
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-trace",
    abstract:
      "Says where a figure or the state of a task comes from: units, files, rows, receipts.")

  @OptionGroup var options: CommonOptions<TraceWords>

  @Option(help: "The figure to trace: PLAN/INDICATOR, such as NQ21/CT01.")
  var indicator: String?

  @Option(help: "The task to trace: PLAN/TASK, such as NQ21/III-01; this or --indicator.")
  var task: String?

  @Option(
    help: "A unit's code; the organisation's own figure, or the task of all units, when left out.")
  var unit: String?

  @Option(
    help: "With --indicator: point, period, year or term; the target's own when left out.")
  var window: String?

  @Option(help: "An issued edition by its number, made again from the ledger alone.")
  var edition: Int?

  func validate() throws { _ = try subject() }

  private func subject() throws -> TraceQuestion.Subject {
    switch (indicator, task) {
    case (let indicator?, nil): return .indicator(indicator, window: window)
    case (nil, let task?) where window == nil: return .task(task)
    case (nil, _?): throw ValidationError("--window is of figures: leave it out beside --task")
    default: throw ValidationError("name either --indicator or --task")
    }
  }

  func run() throws {
    let question = TraceQuestion(try subject(), unit: unit)
    try Running.run(options) { request, console in
      var request = request
      request.edition = edition
      return TraceStage.run(request, question, console)
    }
  }
}
