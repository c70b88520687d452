import Assessment
import PlanModel

// One unit on one row, and the formulas that make it of others.
extension WorkbookUnits {
  /// Adds a unit and, below it, the units it is the total of.
  @discardableResult
  mutating func addUnit(_ code: String, depth: Int, _ block: inout Block) -> Place {
    let row = sheet.add(level: depth)
    var parts: [(cell: IndicatorCell?, row: Int)] = []
    for child in block.children[code] ?? [] {
      parts.append((block.cells[child], addUnit(child, depth: depth + 1, &block).row))
    }
    guard let cell = block.cells[code] else { return Place(row: row) }
    if !cell.isTotal {
      block.number += 1
      let isWhole = cell.gaps.isEmpty && !cell.isNotApplicable
      block.leaves.append(Leaf(row: row, value: isWhole ? cell.value : nil))
      if !isWhole, cell.value != nil { block.unrankedRows.append(row) }
    }
    let role: SheetStyle.Role = cell.isTotal ? .total : .body
    let numerator = figure(
      cell.tally.numerator, .numerator, cell, block.indicator,
      parts.map { ($0.row, $0.cell?.tally.numerator) })
    let denominator = figure(
      cell.tally.denominator, .denominator, cell, block.indicator,
      parts.map { ($0.row, $0.cell?.tally.denominator) })
    let isRoot = code == context.registry.root
    let name = isRoot && cell.isTotal ? "TỔNG SỐ" : context.registry.name(code)
    let style = { (content: SheetStyle.Content) in SheetStyle(role, content) }
    sheet.set(
      row,
      [
        SheetCell(0, cell.isTotal ? .blank : .count(block.number), style(.count)),
        SheetCell(1, .text(block.indicator.code), style(.centred))
          .linked(
            to: SheetAnchor(block.indicator.code, on: WorkbookIndicators.name), tip: "Về Biểu 01"),
        SheetCell(2, .text(block.windowName), style(.centred)),
        codeCell(code, cell, block, style(.centred)),
        SheetCell(4, .text(name), SheetStyle(role, .text, indent: depth)),
        SheetCell(
          Self.numeratorColumn, numerator, style(block.format.figure(cell.tally.numerator))),
        SheetCell(
          Self.denominatorColumn, denominator, style(block.format.figure(cell.tally.denominator))),
        SheetCell(
          Column.value, Self.value(cell, row),
          style(
            block.format.value(
              cell.value, against: cell.target?.comparison, isShare: block.format.isShare(cell)))),
        target(cell, block, role),
        verdict(cell, role),
        SheetCell(Column.rank, .blank, style(.count)),
        SheetCell(Column.source, .text(source(of: cell)), style(.text)),
        SheetCell(Column.note, .text(note(on: cell, block)), style(.text)),
      ])
    sheet.anchor("\(block.indicator.code) \(code)", row)
    return Place(row: row, numerator: numerator, denominator: denominator)
  }

  /// A figure of a unit, or the sum of those below it, as a formula where it is one.
  private func figure(
    _ figure: FixedDecimal?, _ part: WorkbookFigures.Part, _ cell: IndicatorCell,
    _ indicator: Indicator, _ parts: [(row: Int, figure: FixedDecimal?)]
  ) -> SheetValue {
    guard let figure else { return .blank }
    let column = part == .numerator ? Self.numeratorColumn : Self.denominatorColumn
    if !cell.isTotal {
      let formula = figures.formula(for: figure, part, of: cell, indicator)
      return formula.map { .formula($0, result: Ratio(figure)) } ?? .figure(figure)
    }
    // who meets a rate, the numerators above it do not say
    if indicator.combination == .unitsMeeting, !indicator.isQuotient, part == .numerator,
      let count = Self.countMeeting(figure, cell, parts)
    {
      return count
    }
    let isSum = cell.isTotal && indicator.combination == .sum
    // a unit that reports itself beside the units below it has a share of the total in no cell
    guard isSum, parts.compactMap(\.figure).reduce(.zero, +) == figure,
      let sum = SheetFormula.sum(ofRows: parts.map(\.row), column: column)
    else { return .figure(figure) }
    return .formula(sum, result: Ratio(figure))
  }

  /// The units that meet an obligation of each, counted where they stand; nil when their numbers alone
  /// do not say which of them do.
  private static func countMeeting(
    _ figure: FixedDecimal, _ cell: IndicatorCell, _ parts: [(row: Int, figure: FixedDecimal?)]
  ) -> SheetValue? {
    guard let comparison = cell.target?.comparison, let (relation, bound) = comparison.relation
    else { return nil }
    let meeting = parts.compactMap(\.figure).count { comparison.isMet(by: Ratio($0)) }
    let ranges = SheetRange.runs(of: parts.map(\.row), column: numeratorColumn)
    guard FixedDecimal(meeting) == figure, !ranges.isEmpty,
      ranges.count <= SheetFormula.mostRanges
    else { return nil }
    return .formula(.countWhere(ranges, relation, bound), result: Ratio(figure))
  }

  private static func value(_ cell: IndicatorCell, _ row: Int) -> SheetValue {
    guard let value = cell.value else { return .blank }
    let numerator = SheetFormula.cell(SheetRange(row: row, numeratorColumn))
    guard cell.tally.denominator != nil else { return .formula(numerator, result: value) }
    let denominator = SheetFormula.cell(SheetRange(row: row, denominatorColumn))
    return .formula(.quotient(numerator, denominator), result: value)
  }

  private func target(
    _ cell: IndicatorCell, _ block: Block, _ role: SheetStyle.Role
  ) -> SheetCell {
    guard let target = cell.target else {
      return SheetCell(Column.target, .blank, SheetStyle(role, .centred))
    }
    return block.format.target(target.comparison).cell(Column.target, role)
  }

  private func verdict(_ cell: IndicatorCell, _ role: SheetStyle.Role) -> SheetCell {
    if cell.isNotApplicable {
      return SheetCell(
        Column.verdict, .text("Không áp dụng"), SheetStyle(.verdict(.neutral), .centred))
    }
    guard cell.target != nil || cell.verdict == .noData else {
      return SheetCell(Column.verdict, .blank, SheetStyle(role, .centred))
    }
    return SheetCell(
      Column.verdict, .text(Wording.verdict(cell.verdict)),
      SheetStyle(.verdict(WorkbookWords.tone(cell.verdict)), .centred))
  }
}

extension Target.Comparison {
  /// What a cell's number is compared with, where one comparison says it all.
  fileprivate var relation: (SheetFormula.Relation, FixedDecimal)? {
    switch self {
    case .above(let bound): (.above, bound)
    case .atLeast(let bound), .maintain(let bound), .between(let bound, _): (.atLeast, bound)
    case .below(let bound): (.below, bound)
    case .atMost(let bound): (.atMost, bound)
    case .exactly(let bound): (.equal, bound)
    default: nil
    }
  }
}
