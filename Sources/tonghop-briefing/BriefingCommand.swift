import ArgumentParser
import StageSupport
import Stages

@main
struct BriefingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-briefing",
    abstract: "Writes briefing, summary, reminders and feedback slips of an edition.")

  @OptionGroup var options: CommonOptions<EditionWords>
  @OptionGroup var printed: EditionOptions

  @Option(
    help:
      "Print the template of a document (bao-cao, tom-tat, ...) for the office to edit, and stop.")
  var printTemplate: String?

  func run() throws {
    try Running.run(options) { request, console in
      if let name = printTemplate { return BriefingStage.printTemplate(name, console) }
      return BriefingStage.run(printed.applied(to: request), console)
    }
  }
}
