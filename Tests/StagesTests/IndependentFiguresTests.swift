import Foundation
import TestSupport
import Testing

/// Recomputes the sample's data files from its CSV files by other means than the library's: strings,
/// dictionaries and whole numbers, with the plan's rules written out by hand.
@Suite("Figures, recomputed")
struct IndependentFiguresTests {
  private static let quarters = ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3"]
  /// The committees that owe CT03, CT04 (districts and the town), and CT06 (these and the bloc).
  private static let districts = ["HU01", "HU02", "HU03", "HU04", "HU05", "HU06", "TP01"]
  private static let committees = districts + ["DU01", "DU02", "DU03", "DU04", "DU05"]

  private struct Figure {
    var above: Int
    var below: Int?
  }

  /// Every figure in force, by indicator, unit and quarter: of each unit and quarter the last version
  /// that was not sent back.
  private func figures(_ office: SampleOffice) throws -> [String: [String: [String: Figure]]] {
    // sent back: six errors; and one that a later version mends
    let returned = ["2024-Q3/HU02/bieu01.csv", "2024-Q1/HU04/bieu01.csv"]
    var all: [String: [String: [String: Figure]]] = [:]
    for quarter in Self.quarters {
      for unit in Self.committees {
        let versions = ["bieu01.csv", "bieu01.v2.csv"].map { "\(quarter)/\(unit)/\($0)" }.filter {
          !returned.contains($0)
            && FileManager.default.fileExists(
              atPath: office.submissions.appendingPathComponent($0).path)
        }
        guard let version = versions.last else { continue }
        for row in try Table.rows(of: office.submissions.appendingPathComponent(version)) {
          guard value(row, ["mã kế hoạch", "ma ke hoach", "plan"])?.uppercased() == "NQ21",
            let code = value(row, ["mã chỉ tiêu", "ma chi tieu", "indicator"]),
            let above = number(value(row, ["tử số", "tu so", "numerator", "thực hiện", "giá trị"]))
          else { continue }
          let below = number(value(row, ["mẫu số", "mau so", "denominator", "tổng số"]))
          all[code.uppercased(), default: [:]][unit, default: [:]][quarter] = Figure(
            above: above, below: below)
        }
      }
    }
    return all
  }

  private func value(_ row: [String: String], _ names: [String]) -> String? {
    row.first {
      names.contains($0.key.trimmingCharacters(in: .whitespaces).lowercased())
    }?.value.trimmingCharacters(in: .whitespaces)
  }

  private func number(_ text: String?) -> Int? {
    text.flatMap { Int($0.replacing(".", with: "").replacing(" ", with: "")) }
  }

  private func total(
    _ units: [String: [String: Figure]]?, _ quarters: [String], among: [String]
  ) -> (above: Int, below: Int, units: Int) {
    var sum = (above: 0, below: 0, units: 0)
    for unit in among {
      let found = quarters.compactMap { units?[unit]?[$0] }
      guard !found.isEmpty else { continue }
      sum.above += found.reduce(0) { $0 + $1.above }
      sum.below += found.last?.below ?? 0
      sum.units += found.count == quarters.count ? 1 : 0
    }
    return sum
  }

