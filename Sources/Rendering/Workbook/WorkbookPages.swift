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
  /// Readers round heights and scales each in their own way.
  private static let reserve = 0.98
  private static let mostBreaks = 1_023

  func setup() throws -> PageSetup {
    var page = PageSetup()
    let shrunk = shrinking
    page.pageBreaks = Array(breaks(shrunk).prefix(Self.mostBreaks))
    // a sheet is as wide as the margins let it be, so that wider margins make a smaller print
    let margin = (1 - shrunk) * Self.paper.width * 25.4 / 72 / 2
    page.margins.left = 12 + margin
    page.margins.right = 8 + margin
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

  // MARK: size

  private static let steps = [1, 0.95, 0.9, 0.86]
  /// Below this part of their size letters are hard to read on paper.
  private static let smallestPrint = 0.68
  /// In a longer print one page less is worth nothing.
  private static let mostPages = 6

  /// How much smaller than the paper's width it is printed: a signature alone on a last page is worse
  /// than a slightly smaller print.
  private var shrinking: Double {
    let count = breaks(1).count
    guard count > 0, count < Self.mostPages else { return 1 }
    return Self.steps.first { step in
      scale * step >= Self.smallestPrint && breaks(step).count < count
    } ?? 1
  }

  /// The part of its size at which it is as wide as the paper.
  private var scale: Double { min(1, Self.paper.width / WorkbookSizes.points(of: widths)) }

  // MARK: breaks

  /// The rows that begin a page. All are said, so that every reader breaks in the same places.
  ///
  /// A group of rows that no page holds is left to break where it may.
  private func breaks(_ shrunk: Double) -> [Int] {
    let full = Self.paper.height / (scale * shrunk) * Self.reserve
    let repeated = (model.repeatedRows ?? 0...0).filter { row in
      model.repeatedRows != nil && heights.indices.contains(row)
    }.reduce(0) { $0 + heights[$1] }
    let ends = groupEnds(within: full - repeated)
    var breaks: [Int] = []
    var used = 0.0
    for row in heights.indices {
      let space = breaks.isEmpty ? full : full - repeated
      let group = height(row...(ends[row] ?? row))
      let isWhole = group <= full - repeated
      if used > 0, used + (isWhole ? group : heights[row]) > space {
        breaks.append(row)
        used = 0
      }
      used += heights[row]
    }
    return breaks
  }

  /// Where the group ends that begins in a row. Groups that share rows, as a table and the signature below
  /// it, are one as long as a page holds it.
  private func groupEnds(within space: Double) -> [Int: Int] {
    var ends: [Int: Int] = [:]
    for group in model.keptTogether.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      var end = max(group.upperBound, ends[group.lowerBound] ?? 0)
      // those that begin further down have ends already
      for row in group.dropFirst() {
        guard let next = ends[row], next > end, height(group.lowerBound...next) <= space
        else { continue }
        end = next
      }
      ends[group.lowerBound] = end
    }
    return ends
  }

  private func height(_ rows: ClosedRange<Int>) -> Double {
    heights[rows.clamped(to: 0...(heights.count - 1))].reduce(0, +)
  }
}
