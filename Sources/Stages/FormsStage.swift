import Assessment
import Documents
import Foundation
import LedgerStore
import PlanModel
import Rendering

/// Writes the blank forms of a period, for every unit that owes one (`tonghop-forms`).
public enum FormsStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      guard request.plan == nil else {
        throw StageError(
          "--plan: a unit's form holds what it owes on all plans: leave the option out",
          status: .usage)
      }
      let period = try run.formPeriod()
      let units = try run.units(owing: period)
      let past = try run.pastReports(before: period)
      var writer = FormsWriter(folder: "\(run.periodFolder(period))/bieu-mau", run: run)
      for unit in units {
        let forms = UnitForms(
          of: unit, in: period, office: run.office, past: past[unit.code] ?? FormPast())
        if let forms { try writer.write(forms) }
      }
      if request.unit == nil { try writer.removeOthers(than: Set(units.map(\.code))) }
      run.say(writer.line(units.count, period))
      return .clean
    }
  }
}

/// Puts forms in their place, and counts the files.
private struct FormsWriter {
  let folder: String
  let run: OrganisationRun
  private var counts = FileCounts()

  init(folder: String, run: OrganisationRun) {
    self.folder = folder
    self.run = run
  }

  mutating func write(_ forms: UnitForms) throws {
    let organisation = run.office.organisation
    let unit = forms.unit.code
    try OutputFile.makeFolder(folder)
    counts.add(
      try FormRenderer.write(
        forms, to: "\(folder)/\(unit).xlsx",
        WorkbookRenderer.Properties(
          title: "Biểu báo cáo \(forms.period) của \(forms.unit.name)",
          company: organisation.issuer,
          // the period's own last day: a form is the same whenever it is made
          created: CivilTime(forms.period.span.last, secondOfDay: 0)
            .unixSeconds(utcOffsetMinutes: organisation.calendar.utcOffsetMinutes))))
    for form in forms.forms {
      counts.add(try OutputFile.write(form.skeleton, to: "\(folder)/\(unit)/\(form.fileName)"))
    }
    counts.removed += try removeSkeletons(of: unit, but: Set(forms.forms.map(\.fileName)))
  }

  /// Takes away the forms of units that owe none any more.
  mutating func removeOthers(than units: Set<String>) throws {
    let others = Set(run.office.registry.units.map(\.code)).subtracting(units)
    let workbooks = Set(others.map { "\($0).xlsx" })
    counts.removed += try OutputFile.removeOthers(than: [], in: folder, where: workbooks.contains)
    for unit in others.sorted() {
      counts.removed += try removeSkeletons(of: unit, but: [])
      // only when nothing else is in it
      unsafe rmdir("\(folder)/\(unit)")
    }
  }

  private func removeSkeletons(of unit: String, but names: Set<String>) throws -> Int {
    let all = Set(Form.allCases.map(BlankForm.fileName))
    return try OutputFile.removeOthers(than: names, in: "\(folder)/\(unit)", where: all.contains)
  }

  func line(_ units: Int, _ period: Period) -> ResultLine {
    ResultLine(
      "\(run.code): \(folder): forms of \(units) units, \(counts.written) files written,"
        + " \(counts.unchanged) unchanged, \(counts.removed) no longer needed",
      [
        "organisation": .text(run.code), "period": .text("\(period)"), "folder": .text(folder),
        "units": .number(units), "written": .number(counts.written),
        "unchanged": .number(counts.unchanged),
        "removed": .number(counts.removed),
      ])
  }
}

extension OrganisationRun {
  /// The one period that forms are asked for.
  fileprivate func formPeriod() throws -> Period {
    guard let text = request.period else { return try defaultPeriod() }
    guard text != "all" else {
      throw StageError(
        "--period all: forms are made for one period, such as 2024-Q4", status: .usage)
    }
    return try Self.period(text)
  }

  /// The units whose forms are asked for, in the register's order.
  fileprivate func units(owing period: Period) throws -> [PlanModel.Unit] {
    let units = office.registry.units(on: period.span.last).filter {
      !office.formsOwed(by: $0, in: period).isEmpty
    }
    guard !units.isEmpty else {
      throw StageError("no unit owes a form for \(period): no plan is collected in it")
    }
    guard let text = request.unit else { return units }
    guard let code = office.registry.code(matching: text),
      let unit = units.first(where: { $0.code == code })
    else {
      throw StageError("--unit \(text): no such unit owes a form for \(period)", status: .usage)
    }
    return [unit]
  }

  /// What each unit reported last in the twelve months before a period; nothing without a ledger.
  fileprivate func pastReports(before period: Period) throws -> [String: FormPast] {
    guard FileManager.default.fileExists(atPath: place.ledger) else { return [:] }
    return try withLedger(.readOnly) { ledger in
      let last = period.span.first.adding(days: -1)
      let year = DateSpan(period.span.first.adding(months: -12), last)
      let receipts = try ledger.receipts(ReceiptFilter(within: year))
      // by the clock, whatever has come; by a named moment, what had come by then
      let end = isClock ? receipts.map(\.receivedAt).max() ?? asOf : asOf
      let inForce = SubmissionBook(receipts: receipts, asOf: end).allInForce
      let byNumber = inForce.keyed(by: \.number)
      var past: [String: FormPast] = [:]
      for plan in office.plans {
        try ledger.figures(of: inForce.map(\.number), plan: plan.code) { number, figure in
          guard let receipt = byNumber[number] else { return }
          past[receipt.unit, default: FormPast()].add(figure, of: receipt.period)
        }
        try ledger.taskReports(of: inForce.map(\.number), plan: plan.code) { number, report in
          guard let receipt = byNumber[number] else { return }
          past[receipt.unit, default: FormPast()].add(report, of: receipt.period)
        }
      }
      return past
    }
  }
}
