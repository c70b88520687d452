internal import GRDB

/// Why the ledger could not be opened, read or written; nothing of a failed call is kept.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Code: String, Sendable {
    /// There is no ledger at the path.
    case missing = "ledger-missing"
    /// The file is something else.
    case notALedger = "ledger-not-a-ledger"
    /// A later version of this program has written it.
    case newer = "ledger-newer"
    /// An earlier version wrote it, and it is open for reading only.
    case outdated = "ledger-outdated"
    /// Its content is broken.
    case damaged = "ledger-damaged"
    /// It, or its folder, may not be read or created.
    case cannotOpen = "ledger-cannot-open"
    /// It, its folder or this opening of it does not allow writing.
    case readOnly = "ledger-read-only"
    /// Another program is writing it.
    case locked = "ledger-locked"
    /// The disk, or the share of it one may use, is full.
    case diskFull = "ledger-disk-full"
    /// The disk failed.
    case ioFailure = "ledger-io-failure"
    /// A record breaks a rule of the ledger.
    case refused = "ledger-refused"
    /// Nothing has the number that was asked for.
    case unknownNumber = "ledger-unknown-number"
    /// It was closed before.
    case closed = "ledger-closed"
    /// Anything else.
    case unexpected = "ledger-unexpected"
  }

  /// What kind of failure it is.
  public let code: Code
  /// Where: the ledger's path, or the submission or edition that was being written.
  public let context: String
  /// What happened, in English, for the terminal; never holds a figure.
  public let message: String
  /// What to do about it; empty when nothing can be advised.
  public let remedy: String

  /// A failure with its texts.
  init(_ code: Code, context: String, _ message: String, remedy: String = "") {
    self.code = code
    self.context = context
    self.message = message
    self.remedy = remedy
  }

  /// The same with another advice: what is to be typed needs the organisation, which is not known here.
  public func advising(_ remedy: String) -> LedgerError {
    LedgerError(code, context: context, message, remedy: remedy)
  }

  /// `outputs/x/ledger.sqlite: the disk is full; make room and run again [ledger-disk-full]`.
  public var description: String {
    "\(context): \(message)\(remedy.isEmpty ? "" : "; \(remedy)") [\(code.rawValue)]"
  }
}

extension LedgerError {
  /// What an officer types when the ledger is damaged; the commands that mend it need the organisation,
  /// which is not known here.
  static let damageRemedy =
    "type: tonghop-ledger verify, which says what is damaged and prints the command that mends it"

  /// A journal stands beside the ledger: nobody knows how far it has come.
  static func beingWritten(_ path: String) -> LedgerError {
    LedgerError(
      .locked, context: path, "a run is writing the ledger, or was broken off",
      remedy: "wait for it to end, or run tonghop-ingest again")
  }

  /// What a failure of SQLite means to an operator.
  ///
  /// SQLite's own words are added only where they say which rule or which part is concerned: they name
  /// columns, never what stands in them.
  init(_ error: DatabaseError, context: String) {
    let detail = error.message.map { ": \($0)" } ?? ""
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(.diskFull, context: context, "the disk is full", remedy: "make room and run again")
    case .SQLITE_READONLY:
      self.init(
        .readOnly, context: context, "the ledger cannot be written",
        remedy: "check the rights on the file and its folder")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .locked, context: context, "another program is using the ledger",
        remedy: "wait for it to end and run again")
    case .SQLITE_CORRUPT, .SQLITE_FORMAT:
      self.init(
        .damaged, context: context, "the ledger is damaged\(detail)",
        remedy: Self.damageRemedy)
    case .SQLITE_NOTADB:
      self.init(.notALedger, context: context, "this file is not a ledger", remedy: otherFile)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .cannotOpen, context: context, "the ledger cannot be opened",
        remedy: "check that its folder exists and may be read")
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      self.init(.diskFull, context: context, "the disk is full", remedy: "make room and run again")
    case .SQLITE_IOERR:
      self.init(
        .ioFailure, context: context,
        "the disk failed (SQLite error \(error.extendedResultCode.rawValue))",
        remedy: "check the disk before the next run")
    case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH:
      self.init(.refused, context: context, "the record breaks a rule of the ledger\(detail)")
    case .SQLITE_MISUSE:
      self.init(.closed, context: context, "the ledger is closed")
    default:
      self.init(
        .unexpected, context: context,
        "SQLite error \(error.extendedResultCode.rawValue)\(detail)")
    }
  }
}

/// Advice for a file that is something else.
let otherFile = "move it away or name another folder of outputs"
