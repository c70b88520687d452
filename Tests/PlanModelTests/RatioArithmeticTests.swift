import PlanModel
import Testing

struct RatioArithmeticTests {
  private func ratio(_ above: Int, _ below: Int) throws -> Ratio {
    try #require(Ratio(FixedDecimal(above), over: FixedDecimal(below)))
  }

  @Test(arguments: [
    (1, 2, 1, 3, 5, 6, 1, 6), (2, 4, 2, 4, 1, 1, 1, 4), (-1, 2, 1, 2, 0, 1, -1, 4),
    (45, 67, 2, 100, 4634, 6700, 90, 6700),
  ])
  func sumsAndProductsAreExact(
    a: Int, b: Int, c: Int, d: Int, sum: Int, sumBelow: Int, product: Int, productBelow: Int
  ) throws {
    let (left, right) = (try ratio(a, b), try ratio(c, d))
    #expect(left.plus(right) == (try ratio(sum, sumBelow)))
    #expect(left.multiplied(by: right) == (try ratio(product, productBelow)))
  }

  @Test func whatGrowsTooLargeIsNothing() throws {
    let large = try #require(
      Ratio(FixedDecimal(FixedDecimal.power(ofTen: 18) - 1), over: FixedDecimal(7)))
    let other = try #require(
      Ratio(FixedDecimal(1), over: FixedDecimal(FixedDecimal.power(ofTen: 18) - 3)))
    #expect(large.multiplied(by: large) == nil)
    #expect(large.plus(other) == nil)
    #expect(other.multiplied(by: other) == nil)
    #expect(large.onTheWay(to: other, part: 1, of: 3) == nil)
    #expect(large.onTheWay(to: large, part: 0, of: 0) == nil)
  }

  /// Every line: its ends are hit exactly, and between them it never turns back.
  @Test(arguments: [(80, 100), (100, 80), (62, 62), (0, 1), (1, 3)], [1, 7, 12, 60, 97])
  func aLineIsMonotoneAndHitsItsEnds(ends: (Int, Int), steps: Int) throws {
    let start = try ratio(ends.0, 97)
    let end = try ratio(ends.1, 89)
    let points = try (0...steps).map {
      try #require(start.onTheWay(to: end, part: $0, of: steps))
    }
    #expect(points.first == start)
    #expect(points.last == end)
    for (earlier, later) in zip(points, points.dropFirst()) {
      #expect(start < end ? earlier < later : earlier > later || start == end)
    }
  }

  @Test(arguments: [
    ("2024-Q3", 12, "2023-Q3"), ("2024-Q1", 3, "2023-Q4"), ("2024-Q2", 6, "2023-Q4"),
    ("2024-Q3", 1, nil), ("2024-09", 1, "2024-08"), ("2024-01", 3, "2023-10"),
    ("2024-H1", 6, "2023-H2"), ("2024", 12, "2023"), ("2024-9M", 12, "2023-9M"),
    ("2024-9M", 9, nil), ("1900", 12, nil), ("2024-Q3", 0, "2024-Q3"),
  ])
  func periodsSoManyMonthsEarlier(text: String, months: Int, expected: String?) throws {
    #expect(try period(text).earlier(byMonths: months)?.description == expected)
  }
}
