import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Stages

/// Who reports and has others below, and goals that nobody reaches by their number alone.
@Suite("Own figures and goals")
struct OwnFiguresTests {
  @Test("a unit that reports beside those below it is traced by its own rows as well")
  func ownRows() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["X1", "X2"])
    try office.write(
      """
      code,name,kind,parent,valid_from
      T,Cấp trên T,cap-tren,,2020-01-01
      X1,Đơn vị X1,don-vi,T,2020-01-01
      X2,Đơn vị X2,don-vi,X1,2020-01-01

      """, "units.csv")
    for (unit, count) in [("X1", 5), ("X2", 7)] {
      try office.write(
        "plan,indicator,numerator,denominator\nKH1,CT01,\(count),\nKH1,CT02,1,2\nKH1,CT03,1,\n",
        "submissions/2025-Q3/\(unit)/bieu01.csv")
      try office.register(unit, "bieu01.csv", "2025-09-15T08:00", in: "2025-Q3")
    }
    office.issue("2025-Q3", "2025-10-05")
    for unit in ["T", "X1"] {
      let question = TraceQuestion(.indicator("KH1/CT01", window: "period"), unit: unit)
      let trace = office.run({ TraceStage.run($0, question, $1) }) {
        $0.period = "2025-Q3"
        $0.asOf = "2025-10-05"
      }
      #expect(trace.text.contains("X1 Đơn vị X1: 5"), "\(trace.text)")
      #expect(trace.text.contains("X2 Đơn vị X2: 7"), "\(trace.text)")
    }
  }

  @Test("an outlook names a goal that meets the target, of a count and of money per head")
  func goals() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["X1"])
    try office.write(
      """
      \(SmallOffice.planHead(by: "T"))
      indicators:
        - {code: CT01, clause: I, name: Số mô hình, measure: count, numerator: số mô hình,
           unit_of_measure: mô hình, kind: stock, over_units: sum, reported_by: {kinds: [don-vi]},
           targets: [{above: 30, by: 2026}]}
        - {code: CT02, clause: I, name: Kinh phí bình quân, measure: amount, numerator: số tiền,
           denominator: số người, unit_of_measure: triệu đồng, kind: stock, over_units: sum,
           reported_by: {kinds: [don-vi]},
           targets: [{at_least: 2.5, by: 2026, base: {year: 2024, value: 1}}]}
      tasks: []

      """, "plans/KH1.yaml")
    for (quarter, count) in [("Q1", 20), ("Q2", 22), ("Q3", 23)] {
      try office.write(
        "plan,indicator,numerator,denominator\nKH1,CT01,\(count),\nKH1,CT02,\(count),10\n",
        "submissions/2025-\(quarter)/X1/bieu01.csv")
      try office.register("X1", "bieu01.csv", "2025-09-15T08:00", in: "2025-\(quarter)")
    }
    office.issue("2025-Q3", "2025-10-05")
    let briefing = try String(contentsOf: office.output("2025-Q3/KH1/bao-cao.txt"), encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(briefing.contains("/31 mô hình"), "\(briefing)")
    #expect(briefing.contains("/2,5 triệu đồng"), "\(briefing)")
  }
}
