import Foundation
import TestSupport
import Testing

@testable import Stages

/// Plans and figures of every kind, whose documents must pass the check of their own numbers.
@Suite("Documents of every kind of target")
struct EveryTargetTests {
  /// A plan's indicator, what each unit sends of it in two quarters, and what the briefing must say.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let indicator: String
    var sent = "5,10"
    var before = "4,10"
    /// Who sends in the later quarter; C never does.
    var senders = ["A", "B"]
    let says: String
  }

  static let cases = [
    Case(
      testDescription: "a rate that must fall by points",
      indicator:
        "\(share), targets: [{decrease: {against: previous_period, by: 1%}, every: quarter}]",
      sent: "5,10", before: "6,10", says: "-1 đ%"),
    Case(
      testDescription: "a number that must rise by a part",
      indicator:
        "\(count), targets: [{increase: {against: previous_period, by: 10%}, every: quarter}]",
      sent: "5,", before: "4,", says: "+10%"),
    Case(
      testDescription: "a number that must fall by a part",
      indicator:
        "\(count), targets: [{decrease: {against: previous_period, by: 10%}, every: quarter}]",
      sent: "5,", before: "6,", says: "-10%"),
    Case(
      testDescription: "a level, and a direction beside it",
      indicator: "\(share), targets: [{at_least: 90%, every: quarter}, "
        + "{increase: {against: previous_period}, every: quarter}]",
      says: "mức tăng so với kỳ trước"),
    Case(
      testDescription: "a rate of nothing", indicator: "\(share), targets: [\(ninety)]",
      sent: "0,0",
      says: "không tính được tỉ lệ, mẫu số bằng 0"),
    Case(
      testDescription: "a flow over a stock in the whole term",
      indicator: "measure: share, numerator: a, denominator: b, kind: {numerator: flow, "
        + "denominator: stock, denominator_at: latest}, targets: [{at_least: 90%, over: term}]",
      says: "không tính được tỉ lệ, không có mẫu số chung"),
    Case(
      testDescription: "a million million",
      indicator: "\(count), targets: []", sent: "900000000000,", before: "900000000000,",
      says: "1.800.000.000.000"),
    Case(
      testDescription: "rates of sums of thirteen digits",
      indicator: "\(share), targets: [\(ninety)]", sent: "7345678901231,8123456789013",
      before: "7234567890123,8234567890127", says: "90,4%"),
    Case(
      testDescription: "a unit of measure with digits in it, and figures missing",
      indicator: "\(count), targets: [{at_most: 9, every: quarter}]", sent: "5,", before: "4,",
      senders: ["A"], says: "ca trên 1.000 dân"),
  ]

  private static let share = "measure: share, numerator: a, denominator: b, kind: stock"
  private static let count = "measure: count, numerator: a, kind: stock"
  private static let ninety = "{at_least: 90%, every: quarter}"

  @Test(arguments: cases)
  func documents(_ each: Case) throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B", "C"])
    try office.write(
      """
      \(SmallOffice.planHead(by: "T"))
      indicators:
        - {code: CT01, clause: I, name: "Việc", unit_of_measure: "ca trên 1.000 dân", decimals: 1, over_units: sum, reported_by: {kinds: [don-vi]}, \(each.indicator)}

      """, "plans/KH1.yaml")
    let quarters = [
      ("2025-Q2", each.before, ["A", "B"]), ("2025-Q3", each.sent, each.senders),
    ]
    for (period, row, senders) in quarters {
      for unit in senders {
        try office.write(
          "plan,indicator,numerator,denominator\nKH1,CT01,\(row)\n",
          "submissions/\(period)/\(unit)/bieu01.csv")
      }
    }
    for stage in [IngestStage.run, AggregateStage.run, WorkbookStage.run] { office.run(stage) }
    let outcome = office.run(BriefingStage.run)
    #expect(outcome.status == .clean, "\(outcome.text)")
    let text = try String(contentsOf: office.output("2025-Q3/KH1/bao-cao.txt"), encoding: .utf8)
    #expect(Self.flat(text).contains(each.says), "\(text)")
  }

  /// The text in one line, for its lines are broken anywhere.
  private static func flat(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
