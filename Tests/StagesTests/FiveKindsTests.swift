import Foundation
import TestSupport
import Testing

@testable import Stages

/// What a unit can leave a figure as, from its file to the printed page.
@Suite("Absent, blank, zero, not applicable, withdrawn")
struct FiveKindsTests {
  private static let header = "plan;indicator;numerator;denominator\n"
  private static let other = "KH1;CT02;1;2\n"

  @Test("stay five different things")
  func five() throws {
    let units = ["X1", "X2", "X3", "X4", "X5"]
    let office = try SmallOffice(try WorkingFolder(), code: "o", root: "T", units: units)
    let rows = ["KH1;CT01;0;\n", "KH1;CT01;;\n", "KH1;CT01;x;\n", "", "KH1;CT01;7;\n"]
    for (unit, row) in zip(units, rows) {
      try office.write(
        Self.header + row + Self.other, "submissions/2025-Q3/\(unit)/bieu01.csv")
    }
    try issue(office)
    try office.write(Self.header + Self.other, "submissions/2025-Q3/X5/bieu01.v2.csv")
    try issue(office)

    let notes = try notes(office)
    #expect(notes["X1"] == ["0"])
    #expect(notes["X2"] == ["chưa có số liệu (ô để trống)"])
    #expect(notes["X3"] == ["không áp dụng"])
    #expect(notes["X4"] == ["chưa có số liệu (không có dòng)"])
    #expect(notes["X5"] == ["đã rút số liệu ở bản gửi sau"])

    let total = try #require(
      try office.data("indicators", "2025-Q3").first {
        $0["indicator"] == "CT01" && $0["unit"] == "T" && $0["window"] == "period"
      })
    #expect(total["numerator"] == "0")
    // nothing is owed where it does not apply; blank, absent and withdrawn are still owed
    #expect(total["units_counted"] == "1")
    #expect(total["units_expected"] == "4")

    let notice = try String(
      contentsOf: office.output("2025-Q3/KH1/hieu-chinh.txt"), encoding: .utf8)
    #expect(notice.contains("rút số liệu"))
  }

  private func issue(_ office: SmallOffice) throws {
    let made = [
      office.run(IngestStage.run) { $0.period = "2025-Q3" },
      office.run(AggregateStage.run) { $0.period = "2025-Q3" },
      office.run(WorkbookStage.run) { $0.period = "2025-Q3" },
      office.run(BriefingStage.run) { $0.period = "2025-Q3" },
    ]
    for run in made { #expect(run.status != .failed, "\(run.text)") }
  }

  /// What the page says of each unit's figure of the quarter alone: its number, or the words beside it.
  private func notes(_ office: SmallOffice) throws -> [String: [String]] {
    let workbook = try XLSX(office.output("2025-Q3/KH1/bieu-tong-hop.xlsx"))
    var notes: [String: [String]] = [:]
    let cells = try workbook.cells("Biểu 02")
    for row in 1...400 where cells["B\(row)"]?.text == "CT01" {
      guard let unit = cells["D\(row)"]?.text, cells["C\(row)"]?.text?.hasPrefix("Quý") == true
      else { continue }
      let number = cells["F\(row)"]?.number.map { String(Int($0)) }
      let note = cells["M\(row)"]?.text.map { $0.lowercased() }
      notes[unit, default: []] += [number, note].compactMap(\.self).filter { !$0.isEmpty }
    }
    return notes
  }
}
