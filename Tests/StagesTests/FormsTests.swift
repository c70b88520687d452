import Foundation
import TestSupport
import Testing

/// A small office of its own for forms, so that they stay as they are while the sample grows.
struct FormOffice {
  static let fixtures = SampleOffice.repository
    .appendingPathComponent("Tests/StagesTests/Fixtures/forms")

  let folder: WorkingFolder

  init() throws {
    folder = try WorkingFolder()
    let inputs = folder.url.appendingPathComponent("inputs")
    try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.fixtures.appendingPathComponent("mau"), to: inputs.appendingPathComponent("mau"))
  }

  @discardableResult
  func run(_ stage: String, _ arguments: String...) throws -> Executable.Outcome {
    try Executable("tonghop-\(stage)").run(arguments, in: folder.url)
  }

  /// Makes the forms of the fourth quarter.
  func forms(_ arguments: String...) throws -> Executable.Outcome {
    try Executable("tonghop-forms").run(["--period", "2024-Q4"] + arguments, in: folder.url)
  }

  private var outputs: URL { folder.url.appendingPathComponent("outputs/mau/2024-Q4/bieu-mau") }

  /// Adds a unit to the register that owes nothing any more.
  func endedUnit(_ code: String) throws {
    let name = "inputs/mau/units.csv"
    let text = try String(contentsOfFile: folder.path(name), encoding: .utf8)
    try folder.write(
      name, text: text + "\(code),Huyện ủy cũ,huyen-uy,TU,2020-01-01,2022-12-31,,,\n")
  }

  func workbook(_ unit: String) throws -> XLSX {
    try XLSX(outputs.appendingPathComponent("\(unit).xlsx"))
  }

  /// The files among the forms, by their paths.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: outputs.path)
    where path.contains(".") {
      files[path] = try Data(contentsOf: outputs.appendingPathComponent(path))
    }
    return files
  }
}

/// Blank forms made by the executable.
@Suite("Blank forms") struct FormsTests {
  private let office: FormOffice

  init() throws { office = try FormOffice() }

