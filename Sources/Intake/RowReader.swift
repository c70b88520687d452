import DelimitedText
import PlanModel
import VietnameseText

/// Takes the records below the header one by one.
struct RowReader: RecordSink {
  /// How many findings of each severity are kept of one file; more are counted.
  static let findingLimit = 200
  /// Characters of a note that documents show.
  static let noteLimit = 2_000

  let layout: HeaderLayout
  let context: SubmissionContext
  var content = SubmissionContent()
  var normalisations = Normalisations()
  /// The row in which each indicator or task was first given, and its cells.
  var seen: [String: (row: Int, cells: [String])] = [:]
  /// Errors found so far, those beyond the limit as well.
  private(set) var errorCount = 0
  private var hasBody = false
  /// Some record could not be read: then no row may be called missing.
  private var hasUnreadRecords = false
  /// Rows that only another separator would divide.
  private var undividedRows = 0
  private var otherSeparator: Separator?
  private var told: [Severity: Int] = [:]
  private var untold: [Severity: Int] = [:]

  init(layout: HeaderLayout, context: SubmissionContext) {
    self.layout = layout
    self.context = context
    content.form = layout.form
    for (header, column) in zip(layout.headers, layout.columns) {
      if let column { normalisations.header(header, readAs: column) }
    }
  }

  // MARK: sink

  mutating func record(_ record: Record) -> Reading {
    guard !record.isEmpty else { return .goOn }
    if record.row >= layout.row, record.row <= layout.lastRow { return .goOn }
    content.rows += 1
    guard record.row < layout.row || isDivided(record) else { return .goOn }
    if let reason = leftOut(record) {
      content.rowsLeftOut += 1
      let words = record.texts.filter { !$0.isEmpty }.joined(separator: " ")
      report(
        FindingCode.leftOut(
          reason, at: Finding.Place(row: record.row, line: record.line), value: words))
      return .goOn
    }
    hasBody = true
    guard layout.form != nil, hasRightWidth(record), namesThisUnit(record) else {
      return .goOn
    }
    switch layout.form {
    case .indicator: readFigure(record)
    case .task: readTaskReport(record)
    case nil: break
    }
    return .goOn
  }

  mutating func problem(_ problem: RecordProblem) -> Reading {
    content.rows += problem.kind.isRow ? 1 : 0
    hasBody = true
    hasUnreadRecords = true
    report(FindingCode.from(problem))
    return .goOn
  }

  /// What was read, once all records have come.
  mutating func finished() -> SubmissionContent {
    let headerFindings = layout.findings()
    if headerFindings.allSatisfy({ $0.severity < .error }) {
      reportUndivided()
      if !hasBody {
        report(FindingCode.noRows(at: layout.lastRow))
      } else if !hasUnreadRecords, undividedRows == 0 {
        checkTogether()
      }
    }
    content.findings = headerFindings + content.findings
    for severity in Severity.allCases.reversed() {
      guard let count = untold[severity] else { continue }
      content.findings.append(
        FindingCode.more(count, limit: Self.findingLimit, severity: severity))
    }
    content.normalisations = normalisations.sentences
    return content
  }

  /// Keeps a finding; a file of a million bad rows must not fill the memory with them.
  mutating func report(_ finding: Finding) {
    if finding.severity == .error { errorCount += 1 }
    // of each severity apart: a thousand rows left out must not hide an error
    if told[finding.severity, default: 0] < Self.findingLimit {
      told[finding.severity, default: 0] += 1
      content.findings.append(finding)
    } else {
      untold[finding.severity, default: 0] += 1
    }
  }

  // MARK: cells

  /// The bytes of a cell; empty when the row ends before it, or the form has no such column.
  func bytes(_ column: Column, _ record: Record) -> ArraySlice<UInt8> {
    guard let index = layout.index(of: column), index < record.count else { return [] }
    return record[index]
  }

