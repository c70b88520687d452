internal import ContentHash
internal import Glibc
public import PlanModel

/// How far a ledger has come: as long as it is the same, nothing was received and no edition issued, for a
/// ledger only grows.
public struct LedgerStanding: Hashable, Sendable {
  /// One line, to be noted and compared.
  public let text: String

  /// What was noted.
  public init(text: String) { self.text = text }

  /// What is looked at.
  public enum Scope: Sendable {
    /// What was received.
    case receipts
    /// What was received, and the editions made of it.
    case receiptsAndEditions
  }

  /// That of the file at `path`; throws as opening it to read does, and `locked` while a run is writing it,
  /// or has left it broken off.
  public init(ofFile path: String, _ scope: Scope) throws {
    guard LedgerFile(path).hasNoJournal else { throw LedgerError.beingWritten(path) }
    // who may only read it would leave behind files beside it that nobody may write either
    guard unsafe access(path, R_OK | W_OK) == 0 else {
      throw LedgerError(
        .readOnly, context: path, "the ledger cannot be written",
        remedy: "check the rights on the file and its folder")
    }
    let ledger = try Ledger(path: path, mode: .readOnly)
    self = try ledger.standing(scope)
    try ledger.close()
  }
}

extension Ledger {
  /// How far the ledger has come.
  public func standing(_ scope: LedgerStanding.Scope) throws -> LedgerStanding {
    var digest = FieldsDigest()
    let last = try lastReceiptNumber()
    // two ledgers may have come as far; that their last files are the same, and came together, says they are one
    if last > 0 {
      let receipt = try receipt(number: last)
      digest.add("\(receipt.period) \(receipt.receivedAt) \(receipt.revision)")
      for text in [receipt.unit, receipt.file, receipt.sha256] { digest.add(text) }
    }
    for edition in scope == .receipts ? [] : try editions() {
      digest.add(edition.plan)
      digest.add("\(edition.period) \(edition.number) \(edition.asOf) \(edition.horizon)")
      digest.add(edition.inputsDigest)
      digest.add(edition.outcomeDigest)
    }
    return LedgerStanding(text: "\(last) \(digest.digest.hexadecimal)")
  }

  /// The first moment after another at which a submission counts as received, as a register may say of days
  /// to come; nil when there is none.
  public func nextReceipt(after moment: CivilTime) throws -> CivilTime? {
    try reading { connection in
      var statement = try connection.prepare(
        "SELECT min(received_at) FROM receipt WHERE received_at > ?")
      statement.add(moment.description)
      guard try statement.next(), !statement.text(0).isEmpty else { return nil }
      return try LedgerText.required(
        statement.time(0), "received_at", of: "a receipt", in: path)
    }
  }
}
