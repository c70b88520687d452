import Documents
import PlanModel
import Spreadsheets

/// Writes one sheet, from top to bottom.
final class WorkbookSheetWriter {
  let model: SheetModel
  let sizes: WorkbookSizes
  let sheet: Sheet
  let styles: WorkbookStyles
  private let anchors: WorkbookAnchors
  private let author: String
  private var links = 0
  /// The style that was last asked for in each column.
  private var last: [(key: WorkbookStyles.Key, style: CellStyle)?]

  init(
    model: SheetModel, sizes: WorkbookSizes, sheet: Sheet, styles: WorkbookStyles,
    anchors: WorkbookAnchors, author: String
  ) {
    last = Array(repeating: nil, count: sizes.widths.count)
    self.model = model
    self.sizes = sizes
    self.sheet = sheet
    self.styles = styles
    self.anchors = anchors
    self.author = author
  }

  func write() throws {
    for (column, width) in sizes.widths.enumerated() {
      try sheet.setColumns(column...column, width: width)
    }
    try sheet.hideGridlines()
    try sheet.outline(headingsBelow: false)
    if model.frozenRows > 0 || model.frozenColumns > 0 {
      try sheet.freezePanes(above: model.frozenRows, leftOf: model.frozenColumns)
    }
    // in a workbook that goes to the disk row by row the filter must be known before the rows
    let isTable = model.table != nil && !sheet.workbook.isConstantMemory
    if let filter = model.filter ?? (isTable ? nil : model.table?.range) {
      try sheet.autofilter(filter.cells())
    }
    for (index, row) in model.rows.enumerated() {
      try sheet.setRow(index, height: sizes.heights[index], level: row.level)
      let isHeading = isTable && index == model.table?.range.rows.lowerBound
      for cell in row.cells where !isHeading { try write(cell, in: index) }
    }
    if isTable, let table = model.table { try write(table) }
    try sheet.setPage(
      WorkbookPages(model: model, heights: sizes.heights, widths: sizes.widths).setup())
    for mark in model.marks { try write(mark) }
    for chart in model.charts {
      try insert(chart, widths: sizes.widths, heights: sizes.heights)
    }
  }

  private func write(_ mark: SheetMark) throws {
    let range = try mark.range.cells()
    switch mark.rule {
    case .above(let bound):
      try sheet.highlight(
        range, .cell(of: range, above: bound.doubleValue), styles.highlight(mark.tone))
    case .word(let word):
      try sheet.highlight(range, .cell(of: range, is: word), styles.ground(mark.tone))
    }
  }

  /// The library writes the headings of a table itself.
  private func write(_ table: SheetTable) throws {
    let headings = model.rows[table.range.rows.lowerBound].cells
    let texts = headings.map { cell in
      if case .text(let text) = cell.value { text } else { "\(cell.column)" }
    }
    try sheet.table(
      table.range.cells(), TableOptions(name: table.name, headings: texts),
      headingStyle: try headings.first.map { try styles.style(.init($0.style)) })
  }

  // MARK: cells

  private func write(_ cell: SheetCell, in row: Int) throws {
    let target = link(of: cell)
    let style = try style(of: cell, isLink: target != nil)
    if cell.span > 1 {
      try sheet.merge(
        CellRange(rows: row...row, columns: cell.column...(cell.column + cell.span - 1)), style)
    }
    if let target { try attach(target, row, cell) }
    for case .comment(let text) in cell.extras {
      try sheet.comment(
        row, cell.column, CellText.fitted(text).text,
        author: CellText.fitted(author, limit: 255).text,
        width: 320, height: 130)
    }
    try write(cell.value, row, cell, style)
  }

  /// The style of a cell: mostly that of the one above it, which need not be looked up.
  private func style(of cell: SheetCell, isLink: Bool) throws -> CellStyle {
    let key = WorkbookStyles.Key(cell.style, isLink: isLink)
    guard last.indices.contains(cell.column) else { return try styles.style(key) }
    if let last = last[cell.column], last.key == key { return last.style }
    let style = try styles.style(key)
    last[cell.column] = (key, style)
    return style
  }

  private func write(
    _ value: SheetValue, _ row: Int, _ cell: SheetCell, _ style: CellStyle
  ) throws {
    switch value {
    case .blank:
      if cell.span == 1 { try sheet.blank(row, cell.column, style) }
    case .text(let text):
      try sheet.text(row, cell.column, text, style, whenTooLong: .shorten)
    case .whole(let number):
      try sheet.number(row, cell.column, Double(number), style)
    case .ratio(let number):
      try sheet.number(row, cell.column, number.doubleValue, style)
    case .date(let date):
      try write(date, text: date.description, row, cell.column, style)
    case .moment(let moment):
      try write(
        moment.date, secondOfDay: moment.isEndOfDay ? 0 : moment.secondOfDay,
        text: moment.description, row, cell.column, style)
    case .formula(let formula, let result):
      try sheet.formula(
        row, cell.column, WorkbookFormulas.text(formula), result: .number(result.doubleValue), style
      )
    }
  }

  /// A day as the number a cell holds for it; as text where cells have no such day.
  private func write(
    _ date: CalendarDate, secondOfDay: Int = 0, text: @autoclosure () -> String, _ row: Int,
    _ column: Int, _ style: CellStyle
  ) throws {
    guard let day = try? SheetDate(year: date.year, month: date.month, day: date.day) else {
      try sheet.text(row, column, text(), style)
      return
    }
    try sheet.number(row, column, Double(day.serial) + Double(secondOfDay) / 86_400, style)
  }

  // MARK: links

  private struct Target {
    let sheet: String
    let row: Int
    let tip: String?
  }

  /// Where a cell leads; nowhere when its row is on no sheet, or the sheet has as many links as it may.
  private func link(of cell: SheetCell) -> Target? {
    if cell.extras.isEmpty { return nil }
    for case .link(let anchor, let tip) in cell.extras {
      guard links < Sheet.linkLimit, cell.value != .blank, let place = anchors.place(anchor) else {
        return nil
      }
      links += 1
      return Target(sheet: place.sheet, row: place.row, tip: tip)
    }
    return nil
  }

  private func attach(_ target: Target, _ row: Int, _ cell: SheetCell) throws {
    try sheet.attachLink(
      row, cell.column, to: CellAddress(row: target.row, column: 0), on: target.sheet,
      tip: target.tip)
  }
}
