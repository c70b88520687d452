import PlanModel

/// Which submissions of a period get a feedback slip, and its number in the register's order.
struct SlipRegister {
  /// The submissions with something to mend or to explain.
  let reviews: [SubmissionReview]

  init(_ reviews: [SubmissionReview]) {
    self.reviews = reviews.filter { $0.findings.contains { $0.severity >= .explain } }
  }

  var count: Int { reviews.count }

  /// The number of the slip of a submission, from 1; nil when it needs none.
  func number(of receipt: Receipt) -> Int? {
    reviews.firstIndex { $0.receipt == receipt }.map { $0 + 1 }
  }

  /// What the slips hold in all: `09 lỗi phải sửa, 03 nội dung cần giải trình`.
  var contents: String {
    Self.counts(reviews.flatMap(\.findings)).joined(separator: ", ")
  }

  /// Errors and matters to explain, each with its number; without those there are none of.
  static func counts(_ findings: [Finding]) -> [String] {
    let words = [(Severity.error, "lỗi phải sửa"), (.explain, "nội dung cần giải trình")]
    return words.compactMap { severity, noun in
      let count = findings.filter { $0.severity == severity }.count
      let origin = NumberOrigin(.findings, "count(severity=\(severity.rawValue))")
      return count > 0 ? "\(prose(count).from(origin)) \(noun)" : nil
    }
  }
}
