@testable import Spreadsheets
import Testing

/// The text of one part of a finished workbook.
func part(_ name: String, of path: String) throws -> String {
  let bytes = try PackageReader(path: path).contents(name)
  return String(decoding: try #require(bytes), as: UTF8.self)
}
