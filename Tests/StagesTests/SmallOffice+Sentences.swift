import Foundation
import TestSupport

/// A small office whose documents are read for what they say.
extension SmallOffice {
  /// An office of two units with one plan, which reports every quarter unless said otherwise.
  static func planning(
    _ indicators: [String], tasks: String = "", every: String = "quarter",
    units: [String] = ["A", "B"]
  ) throws -> SmallOffice {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: units)
    let rows = indicators.enumerated().map { number, text in
      "  - {code: CT0\(number + 1), clause: I, name: \"Việc \(number + 1)\", "
        + (text.contains("reported_by") ? "" : "reported_by: {kinds: [don-vi]}, ") + "\(text)}\n"
    }
    try office.write(
      """
      \(SmallOffice.planHead(by: "T", every: every))

      """ + (rows.isEmpty ? "" : "indicators:\n" + rows.joined()) + tasks, "plans/KH1.yaml")
    return office
  }

  /// Sends a form of figures: rows of two numbers, the first for the first indicator.
  func send(
    _ period: String, _ unit: String, _ rows: String...
  ) throws {
    let lines = rows.enumerated().map { "KH1,CT0\($0 + 1),\($1)\n" }.joined()
    try write(
      "plan,indicator,numerator,denominator\n" + lines, "submissions/\(period)/\(unit)/bieu01.csv")
  }

  /// The words of the briefing of a period, or of another document of it.
  func words(
    _ period: String, _ name: String = "bao-cao", asOf: String = "2026-01-05"
  ) throws -> String {
    issue(period, asOf)
    return try String(contentsOf: output("\(period)/KH1/\(name).txt"), encoding: .utf8)
      .split { $0.isWhitespace }.joined(separator: " ")
  }

  /// What an indicator is that counts, and one that is a part of a whole.
  static let count = "measure: count, numerator: a, decimals: 0, unit_of_measure: vụ"
  static let share = "measure: share, numerator: a, denominator: b, unit_of_measure: người"
}
