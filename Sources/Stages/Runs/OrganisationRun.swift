import Assessment
import Documents
import Foundation
import Intake
import LedgerStore
import PlanFiles
import PlanModel
import Rendering

/// One stage at work on one organisation: its office, its ledger, its moment of counting.
struct OrganisationRun {
  let request: StageRequest
  let console: Console
  let code: String
  /// The office as its files say now; of an edition asked for by its number, as they said then.
  let office: Office
  let sources: [OfficeSource]
  /// The moment of counting.
  let asOf: CivilTime
  /// Whether the moment is the clock's: then it is no part of what was asked for.
  let isClock: Bool
  /// The day in whose structure of units tables are printed; nil for the one of the period.
  let structure: CalendarDate?
  /// Collects what the next run would say if nothing changed; nil where nobody asks.
  let quiet: QuietRun?
  /// Whether something in the office's own files is doubtful, or a template has an error, so that documents
  /// bear the program's wording instead.
  private let hasFindings: Bool

  var folder: String { "\(request.outputs)/\(code)" }
  /// What other stages of the same night have assessed; nil for a stage by itself.
  var shelf: ReportShelf? { structure == nil ? request.shelf : nil }
  var submissionsPath: String { "\(request.inputs)/\(code)/submissions" }
  var ledgerPath: String { "\(folder)/ledger.sqlite" }

  /// Runs a stage on every organisation asked for; one that fails does not stop the others.
  ///
  /// A stage that bears a name here is not begun where its last run says that nothing has changed since.
  static func all(
    _ request: StageRequest, _ console: Console, quietly stage: String? = nil,
    _ body: (OrganisationRun) throws -> ExitStatus
  ) -> ExitStatus {
    let codes =
      request.organisation.map { [$0] } ?? OfficeFiles.organisations(inputs: request.inputs)
    if codes.isEmpty { return noOrganisation(request, console) }
    if let complaint = outputsAmongInputs(request) {
      console.notice(complaint)
      return .usage
    }
    if codes == [""] {
      console.notice("--organisation: expected the name of a folder in \(request.inputs)")
      return .usage
    }
    let start = stage == "ingest" ? lookForOrphans(request, console, besides: codes) : .clean
    return codes.reduce(start) { status, code in
      do {
        let files =
          request.edition == nil
          ? OfficeFolder(inputs: request.inputs, organisation: code) : nil
        let quiet = files.flatMap { files in
          stage.flatMap { QuietRun($0, request, code, files) }
        }
        if let report = quiet?.again() {
          console.log("\(code): nothing has changed since the last run")
          return status.and(console.tell(report))
        }
        let run = try OrganisationRun(request, console, code, files, quiet)
        return status.and(try body(run)).and(run.hasFindings ? .findings : .clean)
      } catch {
        console.notice("\(code): \(error)")
        return status.and((error as? StageError)?.status ?? .failed)
      }
    }
  }

  /// Says that there is nobody to work for, and why.
  static func noOrganisation(_ request: StageRequest, _ console: Console) -> ExitStatus {
    if let finding = OfficeFiles.unreadable(inputs: request.inputs) {
      finding.terminalLines.forEach(console.notice)
    } else {
      console.notice(
        "no organisation in \(request.inputs): expected a folder with an organisation.yaml"
          + (request.edition == nil ? "" : "; name one with --organisation"))
    }
    return .failed
  }

  /// Names the ledgers whose organisation is not among the inputs any more, where all are asked for:
  /// nothing can be done for it.
  static func lookForOrphans(
    _ request: StageRequest, _ console: Console, besides codes: [String]
  ) -> ExitStatus {
    guard request.organisation == nil else { return .clean }
    let orphans = orphans(request.outputs, besides: Set(codes))
    for folder in orphans {
      console.notice(
        "\(request.outputs)/\(folder): there is a ledger, but no organisation.yaml can be found in "
          + "\(request.inputs)/\(folder): nothing is done for it; put the file back, see that it can "
          + "be read, or move the folder of outputs away")
    }
    return orphans.isEmpty ? .clean : .failed
  }

