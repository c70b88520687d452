import Assessment
import PlanModel
import Workers

/// The sheet "Biểu 02": of each indicator, every unit and every sum over units.
struct WorkbookUnits {
  static let name = "Biểu 02"
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
  let context: WorkbookContext
  let figures: WorkbookFigures
  var sheet: SheetBuilder

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5), .init("Mã chỉ tiêu", 7.5), .init("Thời kỳ", 12.5), .init("Mã đơn vị", 11),
    .init("Đơn vị", 34), .init("Tử số", 10.5), .init("Mẫu số", 10.5),
    .init("Giá trị", 10, "8(=6/7)"), .init("Mục tiêu", 11), .init("Đánh giá", 13),
    .init("Xếp hạng", 12), .init("Nguồn số liệu (tệp, dòng)", 29), .init("Ghi chú", 27),
  ]

  enum Column {
    static let value = 7
    static let target = 8
    static let verdict = 9
    static let rank = 10
    static let source = 11
    static let note = 12
  }

  init(_ context: WorkbookContext, _ figures: WorkbookFigures) {
    self.context = context
    self.figures = figures
    sheet = SheetBuilder(Self.name, widths: Self.columns.map(\.width))
  }

  /// Builds the sheet; afterwards `places` says where the totals are.
  mutating func build() -> SheetModel {
    sheet.heading(
      "BIỂU CHI TIẾT CHỈ TIÊU THEO ĐƠN VỊ", form: "Biểu tổng hợp số 02", of: context.report)
    let header = sheet.header(Self.columns)
    sheet.freeze(above: header + 2, leftOf: 5)
    sheet.repeatOnPages(header...(header + 1))
    addBlocks()
    if context.assessment.indicators.isEmpty {
      sheet.line(WorkbookWords.noIndicators, SheetStyle(.remark))
    }
    let last = sheet.nextRow - 1
    sheet.addFilter(from: header + 1, to: last)
    if last > header + 1 {
      let rows = (header + 2)...last
      sheet.mark(rows, Column.verdict, words: WorkbookWords.verdictWords)
      sheet.name("Chi_tieu_theo_don_vi", rows)
    }
    if !context.showsUnits {
      sheet.line(
        "Biểu này chỉ in các dòng cộng: số của từng đơn vị ở tệp data/indicators.csv.",
        SheetStyle(.remark))
    }
    sheet.line(
      "Xếp hạng: trong các đơn vị trực tiếp báo cáo đã đủ số liệu, giá trị bằng nhau thì cùng hạng; tô màu"
        + " hạng tốt nhất và hạng kém nhất khi kế hoạch đặt mức. Đơn vị còn thiếu số liệu chưa xếp; dòng cộng"
        + " không xếp hạng.",
      SheetStyle(.remark))
    sheet.foot(of: context.report)
    return sheet.build()
  }

  // MARK: blocks

  /// So many indicators are reckoned at once: those of a country, all together, would fill the memory.
  private static let batch = 8

  private mutating func addBlocks() {
    var indicators = context.assessment.indicators[...]
    while !indicators.isEmpty {
      let batch = Array(indicators.prefix(Self.batch))
      indicators = indicators.dropFirst(batch.count)
      let showsUnits = context.showsUnits
      let cells = batch.concurrentMap {
        showsUnits ? $0.cells : $0.subtotalsShown
      }
      var firstRow = sheet.nextRow
      let placed = zip(batch, cells).flatMap { blocks(of: $0, $1) }.map { block in
        defer { firstRow += block.rowCount }
        return (block, firstRow)
      }
      // each by itself, at the row where those before it will end
      let (context, figures) = (context, figures)
      let parts = placed.concurrentMap { block, row in
        WorkbookUnits(context, figures).part(of: block, at: row)
      }
      for part in parts {
        sheet.add(part.sheet)
        places.merge(part.places) { _, new in new }
      }
    }
  }

  /// The tables of an indicator, that of its main window first.
  private func blocks(of indicator: IndicatorAssessment, _ cells: [IndicatorCell]) -> [Block] {
    let byWindow = Dictionary(grouping: cells, by: \.window)
    let main = indicator.mainWindow
    let first = block(of: indicator, main, byWindow[main] ?? [])
    guard main != .period, let cells = byWindow[.period] else { return [first] }
    return [first, block(of: indicator, .period, cells)]
  }

  /// A unit that reports itself, on its row, and the value it is ranked by.
  struct Leaf {
    let row: Int
    let value: Ratio?
  }

  /// A block under construction.
  struct Block {
    let indicator: Indicator
    let format: IndicatorFormat
    let window: Window
    let windowName: String
    let root: String
    let cells: [String: IndicatorCell]
    /// The units that no other stands for, and those that each stands for.
    let tops: [String]
    let children: [String: [String]]
    /// Whether a line says that no unit has to report.
    let saysEmpty: Bool
    var number = 0
    var leaves: [Leaf] = []
    /// Those that show a value nobody ranks: figures of theirs are missing in it.
    var unrankedRows: [Int] = []

    /// How many rows it takes: a title, its units, and what is said when there are none.
    var rowCount: Int { 1 + tops.reduce(0) { $0 + rowCount(of: $1) } + (saysEmpty ? 1 : 0) }

    private func rowCount(of unit: String) -> Int {
      (children[unit] ?? []).reduce(1) { $0 + rowCount(of: $1) }
    }
  }

  private func block(
    of assessment: IndicatorAssessment, _ window: Window, _ cells: [IndicatorCell]
  ) -> Block {
    let indicator = assessment.indicator
    let byUnit = cells.keyed(by: \.unit)
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
    let isEmpty =
      tops == [assessment.root] && children.isEmpty && byUnit[tops[0]]?.isTotal == true
    return Block(
      indicator: indicator, format: IndicatorFormat(indicator: indicator), window: window,
      windowName: WorkbookWords.window(window, of: context.period, plan: context.input.plan)
        .capitalisedFirst,
      root: assessment.root, cells: byUnit, tops: tops, children: children,
      saysEmpty: tops.isEmpty || (isEmpty && context.showsUnits))
  }

  /// The sheet with nothing but one block, whose title stands at a row.
  private func part(of block: Block, at row: Int) -> WorkbookUnits {
    var part = self
    part.sheet = SheetBuilder(Self.name, widths: sheet.widths, firstRow: row)
    part.add(block)
    return part
  }

  private mutating func add(_ block: Block) {
    var block = block
    let title = addTitle(block.indicator, block.windowName)
    var root: Place?
    for top in block.tops {
      let place = addUnit(top, depth: 0, &block)
      if top == block.root { root = place }
    }
    if sheet.nextRow > title + 1 {
      sheet.keepTogether(title...(title + 2))
      addRanks(block)
    }
    if let root {
      places[BlockKey(indicator: block.indicator.code, window: block.window)] = root
    }
    if block.saysEmpty {
      sheet.line("Không có đơn vị phải báo cáo chỉ tiêu này.", SheetStyle(.remark))
    }
  }

  /// The row that opens a block.
  private mutating func addTitle(_ indicator: Indicator, _ window: String) -> Int {
    let row = sheet.nextRow
    sheet.line(Self.title(of: indicator, window), SheetStyle(.group))
    sheet.anchor(indicator.code, row)
    return row
  }

  private static func title(of indicator: Indicator, _ window: String) -> String {
    let denominator = indicator.denominator.map { "; mẫu số: \($0)" } ?? ""
    return "\(indicator.code) - \(WorkbookWords.name(of: indicator)) - \(window)\nTử số:"
      + " \(indicator.numerator)\(denominator)"
  }
}
