import ContentHash
import Assessment
import Documents
import LedgerStore
import PlanModel
import Rendering

/// Makes editions, and their data files (`tonghop-aggregate`).
public enum AggregateStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console) { run in
      try run.withLedger(.readWrite) { ledger in
        for period in try run.periods(ledger) {
          for plan in try run.plans() where plan.term.contains(period.span) {
            try aggregate(plan, period, run, ledger)
          }
        }
        return .clean
      }
    }
  }

  private static func aggregate(
    _ plan: Plan, _ period: Period, _ run: OrganisationRun, _ ledger: Ledger
  ) throws {
    let content = try EditionContent(
      office: run.office, plan: plan, period: period, asOf: run.asOf,
      horizon: try ledger.lastReceiptNumber(), ledger: ledger)
    let sources = EditionContent.sources(run.sources)
    let inputs = content.inputsDigest(sources)
    let editions = try ledger.editions(plan: plan.code, period: period)
    let same = editions.last { $0.inputsDigest == inputs && $0.asOf == run.asOf }
    let folder = run.planFolder(plan.code, period)
    if let same,
      PublishedDocuments(of: "aggregate", in: folder, madeFrom: [same]).standing() != nil
    {
      return say(same, isNew: false, written: 0, run)
    }
    let report = try content.report(edition: same?.number ?? editions.count + 1, ledger: ledger)
    let outcome = outcomeDigest(report)
    let standing = same ?? unmoved(editions, inputs, outcome, run)
    let edition =
      try standing
      ?? ledger.issue(
        EditionDraft(
          plan: plan.code, period: period, asOf: run.asOf, horizon: content.horizon,
          inputsDigest: inputs, outcomeDigest: outcome, sources: sources))
    let shown =
      edition.asOf == run.asOf
      ? report
      : try EditionContent(edition, organisation: run.code, ledger: ledger)
        .report(edition: edition.number, ledger: ledger)
    let written = try write(shown, run)
    try PublishedDocuments(of: "aggregate", in: folder, madeFrom: [edition])
      .record(DataFiles.names.map { "data/\($0)" })
    say(edition, isNew: standing == nil, written: written, run)
  }

  private static func say(_ edition: Edition, isNew: Bool, written: Int, _ run: OrganisationRun) {
    run.say(
      "\(run.code): \(edition.plan) \(edition.period): edition \(edition.number)"
        + (isNew ? ", new" : ", stands") + ", \(written) of 4 data files written")
  }

  /// When nobody named a moment, the last edition stands as long as only the days have gone on.
  private static func unmoved(
    _ editions: [Edition], _ inputs: String, _ outcome: String, _ run: OrganisationRun
  ) -> Edition? {
    guard run.isClock, let last = editions.last, last.inputsDigest == inputs,
      last.outcomeDigest == outcome
    else { return nil }
    return last
  }

  /// What an edition says, without the columns that count days and move every night.
  private static func outcomeDigest(_ report: Report) -> String {
    var digest = FieldsDigest()
    for file in DataFiles.all(of: report) {
      let kept = file.columns.indices.filter { !file.columns[$0].hasPrefix("days_") }
      digest.add(file.name)
      digest.add(String(file.rows.count))
      for row in file.rows { kept.forEach { digest.add(row[$0]) } }
    }
    return digest.digest.hexadecimal
  }

  private static func write(_ report: Report, _ run: OrganisationRun) throws -> Int {
    let folder = run.planFolder(report.assessment.input.plan.code, report.assessment.input.period)
    return try DataFiles.all(of: report).count { file in
      try OutputFile.write(file.text, to: "\(folder)/data/\(file.name)") == .written
    }
  }
}

extension OrganisationRun {
  /// Where the documents of a period stand.
  func periodFolder(_ period: Period) -> String { "\(folder)/\(period)" }

  /// Where the documents of a plan and period stand.
  func planFolder(_ plan: String, _ period: Period) -> String {
    "\(periodFolder(period))/\(plan)"
  }
}
