import Foundation
import TestSupport
import Testing

@Suite("The workbook, opened")
struct WorkbookContentTests {
  private func open(_ office: SampleOffice) throws -> XLSX {
    try office.report()
    return try XLSX(office.outputs.appendingPathComponent("2024-Q3/NQ21/bieu-tong-hop.xlsx"))
  }

  @Test("its sheets are the office's forms, in their order")
  func sheets() throws {
    #expect(
      try open(SampleOffice.onePlan()).sheets.map(\.name) == [
        "Tổng quan", "Biểu 01", "Biểu 02", "Biểu 03", "Biểu 04", "Xu hướng", "Lỗi và giải trình",
        "Số liệu", "Chú giải",
      ])
  }

  @Test("the totals are formulas, and their stored results are the numbers of indicators.csv")
  func totals() throws {
    let office = try SampleOffice.onePlan()
    let cells = try open(office).cells("Biểu 01")
    let data = try office.data("indicators").filter { $0["unit"] == "TU" }
    var compared = 0
    for (number, (code, window)) in [
      ("CT01", "point"), ("CT02", "point"), ("CT03", "point"), ("CT04", "point"),
      ("CT05", "year"), ("CT06", "term"),
    ].enumerated() {
      let row = try #require((9...60).first { cells["A\($0)"]?.number == Double(number + 1) })
      let expected = try #require(data.first { $0["indicator"] == code && $0["window"] == window })
      // a rate stands above its two figures; what counts units has them for its value and its plan
      let places = code == "CT06" ? ["F\(row)", "D\(row)"] : ["F\(row + 1)", "F\(row + 2)"]
      for (place, name) in zip(places, ["numerator", "denominator"]) {
        let cell = try #require(cells[place])
        #expect(cell.formula != nil || place == "D\(row)", "\(code) \(name)")
        #expect(cell.number == Double(expected[name] ?? ""), "\(code) \(name)")
        compared += 1
      }
      if code != "CT06" {
        let value = try #require(cells["F\(row)"]?.number)
        #expect(abs(value - (Double(expected["value"] ?? "") ?? -1)) <= 0.5e-6, "\(code)")
      }
    }
    #expect(compared == 12)
  }

  @Test("the figures of every unit are real numbers, those of indicators.csv")
  func units() throws {
    let office = try SampleOffice.onePlan()
    let cells = try open(office).cells("Biểu 02")
    let data = try office.data("indicators")
    var compared = 0
    for row in 9...200 {
      guard let code = cells["B\(row)"]?.text, let unit = cells["D\(row)"]?.text, unit != "TU",
        let numerator = cells["F\(row)"]?.number
      else { continue }
      let candidates = data.filter {
        $0["indicator"] == code && $0["unit"] == unit
          && Double($0["numerator"] ?? "") == numerator
      }
      #expect(!candidates.isEmpty, "\(unit) \(code) \(numerator)")
      // the sheets above look at the figure's own row, and add nothing to it
      #expect(cells["F\(row)"]?.formula?.contains("'Số liệu'") == true)
      compared += 1
    }
    #expect(compared > 50)
  }

  @Test("no cell holds an error, and every formula has its result")
  func results() throws {
    for (name, cells) in try open(SampleOffice.onePlan()).sheets {
      for (address, cell) in cells where cell.formula != nil {
        #expect(cell.number != nil || cell.text != nil, "\(name) \(address)")
      }
      for (address, cell) in cells {
        #expect(cell.text?.hasPrefix("#") != true, "\(name) \(address)")
      }
    }
  }

  @Test("words of a committee stay words")
  func formulas() throws {
    let office = try SampleOffice.onePlan()
    let file = office.submissions.appendingPathComponent("2024-Q3/DU05/bieu02.csv")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let evil = "=HYPERLINK(1)"
    try "plan,task,status,note\nNQ21,V.8-01,in_progress,\(evil)\n".write(
      to: file, atomically: true, encoding: .utf8)
    let workbook = try open(office)
    let all = workbook.sheets.flatMap { Array($0.cells.values) }
    #expect(all.contains { $0.text?.contains(evil) == true })
    #expect(!all.contains { $0.formula?.contains("HYPERLINK") == true })
  }

  @Test(
    "the stock that a year began with is looked up where it was sent, not where it says the same")
  func yearStart() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try office.write(
      """
      \(SmallOffice.planHead(by: "T"))
      indicators:
        - {code: CT01, clause: I, name: Kết nạp, measure: share, numerator: a, denominator: b,
           unit_of_measure: người, over_units: sum, reported_by: {kinds: [don-vi]},
           kind: {numerator: flow, denominator: stock, denominator_at: year_start}}

      """, "plans/KH1.yaml")
    let quarters = [
      ("2025-Q4", "2025-12-15T09:00"), ("2026-Q1", "2026-03-16T09:00"),
      ("2026-Q2", "2026-06-15T09:00"),
    ]
    for (period, day) in quarters {
      for unit in ["A", "B"] {
        try office.write(
          "plan,indicator,numerator,denominator\nKH1,CT01,7,500\n",
          "submissions/\(period)/\(unit)/bieu01.csv")
        try office.register(unit, "bieu01.csv", day, in: period)
      }
    }
    office.issue("2026-Q2", "2026-07-01")
    let workbook = try XLSX(office.output("2026-Q2/KH1/bieu-tong-hop.xlsx"))
    let (units, sent) = (try workbook.cells("Biểu 02"), try workbook.cells("Số liệu"))
    let periods = units.keys.filter { $0.hasPrefix("D") && units[$0]?.text == "A" }.map { address in
      let formula = units["G" + address.dropFirst()]?.formula ?? ""
      return sent["E" + (formula.split(separator: "!H").last ?? "")]?.text ?? "none: \(formula)"
    }
    #expect(periods == ["2025-Q4", "2025-Q4"])
  }
}
