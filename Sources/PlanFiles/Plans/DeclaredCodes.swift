internal import PlanModel

/// The codes of one kind that a plan declares, whatever else is wrong with what bears them.
struct DeclaredCodes {
  /// A code as first written, and where.
  struct Declared {
    let code: String
    let line: Int?
    /// Of an indicator, whether its figures come with a denominator.
    var hasDenominator = true
  }

  /// The codes by their capital letters: codes match in any case.
  private(set) var byKey: [String: Declared] = [:]
  /// Whether every code could be read; otherwise one that is not found may be the one that could
  /// not.
  private(set) var isWhole = true

  /// All codes, sorted, for proposals.
  var codes: [String] { byKey.values.map(\.code).sorted() }

  /// The declaration of a code.
  subscript(code: String) -> Declared? { byKey[code.uppercased()] }

  /// Notes a code; nil with a finding when it is missing, no code, or taken.
  mutating func declare(_ cursor: YAMLCursor?) -> String? {
    guard let cursor, let code = cursor.code() else {
      isWhole = false
      return nil
    }
    if let first = self[code] {
      cursor.add(.codeDuplicate(code, firstLine: first.line))
      isWhole = false
      return nil
    }
    byKey[code.uppercased()] = Declared(code: code, line: cursor.place.line)
    return code
  }

  /// Notes that the figures of an indicator come without a denominator.
  mutating func noteNoDenominator(_ code: String) {
    byKey[code.uppercased()]?.hasDenominator = false
  }
}
