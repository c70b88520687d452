import Assessment
import Documents
import Foundation
import LedgerStore
import PlanModel
import Rendering

/// Editions sent up as if they were a unit's submission.
extension AggregateStage {
  /// The plans that a submission to the level above holds, asked before anything is issued: it takes the
  /// rows of one that is left out as withdrawn.
  static func plansToExport(_ run: OrganisationRun) throws -> [Plan] {
    let request = run.request
    if request.exportFolder != nil, request.plan != nil {
      throw StageError(
        "--plan: a submission holds all plans, and rows that are gone from it are withdrawn above: "
          + "leave the option out; --export-plan names the plans that the level above has",
        status: .usage)
    }
    if request.exportPlans.isEmpty { return run.office.plans }
    guard request.exportFolder != nil else {
      throw StageError(
        "--export-plan: says what --export-submission writes: give both", status: .usage)
    }
    for code in request.exportPlans where run.office.plan(code) == nil {
      let known = run.office.plans.map(\.code).joined(separator: ", ")
      throw StageError("--export-plan \(code): no such plan; there are \(known)", status: .usage)
    }
    let chosen = Set(request.exportPlans.compactMap { run.office.plan($0)?.code })
    return run.office.plans.filter { chosen.contains($0.code) }
  }

  /// The reports of the plans that are exported; refuses editions of a number that not all of them have.
  private static func reports(
    of plans: [Plan], among reports: [Report], _ period: Period, _ run: OrganisationRun
  ) throws -> [Report] {
    let found = plans.filter { $0.term.contains(period.span) }.map { plan in
      (code: plan.code, report: reports.first { $0.assessment.input.plan.code == plan.code })
    }
    if let number = run.request.edition, let lacking = found.first(where: { $0.report == nil }) {
      throw StageError(
        "--edition \(number): \(lacking.code) has none of that number for \(period), and a "
          + "submission holds all plans: leave the option out",
        status: .usage)
    }
    return found.compactMap(\.report)
  }

  /// Writes the editions of each period as one submission of this organisation: `<period>/<root>/`; what
  /// an earlier run wrote there and this one does not is taken away, lest it be sent.
  static func export(
    _ plans: [Plan], _ run: OrganisationRun, to folder: String
  ) throws {
    try run.withLedger(.readOnly) { ledger in
      try DocumentRun(run: run, ledger: ledger).forEachPeriod {
        (period: Period, all: [Report]) in
        try export(
          try reports(of: plans, among: all, period, run), of: period, run,
          to: "\(folder)/\(period)/\(run.office.registry.root)")
      }
    }
  }

  private static func export(
    _ reports: [Report], of period: Period, _ run: OrganisationRun, to place: String
  ) throws {
    func say(_ sentence: String, _ path: String?, isWritten: Bool) {
      run.say(
        ResultLine(
          "\(run.code): \(sentence)",
          [
            "organisation": .text(run.code), "period": .text("\(period)"),
            "export": path.map(ResultLine.Value.text) ?? .none, "written": .truth(isWritten),
          ]))
    }
    // blanks that nobody has sent would look like an answer
    let isEmpty = reports.allSatisfy { report in
      report.assessment.submissions.allSatisfy { $0.latest == nil }
    }
    let files = isEmpty ? [] : SubmissionExport.files(of: reports)
    if files.isEmpty {
      let reason = isEmpty ? "have sent nothing" : "do not report in such periods"
      say("\(period): units \(reason), nothing to export", nil, isWritten: false)
    }
    for file in files {
      let path = "\(place)/\(file.name)"
      let outcome = try OutputFile.write(Data(DataFileText(file).bytes), to: path)
      say("\(path): \(outcome)", path, isWritten: outcome == .written)
    }
    let gone = try OutputFile.removeOthers(
      than: Set(files.map(\.name)), in: place, where: SubmissionExport.names.contains)
    if gone > 0 {
      run.say(
        ResultLine(
          "\(run.code): \(place): \(gone) earlier file\(gone == 1 ? "" : "s") taken away",
          [
            "organisation": .text(run.code), "period": .text("\(period)"),
            "export": .text(place), "written": .truth(false), "removed": .number(gone),
          ]))
    }
  }
}
