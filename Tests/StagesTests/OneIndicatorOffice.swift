import Foundation
import TestSupport

@testable import Stages

/// An office of two units, A and B, whose plan has one indicator: what documents say of its target.
struct OneIndicatorOffice {
  let small: SmallOffice

  /// `indicator` are the keys that the plan gives CT01 besides its code, clause, name and numerator.
  init(_ indicator: String) throws {
    small = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try plan(indicator)
  }

  /// Writes the plan anew.
  func plan(_ indicator: String) throws {
    try small.write(
      """
      \(SmallOffice.planHead(by: "T"))
      indicators:
        - {code: CT01, clause: I, name: Kinh phí, numerator: a, reported_by: {kinds: [don-vi]}, \
      \(indicator)}
      tasks: []

      """, "plans/KH1.yaml")
  }

  /// Sends what both units have in the quarters of a year.
  func send(_ quarters: [(a: String, b: String)]) throws {
    for (number, row) in quarters.enumerated() {
      for (unit, figures) in [("A", row.a), ("B", row.b)] {
        try small.write(
          "plan,indicator,numerator,denominator\nKH1,CT01,\(figures)\n",
          "submissions/2025-Q\(number + 1)/\(unit)/bieu01.csv")
        try small.register(
          unit, "bieu01.csv", "2025-0\(number * 3 + 3)-14T08:00", in: "2025-Q\(number + 1)")
      }
    }
  }

  /// The briefing of a quarter in one line, made so early that what is asked for can still be brought.
  func briefing(_ period: String) throws -> String {
    small.issue(period, period == "2025-Q1" ? "2025-04-05" : "2025-07-05")
    return try String(contentsOf: small.output("\(period)/KH1/bao-cao.txt"), encoding: .utf8)
      .split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The texts of a sheet of the workbook.
  func texts(_ period: String, _ sheet: String = "Biểu 01") throws -> [String] {
    try XLSX(small.output("\(period)/KH1/bieu-tong-hop.xlsx")).cells(sheet).values
      .compactMap(\.text)
  }
}
