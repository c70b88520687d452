internal import GRDB

/// The ledger of one organisation: everything ever received, and every edition issued.
///
/// It only grows: what a receipt or an edition says is never changed, and the file's own rules see to it.
/// A call either does all of its work or throws a `LedgerError` and keeps nothing; what it returned is on
/// the disk. Two runs that record the same submissions in the same order make the same file, byte for byte.
public final class Ledger: Sendable {
  /// What a ledger is opened for.
  public enum Mode: Hashable, Sendable {
    /// To record as well; makes the file when there is none, its folder must exist.
    case readWrite
    /// Only to read; the file must exist and is not changed.
    case readOnly
  }

  /// The ledger's path.
  public let path: String
  /// What it was opened for.
  let mode: Mode

  let queue: DatabaseQueue

  /// Opens the ledger at `path`, normally `outputs/<organisation>/ledger.sqlite`.
  ///
  /// Throws when the file is missing (`readOnly`), is no ledger, is damaged, was written by a later version
  /// of the program, may not be read or written, or is in use by another run for ten seconds. After a run
  /// that was broken off, opening to write looks through the whole file for damage first.
  public convenience init(path: String, mode: Mode) throws {
    try self.init(path: path, mode: mode, patience: 10)
  }

  /// Waits `patience` seconds for another run to let go of the file.
  init(path: String, mode: Mode, patience: Double) throws {
    let file = LedgerFile(path)
    self.path = path
    self.mode = mode
    // a journal that nobody is using was left by a run that was killed, or by a power cut
    let wasBrokenOff = mode == .readWrite && !file.hasNoJournal
    queue =
      switch mode {
      case .readWrite: try Self.openToWrite(file, Self.configuration(patience))
      case .readOnly: try Self.openToRead(file, Self.configuration(patience))
      }
    if wasBrokenOff { try integrityCheck() }
  }

  /// Closes the file, with everything in it: no journal stays beside it unless someone else is reading.
  ///
  /// A second call does nothing. A ledger let go of without `close()` loses nothing, but says nothing either
  /// when the disk fails at the last moment.
  public func close() throws {
    let checkpoint = Swift.Result {
      // the last to close does this as well, but keeps its failures to itself; waits for no reader
      mode == .readWrite ? try reading { try $0.integer("PRAGMA wal_checkpoint(PASSIVE)") } : nil
    }
    do {
      try queue.close()
      _ = try checkpoint.get()
    } catch let error as LedgerError where error.code == .closed {
      return
    } catch let error as DatabaseError {
      throw LedgerError(error, context: path)
    }
  }

  /// Looks through the whole file for damage; throws `damaged` with the first things found.
  ///
  /// Takes 0.1 s for 800,000 rows, once the file has been read from the disk.
  func integrityCheck() throws {
    let complaints = try reading { connection in
      var statement = try connection.prepare("PRAGMA quick_check(3)")
      var complaints: [String] = []
      while try statement.next() { complaints.append(statement.text(0)) }
      return complaints
    }
    guard complaints == ["ok"] else {
      throw LedgerError(
        .damaged, context: path, "the ledger is damaged: \(complaints.joined(separator: "; "))",
        remedy: LedgerError.damageRemedy)
    }
  }

  /// Runs a body that only reads.
  func reading<Result>(_ body: (SQLConnection) throws -> Result) throws -> Result {
    do {
      // rows once recorded never change, so that several statements need no common transaction
      return try queue.unsafeRead { try body(SQLConnection($0)) }
    } catch let error as DatabaseError {
      throw LedgerError(error, context: path)
    }
  }

  /// Runs a body that only reads, with many small statements: in one transaction the file is locked once.
  func readingMuch<Result>(_ body: (SQLConnection) throws -> Result) throws -> Result {
    do {
      return try queue.read { try body(SQLConnection($0)) }
    } catch let error as DatabaseError {
      throw LedgerError(error, context: path)
    }
  }

