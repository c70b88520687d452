import Assessment
import Documents
import PlanModel
import Rendering

/// Documents of a report, whose every number has been held against the edition.
struct CheckedDocuments {
  /// The texts by their file's name.
  let texts: [(name: String, text: String)]
  /// Where each of their numbers comes from: the rows of a data file, its header first.
  let sources: [UInt8]

  /// The documents on the plan of a report.
  ///
  /// Fails with a sentence, before anything is published, when a number is not what it claims to be.
  init(_ report: Report, composedBy compose: DocumentComposer) throws {
    let input = report.assessment.input
    try self.init(
      compose.ofPlan(report), BriefingSources(report),
      "the documents of \(input.plan.code) for \(input.period)")
  }

  /// The letters and slips of the period of a report, which are the same for all its plans; fails alike.
  init(ofPeriod report: Report, composedBy compose: DocumentComposer) throws {
    try self.init(
      compose.ofPeriod(report), BriefingSources(ofPeriod: report),
      "the letters and slips of \(report.assessment.input.period)")
  }

  private init(
    _ documents: [PendingDocument], _ sources: BriefingSources, _ what: String
  ) throws {
    // each is put into words, set, checked and let go: what stays are its lines and its rows
    let finished = documents.concurrentMap { Finished($0, sources) }
    let problems = finished.flatMap(\.problems)
    if let first = problems.first {
      let more = problems.count - 1
      throw StageError(
        "\(what) contradict their edition and are not published: \(first)"
          + (more > 0 ? "; and \(more) more" : "")
          + ". This is a fault of the program: report it, and use the workbook meanwhile.")
    }
    texts = finished.map { ($0.name, $0.text) }
    let head = DataFileText { $0(BriefingSources.columns) }.bytes
    self.sources = finished.reduce(into: head) { $0 += $1.rows }
  }

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
      rows = DataFileText { listing.rows.forEach($0) }.bytes
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