  /// The text of a cell, composed, without outer blanks.
  func text(_ column: Column, _ record: Record) -> String {
    let bytes = bytes(column, record)
    guard !bytes.isEmpty else { return "" }
    return String(decoding: bytes, as: UTF8.self).trimmedOfBlanks
  }

  /// The text of a note, kept readable.
  mutating func note(_ column: Column, _ record: Record) -> String {
    let typed = toNFC(text(column, record))
    guard !typed.isEmpty else { return "" }
    let shown = visible(typed, keepingLineFeeds: true)
    if shown != typed || DamagedWords.areIn(typed) {
      report(FindingCode.damagedNote(typed, at: layout.place(column, record)))
    }
    if typed.count > Self.noteLimit {
      report(
        FindingCode.longNote(
          typed.count, limit: Self.noteLimit, at: layout.place(column, record)))
    }
    return shown
  }

  // MARK: the row as such

  /// Whether the header's separator divides the row; a file saved in two ways is one finding, not one
  /// for each row.
  private mutating func isDivided(_ record: Record) -> Bool {
    guard record.count == 1, layout.width > 2 else { return true }
    let counts = separatorCounts(ofLine: record[0])
    guard let other = counts.mostFrequent, other != layout.separator, counts[other] > 1 else {
      return true
    }
    hasBody = true
    undividedRows += 1
    otherSeparator = otherSeparator ?? other
    return false
  }

  private mutating func reportUndivided() {
    guard undividedRows > 0, let otherSeparator else { return }
    report(
      FindingCode.mixed(
        layout.separator, otherSeparator, rows: undividedRows,
        at: Finding.Place(row: layout.row, line: layout.line)))
  }

  private mutating func hasRightWidth(_ record: Record) -> Bool {
    let place = Finding.Place(row: record.row, line: record.line)
    if record.count > layout.width {
      report(FindingCode.tooWide(record.count, header: layout.width, at: place))
      return false
    }
    let missing = layout.columns[record.count...]
    if missing.contains(where: { $0.map { !$0.isOptional } ?? false }) {
      report(FindingCode.tooNarrow(record.count, header: layout.width, at: place))
      return false
    }
    for index in 0..<record.count where layout.headers[index].isEmpty && !record[index].isEmpty {
      report(
        FindingCode.withoutHeader(at: layout.place(index, record), value: record.text(index)))
      return false
    }
    return true
  }

  private mutating func namesThisUnit(_ record: Record) -> Bool {
    let unit = text(.unit, record)
    if !unit.isEmpty, unit.uppercased() != context.unit.code.uppercased() {
      report(
        FindingCode.mismatch(
          unit: unit, folder: context.unit, at: layout.place(.unit, record)))
      return false
    }
    let period = text(.period, record)
    if !period.isEmpty, PeriodWords.period(period) != context.period {
      report(
        FindingCode.mismatch(
          period: period, folder: context.period, at: layout.place(.period, record)))
      return false
    }
    return true
  }

  /// The first row and cells of a code; nil when this row is the first, which is then remembered.
  mutating func isRepeated(_ subject: String, _ record: Record) -> Bool {
    let cells = record.texts
    guard let first = seen[subject] else {
      seen[subject] = (record.row, cells)
      return false
    }
    let short = subject.split(separator: "/").last.map(String.init) ?? subject
    report(
      FindingCode.duplicate(
        short, firstRow: first.row, at: Finding.Place(row: record.row, line: record.line),
        isSame: first.cells == cells))
    if first.cells == cells { content.rowsLeftOut += 1 }
    return first.cells == cells
  }
}

extension RecordProblem.Kind {
  /// Whether the problem stands for a row that was refused.
  fileprivate var isRow: Bool {
    switch self {
    case .tooManyRows, .tooManyBytes: false
    default: true
    }
  }
}

extension String {
  /// Without the blanks of any kind around it.
  var trimmedOfBlanks: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    var view = unicodeScalars[...]
    while view.first?.properties.isWhitespace == true { view.removeFirst() }
    while view.last?.properties.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
