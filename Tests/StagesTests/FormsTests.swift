import Foundation
import TestSupport
import Testing

/// Blank forms of the sample's units, made by the executable.
@Suite("Blank forms") struct FormsTests {
  private let office: SampleOffice

  init() throws { office = try SampleOffice.onePlan() }

  private func forms(_ arguments: String...) throws -> Executable.Outcome {
    try office.run("forms", ["--period", "2024-Q4"] + arguments)
  }

  private func form(_ unit: String) throws -> XLSX {
    try XLSX(office.outputs.appendingPathComponent("2024-Q4/bieu-mau/\(unit).xlsx"))
  }

  @Test("every unit gets what it owes, without a ledger too")
  func contents() throws {
    let outcome = try forms()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("forms of 22 units, 56 files written"))
    let district = try form("HU01")
    #expect(district.sheets.map(\.name) == ["Biểu số 01", "Biểu số 02", "Hướng dẫn", "Danh mục"])
    let cells = try district.cells("Biểu số 01")
    #expect(cells["E7"]?.text == "CT06" && cells["E8"] == nil)
    #expect(cells["H2"]?.text == nil && cells["I2"]?.number == nil)
    #expect(try form("BTC").sheets.map(\.name) == ["Biểu số 02", "Hướng dẫn", "Danh mục"])
    // DU02 has neither villages nor private owners to report on
    #expect(try form("DU02").cells("Biểu số 01").values.compactMap(\.text).contains("CT05"))
    #expect(try !form("DU02").cells("Biểu số 01").values.compactMap(\.text).contains("CT03"))
  }

  @Test("last period's figures stand beside the cells, and the same forms are the same bytes")
  func past() throws {
    #expect([0, 2].contains(try office.run("ingest").status))
    #expect(try forms().status == 0)
    let cells = try form("HU01").cells("Biểu số 01")
    #expect(cells["H4"]?.text == "quý III/2024")
    #expect(cells["I4"]?.number == 46 && cells["J6"]?.number == 2433)
    // yearly figures are those of the last assessment
    #expect(cells["H2"]?.text == "quý IV/2023")
    let files = try office.files().filter { $0.key.contains("bieu-mau") }
    #expect(files.count == 56)
    #expect(try forms("--as-of", "2024-12-31").output.contains("0 files written, 56 unchanged"))
    #expect(try office.files().filter { $0.key.contains("bieu-mau") } == files)
    // before anything had come, nothing stands beside
    #expect(try forms("--as-of", "2023-01-01").status == 0)
    #expect(try form("HU01").cells("Biểu số 01")["H4"]?.text == nil)
  }

  @Test("one unit can be asked for; forms nobody owes any more go")
  func choices() throws {
    #expect(try forms("--unit", "hu01").output.contains("forms of 1 units, 3 files written"))
    try office.folder.write(
      "outputs/ninh-khanh/2024-Q4/bieu-mau/HU99/bieu01.csv", text: "Mã kế hoạch\r\n")
    try office.folder.write("outputs/ninh-khanh/2024-Q4/bieu-mau/HU99.xlsx", text: "")
    #expect(try forms().output.contains("53 files written, 3 unchanged, 2 no longer needed"))
    #expect(try office.files().keys.allSatisfy { !$0.contains("HU99") })
  }

  @Test("what cannot be asked for is refused")
  func refusals() throws {
    #expect(try forms("--unit", "HU99").status == 64)
    #expect(try forms("--plan", "NQ21").status == 64)
    #expect(try office.run("forms", ["--period", "all"]).status == 64)
    let month = try office.run("forms", ["--period", "2024-09"])
    #expect(month.status == 1 && month.errors.contains("no plan is collected in it"))
  }
}