  /// The folders of outputs whose organisation is not among the inputs any more.
  private static func orphans(_ outputs: String, besides codes: Set<String>) -> [String] {
    let manager = FileManager.default
    let names = (try? manager.contentsOfDirectory(atPath: outputs)) ?? []
    return names.filter {
      !codes.contains($0) && OfficeFiles.isPlainName($0)
        && manager.fileExists(atPath: "\(outputs)/\($0)/ledger.sqlite")
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is wrong with a folder of outputs that is that of the inputs, or stands in an organisation's: they
  /// are only read. Nil of any other.
  static func outputsAmongInputs(_ request: StageRequest) -> String? {
    func place(_ folder: String) -> String {
      URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
    }
    let outputs = place(request.outputs)
    let isAmong =
      outputs == place(request.inputs)
      || OfficeFiles.organisations(inputs: request.inputs).contains {
        outputs.hasPrefix(place("\(request.inputs)/\($0)"))
      }
    return isAmong
      ? "--outputs \(request.outputs): the folders of inputs are only read; name one outside of them"
      : nil
  }

  /// The codes of the findings that an explanation may be about, in the order of their letters.
  private static var explainable: [String] {
    (FindingCode.explainable.map(\.rawValue) + Doubt.codes).sorted()
  }

  /// `files` are those of the inputs; nil for the office as an edition knew it.
  private init(
    _ request: StageRequest, _ console: Console, _ code: String, _ files: OfficeFolder?,
    _ quiet: QuietRun?
  ) throws {
    self.request = request
    self.console = console
    self.code = code
    self.quiet = quiet
    if let period = request.period, period != "all" { _ = try Self.period(period) }
    if let files {
      let loaded = OfficeFiles.load(files, explainable: Self.explainable)
      let findings = Self.findings(loaded, request, code)
      for finding in findings where request.showsRemarks || finding.finding.severity > .info {
        for line in finding.terminalLines {
          console.notice(line)
          quiet?.notice(line)
        }
      }
      guard let office = loaded.office else {
        throw StageError(
          "the office's own files have errors: mend them as said above, then run again")
      }
      self.office = office
      sources = loaded.sources
      hasFindings = findings.contains { $0.finding.severity > .info }
    } else {
      (office, sources) = try Self.issuedOffice(request, code)
      hasFindings = false
    }
    if hasFindings { quiet?.end(.findings) }
    structure = try Self.structure(request)
    (asOf, isClock) = try Self.moment(request, office.organisation)
  }

  /// What is doubtful in the office's own files, and in its wording where a stage prints with it.
  private static func findings(
    _ loaded: LoadedOffice, _ request: StageRequest, _ code: String
  ) -> [FileFinding] {
    guard request.checksTemplates else { return loaded.findings }
    return loaded.findings + loaded.templateFindings
      + OfficeWording.findings(loaded.sources, at: request.inputs + "/" + code)
  }

  private static func structure(_ request: StageRequest) throws -> CalendarDate? {
    try request.structure.map { text in
      guard let date = CalendarDate.parse(text) else {
        throw StageError("--structure \(text): expected a day such as 2025-06-30", status: .usage)
      }
      return date
    }
  }

  /// The office as the newest edition of what is asked for knew it: the inputs may be gone.
  private static func issuedOffice(
    _ request: StageRequest, _ code: String
  ) throws -> (Office, [OfficeSource]) {
    guard OfficeFiles.isPlainName(code) else {
      throw StageError("--organisation \(code): expected the name of a folder", status: .usage)
    }
    let ledger = try Ledger(path: "\(request.outputs)/\(code)/ledger.sqlite", mode: .readOnly)
    defer { try? ledger.close() }
    let editions = try ledger.editions().filter { request.isAbout(plan: $0.plan) }
    guard let newest = editions.max(by: { $0.asOf < $1.asOf }) else {
      throw StageError("no edition was ever issued: run tonghop-aggregate first")
    }
    let sources = try ledger.officeSources(of: newest)
    guard let office = OfficeFiles.load(sources: sources, organisation: code).office else {
      throw StageError(unreadable: newest)
    }
    return (office, sources)
  }

  /// Days that files can bear as the day of their making, in any zone.
  private static let moments = DateSpan(
    .first(ofMonth: 1, year: 1970).adding(days: 1), .last(ofMonth: 12, year: 9999))

  private static func moment(
    _ request: StageRequest, _ organisation: Organisation
  ) throws -> (CivilTime, isClock: Bool) {
    let moment = try momentAsked(request, organisation)
    guard moments.contains(moment.0.date) else {
      throw StageError(
        "the moment of counting is \(moment.0): \(moments.first) to \(moments.last) was expected",
        status: .usage)
    }
    return moment
  }

  private static func momentAsked(
    _ request: StageRequest, _ organisation: Organisation
  ) throws -> (CivilTime, isClock: Bool) {
    let offset = organisation.calendar.utcOffsetMinutes
    if let text = request.asOf {
      guard let time = CivilTime.parse(text, utcOffsetMinutes: offset) else {
        throw StageError(
          "--as-of \(text): expected a date or time such as 2024-10-05 or 2024-10-05T17:00",
          status: .usage)
      }
      return (time, false)
    }
    if let time = organisation.asOf, !isLater(request.period, than: time, organisation) {
      return (time, false)
    }
    return (CivilTime(unixSeconds: request.now, utcOffsetMinutes: offset), true)
  }

  /// Whether a period is asked for by name that closes only after the organisation's own moment, which
  /// then has nothing to say about it.
  private static func isLater(
    _ text: String?, than time: CivilTime, _ organisation: Organisation
  ) -> Bool {
    text.flatMap(Period.parse).map { organisation.calendar.closingDay(of: $0) > time.date } ?? false
  }

  // MARK: the ledger

  /// Works with the ledger open and this run alone in the folder.
  func withLedger<Result>(_ mode: Ledger.Mode, _ body: (Ledger) throws -> Result) throws -> Result {
    let lock = try RunLock(folder: folder)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try LostLedger.opening(ledgerPath, mode, in: folder, of: code, request)
    do {
      let result = try body(ledger)
      try quiet?.restsOn(ledger)
      if let moments = try moments(ledger) { quiet?.restsOn(moments) }
      try ledger.close()
      quiet?.keep()
      return result
    } catch {
      try? ledger.close()
      throw error
    }
  }

  /// Works with a copy of the ledger that is thrown away: nothing of it reaches the outputs.
  func withScratchLedger<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
    let manager = FileManager.default
    let scratch = manager.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: scratch) }
    try OutputFile.makeFolder(scratch.path)
    let copy = scratch.appendingPathComponent("ledger.sqlite").path
    if manager.fileExists(atPath: ledgerPath) {
      // nobody may write while it is copied, with what a killed run has left in its journal
      let lock = try RunLock(folder: folder)
      for suffix in ["", "-wal"] where manager.fileExists(atPath: ledgerPath + suffix) {
        try manager.copyItem(atPath: ledgerPath + suffix, toPath: copy + suffix)
      }
      withExtendedLifetime(lock) {}
    }
    let ledger = try LostLedger.opening(copy, .readWrite, in: folder, of: code, request)
    let result = try body(ledger)
    try ledger.close()
    return result
  }

  /// Prints a result, unless asked to be quiet.
  func say(_ line: ResultLine) {
    if !request.isQuiet { console.output(line, for: request) }
  }

  /// What the next run holds against what is there, to see whether anything has changed.
  func restsOn(_ documents: [PublishedDocuments.Document], without vacant: String? = nil) {
    quiet?.restsOn(documents, without: vacant)
  }

  /// Prints a result that the next run prints again, if it finds everything as it stands.
  func sayAgain(_ line: ResultLine) {
    say(line)
    quiet?.say(line.sentence)
  }
}

extension Console {
  /// Says what a run says that finds everything as it stands; returns how it ends.
  fileprivate func tell(_ report: QuietReport) -> ExitStatus {
    report.noticed.forEach(notice)
    report.said.forEach(output)
    if let missing = report.missing { tally.add { $0.missing = missing } }
    return report.status
  }
}
