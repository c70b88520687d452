import Foundation
import LedgerStore
import PlanFiles
import PlanModel
import TestSupport
import Testing

@testable import Stages

@Suite("The days on which states move by themselves")
struct StateTurnsTests {
  /// Deadlines of every kind, one event out of the register, one out of a report.
  private static let tasks = """
      - {code: V-02, clause: V, lead: [A], summary: a, due: {on: 2025-11-05}}
      - {code: V-03, clause: V, lead: [A], summary: b, due: {month: 2025-12}}
      - {code: V-04, clause: V, lead: [A], summary: c, due: {half: 2026-H1, then: continuous}}
      - {code: V-05, clause: V, lead: [B], summary: d, due: {quarter: 2025-Q4, then: yearly}}
      - {code: V-06, clause: V, lead: [B], summary: e, due: {every: year}}
      - {code: V-07, clause: V, lead: [B], summary: g, due: {every: quarter}}
      - {code: V-08, clause: V, lead: [B], summary: h, due: {years: {from: 2025, to: 2026}}}
      - {code: V-09, clause: V, lead: [A], summary: i, due: {after: {event: E1, within: 3 months}}}
      - {code: V-10, clause: V, lead: [A], summary: k, due: {after: {event: E2, within: 1 month}}}
      - {code: V-11, clause: V, lead: [B], summary: l, due: {after: {event: E1}}}
      - {code: V-12, clause: V, lead: [B], summary: m, due: continuous}
      - {code: V-13, clause: V, lead: [B], summary: n, due: periodic}
      - {code: V-14, clause: V, lead: [B], summary: o, due: unstated}
      - {code: V-15, clause: V, lead: [A], summary: q, due: {on: 2026-02-02}}

    events:
      - {code: E1, name: việc bên ngoài}
      - {code: E2, name: việc của đơn vị, caused_by: V-15}

    """

  static func prepare(_ office: SmallOffice) throws {
    let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
    try office.write(plan.trimmingCharacters(in: .newlines) + "\n" + tasks, "plans/KH1.yaml")
    try office.write(
      "event,occurred_on,known_on,document\nE1,2025-11-20,2025-12-03,1-CV\n", "events.csv")
    try office.write(
      "plan;task;status;completed_on\nKH1;V-01;in_progress;\nKH1;V-04;in_progress;\n"
        + "KH1;V-15;done;2025-12-20\nKH1;V-03;done;2025-12-25\n",
      "submissions/2025-Q3/A/bieu02.csv")
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT02;9;8\n",
      "submissions/2025-Q3/B/bieu01.csv")
    try office.write(
      "unit,file,received_at\nA,bieu02.csv,2025-10-02\nB,bieu01.csv,2025-10-04\n",
      "submissions/2025-Q3/register.csv")
  }

  @Test("no state moves on another day, and some do on these")
  func everyDay() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try Self.prepare(office)
    let ingest = office.run(IngestStage.run)
    #expect(ingest.text.contains("(1 accepted, 1 returned"), "\(ingest.text)")
    let loaded = try #require(
      OfficeFiles.load(inputs: office.inputs, organisation: "o").office)
    let ledger = try Ledger(path: office.output("ledger.sqlite").path, mode: .readOnly)
    for period in ["2025-Q3", "2025-Q4", "2026-Q1"] {
      let content = try EditionContent(
        office: loaded, plan: loaded.plans[0], period: try #require(Period.parse(period)),
        asOf: .end(of: .last(ofMonth: 12, year: 2030)), horizon: 2, ledger: ledger)
      let turns = try content.turns(ledger)
      let first = try #require(CalendarDate(year: 2025, month: 10, day: 5))
      var moved = 0
      var states = try MadeData.states(in: content.timed(asOf: .end(of: first), ledger))
      for number in 1...900 {
        let day = first.adding(days: number)
        let next = try MadeData.states(in: content.timed(asOf: .end(of: day), ledger))
        if next != states {
          moved += 1
          #expect(turns.next(after: day.adding(days: -1)) == day, "\(period): \(day)")
        }
        states = next
      }
      #expect(moved >= 5, "\(period)")
      #expect(turns.next(after: first.adding(days: 900)) == nil)
    }
  }
}
