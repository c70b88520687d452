import Documents

/// A formula over cells that went to other tabs.
struct FormulaMoving {
  /// The sheet the formula stands on.
  let sheet: String
  let layouts: [String: SheetParts]

  func moved(_ formula: SheetFormula) -> SheetFormula {
    switch formula {
    case .cell(let range): .cell(pieces(range).first ?? range)
    case .constant: formula
    case .sum(let ranges): .sum(ranges.flatMap(pieces))
    case .count(let ranges): .count(ranges.flatMap(pieces))
    case .countWhere(let ranges, let relation, let bound):
      .countWhere(ranges.flatMap(pieces), relation, bound)
    case .countWords(let criteria): words(criteria)
    case .rank(let cell, let ranges, let smallestFirst):
      .rank(
        pieces(cell).first ?? cell, among: ranges.flatMap(pieces), smallestFirst: smallestFirst)
    case .added(let parts): .added(parts.map(moved))
    case .greater(let left, let right): .greater(moved(left), moved(right))
    case .difference(let left, let right): .difference(moved(left), moved(right))
    case .product(let left, let right): .product(moved(left), moved(right))
    case .quotient(let above, let below): .quotient(moved(above), moved(below))
    }
  }

  private func pieces(_ range: SheetRange) -> [SheetRange] {
    layouts[range.sheet ?? sheet]?.pieces(range) ?? [range]
  }

  private func pieces(_ range: SheetFormula.RankedRange) -> [SheetFormula.RankedRange] {
    zip(pieces(range.values), pieces(range.flags)).map { .init($0, flags: $1) }
  }

  /// The ranges have the same rows, so they fall into the same pieces.
  private func words(_ criteria: [SheetFormula.WordCriterion]) -> SheetFormula {
    let split = criteria.map { criterion in
      pieces(criterion.range).map { SheetFormula.WordCriterion($0, criterion.word) }
    }
    let count = split.map(\.count).min() ?? 0
    if count == 1 { return .countWords(split.compactMap(\.first)) }
    return .added((0..<count).map { part in .countWords(split.map { $0[part] }) })
  }
}
