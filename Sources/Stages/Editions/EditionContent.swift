import Assessment
import ContentHash
import Documents
import Intake
import LedgerStore
import PlanFiles
import PlanModel
import Workers

/// What an edition says, made from what it names: its office's files, and the submissions it could know.
///
/// A pure function of the ledger: the same edition gives the same content, also when the input files are
/// gone and later corrections have come.
struct EditionContent {
  let office: Office
  let plan: Plan
  let period: Period
  let asOf: CivilTime
  /// The highest number of a receipt that may be used.
  let horizon: Int64
  /// The submissions that bear on the plan up to the period, received by the moment of counting.
  let receipts: [Receipt]
  /// The office's wording at the time.
  private(set) var templates = Templates.standard

  init(
    office: Office, plan: Plan, period: Period, asOf: CivilTime, horizon: Int64, ledger: Ledger
  ) throws {
    self.office = office
    self.plan = plan
    self.period = period
    self.asOf = asOf
    self.horizon = horizon
    let span = DateSpan(plan.term.first, max(period.span.last, plan.term.first))
    receipts = try ledger.receipts(
      ReceiptFilter(within: span, through: horizon, receivedBy: asOf))
  }

  /// The content of an issued edition; `known` is an office that was read from its files already.
  init(
    _ edition: Edition, organisation: String, ledger: Ledger,
    known: (office: Office, sources: [OfficeSource])? = nil
  ) throws {
    let sources = try ledger.officeSources(of: edition)
    // nearly always the edition was made from the files as they are
    let office =
      if let known, Self.areSame(known.sources, sources) {
        known.office
      } else {
        OfficeFiles.load(sources: sources, organisation: organisation).office
      }
    guard let office, let plan = office.plan(edition.plan) else {
      throw StageError(unreadable: edition)
    }
    try self.init(
      office: office, plan: plan, period: edition.period, asOf: edition.asOf,
      horizon: edition.horizon, ledger: ledger)
    templates = OfficeWording.templates(sources)
  }

  /// The same in a run, which has read the office's files.
  init(_ edition: Edition, _ run: OrganisationRun, _ ledger: Ledger) throws {
    try self.init(
      edition, organisation: run.code, ledger: ledger, known: (run.office, run.sources))
  }

  /// The office by the files of an edition; nil where they cannot be read any more.
  static func office(
    of edition: Edition, organisation: String, ledger: Ledger
  ) throws -> Office? {
    OfficeFiles.load(
      sources: try ledger.officeSources(of: edition), organisation: organisation
    ).office
  }

  private static func areSame(_ some: [OfficeSource], _ others: [OfficeSource]) -> Bool {
    some.count == others.count && some.allSatisfy(others.contains)
  }

  /// The files of the office an edition is made from: all of them, for what a unit is expected to send
  /// follows from every plan.
  static func sources(_ all: [OfficeSource]) -> [SourceFile] {
    all.map { SourceFile(name: $0.name, bytes: $0.bytes) }
  }

  /// The digest of all that goes in, the moment of counting apart.
  func inputsDigest(_ sources: [SourceFile]) -> String {
    var digest = FieldsDigest()
    for field in [plan.code, period.description, String(sources.count)] { digest.add(field) }
    for source in sources {
      digest.add(source.name)
      digest.add(source.bytes)
    }
    for receipt in receipts {
      digest.add(String(receipt.number))
      digest.add(receipt.sha256)
      digest.add(receipt.receivedAt.description)
    }
    return digest.digest.hexadecimal
  }

  /// Which figures are read with what their units wrote beside them: verdicts need none of it.
  ///
  /// Who reads all of it shows figures row by row, and wants to know the rows of every value as well.
  struct Notes: OptionSet {
    let rawValue: Int

    static let all = Notes(rawValue: 1)
    /// Those of the figures of the period itself, and of those inside it.
    static let ofPeriod = Notes(rawValue: 2)
    /// All where the workbook has rows of units, else none.
    static let ofWorkbook = Notes(rawValue: 4)
  }

  /// All that an assessment of the plan is made from; what stands in `known`, of the same plan, is not read
  /// again.
  func input(
    _ ledger: Ledger, structure: CalendarDate? = nil, notes: Notes,
    known: AssessmentInput? = nil
  ) throws -> AssessmentInput {
    let book = SubmissionBook(receipts: receipts, asOf: asOf)
    let isAll =
      notes.contains(.all)
      || notes.contains(.ofWorkbook) && ConsolidatedWorkbook.showsUnits(plan, in: office)
    let reporters = ReporterCache(office.registry, on: structure ?? period.span.last)
    let (figures, _) = try together { () throws -> FigureBook in
      try self.figures(book, known, ledger) {
        isAll || notes.contains(.ofPeriod) && period.span.contains($0.period.span)
      }
    } _: { [plan] in
      reporters.prepare(plan)
    }
    return AssessmentInput(
      office: office, plan: plan, period: period, asOf: asOf, submissions: book, figures: figures,
      structure: structure, namesSources: isAll, keepsSubtotals: notes.contains(.ofWorkbook),
      reporters: reporters)
  }

