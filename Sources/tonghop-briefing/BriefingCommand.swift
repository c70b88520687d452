import ArgumentParser
import StageSupport
import Stages

@main
struct BriefingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-briefing",
    abstract: "Writes briefing, summary, reminders and feedback slips of an edition.")

  @OptionGroup var options: CommonOptions
  @OptionGroup var printed: EditionOptions

  func run() throws {
    try Running.run(options) { request, console in
      BriefingStage.run(printed.applied(to: request), console)
    }
  }
}
