import ArgumentParser
import StageSupport
import Stages

@main
struct WorkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-workbook",
    abstract: "Writes the consolidated workbook of an edition.")

  @OptionGroup var options: CommonOptions<EditionWords>
  @OptionGroup var printed: EditionOptions

  func run() throws {
    try Running.run(options) { request, console in
      WorkbookStage.run(printed.applied(to: request), console)
    }
  }
}
