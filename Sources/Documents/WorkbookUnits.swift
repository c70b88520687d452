import Assessment
import PlanModel

/// The sheet "Chỉ tiêu theo đơn vị": of each indicator, every unit and every sum over units.
struct WorkbookUnits {
  static let name = "Chỉ tiêu theo đơn vị"
  static let numeratorColumn = 5
  static let denominatorColumn = 6

  /// One table of the sheet.
  struct BlockKey: Hashable {
    let indicator: String
    let window: Window
  }

  /// Where the total of a block stands, and what is in its cells.
  struct Place {
    let row: Int
    var numerator = SheetValue.blank
    var denominator = SheetValue.blank
  }

  private(set) var places: [BlockKey: Place] = [:]
  private let context: WorkbookContext
  private var sheet: SheetBuilder

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5), .init("Mã chỉ tiêu", 7.5), .init("Thời kỳ", 12.5), .init("Mã đơn vị", 11),
    .init("Đơn vị", 34), .init("Tử số", 10.5), .init("Mẫu số", 10.5),
    .init("Giá trị", 10, "8 (=6/7)"), .init("Mục tiêu", 11), .init("Đánh giá", 13),
    .init("Nguồn số liệu (tệp, dòng)", 27.5), .init("Ghi chú", 28),
  ]

  init(_ context: WorkbookContext) {
    self.context = context
    sheet = SheetBuilder(Self.name, widths: Self.columns.map(\.width))
  }

  /// Builds the sheet; afterwards `places` says where the totals are.
  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU CHI TIẾT CHỈ TIÊU THEO ĐƠN VỊ", form: "Biểu tổng hợp số 02", of: context.report)
    let header = sheet.header(Self.columns)
    sheet.freeze(above: header + 2, leftOf: 5)
    sheet.repeatOnPages(header...header)
    for indicator in context.assessment.indicators {
      let byWindow = Dictionary(grouping: indicator.cells, by: \.window)
      let main = indicator.mainWindow
      addBlock(indicator, main, byWindow[main] ?? [])
      if main != .period, let cells = byWindow[.period] { addBlock(indicator, .period, cells) }
    }
    if context.assessment.indicators.isEmpty {
      sheet.line("Kế hoạch không đặt chỉ tiêu có số.", SheetStyle(.remark))
    }
    sheet.addFilter(from: header + 1, to: sheet.nextRow - 1)
    sheet.foot(of: context.report)
    return sheet.build()
  }

  // MARK: blocks

  /// A block under construction.
  private struct Block {
    let indicator: Indicator
    let format: IndicatorFormat
    let window: Window
    let windowName: String
    let cells: [String: IndicatorCell]
    let children: [String: [String]]
    var number = 0
  }

  private mutating func addBlock(
    _ assessment: IndicatorAssessment, _ window: Window, _ cells: [IndicatorCell]
  ) {
    let indicator = assessment.indicator
    let byUnit = Dictionary(cells.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [String: [String]] = [:]
    var tops: [String] = []
    let end = context.period.span.last
    for cell in cells {
      let above = context.registry.lineage(of: cell.unit, on: end).dropFirst()
      if let parent = above.first(where: { byUnit[$0] != nil }) {
        children[parent, default: []].append(cell.unit)
      } else {
        tops.append(cell.unit)
      }
    }
    var block = Block(
      indicator: indicator, format: IndicatorFormat(indicator: indicator), window: window,
      windowName: WorkbookWords.capitalised(
        WorkbookWords.window(window, of: context.period, plan: context.input.plan)),
      cells: byUnit, children: children)
    sheet.line(Self.title(of: indicator, block.windowName), SheetStyle(.group))
    for top in tops {
      let row = addUnit(top, depth: 0, &block)
      if top == assessment.root {
        places[BlockKey(indicator: indicator.code, window: window)] = row
      }
    }
    if tops.isEmpty
      || (tops == [assessment.root] && children.isEmpty && byUnit[tops[0]]?.isTotal == true)
    {
      sheet.line("Không có đơn vị phải báo cáo chỉ tiêu này.", SheetStyle(.remark))
    }
  }

  private static func title(of indicator: Indicator, _ window: String) -> String {
    let denominator = indicator.denominator.map { "; mẫu số: \($0)" } ?? ""
    return "\(indicator.code) - \(WorkbookWords.capitalised(indicator.name)) (mục"
      + " \(indicator.clause)) - \(window)\nTử số: \(indicator.numerator)\(denominator)"
  }

  /// Adds a unit and, below it, the units it is the total of.
  @discardableResult
  private mutating func addUnit(_ code: String, depth: Int, _ block: inout Block) -> Place {
    let row = sheet.add(level: depth)
    var parts: [(cell: IndicatorCell?, row: Int)] = []
    for child in block.children[code] ?? [] {
      parts.append((block.cells[child], addUnit(child, depth: depth + 1, &block).row))
    }
    guard let cell = block.cells[code] else { return Place(row: row) }
    if !cell.isTotal { block.number += 1 }
    let role: SheetStyle.Role = cell.isTotal ? .total : .body
    let numerator = Self.figure(
      cell.tally.numerator, cell, block.indicator, Self.numeratorColumn,
      parts.map { ($0.row, $0.cell?.tally.numerator) })
    let denominator = Self.figure(
      cell.tally.denominator, cell, block.indicator, Self.denominatorColumn,
      parts.map { ($0.row, $0.cell?.tally.denominator) })
    let isRoot = code == context.registry.root
    let name = isRoot && cell.isTotal ? "TỔNG SỐ" : context.registry.name(code)
    let style = { (content: SheetStyle.Content) in SheetStyle(role, content) }
    sheet.set(
      row,
      [
        SheetCell(0, cell.isTotal ? .blank : .count(block.number), style(.count)),
        SheetCell(1, .text(block.indicator.code), style(.centred)),
        SheetCell(2, .text(block.windowName), style(.centred)),
        SheetCell(3, .text(code), style(.centred)),
        SheetCell(4, .text(name), SheetStyle(role, .text, indent: depth)),
        SheetCell(
          Self.numeratorColumn, numerator, style(block.format.figure(cell.tally.numerator))),
        SheetCell(
          Self.denominatorColumn, denominator, style(block.format.figure(cell.tally.denominator))),
        SheetCell(
          7, Self.value(cell, row),
          style(
            block.format.value(
              cell.value, against: cell.target?.comparison, isShare: block.format.isShare(cell)))),
        target(cell, block, role),
        verdict(cell, role),
        SheetCell(10, .text(source(of: cell)), style(.text)),
        SheetCell(11, .text(note(on: cell, block)), style(.text)),
      ])
    return Place(row: row, numerator: numerator, denominator: denominator)
  }

  /// A figure of a unit, or the sum of those below it, as a formula where it is one.
  private static func figure(
    _ figure: FixedDecimal?, _ cell: IndicatorCell, _ indicator: Indicator, _ column: Int,
    _ parts: [(row: Int, figure: FixedDecimal?)]
  ) -> SheetValue {
    guard let figure else { return .blank }
    let isSum = cell.isTotal && indicator.combination == .sum
    // a unit that reports itself beside the units below it has a share of the total in no cell
    guard isSum, parts.compactMap(\.figure).reduce(.zero, +) == figure,
      let sum = SheetFormula.sum(ofRows: parts.map(\.row), column: column)
    else { return .figure(figure) }
    return .formula(sum, result: Ratio(figure))
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
    guard let target = cell.target else { return SheetCell(8, .blank, SheetStyle(role, .centred)) }
    return block.format.target(target.comparison).cell(8, role)
  }

  private func verdict(_ cell: IndicatorCell, _ role: SheetStyle.Role) -> SheetCell {
    if cell.isNotApplicable {
      return SheetCell(9, .text("Không áp dụng"), SheetStyle(.verdict(.neutral), .centred))
    }
    guard cell.target != nil || cell.verdict == .noData else {
      return SheetCell(9, .blank, SheetStyle(role, .centred))
    }
    return SheetCell(
      9, .text(WorkbookWords.verdict(cell.verdict)),
      SheetStyle(.verdict(WorkbookWords.tone(cell.verdict)), .centred))
  }
}

