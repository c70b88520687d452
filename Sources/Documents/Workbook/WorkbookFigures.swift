import Assessment
import PlanModel
import Workers

/// The sheet "Số liệu": every figure that some number of the workbook rests on, with its file and row.
struct WorkbookFigures {
  static let name = "Số liệu"

  enum Place {
    static let numerator = 6
    static let denominator = 7
  }

  private static let columns: [SheetBuilder.Column] = [
    .init("Mã chỉ tiêu", 9), .init("Chỉ tiêu", 27), .init("Mã đơn vị", 12), .init("Đơn vị", 36),
    .init("Kỳ", 10), .init("Đơn vị tính", 18), .init("Tử số", 10.5), .init("Mẫu số", 10.5),
    .init("Lần gửi", 6), .init("Tệp", 18), .init("Dòng", 6.5), .init("Ngày nhận", 16),
    .init("Ghi chú của đơn vị", 24),
  ]

  /// A row of the sheet, and what it holds.
  struct Entry {
    let row: Int
    let period: Period
    let numerator: FixedDecimal?
    let denominator: FixedDecimal?
  }

  /// Of each indicator, by code, the rows that were sent.
  private(set) var entries: [String: [Source: Entry]] = [:]
  private let context: WorkbookContext
  private let mostRows: Int
  private var sheet: SheetBuilder

  /// With more rows than `mostRows` only when the period alone has more.
  init(_ context: WorkbookContext, mostRows: Int = 100_000) {
    self.context = context
    self.mostRows = mostRows
    sheet = SheetBuilder(Self.name, widths: Self.columns.map(\.width))
  }

  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU SỐ LIỆU GỐC ĐÃ DÙNG", form: "Phụ lục số liệu", of: context.report)
    let heading = sheet.tableHeading(Self.columns)
    sheet.freeze(above: heading + 1, leftOf: 4)
    sheet.repeatOnPages(heading...heading)
    let reach = context.showsUnits ? addIndicators() : nil
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
    if let shown = reach?.text(context.period) {
      sheet.line(
        "Biểu này chỉ in số liệu của \(shown): số liệu cả giai đoạn có quá nhiều dòng. Số cộng từ các kỳ"
          + " trước đó ghi sẵn, không lập công thức; tệp và dòng gốc tra bằng lệnh tonghop-trace.",
        SheetStyle(.remark))
    }
    sheet.foot(of: context.report)
    return sheet.build()
  }

  // MARK: rows

  private mutating func addIndicators() -> WorkbookReach {
    let context = context
    let indicators = context.assessment.indicators
    let found = indicators.concurrentMap { Self.sources(of: $0, context) }
    let (reach, sources) = WorkbookReach.furthest { reach in
      found.concurrentMap { $0.sources(reach, context) }
    } fit: {
      $0.reduce(0) { $0 + $1.count } <= mostRows
    }
    let rows = Array(indicators.indices).concurrentMap { place in
      Self.rows(of: indicators[place].indicator, sources[place], context)
    }
    for (assessment, rows) in zip(indicators, rows) { add(rows, of: assessment.indicator) }
    return reach
  }

  private mutating func add(_ rows: [Shown], of indicator: Indicator) {
    var known: [Source: Entry] = [:]
    known.reserveCapacity(rows.count)
    for shown in rows {
      let row = sheet.add(shown.cells)
      sheet.anchor(Self.anchor(indicator, shown.unit), row)
      known[shown.reported.source] = Entry(
        row: row, period: shown.reported.period,
        numerator: shown.reported.content.numerator.value,
        denominator: shown.reported.content.denominator.value)
    }
    entries[indicator.code] = known
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
    guard let entries = entries[indicator.code] else { return nil }
    // a sum that begins before the sheet is none of its rows, also where those before add nothing
    if cell.window == .term, cell.tally.sources.contains(where: { entries[$0] == nil }) {
      return nil
    }
    let rows = cell.tally.sources.compactMap { entries[$0] }
      .filter { value($0, part) != nil }.sorted { $0.row < $1.row }
    let column = part == .numerator ? Place.numerator : Place.denominator
    if part == .denominator, let before = yearStart(of: cell, indicator) {
      // any row of the year may say the same number
      guard let entry = entries[before], entry.denominator == figure else { return nil }
      return .cell(SheetRange(row: entry.row, column, on: Self.name))
    }
    let kind = part == .numerator ? indicator.numeratorKind : indicator.denominatorKind
    let inYear = rows.filter { $0.period.year == context.period.year }
    let inPeriod = rows.filter { $0.period == context.period }
    let stocks = [rows.last, rows.first].compactMap { $0.map { [$0] } }
    let flows = [rows, inYear, inPeriod]
    let candidates = kind == .stock ? stocks + flows : flows + stocks
    guard let chosen = candidates.first(where: { total($0, part) == figure }) else { return nil }
    if chosen.count == 1, let row = chosen.first?.row {
      return .cell(SheetRange(row: row, column, on: Self.name))
    }
    return SheetFormula.sum(ofRows: chosen.map(\.row), column: column, on: Self.name)
  }

  /// The row of the year before in which the stock stands that a unit's year began with; nil when there is
  /// none, or another stock is under its flow.
  private func yearStart(of cell: IndicatorCell, _ indicator: Indicator) -> Source? {
    guard indicator.numeratorKind == .flow, indicator.denominatorKind == .stock,
      indicator.denominatorTime == .yearStart
    else { return nil }
    return context.input.figures.figures(indicator.code, of: cell.unit).last {
      $0.period.year == context.period.year - 1 && $0.content.denominator.value != nil
    }?.source
  }

  private func value(_ entry: Entry, _ part: Part) -> FixedDecimal? {
    part == .numerator ? entry.numerator : entry.denominator
  }

  /// Nil for no rows: what is missing is not zero.
  private func total(_ entries: [Entry], _ part: Part) -> FixedDecimal? {
    entries.isEmpty ? nil : entries.compactMap { value($0, part) }.reduce(.zero, +)
  }
}
