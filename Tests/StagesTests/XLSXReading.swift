import Foundation
import FoundationXML
import Testing

@testable import Spreadsheets

/// The cells of a workbook as its XML has them: values as stored, and formulas.
struct XLSX {
  struct Cell {
    var text: String?
    var number: Double?
    var formula: String?
  }

  /// The sheets' names, in order, with their cells by address.
  let sheets: [(name: String, cells: [String: Cell])]

  init(_ url: URL) throws {
    let package = try PackageReader(path: url.path)
    func part(_ name: String) throws -> Data {
      Data(try #require(try package.contents(name), "\(name) is missing"))
    }
    let names = try Elements.read(try part("xl/workbook.xml"), "sheet").compactMap {
      $0.attributes["name"]
    }
    // a large workbook has its texts in the cells
    let shared = try package.contents("xl/sharedStrings.xml").map { Data($0) }
    let strings = try shared.map { try Elements.read($0, "si").map(\.text) } ?? []
    sheets = try names.enumerated().map { index, name in
      let cells = try Elements.read(try part("xl/worksheets/sheet\(index + 1).xml"), "c")
      return (
        name,
        Dictionary(
          uniqueKeysWithValues: cells.compactMap { element in
            element.attributes["r"].map { ($0, Cell(element, strings)) }
          })
      )
    }
  }

  func cells(_ name: String) throws -> [String: Cell] {
    try #require(sheets.first { $0.name == name }?.cells)
  }
}

extension XLSX.Cell {
  fileprivate init(_ element: Elements.Element, _ strings: [String]) {
    formula = element.children["f"]
    let value = element.children["v"]
    switch element.attributes["t"] {
    case "s": text = value.flatMap { Int($0) }.map { strings[$0] }
    case "str": text = value
    case "inlineStr": text = element.text
    default: number = value.flatMap { Double($0) }
    }
  }
}

/// All elements of one name in a piece of XML, with the text inside them and in their children.
private final class Elements: NSObject, XMLParserDelegate {
  struct Element {
    var attributes: [String: String]
    var text = ""
    var children: [String: String] = [:]
  }

  private let name: String
  private var found: [Element] = []
  private var isInside = false
  private var child: String?

  private init(_ name: String) { self.name = name }

  static func read(_ data: Data, _ name: String) throws -> [Element] {
    let elements = Elements(name)
    // by and by: handed over at once, no more than 10 MB are taken
    let parser = XMLParser(stream: InputStream(data: data))
    parser.delegate = elements
    try #require(parser.parse(), "the XML is not well-formed")
    return elements.found
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if element == name {
      found.append(Element(attributes: attributes))
      isInside = true
    } else if isInside {
      child = element
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    if element == name { isInside = false }
    child = nil
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard isInside, let last = found.indices.last else { return }
    found[last].text += text
    if let child { found[last].children[child, default: ""] += text }
  }
}
