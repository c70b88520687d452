import Assessment
import PlanModel

/// The numbers of documents with the cell each came from (`data/briefing-sources.csv`), and the
/// check that they are what they claim to be.
public struct BriefingSources {
  /// The file's name below `data/`.
  public static let name = "briefing-sources.csv"

  private let numbers: EditionNumbers
  private let texts: SourceTexts
  private let plan: String
  private var rows: [[String]] = []

  /// What is wrong with the documents added so far, one sentence each; empty when they may be published.
  public private(set) var problems: [String] = []

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

  /// Takes the numbers of one document, and checks them.
  public mutating func add(_ printed: [PrintedNumber], of document: String) {
    let check = NumberCheck(numbers: numbers)
    problems += check.problems(of: printed).map { "\(document), \($0)" }
    var place = 0
    while place < printed.count {
      let number = printed[place]
      if let origin = number.origin {
        rows.append(row(document, number.line, number.value, origin))
        place += 1
      } else {
        // the numbers of one word are one: a date, a code
        var end = place + 1
        while end < printed.count, printed[end].origin == nil,
          printed[end].place == printed[end - 1].place + 1, printed[end].word == number.word
        {
          end += 1
        }
        rows.append(
          row(
            document, number.line, bare(number.word),
            NumberOrigin(texts.source(of: number), "")))
        place = end
      }
    }
  }

  private func row(
    _ document: String, _ line: Int, _ value: String, _ origin: NumberOrigin
  ) -> [String] {
    [
      document, String(line), value, origin.source.rawValue, plan, origin.item, origin.unit,
      origin.period, origin.window, origin.field,
    ]
  }

  /// The table: every number of the documents in order.
  public var file: DataFile {
    DataFile(
      name: Self.name,
      columns: [
        "document", "line", "value", "source", "plan", "item", "unit", "period", "window", "field",
      ], rows: rows)
  }
}
