import Documents
import Spreadsheets

/// Writes the sheet that says how the forms are filled in and sent.
struct FormGuideWriter {
  let lines: [FormGuideLine]
  let sheet: Sheet
  let styles: FormStyles

  private static let widths = [24.0, 96.0]

  func write() throws {
    try sheet.hideGridlines()
    for (column, width) in Self.widths.enumerated() {
      try sheet.setColumns(column...column, width: width)
    }
    for (row, line) in lines.enumerated() { try write(line, row) }
    var page = PageSetup()
    page.pagesHigh = 1
    page.footer = PageText(right: [
      .font(WorkbookStyles.fontName, size: 11, bold: false, italic: false), .sheetName,
    ])
    try sheet.setPage(page)
    try sheet.tabColour(SheetColour(red: 112, green: 173, blue: 71))
    try sheet.protect()
  }

  private func write(_ line: FormGuideLine, _ row: Int) throws {
    switch line {
    case .title(let text): try across(text, row, .title)
    case .subtitle(let text): try across(text, row, .subtitle)
    case .notice(let text): try across(text, row, .notice)
    case .heading(let text): try across(text, row, .heading, spaceAbove: 8)
    case .text(let text): try across(text, row, .text)
    case .pair(let term, let text):
      try sheet.setRow(
        row,
        height: max(
          height(term, .term, Self.widths.prefix(1)), height(text, .text, Self.widths.suffix(1))))
      try sheet.text(row, 0, term, styles.guide(.term))
      try sheet.text(row, 1, text, styles.guide(.text))
    }
  }

  private func across(
    _ text: String, _ row: Int, _ part: FormStyles.GuidePart, spaceAbove: Double = 0
  ) throws {
    // nobody reckons the height of merged cells
    try sheet.setRow(row, height: height(text, part, Self.widths[...]) + spaceAbove)
    let range = try CellRange(rows: row...row, columns: 0...(Self.widths.count - 1))
    try sheet.merge(range, styles.guide(part))
    try sheet.text(row, 0, text, styles.guide(part))
  }

  private func height(
    _ text: String, _ part: FormStyles.GuidePart, _ widths: ArraySlice<Double>
  ) -> Double {
    let format = FormStyles.guideFormat(part)
    let lines = TextMeasure(fontSize: format.fontSize, isBold: format.bold)
      .lines(of: text, width: WorkbookSizes.points(of: widths) - 6)
    return Double(lines) * format.fontSize * 1.31 + 2
  }
}
