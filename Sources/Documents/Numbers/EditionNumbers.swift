import Assessment
import PlanModel

/// The numbers of an edition by the cell they stand in, read from its data files and reckoned anew.
///
/// It knows nothing of how documents are worded: what a sentence claims is looked up here, and compared.
struct EditionNumbers: Sendable {
  let assessment: PlanAssessment
  /// How the indicators stand, as their table has it.
  let verdicts: [String]
  private let tables: [NumberOrigin.Source: NumberTable]
  private let slips: SlipRegister
  private let reminders: ReminderHistory
  private let correction: CorrectionNumbers
  /// The submissions and the rows of findings of each unit: letters and slips ask unit by unit.
  private let submissions: [String: [SubmissionAssessment]]
  private let findings: [String: [[String]]]
  /// What is found in the revisions in force of units whose last one was returned.
  private let standing: [String: [Finding]]
  /// The forms that the letter to all speaks of.
  private let askedForms: AskedForms

  init(_ report: Report) {
    assessment = report.assessment
    verdicts = Self.verdicts(report.assessment)
    slips = SlipRegister(report)
    reminders = report.reminders
    standing = Dictionary(grouping: report.standing, by: \.receipt.unit)
      .mapValues { $0.flatMap(\.findings) }
    correction = CorrectionNumbers(report)
    submissions = Dictionary(grouping: report.assessment.submissions, by: \.key.unit)
    let input = report.assessment.input
    askedForms = AskedForms(report.assessment.submissions, at: input.asOf, input.office)
    var tables: [NumberOrigin.Source: NumberTable] = [:]
    for file in DataFiles.all(of: report) {
      // rows of indicators may be millions; those that are spoken of are made when they are looked up
      guard let source = NumberOrigin.Source(rawValue: file.name), source != .indicators else {
        continue
      }
      tables[source] = NumberTable(file)
    }
    self.tables = tables
    let unit = tables[.findings]?.place(of: "unit")
    findings = Dictionary(grouping: tables[.findings]?.rows ?? []) { row in
      unit.map { row[$0] } ?? ""
    }
  }

  /// What the number of an origin must be; nil where the edition holds nothing to compare with.
  func claim(_ origin: NumberOrigin) -> NumberClaim? {
    switch origin.source {
    case .indicators: indicator(origin)
    case .tasks, .submissions, .findings: tabled(origin)
    case .reminders: .whole([reminders.days(of: origin.unit).count])
    case .correction: correction.claim(origin)
    default: nil
    }
  }

  /// The comparison that the value of a cell is held against.
  func comparison(_ origin: NumberOrigin) -> Target.Comparison? {
    assessed(origin)?.cell(origin.unit, window(origin))?.target?.comparison
  }

  // MARK: tables

  /// `count(state=late|on_time)`, `distinct(task;state=overdue)`, a column of a row, and what rows do not
  /// hold but the assessment does.
  private func tabled(_ origin: NumberOrigin) -> NumberClaim? {
    if origin.source == .findings, !origin.unit.isEmpty { return finding(origin) }
    if let call = OriginCall(origin.field), let table = tables[origin.source] {
      var rows = table.rows(where: call.conditions)
      // findings about all units stand on no slip
      if origin.source == .findings, let files = table.column("file") {
        rows.removeAll { files[$0].isEmpty }
      }
      switch call.name {
      case "count": return .whole([rows.count])
      case "distinct":
        let columns = call.columns.compactMap(table.column)
        return .whole([Set(rows.map { row in columns.map { $0[row] } }).count])
      default: return nil
      }
    }
    return origin.source == .tasks ? task(origin) : submission(origin)
  }

  /// Of a unit's findings: their rows by code, and how many a file of it has.
  private func finding(_ origin: NumberOrigin) -> NumberClaim? {
    guard let table = tables[.findings], let code = table.place(of: "code"),
      let file = table.place(of: "file"), let row = table.place(of: "row"),
      let severity = table.place(of: "severity")
    else { return nil }
    let rows = findings[origin.unit] ?? []
    if origin.field == "row" {
      return .whole(rows.filter { $0[code] == origin.item }.compactMap { Int($0[row]) })
    }
    guard let call = OriginCall(origin.field), call.name == "count",
      let wanted = call.conditions.first?.1
    else { return nil }
    // a name that was sent as two forms has two slips, whose rows the data file does not tell apart
    let reviews = slips.reviews(of: origin.unit, file: origin.item)
    if reviews.count > 1 {
      return .whole(reviews.map { $0.findings.count { wanted.contains($0.severity.rawValue) } })
    }
    return .whole([rows.count { $0[file] == origin.item && wanted.contains($0[severity]) }])
  }

