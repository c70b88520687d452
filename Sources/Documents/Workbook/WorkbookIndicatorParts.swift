import Assessment
import PlanModel

// The rows of the two figures that a rate is made of.
extension WorkbookIndicators {
  func part(_ row: IndicatorRow, _ part: WorkbookFigures.Part) -> [SheetCell] {
    let indicator = row.indicator
    let words = part == .numerator ? indicator.numerator : indicator.denominator ?? ""
    let label = part == .numerator ? "Tử số: " : "Mẫu số: "
    let inPeriod = figure(part, row.inPeriod, row)
    let cumulated: SheetCellContent =
      row.isStock
      ? figure(part, row.total, row, from: inPeriod, at: sheet.nextRow)
      : figure(part, row.total, row)
    let before = row.earlier.flatMap { number(part, $0) }
    let blank = { (column: Int) in SheetCell(column, .blank, SheetStyle(.body, .centred)) }
    return [
      blank(0),
      SheetCell(Place.name, .text(label + words), SheetStyle(.body, .text, indent: 1)),
      SheetCell(
        Place.unit, .text(row.unitOfFigures(part)), SheetStyle(.body, .centred)),
      blank(Place.plan),
      inPeriod.cell(Place.period), cumulated.cell(Place.cumulated), blank(Place.againstPlan),
      SheetCell(Place.earlier, .figure(before), SheetStyle(.body, row.format.figure(before))),
      change(
        row.isLikeForLike ? row.total.flatMap { number(part, $0) } : nil, before, sheet.nextRow
      ).cell(Place.change),
      blank(Place.verdict),
      SheetCell(
        Place.note, .text(part == .numerator ? row.shortfall : ""), SheetStyle(.body)),
    ]
  }

  private func number(_ part: WorkbookFigures.Part, _ cell: IndicatorCell) -> FixedDecimal? {
    part == .numerator ? cell.tally.numerator : cell.tally.denominator
  }

  private func figure(
    _ part: WorkbookFigures.Part, _ cell: IndicatorCell?, _ row: IndicatorRow
  ) -> SheetCellContent {
    let number = cell.flatMap { self.number(part, $0) }
    return SheetCellContent(
      value: cell.map { figure(number, part, $0.window, row) } ?? .blank,
      content: row.format.figure(number))
  }

  /// Of a stock: the cell beside it, which holds the same.
  private func figure(
    _ part: WorkbookFigures.Part, _ cell: IndicatorCell?, _ row: IndicatorRow,
    from neighbour: SheetCellContent, at place: Int
  ) -> SheetCellContent {
    guard let result = neighbour.value.number else { return figure(part, cell, row) }
    return SheetCellContent(
      value: .formula(.cell(SheetRange(row: place, Place.period)), result: result),
      content: neighbour.content)
  }

  /// A total: the same sum over the cells of "Biểu 02", or a look at the total there.
  func figure(
    _ figure: FixedDecimal?, _ part: WorkbookFigures.Part, _ window: Window, _ row: IndicatorRow
  ) -> SheetValue {
    let key = WorkbookUnits.BlockKey(indicator: row.indicator.code, window: window)
    guard let figure, let place = places[key] else { return .figure(figure) }
    let isNumerator = part == .numerator
    let column = isNumerator ? WorkbookUnits.numeratorColumn : WorkbookUnits.denominatorColumn
    let shown = isNumerator ? place.numerator : place.denominator
    switch shown {
    case .formula(.sum(let ranges), let result) where ranges.allSatisfy({ $0.sheet == nil }):
      return .formula(.sum(ranges.map { $0.on(WorkbookUnits.name) }), result: result)
    case .formula(.countWhere(let ranges, let relation, let bound), let result):
      return .formula(
        .countWhere(ranges.map { $0.on(WorkbookUnits.name) }, relation, bound), result: result)
    default:
      guard let result = shown.number else { return .figure(figure) }
      return .formula(
        .cell(SheetRange(row: place.row, column, on: WorkbookUnits.name)), result: result)
    }
  }

  private func change(
    _ now: FixedDecimal?, _ before: FixedDecimal?, _ place: Int
  ) -> SheetCellContent {
    guard let now, let before, let difference = Ratio(now).minus(Ratio(before)) else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    let digits = max(now.fractionDigits, before.fractionDigits)
    return SheetCellContent(
      value: .formula(
        .difference(
          .cell(SheetRange(row: place, Place.cumulated)),
          .cell(SheetRange(row: place, Place.earlier))), result: difference),
      content: .change(decimals: digits))
  }
}
