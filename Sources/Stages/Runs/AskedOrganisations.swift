import Foundation
import PlanFiles

/// The organisations that a request is about.
struct AskedOrganisations {
  /// Their codes; those of all that the inputs hold where none is named.
  let codes: [String]
  private let request: StageRequest
  private let console: Console

  init(_ request: StageRequest, _ console: Console) {
    self.request = request
    self.console = console
    codes = request.organisation.map { [$0] } ?? OfficeFolder.organisations(inputs: request.inputs)
  }

  /// Why nothing can be begun, after saying so; nil where it can.
  func refusal() -> ExitStatus? {
    if codes.isEmpty { return noOrganisation() }
    if areOutputsAmongInputs {
      console.notice(
        "--outputs \(request.outputs): the folders of inputs are only read; name one outside of them"
      )
      return .usage
    }
    if codes == [""] {
      console.notice("--organisation: expected the name of a folder in \(request.inputs)")
      return .usage
    }
    return nil
  }

  /// Says that there is nobody to work for, and why.
  private func noOrganisation() -> ExitStatus {
    if let finding = OfficeFolder.unreadable(inputs: request.inputs) {
      finding.terminalLines.forEach(console.notice)
    } else {
      console.notice(
        "no organisation in \(request.inputs): expected a folder with an organisation.yaml"
          + (request.edition == nil ? "" : "; name one with --organisation"))
    }
    return .failed
  }

  /// Whether the folder of outputs is that of the inputs, or stands in an organisation's: they are only read.
  private var areOutputsAmongInputs: Bool {
    func place(_ folder: String) -> String {
      URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
    }
    let outputs = place(request.outputs)
    return outputs == place(request.inputs)
      || OfficeFolder.organisations(inputs: request.inputs).contains {
        outputs.hasPrefix(place("\(request.inputs)/\($0)"))
      }
  }

  /// Names the ledgers whose organisation is not among the inputs any more, where all are asked for:
  /// nothing can be done for it.
  func lookForOrphans() -> ExitStatus {
    guard request.organisation == nil else { return .clean }
    let orphans = orphans
    for folder in orphans {
      console.notice(
        "\(request.outputs)/\(folder): there is a ledger, but no organisation.yaml can be found in "
          + "\(request.inputs)/\(folder): nothing is done for it; put the file back, see that it can "
          + "be read, or move the folder of outputs away")
    }
    return orphans.isEmpty ? .clean : .failed
  }

  /// The folders of outputs whose organisation is not among the inputs any more.
  private var orphans: [String] {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: request.outputs)) ?? []
    return names.filter {
      !codes.contains($0) && OfficeFolder.isPlainName($0)
        && manager.fileExists(atPath: LedgerPlace($0, request).ledger)
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
