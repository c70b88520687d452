import Assessment
import PlanModel

/// The sheet "Xu hướng": the last periods side by side, and every series behind a chart.
struct WorkbookTrend {
  static let name = "Xu hướng"

  /// The first column of periods.
  static let first = 4

  let context: WorkbookContext
  let made: WorkbookParts
  var sheet: SheetBuilder
  var series = WorkbookSeries()
  private var sections = 0

  var data: WorkbookTrendData { context.trend }
  private var lastColumn: Int { Self.first + data.periods.count - 1 }
  /// The column with the difference of the last two periods.
  private var changeColumn: Int { lastColumn + 1 }

  init(_ context: WorkbookContext, _ made: WorkbookParts) {
    self.context = context
    self.made = made
    // never so few columns that the tables below the first have no room
    let periods = max(context.trend.periods.count, 4)
    sheet = SheetBuilder(
      Self.name, widths: [5, 9, 38, 13] + Array(repeating: 12.5, count: periods + 1))
  }

  mutating func build() -> SheetModel {
    sheet.heading("BIỂU SỐ LIỆU XU HƯỚNG", form: "Phụ lục biểu đồ", of: context.report)
    sheet.line(nextSection("CHỈ TIÊU QUA CÁC KỲ"), SheetStyle(.section))
    let header = sheet.add(periodHeader(["TT", "Mã", "Chỉ tiêu", "ĐVT"], last: "So kỳ trước"))
    series.periods = range(header, Self.first...lastColumn)
    sheet.freeze(above: header + 1, leftOf: 3)
    sheet.repeatOnPages(header...header)
    for (index, indicator) in context.assessment.indicators.enumerated() {
      add(indicator, index + 1)
    }
    let last = sheet.nextRow - 1
    if last > header {
      sheet.name("Xu_huong", (header + 1)...last)
    } else {
      sheet.line(WorkbookWords.noIndicators, SheetStyle(.remark))
    }
    sheet.line(
      "Ô trống: kỳ đó chưa có số liệu, không phải bằng 0. Kỳ trước tính theo số liệu đang có hiệu lực"
        + " đến thời điểm tổng hợp, nên có thể khác báo cáo đã phát hành của kỳ đó.",
      SheetStyle(.remark))
    addAgainstPlan()
    addSubmissions()
    addTasks()
    sheet.foot(of: context.report)
    return sheet.build()
  }

  mutating func nextSection(_ title: String) -> String {
    sections += 1
    return WorkbookWords.section(sections, title)
  }

  func range(_ row: Int, _ columns: ClosedRange<Int>) -> SheetRange {
    SheetRange(row...row, columns, on: Self.name)
  }

  func periodHeader(_ titles: [String], last: String?) -> [SheetCell] {
    let periods = data.periods.map { $0.compactText.capitalisedFirst }
    return (titles + periods + [last].compactMap(\.self)).enumerated().map {
      SheetCell($0, .text($1), SheetStyle(.header, .centred))
    }
  }

  // MARK: an indicator

  /// The rows of one indicator; each of them holds one number for each period.
  private mutating func add(_ assessment: IndicatorAssessment, _ number: Int) {
    let row = IndicatorRow(assessment, number, context)
    let totals = data.ownTotals(of: assessment.indicator)
    let main = sheet.nextRow
    sheet.anchor(assessment.indicator.code, main)
    sheet.add()
    if row.isQuotient {
      addFigures(row, "Tử số", totals.map { $0?.tally.numerator }, 1)
      addFigures(row, "Mẫu số", totals.map { $0?.tally.denominator }, 2)
    }
    addCoverage(row, totals)
    let plans = totals.map { $0.flatMap { plan(row, $0) } }
    let hasPlan = plans.contains { $0?.value.number != nil }
    let planRow = sheet.nextRow
    if hasPlan {
      let cells = plans.enumerated().map { index, plan in
        current(index, WorkbookIndicators.Place.plan, row, plan ?? row.blank)
          .cell(Self.first + index)
      }
      sheet.add(lead(nil, row, "Kế hoạch", row.unit) + cells + [change(nil)], level: 1)
    }
    sheet.set(main, values(row, totals, main))
    if hasPlan { addShares(row, totals, plans, main: main, planRow: planRow) }
    sheet.keepTogether(main...(sheet.nextRow - 1))
  }

  /// Of how many units each total is, beside it: `10/12`.
  private mutating func addCoverage(_ row: IndicatorRow, _ totals: [IndicatorCell?]) {
    let cells = totals.enumerated().map { index, total -> SheetCell in
      let units = total.flatMap { cell in
        cell.expectedUnits.isEmpty ? nil : "\(cell.countedCount)/\(cell.expectedUnits.count)"
      }
      return SheetCell(
        Self.first + index, units.map { .text($0) } ?? .blank, SheetStyle(.body, .centred))
    }
    sheet.add(lead(nil, row, "Đơn vị có đủ số liệu", "đơn vị") + cells + [change(nil)], level: 1)
  }

  private func plan(_ row: IndicatorRow, _ cell: IndicatorCell) -> SheetCellContent? {
    guard let target = cell.target else { return nil }
    guard row.countsUnits else {
      let plan = row.format.target(target.comparison)
      // the words of a target are on "Biểu 01"; here they would make every column wide
      guard case .target(_, let number, _) = plan.content else { return plan }
      return SheetCellContent(value: plan.value, content: number)
    }
    guard let units = cell.tally.denominator, units > .zero else { return nil }
    return SheetCellContent(value: .figure(units), content: .number(decimals: 0))
  }

