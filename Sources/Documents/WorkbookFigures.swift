import Assessment
import PlanModel

/// The sheet "Số liệu": every figure that some number of the workbook rests on, with its file and row.
struct WorkbookFigures {
  static let name = "Số liệu"

  enum Place {
    static let numerator = 6
    static let denominator = 7
  }

  /// More rows than this for the sake of earlier periods' totals alone would bury those of the period.
  private static let mostRowsWithTrend = 100_000

  private static let columns: [SheetBuilder.Column] = [
    .init("Mã chỉ tiêu", 9), .init("Chỉ tiêu", 27), .init("Mã đơn vị", 12), .init("Đơn vị", 36),
    .init("Kỳ", 10), .init("Đơn vị tính", 18), .init("Tử số", 10.5), .init("Mẫu số", 10.5),
    .init("Lần gửi", 6), .init("Tệp", 18), .init("Dòng", 6.5), .init("Ngày nhận", 16),
    .init("Ghi chú của đơn vị", 24),
  ]

  /// One row of a submission.
  struct Key: Hashable {
    let indicator: String
    let source: Source
  }

  /// A row of the sheet, and what it holds.
  struct Entry {
    let row: Int
    let period: Period
    let numerator: FixedDecimal?
    let denominator: FixedDecimal?
  }

  private(set) var entries: [Key: Entry] = [:]
  private let context: WorkbookContext
  private var sheet: SheetBuilder

  init(_ context: WorkbookContext) {
    self.context = context
    sheet = SheetBuilder(Self.name, widths: Self.columns.map(\.width))
  }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU SỐ LIỆU GỐC ĐÃ DÙNG", form: "Phụ lục số liệu", of: context.report)
    let heading = sheet.tableHeading(Self.columns)
    sheet.freeze(above: heading + 1, leftOf: 4)
    sheet.repeatOnPages(heading...heading)
    if context.showsUnits {
      for indicator in context.assessment.indicators { add(indicator) }
    }
    let last = sheet.nextRow - 1
    if !context.showsUnits {
      sheet.line(
        "Số dòng số liệu gốc quá lớn để in trong biểu: số của từng đơn vị ở tệp data/indicators.csv,"
          + " tệp và dòng gốc tra bằng lệnh tonghop-trace.", SheetStyle(.remark))
      sheet.foot(of: context.report)
      return sheet.build()
    }
    if last == heading {
      sheet.line("Kỳ này không có số liệu chỉ tiêu nào được dùng.", SheetStyle(.remark))
    } else {
      sheet.addTable("Bang_so_lieu", from: heading, to: last)
    }
    sheet.line(
      "Mỗi dòng là một dòng của biểu số 01 đã nhận và còn hiệu lực. Ô trống: đơn vị chưa có số liệu,"
        + " không phải bằng 0. Các biểu khác lấy số từ đây bằng công thức.",
      SheetStyle(.remark))
    sheet.foot(of: context.report)
    return sheet.build()
  }

  private mutating func add(_ assessment: IndicatorAssessment) {
    var used: Set<Source> = []
    for cell in assessment.cells where !cell.isTotal { used.formUnion(cell.tally.sources) }
    if let earlier = assessment.comparison?.cell { used.formUnion(earlier.tally.sources) }
    let earlier = context.trend.sources(of: assessment.indicator.code)
    if sheet.nextRow + used.count + earlier.count < Self.mostRowsWithTrend {
      used.formUnion(earlier)
    }
    let units = Set(used.compactMap { context.receipts[$0.receipt]?.unit })
    var seen: Set<String> = []
    for unit in context.registry.units.map(\.code)
    where units.contains(unit) && seen.insert(unit).inserted {
      for figure in context.input.figures.figures(assessment.indicator.code, of: unit)
      where used.contains(figure.source) {
        add(figure, of: unit, assessment.indicator)
      }
    }
  }

  private mutating func add(
    _ reported: Reported<Figure>, of unit: String, _ indicator: Indicator
  ) {
    guard let receipt = context.receipts[reported.source.receipt] else { return }
    let figure = reported.content
    let format = IndicatorFormat(indicator: indicator)
    let (body, centred) = (SheetStyle(.body), SheetStyle(.body, .centred))
    let (above, below) = (figure.numerator.value, figure.denominator.value)
    let isNotApplicable = figure.numerator == .notApplicable
    let row = sheet.add([
      SheetCell(0, .text(indicator.code), centred), SheetCell(1, .text(indicator.shortName), body),
      SheetCell(2, .text(unit), centred)
        .linked(to: SheetAnchor("\(indicator.code) \(unit)", on: WorkbookUnits.name)),
      SheetCell(3, .text(context.registry.name(unit)), body),
      SheetCell(4, .text(reported.period.description), centred),
      SheetCell(5, .text(indicator.unitOfMeasure), centred),
      SheetCell(Place.numerator, .figure(above), SheetStyle(.body, format.figure(above))),
      SheetCell(Place.denominator, .figure(below), SheetStyle(.body, format.figure(below))),
      SheetCell(8, .count(receipt.revision), SheetStyle(.body, .count)),
      SheetCell(9, .text(receipt.file), body),
      SheetCell(10, .count(reported.source.row), SheetStyle(.body, .count)),
      SheetCell(11, .moment(reported.receivedAt), SheetStyle(.body, .moment)),
      SheetCell(
        12, .text(WorkbookWords.note([isNotApplicable ? "không áp dụng" : "", figure.note])), body),
    ])
    sheet.anchor("\(indicator.code) \(unit)", row)
    entries[Key(indicator: indicator.code, source: reported.source)] = Entry(
      row: row, period: reported.period, numerator: above, denominator: below)
  }
}

// MARK: - figures of other sheets as sums of these

extension WorkbookFigures {
  /// Which of the two figures of a row.
  enum Part {
    case numerator, denominator
  }

  /// A unit's figure in a window as a formula over the rows it was made from; nil when none of the
  /// sums they allow gives exactly that figure, as after a reorganisation with declared shares.
  func formula(
    for figure: FixedDecimal, _ part: Part, of cell: IndicatorCell, _ indicator: Indicator
  ) -> SheetFormula? {
    let rows = cell.tally.sources
      .compactMap { entries[Key(indicator: indicator.code, source: $0)] }
      .filter { value($0, part) != nil }.sorted { $0.row < $1.row }
    let kind = part == .numerator ? indicator.numeratorKind : indicator.denominatorKind
    let inYear = rows.filter { $0.period.year == context.period.year }
    let inPeriod = rows.filter { $0.period == context.period }
    let stocks = [rows.last, rows.first].compactMap { $0.map { [$0] } }
    let flows = [rows, inYear, inPeriod]
    let candidates = kind == .stock ? stocks + flows : flows + stocks
    guard let chosen = candidates.first(where: { total($0, part) == figure }) else { return nil }
    let column = part == .numerator ? Place.numerator : Place.denominator
    if chosen.count == 1, let row = chosen.first?.row {
      return .cell(SheetRange(row: row, column, on: Self.name))
    }
    return SheetFormula.sum(ofRows: chosen.map(\.row), column: column, on: Self.name)
  }

  private func value(_ entry: Entry, _ part: Part) -> FixedDecimal? {
    part == .numerator ? entry.numerator : entry.denominator
  }

  /// Nil for no rows: what is missing is not zero.
  private func total(_ entries: [Entry], _ part: Part) -> FixedDecimal? {
    entries.isEmpty ? nil : entries.compactMap { value($0, part) }.reduce(.zero, +)
  }
}
