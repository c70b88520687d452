import Assessment
import Documents
import PlanModel
import Rendering

/// Briefing and summary of a plan, whose every number has been held against the edition.
struct CheckedDocuments {
  /// The texts by their file's name.
  let texts: [(name: String, text: String)]
  /// Where each of their numbers comes from.
  let sources: DataFile

  /// Puts the documents of a report into words, finished as they are printed.
  typealias Composer = @Sendable (Report) -> [(name: String, document: TextDocument)]

  /// Briefing and summary in the style of the house.
  static let composer: Composer = { report in
    let style = HouseStyle(report)
    let summary = Summary.document(report) { TextRenderer.fitsOnePage(style.applied(to: $0)) }
    return [
      ("bao-cao.txt", style.applied(to: Briefing.document(report))),
      ("tom-tat.txt", style.applied(to: summary)),
    ]
  }

  /// Fails with a sentence, before anything is published, when a number is not what it claims to be.
  init(_ report: Report, composedBy compose: Composer) throws {
    // what is checked is what is printed, the last hand included
    let documents = compose(report).map { ($0, TracedText($1)) }
    var sources = BriefingSources(report)
    for (name, document) in documents { sources.add(document.numbers, of: name) }
    if let first = sources.problems.first {
      let more = sources.problems.count - 1
      let input = report.assessment.input
      throw StageError(
        "the documents of \(input.plan.code) for \(input.period) contradict their edition and are not "
          + "published: \(first)" + (more > 0 ? "; and \(more) more" : "")
          + ". This is a fault of the program: report it, and use the workbook meanwhile.")
    }
    texts = documents.map { ($0, $1.text) }
    self.sources = sources.file
  }
}
