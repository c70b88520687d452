import Assessment
import PlanModel

/// What is hard to believe and nobody has explained yet, for the report: never a verdict, always a question.
struct DoubtParagraph {
  let contents: ReportContents
  /// How many questions are printed.
  let limit: Int

  /// The findings of the assessment, and those of intake, that ask whether a figure is true.
  private static let codes = Doubt.codes.union([
    "figure-fell", "figure-cumulative", "denominator-jump",
  ])

  /// What is asked of a unit; the same of several of its indicators is asked once.
  private struct Question: Hashable {
    let unit: String
    let code: String
    let problem: String
  }

  /// What is found, with the unit it is found of.
  private var found: [(unit: String, finding: Finding)] {
    let standing = contents.report.standing.keyed(by: \.key)
    let ofUnits = contents.report.reviews.flatMap { review in
      // of a submission that was returned the report has the figures of the one before, if there is any
      let inForce = review.receipt.state == .returned ? standing[review.key] : review
      return (inForce?.findings ?? []).map { (review.receipt.unit, $0) }
    }
    // what intake finds, it finds in a form of all plans together
    return (contents.report.doubtsOfAllUnits.map { (root, $0) } + ofUnits).filter {
      Self.codes.contains($1.code) && $1.plan == contents.plan.code
    }
  }

  private var root: String { contents.input.office.registry.root }

  /// The questions, and how many there are besides.
  var sentences: [String] {
    let questions = found.gathered {
      Question(unit: $0.unit, code: $0.finding.code, problem: $0.finding.problem)
    }
    let shown = questions.prefix(isShortened(questions.count, limit: limit) ? limit : .max)
    let rest = questions.count - shown.count
    return shown.map { sentence($0, of: $1.compactMap(\.finding.subject)) }
      + (rest > 0
        ? [
          "Còn \(prose(rest).from(.listed)) nội dung khác, nêu tại Phiếu yêu cầu chỉnh lý của các"
            + " đơn vị."
        ] : [])
  }

  private func sentence(_ question: Question, of indicators: [String]) -> String {
    let standings = indicators.compactMap { code in
      contents.standings.first { $0.indicator.code == code }
    }
    let place =
      standings.count > 1
      ? Wording.ordinals(standings.map(\.ordinal))
      : standings.first?.title
    let unit = question.unit == root ? nil : contents.names.name(question.unit)
    let head = [unit, place].compactMap(\.self).joined(separator: ", ")
    let origin = NumberOrigin(
      .findings, "message", item: question.code, unit: question.unit, period: contents.period)
    let problem = question.problem.unmarked.from(origin)
    return "\(head.isEmpty ? "Toàn bộ biểu" : head): \(problem.lowercasedFirst)"
  }
}
