import Assessment
import PlanModel

/// The sheet "Tổng quan": what a member of the committee reads first, and maybe only.
struct WorkbookOverview {
  static let name = "Tổng quan"

  let context: WorkbookContext
  /// The sheet "Chỉ tiêu" and the main row of each indicator on it, by code.
  private let indicators: (sheet: SheetModel, rows: [String: Int])
  var sheet: SheetBuilder

  private static let widths: [Double] = [5, 8, 36] + Array(repeating: 10.5, count: 11)
  /// The first column of numbers.
  static let first = 3

  init(_ context: WorkbookContext, indicators: SheetModel, mainRows: [String: Int]) {
    self.context = context
    self.indicators = (indicators, mainRows)
    sheet = SheetBuilder(Self.name, widths: Self.widths)
  }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN KẾ HOẠCH", form: "Trình \(committee)", of: context.report)
    sheet.freeze(above: 3, leftOf: 0)
    sheet.repeatOnPages(2...2)
    addVerdicts()
    addIndicators()
    addAttention()
    addTasks()
    addSubmissions()
    sheet.foot(of: context.report)
    return sheet.build()
  }

  private var committee: String { context.input.office.organisation.committee }

  // MARK: sections

  private mutating func addVerdicts() {
    let order: [Verdict] = [
      .exceeded, .met, .onTrack, .inProgress, .behind, .notMet, .insufficient, .noData, .noVerdict,
    ]
    sheet.line("I- ĐÁNH GIÁ CHUNG VỀ CHỈ TIÊU", SheetStyle(.section))
    header(["Tổng số"] + order.map(WorkbookWords.verdict), label: "Nội dung")
    let verdicts = context.assessment.indicators.map { $0.total?.verdict ?? .noData }
    let row = sheet.nextRow
    let counts = order.map { verdict in verdicts.filter { $0 == verdict }.count }
    sheet.add(
      label("Số chỉ tiêu", .body)
        + [
          sum(Self.first, row, columns: Self.first + 1...Self.first + counts.count, verdicts.count)
        ]
        + counts.enumerated().map { number(Self.first + 1 + $0, $1) })
    sheet.add()
  }

  private mutating func addIndicators() {
    sheet.line("II- KẾT QUẢ THỰC HIỆN CHỈ TIÊU", SheetStyle(.section))
    let titles = [
      "TT", "Mã", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "So với kế hoạch", "Đánh giá",
      "", "Đơn vị đã tính", "Đơn vị phải báo cáo", "Bao phủ theo đơn vị", "Bao phủ theo đảng viên",
    ]
    sheet.add(
      titles.enumerated().filter { $0.offset != 8 }.map {
        SheetCell(
          $0.offset, .text($0.element), SheetStyle(.header, .centred),
          span: $0.offset == 7 ? 2 : 1)
      })
    for (index, indicator) in context.assessment.indicators.enumerated() {
      addIndicator(indicator, index + 1)
    }
    if context.assessment.indicators.isEmpty {
      sheet.line("Kế hoạch không đặt chỉ tiêu có số.", SheetStyle(.remark))
    }
    sheet.add()
  }

  private mutating func addIndicator(_ assessment: IndicatorAssessment, _ number: Int) {
    let indicator = assessment.indicator
    let row = sheet.nextRow
    let there = indicators.rows[indicator.code]
    func look(_ column: Int, at place: Int) -> SheetCell {
      guard let there, let cell = indicators.sheet.cell(there, place) else {
        return SheetCell(column, .blank, SheetStyle(.body, .centred))
      }
      guard let result = cell.value.number else {
        return SheetCell(column, cell.value, cell.style)
      }
      let range = SheetRange(row: there, place, on: WorkbookIndicators.name)
      return SheetCell(column, .formula(.cell(range), result: result), cell.style)
    }
    let total = assessment.total
    let verdict = total?.verdict ?? .noData
    let coverage: SheetValue =
      total.flatMap { cell in
        Ratio(
          FixedDecimal(Int128(cell.countedUnits.count)),
          over: FixedDecimal(Int128(cell.expectedUnits.count)))
      }.map {
        .formula(
          .quotient(.cell(SheetRange(row: row, 9)), .cell(SheetRange(row: row, 10))), result: $0)
      } ?? .blank
    let members = total.flatMap(memberCoverage)
    sheet.add([
      SheetCell(0, .count(number), SheetStyle(.body, .count)),
      SheetCell(1, .text(indicator.code), SheetStyle(.body, .centred)),
      SheetCell(
        2, .text(WorkbookWords.capitalised(indicator.name) + " (mục \(indicator.clause))"),
        SheetStyle(.body)),
      look(3, at: WorkbookIndicators.Place.unit), look(4, at: WorkbookIndicators.Place.plan),
      look(5, at: WorkbookIndicators.Place.value),
      look(6, at: WorkbookIndicators.Place.againstPlan),
      SheetCell(
        7, .text(WorkbookWords.verdict(verdict)),
        SheetStyle(.verdict(WorkbookWords.tone(verdict)), .centred), span: 2),
      look(9, at: WorkbookIndicators.Place.counted),
      look(10, at: WorkbookIndicators.Place.expected),
      SheetCell(11, coverage, SheetStyle(.body, percent(coverage.number))),
      SheetCell(
        12, members.map { .number($0) } ?? .blank, SheetStyle(.body, percent(members))),
    ])
  }

  /// The part of the members whose units are counted; nil where a unit's size is not known.
  private func memberCoverage(_ cell: IndicatorCell) -> Ratio? {
    let day = context.period.span.last
    let counted = Set(cell.countedUnits)
    var all = 0
    var inside = 0
    for unit in cell.expectedUnits {
      guard let members = context.registry.unit(unit, on: day)?.members else { return nil }
      all += members
      if counted.contains(unit) { inside += members }
    }
    return Ratio(FixedDecimal(Int128(inside)), over: FixedDecimal(Int128(all)))
  }

  private mutating func addAttention() {
    sheet.line("III- NỘI DUNG CẦN CHÚ Ý", SheetStyle(.section))
    let header = SheetStyle(.header, .centred)
    sheet.add([
      SheetCell(0, .text("TT"), header), SheetCell(1, .text("Nội dung"), header, span: 2),
      SheetCell(3, .text("Số lượng"), header), SheetCell(4, .text("Chi tiết"), header, span: 9),
    ])
    let points = WorkbookAttention(context).points()
    for (index, point) in points.enumerated() {
      sheet.add([
        SheetCell(0, .count(index + 1), SheetStyle(.body, .count)),
        SheetCell(1, .text(point.title), SheetStyle(.body), span: 2), number(3, point.count),
        SheetCell(4, .text(point.details), SheetStyle(.body), span: 9),
      ])
    }
    if points.isEmpty {
      sheet.line("Không có nội dung cần chú ý.", SheetStyle(.remark))
    }
    sheet.add()
  }

  // MARK: cells

  mutating func header(_ titles: [String], label: String) {
    let style = SheetStyle(.header, .centred)
    sheet.add(
      [SheetCell(0, .text(label), style, span: Self.first)]
        + titles.enumerated().map { SheetCell(Self.first + $0, .text($1), style) })
  }

  func label(_ text: String, _ role: SheetStyle.Role) -> [SheetCell] {
    [SheetCell(0, .text(text), SheetStyle(role), span: Self.first)]
  }

  func number(
    _ column: Int, _ count: Int, _ role: SheetStyle.Role = .body
  ) -> SheetCell {
    SheetCell(column, .count(count), SheetStyle(role, .count))
  }

  /// The sum of some columns of its own row.
  func sum(
    _ column: Int, _ row: Int, columns: ClosedRange<Int>, _ result: Int,
    _ role: SheetStyle.Role = .body
  ) -> SheetCell {
    SheetCell(
      column,
      .formula(.sum([SheetRange(row...row, columns)]), result: Ratio(FixedDecimal(Int128(result)))),
      SheetStyle(role, .count))
  }

  /// The sum of the rows above.
  func down(_ column: Int, _ rows: [Int], _ result: Int) -> SheetCell {
    let style = SheetStyle(.total, .count)
    guard let formula = SheetFormula.sum(ofRows: rows, column: column) else {
      return SheetCell(column, .count(result), style)
    }
    return SheetCell(
      column, .formula(formula, result: Ratio(FixedDecimal(Int128(result)))), style)
  }

  func percent(_ ratio: Ratio?) -> SheetStyle.Content {
    .percent(
      decimals: ratio.map { HonestDigits.ofRate($0, wanted: 1, against: nil) } ?? 1)
  }
}
