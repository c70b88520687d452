internal import ContentHash
internal import GRDB
public import PlanModel

extension Ledger {
  /// The columns of an edition, in the order in which they are read and written.
  private static let editionColumns =
    "plan, period, number, as_of, horizon, inputs_digest, outcome_digest"

  /// Every edition of every plan and period: by plan, then by period, then by number.
  public func editions() throws -> [Edition] {
    try reading { connection in
      var statement = try connection.prepare("SELECT \(Self.editionColumns) FROM edition")
      var editions: [Edition] = []
      while try statement.next() { editions.append(try edition(statement)) }
      return editions.sorted {
        ($0.plan, $0.period, $0.number) < ($1.plan, $1.period, $1.number)
      }
    }
  }

  /// The editions of a plan and period, in order of their numbers.
  public func editions(plan: String, period: Period) throws -> [Edition] {
    try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT \(Self.editionColumns) FROM edition
        WHERE plan = ? AND period = ? ORDER BY number
        """)
      statement.add(plan)
      statement.add(period.description)
      var editions: [Edition] = []
      while try statement.next() { editions.append(try edition(statement)) }
      return editions
    }
  }

  private func edition(_ row: borrowing SQLStatement) throws -> Edition {
    let place = "edition \(row.text(0))/\(row.text(1))/\(row.integer(2))"
    return Edition(
      plan: row.text(0),
      period: try LedgerText.required(Period.parse(row.text(1)), "period", of: place, in: path),
      number: Int(row.integer(2)),
      asOf: try LedgerText.required(
        LedgerText.time(row.text(3)), "as_of", of: place, in: path),
      horizon: row.integer(4), inputsDigest: row.text(5), outcomeDigest: row.text(6))
  }

  /// One edition; throws `unknownNumber` when it was never issued.
  public func edition(plan: String, period: Period, number: Int) throws -> Edition {
    let issued = try editions(plan: plan, period: period)
    guard let edition = issued.first(where: { $0.number == number }) else {
      throw unknownEdition(plan, period, number)
    }
    return edition
  }

  /// Issues the next edition of a plan and period, with its sources and the documents made so far; each
  /// content is kept once.
  ///
  /// Whether it says anything new is for the caller to judge. Refused when its horizon lies beyond the last
  /// receipt, or when the name of a source or of a document comes twice.
  public func issue(_ draft: EditionDraft) throws -> Edition {
    let place = "\(path): \(draft.plan)/\(draft.period)"
    return try writing { connection in
      do {
        return try issue(draft, connection, place)
      } catch let error as DatabaseError {
        throw LedgerError(error, context: place)
      }
    }
  }

  private func issue(
    _ draft: EditionDraft, _ connection: SQLConnection, _ place: String
  ) throws -> Edition {
    let last = try connection.integer("SELECT max(number) FROM receipt") ?? 0
    guard draft.horizon <= last else {
      throw LedgerError(
        .refused, context: place,
        "its horizon \(draft.horizon) lies beyond the last receipt \(last)")
    }
    var statement = try connection.prepare(
      "SELECT max(number) FROM edition WHERE plan = ? AND period = ?")
    statement.add(draft.plan)
    statement.add(draft.period.description)
    let number = try statement.next() ? Int(statement.integer(0)) + 1 : 1
    statement = try connection.prepare(
      "INSERT INTO edition (\(Self.editionColumns)) VALUES (?, ?, ?, ?, ?, ?, ?)")
    statement.add(draft.plan)
    statement.add(draft.period.description)
    statement.add(number)
    statement.add(draft.asOf.description)
    statement.add(draft.horizon)
    statement.add(draft.inputsDigest)
    statement.add(draft.outcomeDigest)
    try statement.execute()
    try insert(draft, number, connection)
    return Edition(
      plan: draft.plan, period: draft.period, number: number, asOf: draft.asOf,
      horizon: draft.horizon, inputsDigest: draft.inputsDigest, outcomeDigest: draft.outcomeDigest)
  }

  /// Keeps documents of an edition as they were issued; refused where one of the name is kept already.
  public func add(_ documents: [(Edition, [IssuedDocument])]) throws {
    try writing { connection in
      do {
        for (edition, documents) in documents {
          try insert(documents, edition.plan, edition.period, edition.number, connection)
        }
      } catch let error as DatabaseError {
        throw LedgerError(error, context: path)
      }
    }
  }

  /// The documents of an edition as they were issued, in byte order of their names; none at all where it
  /// was issued before ledgers kept them.
  public func documents(of edition: Edition) throws -> [IssuedDocument] {
    try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT name, sha256 FROM edition_document
        WHERE plan = ? AND period = ? AND number = ? ORDER BY name
        """)
      statement.add(edition.plan)
      statement.add(edition.period.description)
      statement.add(edition.number)
      var documents: [IssuedDocument] = []
      while try statement.next() {
        documents.append(IssuedDocument(name: statement.text(0), sha256: statement.text(1)))
      }
      return documents
    }
  }

  private func insert(
    _ documents: [IssuedDocument], _ plan: String, _ period: Period, _ number: Int,
    _ connection: SQLConnection
  ) throws {
    var statement = try connection.prepare(
      "INSERT INTO edition_document (plan, period, number, name, sha256) VALUES (?, ?, ?, ?, ?)")
    for document in documents {
      statement.add(plan)
      statement.add(period.description)
      statement.add(number)
      statement.add(document.name)
      statement.add(document.sha256)
      try statement.execute()
    }
  }

  private func insert(_ draft: EditionDraft, _ number: Int, _ connection: SQLConnection) throws {
    var source = try connection.prepare(
      "INSERT INTO source (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")
    var link = try connection.prepare(
      "INSERT INTO edition_source (plan, period, number, name, sha256) VALUES (?, ?, ?, ?, ?)")
    for file in draft.sources {
      let sha256 = SHA256Digest(of: file.bytes).hexadecimal
      source.add(sha256)
      source.add(file.bytes)
      try source.execute()
      link.add(draft.plan)
      link.add(draft.period.description)
      link.add(number)
      link.add(file.name)
      link.add(sha256)
      try link.execute()
    }
    try insert(draft.documents, draft.plan, draft.period, number, connection)
  }

  /// The files an edition was made from, in byte order of their names; throws `damaged` when the bytes of one
  /// are no longer those it was made from.
  public func sources(of edition: Edition) throws -> [SourceFile] {
    try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT edition_source.name, source.bytes, source.sha256
        FROM edition_source JOIN source ON source.sha256 = edition_source.sha256
        WHERE plan = ? AND period = ? AND number = ? ORDER BY edition_source.name
        """)
      statement.add(edition.plan)
      statement.add(edition.period.description)
      statement.add(edition.number)
      var files: [SourceFile] = []
      while try statement.next() {
        let file = SourceFile(name: statement.text(0), bytes: statement.bytes(1))
        guard SHA256Digest(of: file.bytes).hexadecimal == statement.text(2) else {
          throw LedgerError(
            .damaged,
            context: "\(path): edition \(edition.number) of \(edition.plan) for \(edition.period)",
            "\(file.name) is not what it was made from", remedy: LedgerError.damageRemedy)
        }
        files.append(file)
      }
      return files
    }
  }

  private func unknownEdition(_ plan: String, _ period: Period, _ number: Int) -> LedgerError {
    LedgerError(
      .unknownNumber, context: path, "there is no edition \(number) of \(plan) for \(period)")
  }
}
