import Assessment
import PlanModel

/// The numbers of documents with the cell each came from (`data/briefing-sources.csv`), and the
/// check that they are what they claim to be.
public struct BriefingSources: Sendable {
  /// The file's name below `data/`.
  public static let name = "briefing-sources.csv"

  private let numbers: EditionNumbers
  private let texts: SourceTexts
  private let plan: String

  /// The columns of the table.
  public static let columns = [
    "document", "line", "value", "source", "plan", "item", "unit", "period", "window", "field",
  ]

  /// The numbers of one document.
  public struct Listing: Sendable {
    /// Their rows in the table, in order.
    public fileprivate(set) var rows: [[String]] = []
    /// What is wrong with them, one sentence each; empty when the document may be published.
    public let problems: [String]
  }

  /// For the documents on the plan of a report.
  public init(_ report: Report) {
    let input = report.assessment.input
    self.init(report, about: [input.plan], plan: input.plan.code)
  }

  /// For the letters and slips of its period, which speak of all plans.
  public init(ofPeriod report: Report) {
    self.init(report, about: report.assessment.input.office.plans, plan: "")
  }

  private init(_ report: Report, about plans: [Plan], plan: String) {
    numbers = EditionNumbers(report)
    texts = SourceTexts(report.assessment.input.office, plans: plans)
    self.plan = plan
  }

  /// Lists the numbers of one document, and checks them.
  public func listing(_ printed: [PrintedNumber], of document: String) -> Listing {
    var check = NumberCheck(numbers: numbers)
    var listing = Listing(problems: check.problems(of: printed).map { "\(document), \($0)" })
    var place = 0
    while place < printed.count {
      let number = printed[place]
      if let origin = number.origin {
        listing.rows.append(row(document, number.line, number.value, origin))
        place += 1
      } else {
        // the numbers of one word are one: a date, a code
        var end = place + 1
        while end < printed.count, printed[end].origin == nil,
          printed[end].place == printed[end - 1].place + 1, printed[end].word == number.word
        {
          end += 1
        }
        listing.rows.append(
          row(
            document, number.line, bare(number.word),
            NumberOrigin(texts.source(of: number), "")))
        place = end
      }
    }
    return listing
  }

  private func row(
    _ document: String, _ line: Int, _ value: String, _ origin: NumberOrigin
  ) -> [String] {
    [
      document, String(line), value, origin.source.rawValue, plan, origin.item, origin.unit,
      origin.period, origin.window, origin.field,
    ]
  }
}
