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
      let plans = try run.plans()
      let work = try run.periods(ledger).flatMap { period in
        plans.filter { $0.term.contains(period.span) }.map { ($0, period) }
      }
      if work.isEmpty, run.request.period != "all" {
        let asked = try run.request.period.map { "--period \($0)" } ?? "\(run.defaultPeriod())"
        let terms = plans.map { "\($0.code) \($0.firstYear)-\($0.lastYear)" }
        throw StageError(
          "\(asked): no plan runs then; there are \(terms.joined(separator: ", "))", status: .usage)
      }
      var status = ExitStatus.clean
      for (done, (plan, period)) in work.enumerated() {
        run.console.progress(
          StageProgress(subject: run.code, unit: "editions", done: done, total: work.count))
        status = status.and(try aggregate(plan, period, run, ledger))
      }
      return status
    }
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
    guard let complaint = try EditionCheck.complaint(edition, made: made) else { return .clean }
    run.console.notice("\(run.code): \(complaint)")
    run.quiet?.forget()
    return .findings
  }

  private static func aggregate(
    _ plan: Plan, _ period: Period, _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> ExitStatus {
    let content = try EditionContent(
      office: run.office, plan: plan, period: period, asOf: run.asOf,
      horizon: try ledger.lastReceiptNumber(), ledger: ledger)
    if run.isClock { run.quiet?.restsOn(try moments(of: content, run, ledger)) }
    let sources = EditionContent.sources(run.sources)
    let inputs = content.inputsDigest(sources)
    let editions = try ledger.editions(plan: plan.code, period: period)
    // what was made of other files in between was issued too: going back is news
    let latest = editions.last { $0.asOf == run.asOf }
    let same = latest.flatMap { $0.inputsDigest == inputs ? $0 : nil }
    if same == nil, let issued = try issuedThen(editions, content, run, ledger) {
      let (report, made) = try EditionContent(issued, run, ledger)
        .made(edition: issued.number, ledger, in: run.folder)
      try tally(report, isNew: false, run)
      let written = try write(made.files, EditionFolder(of: issued, run), run)
      say(issued, isNew: false, written: written, run)
      return try hold(made, against: issued, run)
    }
    if let known = try same ?? untouched(editions, inputs, content, run, ledger) {
      let folder = EditionFolder(of: known, run)
      if folder.standing(.aggregate) != nil {
        try tally(content.timed(asOf: run.asOf, ledger), isNew: false, run)
        try folder.show()
        say(known, isNew: false, written: 0, run)
        return .clean
      }
    }
    run.console.log("\(run.code): assessing \(plan.code) for \(period)")
    let (report, made) = try content.made(
      edition: same?.number ?? editions.count + 1, ledger, in: run.folder,
      notes: run.shelf == nil ? [] : ReportShelf.notes)
    let standing =
      try same ?? unmoved(editions, inputs, made, Reminders.forms(in: report), content, run, ledger)
    let edition =
      try standing
      ?? ledger.issue(
        EditionDraft(
          plan: plan.code, period: period, asOf: run.asOf, horizon: content.horizon,
          inputsDigest: inputs, outcomeDigest: made.outcomeDigest, sources: sources))
    let shown =
      edition.asOf == run.asOf
      ? made
      : try EditionContent(edition, run, ledger)
        .made(edition: edition.number, ledger, in: run.folder).data
    keep(report, of: edition, run)
    try tally(report, isNew: standing == nil, run)
    let written = try write(shown.files, EditionFolder(of: edition, run), run)
    say(edition, isNew: standing == nil, written: written, run)
    return standing == nil ? .clean : try hold(shown, against: edition, run)
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

  /// When somebody asks for an earlier moment than that of another edition: the one issued for it, as long as
  /// no submission has come that it should have known. What the office has changed since is none of its
  /// business.
  private static func issuedThen(
    _ editions: [Edition], _ content: EditionContent, _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> Edition? {
    guard run.request.asOf != nil, let edition = editions.last(where: { $0.asOf == run.asOf }),
      editions.contains(where: { $0.number > edition.number && $0.asOf > run.asOf })
    else { return nil }
    let issued = try EditionContent(edition, run, ledger)
    let now = content.receipts.withoutReturnsRepeated(after: edition.horizon)
    return issued.receipts == now ? edition : nil
  }

  /// When nobody named a moment: the last edition, if nothing came in and the clock has changed no state
  /// since; found without a look at the figures.
  private static func untouched(
    _ editions: [Edition], _ inputs: String, _ content: EditionContent, _ run: OrganisationRun,
    _ ledger: Ledger
  ) throws -> Edition? {
    guard run.isClock, let last = editions.last, last.inputsDigest == inputs else { return nil }
    let then = try MadeData.states(in: content.timed(asOf: last.asOf, ledger))
    let now = try MadeData.states(in: content.timed(asOf: run.asOf, ledger))
    return then == now ? last : nil
  }

  /// When nobody named a moment, the last edition stands as long as only the days have gone on, and letters
  /// ask for nothing else.
  private static func unmoved(
    _ editions: [Edition], _ inputs: String, _ made: MadeData, _ asked: [SubmissionBook.Key],
    _ content: EditionContent, _ run: OrganisationRun, _ ledger: Ledger
  ) throws -> Edition? {
    guard run.isClock, let last = editions.last, last.inputsDigest == inputs,
      try made.says(last.outcomeDigest),
      Reminders.forms(in: try content.timed(asOf: last.asOf, ledger)) == asked
    else { return nil }
    return last
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

extension [Receipt] {
  /// What stays the same when a file is returned once more.
  private struct Sent: Hashable {
    let unit: String
    let period: Period
    let file: String
    let sha256: String
    let receivedAt: CivilTime
    let documentNumber: String

    init(_ receipt: Receipt) {
      (unit, period, file) = (receipt.unit, receipt.period, receipt.file)
      (sha256, receivedAt) = (receipt.sha256, receipt.receivedAt)
      documentNumber = receipt.documentNumber
    }
  }

  /// Those without what was returned again since, for other errors after the office had changed its files:
  /// nobody has sent anything.
  fileprivate func withoutReturnsRepeated(after horizon: Int64) -> [Receipt] {
    guard contains(where: { $0.number > horizon && $0.state == .returned }) else { return self }
    let known = Set(lazy.filter { $0.number <= horizon }.map(Sent.init))
    return filter {
      $0.number <= horizon || $0.state == .accepted || !known.contains(Sent($0))
    }
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
