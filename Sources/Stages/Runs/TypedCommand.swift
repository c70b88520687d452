import Foundation
import LedgerStore

/// What an officer is told to type runs as it is printed, and on what the stage was asked about.
extension StageRequest {
  /// A command for an organisation, in the folders of this request; `options` are typed as given. One that
  /// does not look at the inputs is not given their folder.
  ///
  /// `.build/release/tonghop-ledger rebuild --organisation x --outputs o2`
  func command(
    _ words: String, of code: String, _ options: String = "", readsInputs: Bool = true
  ) -> String {
    let usual = StageRequest()
    let places = [
      inputs == usual.inputs || !readsInputs ? "" : "--inputs \(Self.word(inputs))",
      outputs == usual.outputs ? "" : "--outputs \(Self.word(outputs))",
    ]
    return ([Self.programs + words, "--organisation \(code)"] + places + [options])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The period that was asked for, as an option; empty when none was.
  var periodOption: String { period.map { "--period \(Self.word($0))" } ?? "" }

  /// A path as one word of the shell.
  static func word(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+:,@%=".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: #"'\''"#))'"
  }

  /// The folder of the programs, as this one was called; empty where the shell finds them by themselves.
  private static let programs: String = {
    let path = CommandLine.arguments.first ?? ""
    guard let end = path.lastIndex(of: "/"), path[end...].hasPrefix("/tonghop-") else { return "" }
    return word(String(path[...end]))
  }()

  /// What is printed of an error. The ledger advises commands without knowing whose it is.
  func sentence(on error: any Error, of code: String) -> String {
    guard let error = error as? LedgerError else { return "\(error)" }
    let commands = [
      ("tonghop-ledger verify", command("tonghop-ledger verify", of: code)),
      ("tonghop-ingest", command("tonghop-ingest", of: code, periodOption)),
    ]
    let remedy = commands.reduce(error.remedy) { $0.replacing($1.0, with: $1.1) }
    return "\(error.advising(remedy))"
  }
}
