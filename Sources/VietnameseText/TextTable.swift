/// A table in fixed-width print: `|` between columns, one rule below the head, no outer border.
///
/// Cells wrap within their column; a line break in a cell is kept. Lines carry no blanks at their end.
///
///     TextTable([.init("TT", width: 2, .right, gap: 0), .init("Đảng ủy", width: 10)])
///       .lines([["1", "Xã Vĩnh Hà"]]) == ["TT|Đảng ủy", "--+----------", " 1|Xã Vĩnh Hà"]
public struct TextTable: Sendable {
  /// Where a cell's text stands in its column.
  public enum Alignment: Sendable {
    case left, right
  }

  /// One column.
  public struct Column: Sendable {
    /// The head of the column; it may fill the whole width.
    public var title: String
    /// The columns of print that it takes, separators not counted.
    public var width: Int
    /// Where the cells' text stands.
    public var alignment: Alignment
    /// The blanks kept free before the next `|`; none are kept in the last column, nor where a word
    /// would have to be cut for them.
    public var gap: Int

    /// Describes a column.
    public init(
      _ title: String, width: Int, _ alignment: Alignment = .left, gap: Int = 1
    ) {
      self.title = title
      self.width = max(2, width)
      self.alignment = alignment
      self.gap = max(0, gap)
    }
  }

  /// The columns from left to right.
  public private(set) var columns: [Column]

  /// Makes a table of these columns.
  public init(_ columns: [Column]) {
    self.columns = columns
  }

  /// The columns of print that a full line takes.
  public var width: Int {
    columns.reduce(max(0, columns.count - 1)) { $0 + $1.width }
  }

  /// The head, the rule and the rows.
  ///
  /// A row with too few cells is filled with empty ones; cells too many join the last, so that no
  /// figure disappears.
  public func lines(_ rows: [[String]]) -> [String] { head + rows.flatMap(lines(ofRow:)) }

  /// The head and the rule below it.
  public var head: [String] {
    joined(columns.map { wrap($0.title, width: $0.width) }) + [
      columns.map { String(repeating: "-", count: $0.width) }.joined(separator: "+")
    ]
  }

  /// The lines of one row.
  public func lines(ofRow row: [String]) -> [String] {
    joined(
      columns.indices.map { index in
        let isLast = index == columns.count - 1
        let text =
          isLast
          ? row.dropFirst(index).joined(separator: " ") : row.dropFirst(index).first ?? ""
        return lines(ofCell: text, in: index)
      })
  }

  /// The lines that a cell takes in its column; cells too many stand in the last.
  public func lines(ofCell text: String, in column: Int) -> [String] {
    guard !columns.isEmpty else { return [] }
    let place = min(column, columns.count - 1)
    let column = columns[place]
    var gap = place == columns.count - 1 ? 0 : min(column.gap, column.width - 1)
    if gap > 0, !(text.plainWidth.map { $0 <= column.width - gap } ?? false) {
      // what is not to be broken counts as one word
      let longest = text.split { $0.isWhitespace && $0 != "\u{A0}" }
        .map { String($0).displayWidth }.max()
      if let longest, longest > column.width - gap { gap = 0 }
    }
    let inner = column.width - gap
    return wrap(text, width: inner).map { set($0, column.alignment, inner) + blanks(gap) }
  }

  /// The same table with its right-aligned columns wide enough that no figure of `rows` is cut.
  ///
  /// The widest left-aligned column gives the room, as long as 12 columns are left to it, so that the
  /// whole table stays as wide as it was.
  public func widened(for rows: [[String]]) -> TextTable {
    var result = self
    for (index, column) in columns.enumerated() where column.alignment == .right {
      let figures = rows.flatMap { $0.dropFirst(index).first?.split(separator: " ") ?? [] }
      let widest = figures.map { String($0).displayWidth }.max() ?? 0
      let giver = result.columns.indices.filter { result.columns[$0].alignment == .left }
        .max { result.columns[$0].width < result.columns[$1].width }
      guard widest > column.width, let giver else { continue }
      let taken = min(widest - column.width, result.columns[giver].width - 12)
      guard taken > 0 else { continue }
      result.columns[giver].width -= taken
      result.columns[index].width += taken
    }
    return result
  }

  private func set(_ text: String, _ alignment: Alignment, _ width: Int) -> String {
    switch alignment {
    case .left: text.padded(to: width)
    case .right: text.rightAligned(in: width)
    }
  }

  /// Puts cells of one row side by side, the shorter ones filled with blank lines.
  private func joined(_ cells: [[String]]) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { number in
      var line = zip(columns, cells).map { column, lines in
        number < lines.count ? lines[number].padded(to: column.width) : blanks(column.width)
      }.joined(separator: "|")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
