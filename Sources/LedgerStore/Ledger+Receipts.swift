public import PlanModel

extension Ledger {
  /// The number of the last receipt; 0 when nothing was ever received.
  public func lastReceiptNumber() throws -> Int64 {
    try reading { try $0.integer("SELECT max(number) FROM receipt") ?? 0 }
  }

  /// Of how many submissions the bytes are not kept (`Original.isWithheld`).
  public func withheldCount() throws -> Int64 {
    try reading {
      try $0.integer("SELECT count(*) FROM sqlar WHERE mode = \(ArchiveMode.withheld)") ?? 0
    }
  }

  /// The periods of which something was received, in no order that matters.
  public func periods() throws -> [Period] {
    try reading { connection in
      // from one period to the next by the index, for there are many receipts of each
      var statement = try connection.prepare(
        """
        WITH RECURSIVE periods (code) AS (
          SELECT min(period) FROM receipt
          UNION ALL
          SELECT (SELECT min(period) FROM receipt WHERE period > code) FROM periods
          WHERE code IS NOT NULL
        )
        SELECT code FROM periods WHERE code IS NOT NULL
        """)
      var periods: [Period] = []
      while try statement.next() {
        periods.append(
          try LedgerText.required(
            Period.parse(statement.text(0)), "period", of: "a receipt", in: path))
      }
      return periods
    }
  }

  /// The codes of the units of which something was received for a period.
  public func units(of period: Period) throws -> Set<String> {
    try reading { connection in
      var statement = try connection.prepare("SELECT DISTINCT unit FROM receipt WHERE period = ?")
      statement.add(period.description)
      var units: Set<String> = []
      while try statement.next() { units.insert(statement.text(0)) }
      return units
    }
  }

  /// The receipt of a number; throws `unknownNumber` when there is none.
  func receipt(number: Int64) throws -> Receipt {
    let receipt = try reading { connection in
      var statement = try connection.prepare("SELECT \(columns) FROM receipt WHERE number = ?")
      statement.add(number)
      return try statement.next() ? try decode(statement) : nil
    }
    guard let receipt else { throw unknownReceipt(number) }
    return receipt
  }

  /// The receipts that meet a filter, in order of their numbers.
  public func receipts(_ filter: ReceiptFilter = ReceiptFilter()) throws -> [Receipt] {
    try reading { connection in
      var statement = try filter.prepare(connection, select: columns)
      // few periods, many receipts: each period is read once
      var periods: [String: (period: Period, isWanted: Bool)] = [:]
      var receipts: [Receipt] = []
      while try statement.next() {
        let code = statement.text(1)
        let known: (period: Period, isWanted: Bool)
        if let seen = periods[code] {
          known = seen
        } else {
          let period = try required(Period.parse(code), "period", statement)
          known = (period, filter.within?.contains(period.span) ?? true)
          periods[code] = known
        }
        if known.isWanted { receipts.append(try decode(statement, known.period)) }
      }
      return receipts
    }
  }

  /// The bytes of a submission as they came; nil where they were not kept (`Original.isWithheld`).
  public func originalBytes(of number: Int64) throws -> [UInt8]? {
    let found = try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT sqlar.mode, sqlar.data FROM receipt JOIN sqlar ON sqlar.name = receipt.original
        WHERE receipt.number = ?
        """)
      statement.add(number)
      return try statement.next() ? (mode: statement.integer(0), bytes: statement.bytes(1)) : nil
    }
    guard let found else { throw unknownReceipt(number) }
    return found.mode == ArchiveMode.withheld ? nil : found.bytes
  }

  private func unknownReceipt(_ number: Int64) -> LedgerError {
    LedgerError(.unknownNumber, context: path, "there is no receipt \(number)")
  }

  /// The columns `decode(_:_:)` reads, in its order.
  private var columns: String {
    """
    number, period, unit, form, file, version, revision, state, sha256, size, received_at,
    document_number, rows, errors, explanations
    """
  }

  private func decode(_ row: borrowing SQLStatement, _ period: Period? = nil) throws -> Receipt {
    Receipt(
      number: row.integer(0), period: try required(period ?? .parse(row.text(1)), "period", row),
      unit: row.text(2), form: try required(Form(rawValue: row.text(3)), "form", row),
      file: row.text(4), version: Int(row.integer(5)), revision: Int(row.integer(6)),
      state: try required(SubmissionState(rawValue: row.text(7)), "state", row),
      sha256: row.text(8), size: Int(row.integer(9)),
      receivedAt: try required(row.time(10), "received_at", row),
      documentNumber: row.text(11), rows: Int(row.integer(12)), errors: Int(row.integer(13)),
      explanations: Int(row.integer(14)))
  }

  private func required<Value>(
    _ value: Value?, _ column: String, _ row: borrowing SQLStatement
  ) throws -> Value {
    let number = row.integer(0)
    return try LedgerText.required(value, column, of: "receipt \(number)", in: path)
  }
}
