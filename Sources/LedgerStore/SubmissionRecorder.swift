internal import PlanModel

/// Writes submissions inside one transaction, with statements compiled once.
struct SubmissionRecorder: ~Copyable {
  fileprivate let utcOffsetMinutes: Int
  fileprivate var number: Int64
  fileprivate var lastRevision: SQLStatement
  fileprivate var original: SQLStatement
  fileprivate var receipt: SQLStatement
  fileprivate var figures: SQLStatement
  fileprivate var taskReport: SQLStatement
  fileprivate var finding: SQLStatement
  fileprivate var normalisation: SQLStatement

  /// Records one submission under the next number and revision.
  mutating func record(_ submission: NewSubmission) throws -> Receipt {
    number += 1
    let receipt = Receipt(
      number: number, period: submission.period, unit: submission.unit, form: submission.form,
      file: submission.file, version: submission.version, revision: try nextRevision(submission),
      state: submission.state, sha256: submission.sha256, size: submission.original.size,
      receivedAt: submission.receivedAt, documentNumber: submission.documentNumber,
      rows: submission.rows, errors: submission.errors, explanations: submission.explanations)
    try insert(receipt, submission.original)
    if receipt.state == .accepted {
      let place = submission.place
      try insert(submission.figures, place)
      for row in submission.taskReports { try insert(row, place) }
    }
    for (index, row) in submission.findings.enumerated() { try insert(row, index + 1) }
    for (index, text) in submission.normalisations.enumerated() {
      normalisation.add(number)
      normalisation.add(index + 1)
      normalisation.add(text)
      try normalisation.execute()
    }
    return receipt
  }

  private mutating func nextRevision(_ submission: NewSubmission) throws -> Int {
    lastRevision.add(submission.period.description)
    lastRevision.add(submission.unit)
    lastRevision.add(submission.form.rawValue)
    let last = try lastRevision.next() ? lastRevision.integer(0) : 0
    lastRevision.reset()
    return Int(last) + 1
  }

  private mutating func insert(_ row: Receipt, _ file: Original) throws {
    let name = ArchiveName.name(
      period: row.period, unit: row.unit, number: row.number, file: row.file)
    original.add(name)
    original.add(file.isWithheld ? ArchiveMode.withheld : ArchiveMode.kept)
    original.add(row.receivedAt.unixSeconds(utcOffsetMinutes: utcOffsetMinutes))
    original.add(file.bytes.count)
    original.add(file.bytes)
    try original.execute()

    receipt.add(row.number)
    receipt.add(row.period.description)
    receipt.add(row.unit)
    receipt.add(row.form.rawValue)
    receipt.add(row.file)
    receipt.add(row.version)
    receipt.add(row.revision)
    receipt.add(row.state.rawValue)
    receipt.add(row.sha256)
    receipt.add(row.size)
    receipt.add(row.receivedAt.description)
    receipt.add(row.documentNumber)
    receipt.add(row.rows)
    receipt.add(row.errors)
    receipt.add(row.explanations)
    receipt.add(name)
    try receipt.execute()
  }

  private mutating func insert(_ rows: [Figure], _ place: String) throws {
    for text in try FigureText.all(rows, place) {
      figures.add(number)
      figures.add(text.plan)
      figures.add(text: text.numbers)
      figures.add(text: text.notes)
      try figures.execute()
    }
  }

  private mutating func insert(_ row: TaskReport, _ place: String) throws {
    taskReport.add(number)
    taskReport.add(row.row)
    taskReport.add(row.plan)
    taskReport.add(row.task)
    taskReport.add(row.status.rawValue)
    if let percent = row.percent {
      let significand = try LedgerText.significand(
        percent, "\(place), row \(row.row)")
      taskReport.add(significand)
      taskReport.add(percent.fractionDigits)
    } else {
      taskReport.addNull()
      taskReport.addNull()
    }
    taskReport.add(row.completedOn?.description)
    taskReport.add(row.documentNumber)
    taskReport.add(row.note)
    try taskReport.execute()
  }

  private mutating func insert(_ row: Finding, _ ordinal: Int) throws {
    finding.add(number)
    finding.add(ordinal)
    finding.add(row.code)
    finding.add(row.severity.rawValue)
    finding.add(row.place.row)
    finding.add(row.place.line)
    finding.add(row.place.column)
    finding.add(row.place.header)
    finding.add(row.subject)
    finding.add(row.value)
    finding.add(row.message)
    finding.add(row.problem)
    finding.add(row.remedy)
    finding.add(row.plan)
    try finding.execute()
  }
}

extension SubmissionRecorder {
  /// A recorder for the transaction that is open.
  init(_ connection: SQLConnection, utcOffsetMinutes: Int) throws {
    self.init(
      utcOffsetMinutes: utcOffsetMinutes,
      number: try connection.integer("SELECT max(number) FROM receipt") ?? 0,
      lastRevision: try connection.prepare(
        "SELECT max(revision) FROM receipt WHERE period = ? AND unit = ? AND form = ?"),
      original: try connection.prepare(
        "INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?, ?, ?, ?, ?)"),
      receipt: try connection.prepare(
        """
        INSERT INTO receipt (number, period, unit, form, file, version, revision, state, sha256,
          size, received_at, document_number, rows, errors, explanations, original)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """),
      figures: try connection.prepare(
        "INSERT INTO figures (receipt, plan, numbers, notes) VALUES (?, ?, ?, ?)"),
      taskReport: try connection.prepare(
        """
        INSERT INTO task_report (receipt, row, plan, task, status, percent, percent_digits,
          completed_on, document_number, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """),
      finding: try connection.prepare(
        """
        INSERT INTO finding (receipt, ordinal, code, severity, row, line, "column", header, subject,
          value, message, problem, remedy, plan)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """),
      normalisation: try connection.prepare(
        "INSERT INTO normalisation (receipt, ordinal, text) VALUES (?, ?, ?)"))
  }
}
