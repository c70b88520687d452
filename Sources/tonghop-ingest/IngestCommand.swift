import ArgumentParser
import StageSupport
import Stages

@main
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-ingest",
    abstract: "Takes every submission into the ledger once.")

  @OptionGroup var options: CommonOptions<IngestWords>

  @Flag(help: "Validate and say what would be taken, but write nothing.")
  var dryRun = false

  @Option(help: "Only the files of one unit.")
  var unit: String?

  func run() throws {
    try Running.run(options) { request, console in
      var request = request
      request.isDryRun = dryRun
      request.unit = unit
      return IngestStage.run(request, console)
    }
  }
}
