import Assessment
import Documents
import Foundation
import Intake
import LedgerStore
import PlanModel
import Rendering

/// Writes briefing, summary, correction notice, reminders and feedback slips of editions
/// (`tonghop-briefing`).
public enum BriefingStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    run(request, console, composedBy: .standard)
  }

  /// The same with other words: whoever writes them, their numbers are held against the edition.
  static func run(
    _ request: StageRequest, _ console: Console, composedBy compose: DocumentComposer
  ) -> ExitStatus {
    var request = request
    request.checksTemplates = true
    return OrganisationRun.all(request, console, quietly: "briefing") { run in
      try run.withLedger(.readOnly) { ledger in
        let documents = DocumentRun(run: run, ledger: ledger)
        try documents.forEachPeriod { (period: Period, editions: [Edition]) in
          try write(editions, period, documents, compose)
        }
        return try documents.issued.finish()
      }
    }
  }

  private static func write(
    _ editions: [Edition], _ period: Period, _ documents: DocumentRun,
    _ compose: DocumentComposer
  ) throws {
    let run = documents.run
    let folder = run.periodFolder(period)
    let folders = editions.map { EditionFolder(of: $0, run) }
    let standing = folders.map { $0.standing(.briefing) }
    let speaksOfPeriod = speak(editions, of: period, run)
    let others = speaksOfPeriod ? try documents.others(in: period, than: editions) : []
    let common = PublishedDocuments(of: "briefing", in: folder, madeFrom: editions + others)
    let commonStanding = speaksOfPeriod ? common.standing() : []
    var writer = TextWriter()
    if let commonStanding, !standing.contains(nil) {
      run.restsOn(commonStanding)
      for (edition, folder) in zip(editions, folders) {
        try documents.issued.hold(edition, .briefing, folder, isNew: false)
      }
      writer.counts.unchanged =
        max(0, commonStanding.count - 1) + standing.reduce(0) { $0 + ($1 ?? 0) }
      run.quiet?.say(writer.line(period, run).sentence)
    } else {
      run.console.log("\(run.code): writing the texts of \(period)")
      // texts quote what units wrote this time
      let reports = try editions.map { try documents.report($0, notes: .ofPeriod) }
      let beside = try others.map { try documents.report($0, notes: .ofPeriod) }
      // all are checked before any is published
      let checked = try CheckedDocuments.all(
        of: reports, ofPeriod: speaksOfPeriod ? submissions(of: reports, and: beside) : nil,
        composedBy: compose)
      var next = TextWriter()
      for (number, folder) in folders.enumerated() {
        try folder.write(.briefing) {
          let names = try writer.writePlan(checked.plans[number], in: $0)
          next.counts.unchanged += names.count
          return names
        }
        try documents.issued.hold(editions[number], .briefing, folder, isNew: true)
      }
      if speaksOfPeriod {
        let names = try writer.writePeriod(
          checked.period, in: folder, before: common.names(), run.office.registry)
        next.counts.unchanged += names.count
        run.restsOn(try common.record(names))
      }
      run.quiet?.say(next.line(period, run).sentence)
    }
    // all have been made: now they are shown, plan after plan
    for folder in folders { try folder.show() }
    let written = writer.counts.written
    run.console.tally.add { $0.documents += written }
    run.say(writer.line(period, run))
  }

  /// The report that knows the submissions of the period best, with what the reports on the other plans
  /// ask about them; nil for a period that units do not report in: those inside it chase them.
  ///
  /// Of reports `beside`, which may be of an earlier day, only questions are taken.
  private static func submissions(of reports: [Report], and beside: [Report]) -> Report? {
    // where one plan is reported on by month and another by quarter, that on the first knows of a quarter
    // only what came for its months, and that on the other nothing of a month
    let own = reports.filter(\.assessment.input.isCollected)
    // a unit gets one slip for a form, whichever plan its figures are doubted in
    let asking = own + beside.filter(\.assessment.input.isCollected)
    return best(of: own).map { best in
      let office = best.assessment.input.office
      return best.asking(whatIsAskedIn: asking) {
        !office.hasExplanation(for: $0, unit: $1.unit, period: $1.period)
      }
    }
  }

  /// The report that knows most: counted last, on a plan that asks for the period, and on the longest past,
  /// for how long a unit has been silent is told from that. Its plan's code is no reason.
  private static func best(of reports: [Report]) -> Report? {
    func knowledge(_ report: Report) -> (Int, CivilTime, Int) {
      let input = report.assessment.input
      return (
        input.plan.isCollected(in: input.period) ? 1 : 0, input.asOf,
        input.submissions.receipts.count
      )
    }
    // not max(by:), which promises nothing about equals
    return reports.reduce(nil as Report?) { best, report in
      guard let best, knowledge(report) <= knowledge(best) else { return report }
      return best
    }
  }

  /// Whether the documents of a period are to be written with those of some editions: plans on which units
  /// do not report in such periods have no say in the letters and slips of those on which they do.
  private static func speak(
    _ editions: [Edition], of period: Period, _ run: OrganisationRun
  ) -> Bool {
    guard run.structure == nil else { return false }
    let plans = run.office.plans.filter { $0.cadence == period.cadence }.map(\.code)
    return plans.isEmpty || editions.contains { plans.contains($0.plan) }
  }
}

