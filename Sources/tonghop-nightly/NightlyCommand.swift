import ArgumentParser
import StageSupport
import Stages

@main
struct NightlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-nightly",
    abstract: "Takes what is new of every organisation and brings all documents up to date.")

  @OptionGroup var options: CommonOptions<NightlyWords>

  func run() throws { try Running.run(options, NightlyStage.run) }
}
