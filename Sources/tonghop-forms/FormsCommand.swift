import ArgumentParser
import StageSupport
import Stages

@main
struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-forms",
    abstract: "Writes the blank forms that units fill in for a period.")

  @OptionGroup var options: CommonOptions<FormsWords>

  @Option(help: "Only the forms of one unit.")
  var unit: String?

  func run() throws {
    try Running.run(options) { request, console in
      var request = request
      request.unit = unit
      return FormsStage.run(request, console)
    }
  }
}
