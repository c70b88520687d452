internal import ContentHash
internal import GRDB

extension Ledger {
  /// Copies the whole ledger, as it is at one moment, into a new file that needs no other beside it.
  ///
  /// Goes through SQLite's own backup, so that what a journal still holds is in the copy. Throws when
  /// something stands at `path`; what is left after any other failure is the caller's to remove.
  public func backUp(to path: String) throws {
    let file = LedgerFile(path)
    guard try !file.exists() else {
      throw LedgerError(
        .refused, context: path, "there is a file of this name already", remedy: "name another")
    }
    try file.create()
    do {
      let copy = try DatabaseQueue(path: file.path)
      try queue.backup(to: copy)
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    } catch let error as DatabaseError {
      throw LedgerError(error, context: path)
    }
  }

  /// Everything that is wrong with the file, as sentences; none when it is sound: its structure, its
  /// references, the digest of every original and of every file of the office, and whether all figures can
  /// be read.
  public func complaints() throws -> [String] {
    try reading { connection in
      let broken = try brokenStructure(connection)
      // what the structure breaks cannot be read further
      if !broken.isEmpty { return broken }
      return try changedOriginals(connection) + changedSources(connection)
        + unreadableFigures(connection)
    }
  }

  private func brokenStructure(_ connection: SQLConnection) throws -> [String] {
    var complaints: [String] = []
    var check = try connection.prepare("PRAGMA integrity_check(10)")
    while try check.next() {
      if check.text(0) != "ok" { complaints.append(check.text(0)) }
    }
    var keys = try connection.prepare("PRAGMA foreign_key_check")
    while try keys.next() {
      complaints.append("a row of \(keys.text(0)) points at a row of \(keys.text(2)) that is gone")
    }
    return complaints
  }

  private func changedOriginals(_ connection: SQLConnection) throws -> [String] {
    var complaints: [String] = []
    var originals = try connection.prepare(
      """
      SELECT number, period || '/' || unit || '/' || file, sha256, data, mode,
        EXISTS (SELECT 1 FROM finding WHERE receipt = number AND code IN ('column-personal', 'note-personal'))
      FROM receipt LEFT JOIN sqlar ON sqlar.name = receipt.original ORDER BY number
      """)
    while try originals.next() {
      // of one that nobody may keep there is nothing to compare
      if originals.integer(4) == ArchiveMode.withheld, originals.bytes(3).isEmpty,
        originals.integer(5) == 1
      {
        continue
      }
      if SHA256Digest(of: originals.bytes(3)).hexadecimal == originals.text(2) { continue }
      complaints.append(
        "the original of receipt \(originals.integer(0)) (\(originals.text(1))) is not what was "
          + "received")
    }
    return complaints
  }

  private func changedSources(_ connection: SQLConnection) throws -> [String] {
    var complaints: [String] = []
    var sources = try connection.prepare("SELECT sha256, bytes FROM source ORDER BY sha256")
    while try sources.next() {
      if SHA256Digest(of: sources.bytes(1)).hexadecimal == sources.text(0) { continue }
      complaints.append("the office's file \(sources.text(0)) is not what an edition was made from")
    }
    return complaints
  }

  /// Sentences about receipts whose figures make no sense: what no edition uses is read nowhere else.
  private func unreadableFigures(_ connection: SQLConnection) throws -> [String] {
    var complaints: [String] = []
    var plan = ""
    var reader = FigureTextReader(of: plan)
    var records = try connection.prepare(
      "SELECT receipt, plan, numbers, notes FROM figures ORDER BY plan, receipt")
    while try records.next() {
      if records.text(1) != plan {
        plan = records.text(1)
        reader = FigureTextReader(of: plan)
      }
      if reader.read(records.bytes(2), notes: records.bytes(3)) { continue }
      complaints.append("the figures of receipt \(records.integer(0)) on \(plan) cannot be read")
    }
    return complaints
  }
}
