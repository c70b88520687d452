public import ArgumentParser
import Stages

/// The options every executable has.
public struct CommonOptions: ParsableArguments {
  @Option(help: "The folder of inputs.")
  var inputs = "inputs"

  @Option(help: "The folder of outputs.")
  var outputs = "outputs"

  @Option(help: "One organisation; all of them when left out.")
  var organisation: String?

  @Option(help: "A period such as 2024-Q3, or all; the organisation's own when left out.")
  var period: String?

  @Option(help: "One plan; all of them when left out.")
  var plan: String?

  @Option(
    help: "The moment of counting (ISO 8601); the organisation's own, else now, when left out.")
  var asOf: String?

  @Flag(help: "Print results as JSON.")
  var json = false

  @Flag(help: "Print only what needs attention.")
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
