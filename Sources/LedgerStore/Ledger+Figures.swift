public import PlanModel
import Workers

extension Ledger {
  /// Hands over the figures of one plan in some receipts, in order of receipt, each in the order of its
  /// rows.
  ///
  /// No more than the rows of a few hundred receipts are held at a time. `body` must not call the ledger;
  /// what it throws ends the reading and is thrown on.
  public func figures(
    of receipts: some Sequence<Int64>, plan: String,
    _ body: (_ receipt: Int64, _ figure: Figure) throws -> Void
  ) throws {
    let wanted = receipts.sorted().map { (receipt: $0, withNotes: true) }
    try eachSubmission(wanted, plan: plan) { place, figures in
      for figure in figures.figures { try body(wanted[place].receipt, figure) }
    }
  }

  /// The same, all figures of a receipt at once and none in full; those without notes are read faster.
  public func figures(
    of receipts: [Receipt], plan: String, withNotes: (Receipt) -> Bool,
    _ body: (_ receipt: Receipt, _ figures: PackedFigures) throws -> Void
  ) throws {
    let receipts = receipts.sorted { $0.number < $1.number }
    try eachSubmission(
      receipts.map { (receipt: $0.number, withNotes: withNotes($0)) }, plan: plan
    ) { place, figures in
      try body(receipts[place], figures)
    }
  }

  private typealias Wanted = (receipt: Int64, withNotes: Bool)
  private typealias FigureRecord = (place: Int, numbers: [UInt8], notes: [UInt8]?)

  /// One thread looks into the ledger, while this one reads what was found there.
  private func eachSubmission(
    _ wanted: [Wanted], plan: String,
    _ body: (_ place: Int, _ figures: PackedFigures) throws -> Void
  ) throws {
    if wanted.isEmpty { return }
    var reader = FigureTextReader(of: plan)
    try madeAhead(atMost: 4) { hand in
      try self.eachRecord(of: wanted, plan: plan, hand)
    } take: { (records: [FigureRecord]) in
      for record in records {
        guard reader.read(record.numbers, notes: record.notes) else {
          throw LedgerText.unreadable(
            "numbers or notes", of: "the figures of receipt \(wanted[record.place].receipt)",
            in: path)
        }
        try body(record.place, reader.figures)
      }
    }
  }

  /// Hands over what is recorded of some receipts, many at a time, as long as somebody wants it.
  private func eachRecord(
    of wanted: [Wanted], plan: String, _ hand: ([FigureRecord]) -> Bool
  ) throws {
    try readingMuch { connection in
      var scan = try FigureScan(of: plan, connection)
      var records: [FigureRecord] = []
      for (place, wanted) in wanted.enumerated() {
        guard try scan.find(wanted.receipt) else { continue }
        records.append((place, scan.numbers, wanted.withNotes ? scan.notes : nil))
        if records.count == 128 {
          guard hand(records) else { return }
          records.removeAll(keepingCapacity: true)
        }
      }
      _ = hand(records)
    }
  }

