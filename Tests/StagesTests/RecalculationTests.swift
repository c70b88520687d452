import Foundation
import Spreadsheets
import TestSupport
import Testing

/// `make verify-workbook` runs these, and hands over a folder of workbooks of the office's own.
@Suite(
  "The workbook, recalculated", .enabled(if: Recalculation.isPossible, "needs libreoffice-calc"),
  .serialized)
struct RecalculationTests {
  @Test("LibreOffice reckons the stored result of every cell of the sample")
  func sample() throws {
    let office = try SampleOffice()
    try office.report()
    let workbook = office.outputs.appendingPathComponent("2024-Q3/NQ21/bieu-tong-hop.xlsx")
    let result = try Recalculation(workbook, in: office.folder)
    #expect(result.differences == [])
    #expect(result.formulas > 500)
  }

  @Test("a plan of tasks alone, too")
  func withoutIndicators() throws {
    let office = try SampleOffice()
    try office.removeIndicators()
    try office.report()
    let workbook = office.outputs.appendingPathComponent("2024-Q3/NQ21/bieu-tong-hop.xlsx")
    let result = try Recalculation(workbook, in: office.folder)
    #expect(result.differences == [])
    #expect(result.formulas > 50)
  }

  @Test("a wrong stored result is seen")
  func wrongResult() throws {
    let folder = try WorkingFolder()
    let path = folder.path("sai.xlsx")
    let workbook = try Workbook(path: path, created: 1_700_000_000)
    let sheet = try workbook.addSheet("Một")
    try sheet.number(0, 0, 2)
    try sheet.text(0, 1, "hai")
    try sheet.formula(1, 0, "A1*2", result: .number(5))
    try workbook.close()
    let result = try Recalculation(URL(fileURLWithPath: path), in: folder)
    #expect(result.differences == ["Một!A2: stored 5.0, reckoned 4.0"])
  }

  @Test(
    "every workbook of the folder handed over",
    .enabled(if: ProcessInfo.processInfo.environment["TONGHOP_VERIFY_WORKBOOKS"] != nil))
  func handedOver() throws {
    let path = ProcessInfo.processInfo.environment["TONGHOP_VERIFY_WORKBOOKS"] ?? ""
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".xlsx") }.sorted()
    let folder = try WorkingFolder()
    for name in names {
      let workbook = URL(fileURLWithPath: path).appendingPathComponent(name)
      let result = try Recalculation(workbook, in: folder)
      print("\(name): \(result.cells) cells, \(result.formulas) formulas")
      #expect(result.differences == [], "\(name)")
    }
  }
}