/// Renders text documents, puts them in their place, and counts them.
private struct TextWriter {
  var counts = FileCounts()

  func line(_ period: Period, _ run: OrganisationRun) -> ResultLine {
    let folder = run.periodFolder(period)
    return ResultLine(
      "\(run.code): \(folder): \(counts.written) text documents written, "
        + "\(counts.unchanged) unchanged, \(counts.removed) no longer needed",
      [
        "organisation": .text(run.code), "period": .text("\(period)"), "folder": .text(folder),
        "written": .number(counts.written), "unchanged": .number(counts.unchanged),
        "removed": .number(counts.removed),
      ])
  }

  /// Writes the documents of a plan, and returns their names.
  mutating func writePlan(_ documents: CheckedDocuments, in folder: String) throws -> [String] {
    let names = try writeAll(documents, in: folder)
    for name in DocumentStage.briefing.names where !names.contains(name) {
      counts.removed += try OutputFile.remove("\(folder)/\(name)") ? 1 : 0
    }
    return names
  }

  /// Writes slips and reminders of a period, takes away those of an earlier run that no longer hold, and
  /// returns the names of what stands.
  mutating func writePeriod(
    _ documents: CheckedDocuments?, in folder: String, before: Set<String>, _ registry: UnitRegistry
  ) throws -> [String] {
    var names: [String] = []
    if let documents, !documents.texts.isEmpty {
      names = try writeAll(documents, in: folder)
    } else {
      _ = try OutputFile.remove("\(folder)/\(Self.sources)")
    }
    for part in ["phan-hoi", "don-doc"] {
      let kept = names.filter { $0.hasPrefix("\(part)/") }.map { $0.dropFirst(part.count + 1) }
      counts.removed += try OutputFile.removeOthers(
        than: Set(kept.map(String.init)), in: "\(folder)/\(part)"
      ) { name in
        // the note may be lost: then names tell
        before.contains("\(part)/\(name)") || Self.isOfUnit(name, registry)
      }
    }
    return names
  }

  /// Whether a document is named as that of a unit, or as the letter to all.
  private static func isOfUnit(_ name: String, _ registry: UnitRegistry) -> Bool {
    guard name.hasSuffix(".txt") else { return false }
    let stem = String(name.dropLast(4))
    return stem == Reminders.letterName || registry.code(matching: stem) == stem
  }

  private static let sources = "data/\(BriefingSources.name)"

  private mutating func writeAll(
    _ documents: CheckedDocuments, in folder: String
  ) throws -> [String] {
    for outcome in try OutputFile.write(documents.texts, below: folder) { counts.add(outcome) }
    try OutputFile.write(Data(documents.sources), to: "\(folder)/\(Self.sources)")
    return documents.texts.map(\.name) + [Self.sources]
  }
}
