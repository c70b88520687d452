import Assessment
import PlanModel

/// The sheet "Biểu 01": of each indicator the total, held against the plan and an earlier time.
///
/// A rate stands on the rows of its two figures below it, so that it is a formula over cells in sight.
struct WorkbookIndicators {
  static let name = "Biểu 01"

  enum Place {
    static let name = 1
    static let unit = 2
    static let plan = 3
    static let period = 4
    static let cumulated = 5
    static let againstPlan = 6
    static let earlier = 7
    static let change = 8
    static let verdict = 9
    static let note = 10
  }

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5), .init("Chỉ tiêu", 42), .init("ĐVT", 10), .init("Kế hoạch", 11),
    .init("Thực hiện kỳ", 11), .init("Lũy kế", 11), .init("% kế hoạch", 11, "7(=6*100/4)"),
    .init("Cùng kỳ", 11), .init("So cùng kỳ", 11.5, "9(=6-8)"), .init("Đánh giá", 13),
    .init("Ghi chú", 38),
  ]

  let context: WorkbookContext
  let places: [WorkbookUnits.BlockKey: WorkbookUnits.Place]
  var sheet: SheetBuilder
  /// The row of each indicator, by code.
  private(set) var mainRows: [String: Int] = [:]
  /// The rows of the table.
  private(set) var rows: ClosedRange<Int>?

  init(_ context: WorkbookContext, _ places: [WorkbookUnits.BlockKey: WorkbookUnits.Place]) {
    self.context = context
    self.places = places
    sheet = SheetBuilder(Self.name, widths: Self.columns.map(\.width))
  }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU TỔNG HỢP CHỈ TIÊU", form: "Biểu tổng hợp số 01", of: context.report)
    let header = sheet.header(Self.columns)
    sheet.freeze(above: header + 2, leftOf: 2)
    sheet.repeatOnPages(header...(header + 1))
    for (index, indicator) in context.assessment.indicators.enumerated() {
      add(indicator, index + 1)
    }
    let last = sheet.nextRow - 1
    if last > header + 1 {
      let rows = (header + 2)...last
      self.rows = rows
      sheet.mark(rows, Place.verdict, words: WorkbookWords.verdictWords)
      sheet.name("Tong_hop_chi_tieu", rows)
      sheet.addFilter(from: header + 1, to: last)
      addRemark()
    } else {
      sheet.line(WorkbookWords.noIndicators, SheetStyle(.remark))
    }
    sheet.foot(of: context.report)
    return sheet.build()
  }

  private mutating func addRemark() {
    sheet.line(
      "Cột 4, 5, 6, 8 của tỉ lệ: lấy từ dòng tử số và mẫu số bên dưới, không lấy trung bình các đơn vị."
        + " Cột 6: số tại thời điểm thì bằng cột 5. Cột 8: chỉ tiêu tính tại thời điểm thì so với kỳ"
        + " liền trước, ghi ở cột 11. đ%: điểm phần trăm (hiệu của hai tỉ lệ). Ô trống: chưa có số"
        + " liệu, không phải bằng 0.",
      SheetStyle(.remark))
  }

  /// An indicator: its own row, and those of the figures its rate is made of.
  private mutating func add(_ assessment: IndicatorAssessment, _ number: Int) {
    let row = IndicatorRow(assessment, number, context)
    let main = sheet.nextRow
    mainRows[assessment.indicator.code] = main
    sheet.anchor(assessment.indicator.code, main)
    sheet.name(
      NamedRange.made("KQ", assessment.indicator.code), main...main,
      columns: Place.cumulated...Place.cumulated)
    sheet.add()
    if row.isQuotient {
      sheet.add(part(row, .numerator), level: 1)
      sheet.add(part(row, .denominator), level: 1)
      sheet.keepTogether(main...(main + 2))
    }
    sheet.set(main, cells(row, main))
  }

  // MARK: the indicator's own row

  private func cells(_ row: IndicatorRow, _ place: Int) -> [SheetCell] {
    let indicator = row.indicator
    let plan = row.plan
    return [
      SheetCell(0, .count(row.standing.ordinal), SheetStyle(.body, .count))
        .linked(to: SheetAnchor(indicator.code, on: WorkbookOverview.name), tip: "Về Tổng quan"),
      SheetCell(
        Place.name,
        .text(WorkbookWords.name(of: indicator)),
        SheetStyle(.body)),
      unit(row),
      plan.cell(Place.plan),
      value(row, row.inPeriod, Place.period, place).cell(Place.period),
      cumulated(row, place).cell(Place.cumulated).commented(row.making),
      againstPlan(row, plan.value, place).cell(Place.againstPlan),
      earlier(row, place).cell(Place.earlier),
      change(row, place).cell(Place.change),
      SheetCell(
        Place.verdict, .text(Wording.verdict(row.verdict)),
        SheetStyle(.verdict(WorkbookWords.tone(row.verdict)), .centred)
      ).commented(row.reasons),
      SheetCell(Place.note, .text(row.note), SheetStyle(.body)),
    ]
  }

  /// The unit of measure leads to the units that report, unless it is a text of several lines.
  private func unit(_ row: IndicatorRow) -> SheetCell {
    let cell = SheetCell(Place.unit, .text(row.unit), SheetStyle(.body, .centred))
    guard row.unit.count <= 10 else { return cell }
    return cell.linked(
      to: SheetAnchor(row.indicator.code, on: WorkbookUnits.name), tip: "Xem từng đơn vị")
  }

  /// The value in a column: the quotient of the two cells below it, or a figure of "Biểu 02".
  private func value(
    _ row: IndicatorRow, _ cell: IndicatorCell?, _ column: Int, _ place: Int
  ) -> SheetCellContent {
    guard let cell, let value = row.shown(cell) else { return row.blank }
    let content = row.content(value, against: cell.target?.comparison)
    if row.isQuotient {
      return SheetCellContent(
        value: .formula(.quotient(below(place, 1, column), below(place, 2, column)), result: value),
        content: content)
    }
    return SheetCellContent(
      value: figure(cell.tally.numerator, .numerator, cell.window, row), content: content)
  }

  /// What the target speaks of: up to now in its time; a stock stands as it stood in the period.
  private func cumulated(_ row: IndicatorRow, _ place: Int) -> SheetCellContent {
    guard row.isStock, let total = row.total, let value = row.shown(total) else {
      return value(row, row.total, Place.cumulated, place)
    }
    return SheetCellContent(
      value: .formula(.cell(SheetRange(row: place, Place.period)), result: value),
      content: row.content(value, against: total.target?.comparison))
  }

  /// What is reached as a part of the plan's number.
  private func againstPlan(
    _ row: IndicatorRow, _ plan: SheetValue, _ place: Int
  ) -> SheetCellContent {
    guard let part = row.part(row.total, of: plan.number) else { return row.blank }
    let formula = SheetFormula.quotient(
      .cell(SheetRange(row: place, Place.cumulated)), .cell(SheetRange(row: place, Place.plan)))
    return SheetCellContent(
      value: .formula(formula, result: part),
      content: .percent(decimals: HonestDigits.ofRate(part, wanted: 1, against: nil)))
  }

  private func earlier(_ row: IndicatorRow, _ place: Int) -> SheetCellContent {
    guard let value = row.earlier.flatMap(row.shown) else { return row.blank }
    let isQuotient = row.isQuotient && row.earlier?.tally.denominator != nil
    return SheetCellContent(
      value: isQuotient
        ? .formula(
          .quotient(below(place, 1, Place.earlier), below(place, 2, Place.earlier)), result: value)
        : .number(value),
      content: row.content(value, against: row.earlier?.target?.comparison))
  }

  /// A rate less the earlier one, in points; a number less the earlier one.
  private func change(_ row: IndicatorRow, _ place: Int) -> SheetCellContent {
    guard let value = row.total.flatMap(row.shown), let before = row.earlier.flatMap(row.shown),
      let difference = value.minus(before), row.isLikeForLike
    else { return row.blank }
    let formula = SheetFormula.difference(
      .cell(SheetRange(row: place, Place.cumulated)), .cell(SheetRange(row: place, Place.earlier)))
    return row.difference(difference, by: formula) ?? row.blank
  }

  private func below(_ row: Int, _ steps: Int, _ column: Int) -> SheetFormula {
    .cell(SheetRange(row: row + steps, column))
  }
}
