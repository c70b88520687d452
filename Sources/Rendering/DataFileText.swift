public import Documents
public import Foundation

extension DataFile {
  /// The file: UTF-8, LF, comma, quotes only where a cell needs them. `alongside` sees every row.
  public func bytes(_ alongside: ([String]) -> Void = { _ in }) -> Data {
    var bytes = Data()
    Self.append(columns, to: &bytes)
    forEachRow { row in
      Self.append(row, to: &bytes)
      alongside(row)
    }
    return bytes
  }

  private static func append(_ row: [String], to bytes: inout Data) {
    var line: [UInt8] = []
    line.reserveCapacity(128)
    for (place, cell) in row.enumerated() {
      if place > 0 { line.append(UInt8(ascii: ",")) }
      line.append(contentsOf: quoted(cell).utf8)
    }
    line.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: line)
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
