import Assessment
import PlanModel

/// Which submissions of a period get a feedback slip, and its number.
///
/// That is the place of the submission among those expected, which follows from the office's own files: the
/// number of a slip that was sent stays, whatever else comes in, and a later revision keeps it.
struct SlipRegister {
  /// A submission with something to mend or to explain.
  struct Slip {
    /// From 1; what nobody expected comes behind all that was.
    let number: Int
    let review: SubmissionReview
  }

  /// In the order of the submissions.
  let slips: [Slip]
  /// The units that sent them, in the order of their first ones.
  let units: [String]
  /// The places of each unit's slips: everything is asked unit by unit.
  private let places: [String: [Int]]

  /// Those of a report.
  init(_ report: Report) { self.init(report.reviews, among: report.assessment.submissions) }

  /// `expected` are the submissions of the period, in the register's order.
  init(_ reviews: [SubmissionReview], among expected: [SubmissionAssessment]) {
    let reviews = reviews.filter { $0.findings.contains { $0.severity >= .explain } }
    let numbers = Self.numbers(of: Set(reviews.map(\.key)), expected)
    var last = expected.count
    slips = reviews.map { review in
      if let number = numbers[review.key] { return Slip(number: number, review: review) }
      last += 1
      return Slip(number: last, review: review)
    }
    places = Dictionary(grouping: slips.indices) { [slips] in slips[$0].review.receipt.unit }
    units = slips.indices.compactMap { [slips, places] place in
      let unit = slips[place].review.receipt.unit
      return places[unit]?.first == place ? unit : nil
    }
  }

  private static func numbers(
    of keys: Set<SubmissionBook.Key>, _ expected: [SubmissionAssessment]
  ) -> [SubmissionBook.Key: Int] {
    var numbers: [SubmissionBook.Key: Int] = [:]
    for (place, submission) in expected.enumerated() where keys.contains(submission.key) {
      numbers[submission.key] = place + 1
    }
    return numbers
  }

  var count: Int { slips.count }

  /// The number of the slip of a submission; nil when it needs none.
  func number(of receipt: Receipt) -> Int? {
    of(receipt.unit).first { $0.review.receipt == receipt }?.number
  }

  /// The slips of a unit, of both forms or of one.
  func of(_ unit: String, _ form: String = "") -> [Slip] {
    (places[unit] ?? []).map { slips[$0] }
      .filter { form.isEmpty || $0.review.receipt.form.rawValue == form }
  }

  /// The submissions of a unit's file that have slips: two where one name was sent as both forms.
  func reviews(of unit: String, file: String) -> [SubmissionReview] {
    of(unit).map(\.review).filter { $0.receipt.file == file }
  }

  /// What the slips hold in all: `09 lỗi phải sửa, 03 nội dung cần giải trình`.
  var contents: String {
    Self.counts(slips.lazy.flatMap(\.review.findings)).joined(separator: ", ")
  }

  /// Errors and matters to explain, each with its number; without those there are none of.
  static func counts(
    _ findings: some Sequence<Finding>, of receipt: Receipt? = nil
  ) -> [String] {
    let words = [(Severity.error, "lỗi phải sửa"), (.explain, "nội dung cần giải trình")]
    return words.compactMap { severity, noun in
      let count = findings.count { $0.severity == severity }
      let origin = NumberOrigin(
        .findings, "count(severity=\(severity.rawValue))", item: receipt?.file ?? "",
        unit: receipt?.unit ?? "")
      return count > 0 ? "\(prose(count).from(origin)) \(noun)" : nil
    }
  }
}

extension SubmissionReview {
  /// Of which submission it is the review.
  var key: SubmissionBook.Key { SubmissionBook.Key(of: receipt) }

  /// Rows received without those that hold no figures: titles, totals, signatures.
  var figureRows: Int {
    receipt.rows - findings.count { ["row-left-out", "duplicate-row-same"].contains($0.code) }
  }

  /// The rows of them that nothing is asked about.
  var cleanRows: Int {
    figureRows - Set(findings.filter { $0.severity >= .explain }.compactMap(\.place.row)).count
  }
}