  @Test("every unit gets what it owes, without a ledger too")
  func contents() throws {
    let outcome = try office.forms()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("forms of 4 units, 10 files written"))
    #expect(
      try office.files().keys.sorted() == [
        "BTC.xlsx", "BTC/bieu02.csv", "DU01.xlsx", "DU01/bieu01.csv", "HU01.xlsx",
        "HU01/bieu01.csv", "HU01/bieu02.csv", "HU02.xlsx", "HU02/bieu01.csv", "HU02/bieu02.csv",
      ])
    let district = try office.workbook("HU01")
    #expect(district.sheets.map(\.name) == ["Biểu số 01", "Biểu số 02", "Hướng dẫn", "Danh mục"])
    let cells = try district.cells("Biểu số 01")
    #expect((1...6).map { cells["E\($0 + 1)"]?.text } == (1...6).map { "CT0\($0)" })
    #expect(cells["E8"] == nil && cells["H2"]?.text == nil && cells["I2"]?.number == nil)
    #expect(
      try office.workbook("DU01").sheets.map(\.name) == ["Biểu số 01", "Hướng dẫn", "Danh mục"])
    // a task of several leads is on the form of each
    let led = try office.workbook("BTC").cells("Biểu số 02")
    #expect(led["E2"]?.text == "V.1-01" && led["E3"]?.text == "V.2-06")
    #expect(led["F3"]?.text == "Làm điểm (cùng chủ trì: Huyện ủy Một)")
  }

  @Test("last period's figures stand beside the cells, and the same forms are the same bytes")
  func past() throws {
    try office.run("ingest", "--as-of", "2024-10-01")
    #expect(try office.forms().status == 0)
    let cells = try office.workbook("HU01").cells("Biểu số 01")
    #expect(cells["H3"]?.text == "quý III/2024" && cells["I3"]?.number == 46)
    // yearly figures are those of the last time, as is one that was left empty since
    #expect(cells["H2"]?.text == "quý IV/2023" && cells["J2"]?.number == 39)
    #expect(cells["H6"]?.text == "quý IV/2023" && cells["I6"]?.number == 2.5)
    #expect(cells["I4"]?.text == "-" && cells["I5"]?.number == 12.5)
    let tasks = try office.workbook("HU01").cells("Biểu số 02")
    #expect(tasks["H7"]?.text == "Hoàn thành ngày 05/3/2024, 12-QĐ/HU (quý\u{A0}III/2024)")
    let files = try office.files()
    #expect(try office.forms("--as-of", "2024-12-31").output.contains("0 files written, 10 unch"))
    #expect(try office.files() == files)
    // before anything had come, nothing stands beside
    #expect(try office.forms("--as-of", "2023-01-01").status == 0)
    #expect(try office.workbook("HU01").cells("Biểu số 01")["H3"]?.text == nil)
  }

  @Test("one unit can be asked for; forms nobody owes any more go")
  func choices() throws {
    #expect(
      try office.forms("--unit", "hu01").output.contains("forms of 1 units, 3 files written"))
    let folder = "outputs/mau/2024-Q4/bieu-mau"
    try office.folder.write("\(folder)/DU01/bieu02.csv", text: "Mã kế hoạch\r\n")
    try office.endedUnit("HU77")
    try office.folder.write("\(folder)/HU77/bieu01.csv", text: "Mã kế hoạch\r\n")
    try office.folder.write("\(folder)/HU77.xlsx", text: "")
    #expect(try office.forms().output.contains("7 files written, 3 unchanged, 3 no longer needed"))
    #expect(try office.files().keys.allSatisfy { !$0.contains("HU77") && $0 != "DU01/bieu02.csv" })
  }

  @Test("what the office keeps beside its forms, or behind a link there, is left alone")
  func others() throws {
    _ = try office.forms()
    let folder = "outputs/mau/2024-Q4/bieu-mau"
    let own = ["HU01/bieu01-da-dien.csv", "nhap/tay.csv", "danh-sach.xlsx", "HU01/bieu02.csv.cu"]
    for name in own { try office.folder.write("\(folder)/\(name)", text: "của cơ quan") }
    let sent = try office.folder.write("gui/bieu02.csv", text: "đã gửi")
    let manager = FileManager.default
    try office.endedUnit("HU77")
    for name in ["HU77", "HU01-goc"] {
      try manager.createSymbolicLink(
        atPath: office.folder.path("\(folder)/\(name)"),
        withDestinationPath: office.folder.path("gui"))
    }
    #expect(try office.forms().status == 0)
    for name in own {
      #expect(manager.fileExists(atPath: office.folder.path("\(folder)/\(name)")), "\(name)")
    }
    #expect(manager.fileExists(atPath: sent))
  }

  @Test("the sheet that says how to fill them in, sent by mistake, is no list of persons")
  func guide() throws {
    let path = office.folder.path("inputs/mau/organisation.yaml")
    let organisation = try String(contentsOfFile: path, encoding: .utf8)
    try office.folder.write(
      "inputs/mau/organisation.yaml",
      text: organisation.replacing(
        "contact: Phòng Tổ chức đảng",
        with: "contact: Phòng Tổ chức đảng, đồng chí [họ và tên], số điện thoại [số]"))
    #expect(try office.forms().status == 0)
    let cells = try office.workbook("HU01").cells("Hướng dẫn")
    let rows = (1...40).map { row in
      ["A", "B"].map { "\"\(cells["\($0)\(row)"]?.text ?? "")\"" }.joined(separator: ",")
    }
    #expect(rows.contains { $0.hasPrefix("\"Liên hệ: ") && $0.contains("số điện thoại") })
    try office.folder.write(
      "inputs/mau/submissions/2024-Q4/HU01/bieu01.csv", text: rows.joined(separator: "\r\n"))
    let outcome = try office.run("ingest", "--period", "2024-Q4", "--as-of", "2024-12-20")
    #expect(outcome.errors.contains("[header-missing]"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("[column-personal]"), "\(outcome.errors)")
  }

  @Test("a unit's name may be longer than a workbook's properties")
  func longName() throws {
    let name = "inputs/mau/units.csv"
    let text = try String(contentsOfFile: office.folder.path(name), encoding: .utf8)
    let long = "Huyện ủy " + String(repeating: "Một ", count: 90)
    try office.folder.write(name, text: text.replacing("Huyện ủy Một", with: long))
    let outcome = try office.forms()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("forms of 4 units, 10 files written"))
  }

  @Test("what cannot be asked for is refused")
  func refusals() throws {
    #expect(try office.forms("--unit", "HU99").status == 64)
    #expect(try office.forms("--plan", "KH1").status == 64)
    #expect(try office.run("ingest", "--unit", "HU99").status == 64)
    #expect(try office.run("forms", "--period", "all").status == 64)
    let month = try office.run("forms", "--period", "2024-09")
    #expect(month.status == 1 && month.errors.contains("no plan is collected in it"))
  }
}
