import Assessment
import Documents
import LedgerStore
import PlanModel
import Rendering
import VietnameseText

/// Writes briefing, summary, correction notice, reminders and feedback slips of editions
/// (`tonghop-briefing`).
public enum BriefingStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    var request = request
    request.checksTemplates = true
    return OrganisationRun.all(request, console) { run in
      try run.withLedger(.readOnly) { ledger in
        let documents = DocumentRun(run: run, ledger: ledger)
        try documents.forEachPeriod { (period: Period, editions: [Edition]) in
          let folder = run.periodFolder(period)
          let published = PublishedDocuments(
            of: "briefing" + (run.structure.map { "-\($0)" } ?? ""), in: folder,
            madeFrom: editions)
          if let standing = published.standing() {
            return TextWriter(unchanged: standing).say(folder, run)
          }
          let reports = try editions.map(documents.report)
          var writer = TextWriter()
          for report in reports {
            try writer.writePlan(
              report, in: run.planFolder(report.assessment.input.plan.code, period))
          }
          // what concerns the submissions of a period is the same for all its plans
          // and a longer period than the units report on chases nobody: the periods inside it do
          if run.structure == nil, reports.contains(where: \.assessment.input.isCollected),
            let latest = reports.max(by: { $0.assessment.input.asOf < $1.assessment.input.asOf })
          {
            try writer.writePeriod(latest, in: folder)
          }
          try published.record(writer.paths.map { String($0.dropFirst(folder.count + 1)) })
          writer.say(folder, run)
        }
        return .clean
      }
    }
  }
}

extension BriefingStage {
  /// Prints the template of a document that comes with the program, with all names and marks explained.
  public static func printTemplate(_ name: String, _ console: Console) -> ExitStatus {
    guard let document = TemplatedDocument(rawValue: name) else {
      let names = TemplatedDocument.allCases.map(\.rawValue)
      let near = nearest(name, among: names)
      console.notice(
        "--print-template \(visible(name)): expected one of \(names.joined(separator: ", "))"
          + (near.map { "; did you mean \($0)?" } ?? ""))
      return .usage
    }
    // lines are printed with their own ends
    document.standardTextExplained.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().forEach { console.output(String($0)) }
    return .clean
  }
}

/// Renders text documents, puts them in their place, and counts them.
private struct TextWriter {
  var written = 0
  var unchanged = 0
  var removed = 0
  /// All documents that now stand.
  var paths: [String] = []

  func say(_ folder: String, _ run: OrganisationRun) {
    run.say(
      "\(run.code): \(folder): \(written) text documents written, \(unchanged) unchanged, "
        + "\(removed) no longer needed")
  }

  mutating func writePlan(_ report: Report, in folder: String) throws {
    try write(Briefing.document(report), to: "\(folder)/bao-cao.txt")
    let summary = Summary.document(report, fits: TextRenderer.fitsOnePage)
    try write(summary, to: "\(folder)/tom-tat.txt")
    if let notice = CorrectionNotice.document(report) {
      try write(notice, to: "\(folder)/hieu-chinh.txt")
    } else {
      removed += try OutputFile.remove("\(folder)/hieu-chinh.txt") ? 1 : 0
    }
  }

  mutating func writePeriod(_ report: Report, in folder: String) throws {
    let assessment = report.assessment
    let input = assessment.input
    let slips = FeedbackSlips.documents(
      office: input.office, period: input.period, submissions: assessment.submissions,
      reviews: report.reviews, templates: report.templates)
    try writeAll(
      slips.map { ($0.unit, FeedbackSlips.joined($0.documents)) }, in: "\(folder)/phan-hoi")
    let reminders = Reminders.documents(
      office: input.office, period: input.period, asOf: input.asOf,
      submissions: assessment.submissions, reviews: report.reviews, templates: report.templates)
    try writeAll(reminders.map { ($0.name, $0.document) }, in: "\(folder)/don-doc")
  }

  /// Writes the documents of a folder, and takes away those of an earlier run that no longer hold.
  private mutating func writeAll(_ documents: [(String, TextDocument)], in folder: String) throws {
    for (name, document) in documents { try write(document, to: "\(folder)/\(name).txt") }
    removed += try OutputFile.removeOthers(
      than: Set(documents.map { "\($0.0).txt" }), in: folder, withExtension: "txt"
    ).count
  }

  private mutating func write(_ document: TextDocument, to path: String) throws {
    paths.append(path)
    switch try OutputFile.write(TextRenderer.render(document), to: path) {
    case .written: written += 1
    case .unchanged: unchanged += 1
    }
  }
}