// MARK: - where figures come from, and why they are missing

extension WorkbookUnits {
  /// More rows than this would make a cell nobody reads; the ledger has them all.
  private static let mostSources = 12

  private func source(of cell: IndicatorCell) -> String {
    if cell.isTotal { return "" }
    let rows = cell.tally.sources.compactMap { source in
      context.receipts[source.receipt].map { (receipt: $0, row: source.row) }
    }
    let isPlain = rows.count == 1 && rows.allSatisfy { $0.receipt.period == context.period }
    let texts = rows.suffix(Self.mostSources).map { receipt, row in
      (isPlain ? "" : "\(receipt.period): ") + "\(receipt.file), dòng \(row)"
    }
    return (rows.count > texts.count ? "...\n" : "") + texts.joined(separator: "\n")
  }

  private func note(on cell: IndicatorCell, _ block: Block) -> String {
    if cell.isTotal {
      return "\(cell.countedUnits.count)/\(cell.expectedUnits.count) đơn vị có đủ số liệu"
        + (cell.memberShareText.map { ", chiếm \($0) số đảng viên" } ?? "")
    }
    if cell.isNotApplicable { return "Không áp dụng" }
    var parts: [String] = []
    if let last = context.registry.unit(cell.unit, on: context.period.span.last)?.validTo,
      last < context.period.span.last
    {
      parts.append("kết thúc hoạt động ngày \(WorkbookWords.date(last))")
    }
    if cell.tally.numerator == nil {
      parts.append(missing(cell.unit, block.indicator))
    } else {
      parts += present(cell, block)
    }
    if let mark = cell.breakMark(context.registry.name) { parts.append(mark) }
    return WorkbookWords.note(parts)
  }

