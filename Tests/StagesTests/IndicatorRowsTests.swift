import Assessment
import ContentHash
import Foundation
import LedgerStore
import PlanFiles
import PlanModel
import Rendering
import TestSupport
import Testing

@testable import Documents
@testable import Stages

/// The rows of indicators that are assessed several at once.
@Suite("Rows of indicators written while they are assessed")
struct IndicatorRowsTests {
  private func report(_ office: SmallOffice) throws -> Report {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT01;12;\nKH1;CT02;3;4\n",
      "submissions/2025-Q3/A/bieu01.csv")
    #expect(office.run(IngestStage.run).text.contains("(1 accepted"))
    let loaded = try #require(
      OfficeFiles.load(inputs: office.inputs, organisation: "o").office)
    let ledger = try Ledger(path: office.output("ledger.sqlite").path, mode: .readOnly)
    defer { try? ledger.close() }
    return try EditionContent(
      office: loaded, plan: loaded.plans[0], period: try #require(Period.parse("2025-Q3")),
      asOf: .end(of: .last(ofMonth: 12, year: 2030)), horizon: 1, ledger: ledger
    ).report(edition: 1, ledger: ledger)
  }

  private func text(_ file: MadeData.File) throws -> String {
    var bytes = Data()
    try file.bytes.forEachPiece { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("whichever passes by first, they stand in the plan's order, and have the same digest")
  func order() throws {
    let folder = try WorkingFolder()
    let report = try report(SmallOffice(folder, code: "o", root: "T", units: ["A", "B"]))
    let indicators = report.assessment.indicators
    #expect(indicators.count >= 3)
    let whole = try IndicatorRows(of: report, in: folder.path("w")).file()
    let first = try #require(DataFiles.all(of: report).first)
    #expect(try text(whole) == String(decoding: DataFileText(first).bytes, as: UTF8.self))
    #expect(whole.rowCount == NumberTable(first).rowCount)

    let input = report.assessment.input
    for order in [[2, 1, 0], [1, 2, 0], [2, 0, 1], [0, 2, 1]] {
      let rows = IndicatorRows(of: input.plan, in: folder.path("w"))
      // the first half of each passes by, then the second
      for place in order {
        let cells = indicators[place].cells
        rows.see(Array(cells.prefix(2)), of: indicators[place].indicator, input)
      }
      for place in order {
        let cells = indicators[place].cells
        rows.see(Array(cells.dropFirst(2)), of: indicators[place].indicator, input)
        rows.end(of: indicators[place].indicator)
      }
      for other in indicators.dropFirst(3) {
        rows.see(other.cells, of: other.indicator, input)
        rows.end(of: other.indicator)
      }
      let file = try rows.file()
      #expect(try text(file) == text(whole))
      #expect(file.digest == whole.digest)
      #expect(file.rowCount == whole.rowCount)
    }
  }

  @Test("an edition is known by its outcome, also by that of programs that hashed it cell by cell")
  func outcome() throws {
    let folder = try WorkingFolder()
    let report = try report(SmallOffice(folder, code: "o", root: "T", units: ["A", "B"]))
    let made = try MadeData(report, IndicatorRows(of: report, in: folder.path("w")))
    var former = FieldsDigest()
    for file in DataFiles.all(of: report) {
      let kept = file.columns.indices.filter { !file.columns[$0].hasPrefix("days_") }
      var rows = NumberTable(file).rows
      if file.name == "findings.csv" { rows.removeAll { $0[2].isEmpty } }
      #expect(!rows.isEmpty, "\(file.name)")
      former.add(file.name)
      former.add(String(rows.count))
      for row in rows { for place in kept { former.add(row[place]) } }
    }
    #expect(made.outcomeDigest != former.digest.hexadecimal)
    #expect(try made.says(made.outcomeDigest))
    #expect(try made.says(former.digest.hexadecimal))
    former.add("")
    #expect(!(try made.says(former.digest.hexadecimal)))
  }

  @Test("a shelf without room keeps the first report, and the whole one in its place")
  func shelf() throws {
    let folder = try WorkingFolder()
    let office = try SmallOffice(folder, code: "o", root: "T", units: ["A", "B"])
    let report = try report(office)
    for period in ["2025-Q3", "2025-Q4"] {
      office.run(AggregateStage.run) { $0.period = period }
    }
    let ledger = try Ledger(path: office.output("ledger.sqlite").path, mode: .readOnly)
    let editions = try ledger.editions()
    #expect(editions.count == 2)
    for (room, kept) in [(1, 1), (200_000, 2)] {
      let shelf = ReportShelf(mostValues: room)
      for edition in editions { shelf.keep(report, of: edition, isWhole: false) }
      #expect(editions.count { shelf[$0]?.isWhole == false } == kept)
      for edition in editions { shelf.keep(report, of: edition, isWhole: true) }
      #expect(editions.count { shelf[$0]?.isWhole == true } == kept)
      #expect(shelf[editions[0]] != nil)
    }
  }

  @Test("rows that cannot be put by are an error of the whole file")
  func blocked() throws {
    let folder = try WorkingFolder()
    let report = try report(SmallOffice(folder, code: "o", root: "T", units: ["A", "B"]))
    let place = folder.path("tệp")
    try Data().write(to: URL(fileURLWithPath: place))
    let spool = Spool(in: place, mostInMemory: 0)
    let rows = IndicatorRows(of: report.assessment.input.plan, in: spool)
    for assessed in report.assessment.indicators {
      rows.see(assessed.cells, of: assessed.indicator, report.assessment.input)
      rows.end(of: assessed.indicator)
    }
    #expect { try rows.file() } throws: { ($0 as? OutputError)?.path == place }
  }
}
