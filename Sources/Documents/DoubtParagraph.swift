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
  private static let codes: Set<String> = [
    "report-copied", "far-from-peers", "far-from-past", "stock-not-by-flows", "all-units-full",
    "heaped-at-threshold", "figure-fell", "figure-cumulative", "denominator-jump",
  ]

  private var entries: [Entry] {
    let all =
      contents.report.doubtsOfAllUnits.map {
        Entry(
          unit: contents.input.office.registry.root, finding: $0,
          subjects: [$0.subject].compactMap(\.self))
      }
      + contents.report.reviews.flatMap { review in
        review.findings.map {
          Entry(
            unit: review.receipt.unit, finding: $0, subjects: [$0.subject].compactMap(\.self))
        }
      }
    let asked = all.filter { entry in
      // what intake finds, it finds in a form of all plans together
      Self.codes.contains(entry.finding.code)
        && (entry.finding.plan == contents.plan.code)
    }
    return asked.reduce(into: []) { entries, entry in
      if let place = entries.firstIndex(where: {
        $0.unit == entry.unit && $0.finding.code == entry.finding.code
          && $0.finding.problem == entry.finding.problem
      }) {
        entries[place].subjects += entry.subjects
      } else {
        entries.append(entry)
      }
    }
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
