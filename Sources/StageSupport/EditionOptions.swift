public import ArgumentParser
public import Stages

/// The options of the stages that print an edition; intake has none to print.
public struct EditionOptions: ParsableArguments {
  @Option(help: "An issued edition by its number, made again from the ledger alone.")
  var edition: Int?

  @Option(
    help: "A day such as 2025-06-30: print the figures in that day's structure of units, aside.")
  var structure: String?

  @Flag(
    help: "Keep what is written aside; the next stage without this shows the edition's documents.")
  var hold = false

  /// Made by the parser.
  public init() {}

  /// A request with these options in it.
  public func applied(to request: StageRequest) -> StageRequest {
    var request = request
    request.edition = edition
    request.structure = structure
    request.isHeld = hold
    return request
  }
}
