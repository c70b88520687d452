import ArgumentParser
import StageSupport
import Stages

@main
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-plan",
    abstract: "Checks the office's own files and prints what the plans hold.")

  @OptionGroup var options: CommonOptions<PlanWords>

  @Flag(help: "Print every indicator and task.")
  var list = false

  func run() throws {
    try Running.run(options) { request, console in
      PlanStage.run(request, isList: list, console)
    }
  }
}
