public import PlanModel

/// Who writes the rows of a data file: cell after cell, for there are millions.
public protocol DataRowWriter: Sendable {
  /// Adds a cell of plain text; an empty one says nothing.
  mutating func add(_ text: String)
  /// Adds a number, `.` before its digits behind the mark, of which there are at least so many.
  mutating func add(_ number: FixedDecimal, fractionDigits: Int)
  /// Adds how many of something there are.
  mutating func add(_ count: Int)
  /// Ends the row.
  mutating func endRow()
}

extension DataRowWriter {
  /// Adds a row of texts.
  public mutating func add(_ row: [String]) {
    for cell in row { add(cell) }
    endRow()
  }
}

/// Rows kept as texts.
struct TextRows: DataRowWriter {
  private(set) var rows: [[String]] = []
  private var row: [String] = []

  mutating func add(_ text: String) { row.append(text) }

  mutating func add(_ number: FixedDecimal, fractionDigits: Int) {
    row.append(number.text(fractionDigits: fractionDigits))
  }

  mutating func add(_ count: Int) { row.append(String(count)) }

  mutating func endRow() {
    rows.append(row)
    row = []
  }
}
