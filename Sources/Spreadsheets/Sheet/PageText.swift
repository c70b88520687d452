/// A header or footer: pieces at the left, in the middle, at the right.
///
///     PageText(centre: [.pageNumber])
///     PageText(right: [.text("Trang "), .pageNumber, .text("/"), .pageCount])
public struct PageText: Hashable, Sendable {
  /// One piece of it.
  public enum Piece: Hashable, Sendable {
    /// Plain text.
    case text(String)
    /// The number of the page.
    case pageNumber
    /// The number of all pages.
    case pageCount
    /// The name of the sheet.
    case sheetName
    /// From here on a font, its size in points (1 to 409), bold, italic.
    case font(String, size: Int, bold: Bool, italic: Bool)
  }

  /// At the left.
  public var left: [Piece]
  /// In the middle.
  public var centre: [Piece]
  /// At the right.
  public var right: [Piece]

  /// A header or footer of the given pieces.
  public init(left: [Piece] = [], centre: [Piece] = [], right: [Piece] = []) {
    self.left = left
    self.centre = centre
    self.right = right
  }

  /// Excel's limit for the whole, codes included.
  static let limit = 255

  /// The text with Excel's codes; throws when over 255 UTF-16 units.
  func stored(_ call: String) throws -> String {
    var result = ""
    for (code, pieces) in [("&L", left), ("&C", centre), ("&R", right)] where !pieces.isEmpty {
      result += code
      for piece in pieces { result += try Self.code(piece, after: result, call) }
    }
    return try CellText.stored(result, limit: Self.limit, call)
  }

  private static func code(_ piece: Piece, after text: String, _ call: String) throws -> String {
    switch piece {
    case .text(let text): return text.replacing("&", with: "&&")
    case .pageNumber: return "&P"
    case .pageCount: return "&N"
    case .sheetName: return "&A"
    case .font(let name, let size, let bold, let italic):
      let isName = !name.isEmpty && !name.contains { "\",&".contains($0) }
      guard isName, (1...409).contains(size) else {
        throw SpreadsheetError.refused(.argument, call, "font \"\(name)\" of size \(size)")
      }
      let face = bold ? (italic ? "Bold Italic" : "Bold") : (italic ? "Italic" : "Regular")
      // the size stands first, so that digits of a following text are not taken for it
      return "&\(size)&\"\(name),\(face)\""
    }
  }
}
