import PlanModel
import Testing

/// Changes against a base, existence, and what they are without their numbers.
struct ComparisonTests {
  private static func share(_ thousandths: Int) -> FixedDecimal {
    FixedDecimal(Int128(thousandths), fractionDigits: 3)
  }
  private static let base2020 = Target.Change.Base.fixed(.init(year: 2020, share(450)))
  /// 45% and two points more, or ten per cent of it more.
  private static let twoPoints = Target.Change(.by(share(20)), against: base2020)
  private static let tenth = Target.Change(.part(share(100)), against: base2020)

  @Test(arguments: [
    (Target.Comparison.increase(twoPoints), 469, false), (.increase(twoPoints), 470, true),
    (.increase(twoPoints), 999, true), (.increase(tenth), 494, false),
    (.increase(tenth), 495, true),
    (.decrease(twoPoints), 431, false), (.decrease(twoPoints), 430, true),
    (.decrease(tenth), 406, false), (.decrease(tenth), 405, true), (.exists, 999, false),
    (.exists, 1000, true),
  ])
  func isMetAtItsExactEdge(comparison: Target.Comparison, thousandths: Int, isMet: Bool) throws {
    let value = try #require(
      Ratio(FixedDecimal(thousandths), over: FixedDecimal(1000)))
    #expect(comparison.isMet(by: value) == isMet)
    #expect(!comparison.isExceeded(by: value))
  }

  /// 45 of 67 and two points more are 4634/6700: no decimal number, and an exact one all the same.
  @Test(arguments: [(4633, false), (4634, true)])
  func aBaseThatIsNoDecimalIsExact(above: Int, isMet: Bool) throws {
    let base = try #require(Ratio(FixedDecimal(45), over: FixedDecimal(67)))
    let change = Target.Change(.by(Self.share(20)), against: .previousYear)
    let comparison = Target.Comparison.increase(change).counted(from: base)
    let value = try #require(Ratio(FixedDecimal(above), over: FixedDecimal(6700)))
    #expect(comparison.isMet(by: value) == isMet)
    #expect(comparison.change?.from == base)
  }

  @Test func aShareIsAskedForNoMoreThanTheWhole() {
    let one = Ratio(FixedDecimal(1))
    let change = Target.Change(.by(Self.share(20)), against: .previousYear)
    let near = Target.Comparison.increase(change).counted(
      from: Ratio(Self.share(990)), ceiling: one)
    #expect(near.threshold == one)
    #expect(near.isMet(by: one))
    let far = Target.Comparison.increase(change).counted(
      from: Ratio(Self.share(970)), ceiling: one)
    #expect(far.threshold == Ratio(Self.share(990)))
  }

  @Test func withoutItsNumberNothingIsMet() {
    let open = Target.Comparison.increase(.init(.by(Self.share(20)), against: .previousYear))
    #expect(open.threshold == nil)
    #expect(open.isJudged)
    #expect(!open.isMet(by: Ratio(FixedDecimal(1))))
    let direction = Target.Comparison.decrease(.init(nil, against: Self.base2020))
    #expect(direction.threshold == nil)
    #expect(!direction.isJudged)
    #expect(direction.change?.from == Ratio(Self.share(450)))
    // what asks for no change is counted from nothing
    #expect(Target.Comparison.exists.counted(from: Ratio(.zero)) == .exists)
  }

  @Test(arguments: [
    (Target.Comparison.increase(twoPoints), "increase", true),
    (.decrease(twoPoints), "decrease", false), (.exists, "exists", true),
  ])
  func hasAName(comparison: Target.Comparison, name: String, favoursMore: Bool) {
    #expect(comparison.name == name)
    #expect(comparison.favoursMore == favoursMore)
    #expect(comparison.turningPoints.isEmpty)
  }

  /// Only what is to be hit can be overshot.
  @Test(arguments: [
    (Target.Comparison.exactly(share(500)), 500, false), (.exactly(share(500)), 501, true),
    (.about(share(500), tolerance: share(10)), 510, false),
    (.about(share(500), tolerance: share(10)), 511, true),
    (.about(share(500), tolerance: share(10)), 489, false), (.atLeast(share(500)), 999, false),
    (.between(share(500), share(600)), 999, false), (.atMost(share(500)), 999, false),
  ])
  func isPastWhatIsToBeHit(comparison: Target.Comparison, thousandths: Int, isPast: Bool) {
    #expect(comparison.isPast(Ratio(Self.share(thousandths))) == isPast)
  }

  @Test func theWayBeginsAtTheYearThatAChangeIsCountedFrom() {
    let start = Target.Start(year: 2020, Self.share(450))
    #expect(Target(.increase(Self.twoPoints), .by(2025)).start == start)
    #expect(Target(.exists, .by(2025)).start == nil)
    #expect(Target(.exists, .by(2025), start: start).start == start)
    #expect(Target([], .linear) == nil)
    let last = Target.Milestone(year: 2030, .exists)
    let way = Target([.init(year: 2025, .atLeast(Self.share(800))), last], .step)
    #expect(way?.comparison == .exists)
  }
}