  /// The numbers, as they are printed, in the messages of a unit's findings of a code.
  func inMessages(_ origin: NumberOrigin) -> Set<String> {
    guard let table = tables[.findings], let code = table.place(of: "code"),
      let text = table.place(of: "message")
    else { return [] }
    let messages =
      (findings[origin.unit] ?? []).filter { $0[code] == origin.item }.map { $0[text] }
      + (standing[origin.unit] ?? []).filter { $0.code == origin.item }.map(\.problem)
    return Set(messages.flatMap { PrintedNumber.all(in: onOneLine($0), line: 0).map(\.value) })
  }

  private func task(_ origin: NumberOrigin) -> NumberClaim? {
    let all = assessment.tasks
    let due = all.filter(\.hasFallenDue)
    let done = due.count(where: \.isCompleted)
    let rows = all.filter { $0.task.code == origin.item }
    switch origin.field {
    case "fallen_due": return .whole([due.count])
    case "fallen_due_done": return .whole([done])
    case "fallen_due_rate": return .rate(done, due.count)
    case "done_without_due": return .whole([TaskTally(rows: all).doneWithoutDue])
    case "days_overdue": return .whole(rows.map(\.daysOverdue))
    case "days_late": return .whole(rows.map(\.daysLate))
    default: return nil
    }
  }

  private func submission(_ origin: NumberOrigin) -> NumberClaim? {
    let all = assessment.submissions
    let registry = assessment.input.office.registry
    let last = assessment.input.period.span.last
    let rows = (submissions[origin.unit] ?? []).filter {
      origin.item.isEmpty || $0.key.form.rawValue == origin.item
    }
    switch origin.field {
    case "valid_rate": return .rate(all.count(where: \.isValid), all.count)
    case "member_rate":
      let owed = all.filter { $0.key.form.rawValue == origin.item }
      func members(_ rows: [SubmissionAssessment]) -> Int {
        Set(rows.map(\.key.unit)).reduce(0) { $0 + (registry.unit($1, on: last)?.members ?? 0) }
      }
      return .rate(members(owed.filter(\.isValid)), members(owed))
    case "days_late": return .whole(rows.map(\.daysLate))
    case "errors": return .whole(rows.compactMap { $0.latest?.errors })
    case "periods_without": return .whole(rows.map(\.periodsWithout))
    case "slips": return .whole([slips.count])
    case "slip": return .whole(slips.of(origin.unit, origin.item).map(\.number))
    case "revision":
      return .whole(slips.of(origin.unit, origin.item).map(\.review.receipt.revision))
    case "revision_in_force": return .whole(rows.compactMap { $0.inForce?.revision })
    case "figure_rows": return .whole(slips.of(origin.unit, origin.item).map(\.review.figureRows))
    case "clean_rows": return .whole(slips.of(origin.unit, origin.item).map(\.review.cleanRows))
    case "asked_forms", "asked_valid", "asked_units", "own_forms", "owing_units", "mending_units",
      "unfinished_units":
      return asked(origin.field, askedForms)
    default: return nil
    }
  }

  /// How many forms and units the letter to those who are late speaks of.
  private func asked(_ field: String, _ asked: AskedForms) -> NumberClaim? {
    let late = Set(asked.entries.map(\.unit))
    let mending = Set(asked.mending.keys).subtracting(late)
    switch field {
    case "asked_forms": return .whole([asked.all.count])
    case "asked_valid": return .whole([asked.all.count(where: \.isValid)])
    case "asked_units": return .whole([Set(asked.all.map(\.key.unit)).count])
    case "own_forms": return .whole([asked.own])
    case "owing_units": return .whole([late.union(mending).count])
    case "mending_units": return .whole([mending.count])
    default: return .whole([late.count])
    }
  }
}

/// `name(column;column=value|value)`.
struct OriginCall {
  let name: String
  let columns: [String]
  let conditions: [(column: String, values: Set<String>)]

  init?(_ field: String) {
    guard let open = field.firstIndex(of: "("), field.last == ")" else { return nil }
    name = String(field[..<open])
    let parts = field[field.index(after: open)...].dropLast().split(separator: ";")
    columns = parts.filter { !$0.contains("=") }.map(String.init)
    conditions = parts.compactMap { part in
      // a change that only has a direction is written with nothing behind the sign
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { return nil }
      let values = sides[1].split(separator: "|", omittingEmptySubsequences: false)
      return (String(sides[0]), Set(values.map(String.init)))
    }
  }
}
