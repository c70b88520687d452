import Synchronization

/// A data file as its readers have it. A column becomes texts when somebody asks for it: of tens of thousands
/// of rows, claims look at a few.
final class NumberTable: Sendable {
  private let columns: [String]
  private let text: [UInt8]
  private let known = Mutex<[String: [String]]>([:])
  /// How many rows it has.
  let rowCount: Int

  init(_ file: DataFile) {
    var text = DataFileText()
    file.write(to: &text)
    columns = file.columns
    self.text = text.bytes
    rowCount = text.rowCount
  }

  /// Where a column stands; nil of one that the file has not.
  func place(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// The cells of a column, from the top; nil of one that the file has not.
  func column(_ name: String) -> [String]? {
    guard let place = place(of: name) else { return nil }
    return known.withLock { known in
      if let cells = known[name] { return cells }
      var cells: [String] = []
      cells.reserveCapacity(rowCount)
      DataFileText.forEachRow(in: text) { row in
        cells.append(String(decoding: row[place], as: UTF8.self))
      }
      known[name] = cells
      return cells
    }
  }

  /// All rows, cell by cell.
  var rows: [[String]] { DataFileText.rows(in: text) }

  /// The rows that hold one of the texts asked for in each of some columns; none when the file lacks one of
  /// these.
  func rows(where conditions: [(column: String, values: Set<String>)]) -> [Int] {
    let asked = conditions.map { (column($0.column), $0.values) }
    return (0..<rowCount).filter { row in
      asked.allSatisfy { cells, values in cells.map { values.contains($0[row]) } ?? false }
    }
  }
}
