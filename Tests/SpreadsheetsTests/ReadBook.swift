import TestSupport

@testable import Spreadsheets

/// A finished workbook read back from its XML, for tests.
struct ReadBook {
  struct Cell: Equatable {
    /// `t`: s, str, b, inlineStr, or nil for a number.
    var type: String?
    /// `s`: index of the format.
    var style: Int?
    var formula: String?
    /// What stands in `<v>`, or the text it points at.
    var value: String?
  }

  let parts: [String: String]
  private let strings: [String]

  init(_ path: String) throws {
    let reader = try PackageReader(path: path)
    var parts: [String: String] = [:]
    for entry in reader.entries {
      parts[entry.name] = String(decoding: try reader.contents(entry.name) ?? [], as: UTF8.self)
    }
    self.parts = parts
    strings = (parts["xl/sharedStrings.xml"] ?? "").matches(of: /(?s)<si><t[^>]*>(.*?)<\/t><\/si>/)
      .map { Self.unescaped(String($0.1)) }
  }

  func part(_ name: String) -> String { parts[name] ?? "" }

  /// The XML of a sheet, counted from 1.
  func sheet(_ number: Int = 1) -> String { part("xl/worksheets/sheet\(number).xml") }

  /// All cells of a sheet by their address.
  func cells(_ number: Int = 1) -> [String: Cell] {
    var result: [String: Cell] = [:]
    let pattern = /(?s)<c r="([A-Z]+[0-9]+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/
    for match in sheet(number).matches(of: pattern) {
      let attributes = String(match.2)
      let body = String(match.3 ?? "")
      var cell = Cell(
        type: attributes.firstMatch(of: /t="(\w+)"/).map { String($0.1) },
        style: attributes.firstMatch(of: /s="(\d+)"/).flatMap { Int($0.1) },
        formula: body.firstMatch(of: /(?s)<f>(.*?)<\/f>/).map { Self.unescaped(String($0.1)) },
        value: body.firstMatch(of: /(?s)<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/).map {
          Self.unescaped(String($0.1))
        })
      if cell.type == "s", let index = cell.value.flatMap({ Int($0) }) {
        cell.value = strings[index]
      }
      result[String(match.1)] = cell
    }
    return result
  }

  /// The element `name` of a text from its first occurrence to its end.
  static func element(_ name: String, in text: String) -> String? {
    guard let start = text.firstRange(of: "<\(name)") else { return nil }
    let rest = text[start.lowerBound...]
    if let end = rest.firstRange(of: "</\(name)>") { return String(rest[..<end.upperBound]) }
    guard let end = rest.firstRange(of: ">") else { return nil }
    return String(rest[..<end.upperBound])
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}

/// 2024-10-05 00:00 UTC.
let created = 1_728_086_400

/// Writes a workbook into a folder of its own and reads it back.
func written(
  constantMemory: Bool = false, properties: WorkbookProperties = WorkbookProperties(),
  _ fill: (Workbook) throws -> Void
) throws -> ReadBook {
  let folder = try WorkingFolder()
  let path = folder.path("book.xlsx")
  let workbook = try Workbook(
    path: path, created: created, properties: properties, constantMemory: constantMemory)
  try fill(workbook)
  try workbook.close()
  return try withExtendedLifetime(folder) { try ReadBook(path) }
}

/// The refusal that `body` throws; nil when it throws none.
func refusal(_ body: () throws -> Void) -> SpreadsheetError.Refusal? {
  do {
    try body()
    return nil
  } catch let error as SpreadsheetError {
    if case .refused(let refusal) = error.code { return refusal }
    return nil
  } catch {
    return nil
  }
}

extension CellRange {
  /// A range by numbers, for tests.
  static func at(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) throws -> CellRange {
    try CellRange(rows: rows, columns: columns)
  }
}