  private func values(
    _ row: IndicatorRow, _ totals: [IndicatorCell?], _ place: Int
  ) -> [SheetCell] {
    let shown = totals.map { $0.flatMap(row.shown) }
    let cells = shown.enumerated().map { index, value -> SheetCell in
      guard let value else { return row.blank.cell(Self.first + index, .total) }
      let column = Self.first + index
      let content = row.content(value, against: totals[index]?.target?.comparison)
      guard row.isQuotient else {
        return current(
          index, WorkbookIndicators.Place.cumulated, row,
          SheetCellContent(value: .number(value), content: content)
        ).cell(column, .total)
      }
      let quotient = SheetFormula.quotient(
        .cell(SheetRange(row: place + 1, column)), .cell(SheetRange(row: place + 2, column)))
      return SheetCell(column, .formula(quotient, result: value), SheetStyle(.total, content))
    }
    let name = row.indicator.shortName.capitalisedFirst
    return lead(row.standing.ordinal, row, name, row.unit, .total) + cells
      + [change(isLikeForLike(totals) ? difference(row, shown, place) : nil, .total)]
  }

  /// Whether the last two totals are of the same units: else the one less the other is no change.
  private func isLikeForLike(_ totals: [IndicatorCell?]) -> Bool {
    let last = totals.suffix(2)
    guard last.count == 2, let before = last.first ?? nil, let now = last.last ?? nil else {
      return false
    }
    return before.countedUnits == now.countedUnits
  }

  /// A figure of "Biểu 01" in the last column, which is the period of the workbook.
  private func current(
    _ index: Int, _ column: Int, _ row: IndicatorRow, _ content: SheetCellContent, below: Int = 0
  ) -> SheetCellContent {
    guard index == data.periods.count - 1, let result = content.value.number,
      let main = made.indicatorRows[row.indicator.code],
      made.indicators.cell(main + below, column)?.value.number == result
    else { return content }
    let there = SheetRange(row: main + below, column, on: WorkbookIndicators.name)
    return SheetCellContent(value: .formula(.cell(there), result: result), content: content.content)
  }

  private mutating func addFigures(
    _ row: IndicatorRow, _ title: String, _ figures: [FixedDecimal?], _ below: Int
  ) {
    let cells = figures.enumerated().map { index, figure in
      current(
        index, WorkbookIndicators.Place.cumulated, row,
        SheetCellContent(value: .figure(figure), content: row.format.figure(figure)), below: below
      ).cell(Self.first + index)
    }
    let unit = row.unitOfFigures(below == 1 ? .numerator : .denominator)
    sheet.add(lead(nil, row, title, unit) + cells + [change(nil)], level: 1)
  }

  /// What was reached of the plan's number in each period: the series of the second chart.
  private mutating func addShares(
    _ row: IndicatorRow, _ totals: [IndicatorCell?], _ plans: [SheetCellContent?], main: Int,
    planRow: Int
  ) {
    let place = sheet.nextRow
    var points = 0
    let cells = totals.enumerated().map { index, total -> SheetCell in
      let column = Self.first + index
      guard let part = row.part(total, of: plans[index]?.value.number) else {
        return row.blank.cell(column)
      }
      points += 1
      let formula = SheetFormula.quotient(
        .cell(SheetRange(row: main, column)), .cell(SheetRange(row: planRow, column)))
      return SheetCell(
        column, .formula(formula, result: part),
        SheetStyle(
          .body, .percent(decimals: HonestDigits.ofRate(part, wanted: 1, against: nil))))
    }
    sheet.add(lead(nil, row, "% kế hoạch", "%") + cells + [change(nil)], level: 1)
    guard points > 0 else { return }
    series.lines.append(
      WorkbookSeries.Line(
        name: row.indicator.code, values: range(place, Self.first...lastColumn), points: points))
  }

  private func lead(
    _ number: Int?, _ row: IndicatorRow, _ title: String, _ unit: String,
    _ role: SheetStyle.Role = .body
  ) -> [SheetCell] {
    [
      SheetCell(0, number.map { .count($0) } ?? .blank, SheetStyle(role, .count)),
      SheetCell(1, .text(row.indicator.code), SheetStyle(role, .centred)),
      SheetCell(2, .text(title), SheetStyle(role, .text, indent: number == nil ? 1 : 0)),
      SheetCell(3, .text(unit), SheetStyle(role, .centred)),
    ]
  }

  private func change(_ content: SheetCellContent?, _ role: SheetStyle.Role = .body) -> SheetCell {
    (content ?? SheetCellContent(value: .blank, content: .centred)).cell(changeColumn, role)
  }

  private func difference(
    _ row: IndicatorRow, _ values: [Ratio?], _ place: Int
  ) -> SheetCellContent? {
    guard values.count > 1, let now = values[values.count - 1],
      let before = values[values.count - 2],
      let difference = now.minus(before)
    else { return nil }
    let formula = SheetFormula.difference(
      .cell(SheetRange(row: place, lastColumn)), .cell(SheetRange(row: place, lastColumn - 1)))
    return row.difference(difference, by: formula)
  }
}
