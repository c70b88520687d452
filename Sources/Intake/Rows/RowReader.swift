import DelimitedText
import PlanModel

/// Takes the records below the header one by one.
struct RowReader: RecordSink {
  /// Characters of a note that documents show.
  static let noteLimit = 2_000

  /// What became of a row: every row read is one of these.
  enum Outcome {
    case taken, leftOut, inError
  }

  /// The first row that gave an indicator or task, and what it said.
  struct First {
    let row: Int
    /// Its cells as they were understood; nil when one of them was not.
    let meaning: Meaning?
  }

  /// The cells of a row beside its code.
  enum Meaning: Equatable {
    case figure(Entry, Entry, String)
    case task([String])
  }

  let layout: HeaderLayout
  let context: SubmissionContext
  var content = SubmissionContent()
  var normalisations: Normalisations
  var findings: FindingList
  /// The first row of each indicator, by its number.
  var seen: [First?]
  /// The first row of each task.
  var seenTasks: [String: First] = [:]
  /// The numbers of the figures of `content`.
  var numbers: [Int] = []
  /// Whether the unit owes each indicator, by its number.
  let owed: [Bool]
  /// Where the cells of plain rows stand; nil when every row is to be read with care.
  let plainColumns: PlainColumns?
  /// Indicators and tasks that a row in error most likely meant: they are not missing besides.
  var mentioned: Set<String> = []
  /// An indicator that needs a denominator was given, in a form without such a column.
  var lacksDenominator = false
  /// The last row was part of a header.
  var followsHeader = true
  /// The plan of the row, or of the check over the whole file, that is at work.
  var plan: String?
  private let canReadRows: Bool
  var hasBody = false
  private var hasUnreadableRows = false
  private(set) var isOtherTable = false
  private var mixed: SeparatorMix?
  /// The first cell that says something of a person.
  private var personal: Finding?

  init(
    _ header: FormHeader, context: SubmissionContext, findingLimit: Int, takesPlainRows: Bool
  ) {
    layout = header.layout
    normalisations = header.normalisations
    self.context = context
    owed = context.asked.owed(by: context.unit)
    seen = Array(repeating: nil, count: owed.count)
    plainColumns = takesPlainRows ? header.plainColumns : nil
    findings = FindingList(limit: findingLimit)
    canReadRows = layout.isReadable
    content.form = layout.form
  }

  // MARK: sink

  mutating func record(_ record: Record) -> Reading {
    if takePlainly(record) {
      content.rows += 1
      return .goOn
    }
    guard !record.isBlank else { return .goOn }
    if record.row >= layout.row, record.row <= layout.lastRow { return .goOn }
    content.rows += 1
    let outcome = judge(record)
    followsHeader = outcome == .leftOut && followsHeader
    switch outcome {
    case .taken: break
    case .leftOut: content.rowsLeftOut += 1
    case .inError: content.rowsInError += 1
    }
    return .goOn
  }

  private mutating func judge(_ record: Record) -> Outcome {
    // what stands in the rows of such a file is repeated nowhere, for it may be personal
    guard canReadRows else {
      hasBody = true
      return .inError
    }
    if isOtherTable { return .inError }
    plan = context.office.plan(text(.plan, record))?.code
    defer { plan = nil }
    let hasPlan = plan != nil
    if !hasPlan, isAnotherHeader(record) {
      isOtherTable = true
      report(
        FindingCode.changedHeader(
          at: place(record), value: words(record), isOtherForm: namesOtherForm(record)))
      return .inError
    }
    if !hasPlan, let cells = cellsInOne(record) {
      hasBody = true
      cells.forEach { mention($0) }
      report(FindingCode.inOneCell(at: place(record), value: words(record)))
      return .inError
    }
    if let reason = leftOut(record, hasPlan: hasPlan) {
      if let personal = personalHeader(record, leftOutAs: reason) {
        report(personal)
        return .inError
      }
      report(FindingCode.leftOut(reason, at: place(record), value: words(record)))
      normalisations.leftOut(reason, row: record.row)
      if reason == .header { followsHeader = true }
      return .leftOut
    }
    hasBody = true
    if record.row < layout.row {
      record.texts.forEach { mention($0.trimmedOfBlanks) }
      report(FindingCode.aboveHeader(layout.row, at: place(record), value: words(record)))
      return .inError
    }
    if let mix = separatorMix(record) {
      mixed = mixed ?? mix
      return .inError
    }
    guard hasRightWidth(record), namesThisUnit(record) else {
      mention(text(codeColumn, record))
      return .inError
    }
    let errors = findings.errors
    lookForPersons(record)
    return layout.form == .task
      ? readTaskReport(record, after: errors) : readFigure(record, after: errors)
  }

