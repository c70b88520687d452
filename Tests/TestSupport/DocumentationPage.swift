import Foundation

/// A page below `docs/`, with its tables and examples.
public struct DocumentationPage: Sendable {
  /// One table of a page.
  public struct Table: Sendable {
    /// The head of its first column.
    public let head: String
    /// The cells of its rows.
    public let rows: [[String]]

    /// What the first column has in code, row by row.
    public var names: [String] {
      rows.flatMap { $0[0].matches(of: /`([^`]+)`/).map { String($0.output.1) } }
    }

    /// What its head says it is of: one thing, or several (`key of the term, of the years`).
    public var subjects: [String] {
      head.replacing(#/^(key|column) of /#, with: "").components(separatedBy: ", of ")
    }
  }

  /// The whole page.
  public let text: String
  /// Its tables, in order.
  public let tables: [Table]

  /// Reads a page; an empty one where there is none, which no test takes for good.
  public init(_ name: String) {
    let docs = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs")
    let text = try? String(contentsOf: docs.appendingPathComponent(name), encoding: .utf8)
    self.text = text ?? ""
    tables = Self.tables(of: self.text)
  }

  private static func tables(of text: String) -> [Table] {
    var tables: [Table] = []
    var rows: [[String]] = []
    for line in text.components(separatedBy: "\n") + [""] {
      if line.hasPrefix("|") {
        rows.append(cells(line))
      } else if let head = rows.first?.first {
        // the second row is the line below the head
        tables.append(Table(head: head, rows: Array(rows.dropFirst(2))))
        rows = []
      }
    }
    return tables
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The examples in fences that begin with a word, one below the other.
  public func blocks(of word: String) -> String {
    text.components(separatedBy: "```\(word)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }.joined()
  }
}
