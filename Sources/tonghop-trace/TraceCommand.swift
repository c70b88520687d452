import ArgumentParser
import StageSupport
import Stages

@main
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-trace",
    abstract: "Says where a figure comes from: units, files, rows, receipts.")

  @OptionGroup var options: CommonOptions

  @Option(help: "What to trace: PLAN/INDICATOR, such as NQ21/CT01.")
  var indicator: String

  @Option(help: "A unit's code; the organisation's own when left out.")
  var unit: String?

  @Option(help: "point, period, year or term; the target's own when left out.")
  var window: String?

  @Option(help: "An issued edition by its number, made again from the ledger alone.")
  var edition: Int?

  func run() throws {
    let question = TraceQuestion(indicator: indicator, unit: unit, window: window)
    try Running.run(options) { request, console in
      var request = request
      request.edition = edition
      return TraceStage.run(request, question, console)
    }
  }
}
