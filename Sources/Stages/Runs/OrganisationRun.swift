import Assessment
import Documents
import Intake
import LedgerStore
import PlanFiles
import PlanModel

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

  var place: LedgerPlace { LedgerPlace(code, request) }
  var folder: String { place.folder }
  /// What other stages of the same night have assessed; nil for a stage by itself.
  var shelf: ReportShelf? { structure == nil ? request.shelf : nil }
  var submissionsPath: String { "\(request.inputs)/\(code)/submissions" }

  /// Runs a stage on every organisation asked for; one that fails does not stop the others.
  ///
  /// A stage that bears a name here is not begun where its last run says that nothing has changed since.
  static func all(
    _ request: StageRequest, _ console: Console, quietly stage: String? = nil,
    _ body: (OrganisationRun) throws -> ExitStatus
  ) -> ExitStatus {
    let asked = AskedOrganisations(request, console)
    if let refusal = asked.refusal() { return refusal }
    let start = stage == "ingest" ? asked.lookForOrphans() : .clean
    return asked.codes.reduce(start) { status, code in
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
        console.notice("\(code): \(request.sentence(on: error, of: code))")
        return status.and((error as? StageError)?.status ?? .failed)
      }
    }
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
    let moment = try CountingMoment(request, office.organisation)
    (asOf, isClock) = (moment.time, moment.isClock)
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
    let place = LedgerPlace(code, request)
    try place.requireName()
    let ledger = try Ledger(path: place.ledger, mode: .readOnly)
    defer { try? ledger.close() }
    let editions = try ledger.editions().filter { request.isAbout(plan: $0.plan) }
    guard let newest = editions.max(by: { $0.asOf < $1.asOf }) else {
      throw StageError(
        "no edition was ever issued: run "
          + request.command("tonghop-aggregate", of: code, request.periodOption) + " first")
    }
    let sources = try ledger.officeSources(of: newest)
    guard let office = OfficeFiles.load(sources: sources, organisation: code).office else {
      throw StageError(unreadable: newest)
    }
    return (office, sources)
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
