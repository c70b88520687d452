public import ArgumentParser
import Stages

/// The options every executable has; `Words` say what they do in it.
public struct CommonOptions<Words: OptionWords>: ParsableArguments {
  @Option(help: ArgumentHelp(Words.help.inputs))
  var inputs = "inputs"

  @Option(help: ArgumentHelp(Words.help.outputs))
  var outputs = "outputs"

  @Option(help: ArgumentHelp(Words.help.organisation))
  var organisation: String?

  @Option(help: ArgumentHelp(Words.help.period))
  var period: String?

  @Option(help: ArgumentHelp(Words.help.plan))
  var plan: String?

  @Option(help: ArgumentHelp(Words.help.asOf))
  var asOf: String?

  @Flag(help: ArgumentHelp(Words.help.json))
  var json = false

  @Flag(help: ArgumentHelp(Words.help.quiet))
  var quiet = false

  @Flag(help: "Log what is done.")
  var verbose = false

  /// Made by the parser.
  public init() {}

  /// What the options ask for.
  var request: StageRequest {
    var request = StageRequest()
    request.inputs = inputs
    request.outputs = outputs
    request.organisation = organisation
    request.period = period
    request.plan = plan
    request.asOf = asOf
    request.isJSON = json
    request.isQuiet = quiet
    return request
  }
}
