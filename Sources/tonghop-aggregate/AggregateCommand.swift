import ArgumentParser
import StageSupport
import Stages

@main
struct AggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-aggregate",
    abstract: "Makes an edition of each plan for a period, and its data files.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var printed: EditionOptions

  func run() throws {
    try Running.run(options) { request, console in
      AggregateStage.run(printed.applied(to: request), console)
    }
  }
}
