import Assessment
import PlanModel

/// The sheet "Chỉ tiêu": of each indicator the total, held against the plan and an earlier time.
struct WorkbookIndicators {
  static let name = "Chỉ tiêu"

  enum Place {
    static let unit = 4
    static let plan = 5
    static let numerator = 6
    static let denominator = 7
    static let value = 8
    static let againstPlan = 9
    static let earlier = 10
    static let change = 11
    static let verdict = 12
    static let counted = 13
    static let expected = 14
    static let note = 15
  }

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 4.5), .init("Mã", 7), .init("Chỉ tiêu", 34), .init("Thời kỳ", 12),
    .init("Đơn vị tính", 9), .init("Kế hoạch", 9.5), .init("Tử số", 8.5), .init("Mẫu số", 8.5),
    .init("Thực hiện", 9.5, "9 (=7/8)"), .init("So với kế hoạch", 10, "10 (=9-6)"),
    .init("Kỳ so sánh", 9.5), .init("Tăng, giảm", 10, "12 (=9-11)"), .init("Đánh giá", 12),
    .init("Đơn vị đã tính", 7.5), .init("Đơn vị phải báo cáo", 7.5), .init("Ghi chú", 34),
  ]

  private let context: WorkbookContext
  private let places: [WorkbookUnits.BlockKey: WorkbookUnits.Place]
  private var sheet: SheetBuilder
  /// The row of each indicator's main window, by code.
  private(set) var mainRows: [String: Int] = [:]

  init(_ context: WorkbookContext, _ places: [WorkbookUnits.BlockKey: WorkbookUnits.Place]) {
    self.context = context
    self.places = places
    sheet = SheetBuilder(Self.name, widths: Self.columns.map(\.width))
  }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU TỔNG HỢP CHỈ TIÊU", form: "Biểu tổng hợp số 01", of: context.report)
    let header = sheet.header(Self.columns)
    sheet.freeze(above: header + 2, leftOf: 3)
    sheet.repeatOnPages(header...(header + 1))
    for (index, indicator) in context.assessment.indicators.enumerated() {
      let byWindow = Dictionary(
        indicator.cells.prefix { $0.unit == indicator.root }.map { ($0.window, $0) },
        uniquingKeysWith: { first, _ in first })
      for window in context.windows(of: indicator) {
        guard let cell = byWindow[window] else { continue }
        addRow(indicator, cell, index + 1)
      }
    }
    if context.assessment.indicators.isEmpty {
      sheet.line("Kế hoạch không đặt chỉ tiêu có số.", SheetStyle(.remark))
    }
    sheet.addFilter(from: header + 1, to: sheet.nextRow - 1)
    sheet.line(
      "đ%: điểm phần trăm (hiệu của hai tỉ lệ). So với kế hoạch: tỉ lệ thì lấy hiệu, số lượng thì lấy"
        + " phần trăm của mức kế hoạch. Ô trống: chưa có số liệu, không phải bằng 0.",
      SheetStyle(.remark))
    sheet.foot(of: context.report)
    return sheet.build()
  }

  // MARK: rows

  /// One row under way.
  private struct Row {
    let assessment: IndicatorAssessment
    let cell: IndicatorCell
    let format: IndicatorFormat
    let place: WorkbookUnits.Place?
    let number: Int

    var indicator: Indicator { assessment.indicator }
    var isMain: Bool { cell.window == assessment.mainWindow }
    /// Whether the value counts units that meet an obligation: then the plan is the units that owe it.
    var countsUnits: Bool { cell.isTotal && indicator.combination == .unitsMeeting }
    var earlier: IndicatorCell? { isMain ? assessment.comparison?.cell : nil }

    func shown(_ cell: IndicatorCell) -> Ratio? {
      countsUnits ? cell.tally.numerator.map { Ratio($0) } : cell.value
    }
  }

  private mutating func addRow(
    _ assessment: IndicatorAssessment, _ cell: IndicatorCell, _ number: Int
  ) {
    let indicator = assessment.indicator
    let row = Row(
      assessment: assessment, cell: cell, format: IndicatorFormat(indicator: indicator),
      place: places[.init(indicator: indicator.code, window: cell.window)], number: number)
    let place = sheet.nextRow
    if row.isMain { mainRows[indicator.code] = place }
    let plan = plan(row)
    sheet.add(
      lead(row) + [
        plan.cell(Place.plan),
        figure(cell.tally.numerator, row.place?.numerator, WorkbookUnits.numeratorColumn, row)
          .cell(Place.numerator),
        figure(cell.tally.denominator, row.place?.denominator, WorkbookUnits.denominatorColumn, row)
          .cell(Place.denominator),
        value(row, place).cell(Place.value),
        againstPlan(row, plan.value, place).cell(Place.againstPlan),
        SheetCellContent(
          value: row.earlier.flatMap(row.shown).map { .number($0) } ?? .blank,
          content: content(row.earlier.flatMap(row.shown), against: nil, row)
        ).cell(Place.earlier),
        change(row, place).cell(Place.change),
        verdict(row),
        SheetCell(
          Place.counted, .count(cell.countedUnits.count), SheetStyle(.body, .count)),
        SheetCell(
          Place.expected, .count(cell.expectedUnits.count), SheetStyle(.body, .count)),
        SheetCell(Place.note, .text(note(row)), SheetStyle(.body)),
      ])
  }

  private func lead(_ row: Row) -> [SheetCell] {
    let indicator = row.indicator
    let name = WorkbookWords.capitalised(indicator.name) + " (mục \(indicator.clause))"
    let window = WorkbookWords.window(row.cell.window, of: context.period, plan: context.input.plan)
    let unit = row.format.isRate ? "%" : row.countsUnits ? "đơn vị" : indicator.unitOfMeasure
    return [
      SheetCell(
        0, row.isMain ? .count(row.number) : .blank, SheetStyle(.body, .count)),
      SheetCell(1, .text(indicator.code), SheetStyle(.body, .centred)),
      SheetCell(
        2, .text(row.isMain ? name : indicator.shortName),
        SheetStyle(.body, .text, indent: row.isMain ? 0 : 1)),
      SheetCell(3, .text(WorkbookWords.capitalised(window)), SheetStyle(.body, .centred)),
      SheetCell(4, .text(unit), SheetStyle(.body, .centred)),
    ]
  }

  /// The number of the plan: the target's own, or the units that owe what each of them owes.
  private func plan(_ row: Row) -> SheetCellContent {
    guard let target = row.cell.target else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    guard row.countsUnits else { return row.format.target(target.comparison) }
    return SheetCellContent(
      value: .figure(row.cell.tally.denominator), content: .number(decimals: 0))
  }

  /// A total: the same sum over the cells of the sheet by units, or a look at the total there.
  private func figure(
    _ figure: FixedDecimal?, _ there: SheetValue?, _ column: Int, _ row: Row
  ) -> SheetCellContent {
    let content = row.format.figure(figure)
    guard let figure, let there, let place = row.place else {
      return SheetCellContent(value: .figure(figure), content: content)
    }
    let value: SheetValue =
      switch there {
      case .formula(.sum(let ranges), let result):
        .formula(.sum(ranges.map { $0.on(WorkbookUnits.name) }), result: result)
      case .formula(_, let result), .number(let result):
        .formula(
          .cell(SheetRange(row: place.row, column, on: WorkbookUnits.name)), result: result)
      default: .figure(figure)
      }
    return SheetCellContent(value: value, content: content)
  }

  private func content(
    _ value: Ratio?, against target: Target.Comparison?, _ row: Row
  ) -> SheetStyle.Content {
    row.countsUnits
      ? .number(decimals: 0)
      : row.format.value(value, against: target, isShare: row.format.isRate)
  }

  private func value(_ row: Row, _ place: Int) -> SheetCellContent {
    let content = content(row.cell.value, against: row.cell.target?.comparison, row)
    guard let value = row.shown(row.cell) else {
      return SheetCellContent(value: .blank, content: content)
    }
    let numerator = SheetFormula.cell(SheetRange(row: place, Place.numerator))
    let denominator = SheetFormula.cell(SheetRange(row: place, Place.denominator))
    let isQuotient = row.cell.tally.denominator != nil && !row.countsUnits
    return SheetCellContent(
      value: .formula(isQuotient ? .quotient(numerator, denominator) : numerator, result: value),
      content: content)
  }

  /// A rate less the target's, in points; a number as a part of the plan's.
  private func againstPlan(_ row: Row, _ plan: SheetValue, _ place: Int) -> SheetCellContent {
    guard let value = row.shown(row.cell), let planned = plan.number else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    let shown = SheetFormula.cell(SheetRange(row: place, Place.value))
    let target = SheetFormula.cell(SheetRange(row: place, Place.plan))
    if row.format.isRate { return points(value, planned, shown, target) }
    guard let part = value.divided(by: planned) else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    return SheetCellContent(
      value: .formula(.quotient(shown, target), result: part),
      content: .percent(decimals: HonestDigits.ofRate(part, wanted: 1, against: nil)))
  }

  private func change(_ row: Row, _ place: Int) -> SheetCellContent {
    guard let value = row.shown(row.cell), let before = row.earlier.flatMap(row.shown) else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    let shown = SheetFormula.cell(SheetRange(row: place, Place.value))
    let earlier = SheetFormula.cell(SheetRange(row: place, Place.earlier))
    if row.format.isRate { return points(value, before, shown, earlier) }
    guard let difference = value.minus(before) else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    let wanted = row.countsUnits ? 0 : row.indicator.decimals
    return SheetCellContent(
      value: .formula(.difference(shown, earlier), result: difference),
      content: .change(
        decimals: HonestDigits.ofNumber(difference, wanted: wanted, against: nil)))
  }

  /// The difference of two rates in percentage points.
  private func points(
    _ left: Ratio, _ right: Ratio, _ leftCell: SheetFormula, _ rightCell: SheetFormula
  ) -> SheetCellContent {
    let hundred = FixedDecimal(100)
    guard let points = left.minus(right)?.times(hundred) else {
      return SheetCellContent(value: .blank, content: .centred)
    }
    return SheetCellContent(
      value: .formula(
        .product(.difference(leftCell, rightCell), .constant(hundred)), result: points),
      content: .points(decimals: HonestDigits.ofPoints(points, wanted: 1)))
  }

  private func verdict(_ row: Row) -> SheetCell {
    guard row.isMain || row.cell.target != nil else {
      return SheetCell(Place.verdict, .blank, SheetStyle(.body, .centred))
    }
    let verdict = row.cell.verdict
    return SheetCell(
      Place.verdict, .text(WorkbookWords.verdict(verdict)),
      SheetStyle(.verdict(WorkbookWords.tone(verdict)), .centred))
  }

  // MARK: notes

  private func note(_ row: Row) -> String {
    let cell = row.cell
    var parts: [String] = []
    if row.indicator.numeratorKind == .stock, let latest = cell.tally.latestPeriod,
      latest < context.period
    {
      parts.append("dùng số liệu \(WorkbookWords.short(latest))")
    }
    parts += shortfall(row)
    if row.isMain {
      let missing = cell.missingUnits
      if !missing.isEmpty {
        let names = missing.map(context.nameWithState)
        let what =
          row.indicator.numeratorKind == .flow ? " chưa đủ số liệu các kỳ" : " chưa có số liệu"
        parts.append(
          "\(missing.count) đơn vị\(what): \(WorkbookWords.list(names, most: 5))")
      }
      if cell.verdict == .insufficient {
        let bounds = BoundsWording(indicator: row.indicator, cell: cell).clause
        if let bounds {
          parts += ["số liệu còn thiếu có thể làm thay đổi đánh giá", bounds]
        }
      }
      if let change = ChangeWording(indicator: row.indicator, cell: cell).clause {
        parts.append(change)
      }
      if let comparison = row.assessment.comparison {
        parts.append("kỳ so sánh: \(WorkbookWords.short(comparison.period))")
      }
    }
    return WorkbookWords.note(parts)
  }

  /// What is still to be done, as a number of cases and not only as a rate.
  private func shortfall(_ row: Row) -> [String] {
    guard let pace = row.cell.pace, let numerator = row.cell.tally.numerator else { return [] }
    let unit = row.countsUnits ? "đơn vị" : row.indicator.unitOfMeasure
    var parts: [String] = []
    if numerator < pace.needed {
      parts.append(
        "cần \(WorkbookWords.number(pace.needed)) \(unit), còn"
          + " \(WorkbookWords.number(pace.needed - numerator))")
    }
    if pace.neededByNow != pace.needed, numerator < pace.neededByNow {
      parts.append(
        "theo tiến độ phải có \(WorkbookWords.number(pace.neededByNow)), chậm"
          + " \(WorkbookWords.number(pace.neededByNow - numerator))")
    }
    return parts
  }
}
