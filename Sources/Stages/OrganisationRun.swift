import Foundation
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
  /// Whether a template has an error, so that documents bear the program's wording instead.
  private let hasTemplateErrors: Bool

  var folder: String { "\(request.outputs)/\(code)" }
  var ledgerPath: String { "\(folder)/ledger.sqlite" }

  /// Runs a stage on every organisation asked for; one that fails does not stop the others.
  static func all(
    _ request: StageRequest, _ console: Console, _ body: (OrganisationRun) throws -> ExitStatus
  ) -> ExitStatus {
    let codes =
      request.organisation.map { [$0] } ?? OfficeFiles.organisations(inputs: request.inputs)
    if codes.isEmpty {
      console.notice(
        "no organisation in \(request.inputs): expected a folder with an organisation.yaml"
          + (request.edition == nil ? "" : "; name one with --organisation"))
      return .failed
    }
    return codes.reduce(.clean) { status, code in
      do {
        let run = try OrganisationRun(request, console, code)
        return status.and(try body(run)).and(run.hasTemplateErrors ? .findings : .clean)
      } catch {
        console.notice("\(code): \(error)")
        return status.and((error as? StageError)?.status ?? .failed)
      }
    }
  }

  private init(_ request: StageRequest, _ console: Console, _ code: String) throws {
    self.request = request
    self.console = console
    self.code = code
    var templateFindings: [FileFinding] = []
    if request.edition != nil {
      (office, sources) = try Self.issuedOffice(request, code)
    } else {
      let loaded = OfficeFiles.load(inputs: request.inputs, organisation: code)
      if request.checksTemplates {
        templateFindings =
          loaded.templateFindings
          + OfficeWording.findings(loaded.sources, at: request.inputs + "/" + code)
      }
      for finding in loaded.findings + templateFindings
      where request.showsRemarks || finding.finding.severity > .info {
        finding.terminalLines.forEach(console.notice)
      }
      guard let office = loaded.office else {
        throw StageError(
          "the office's own files have errors: mend them as said above, then run again")
      }
      self.office = office
      sources = loaded.sources
    }
    hasTemplateErrors = templateFindings.contains { $0.finding.severity == .error }
    structure = try request.structure.map { text in
      guard let date = CalendarDate.parse(text) else {
        throw StageError("--structure \(text): expected a day such as 2025-06-30", status: .usage)
      }
      return date
    }
    (asOf, isClock) = try Self.moment(request, office.organisation)
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
    let sources = try ledger.sources(of: newest)
      .map { OfficeSource(name: $0.name, bytes: $0.bytes) }
    guard let office = OfficeFiles.load(sources: sources, organisation: code).office else {
      throw StageError(
        "edition \(newest.number) of \(newest.plan) for \(newest.period) was made from files that "
          + "this version of the program cannot read")
    }
    return (office, sources)
  }

  private static func moment(
    _ request: StageRequest, _ organisation: Organisation
  ) throws -> (CivilTime, Bool) {
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
    let now = Int(Date().timeIntervalSince1970)
    return (CivilTime(unixSeconds: now, utcOffsetMinutes: offset), true)
  }

  /// Whether a period is asked for by name that closes only after the organisation's own moment, which
  /// then has nothing to say about it.
  private static func isLater(
    _ text: String?, than time: CivilTime, _ organisation: Organisation
  ) -> Bool {
    text.flatMap(Period.parse).map { organisation.calendar.closingDay(of: $0) > time.date } ?? false
  }

  // MARK: what is asked for

  /// The plans asked for.
  func plans() throws -> [Plan] {
    guard let code = request.plan else { return office.plans }
    guard let plan = office.plan(code) else {
      throw StageError(
        "--plan \(code): no such plan; there are \(office.plans.map(\.code).joined(separator: ", "))",
        status: .usage)
    }
    return [plan]
  }

  /// The codes of the plans asked for that may have an edition of a period.
  func planCodes(_ period: Period, _ ledger: Ledger) throws -> [String] {
    guard let number = request.edition else { return try plans().map(\.code) }
    let issued = try ledger.editions().filter {
      $0.period == period && request.isAbout(plan: $0.plan)
    }
    let codes = issued.filter { $0.number == number }.map(\.plan)
    guard !codes.isEmpty else {
      let known = issued.map { "\($0.plan) \($0.number)" }.joined(separator: ", ")
      throw StageError(
        "there is no edition \(number) for \(period); "
          + (known.isEmpty ? "none was issued" : "issued were \(known)"))
    }
    return codes
  }

  /// The periods asked for; `all` is every period of which a submission had come by the moment of
  /// counting, or of which there is an edition of the number asked for.
  func periods(_ ledger: Ledger) throws -> [Period] {
    switch request.period {
    case "all"? where request.edition != nil:
      return Set(
        try ledger.editions().filter {
          $0.number == request.edition && request.isAbout(plan: $0.plan)
        }.map(\.period)
      ).sorted()
    case "all"?:
      // of a period from which nothing had come by the moment of counting there is nothing to say
      return Set(try ledger.receipts().filter { $0.receivedAt <= asOf }.map(\.period)).sorted()
    case let text?: return [try Self.period(text)]
    case nil: return [try defaultPeriod()]
    }
  }

  /// The period named on the command line.
  static func period(_ text: String) throws -> Period {
    guard let period = Period.parse(text) else {
      throw StageError(
        "--period \(text): expected one such as 2024-Q3, 2024-09, 2024-H1, 2024-9M or 2024",
        status: .usage)
    }
    return period
  }

  /// The organisation's own period, or the last one whose figures are closed.
  func defaultPeriod() throws -> Period {
    if let period = office.organisation.period { return period }
    var period = Period.containing(asOf.date, office.plans.first?.cadence ?? .quarter)
    while let candidate = period {
      if office.organisation.calendar.closingDay(of: candidate) <= asOf.date { return candidate }
      period = candidate.previous
    }
    throw StageError("no period has been closed by \(asOf): name one with --period", status: .usage)
  }

  // MARK: the ledger

  /// Works with the ledger open and this run alone in the folder.
  func withLedger<Result>(_ mode: Ledger.Mode, _ body: (Ledger) throws -> Result) throws -> Result {
    let lock = try RunLock(folder: folder)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try Ledger(path: ledgerPath, mode: mode)
    do {
      let result = try body(ledger)
      try ledger.close()
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
      // nobody may write while it is copied
      let lock = try RunLock(folder: folder)
      try manager.copyItem(atPath: ledgerPath, toPath: copy)
      withExtendedLifetime(lock) {}
    }
    let ledger = try Ledger(path: copy, mode: .readWrite)
    let result = try body(ledger)
    try ledger.close()
    return result
  }

  /// Prints a result, unless asked to be quiet.
  func say(_ line: String) {
    if !request.isQuiet { console.output(line) }
  }
}
