import Assessment
import PlanModel

/// The numbers of an edition by the cell they stand in, read from its data files and reckoned anew.
///
/// It knows nothing of how documents are worded: what a sentence claims is looked up here, and compared.
struct EditionNumbers {
  /// What a printed number must be: one of some exact values, in percent where that is what is printed.
  struct Claim {
    let values: [Ratio]
    let isRate: Bool
  }

  let assessment: PlanAssessment
  private let tables: [NumberOrigin.Source: Table]
  private let slips: SlipRegister
  private let reminders: ReminderHistory
  private let correction: CorrectionNumbers
  /// The submissions and the rows of findings of each unit: letters and slips ask unit by unit.
  private let submissions: [String: [SubmissionAssessment]]
  private let findings: [String: [[String]]]

  private struct Table {
    let columns: [String: Int]
    let rows: [[String]]
  }

  init(_ report: Report) {
    assessment = report.assessment
    slips = SlipRegister(report.reviews)
    reminders = report.reminders
    correction = CorrectionNumbers(report)
    submissions = Dictionary(grouping: report.assessment.submissions, by: \.key.unit)
    var tables: [NumberOrigin.Source: Table] = [:]
    for file in DataFiles.all(of: report) {
      // rows of indicators may be millions; those that are spoken of are made when they are looked up
      guard let source = NumberOrigin.Source(rawValue: file.name), source != .indicators else {
        continue
      }
      let columns = Dictionary(
        file.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      var rows: [[String]] = []
      file.forEachRow { rows.append($0) }
      tables[source] = Table(columns: columns, rows: rows)
    }
    self.tables = tables
    let unit = tables[.findings]?.columns["unit"]
    findings = Dictionary(grouping: tables[.findings]?.rows ?? []) { row in
      unit.map { row[$0] } ?? ""
    }
  }

  /// What the number of an origin must be; nil where the edition holds nothing to compare with.
  func claim(_ origin: NumberOrigin) -> Claim? {
    switch origin.source {
    case .indicators: indicator(origin)
    case .tasks, .submissions, .findings: tabled(origin)
    case .reminders: whole([reminders.days(of: origin.unit).count])
    case .correction: correction.claim(origin)
    default: nil
    }
  }

  /// The comparison that the value of a cell is held against.
  func comparison(_ origin: NumberOrigin) -> Target.Comparison? {
    assessed(origin)?.cell(origin.unit, window(origin))?.target?.comparison
  }

  private func plain(_ values: [FixedDecimal?]) -> Claim? {
    let known = values.compactMap(\.self).map { Ratio($0) }
    return known.isEmpty ? nil : Claim(values: known, isRate: false)
  }

  private func whole(_ numbers: [Int]) -> Claim? { plain(numbers.map { FixedDecimal(Int128($0)) }) }

  // MARK: tables

  /// `count(state=late|on_time)`, `distinct(task;state=overdue)`, a column of a row, and what rows do not
  /// hold but the assessment does.
  private func tabled(_ origin: NumberOrigin) -> Claim? {
    if origin.source == .findings, !origin.unit.isEmpty { return finding(origin) }
    if let call = Call(origin.field), let table = tables[origin.source] {
      let rows = table.rows.filter { row in
        // findings about all units stand on no slip
        let isOnSlip = table.columns["file"].map { origin.source != .findings || row[$0] != "" }
        return isOnSlip ?? true
          && call.conditions.allSatisfy { column, values in
            table.columns[column].map { values.contains(row[$0]) } ?? false
          }
      }
      switch call.name {
      case "count": return whole([rows.count])
      case "distinct":
        let places = call.columns.compactMap { table.columns[$0] }
        return whole([Set(rows.map { row in places.map { row[$0] } }).count])
      default: return nil
      }
    }
    return origin.source == .tasks ? task(origin) : submission(origin)
  }

  /// Of a unit's findings: their rows by code, and how many a file of it has.
  private func finding(_ origin: NumberOrigin) -> Claim? {
    guard let columns = tables[.findings]?.columns, let code = columns["code"],
      let file = columns["file"], let row = columns["row"], let severity = columns["severity"]
    else { return nil }
    let rows = findings[origin.unit] ?? []
    let ofFile = rows.filter { $0[file] == origin.item }
    switch origin.field {
    case "row": return whole(rows.filter { $0[code] == origin.item }.compactMap { Int($0[row]) })
    case "rows_in_question":
      return whole([Set(ofFile.filter { $0[severity] != "info" }.map { $0[row] }).count])
    default:
      guard let call = Call(origin.field), call.name == "count",
        let wanted = call.conditions.first?.1
      else { return nil }
      return whole([ofFile.count { wanted.contains($0[severity]) }])
    }
  }

  /// Whether a number stands, as it is printed, in a message of a unit's findings of a code.
  func isInMessage(_ number: PrintedNumber, _ origin: NumberOrigin) -> Bool {
    guard let columns = tables[.findings]?.columns, let code = columns["code"],
      let text = columns["message"]
    else { return false }
    return (findings[origin.unit] ?? []).contains { row in
      row[code] == origin.item
        && PrintedNumber.all(in: onOneLine(row[text]), line: 0).contains {
          $0.value == number.value
        }
    }
  }

  private func task(_ origin: NumberOrigin) -> Claim? {
    let all = assessment.tasks
    let due = all.filter(\.hasFallenDue)
    let done = due.count(where: \.isCompleted)
    let rows = all.filter { $0.task.code == origin.item }
    switch origin.field {
    case "fallen_due": return whole([due.count])
    case "fallen_due_done": return whole([done])
    case "fallen_due_rate": return rate(done, due.count)
    case "done_without_due": return whole([TaskTally(rows: all).doneWithoutDue])
    case "days_overdue": return whole(rows.map(\.daysOverdue))
    case "days_late": return whole(rows.map(\.daysLate))
    default: return nil
    }
  }

  private func submission(_ origin: NumberOrigin) -> Claim? {
    let all = assessment.submissions
    let registry = assessment.input.office.registry
    let last = assessment.input.period.span.last
    let rows = (submissions[origin.unit] ?? []).filter {
      origin.item.isEmpty || $0.key.form.rawValue == origin.item
    }
    switch origin.field {
    case "valid_rate": return rate(all.count(where: \.isValid), all.count)
    case "member_rate":
      let owed = all.filter { $0.key.form.rawValue == origin.item }
      func members(_ rows: [SubmissionAssessment]) -> Int {
        Set(rows.map(\.key.unit)).reduce(0) { $0 + (registry.unit($1, on: last)?.members ?? 0) }
      }
      return rate(members(owed.filter(\.isValid)), members(owed))
    case "days_late": return whole(rows.map(\.daysLate))
    case "errors": return whole(rows.compactMap { $0.latest?.errors })
    case "periods_without": return whole(rows.map(\.periodsWithout))
    case "slips": return whole([slips.count])
    case "slip": return whole(slips.numbers(of: origin.unit, origin.item))
    case "revision": return whole(slips.revisions(of: origin.unit, origin.item))
    case "revision_in_force": return whole(rows.compactMap { $0.inForce?.revision })
    case "figure_rows": return whole(slips.figureRows(of: origin.unit, origin.item))
    case "clean_rows": return whole(slips.cleanRows(of: origin.unit, origin.item))
    case "unfinished_units":
      let input = assessment.input
      return whole([Reminders.units(all, at: input.asOf, input.office).count])
    default: return nil
    }
  }

  private func rate(_ part: Int, _ all: Int) -> Claim? {
    Ratio(FixedDecimal(Int128(part)), over: FixedDecimal(Int128(all))).map {
      Claim(values: [$0], isRate: true)
    }
  }

  // MARK: indicators

  private func assessed(_ origin: NumberOrigin) -> IndicatorAssessment? {
    assessment.indicators.first { $0.indicator.code == origin.item }
  }

  private func window(_ origin: NumberOrigin) -> Window {
    Window(rawValue: origin.window) ?? .period
  }

  private func indicator(_ origin: NumberOrigin) -> Claim? {
    if origin.field == "position" {
      return whole(Array(1...max(1, assessment.indicators.count)))
    }
    if let call = Call(origin.field), call.name == "count" { return verdicts(call) }
    guard let assessed = assessed(origin) else { return nil }
    if origin.period != assessment.input.period.description {
      return earlier(origin, assessed)
    }
    if let other = other(origin, assessed) { return other }
    if origin.field == "lacking", origin.unit != assessed.root {
      return plain([assessed.shortUnits.first { $0.unit == origin.unit }?.lacking])
    }
    guard let cell = assessed.cell(origin.unit, window(origin)) else { return nil }
    return tabledCell(origin, assessed.indicator, cell) ?? reckoned(origin, assessed, cell)
  }

  /// How many indicators stand so in the window that their target speaks of.
  private func verdicts(_ call: Call) -> Claim? {
    let totals = assessment.indicators.map { indicator in
      indicator.total.flatMap { row(of: $0, indicator.indicator)["verdict"] }
        ?? Verdict.noData.rawValue
    }
    let wanted = call.conditions.first { $0.0 == "verdict" }?.1
    return whole([totals.count { wanted?.contains($0) ?? true }])
  }

  /// What stands in `data/indicators.csv`; a rate from the two figures of its row, where they make it.
  private func tabledCell(
    _ origin: NumberOrigin, _ indicator: Indicator, _ cell: IndicatorCell
  ) -> Claim? {
    let row = row(of: cell, indicator)
    func number(_ column: String) -> FixedDecimal? { row[column].flatMap(FixedDecimal.parse) }
    switch origin.field {
    case "numerator", "denominator", "units_counted", "units_expected":
      return plain([number(origin.field)])
    case "units_missing":
      guard let all = number("units_expected"), let counted = number("units_counted") else {
        return nil
      }
      return plain([all - counted])
    case "value":
      guard let shown = number("value"), let value = cell.value else { return nil }
      // the exact value, as long as it is the one that the table shows
      let exact =
        number("numerator").flatMap { above in
          number("denominator").flatMap { Ratio(above, over: $0) }
        }.flatMap { $0.rounded(toFractionDigits: 6) == shown ? $0 : nil }
      guard value.rounded(toFractionDigits: 6) == shown else {
        return Claim(values: [], isRate: true)
      }
      return Claim(values: [exact ?? value], isRate: indicator.measure.hasDenominator)
    default: return nil
    }
  }

  /// The value under a target beside the one that binds: `value(target=0.03)`.
  private func other(_ origin: NumberOrigin, _ assessed: IndicatorAssessment) -> Claim? {
    guard let wanted = Call(origin.field)?.conditions.first, wanted.0 == "target",
      let outcome = assessed.otherOutcomes.first(where: {
        $0.window.rawValue == origin.window && wanted.1.contains($0.target.comparison.dataText)
      }), let value = outcome.value
    else { return nil }
    let indicator = assessed.indicator
    return Claim(
      values: [value],
      isRate: indicator.measure.hasDenominator || indicator.combination == .unitsMeeting)
  }

  /// The row of a cell in `data/indicators.csv`, by its columns.
  private func row(of cell: IndicatorCell, _ indicator: Indicator) -> [String: String] {
    Dictionary(
      zip(DataFiles.indicatorColumns, DataFiles.row(of: cell, indicator, assessment.input)),
      uniquingKeysWith: { first, _ in first })
  }

  /// What follows from a cell and its target.
  private func reckoned(
    _ origin: NumberOrigin, _ assessed: IndicatorAssessment, _ cell: IndicatorCell
  ) -> Claim? {
    let indicator = assessed.indicator
    let isRate = indicator.measure.hasDenominator
    func rates(_ values: [Ratio?]) -> Claim? {
      Claim(values: values.compactMap(\.self), isRate: isRate)
    }
    let standing = IndicatorStanding(
      ordinal: 0, assessment: assessed, period: assessment.input.period,
      plan: assessment.input.plan)
    let needed = cell.pace?.needed
    let lacking =
      cell.isTotal && indicator.combination == .unitsMeeting
      ? FixedDecimal(Int128(standing.shortCells.count))
      : needed.flatMap { needed in cell.tally.numerator.map { needed - $0 } }
    switch origin.field {
    case "target": return cell.target.map { Claim(values: $0.comparison.numbers, isRate: isRate) }
    case "needed": return plain([needed])
    case "needed_by_now": return plain([cell.pace?.neededByNow])
    case "lacking": return plain([lacking])
    case "lag":
      return plain([
        cell.pace.flatMap { pace in cell.tally.numerator.map { pace.neededByNow - $0 } }
      ])
    case "level_by_now": return rates([cell.pace?.levelByNow])
    case "months_elapsed": return cell.pace.flatMap { whole([$0.monthsElapsed]) }
    case "months_in_all": return cell.pace.flatMap { whole([$0.monthsInAll]) }
    case "points_to_target":
      return Claim(
        values: [
          cell.value.flatMap { value in
            cell.target?.comparison.threshold.flatMap { value.minus($0) }
          }
        ].compactMap(\.self), isRate: true)
    case "percent_of_needed":
      let part = cell.tally.numerator.flatMap { above in
        needed.flatMap { Ratio(above, over: $0) }
      }
      return part.map { Claim(values: [$0], isRate: true) }
    case "points_since", "change", "change_percent": return change(origin.field, standing)
    case "base_value": return rates([base(cell)?.from])
    case "units_compared":
      return whole([assessed.comparison?.movement?.units, cell.movement?.units].compactMap(\.self))
    case "change_from_base", "change_from_base_percent":
      return changeFromBase(origin.field, cell, isRate)
    case "lowest", "highest":
      return bound(origin.field, cell, indicator)
    case "member_rate":
      return cell.members.flatMap { rate($0.counted, $0.expected) }
    case "units_short": return whole([standing.shortCells.count, standing.shortUnits.count])
    case "periods_left": return Remainder(standing).flatMap { whole([$0.periods]) }
    case "needed_each": return Remainder(standing).flatMap { plain([$0.each]) }
    case "more_than_period":
      return plain([
        lacking.flatMap { lacking in standing.inPeriodAlone.map { lacking - $0 } }
      ])
    default:
      return Outlook(assessed, in: assessment.input.period).flatMap { $0.claim(origin.field) }
    }
  }

  private func change(_ field: String, _ standing: IndicatorStanding) -> Claim? {
    switch (standing.change, field) {
    case (.rate(let movement)?, "points_since"):
      return movement.to.minus(movement.from).map { Claim(values: [$0], isRate: true) }
    case (.quantity(_, let from, let now)?, "change"): return plain([now - from])
    case (.quantity(_, let from, let now)?, "change_percent"):
      return Ratio(now - from, over: from).map { Claim(values: [$0], isRate: true) }
    default: return nil
    }
  }

  private func changeFromBase(_ field: String, _ cell: IndicatorCell, _ isRate: Bool) -> Claim? {
    guard let (from, to) = base(cell), let difference = to.minus(from) else { return nil }
    if field == "change_from_base" { return Claim(values: [difference], isRate: isRate) }
    return difference.divided(by: from).map { Claim(values: [$0], isRate: true) }
  }

  /// What the change that a target asks for is counted from, and what it is counted to.
  private func base(_ cell: IndicatorCell) -> (from: Ratio, to: Ratio)? {
    guard let change = cell.target?.comparison.change else { return nil }
    if let start = change.base.start { return cell.value.map { (Ratio(start.value), $0) } }
    return cell.movement.map { ($0.from, $0.to) }
  }

  private func bound(_ field: String, _ cell: IndicatorCell, _ indicator: Indicator) -> Claim? {
    guard let bounds = cell.bounds,
      let value = field == "lowest" ? bounds.lowest : bounds.highest
    else { return nil }
    guard cell.isTotal, indicator.combination == .unitsMeeting else {
      return Claim(values: [value], isRate: indicator.measure.hasDenominator)
    }
    let owed = Ratio(cell.tally.denominator ?? .zero)
    return value.multiplied(by: owed).map { Claim(values: [$0], isRate: false) }
  }

  /// A number of the total that the present one is compared with.
  private func earlier(_ origin: NumberOrigin, _ assessed: IndicatorAssessment) -> Claim? {
    guard let comparison = assessed.comparison,
      comparison.period.description == origin.period
    else { return nil }
    switch origin.field {
    case "numerator": return plain([comparison.cell.tally.numerator])
    case "numerator(same units)": return plain([comparison.movement?.earlier.numerator])
    case "value":
      return comparison.cell.value.map {
        Claim(values: [$0], isRate: assessed.indicator.measure.hasDenominator)
      }
    default: return nil
    }
  }
}

/// `name(column;column=value|value)`.
private struct Call {
  let name: String
  let columns: [String]
  let conditions: [(String, Set<String>)]

  init?(_ field: String) {
    guard let open = field.firstIndex(of: "("), field.last == ")" else { return nil }
    name = String(field[..<open])
    let parts = field[field.index(after: open)...].dropLast().split(separator: ";")
    columns = parts.filter { !$0.contains("=") }.map(String.init)
    conditions = parts.compactMap { part in
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      return sides.count == 2
        ? (sides[0], Set(sides[1].split(separator: "|").map(String.init))) : nil
    }
  }
}

extension Target.Comparison {
  /// The numbers a table prints of it.
  fileprivate var numbers: [Ratio] {
    switch self {
    case .between(let low, let high): [Ratio(low), Ratio(high)]
    case .about(let centre, _): [Ratio(centre), threshold].compactMap(\.self)
    case .increase(let change), .decrease(let change):
      switch change.amount {
      case .by(let number): [Ratio(number)]
      case .part(let part): [Ratio(part)]
      case nil: []
      }
    default: [threshold].compactMap(\.self)
    }
  }
}
