import Assessment
import PlanModel

/// What is hard to believe and nobody has explained yet, for the report: never a verdict, always a question.
struct DoubtParagraph {
  /// One question; the same of several indicators of a unit is asked once.
  private struct Entry {
    let unit: String
    let finding: Finding
    var subjects: [String]
  }

  let contents: ReportContents
  /// How many questions are printed.
  let limit: Int

  /// The findings of the assessment, and those of intake, that ask whether a figure is true.
  private static let codes = Doubt.codes.union([
    "figure-fell", "figure-cumulative", "denominator-jump",
  ])

  /// What one question asks, of a unit.
  private struct Question: Hashable {
    let unit: String
    let code: String
    let problem: String
  }

  private var entries: [Entry] {
    var entries: [Entry] = []
    var places: [Question: Int] = [:]
    func add(_ finding: Finding, of unit: String) {
      // what intake finds, it finds in a form of all plans together
      guard Self.codes.contains(finding.code), finding.plan == contents.plan.code else { return }
      let subjects = [finding.subject].compactMap(\.self)
      let question = Question(unit: unit, code: finding.code, problem: finding.problem)
      if let place = places[question] {
        entries[place].subjects += subjects
      } else {
        places[question] = entries.count
        entries.append(Entry(unit: unit, finding: finding, subjects: subjects))
      }
    }
    let root = contents.input.office.registry.root
    for finding in contents.report.doubtsOfAllUnits { add(finding, of: root) }
    let standing = Dictionary(
      contents.report.standing.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for review in contents.report.reviews {
      // of a submission that was returned the report has the figures of the one before, if there is any
      let inForce = review.receipt.state == .returned ? standing[review.key] : review
      for finding in inForce?.findings ?? [] { add(finding, of: review.receipt.unit) }
    }
    return entries
  }

  /// The questions, and how many there are besides.
  var sentences: [String] {
    let entries = entries
    let shown = entries.prefix(entries.count > limit + 1 ? limit : entries.count)
    let rest = entries.count - shown.count
    return shown.map(sentence)
      + (rest > 0
        ? [
          "Còn \(prose(rest).from(.listed)) nội dung khác, nêu tại Phiếu yêu cầu chỉnh lý của các"
            + " đơn vị."
        ] : [])
  }

  private func sentence(_ entry: Entry) -> String {
    let standings = entry.subjects.compactMap { code in
      contents.standings.first { $0.indicator.code == code }
    }
    let place =
      standings.count > 1
      ? Wording.ordinals(standings.map(\.ordinal))
      : standings.first.map { "\($0.ordinalText) (\($0.indicator.shortName))" }
    let unit =
      entry.unit == contents.input.office.registry.root ? nil : contents.names.name(entry.unit)
    let head = [unit, place].compactMap(\.self).joined(separator: ", ")
    let origin = NumberOrigin(
      .findings, "message", item: entry.finding.code, unit: entry.unit, period: contents.period)
    let problem = entry.finding.problem.unmarked.from(origin)
    return "\(head.isEmpty ? "Toàn bộ biểu" : head): \(problem.lowercasedFirst)"
  }
}

extension String {
  /// The text with a small letter at its beginning.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