  @Test("every number of indicators.csv for the whole province")
  func indicators() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let figures = try figures(office)
    let rows = try office.data("indicators").filter { $0["unit"] == "TU" }
    func row(_ code: String, _ window: String) throws -> [String: String] {
      try #require(rows.first { $0["indicator"] == code && $0["window"] == window })
    }
    // yearly figures: those of 2023-Q4, carried forward
    for code in ["CT01", "CT02"] {
      let sum = total(figures[code], ["2023-Q4"], among: Self.committees)
      try expect(try row(code, "point"), sum.above, sum.below, sum.units, of: 12)
    }
    for code in ["CT03", "CT04"] {
      let sum = total(figures[code], ["2024-Q3"], among: Self.districts)
      try expect(try row(code, "point"), sum.above, sum.below, sum.units, of: 7)
    }
    // admissions of the year over the members at the end of 2023
    let year = total(figures["CT05"], Array(Self.quarters.dropFirst()), among: Self.committees)
    let members = Self.committees.reduce(0) { sum, unit in
      let has = Self.quarters.dropFirst().contains { figures["CT05"]?[unit]?[$0] != nil }
      return sum + (has ? figures["CT05"]?[unit]?["2023-Q4"]?.below ?? 0 : 0)
    }
    try expect(try row("CT05", "year"), year.above, members, year.units, of: 12)
    let quarter = total(figures["CT05"], ["2024-Q3"], among: Self.committees)
    #expect(try row("CT05", "period")["numerator"] == String(quarter.above))
    // units that admitted at least one owner since the figures are collected
    let owing = Self.districts + ["DU01"]
    let meeting = owing.count { unit in
      Self.quarters.contains { (figures["CT06"]?[unit]?[$0]?.above ?? 0) > 0 }
    }
    let owners = try row("CT06", "term")
    #expect(owners["numerator"] == String(meeting))
    #expect(owners["denominator"] == String(owing.count))
  }

  @Test("every number of indicators.csv for each committee")
  func committees() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let figures = try figures(office)
    let rows = try office.data("indicators")
    for unit in Self.committees {
      for (code, window, quarters) in [
        ("CT01", "point", ["2023-Q4"]), ("CT02", "point", ["2023-Q4"]),
        ("CT03", "point", ["2024-Q3"]), ("CT04", "point", ["2024-Q3"]),
        ("CT05", "period", ["2024-Q3"]), ("CT05", "year", Array(Self.quarters.dropFirst())),
        ("CT05", "term", Self.quarters), ("CT06", "period", ["2024-Q3"]),
        ("CT06", "year", Array(Self.quarters.dropFirst())), ("CT06", "term", Self.quarters),
      ] {
        let row = rows.first {
          $0["unit"] == unit && $0["indicator"] == code && $0["window"] == window
        }
        let found = quarters.compactMap { figures[code]?[unit]?[$0] }
        let expected = found.isEmpty ? "" : String(found.reduce(0) { $0 + $1.above })
        #expect((row?["numerator"] ?? "") == expected, "\(unit) \(code) \(window)")
      }
    }
  }

  @Test("the classes of submissions add up to what was expected, and follow from the register")
  func submissions() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let rows = try office.data("submissions")
    #expect(rows.count == 12 * 2 + 10)
    let register = try Table.rows(
      of: office.submissions.appendingPathComponent("2024-Q3/register.csv"))
    for row in rows {
      let file = row["form"] == "indicator" ? "bieu01.csv" : "bieu02.csv"
      let received = register.first { $0["unit"] == row["unit"] && $0["file"] == file }?[
        "received_at"]
      let isReturned =
        (row["unit"] == "HU02" && file == "bieu01.csv")
        || (row["unit"] == "HU05" && file == "bieu02.csv")
      let expected =
        received == nil
        ? "missing"
        : isReturned ? "returned" : (received ?? "") <= "2024-09-17T17:00" ? "on_time" : "late"
      #expect(row["state"] == expected, "\(row["unit"] ?? "") \(file)")
    }
  }

  private func expect(
    _ row: [String: String], _ above: Int, _ below: Int, _ units: Int, of expected: Int
  ) throws {
    #expect(row["numerator"] == String(above))
    #expect(row["denominator"] == String(below))
    #expect(row["units_counted"] == String(units))
    #expect(row["units_expected"] == String(expected))
    // six digits by long division, half up
    let (whole, rest) = (above / below, above % below)
    let digits = (rest * 2_000_000 + below) / (2 * below)
    let value =
      "\(whole + digits / 1_000_000)." + String(1_000_000 + digits % 1_000_000).dropFirst()
    #expect(row["value"] == value)
  }
}
