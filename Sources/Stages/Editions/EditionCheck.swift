import Foundation
import LedgerStore

/// Makes the editions of a ledger again, and holds them against what was recorded when they were issued.
struct EditionCheck {
  let organisation: String
  let ledger: Ledger

  /// How many are the same, and a sentence for each that is not.
  func all() throws -> (same: Int, others: [String]) {
    var same = 0
    var others: [String] = []
    for edition in try ledger.editions() {
      if let difference = try difference(edition) {
        others.append("\(Self.name(edition)) \(difference)")
      } else {
        same += 1
      }
    }
    return (same, others)
  }

  private func difference(_ edition: Edition) throws -> String? {
    let content: EditionContent
    do {
      content = try EditionContent(edition, organisation: organisation, ledger: ledger)
    } catch is StageError {
      return "was made from files of the office that this version of the program cannot read"
    }
    let sources = try ledger.sources(of: edition)
    guard content.inputsDigest(sources) == edition.inputsDigest else {
      return "was made from other receipts or files than the ledger now holds for it"
    }
    let made = try content.made(
      edition: edition.number, ledger, in: FileManager.default.temporaryDirectory.path)
    return try made.data.says(edition.outcomeDigest) ? nil : Self.otherwise
  }

  /// What is to be said where an edition made again is not what was issued under its number; nil where it is.
  static func complaint(_ edition: Edition, made: MadeData, _ run: OrganisationRun) throws
    -> String?
  {
    try made.says(edition.outcomeDigest)
      ? nil
      : "\(name(edition)) \(otherwise); if the program is the same, type: "
        + LedgerPlace(run.code, run.request).mending
  }

  /// How an edition is called where something is said of it.
  static func name(_ edition: Edition) -> String {
    "edition \(edition.number) of \(edition.plan) for \(edition.period)"
  }

  private static let otherwise =
    "says something else than when it was issued: its rows have changed, or another version of the "
    + "program counts otherwise"
}
