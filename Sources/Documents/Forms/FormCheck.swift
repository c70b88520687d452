public import PlanModel

/// A question about what is typed into a form, asked while it is typed.
///
/// The same questions are asked again at intake; here they save the unit a returned file.
public struct FormCheck: Hashable, Sendable {
  /// When the question is open.
  public let test: Test
  /// The question in words, beginning with the mark of its weight.
  public let message: String
  /// How much hangs on it.
  public let weight: Weight

  /// How much hangs on a question.
  public enum Weight: Hashable, Sendable {
    /// Intake would return the file.
    case wrong
    /// Intake would ask, or something looks odd.
    case doubtful
    /// Nothing is asked: the cell only repeats what it has understood.
    case remark

    /// The words that every message of this weight begins with, and no other.
    public var mark: String {
      switch self {
      case .wrong: "Sai: "
      case .doubtful: "Xem lại: "
      case .remark: ""
      }
    }
  }

  /// When a question is open. Cells that are empty or hold a text count as "no number".
  public enum Test: Hashable, Sendable {
    /// All cells hold numbers, and the sums do not compare so.
    case fails([Term], CrossCheck.Relation, [Term])
    /// The first cell holds a number, the second nothing.
    case number(Place, without: Place)
    /// Both cells hold numbers that differ by more than this part of the second.
    case changes(Place, from: Place, over: FixedDecimal)
    /// The first cell holds this text, the second nothing.
    case text(Place, is: String, without: Place)
    /// The first cell holds something, the second not this text.
    case filled(Place, unless: Place, is: String)
    /// The cell holds a day, which is repeated in words behind the message. A computer set to English
    /// takes 5/12 for the twelfth of May, and shows it in the order of the form.
    case day(Place)
  }

  /// One term of a sum.
  public enum Term: Hashable, Sendable {
    case cell(Place)
    case number(FixedDecimal)
  }

  /// A cell by its row and column among the form's rows, from 0.
  public struct Place: Hashable, Sendable {
    /// The row.
    public let row: Int
    /// The column.
    public let column: Int

    init(_ row: Int, _ column: Int) {
      self.row = row
      self.column = column
    }
  }

  init(_ test: Test, _ message: String, _ weight: Weight = .doubtful) {
    self.test = test
    self.message = weight.mark + message
    self.weight = weight
  }
}

/// Where the figures of an indicator form stand, and the questions about them.
struct FigureChecks {
  /// The row of each indicator of a plan.
  let rows: [String: Int]
  let numerator: Int
  let denominator: Int
  let pastNumerator: Int
  let pastDenominator: Int

  /// A cell names no more of the plan's own checks: a formula has its limits.
  private static let mostOfPlan = 20

  /// The questions about one row, the graver ones first.
  func checks(
    _ indicator: Indicator, _ row: Int, plan: Plan, past: Figure?, limit: FixedDecimal
  ) -> [FormCheck] {
    let above = FormCheck.Place(row, numerator)
    let below = FormCheck.Place(row, denominator)
    var checks: [FormCheck] = []
    if indicator.measure == .share {
      checks.append(
        FormCheck(
          .fails([.cell(above)], .atMost, [.cell(below)]), "tử số lớn hơn mẫu số", .wrong))
    }
    checks += plan.checks.filter { owner(of: $0) == row && !isOwnShare($0, indicator) }
      .prefix(Self.mostOfPlan).compactMap(check)
    if indicator.measure.hasDenominator {
      checks.append(
        FormCheck(.number(above, without: below), "có tử số, thiếu mẫu số", .wrong))
    }
    if indicator.isQuotient {
      checks.append(
        FormCheck(.fails([.cell(below)], .above, [.number(.zero)]), "mẫu số bằng 0"))
    }
    if indicator.neverFalls, past?.numerator.value != nil {
      let before = FormCheck.Place(row, pastNumerator)
      checks.append(
        FormCheck(
          .fails([.cell(above)], .atLeast, [.cell(before)]),
          "nhỏ hơn kỳ trước, nêu lý do ở Ghi chú"))
    }
    if let size = past?.denominator.value, size > .zero, indicator.denominatorKind == .stock {
      checks.append(
        FormCheck(
          .changes(below, from: FormCheck.Place(row, pastDenominator), over: limit),
          "mẫu số thay đổi quá \(limit.percentPrinted) so với kỳ trước, nêu lý do ở Ghi chú")
      )
    }
    return checks
  }

  /// The row that shows a check of the plan: that of the figure it names first.
  private func owner(of check: CrossCheck) -> Int? {
    (check.left.terms + check.right.terms).compactMap(code).first.flatMap { rows[$0] }
  }

  /// Whether a check only says again what holds for every share.
  private func isOwnShare(_ check: CrossCheck, _ indicator: Indicator) -> Bool {
    indicator.measure == .share && check.relation == .atMost
      && check.left.terms == [.numerator(indicator.code)]
      && check.right.terms == [.denominator(indicator.code)]
  }

  /// Nil when the unit is not asked for one of the figures.
  private func check(_ check: CrossCheck) -> FormCheck? {
    let left = check.left.terms.compactMap(term)
    let right = check.right.terms.compactMap(term)
    guard left.count == check.left.terms.count, right.count == check.right.terms.count else {
      return nil
    }
    return FormCheck(
      .fails(left, check.relation, right), check.message ?? "không thỏa điều kiện \(check.rule)",
      check.severity == .error ? .wrong : .doubtful)
  }

  private func term(_ term: CrossCheck.Term) -> FormCheck.Term? {
    switch term {
    case .number(let number): .number(number)
    case .numerator(let code): rows[code].map { .cell(FormCheck.Place($0, numerator)) }
    case .denominator(let code): rows[code].map { .cell(FormCheck.Place($0, denominator)) }
    }
  }

  private func code(_ term: CrossCheck.Term) -> String? {
    switch term {
    case .number: nil
    case .numerator(let code), .denominator(let code): code
    }
  }
}
