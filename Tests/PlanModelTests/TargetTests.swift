import PlanModel
import Testing

struct TargetTests {
  /// A value in thousandths against each comparison with a bound of 0.9, a range of 0.3 to 0.4, and
  /// about 0.45 with a tolerance of 0.05.
  private static let nine = FixedDecimal(9, fractionDigits: 1)
  private static let range = Target.Comparison.between(
    FixedDecimal(3, fractionDigits: 1), FixedDecimal(4, fractionDigits: 1))
  private static let around = Target.Comparison.about(
    FixedDecimal(45, fractionDigits: 2), tolerance: FixedDecimal(5, fractionDigits: 2))

  @Test(arguments: [
    (Target.Comparison.above(nine), 900, false), (.above(nine), 901, true),
    (.atLeast(nine), 900, true), (.atLeast(nine), 899, false), (.maintain(nine), 900, true),
    (.maintain(nine), 899, false), (.below(nine), 900, false), (.below(nine), 899, true),
    (.atMost(nine), 900, true), (.atMost(nine), 901, false), (.exactly(nine), 900, true),
    (.exactly(nine), 901, false), (.exactly(nine), 899, false), (range, 299, false),
    (range, 300, true), (range, 400, true), (range, 401, true), (around, 399, false),
    (around, 400, true), (around, 500, true), (around, 501, false),
  ])
  func isMetAtItsExactEdge(comparison: Target.Comparison, thousandths: Int, isMet: Bool) throws {
    let value = try #require(
      Ratio(FixedDecimal(thousandths), over: FixedDecimal(1000)))
    #expect(comparison.isMet(by: value) == isMet)
    #expect(comparison.isExceeded(by: value) == (comparison == Self.range && thousandths > 400))
  }

  @Test(arguments: [
    (Target.Comparison.above(nine), "above", "0.9", true),
    (.atLeast(nine), "at_least", "0.9", true),
    (.below(nine), "below", "0.9", false), (.atMost(nine), "at_most", "0.9", false),
    (.exactly(nine), "exactly", "0.9", true), (.maintain(nine), "maintain", "0.9", true),
    (range, "between", "0.3", true), (around, "about", "0.4", true),
  ])
  func hasANameAndAThreshold(
    comparison: Target.Comparison, name: String, threshold: String, favoursMore: Bool
  ) {
    #expect(comparison.name == name)
    #expect(comparison.threshold?.numerator.plainText == threshold)
    #expect(comparison.isJudged)
    #expect(comparison.favoursMore == favoursMore)
  }

  @Test(arguments: [
    (Deadline.Rule.on(.last(ofMonth: 3, year: 2023)), Deadline.Continuation?.none, "2023-03-31"),
    (.on(.last(ofMonth: 3, year: 2023)), .continuous, "2023-03-31+"),
    (.years(from: 2022, to: 2025), nil, "2022..2025"), (.every(.half), nil, "every:half"),
    (.continuous, nil, "continuous"), (.periodic, nil, "periodic"),
    (.after(event: "HD-35", months: nil), nil, "after:HD-35"),
    (.after(event: "HD-35", months: 3), nil, "after:HD-35+3m"), (.programme, nil, "programme"),
    (.unstated, nil, "unstated"),
  ])
  func deadlinesHaveCodes(rule: Deadline.Rule, then: Deadline.Continuation?, code: String) {
    #expect(Deadline(rule, then: then).code == code)
  }

  @Test(arguments: [
    ("2022-Q4", Deadline.Continuation?.none, "2022-Q4"), ("2022", .continuous, "2022+"),
    ("2022", .yearly, "2022+year"), ("2023-H1", nil, "2023-H1"),
    ("2022-10", .yearly, "2022-10+year"),
  ])
  func deadlinesWithinAPeriodHaveItsCode(
    text: String, then: Deadline.Continuation?, code: String
  ) throws {
    #expect(Deadline(.within(try period(text)), then: then).code == code)
  }
}
