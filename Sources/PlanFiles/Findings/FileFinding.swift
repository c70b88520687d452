public import PlanModel
internal import VietnameseText

/// A finding in one of the office's own files.
public struct FileFinding: Hashable, Sendable {
  /// The path of the file as it is printed.
  public let path: String
  /// The finding; its column is, in a YAML file, the characters before it in its line, and in a CSV
  /// file the number of the column, both from 0.
  public let finding: Finding
  /// The line of the file it is about; nil in CSV files and where no line is meant.
  public let excerpt: String?

  /// `finding` in the file at `path`.
  public init(path: String, finding: Finding, excerpt: String? = nil) {
    self.path = path
    self.finding = finding
    self.excerpt = excerpt
  }

  /// What is printed on the terminal, without line ends: `path:line:column: severity: text
  /// [code]`, lines and columns from 1, and in YAML files the line itself with a caret below the
  /// place.
  ///
  /// Control and invisible characters are written out, so that no file can steer a terminal.
  public var terminalLines: [String] {
    let place = finding.place
    var head = visible(path)
    if let line = place.line {
      head += ":\(line)"
      if let column = place.column { head += ":\(column + 1)" }
    }
    head += ": \(finding.severity.rawValue): \(visible(finding.message)) [\(finding.code)]"
    guard let excerpt else { return [head] }
    return [head] + Self.marked(excerpt, column: place.column ?? 0)
  }

  /// The line, and a caret below the character of a column; a long line is shown around it.
  private static func marked(_ line: String, column: Int) -> [String] {
    let scalars = Array(line.unicodeScalars)
    let column = min(max(column, 0), scalars.count)
    let start = column > shownBefore ? column - shownBefore / 2 : 0
    let end = min(scalars.count, start + shownInAll)
    let before = (start > 0 ? "..." : "") + visible(text(scalars[start..<column]))
    let after = visible(text(scalars[column..<end])) + (end < scalars.count ? "..." : "")
    return [before + after, String(repeating: " ", count: before.displayWidth) + "^"]
  }

  private static let shownBefore = 90
  private static let shownInAll = 120

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