  /// Hands over the numbers of all figures in some receipts, receipt by receipt in the order given, each in
  /// the order of plans and rows; nil where there is none.
  ///
  /// `body` must not call the ledger; what it throws ends the reading and is thrown on.
  public func numbers(
    of receipts: some Sequence<Int64>,
    _ body: (
      _ receipt: Int64, _ plan: String, _ indicator: String, _ numerator: FixedDecimal?,
      _ denominator: FixedDecimal?
    ) throws -> Void
  ) throws {
    try readingMuch { connection in
      var statement = try connection.prepare(
        "SELECT plan, numbers FROM figures WHERE receipt = ? ORDER BY plan")
      var reader = FigureTextReader(of: "")
      for receipt in receipts {
        statement.add(receipt)
        while try statement.next() {
          let plan = statement.text(0)
          // mostly that of the record before
          if reader.figures.plan != plan { reader = FigureTextReader(of: plan) }
          guard reader.read(statement.bytes(1), notes: nil) else {
            throw LedgerText.unreadable(
              "numbers", of: "the figures of receipt \(receipt)", in: path)
          }
          for (row, code) in zip(reader.figures.rows, reader.figures.codes) {
            try body(receipt, plan, code, row.numerator.value, row.denominator.value)
          }
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
    try readingMuch { connection in
      var statement = try connection.prepare(
        "SELECT \(Self.taskColumns) FROM task_report WHERE receipt = ? AND plan = ? ORDER BY row")
      for receipt in receipts {
        statement.add(receipt)
        statement.add(plan)
        while try statement.next() { try body(receipt, taskReport(statement, of: receipt)) }
      }
    }
  }

  /// The columns `taskReport` reads, in its order.
  private static let taskColumns =
    "plan, row, task, status, percent, percent_digits, completed_on, document_number, note"

  private func taskReport(
    _ statement: borrowing SQLStatement, of receipt: Int64
  ) throws -> TaskReport {
    let row = statement.integer(1)
    let status = try LedgerText.required(
      TaskStatus(rawValue: statement.text(3)), "status", of: "task report \(receipt)/\(row)",
      in: path)
    let completedOn = try statement.optionalText(6).map { text in
      try LedgerText.required(
        CalendarDate.parse(text), "completed_on", of: "task report \(receipt)/\(row)", in: path)
    }
    return TaskReport(
      plan: statement.text(0), task: statement.text(2), row: Int(row), status: status,
      percent: statement.decimal(4), completedOn: completedOn, documentNumber: statement.text(7),
      note: statement.text(8))
  }

  /// Hands over all that is recorded of what some receipts say, receipt by receipt in the order given:
  /// figures and reports on tasks of all plans, one receipt's at a time.
  ///
  /// `body` must not call the ledger; what it throws ends the reading and is thrown on.
  public func rows(
    of receipts: some Sequence<Int64>,
    _ body: (_ receipt: Int64, _ figures: [Figure], _ taskReports: [TaskReport]) throws -> Void
  ) throws {
    try readingMuch { connection in
      var records = try connection.prepare(
        "SELECT plan, numbers, notes FROM figures WHERE receipt = ? ORDER BY plan")
      var tasks = try connection.prepare(
        "SELECT \(Self.taskColumns) FROM task_report WHERE receipt = ? ORDER BY plan, row")
      var reader = FigureTextReader(of: "")
      for receipt in receipts {
        var figures: [Figure] = []
        records.add(receipt)
        while try records.next() {
          let plan = records.text(0)
          if reader.figures.plan != plan { reader = FigureTextReader(of: plan) }
          guard reader.read(records.bytes(1), notes: records.bytes(2)) else {
            throw LedgerText.unreadable(
              "numbers or notes", of: "the figures of receipt \(receipt)", in: path)
          }
          figures += reader.figures.figures
        }
        var reports: [TaskReport] = []
        tasks.add(receipt)
        while try tasks.next() { reports.append(try taskReport(tasks, of: receipt)) }
        try body(receipt, figures, reports)
      }
    }
  }

  /// What was found in a submission, in the order in which it was recorded.
  public func findings(of receipt: Int64) throws -> [Finding] {
    try findings(of: [receipt])[receipt] ?? []
  }

  /// What was found in some submissions; none of those in which nothing was.
  public func findings(of receipts: some Sequence<Int64>) throws -> [Int64: [Finding]] {
    try readingMuch { connection in
      var statement = try connection.prepare(
        """
        SELECT code, severity, row, line, "column", header, subject, value, message, problem, remedy,
          plan
        FROM finding WHERE receipt = ? ORDER BY ordinal
        """)
      var findings: [Int64: [Finding]] = [:]
      for receipt in receipts {
        statement.add(receipt)
        while try statement.next() {
          findings[receipt, default: []].append(try finding(statement, of: receipt))
        }
      }
      return findings
    }
  }

  private func finding(
    _ statement: borrowing SQLStatement, of receipt: Int64
  ) throws -> Finding {
    let severity = try LedgerText.required(
      Severity(rawValue: statement.text(1)), "severity", of: "a finding of receipt \(receipt)",
      in: path)
    return Finding(
      code: statement.text(0), severity: severity,
      place: Finding.Place(
        row: statement.place(2), line: statement.place(3), column: statement.place(4),
        header: statement.optionalText(5)),
      subject: statement.optionalText(6), plan: statement.optionalText(11),
      value: statement.optionalText(7), message: statement.text(8),
      problem: statement.text(9), remedy: statement.text(10))
  }

  /// What intake read otherwise than written in a submission, as sentences in Vietnamese.
  public func normalisations(of receipt: Int64) throws -> [String] {
    try normalisations(of: [receipt])[receipt] ?? []
  }

  /// What intake read otherwise than written in some submissions; none of those in which nothing was.
  public func normalisations(of receipts: some Sequence<Int64>) throws -> [Int64: [String]] {
    try readingMuch { connection in
      var statement = try connection.prepare(
        "SELECT text FROM normalisation WHERE receipt = ? ORDER BY ordinal")
      var texts: [Int64: [String]] = [:]
      for receipt in receipts {
        statement.add(receipt)
        while try statement.next() { texts[receipt, default: []].append(statement.text(0)) }
      }
      return texts
    }
  }
}
