import Assessment
import Documents
import Foundation
import LedgerStore
import PlanFiles
import PlanModel
import Rendering
import TestSupport
import Testing

@testable import Stages

/// The rows of indicators that are assessed several at once.
@Suite("Rows of indicators written while they are assessed")
struct IndicatorRowsTests {
  private func report(_ office: SmallOffice) throws -> Report {
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT01;12;\nKH1;CT02;3;4\nKH1;CT03;1,5;\n",
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
    #expect(whole.rowCount == first.rows.count)

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
