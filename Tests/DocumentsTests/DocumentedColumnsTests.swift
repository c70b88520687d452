import Assessment
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Documents

/// `docs/data-files.md` against what is written.
@Suite("What is documented of the data files")
struct DocumentedColumnsTests {
  private static let page = DocumentationPage("data-files.md")

  private static func files() throws -> [DataFile] {
    DataFiles.all(of: try #require(WorkbookSample().report()))
  }

  @Test("the page has every column of every data file, in order, and no other")
  func columns() throws {
    let files = try Self.files()
    #expect(files.map(\.name) == DataFiles.names)
    for file in files {
      let table = Self.page.tables.first { $0.head == "column of \(file.name)" }
      // codes in other cells of a row are values
      let names = table?.rows.map { $0[0].trimmingCharacters(in: ["`"]) }
      #expect(names == file.columns, "\(file.name)")
    }
    #expect(Self.page.tables.count { $0.head.hasPrefix("column of ") } == files.count)
  }

  @Test("the example of each file has its header, and rows that are as wide")
  func examples() throws {
    for file in try Self.files() {
      let rows = DataFileText.rows(in: Array(Self.page.blocks(of: "csv \(file.name)").utf8))
      #expect(rows.count > 1, "\(file.name)")
      #expect(rows.first == file.columns, "\(file.name)")
      for row in rows { #expect(row.count == file.columns.count, "\(file.name): \(row)") }
    }
  }

  @Test("the page has every value of the columns that take one of a few")
  func values() {
    let tables = Dictionary(
      Self.page.tables.map { ($0.head, $0) }, uniquingKeysWith: { first, _ in first })
    #expect(tables["`window`"]?.names == Window.allCases.map(\.rawValue))
    #expect(tables["`verdict`"]?.names.sorted() == Verdict.allCases.map(\.rawValue).sorted())
    #expect(tables["`state`"]?.names == TaskState.allCases.map(\.rawValue))
    let others = [
      SubmissionClass.allCases.map(\.rawValue), Form.allCases.map(\.rawValue),
      Severity.allCases.map(\.rawValue),
    ].joined()
    for word in others { #expect(Self.page.text.contains("`\(word)`"), "\(word)") }
  }

  @Test("targets are written as the page says")
  func targets() {
    let (low, high) = (FixedDecimal(3, fractionDigits: 2), FixedDecimal(4, fractionDigits: 2))
    let words: [(Target.Comparison, String)] = [
      (.above(FixedDecimal(9, fractionDigits: 1)), "0.9"), (.between(low, high), "0.03..0.04"),
      (
        .about(FixedDecimal(3, fractionDigits: 1), tolerance: FixedDecimal(2, fractionDigits: 2)),
        "0.3+-0.02"
      ),
      (
        .increase(
          Target.Change(
            .by(FixedDecimal(20)), against: .fixed(Target.Start(year: 2021, FixedDecimal(100))))),
        "120"
      ),
      (.increase(Target.Change(nil, against: .previousYear)), ""), (.exists, "1"),
    ]
    for (comparison, text) in words {
      #expect(comparison.dataText == text)
      #expect(Self.page.text.contains(text.isEmpty ? "| empty |" : "`\(text)`"), "\(text)")
    }
  }

  @Test("deadlines are written as the page says")
  func deadlines() throws {
    let half = Deadline(.every(.half)).code
    let event = [nil, 3].map { Deadline(.after(event: "TW-HD", months: $0)).code }
    let years = Deadline(.years(from: 2022, to: 2025)).code
    for code in [half, years] + event { #expect(Self.page.text.contains("`\(code)`"), "\(code)") }
    #expect(Deadline(.years(from: 2022, to: 2025), then: .continuous).code == years + "+")
    #expect(Deadline(.years(from: 2022, to: 2025), then: .yearly).code == years + "+year")
  }
}
