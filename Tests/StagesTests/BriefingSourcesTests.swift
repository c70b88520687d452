import Foundation
import TestSupport
import Testing

/// `data/briefing-sources.csv` of the samples: every number of the briefing, and the cell it stands in.
@Suite("Sources of printed numbers")
struct BriefingSourcesTests {
  @Test(
    "every digit of every document is listed, and what a cell is named for stands in it",
    arguments: ["ninh-khanh", "ubnd-ninh-khanh", "cac-co-quan"])
  func samples(_ organisation: String) throws {
    let office = try SampleOffice()
    func run(_ stages: [String], _ options: [String] = []) throws {
      for stage in stages {
        let outcome = try office.run(stage, ["--organisation", organisation] + options)
        #expect([0, 2].contains(outcome.status), "\(stage): \(outcome.errors)")
      }
    }
    if organisation == "ninh-khanh" {
      try run(["ingest"], ["--period", "all"])
      // an edition of the time when few had sent anything, so that the next one has a notice
      try run(["aggregate"], ["--period", "2024-Q3", "--as-of", "2024-09-16"])
      for (period, day) in [("2024", "2025-01-20"), ("2025-Q3", "2025-10-05")] {
        try run(["aggregate", "briefing"], ["--period", period, "--as-of", day])
      }
    }
    try run(["ingest", "aggregate", "briefing"])
    let folder = office.outputs.deletingLastPathComponent().appendingPathComponent(organisation)
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let tables = all.filter { $0.hasSuffix("data/briefing-sources.csv") }
    var listed: Set<String> = []
    for table in tables {
      let data = folder.appendingPathComponent(table).deletingLastPathComponent()
      let rows = try Table.rows(of: data.appendingPathComponent("briefing-sources.csv"))
      #expect(rows.filter { $0["source"] == "unknown" }.isEmpty, "\(table)")
      let base = String(table.dropLast("data/briefing-sources.csv".count))
      for name in Set(rows.compactMap { $0["document"] }) {
        let text = try String(
          contentsOf: folder.appendingPathComponent(base + name), encoding: .utf8)
        isListed(text, rows.filter { $0["document"] == name }, base + name)
        listed.insert(base + name)
      }
      if FileManager.default.fileExists(
        atPath: data.appendingPathComponent("indicators.csv").path)
      {
        try standInTheirCells(rows, data)
      }
    }
    #expect(listed == Set(all.filter { $0.hasSuffix(".txt") }))
    #expect(listed.contains { $0.contains("/phan-hoi/") })
    #expect(listed.contains { $0.hasSuffix("/don-doc/cong-van.txt") })
    if organisation == "ninh-khanh" {
      #expect(listed.contains("2024-Q3/NQ21/hieu-chinh.txt"))
    }
  }

  /// The numbers of a document are those that are listed of it, line by line.
  private func isListed(_ text: String, _ rows: [[String: String]], _ name: String) {
    let listed = Dictionary(grouping: rows) { $0["line"] ?? "" }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let values = (listed["\(number + 1)"] ?? []).compactMap { $0["value"] }
      #expect(
        digits(values.joined(separator: " ")) == digits(String(line)), "\(name): \(line)")
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
