import Assessment
import Documents
import Foundation
import LedgerStore
import PlanModel
import Rendering

/// Makes editions, and their data files (`tonghop-aggregate`).
public enum AggregateStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    OrganisationRun.all(request, console, quietly: "aggregate") { run in
      let exported = try plansToExport(run)
      let isReprint = request.edition != nil || run.structure != nil
      let status = try isReprint ? printAgain(run) : issueAll(run)
      if let folder = request.exportFolder { try export(exported, run, to: folder) }
      return status
    }
  }

  private static func issueAll(_ run: OrganisationRun) throws -> ExitStatus {
    try run.withLedger(.readWrite) { ledger in
      let plans = try run.plans(ledger)
      let work = try run.periods(ledger).flatMap { period in
        plans.filter { $0.term.contains(period.span) }.map { ($0, period) }
      }
      if work.isEmpty, run.request.period != "all" {
        let asked = try run.request.period.map { "--period \($0)" } ?? "\(run.defaultPeriod())"
        let terms = plans.map { "\($0.code) \($0.firstYear)-\($0.lastYear)" }
        throw StageError(
          "\(asked): no plan runs then; there are \(terms.joined(separator: ", "))", status: .usage)
      }
      var status = try tellUntaken(work, run, ledger)
      for (done, (plan, period)) in work.enumerated() {
        run.console.progress(
          StageProgress(subject: run.code, unit: "editions", done: done, total: work.count))
        status = status.and(try aggregate(plan, period, run, ledger))
      }
      return status
    }
  }

  /// Says what lies in the folders of the inputs and is in no ledger.
  private static func tellUntaken(
    _ work: [(Plan, Period)], _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> ExitStatus {
    guard let notice = try UntakenSubmissions(run: run, ledger: ledger).notice(work) else {
      return .clean
    }
    run.console.notice("\(run.code): \(notice)")
    run.quiet?.forget()
    return .findings
  }

  /// Writes the data files of issued editions; issues none.
  private static func printAgain(_ run: OrganisationRun) throws -> ExitStatus {
    try run.withLedger(.readOnly) { ledger in
      let documents = DocumentRun(run: run, ledger: ledger)
      var status = ExitStatus.clean
      try documents.forEachPeriod { (_: Period, editions: [Edition]) in
        for edition in editions {
          let report = try documents.report(edition, notes: [])
          let made = try MadeData(report, IndicatorRows(of: report, in: run.folder))
          let written = try write(made.files, EditionFolder(of: edition, run), run)
          run.say(line(edition, "made again", written, run))
          // in another structure of units it says something else, as it should
          if run.structure == nil { status = status.and(try hold(made, against: edition, run)) }
        }
      }
      return status
    }
  }

  /// An edition is what was issued under its number: where it has become something else, that is told.
  private static func hold(
    _ made: MadeData, against edition: Edition, _ run: OrganisationRun
  ) throws -> ExitStatus {
    guard let complaint = try EditionCheck.complaint(edition, made: made, run) else {
      return .clean
    }
    run.console.notice("\(run.code): \(complaint)")
    run.quiet?.forget()
    return .findings
  }

  private static func aggregate(
    _ plan: Plan, _ period: Period, _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> ExitStatus {
    let candidate = try EditionCandidate(plan, period, run, ledger)
    if run.isClock { run.quiet?.restsOn(try moments(of: candidate.content, run, ledger)) }
    if let issued = try candidate.issuedThen() {
      let (report, made) = try EditionContent(issued, run, ledger)
        .made(edition: issued.number, ledger, in: run.folder)
      return try publish(made, report, of: issued, isNew: false, run)
    }
    if let known = try candidate.untouched() {
      let folder = EditionFolder(of: known, run)
      if folder.standing(.aggregate) != nil {
        try tally(candidate.content.timed(asOf: run.asOf, ledger), isNew: false, run)
        try folder.show()
        say(known, isNew: false, written: 0, run)
        return .clean
      }
    }
    run.console.log("\(run.code): assessing \(plan.code) for \(period)")
    return try issue(candidate, run, ledger)
  }

  /// Makes what an edition would say, and issues it unless one that says so stands already.
  private static func issue(
    _ candidate: EditionCandidate, _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> ExitStatus {
    let (report, made) = try candidate.content.made(
      edition: candidate.same?.number ?? candidate.editions.count + 1, ledger, in: run.folder,
      notes: run.shelf == nil ? [] : ReportShelf.notes)
    let standing =
      try candidate.same ?? candidate.unmoved(made, asked: Reminders.forms(in: report))
    let edition = try standing ?? candidate.issue(made)
    // of an earlier moment the days stand as they were counted then
    let shown =
      edition.asOf == run.asOf
      ? made
      : try EditionContent(edition, run, ledger)
        .made(edition: edition.number, ledger, in: run.folder).data
    keep(report, of: edition, run)
    return try publish(shown, report, of: edition, isNew: standing == nil, run)
  }

  /// Writes the data files of an edition, and says how it stands.
  private static func publish(
    _ made: MadeData, _ report: Report, of edition: Edition, isNew: Bool, _ run: OrganisationRun
  ) throws -> ExitStatus {
    try tally(report, isNew: isNew, run)
    let written = try write(made.files, EditionFolder(of: edition, run), run)
    say(edition, isNew: isNew, written: written, run)
    return isNew ? .clean : try hold(made, against: edition, run)
  }

  /// Leaves a report to the stages that write the documents of its edition, as they would make it.
  private static func keep(_ report: Report, of edition: Edition, _ run: OrganisationRun) {
    guard let shelf = run.shelf, edition.asOf == run.asOf, edition.number == report.edition else {
      return
    }
    var report = report
    report.templates = OfficeWording.templates(run.sources)
    shelf.keep(report, of: edition, isWhole: false)
  }

  private static func tally(_ report: Report, isNew: Bool, _ run: OrganisationRun) throws {
    let input = report.assessment.input
    let isOwn = input.isCollected && input.period == (try? run.defaultPeriod())
    let missing = report.assessment.submissions.count { $0.state == .missing }
    if isOwn { run.quiet?.count(missing: missing) }
    run.console.tally.add {
      $0.editions += isNew ? 1 : 0
      if isOwn { $0.missing = missing }
    }
  }

  private static func say(_ edition: Edition, isNew: Bool, written: Int, _ run: OrganisationRun) {
    run.say(line(edition, isNew ? "new" : "stands", written, run))
    run.quiet?.say(line(edition, "stands", 0, run).sentence)
  }

  private static func line(
    _ edition: Edition, _ standing: String, _ written: Int, _ run: OrganisationRun
  ) -> ResultLine {
    ResultLine(
      "\(run.code): \(edition.plan) \(edition.period): edition \(edition.number), \(standing), "
        + "\(written) of 4 data files written",
      [
        "organisation": .text(run.code), "plan": .text(edition.plan),
        "period": .text("\(edition.period)"), "edition": .number(edition.number),
        "standing": .text(standing), "written": .number(written),
      ])
  }

  /// By the clock, from now until before which moment no state of it moves, in seconds since 1970.
  private static func moments(
    of content: EditionContent, _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> Range<Int> {
    let now = run.seconds(run.asOf)
    let turn = try content.turns(ledger).next(after: run.asOf.date)
    return now..<(turn.map { run.seconds(CivilTime($0, secondOfDay: 0)) } ?? .max)
  }

  private static func write(
    _ files: [MadeData.File], _ folder: EditionFolder, _ run: OrganisationRun
  ) throws -> Int {
    var written = 0
    let digests = files.map { (DocumentStage.dataName($0.name), $0.digest) }
    try folder.write(.aggregate, known: Dictionary(uniqueKeysWithValues: digests)) { place in
      written = try files.count { file in
        let path = "\(place)/\(DocumentStage.dataName(file.name))"
        return try OutputFile.write(file.bytes, to: path) == .written
      }
      return DocumentStage.aggregate.names
    }
    try folder.show()
    let count = written
    run.console.tally.add { $0.documents += count }
    return written
  }
}

extension OrganisationRun {
  /// Where the documents of a period stand.
  func periodFolder(_ period: Period) -> String { "\(folder)/\(period)" }

  /// Where the documents of a plan and period stand.
  ///
  /// Those in another structure of units stand aside: the edition as issued is never overwritten by them.
  func planFolder(_ plan: String, _ period: Period) -> String {
    "\(periodFolder(period))/\(plan)" + (structure.map { "/co-cau-\($0)" } ?? "")
  }
}
