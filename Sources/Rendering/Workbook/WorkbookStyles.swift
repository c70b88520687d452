import Documents
import Foundation
import Spreadsheets

/// Turns the parts cells play into fonts, lines and number formats.
final class WorkbookStyles {
  static let fontName = "Times New Roman"

  /// What a style follows from.
  struct Key: Hashable {
    let style: SheetStyle
    let isLink: Bool

    init(_ style: SheetStyle, isLink: Bool = false) {
      self.style = style
      self.isLink = isLink
    }
  }

  private let workbook: Workbook
  private var known: [Key: CellStyle] = [:]

  init(_ workbook: Workbook) { self.workbook = workbook }

  /// The style of a cell; the same for equal parts.
  func style(_ key: Key) throws -> CellStyle {
    if let known = known[key] { return known }
    let style = key.style
    var format = Self.format(style.role)
    Self.apply(style.content, to: &format)
    if style.indent > 0 { format.indent = style.indent }
    // dark enough to print as black does, and no line under words that are to be signed
    if key.isLink { format.fontColour = Self.linkInk }
    let made = try workbook.style(format)
    known[key] = made
    return made
  }

  /// How a cell looks that holds a word of this meaning.
  func ground(_ tone: SheetStyle.Tone) -> HighlightFormat {
    HighlightFormat(fill: Self.ground(tone) ?? .white)
  }

  /// How a cell looks that is marked by its value.
  func highlight(_ tone: SheetStyle.Tone) -> HighlightFormat {
    HighlightFormat(fontColour: Self.ink(tone), bold: true)
  }

  // MARK: parts

  private static func format(_ role: SheetStyle.Role) -> CellFormat {
    CellFormat().with { format in
      format.fontName = fontName
      format.vertical = .middle
      format.wrap = true
      format.fontSize = role.fontSize
      format.bold = role.isBold
      format.isFramed = role.isOfTable
      switch role {
      case .subtitle, .columnNumber, .remark, .aside, .placeAndDate, .signatureHint:
        format.italic = true
      case .notice: format.fontColour = SheetColour(red: 192, green: 0, blue: 0)
      case .header: format.fill = SheetColour(red: 231, green: 230, blue: 230)
      case .total: format.fill = SheetColour(red: 242, green: 242, blue: 242)
      case .group: format.fill = SheetColour(red: 221, green: 235, blue: 247)
      case .verdict(let tone): format.fill = ground(tone)
      case .title, .superior, .issuer, .formNumber, .section, .body, .chart, .signatory,
        .signatoryOffice:
        break
      }
    }
  }

  /// Pale enough to stay readable in a black and white print.
  private static func ground(_ tone: SheetStyle.Tone) -> SheetColour? {
    switch tone {
    case .good: SheetColour(red: 226, green: 239, blue: 218)
    case .bad: SheetColour(red: 252, green: 214, blue: 203)
    case .doubtful: SheetColour(red: 255, green: 242, blue: 204)
    case .pending: SheetColour(red: 237, green: 237, blue: 237)
    case .neutral: nil
    }
  }

  private static func ink(_ tone: SheetStyle.Tone) -> SheetColour {
    switch tone {
    case .good: SheetColour(red: 0, green: 97, blue: 0)
    case .bad: SheetColour(red: 192, green: 0, blue: 0)
    case .doubtful: SheetColour(red: 156, green: 87, blue: 0)
    case .pending, .neutral: .black
    }
  }

  private static let linkInk = SheetColour(red: 31, green: 56, blue: 100)

  // MARK: values

  private static func apply(_ content: SheetStyle.Content, to format: inout CellFormat) {
    switch content {
    case .text: format.horizontal = .left
    case .centred: format.horizontal = .centre
    case .target(_, .count, _):
      format.horizontal = .centre
      format.wrap = false
    case .number, .percent, .points, .change, .target:
      format.horizontal = .right
      format.wrap = false
      // digits that touch the line are hard to read
      format.indent = 1
    case .count, .date, .moment:
      format.horizontal = .centre
      format.wrap = false
    }
    format.numberFormat = numberFormat(content)
  }

  /// Number formats with English signs; the reader's own settings show them.
  static func numberFormat(_ content: SheetStyle.Content) -> String {
    switch content {
    case .text, .centred: return ""
    case .count: return "#,##0"
    case .number(let decimals): return "#,##0" + fraction(decimals)
    case .percent(let decimals): return "0\(fraction(decimals))%"
    case .points(let decimals):
      return signed("0\(fraction(decimals))\" đ%\"")
    case .change(let decimals): return signed("#,##0" + fraction(decimals))
    case .date: return "dd/mm/yyyy"
    case .moment: return "dd/mm/yyyy hh:mm"
    case .target(let before, let content, let after):
      let whole = literal(before) + numberFormat(content) + literal(after)
      // longer ones do not fit; the number alone is still right
      return whole.utf8.count <= 127 ? whole : numberFormat(content)
    }
  }

  /// How many signs a number takes when it is written so.
  static func signs(of number: Double, _ content: SheetStyle.Content) -> Int {
    let size = abs(number)
    func whole(_ size: Double) -> Int {
      let digits = size < 10 ? 1 : Int(log10(min(size, 1e40))) + 1
      return digits + (digits - 1) / 3 + (number < 0 ? 1 : 0)
    }
    func tail(_ decimals: Int) -> Int { decimals > 0 ? decimals + 1 : 0 }
    switch content {
    case .text, .centred, .count: return whole(size)
    case .number(let decimals): return whole(size) + tail(decimals)
    case .percent(let decimals): return whole(size * 100) + tail(decimals) + 2
    case .points(let decimals): return whole(size) + tail(decimals) + 6
    case .change(let decimals): return whole(size) + tail(decimals) + 1
    case .target(let before, let content, let after):
      return before.count + signs(of: number, content) + after.count
    case .date: return 10
    case .moment: return 16
    }
  }

  private static func signed(_ format: String) -> String { "+\(format);-\(format);\(format)" }

  private static func fraction(_ decimals: Int) -> String {
    decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
  }

  private static func literal(_ text: String) -> String {
    text.isEmpty ? "" : "\"" + text.filter { $0 != "\"" } + "\""
  }
}

extension SheetStyle.Role {
  /// Whether the cell is part of a table and has lines around it.
  var isOfTable: Bool {
    switch self {
    case .header, .columnNumber, .body, .total, .group, .verdict: true
    default: false
    }
  }
}
