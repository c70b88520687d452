import Documents
import Spreadsheets

/// How a sheet is printed: A4 landscape, one page wide, broken where it does not tear things apart.
struct WorkbookPages {
  let model: SheetModel
  /// The heights of its rows and the widths of its columns.
  let heights: [Double]
  let widths: [Double]

  /// What the margins leave of A4 landscape, in points.
  private static let paper = (width: 785.0, height: 507.0)
  private static let mostShrunk = 1.2
  /// Readers round heights and scales each in their own way.
  private static let reserve = 0.97
  private static let mostBreaks = 1_023

  func setup() throws -> PageSetup {
    var page = PageSetup()
    // a signature alone on a second page is worse than a slightly smaller print
    let pages = heights.reduce(0, +) / room
    if pages > Self.reserve, pages < Self.mostShrunk {
      page.pagesHigh = 1
    } else {
      page.pageBreaks = breaks()
    }
    page.margins.left = 12
    page.margins.right = 8
    page.margins.top = 16
    page.margins.bottom = 14
    page.margins.header = 7
    page.margins.footer = 6
    page.repeatedRows = model.repeatedRows
    if !model.rows.isEmpty, !widths.isEmpty {
      page.printArea = try CellRange(
        rows: 0...(model.rows.count - 1), columns: 0...(widths.count - 1))
    }
    let font = PageText.Piece.font(WorkbookStyles.fontName, size: 11, bold: false, italic: false)
    page.header = PageText(centre: [font, .pageNumber])
    page.footer = PageText(
      left: model.pageFoot.map { [font, .text($0)] } ?? [], right: [font, .sheetName])
    return page
  }

  /// What fits on a page, in points of the sheet: it is shrunk until it is as wide as the paper.
  private var room: Double {
    Self.paper.height / min(1, Self.paper.width / WorkbookStyles.width(of: widths))
  }

  /// The rows that begin a page because what they begin would be torn apart otherwise.
  ///
  /// A group that no page holds is left to break where it may.
  private func breaks() -> [Int] {
    let repeated = (model.repeatedRows ?? 0...(-1 + 1)).reduce(0.0) { sum, row in
      model.repeatedRows != nil && heights.indices.contains(row) ? sum + heights[row] : sum
    }
    var groups: [Int: Int] = [:]
    for group in model.keptTogether {
      groups[group.lowerBound] = max(groups[group.lowerBound] ?? 0, group.upperBound)
    }
    let full = room * Self.reserve
    var breaks: [Int] = []
    var used = 0.0
    var isFirst = true
    for row in heights.indices {
      let space = isFirst ? full : full - repeated
      let end = groups[row] ?? row
      let height = heights[row...min(end, heights.count - 1)].reduce(0, +)
      let isTorn = used + height > space && height <= full - repeated
      if used > 0, isTorn || used + heights[row] > space {
        // where the reader's program breaks by itself anyway, nothing is forced upon it
        if isTorn, end > row { breaks.append(row) }
        used = 0
        isFirst = false
      }
      used += heights[row]
    }
    return Array(breaks.prefix(Self.mostBreaks))
  }
}
