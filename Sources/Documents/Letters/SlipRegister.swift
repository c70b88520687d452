import PlanModel

/// Which submissions of a period get a feedback slip, and its number in the register's order.
struct SlipRegister {
  /// The submissions with something to mend or to explain.
  let reviews: [SubmissionReview]
  /// The units that sent them, in the order of their first ones.
  let units: [String]
  /// The places of each unit's submissions: everything is asked unit by unit.
  private let places: [String: [Int]]

  init(_ reviews: [SubmissionReview]) {
    self.reviews = reviews.filter { $0.findings.contains { $0.severity >= .explain } }
    var units: [String] = []
    var places: [String: [Int]] = [:]
    for (place, review) in self.reviews.enumerated() {
      let unit = review.receipt.unit
      if places[unit] == nil { units.append(unit) }
      places[unit, default: []].append(place)
    }
    self.units = units
    self.places = places
  }

  var count: Int { reviews.count }

  /// The number of the slip of a submission, from 1; nil when it needs none.
  func number(of receipt: Receipt) -> Int? {
    places[receipt.unit]?.first { reviews[$0].receipt == receipt }.map { $0 + 1 }
  }

  /// The numbers of the slips of a unit's form.
  func numbers(of unit: String, _ form: String) -> [Int] {
    (places[unit] ?? []).filter {
      form.isEmpty || reviews[$0].receipt.form.rawValue == form
    }.map { $0 + 1 }
  }

  /// Which revisions the slips of a unit's form are about.
  func revisions(of unit: String, _ form: String) -> [Int] {
    numbers(of: unit, form).map { reviews[$0 - 1].receipt.revision }
  }

  /// The submissions of a unit's file that have slips: two where one name was sent as both forms.
  func reviews(of unit: String, file: String) -> [SubmissionReview] {
    (places[unit] ?? []).map { reviews[$0] }.filter { $0.receipt.file == file }
  }

  /// How many rows of figures the submissions with slips have.
  func figureRows(of unit: String, _ form: String) -> [Int] {
    numbers(of: unit, form).map { reviews[$0 - 1].figureRows }
  }

  /// How many of them nothing is asked about.
  func cleanRows(of unit: String, _ form: String) -> [Int] {
    numbers(of: unit, form).map { reviews[$0 - 1].cleanRows }
  }

  /// What the slips hold in all: `09 lỗi phải sửa, 03 nội dung cần giải trình`.
  var contents: String {
    Self.counts(reviews.lazy.flatMap(\.findings)).joined(separator: ", ")
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
  /// Rows received without those that hold no figures: titles, totals, signatures.
  var figureRows: Int {
    receipt.rows - findings.count { ["row-left-out", "duplicate-row-same"].contains($0.code) }
  }

  /// The rows of them that nothing is asked about.
  var cleanRows: Int {
    figureRows - Set(findings.filter { $0.severity >= .explain }.compactMap(\.place.row)).count
  }
}
