import Foundation
import TestSupport
import Testing

/// `data/briefing-sources.csv` of the samples: every number of the briefing, and the cell it stands in.
@Suite("Sources of printed numbers")
struct BriefingSourcesTests {
  @Test(
    "every digit of briefing and summary is listed, and what a cell is named for stands in it",
    arguments: ["ninh-khanh", "ubnd-ninh-khanh", "cac-co-quan"])
  func samples(_ organisation: String) throws {
    let office = try SampleOffice()
    for stage in ["ingest", "aggregate", "briefing"] {
      let outcome = try office.run(stage, ["--organisation", organisation])
      #expect([0, 2].contains(outcome.status), "\(stage): \(outcome.errors)")
    }
    let folder = office.outputs.deletingLastPathComponent().appendingPathComponent(organisation)
    let tables = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("data/briefing-sources.csv") }
    #expect(!tables.isEmpty)
    for table in tables {
      let data = folder.appendingPathComponent(table).deletingLastPathComponent()
      let rows = try Table.rows(of: data.appendingPathComponent("briefing-sources.csv"))
      #expect(rows.filter { $0["source"] == "unknown" }.isEmpty, "\(table)")
      for name in ["bao-cao.txt", "tom-tat.txt"] {
        let text = try String(
          contentsOf: data.deletingLastPathComponent().appendingPathComponent(name), encoding: .utf8
        )
        let listed = Dictionary(grouping: rows.filter { $0["document"] == name }) {
          $0["line"] ?? ""
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
        {
          let values = (listed["\(number + 1)"] ?? []).compactMap { $0["value"] }
          #expect(
            digits(values.joined(separator: " ")) == digits(String(line)), "\(table) \(line)")
        }
      }
      try standInTheirCells(rows, data)
    }
  }

  /// Whole numbers of `indicators.csv`, looked up by plan, item, unit and window with nothing of the program.
  private func standInTheirCells(_ rows: [[String: String]], _ data: URL) throws {
    let cells = try Table.rows(of: data.appendingPathComponent("indicators.csv"))
    let columns: Set = ["numerator", "denominator", "units_counted", "units_expected"]
    let period = try #require(cells.first?["period"])
    let claims = rows.filter {
      $0["source"] == "indicators.csv" && columns.contains($0["field"] ?? "")
        && $0["period"] == period
    }
    #expect(claims.count > 20)
    for claim in claims {
      let cell = try #require(
        cells.first {
          $0["indicator"] == claim["item"] && $0["unit"] == claim["unit"]
            && $0["window"] == claim["window"]
        })
      let printed = claim["value"]?.replacing(".", with: "").replacing(",", with: ".")
      let shown = try #require(printed.flatMap { Decimal(string: $0) })
      #expect(cell[claim["field"] ?? ""].flatMap { Decimal(string: $0) } == shown, "\(claim)")
    }
  }

  private func digits(_ text: String) -> [String] {
    text.split { !("0"..."9").contains($0) }.map(String.init).sorted()
  }
}