  /// Why there is no figure: not sent, returned, or sent without it.
  private func missing(_ unit: String, _ indicator: Indicator) -> String {
    switch context.submission(of: unit, .indicator)?.state {
    case .missing: return "chưa gửi"
    case .returned: return "trả lại"
    case .onTime, .late, nil: break
    }
    let row = context.input.figures.figures(indicator.code, of: unit)
      .last { $0.period == context.period }
    if let row {
      return row.content.numerator == .notApplicable
        ? "không áp dụng" : "chưa có số liệu (ô để trống)"
    }
    let isWithdrawn = context.input.figures.withdrawn(indicator.code, of: unit)
      .contains { $0.period == context.period }
    return isWithdrawn ? "đã rút số liệu ở bản gửi sau" : "chưa có số liệu (không có dòng)"
  }

  private func present(_ cell: IndicatorCell, _ block: Block) -> [String] {
    var parts: [String] = []
    let isStock = block.indicator.numeratorKind == .stock
    if isStock, let latest = cell.tally.latestPeriod, latest < context.period {
      let gaps = cell.gaps.suffix(Self.mostSources).map(WorkbookWords.short)
      parts.append(
        "số liệu \(WorkbookWords.short(latest))"
          + (gaps.isEmpty ? "" : ", thiếu \(gaps.joined(separator: ", "))"))
    }
    if !isStock, !cell.expectedUnits.isEmpty, cell.countedUnits.isEmpty {
      let state = context.submission(of: cell.unit, .indicator)?.state
      let now =
        state == .missing ? " (kỳ này chưa gửi)" : state == .returned ? " (kỳ này trả lại)" : ""
      let gaps = cell.gaps.suffix(Self.mostSources).map(WorkbookWords.short)
      parts.append(
        "chưa đủ số liệu các kỳ" + (gaps.isEmpty ? "" : ": \(gaps.joined(separator: ", "))") + now)
    }
    if let denominator = cell.tally.denominator, denominator <= .zero {
      parts.append("mẫu số bằng 0")
    }
    let latest = context.input.figures.figures(block.indicator.code, of: cell.unit)
      .last { $0.period == cell.tally.latestPeriod }
    if let words = latest?.content.note, !words.isEmpty { parts.append("đơn vị ghi: \(words)") }
    return parts
  }
}
