/// A rule across the figures of one submission: `CT01.numerator <= CT01.denominator`.
public struct CrossCheck: Hashable, Sendable {
  /// One side of a rule: a sum of figures and numbers.
  public struct Side: Hashable, Sendable {
    /// What is added up.
    public let terms: [Term]

    /// The sum of `terms`.
    public init(_ terms: [Term]) { self.terms = terms }
  }

  /// One term of a side.
  public enum Term: Hashable, Sendable {
    case number(FixedDecimal)
    case numerator(String)
    case denominator(String)
  }

  /// How the sides are compared.
  public enum Relation: String, CaseIterable, Sendable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case below = "<"
    case above = ">"

    /// Whether it holds between two numbers.
    public func holds(_ left: FixedDecimal, _ right: FixedDecimal) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .equal: left == right
      case .below: left < right
      case .above: left > right
      }
    }
  }

  /// The rule as the plan file writes it.
  public let rule: String
  /// The left side.
  public let left: Side
  /// How the sides are compared.
  public let relation: Relation
  /// The right side.
  public let right: Side
  /// What a breach does to the file.
  public let severity: Severity
  /// The rule in the office's words; nil when the plan file gives none.
  public let message: String?

  /// A rule as read, with its parts.
  public init(
    rule: String, left: Side, relation: Relation, right: Side, severity: Severity, message: String?
  ) {
    self.rule = rule
    self.left = left
    self.relation = relation
    self.right = right
    self.severity = severity
    self.message = message
  }

  /// Whether it holds for the figures of some submission; also where one of them is missing, for then
  /// nothing can be said. `figure` gives numerator and denominator of an indicator.
  public func holds(
    _ figure: (_ indicator: String) -> (numerator: FixedDecimal?, denominator: FixedDecimal?)?
  ) -> Bool {
    guard let left = sum(left, figure), let right = sum(right, figure) else { return true }
    return relation.holds(left, right)
  }

  private func sum(
    _ side: Side,
    _ figure: (_ indicator: String) -> (numerator: FixedDecimal?, denominator: FixedDecimal?)?
  ) -> FixedDecimal? {
    let values: [FixedDecimal?] = side.terms.map { term in
      switch term {
      case .number(let number): number
      case .numerator(let code): figure(code)?.numerator
      case .denominator(let code): figure(code)?.denominator
      }
    }
    return values.contains(nil) ? nil : values.compactMap(\.self).reduce(.zero, +)
  }

  /// The codes of the indicators it speaks of.
  public var indicators: Set<String> {
    Set(
      (left.terms + right.terms).compactMap {
        switch $0 {
        case .number: nil
        case .numerator(let code), .denominator(let code): code
        }
      })
  }
}
