import Assessment
import Documents
import PlanModel
import Rendering
import Workers

/// Documents of a report, whose every number has been held against the edition.
struct CheckedDocuments {
  /// The texts by their file's name.
  let texts: [(name: String, text: String)]
  /// Where each of their numbers comes from: the rows of a data file, its header first.
  let sources: [UInt8]

  /// The documents on the plans of some reports, and the letters and slips of their period, which are the
  /// same for all its plans, from the report that knows them best.
  ///
  /// Fails with a sentence, before anything is published, when a number is not what it claims to be.
  static func all(
    of reports: [Report], ofPeriod period: Report?, composedBy compose: DocumentComposer
  ) throws -> (plans: [CheckedDocuments], period: CheckedDocuments?) {
    let subjects =
      reports.map { ($0, ofPeriod: false) } + [period].compactMap(\.self).map { ($0, true) }
    let drafts = subjects.concurrentMap { report, ofPeriod in
      ofPeriod ? Draft(ofPeriod: report, compose) : Draft(report, compose)
    }
    // the long documents on plans come first, and the thousands of slips fill up beside them
    var finished = drafts.flatMap { draft in draft.documents.map { ($0, draft.sources) } }
      .concurrentMap { Finished($0, $1) }[...]
    let checked = try drafts.map { draft in
      defer { finished = finished.dropFirst(draft.documents.count) }
      return try CheckedDocuments(finished.prefix(draft.documents.count), draft.what)
    }
    return (Array(checked.prefix(reports.count)), period == nil ? nil : checked.last)
  }

  private init(_ finished: ArraySlice<Finished>, _ what: String) throws {
    let problems = finished.flatMap(\.problems)
    if let first = problems.first {
      let more = problems.count - 1
      throw StageError(
        "\(what) contradict their edition and are not published: \(first)"
          + (more > 0 ? "; and \(more) more" : "")
          + ". This is a fault of the program: report it, and use the workbook meanwhile.")
    }
    texts = finished.map { ($0.name, $0.text) }
    var sources = DataFileText([BriefingSources.columns]).bytes
    // megabytes, which are not to be moved each time they grow
    sources.reserveCapacity(finished.reduce(sources.count) { $0 + $1.rows.count })
    for document in finished { sources += document.rows }
    self.sources = sources
  }

  /// Documents that belong together, before they are put into words.
  private struct Draft: Sendable {
    let documents: [PendingDocument]
    let sources: BriefingSources
    /// What they are called when something is wrong with them.
    let what: String

    init(_ report: Report, _ compose: DocumentComposer) {
      let input = report.assessment.input
      documents = compose.ofPlan(report)
      sources = BriefingSources(report)
      what = "the documents of \(input.plan.code) for \(input.period)"
    }

    init(ofPeriod report: Report, _ compose: DocumentComposer) {
      documents = compose.ofPeriod(report)
      sources = BriefingSources(ofPeriod: report)
      what = "the letters and slips of \(report.assessment.input.period)"
    }
  }

  /// A document that was put into words, set and checked, and of which only lines and rows are kept.
  private struct Finished: Sendable {
    let name: String
    let text: String
    let rows: [UInt8]
    let problems: [String]

    init(_ document: PendingDocument, _ sources: BriefingSources) {
      name = document.name
      let traced = TracedText(document.document)
      let listing = sources.listing(traced.numbers, of: document.name)
      text = traced.text
      rows = DataFileText(listing.rows).bytes
      problems = listing.problems
    }
  }
}

/// Puts reports into words, finished as they are printed: what is checked is what is printed.
struct DocumentComposer: Sendable {
  /// The documents on a plan: briefing, summary, and a notice where something was corrected.
  var ofPlan: @Sendable (Report) -> [PendingDocument]
  /// The letters to units and their slips, below their folders.
  var ofPeriod: @Sendable (Report) -> [PendingDocument]

  /// In the words and the style of the office.
  static let standard = DocumentComposer(
    ofPlan: { report in
      let style = HouseStyle(report)
      let contents = ReportContents(report)
      let names = DocumentStage.briefing.names
      let briefing = PendingDocument(names[0]) { Briefing.document(contents) }
      let summary = PendingDocument(names[1]) {
        var page = PageMeasure()
        return Summary.document(contents) { page.fits(style.applied(to: $0)) }
      }
      let notice = CorrectionNotice.document(report).map { notice in
        PendingDocument(names[2]) { notice }
      }
      return [briefing, summary, notice].compactMap(\.self)
        .map { $0.mapped($0.name) { style.applied(to: $0) } }
    },
    ofPeriod: { report in
      let style = HouseStyle(report)
      let input = report.assessment.input
      let slips = FeedbackSlips.documents(
        office: input.office, period: input.period, submissions: report.assessment.submissions,
        reviews: report.reviews, templates: report.templates)
      let reminders = Reminders.documents(
        office: input.office, period: input.period, asOf: input.asOf,
        submissions: report.assessment.submissions, reviews: report.reviews,
        templates: report.templates, history: report.reminders)
      return slips.map { $0.mapped("phan-hoi/\($0.name).txt") { style.applied(to: $0) } }
        + reminders.map { $0.mapped("don-doc/\($0.name).txt") { style.applied(to: $0) } }
    })
}
