import Documents
import Foundation
import PlanFiles
import PlanModel
import Rendering
import TestSupport
import Testing

/// Forms that were filled in and saved as CSV go through intake without a finding.
@Suite("Forms filled in") struct FormRoundTripTests {
  /// Takes two files of HU01 without writing anything; what is said of each of them.
  private func taken(_ files: [Data], afterEarlierPeriods: Bool = false) throws -> [[String: Any]] {
    let office = try FormOffice()
    if afterEarlierPeriods { try office.run("ingest", "--as-of", "2024-10-01") }
    for (name, bytes) in zip(["bieu01.csv", "bieu02.csv"], files) {
      try office.folder.write(
        "inputs/mau/submissions/2024-Q4/HU01/\(name)", Array(bytes))
    }
    let outcome = try office.run(
      "ingest", "--period", "2024-Q4", "--dry-run", "--json", "--as-of", "2024-12-20")
    #expect(outcome.errors == "")
    return try outcome.output.split(separator: "\n").filter { $0.hasPrefix("{") }.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Any])
    }
  }

  private func expectClean(_ files: [[String: Any]]) {
    #expect(files.map { $0["state"] as? String } == ["accepted", "accepted"])
    #expect(files.allSatisfy { ($0["findings"] as? [Any])?.isEmpty == true }, "\(files)")
  }

  /// One value of each row, by the row's code.
  private func values(_ files: [[String: Any]], _ code: String, _ name: String) -> [String: String]
  {
    let rows = files.flatMap { $0["figures"] as? [[String: Any]] ?? [] }
    return Dictionary(
      rows.compactMap { row in
        (row[code] as? String).map { ($0, row[name] as? String ?? "nil") }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// 5 December 2024, as a cell holds a day.
  private let day = FormValue.number(FixedDecimal(45_631))

  /// Typed into the form of this office in LibreOffice 7.4, Vietnamese (`;`) and American (`,`), and saved.
  @Test("files that LibreOffice saved are clean", arguments: ["vi", "en"])
  func stored(_ locale: String) throws {
    let folder = FormOffice.fixtures.appendingPathComponent(locale)
    let files = try taken(
      ["bieu01.csv", "bieu02.csv"].map {
        try Data(contentsOf: folder.appendingPathComponent($0))
      }, afterEarlierPeriods: true)
    expectClean(files)
    #expect(
      values(files, "indicator", "numerator")
        == [
          "CT01": "36", "CT02": "46", "CT03": "nil", "CT04": "1234.5", "CT05": "1.2345",
          "CT06": "nil",
        ])
    #expect(values(files, "task", "completed_on")["V.2-01"] == "2024-12-05")
    #expect(values(files, "task", "document_no")["V.2-01"] == "12/2024")
    #expect(values(files, "task", "percent")["V.2-02"] == "80")
  }

  @Test(
    "a form filled in and saved by LibreOffice is clean",
    .enabled(if: LibreOffice.isInstalled, "LibreOffice is not installed"),
    arguments: zip(LibreOffice.Locale.allCases, [Character(";"), ","]))
  func live(_ locale: LibreOffice.Locale, _ separator: Character) throws {
    let folder = try WorkingFolder()
    let path = folder.path("HU01.xlsx")
    var forms = try blank()
    fill(&forms, "CT01", "Tử số", .number(FixedDecimal(0)))
    fill(&forms, "CT01", "Mẫu số", .number(FixedDecimal(1_412)))
    for code in ["CT02", "CT03"] { fill(&forms, code, "Mẫu số", .number(FixedDecimal(12_345))) }
    fill(&forms, "CT02", "Tử số", .number(FixedDecimal(2_000)))
    fill(&forms, "CT03", "Tử số", .text("-"))
    fill(&forms, "CT04", "Tử số", .number(FixedDecimal(12_345, fractionDigits: 1)))
    fill(&forms, "CT05", "Tử số", .number(FixedDecimal(1_012, fractionDigits: 3)))
    fill(&forms, "CT05", "Mẫu số", .number(FixedDecimal(1_000_000)))
    fill(&forms, "CT06", "Ghi chú", .text("- chưa có nguồn; \"đang rà soát\", 10%"))
    for (index, state) in UnitForms.states.enumerated() {
      fill(&forms, "V.2-0\(index + 1)", "Tình trạng", .text(state))
    }
    fill(&forms, "V.2-06", "Tình trạng", .text(UnitForms.states[0]))
    for code in ["V.2-01", "V.2-06"] { fill(&forms, code, "Ngày hoàn thành", day) }
    fill(&forms, "V.2-02", "Tỉ lệ hoàn thành", .number(FixedDecimal(62, fractionDigits: 2)))
    fill(&forms, "V.2-06", "Số văn bản", .text("12/2024"))
    try FormRenderer.write(
      forms, to: path,
      WorkbookRenderer.Properties(title: "", company: "", created: 1_728_147_599))
    let saved = try LibreOffice(locale).csv(
      of: URL(fileURLWithPath: path), separator: separator)
    let files = try taken(
      try forms.forms.map { try #require(saved[$0.name], "\(saved.keys)") })
    expectClean(files)
    #expect(
      values(files, "indicator", "numerator")
        == [
          "CT01": "0", "CT02": "2000", "CT03": "nil", "CT04": "1234.5", "CT05": "1.012",
          "CT06": "nil",
        ])
    #expect(values(files, "indicator", "denominator")["CT05"] == "1000000")
    #expect(
      values(files, "indicator", "note")["CT06"] == "- chưa có nguồn; \"đang rà soát\", 10%")
    #expect(values(files, "task", "completed_on")["V.2-06"] == "2024-12-05")
    #expect(values(files, "task", "percent")["V.2-02"] == "62")
    #expect(
      values(files, "task", "status")
        == [
          "V.2-01": "done", "V.2-02": "in_progress", "V.2-03": "not_started",
          "V.2-04": "waiting", "V.2-05": "suspended", "V.2-06": "done",
        ])
  }

  @Test(
    "the check column speaks while something is wrong",
    .enabled(if: LibreOffice.isInstalled, "LibreOffice is not installed"))
  func checks() throws {
    let folder = try WorkingFolder()
    let path = folder.path("HU01.xlsx")
    var forms = try blank()
    fill(&forms, "CT01", "Tử số", .number(FixedDecimal(40)))
    fill(&forms, "CT01", "Mẫu số", .number(FixedDecimal(39)))
    fill(&forms, "CT02", "Mẫu số", .number(FixedDecimal(46)))
    fill(&forms, "CT03", "Mẫu số", .number(FixedDecimal(45)))
    fill(&forms, "CT05", "Tử số", .number(FixedDecimal(7)))
    fill(&forms, "V.2-01", "Tình trạng", .text(UnitForms.states[0]))
    fill(&forms, "V.2-02", "Ngày hoàn thành", day)
    try FormRenderer.write(
      forms, to: path,
      WorkbookRenderer.Properties(title: "", company: "", created: 1_728_147_599))
    let saved = try LibreOffice(.vietnamese).csv(
      of: URL(fileURLWithPath: path), separator: ";")
    func said(_ sheet: String, _ code: String) throws -> [String: String] {
      let file = try folder.write("bieu.csv", Array(try #require(saved[sheet])))
      let rows = try Table.rows(of: URL(fileURLWithPath: file))
      return Dictionary(
        uniqueKeysWithValues: rows.map { ($0[code] ?? "", $0["Kiểm tra"] ?? "") })
    }
    let figures = try said("Biểu số 01", "Mã chỉ tiêu")
    #expect(figures["CT01"] == "Sai: tử số lớn hơn mẫu số")
    #expect(figures["CT03"] == "Sai: Tổng số thôn ở CT02 và CT03 phải bằng nhau.")
    #expect(figures["CT05"] == "Sai: có tử số, thiếu mẫu số")
    #expect(figures["CT02"] == "" && figures["CT04"] == "")
    let tasks = try said("Biểu số 02", "Mã nhiệm vụ")
    #expect(tasks["V.2-01"] == "Xem lại: thiếu ngày hoàn thành")
    #expect(tasks["V.2-02"] == "Xem lại: có ngày hoàn thành mà chưa hoàn thành")
  }

  private func blank() throws -> UnitForms {
    let folder = FormOffice.fixtures.path
    let office = try #require(OfficeFiles.load(inputs: folder, organisation: "mau").office)
    let unit = try #require(office.registry.unit("HU01"))
    let period = try #require(Period.parse("2024-Q4"))
    return try #require(UnitForms(of: unit, in: period, office: office))
  }

  /// Puts a value where a unit would type it.
  private func fill(_ forms: inout UnitForms, _ code: String, _ title: String, _ value: FormValue) {
    for form in forms.forms.indices {
      guard let column = forms.forms[form].column(title),
        let row = forms.forms[form].rows.firstIndex(where: { row in
          row.contains { $0.value == .text(code) }
        })
      else { continue }
      forms.forms[form].rows[row][column].value = value
    }
  }
}
