public import PlanModel

extension Ledger {
  /// Hands over the figures of one plan in some receipts, receipt by receipt in the order given, each in
  /// the order of its rows.
  ///
  /// No more than the rows of one receipt are held at a time. `body` must not call the ledger; what it
  /// throws ends the reading and is thrown on.
  public func figures(
    of receipts: some Sequence<Int64>, plan: String,
    _ body: (_ receipt: Int64, _ figure: Figure) throws -> Void
  ) throws {
    try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT row, indicator, numerator_state, numerator, numerator_digits, denominator_state,
          denominator, denominator_digits, note
        FROM figure WHERE receipt = ? AND plan = ?
        """)
      // the table is ordered by indicator: it is quicker to put a few dozen rows in order here
      var rows: [Figure] = []
      for receipt in receipts {
        statement.add(receipt)
        statement.add(plan)
        rows.removeAll(keepingCapacity: true)
        while try statement.next() {
          let row = statement.integer(0)
          let numerator = try LedgerText.required(
            statement.entry(2), "numerator", of: "figure \(receipt)/\(row)", in: path)
          let denominator = try LedgerText.required(
            statement.entry(5), "denominator", of: "figure \(receipt)/\(row)", in: path)
          rows.append(
            Figure(
              plan: plan, indicator: statement.text(1), row: Int(row), numerator: numerator,
              denominator: denominator, note: statement.text(8)))
        }
        rows.sort { $0.row < $1.row }
        for row in rows { try body(receipt, row) }
      }
    }
  }

  /// Hands over the numbers of all figures in some receipts, receipt by receipt in the order given, each in
  /// the order of plans and indicators; nil where there is none.
  ///
  /// `body` must not call the ledger; what it throws ends the reading and is thrown on.
  public func numbers(
    of receipts: some Sequence<Int64>,
    _ body: (
      _ receipt: Int64, _ plan: String, _ indicator: String, _ numerator: FixedDecimal?,
      _ denominator: FixedDecimal?
    ) throws -> Void
  ) throws {
    try readingTogether { connection in
      var statement = try connection.prepare(
        """
        SELECT plan, indicator, numerator, numerator_digits, denominator, denominator_digits
        FROM figure WHERE receipt = ? ORDER BY plan, indicator
        """)
      for receipt in receipts {
        statement.add(receipt)
        while try statement.next() {
          try body(
            receipt, statement.text(0), statement.text(1), statement.decimal(2),
            statement.decimal(4))
        }
      }
    }
  }

  /// Hands over the reports on tasks of one plan in some receipts, receipt by receipt in the order given,
  /// each in the order of its rows.
  ///
  /// `body` must not call the ledger; what it throws ends the reading and is thrown on.
  public func taskReports(
    of receipts: some Sequence<Int64>, plan: String,
    _ body: (_ receipt: Int64, _ report: TaskReport) throws -> Void
  ) throws {
    try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT row, task, status, percent, percent_digits, completed_on, document_number, note
        FROM task_report WHERE receipt = ? AND plan = ? ORDER BY row
        """)
      for receipt in receipts {
        statement.add(receipt)
        statement.add(plan)
        while try statement.next() {
          let row = statement.integer(0)
          let status = try LedgerText.required(
            TaskStatus(rawValue: statement.text(2)), "status", of: "task report \(receipt)/\(row)",
            in: path)
          let completedOn = try statement.optionalText(5).map { text in
            try LedgerText.required(
              CalendarDate.parse(text), "completed_on", of: "task report \(receipt)/\(row)",
              in: path)
          }
          try body(
            receipt,
            TaskReport(
              plan: plan, task: statement.text(1), row: Int(row), status: status,
              percent: statement.decimal(3), completedOn: completedOn,
              documentNumber: statement.text(6), note: statement.text(7)))
        }
      }
    }
  }

  /// What was found in a submission, in the order in which it was recorded.
  public func findings(of receipt: Int64) throws -> [Finding] {
    try reading { connection in
      var statement = try connection.prepare(
        """
        SELECT code, severity, row, line, "column", header, subject, value, message, problem, remedy,
          plan
        FROM finding WHERE receipt = ? ORDER BY ordinal
        """)
      statement.add(receipt)
      var findings: [Finding] = []
      while try statement.next() {
        let severity = try LedgerText.required(
          Severity(rawValue: statement.text(1)), "severity", of: "a finding of receipt \(receipt)",
          in: path)
        findings.append(
          Finding(
            code: statement.text(0), severity: severity,
            place: Finding.Place(
              row: statement.place(2), line: statement.place(3), column: statement.place(4),
              header: statement.optionalText(5)),
            subject: statement.optionalText(6), plan: statement.optionalText(11),
            value: statement.optionalText(7), message: statement.text(8),
            problem: statement.text(9), remedy: statement.text(10)))
      }
      return findings
    }
  }

  /// What intake read otherwise than written in a submission, as sentences in Vietnamese.
  public func normalisations(of receipt: Int64) throws -> [String] {
    try reading { connection in
      var statement = try connection.prepare(
        "SELECT text FROM normalisation WHERE receipt = ? ORDER BY ordinal")
      statement.add(receipt)
      var texts: [String] = []
      while try statement.next() { texts.append(statement.text(0)) }
      return texts
    }
  }
}
