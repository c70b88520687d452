import Documents
import PlanModel

/// The widths of the columns and the heights of the rows of one sheet, from its words and numbers alone.
struct WorkbookSizes: Sendable {
  static let emptyRowHeight = 13.0

  /// The widths asked for, or more where a number would not be shown for lack of room.
  let widths: [Double]
  /// High enough for the longest text of each row, wrapped at the width of its cells.
  let heights: [Double]

  init(of sheet: SheetModel) {
    let widths = Self.widths(of: sheet)
    self.widths = widths
    heights = sheet.rows.map { Self.height(of: $0, widths) }
  }

  // MARK: columns

  private static func widths(of sheet: SheetModel) -> [Double] {
    var widths = sheet.columns
    for row in sheet.rows {
      for cell in row.cells where cell.span == 1 && widths.indices.contains(cell.column) {
        guard let number = cell.value.number else { continue }
        let signs = WorkbookStyles.signs(of: number.doubleValue, cell.style.content)
        widths[cell.column] = max(widths[cell.column], width(forSigns: signs, cell.style.role))
      }
    }
    return widths.map { min($0, 255) }
  }

  /// The width a column needs, in digits, for a number of so many signs: numbers are never wrapped.
  private static func width(forSigns count: Int, _ role: SheetStyle.Role) -> Double {
    let sign = role.fontSize * (role.isBold ? 0.53 : 0.5)
    return (Double(count) * sign + 9) / pointsPerDigit
  }

  /// The width of some columns side by side, in points: each has five pixels beside its digits.
  static func points(of columns: some Sequence<Double>) -> Double {
    columns.reduce(0) { $0 + $1 * pointsPerDigit + 3.75 }
  }

  /// What one digit of a column's width is on paper: 7 pixels of 96 to the inch.
  private static let pointsPerDigit = 5.25
  static let pointsPerPixel = 0.75

  /// The pixels of a column on the screen.
  static func pixels(ofColumn width: Double) -> Int { Int(width * 7 + 5) }

  // MARK: rows

  private static func height(of row: SheetRow, _ widths: [Double]) -> Double {
    guard !row.cells.isEmpty else { return emptyRowHeight + 1 }
    let highest = row.cells.reduce(0) { max($0, height(of: $1, widths)) }
    return min(409, highest + 1)
  }

  private static func height(of cell: SheetCell, _ widths: [Double]) -> Double {
    let role = cell.style.role
    let line = role.fontSize * 1.31
    guard case .text(let text) = cell.value else { return line }
    let columns = widths[cell.column..<min(cell.column + cell.span, widths.count)]
    let lines = TextMeasure(fontSize: role.fontSize, isBold: role.isBold)
      .lines(of: text, width: points(of: columns) - 3 - Double(cell.style.indent) * 6.75)
    return Double(lines) * line
  }
}

extension SheetStyle.Role {
  /// The size of its letters, in points.
  var fontSize: Double {
    switch self {
    case .title: 14
    case .remark, .aside: 11
    case .columnNumber: 10
    default: 12
    }
  }

  /// Whether its letters are bold.
  var isBold: Bool {
    switch self {
    case .title, .issuer, .formNumber, .section, .signatory, .notice, .header, .total, .group,
      .verdict:
      true
    default: false
    }
  }
}
