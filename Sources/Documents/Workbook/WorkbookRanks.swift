import Assessment
import PlanModel

// Ranks of the units that report an indicator: formulas over the values of its block. A unit that has not sent
// all figures of the window has none: what is missing would count as nothing.
extension WorkbookUnits {
  /// Above so many units a rank for each, reckoned over all others, would keep a reader's program busy
  /// for minutes: there the ranks are plain numbers.
  private static let mostRankFormulas = 1_000
  /// A formula holds no more pieces of the column than this in its 8,192 characters.
  private static let mostRankedRanges = 50

  mutating func addRanks(_ block: Block) {
    for row in block.unrankedRows {
      sheet.put(SheetCell(Column.rank, .text("chưa xếp"), SheetStyle(.body, .centred)), in: row)
    }
    let values = block.leaves.compactMap(\.value)
    guard values.count > 1, let first = block.leaves.first, let last = block.leaves.last else {
      return
    }
    let indicator = block.indicator
    let smallestFirst = indicator.rankingTarget?.comparison.favoursMore == false
    let sorted = values.sorted { smallestFirst ? $0 < $1 : $0 > $1 }
    let ranks = Dictionary(
      sorted.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let worst = sorted.last.flatMap { ranks[$0] }
    let ranked = Self.ranges(first.row...last.row, without: Set(block.unrankedRows))
    let isLive = values.count <= Self.mostRankFormulas && ranked.count <= Self.mostRankedRanges
    for leaf in block.leaves {
      guard let value = leaf.value, let rank = ranks[value] else { continue }
      let place: SheetFormula = .rank(
        SheetRange(row: leaf.row, Column.value), among: ranked, smallestFirst: smallestFirst)
      sheet.put(
        SheetCell(
          Column.rank, isLive ? .counted(place, rank) : .count(rank),
          indicator.hasBestEnd
            ? style(rank, worst: worst, highest: smallestFirst ? worst : 1)
            : SheetStyle(.body, .count)), in: leaf.row)
    }
  }

  /// The values in some rows, in as few pieces as there are without others.
  private static func ranges(
    _ rows: ClosedRange<Int>, without others: Set<Int>
  ) -> [SheetFormula.RankedRange] {
    SheetRange.runs(of: rows.filter { !others.contains($0) }, column: Column.value).map {
      SheetFormula.RankedRange($0, flags: SheetRange($0.rows, 0...0))
    }
  }

  /// The best and the worst say so in words; the colour only repeats it.
  private func style(_ rank: Int, worst: Int?, highest: Int?) -> SheetStyle {
    guard let worst, worst > 1, rank == 1 || rank == worst else { return SheetStyle(.body, .count) }
    let word = rank == highest ? "cao nhất" : "thấp nhất"
    return SheetStyle(
      .verdict(rank == 1 ? .good : .bad), .target(before: "", .count, after: " - \(word)"))
  }
}
