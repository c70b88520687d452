import ArgumentParser
import StageSupport
import Stages

@main
struct AggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-aggregate",
    abstract: "Makes an edition of each plan for a period, and its data files.")

  @OptionGroup var options: CommonOptions<EditionWords>
  @OptionGroup var printed: EditionOptions

  @Option(
    help: "Also write the editions as submissions for the level above, below this folder.")
  var exportSubmission: String?

  @Option(
    help: ArgumentHelp(
      "A plan that the level above has; repeated for several, the same in every run. All of them "
        + "when left out."))
  var exportPlan: [String] = []

  func run() throws {
    try Running.run(options) { request, console in
      var request = printed.applied(to: request)
      request.exportFolder = exportSubmission
      request.exportPlans = exportPlan
      return AggregateStage.run(request, console)
    }
  }
}