  /// Runs a body in one transaction, kept whole or not at all.
  func writing<Result>(_ body: (SQLConnection) throws -> Result) throws -> Result {
    guard mode == .readWrite else {
      throw LedgerError(.readOnly, context: path, "the ledger was opened only to be read")
    }
    do {
      return try queue.write { try body(SQLConnection($0)) }
    } catch let error as DatabaseError {
      throw LedgerError(error, context: path)
    }
  }
}

extension Ledger {
  private static func openToWrite(
    _ file: LedgerFile, _ configuration: Configuration
  ) throws -> DatabaseQueue {
    if try !file.exists() { try file.create() }
    try file.checkWritable()
    var configuration = configuration
    configuration.prepareDatabase { database in
      _ = try version(of: database, file)
      // of a new file: the originals and figures of a submission mostly fit in a page, not in one of 4 kB
      try database.execute(sql: "PRAGMA page_size = 16384")
      // A power cut after any write loses nothing acknowledged in this mode, and only in this one.
      try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384")
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
        throw LedgerError(
          .cannotOpen, context: file.path, "its disk cannot keep a write-ahead log",
          remedy: "keep outputs on a local disk")
      }
    }
    do {
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      if try queue.unsafeRead({ try version(of: $0, file) }) < LedgerSchema.version {
        // first of all, so that a run broken off during the migration leaves what the next one knows
        try queue.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA application_id = \(LedgerSchema.applicationID)")
        }
        try LedgerSchema.migrate(queue)
      }
      return queue
    } catch let error as DatabaseError {
      throw LedgerError(error, context: file.path)
    }
  }

  private static func openToRead(
    _ file: LedgerFile, _ configuration: Configuration
  ) throws -> DatabaseQueue {
    let missing = LedgerError(
      .missing, context: file.path, "there is no ledger yet", remedy: "run tonghop-ingest first")
    guard try file.exists() else { throw missing }
    var configuration = configuration
    configuration.prepareDatabase { database in
      let version = try version(of: database, file)
      guard version > 0 else { throw missing }
      guard version == LedgerSchema.version else {
        throw LedgerError(
          .outdated, context: file.path, "an earlier version of this program wrote the ledger",
          remedy: "run tonghop-ingest once to bring it up to date")
      }
      // SQLite's own read-only opening would leave its journals behind
      try database.execute(sql: "PRAGMA query_only = 1; PRAGMA cache_size = -16384")
    }
    do {
      return try DatabaseQueue(path: file.path, configuration: configuration)
    } catch let error as DatabaseError {
      // someone who may read the file but not write beside it, where SQLite wants to put a journal
      let isUnwritable = [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      guard isUnwritable else { throw LedgerError(error, context: file.path) }
      guard file.hasNoJournal else { throw LedgerError.beingWritten(file.path) }
      configuration.readonly = true
      do {
        return try DatabaseQueue(path: file.immutableName, configuration: configuration)
      } catch let error as DatabaseError {
        throw LedgerError(error, context: file.path)
      }
    }
  }

  private static func configuration(_ patience: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    configuration.label = "ledger"
    return configuration
  }

  /// The number of the last migration the file has seen, 0 for an empty one; throws for other files
  /// before anything is changed in them.
  private static func version(of database: Database, _ file: LedgerFile) throws -> Int64 {
    let connection = try SQLConnection(database)
    try connection.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
    let application = try connection.integer("PRAGMA application_id") ?? 0
    let version = try connection.integer("PRAGMA user_version") ?? 0
    let objects = try connection.integer("SELECT count(*) FROM sqlite_schema") ?? 0
    if application == 0, version == 0, objects == 0 { return 0 }
    guard application == LedgerSchema.applicationID, version >= 0 else {
      throw LedgerError(
        .notALedger, context: file.path, "this file is not a ledger", remedy: otherFile)
    }
    guard version <= LedgerSchema.version else {
      throw LedgerError(
        .newer, context: file.path,
        "a later version of this program wrote the ledger (format \(version), known up to "
          + "\(LedgerSchema.version))", remedy: "install the later version")
    }
    return version
  }
}
