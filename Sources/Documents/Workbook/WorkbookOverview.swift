import Assessment
import PlanModel

/// The sheet "Tổng quan": what a member of the committee reads first, and maybe only.
struct WorkbookOverview {
  static let name = "Tổng quan"

  let context: WorkbookContext
  let parts: WorkbookParts
  let series: WorkbookSeries
  var sheet: SheetBuilder
  private var sections = 0

  private typealias Place = WorkbookIndicators.Place

  private static let widths: [Double] = [5, 8, 40] + Array(repeating: 11, count: 11)
  /// The first column of numbers.
  static let first = 3

  init(_ context: WorkbookContext, _ parts: WorkbookParts, _ series: WorkbookSeries) {
    self.context = context
    self.parts = parts
    self.series = series
    sheet = SheetBuilder(Self.name, widths: Self.widths)
  }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN KẾ HOẠCH", form: "Trình \(committee)", of: context.report)
    sheet.anchor(SheetBuilder.top, 0)
    sheet.freeze(above: 3, leftOf: 0)
    sheet.repeatOnPages(2...2)
    addVerdicts()
    addIndicators()
    addCharts()
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
    section("ĐÁNH GIÁ CHUNG VỀ CHỈ TIÊU")
    guard !context.assessment.indicators.isEmpty else {
      sheet.line(WorkbookWords.noIndicators, SheetStyle(.remark))
      sheet.add()
      return
    }
    header(["Tổng số"] + order.map(Wording.verdict), label: "Nội dung")
    let verdicts = context.assessment.indicators.map(\.verdict)
    let row = sheet.nextRow
    let cells = order.enumerated().map { index, verdict in
      let count = verdicts.count { $0 == verdict }
      return SheetCell(
        Self.first + 1 + index, verdictCount(verdict, count), SheetStyle(.body, .count))
    }
    sheet.add(
      label("Số chỉ tiêu", .body)
        + [sum(Self.first, row, columns: Self.first + 1...Self.first + order.count, verdicts.count)]
        + cells)
    sheet.add()
  }

  /// The indicators of a verdict, counted on "Biểu 01".
  private func verdictCount(_ verdict: Verdict, _ count: Int) -> SheetValue {
    guard let rows = parts.indicatorTable else { return .count(count) }
    let column = Place.verdict
    let range = SheetRange(rows, column...column, on: WorkbookIndicators.name)
    return .counted(.countWords([.init(range, Wording.verdict(verdict))]), count)
  }

  private mutating func addIndicators() {
    guard !context.assessment.indicators.isEmpty else { return }
    sheet.keepTogether(sheet.nextRow...(sheet.nextRow + 2))
    section("KẾT QUẢ THỰC HIỆN CHỈ TIÊU")
    let titles = [
      "TT", "Mã", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Lũy kế", "% kế hoạch", "So cùng kỳ",
      "Đánh giá", "", "Đơn vị đã tính", "Đơn vị phải báo cáo", "Bao phủ theo đơn vị",
      "Bao phủ theo \(context.input.office.organisation.membersNoun)",
    ]
    sheet.add(
      titles.enumerated().filter { $0.offset != 9 }.map {
        SheetCell(
          $0.offset, .text($0.element), SheetStyle(.header, .centred),
          span: $0.offset == 8 ? 2 : 1)
      })
    for (index, indicator) in context.assessment.indicators.enumerated() {
      addIndicator(indicator, index + 1)
    }
    sheet.line(
      "So cùng kỳ: chỉ tiêu tính tại thời điểm thì so với kỳ liền trước, ghi ở cột 11 của Biểu 01.",
      SheetStyle(.remark))
    sheet.add()
  }

  private mutating func addIndicator(_ assessment: IndicatorAssessment, _ number: Int) {
    let indicator = assessment.indicator
    let row = sheet.nextRow
    sheet.anchor(indicator.code, row)
    let total = assessment.total
    let verdict = assessment.verdict
    let coverage: SheetValue =
      total.flatMap { cell in
        Ratio(
          FixedDecimal(cell.countedCount),
          over: FixedDecimal(cell.expectedUnits.count))
      }.map {
        .formula(
          .quotient(.cell(SheetRange(row: row, 10)), .cell(SheetRange(row: row, 11))), result: $0)
      } ?? .blank
    let members = total?.members.flatMap {
      Ratio(FixedDecimal($0.counted), over: FixedDecimal($0.expected))
    }
    sheet.add([
      SheetCell(0, .count(number), SheetStyle(.body, .count)),
      // short texts carry the links: some readers do not wrap a text that is one
      SheetCell(1, .text(indicator.code), SheetStyle(.body, .centred))
        .linked(to: SheetAnchor(indicator.code, on: WorkbookIndicators.name), tip: "Xem Biểu 01"),
      SheetCell(2, .text(name(of: indicator) + time(of: assessment)), SheetStyle(.body)),
      look(3, at: Place.unit, of: indicator), look(4, at: Place.plan, of: indicator),
      look(5, at: Place.cumulated, of: indicator), look(6, at: Place.againstPlan, of: indicator),
      look(7, at: Place.change, of: indicator),
      SheetCell(
        8, .text(Wording.verdict(verdict)),
        SheetStyle(.verdict(WorkbookWords.tone(verdict)), .centred), span: 2),
      SheetCell(10, .count(total?.countedCount ?? 0), SheetStyle(.body, .count)),
      SheetCell(11, .count(total?.expectedUnits.count ?? 0), SheetStyle(.body, .count)),
      SheetCell(12, coverage, SheetStyle(.body, percent(coverage.number)))
        .commented("Bao phủ: số đơn vị có đủ số liệu chia số đơn vị phải báo cáo."),
      SheetCell(
        13, members.map { .number($0) } ?? .blank, SheetStyle(.body, percent(members))),
    ])
  }

  /// What stands of an indicator in a column of "Biểu 01".
  private func look(_ column: Int, at place: Int, of indicator: Indicator) -> SheetCell {
    guard let there = parts.indicatorRows[indicator.code],
      let cell = parts.indicators.cell(there, place)
    else { return SheetCell(column, .blank, SheetStyle(.body, .centred)) }
    guard let result = cell.value.number else { return SheetCell(column, cell.value, cell.style) }
    let range = SheetRange(row: there, place, on: WorkbookIndicators.name)
    return SheetCell(column, .formula(.cell(range), result: result), cell.style)
  }

  /// Above so many indicators only short names leave them all on one page.
  private static let mostFullNames = 8

  private func name(of indicator: Indicator) -> String {
    context.assessment.indicators.count > Self.mostFullNames
      ? indicator.shortName.capitalisedFirst : WorkbookWords.name(of: indicator)
  }

  /// When a figure is from that is carried on: ` (năm 2023)`; nothing of every other.
  private func time(of assessment: IndicatorAssessment) -> String {
    let indicator = assessment.indicator
    let earlier = assessment.total?.tally.carriedFrom(into: context.period, of: indicator)
    return earlier.map { " (\($0.text(of: indicator)))" } ?? ""
  }

  private mutating func addAttention() {
    let start = sheet.nextRow
    section("NỘI DUNG CẦN CHÚ Ý")
    let header = SheetStyle(.header, .centred)
    sheet.add([
      SheetCell(0, .text("TT"), header), SheetCell(1, .text("Nội dung"), header, span: 2),
      SheetCell(3, .text("Số lượng"), header), SheetCell(4, .text("Chi tiết"), header, span: 10),
    ])
    let points = WorkbookAttention(context).points()
    for (index, point) in points.enumerated() {
      sheet.add([
        SheetCell(0, .count(index + 1), SheetStyle(.body, .count)),
        SheetCell(1, .text(point.title), SheetStyle(.body), span: 2)
          .linked(to: point.anchor, tip: "Xem dòng đầu tiên"),
        number(3, point.count),
        SheetCell(4, .text(point.details), SheetStyle(.body), span: 10),
      ])
    }
    if points.isEmpty {
      sheet.line("Không có nội dung cần chú ý.", SheetStyle(.remark))
    }
    sheet.keepTogether(start...(sheet.nextRow - 1))
    sheet.add()
  }

  // MARK: cells

  /// The title of the next section, with its Roman number.
  mutating func section(_ title: String) {
    sections += 1
    sheet.line(WorkbookWords.section(sections, title), SheetStyle(.section))
  }

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
      .formula(.sum([SheetRange(row...row, columns)]), result: Ratio(FixedDecimal(result))),
      SheetStyle(role, .count))
  }

  /// The sum of the rows above.
  func down(_ column: Int, _ rows: [Int], _ result: Int) -> SheetCell {
    let style = SheetStyle(.total, .count)
    guard let formula = SheetFormula.sum(ofRows: rows, column: column) else {
      return SheetCell(column, .count(result), style)
    }
    return SheetCell(
      column, .formula(formula, result: Ratio(FixedDecimal(result))), style)
  }

  func percent(_ ratio: Ratio?) -> SheetStyle.Content {
    .percent(
      decimals: ratio.map { HonestDigits.ofRate($0, wanted: 1, against: nil) } ?? 1)
  }
}
