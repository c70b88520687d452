import Documents
import PlanModel
import Spreadsheets

/// How the cells of a form look: what is to be filled in is pale yellow, everything else grey or white.
struct FormStyles {
  private let workbook: Workbook

  init(_ workbook: Workbook) { self.workbook = workbook }

  /// A question that intake would return the file for.
  let wrong = HighlightFormat(
    fontColour: .white, fill: SheetColour(red: 192, green: 0, blue: 0), bold: true)
  /// A question that intake would only ask.
  let doubtful = HighlightFormat(
    fontColour: SheetColour(red: 127, green: 96, blue: 0),
    fill: SheetColour(red: 255, green: 230, blue: 153), bold: true)

  private static let asked = SheetColour(red: 255, green: 250, blue: 225)
  private static let askedHeader = SheetColour(red: 255, green: 230, blue: 153)
  private static let shown = SheetColour(red: 242, green: 242, blue: 242)
  private static let header = SheetColour(red: 221, green: 235, blue: 247)

  func header(_ part: FormColumn.Part) throws -> CellStyle {
    try workbook.style(
      Self.plain.with {
        $0.bold = true
        $0.horizontal = .centre
        $0.fill = part == .asked ? Self.askedHeader : Self.header
      })
  }

  func cell(_ cell: FormCell, centred: Bool) throws -> CellStyle {
    try workbook.style(
      Self.plain.with { format in
        if centred { format.horizontal = .centre }
        if let entry = cell.entry {
          format.locked = false
          format.fill = Self.asked
          Self.apply(entry, to: &format)
        } else {
          Self.apply(cell.value, to: &format)
        }
      })
  }

  static let fontSize = 12.0

  private static let plain = CellFormat().with {
    $0.fontName = WorkbookStyles.fontName
    $0.fontSize = fontSize
    $0.isFramed = true
    $0.vertical = .middle
    $0.wrap = true
  }

  /// What is typed is saved as it is shown: numbers without points between thousands, days in one order,
  /// and small rather than as `###` where the column is too narrow.
  private static func apply(_ entry: FormEntry, to format: inout CellFormat) {
    func number(_ numberFormat: String, _ place: CellFormat.Horizontal) {
      format.numberFormat = numberFormat
      format.horizontal = place
      if place == .right { format.indent = 1 }
      format.wrap = false
      format.shrink = true
    }
    switch entry {
    case .whole: number(numberFormat(decimals: 0), .right)
    case .decimal(let digits): number(numberFormat(decimals: digits), .right)
    case .percent: number("0%", .right)
    case .day: number("dd/mm/yyyy", .centre)
    case .state: format.horizontal = .left
    case .text:
      // stays text: a document number is no day, a note that begins with a dash no formula
      format.numberFormat = "@"
      format.horizontal = .left
    }
  }

  private static func numberFormat(decimals: Int) -> String {
    decimals > 0 ? "0." + String(repeating: "0", count: decimals) : "0"
  }

  private static func apply(_ value: FormValue, to format: inout CellFormat) {
    switch value {
    case .number(let number):
      // as many digits as were reported, no points between thousands; General would write E+11
      format.numberFormat = numberFormat(decimals: number.fractionDigits)
      if format.horizontal == .general {
        format.horizontal = .right
        format.indent = 1
      }
      format.shrink = true
      format.wrap = false
    case .text: format.numberFormat = "@"
    case .checks:
      format.fontSize = 11
      format.horizontal = .left
      format.indent = 1
    case .blank: format.fill = shown
    }
  }

  // MARK: the guide

  enum GuidePart: Hashable {
    case title, subtitle, notice, heading, text, term
  }

  func guide(_ part: GuidePart) throws -> CellStyle {
    try workbook.style(Self.guideFormat(part))
  }

  static func guideFormat(_ part: GuidePart) -> CellFormat {
    CellFormat().with { format in
      format.fontName = WorkbookStyles.fontName
      format.fontSize = 13
      format.vertical = .top
      format.wrap = true
      switch part {
      case .title:
        format.fontSize = 14
        format.bold = true
        format.horizontal = .centre
      case .subtitle: format.horizontal = .centre
      case .notice:
        format.bold = true
        format.horizontal = .centre
        format.fontColour = SheetColour(red: 192, green: 0, blue: 0)
      case .heading:
        format.bold = true
        format.vertical = .bottom
      case .text: break
      case .term:
        format.bold = true
        format.indent = 1
      }
    }
  }
}
