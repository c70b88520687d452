import Assessment
import Documents
import PlanModel
import Rendering

/// Documents of a report, whose every number has been held against the edition.
struct CheckedDocuments {
  /// A finished document with the name of its file.
  typealias Named = (name: String, document: TextDocument)

  /// The texts by their file's name.
  let texts: [(name: String, text: String)]
  /// Where each of their numbers comes from.
  let sources: DataFile

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

  private init(_ documents: [Named], _ sources: BriefingSources, _ what: String) throws {
    var sources = sources
    let traced = documents.concurrentMap { TracedText($0.document) }
    for (document, text) in zip(documents, traced) { sources.add(text.numbers, of: document.name) }
    texts = zip(documents, traced).map { ($0.name, $1.text) }
    if let first = sources.problems.first {
      let more = sources.problems.count - 1
      throw StageError(
        "\(what) contradict their edition and are not published: \(first)"
          + (more > 0 ? "; and \(more) more" : "")
          + ". This is a fault of the program: report it, and use the workbook meanwhile.")
    }
    self.sources = sources.file
  }
}

/// Puts reports into words, finished as they are printed: what is checked is what is printed.
struct DocumentComposer: Sendable {
  /// The documents on a plan: briefing, summary, and a notice where something was corrected.
  var ofPlan: @Sendable (Report) -> [CheckedDocuments.Named]
  /// The letters to units and their slips, below their folders.
  var ofPeriod: @Sendable (Report) -> [CheckedDocuments.Named]

  /// In the words and the style of the office.
  static let standard = DocumentComposer(
    ofPlan: { report in
      let style = HouseStyle(report)
      let summary = Summary.document(report) { TextRenderer.fitsOnePage(style.applied(to: $0)) }
      let names = DocumentStage.briefing.names
      let documents = [Briefing.document(report), summary, CorrectionNotice.document(report)]
      return zip(names, documents).compactMap { name, document in
        document.map { (name, style.applied(to: $0)) }
      }
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
      let documents =
        slips.map { ("phan-hoi/\($0.unit).txt", FeedbackSlips.joined($0.documents)) }
        + reminders.map { ("don-doc/\($0.name).txt", $0.document) }
      return documents.concurrentMap { ($0.0, style.applied(to: $0.1)) }
    })
}