  /// Looks at the unit's own words in a row, whatever else is wrong with it.
  private mutating func lookForPersons(_ record: Record) {
    for column in [Column.note, .documentNumber] {
      guard PersonalNote.hasDigits(bytes(column, record).span),
        let found = PersonalNote.find(in: NoteText(text(column, record)).readable)
      else { continue }
      let finding = FindingCode.person(found, at: layout.place(column, record))
      personal = personal ?? finding
      report(finding)
    }
  }

  mutating func problem(_ problem: RecordProblem) -> Reading {
    if problem.kind.isRow {
      content.rows += 1
      content.rowsInError += 1
    }
    hasUnreadableRows = true
    hasBody = true
    report(FindingCode.from(problem, header: layout.header(problem.column - 1)))
    return .goOn
  }

  /// What was read, once all records have come.
  mutating func finished() -> SubmissionContent {
    let header = headerFindings()
    if let mixed { report(FindingCode.mixedSeparators(mixed, in: layout)) }
    if canReadRows, !header.contains(where: { $0.severity == .error }) {
      if lacksDenominator {
        report(layout.missing(.denominator))
      }
      if hasBody {
        checkTogether(areAllRowsKnown: !hasUnreadableRows && !isOtherTable && mixed == nil)
      } else {
        report(FindingCode.noRows(at: layout.lastRow))
      }
    }
    for finding in header where finding.code == FindingCode.columnUnknown.rawValue {
      normalisations.unknown(finding.place.header ?? "")
    }
    content.findings = header + findings.all
    // among hundreds of errors it is not listed, and nobody may keep the file all the same
    if let personal, !content.isPersonal { content.findings.append(personal) }
    content.normalisations = normalisations.sentences
    return content
  }

  /// What is wrong with the header; what is to be renamed is not to be taken out as well.
  private func headerFindings() -> [Finding] {
    var header = layout.findings()
    let missing = header.indices.filter { header[$0].code == FindingCode.columnMissing.rawValue }
    guard let last = missing.last else { return header }
    if needsDenominator { header.insert(layout.missing(.denominator), at: last + 1) }
    let meant = Set(
      header.filter { $0.code == FindingCode.columnMissing.rawValue }.compactMap(\.value))
    header.removeAll {
      $0.code == FindingCode.columnUnknown.rawValue && meant.contains($0.value ?? "")
    }
    return header
  }

  /// Whether a form whose rows were not read would lack its denominators as well.
  private var needsDenominator: Bool {
    layout.form == .indicator && layout.index(of: .denominator) == nil
      && owed.indices.contains {
        owed[$0]
          && context.asked.indicators[$0].traits.isSuperset(of: [.isCollected, .hasDenominator])
      }
  }

  mutating func report(_ finding: Finding) { findings.add(finding.said(ofPlan: plan)) }

  // MARK: cells

  /// The bytes of a cell; empty when the row ends before it, or the form has no such column.
  func bytes(_ column: Column, _ record: Record) -> ArraySlice<UInt8> {
    guard let index = layout.index(of: column), index < record.count else { return [] }
    return record[index]
  }

  /// The text of a cell, without outer blanks.
  func text(_ column: Column, _ record: Record) -> String {
    let bytes = bytes(column, record)
    guard !bytes.isEmpty else { return "" }
    return String(decoding: bytes, as: UTF8.self).trimmedOfBlanks
  }

  /// The text of a note, kept readable.
  mutating func note(_ column: Column, _ record: Record) -> String {
    let typed = NoteText(text(column, record))
    if let damage = typed.damage {
      report(FindingCode.damagedNote(typed.readable, damage, at: layout.place(column, record)))
    }
    // no text has more characters than bytes
    if typed.readable.utf8.count > Self.noteLimit, typed.readable.count > Self.noteLimit {
      report(
        FindingCode.longNote(
          typed.readable, limit: Self.noteLimit, at: layout.place(column, record)))
    }
    return typed.readable
  }

  /// The place of a whole row.
  func place(_ record: Record) -> Finding.Place {
    Finding.Place(row: record.row, line: record.line)
  }

  func words(_ record: Record) -> String {
    record.texts.map(\.trimmedOfBlanks).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Where the codes of the form stand.
  var codeColumn: Column { layout.form == .task ? .task : .indicator }

  /// A code in a row that could not be read: its figure is in error, not missing.
  mutating func mention(_ code: String) {
    mentioned.insert(code.filter { !$0.isWhitespace }.uppercased())
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
