import Assessment
import Documents
import Foundation
import LedgerStore
import PlanModel
import Rendering

/// Writes briefing, summary, correction notice, reminders and feedback slips of editions
/// (`tonghop-briefing`).
public enum BriefingStage {
  /// Runs for every organisation asked for, and returns how it ended.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    run(request, console, composedBy: CheckedDocuments.composer)
  }

  /// The same with other words: whoever writes them, their numbers are held against the edition.
  static func run(
    _ request: StageRequest, _ console: Console, composedBy compose: CheckedDocuments.Composer
  ) -> ExitStatus {
    var request = request
    request.checksTemplates = true
    return OrganisationRun.all(request, console) { run in
      try run.withLedger(.readOnly) { ledger in
        let documents = DocumentRun(run: run, ledger: ledger)
        try documents.forEachPeriod { (period: Period, editions: [Edition]) in
          try write(editions, period, documents, compose)
        }
        return .clean
      }
    }
  }

  private static func write(
    _ editions: [Edition], _ period: Period, _ documents: DocumentRun,
    _ compose: CheckedDocuments.Composer
  ) throws {
    let run = documents.run
    let folder = run.periodFolder(period)
    let folders = editions.map { EditionFolder(of: $0, run) }
    let standing = folders.map { $0.standing(.briefing) }
    let common = PublishedDocuments(of: "briefing", in: folder, madeFrom: editions)
    let commonStanding = run.structure == nil ? common.standing() : 0
    var writer = TextWriter()
    if let commonStanding, !standing.contains(nil) {
      writer.unchanged = commonStanding + standing.reduce(0) { $0 + ($1 ?? 0) }
    } else {
      run.console.log("\(run.code): writing the texts of \(period)")
      let reports = try editions.map(documents.report)
      // all are checked before any is published
      let checked = try reports.map { try CheckedDocuments($0, composedBy: compose) }
      for (number, folder) in folders.enumerated() {
        try folder.write(.briefing) {
          try writer.writePlan(checked[number], reports[number], in: $0)
        }
      }
      // what concerns the submissions of a period is the same for all its plans
      if run.structure == nil {
        try common.record(try writer.writePeriod(reports, in: folder))
      }
    }
    // all have been made: now they are shown, plan after plan
    for folder in folders { try folder.show() }
    let written = writer.written
    run.console.tally.add { $0.documents += written }
    writer.say(folder, run)
  }
}

/// Renders text documents, puts them in their place, and counts them.
private struct TextWriter {
  var written = 0
  var unchanged = 0
  var removed = 0
  private var style: HouseStyle?

  func say(_ folder: String, _ run: OrganisationRun) {
    run.say(
      "\(run.code): \(folder): \(written) text documents written, \(unchanged) unchanged, "
        + "\(removed) no longer needed")
  }

  /// Writes the documents of a plan, and returns their names.
  mutating func writePlan(
    _ documents: CheckedDocuments, _ report: Report, in folder: String
  ) throws -> [String] {
    for (name, text) in documents.texts { try write(text, to: "\(folder)/\(name)") }
    try OutputFile.write(
      Data(DataFileText(documents.sources).bytes), to: "\(folder)/data/\(BriefingSources.name)")
    let names = documents.texts.map(\.name) + ["data/\(BriefingSources.name)"]
    let correction = "hieu-chinh.txt"
    style = HouseStyle(report)
    if let notice = CorrectionNotice.document(report) {
      try write(notice, to: "\(folder)/\(correction)")
      return names + [correction]
    }
    removed += try OutputFile.remove("\(folder)/\(correction)") ? 1 : 0
    return names
  }

  /// Writes slips and reminders of a period, and returns their names; none for a period longer than those
  /// units report on: the periods inside it chase them.
  mutating func writePeriod(_ reports: [Report], in folder: String) throws -> [String] {
    guard reports.contains(where: \.assessment.input.isCollected),
      let report = reports.max(by: { $0.assessment.input.asOf < $1.assessment.input.asOf })
    else { return [] }
    style = HouseStyle(report)
    let assessment = report.assessment
    let input = assessment.input
    let slips = FeedbackSlips.documents(
      office: input.office, period: input.period, submissions: assessment.submissions,
      reviews: report.reviews, templates: report.templates)
    let reminders = Reminders.documents(
      office: input.office, period: input.period, asOf: input.asOf,
      submissions: assessment.submissions, reviews: report.reviews, templates: report.templates,
      history: report.reminders)
    return try writeAll(
      slips.map { ($0.unit, FeedbackSlips.joined($0.documents)) }, in: folder, "phan-hoi")
      + writeAll(reminders.map { ($0.name, $0.document) }, in: folder, "don-doc")
  }

  /// Writes the documents of a folder, and takes away those of an earlier run that no longer hold.
  private mutating func writeAll(
    _ documents: [(String, TextDocument)], in parent: String, _ name: String
  ) throws -> [String] {
    let folder = "\(parent)/\(name)"
    for (name, document) in documents { try write(document, to: "\(folder)/\(name).txt") }
    removed += try OutputFile.removeOthers(
      than: Set(documents.map { "\($0.0).txt" }), in: folder, withExtension: "txt"
    ).count
    return documents.map { "\(name)/\($0.0).txt" }
  }

  private mutating func write(_ document: TextDocument, to path: String) throws {
    let finished = style?.applied(to: document) ?? document
    try write(TextRenderer.render(finished), to: path)
  }

  private mutating func write(_ text: String, to path: String) throws {
    switch try OutputFile.write(text, to: path) {
    case .written: written += 1
    case .unchanged: unchanged += 1
    }
  }
}
