import Documents
import PlanModel
import Spreadsheets

/// Writes one form: the header in the first row, and a row for each indicator or task.
struct FormSheetWriter {
  let form: BlankForm
  let sheet: Sheet
  let styles: FormStyles

  /// The columns that stay in view: up to the name of the row.
  private static let frozenColumns = 6

  func write() throws {
    try sheet.hideGridlines()
    try sheet.freezePanes(above: 1, leftOf: Self.frozenColumns)
    for (index, column) in form.columns.enumerated() {
      try sheet.setColumns(index...index, width: column.width)
      try sheet.text(0, index, column.title, styles.header(column.part))
      if let hint = column.hint { try sheet.comment(0, index, hint) }
    }
    try sheet.setRow(0, height: height(of: form.columns.map(\.title), isBold: true))
    for (row, cells) in form.rows.enumerated() {
      try sheet.setRow(row + 1, height: max(Self.leastHeight, height(of: cells.map(\.value.shown))))
      for (column, cell) in cells.enumerated() { try write(cell, row + 1, column) }
    }
    for (index, column) in form.columns.enumerated() {
      switch column.part {
      case .asked: try validate(index)
      case .shown where hasChecks(index): try highlight(index)
      case .shown, .given: break
      }
    }
    try sheet.setPage(page)
    try sheet.protect()
  }

  // MARK: cells

  private func write(_ cell: FormCell, _ row: Int, _ column: Int) throws {
    let style = try styles.cell(cell, centred: form.columns[column].isCentred)
    switch cell.value {
    case .blank: try sheet.blank(row, column, style)
    case .text(let text): try sheet.text(row, column, text, style, whenTooLong: .shorten)
    case .number(let number): try sheet.number(row, column, number.doubleValue, style)
    case .checks(let checks):
      guard let formula = FormFormulas.checks(checks) else {
        return try sheet.blank(row, column, style)
      }
      // nothing is typed in yet, so nothing is open
      try sheet.formula(row, column, formula, result: .text(""), style)
    }
  }

  // MARK: heights

  /// Room for two lines, typed or written by hand.
  private static let leastHeight = 33.0

  /// High enough for the longest of the texts of a row. Readers do not reckon it by themselves.
  private func height(of texts: [String], isBold: Bool = false) -> Double {
    let measure = TextMeasure(fontSize: FormStyles.fontSize, isBold: isBold)
    let lines = zip(texts, form.columns).map { text, column in
      measure.lines(of: text, width: WorkbookSizes.points(of: [column.width]) - 7)
    }
    return min(409, Double(lines.max() ?? 1) * FormStyles.fontSize * 1.31 + 2)
  }

  // MARK: what may be typed

  /// The library holds so many rules for a sheet, less some for the other columns.
  private static let mostRuns = 60

  /// Rules over runs of rows that take the same.
  private func validate(_ column: Int) throws {
    var runs: [(rows: ClosedRange<Int>, entry: FormEntry)] = []
    for (row, cells) in form.rows.enumerated() {
      guard let entry = cells[column].entry else { continue }
      if let last = runs.last, last.entry == entry, last.rows.upperBound + 1 == row {
        runs[runs.count - 1].rows = last.rows.lowerBound...row
      } else {
        runs.append((row...row, entry))
      }
    }
    let isLoose = runs.count > Self.mostRuns
    if isLoose, let first = runs.first, let last = runs.last {
      // intake knows better; here a number is a number
      let loosest = FormEntry.decimal(digits: FixedDecimal.maximumFractionDigits)
      runs = [(first.rows.lowerBound...last.rows.upperBound, loosest)]
    }
    for run in runs {
      let rows = (run.rows.lowerBound + 1)...(run.rows.upperBound + 1)
      let range = try CellRange(rows: rows, columns: column...column)
      try sheet.validate(
        range, try FormFormulas.validation(run.entry, first: range.first.a1, isLoose: isLoose))
    }
  }

  private func hasChecks(_ column: Int) -> Bool {
    form.rows.contains { if case .checks = $0[column].value { true } else { false } }
  }

  /// Red for what intake would return, yellow for what it would ask; the words say the same.
  private func highlight(_ column: Int) throws {
    guard !form.rows.isEmpty else { return }
    let range = try CellRange(rows: 1...form.rows.count, columns: column...column)
    let cell = range.first.a1
    func begins(with weight: FormCheck.Weight) -> HighlightRule {
      HighlightRule(formula: "LEFT(\(cell),\(weight.mark.count))=\"\(weight.mark)\"")
    }
    try sheet.highlight(range, begins(with: .wrong), styles.wrong)
    try sheet.highlight(range, begins(with: .doubtful), styles.doubtful)
  }

  // MARK: paper

  private var page: PageSetup {
    var page = PageSetup()
    page.margins.left = 10
    page.margins.right = 8
    page.margins.top = 30
    page.margins.bottom = 30
    page.margins.header = 8
    page.margins.footer = 20
    page.repeatedRows = 0...0
    page.header = FormMargins.header(form.heading)
    page.footer = FormMargins.footer(form.heading)
    return page
  }
}

/// The letterhead and the signatures of a printed form, in the margins of its pages.
enum FormMargins {
  /// Excel takes 255 units with its codes; three fonts and three places cost 90 of them.
  private static let room = 160

  static func header(_ heading: FormHeading) -> PageText {
    let used = (heading.left + heading.centre).reduce(0) { $0 + length($1) + 1 }
    return PageText(
      left: piece(heading.left, 12, bold: false), centre: piece(heading.centre, 14, bold: true),
      right: piece([shortened(heading.unit, max(room - used, 20))], 12, bold: false))
  }

  static func footer(_ heading: FormHeading) -> PageText {
    PageText(
      left: piece([heading.clerk], 12, bold: false),
      centre: piece([heading.due], 12, bold: false)
        + [.text("\n"), .pageNumber, .text("/"), .pageCount],
      right: piece([heading.signatory], 12, bold: false))
  }

  private static func piece(_ lines: [String], _ size: Int, bold: Bool) -> [PageText.Piece] {
    // one line of a letterhead may be as long as an office likes
    let text = lines.map { shortened($0, 50) }.joined(separator: "\n")
    return text.isEmpty ? [] : [font(size, bold: bold), .text(text)]
  }

  private static func font(_ size: Int, bold: Bool) -> PageText.Piece {
    .font(WorkbookStyles.fontName, size: size, bold: bold, italic: false)
  }

  /// An ampersand is written twice.
  private static func length(_ text: String) -> Int {
    min(text.utf16.count, 50) + text.count { $0 == "&" }
  }

  private static func shortened(_ text: String, _ limit: Int) -> String {
    text.count <= limit ? text : text.prefix(max(limit - 1, 0)) + "…"
  }
}