  /// Assesses the plan, in the structure of units of the period or of a day chosen; `visitor` sees all
  /// values.
  func report(
    edition: Int, ledger: Ledger, structure: CalendarDate? = nil, notes: Notes = .all,
    seenBy visitor: (any CellVisitor)? = nil
  ) throws -> Report {
    let assessment = PlanAssessment(
      try input(ledger, structure: structure, notes: notes), seenBy: visitor)
    var report = Report(
      assessment: assessment, edition: edition,
      reviews: try reviews(assessment, assessment.input.submissions, ledger))
    report.standing = try reviews(
      of: assessment.submissions.filter { $0.latest?.state == .returned }.compactMap(\.inForce),
      assessment, ledger)
    report.doubtsOfAllUnits = assessment.doubts.filter(\.isOfAllUnits)
      .map { $0.finding(plan: plan.code, row: nil) }.filter {
        !office.hasExplanation(for: $0, unit: office.registry.root, period: period)
      }
    report.templates = templates
    return report
  }

  /// What of it moves with the moment of counting, at another one: the states of tasks and of submissions.
  ///
  /// Figures and their verdicts follow from the receipts alone: as long as these are the same, nothing else
  /// of an edition can have changed.
  func timed(asOf: CivilTime, _ ledger: Ledger) throws -> Report {
    let book = SubmissionBook(receipts: receipts, asOf: asOf)
    var reports = FigureBook()
    try addTaskReports(of: book, to: &reports, ledger)
    return Report(
      assessment: PlanAssessment(
        timedOf: AssessmentInput(
          office: office, plan: plan, period: period, asOf: asOf, submissions: book,
          figures: reports)),
      edition: 0, reviews: [])
  }

  /// The days on which the moment of counting may change a state of what it says, or what letters ask for.
  func turns(_ ledger: Ledger) throws -> StateTurns {
    let byNumber = receipts.byNumber(of: .task)
    let calendar = office.organisation.calendar
    // who has sent nothing is asked for it past its time, whose form was returned past that for mending it
    let letters =
      [calendar.due(of: period).date]
      + receipts.lazy.filter { [period] in $0.period == period && $0.state == .returned }
      .map { calendar.mendDue(after: $0.receivedAt.date).date }
    var happenings = office.occurrences.flatMap { [$0.occurredOn, $0.knownOn] }
    try ledger.taskReports(of: byNumber.keys.sorted(), plan: plan.code) { number, report in
      guard let receipt = byNumber[number] else { return }
      happenings += [receipt.receivedAt.date, receipt.period.span.last]
      if let day = report.completedOn { happenings.append(day) }
    }
    // with the last that had not done it, who owed it has ended: then all have
    happenings += office.registry.units.compactMap { $0.validTo?.adding(days: 1) }
    return StateTurns(plan, period, happenings: Set(happenings), letters: Set(letters))
  }

  /// Adds the reports on tasks of all submissions in force.
  private func addTaskReports(
    of submissions: SubmissionBook, to book: inout FigureBook, _ ledger: Ledger
  ) throws {
    var repeated = RepeatedReports(of: submissions)
    try ledger.taskReports(of: repeated.replaced.map(\.number), plan: plan.code) {
      number, report in
      repeated.add(report, of: number)
    }
    let byNumber = submissions.allInForce.byNumber(of: .task)
    try ledger.taskReports(of: byNumber.keys.sorted(), plan: plan.code) { number, report in
      guard let receipt = byNumber[number] else { return }
      book.add(report, of: receipt, since: repeated.since(report, of: receipt))
    }
  }

  private func figures(
    _ book: SubmissionBook, _ known: AssessmentInput?, _ ledger: Ledger,
    withNotes: (Receipt) -> Bool
  ) throws -> FigureBook {
    let inForce = book.allInForce
    let before = Set(known?.submissions.allInForce.map(\.number) ?? [])
    var figures =
      known.map { FigureBook($0.figures, without: before.subtracting(inForce.map(\.number))) }
      ?? FigureBook(expecting: inForce.count)
    let added = inForce.filter { $0.form == .indicator && !before.contains($0.number) }
    try figures.addAll { add in
      try ledger.figures(of: added, plan: plan.code, withNotes: withNotes) { receipt, rows in
        add(rows, receipt)
      }
    }
    let replaced = book.allReplaced.byNumber(of: .indicator)
    try ledger.figures(of: replaced.keys.sorted(), plan: plan.code) { number, figure in
      if let receipt = replaced[number] { figures.addReplaced(figure, of: receipt) }
    }
    try addTaskReports(of: book, to: &figures, ledger)
    return figures
  }
}

extension Ledger {
  /// The office's files as they were when an edition was issued.
  func officeSources(of edition: Edition) throws -> [OfficeSource] {
    try sources(of: edition).map { OfficeSource(name: $0.name, bytes: $0.bytes) }
  }
}

extension StageError {
  /// An edition whose files only another version of the program reads.
  init(unreadable edition: Edition) {
    self.init(
      "edition \(edition.number) of \(edition.plan) for \(edition.period) was made from files that "
        + "this version of the program cannot read")
  }
}

extension [Receipt] {
  /// Those with one form, by their numbers.
  fileprivate func byNumber(of form: Form) -> [Int64: Receipt] {
    lazy.filter { $0.form == form }.keyed(by: \.number)
  }
}
