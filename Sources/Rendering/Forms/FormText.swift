public import Documents
import PlanModel

extension BlankForm {
  /// The form as a file to fill in without a spreadsheet, or in one that opens only such files: what the
  /// unit sends back, without the columns that are there for the eye.
  ///
  /// As Excel in Viet Nam reads and writes it: UTF-8 with a mark in front, `;`, CR LF.
  public var skeleton: String {
    let kept = columns.indices.filter { columns[$0].part != .shown }
    let lines =
      [kept.map { columns[$0].title }] + rows.map { row in kept.map { row[$0].value.fileText } }
    return "\u{FEFF}"
      + lines.map { line in line.map(Self.quoted).joined(separator: ";") + "\r\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains {
      $0 == ";" || $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" || $0 == "\t"
    }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}

extension FormValue {
  /// The text by which the height of a row is reckoned; numbers never take a second line.
  var shown: String {
    if case .text(let text) = self { text } else { "" }
  }

  /// The value as a file holds it.
  fileprivate var fileText: String {
    switch self {
    case .blank, .checks: ""
    case .text(let text): text
    case .number(let number): number.plainText
    }
  }
}
