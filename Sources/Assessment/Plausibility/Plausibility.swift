public import PlanModel

/// A figure that is possible, but hard to believe: something for its unit to explain.
public struct Doubt: Hashable, Sendable {
  /// What makes it hard to believe, with the arithmetic.
  public enum Reason: Hashable, Sendable {
    /// All figures of the unit, sums of the period included, are those of the period before.
    case copied(of: Period, figures: Int)
    /// The value lies far from those of units of the same kind.
    case farFromPeers(value: Ratio, median: Ratio, deviation: Ratio, peers: Int, factor: Int)
    /// The figure lies far from the unit's own earlier ones.
    case farFromPast(figure: FixedDecimal, median: FixedDecimal, periods: Int, factor: Int)
    /// The stock is not the last one with what came and without what went since.
    case notByFlows(Balance)
    /// All units report exactly 100%.
    case allFull(units: Int)
    /// Many units lie just at the threshold.
    case heaped(units: Int, of: Int, threshold: Ratio, width: FixedDecimal)
  }

  /// A stock held against the flows that the plan says move it.
  public struct Balance: Hashable, Sendable {
    /// The period of the last stock.
    public let since: Period
    /// The stock then.
    public let before: FixedDecimal
    /// What came; nil when the plan counts nothing that comes.
    public let incoming: FixedDecimal?
    /// What went; nil when the plan counts nothing that goes.
    public let outgoing: FixedDecimal?
    /// The stock as reported.
    public let reported: FixedDecimal

    /// What it should be.
    public var expected: FixedDecimal {
      before + (incoming ?? .zero) - (outgoing ?? .zero)
    }
  }

  /// Whether it is about an indicator of all units, not about a submission of one.
  public var isOfAllUnits: Bool {
    switch reason {
    case .allFull, .heaped: true
    case .copied, .farFromPeers, .farFromPast, .notByFlows: false
    }
  }

  /// The unit's code.
  public let unit: String
  /// The indicator's code; nil when it is about all of them.
  public let indicator: String?
  /// The row in doubt; nil when it is about all.
  public let source: Source?
  /// What makes it hard to believe.
  public let reason: Reason
}

/// Looks for signs of formalism: copied reports, and figures far from peers and from the past.
///
/// A period has 4 to 12 points, where a z-score of 3 cannot fire (at most (n-1)/sqrt(n)); so each value is
/// held against the median and the median absolute deviation of the others, with a floor under it.
struct Plausibility: Sendable {
  /// The least denominator of a rate that is held against others: of nine, one case more or less is over
  /// ten points.
  static let leastWhole = FixedDecimal(10)

  let input: AssessmentInput
  /// The units that report anything.
  let reportingUnits: [String]
  /// Where the figures of each stand in the book.
  private let figurePlaces: [Int32?]
  /// The kinds of the units of the day.
  private let kinds: UnitKinds

  init(input: AssessmentInput) {
    self.input = input
    let units = input.office.registry.units(on: input.period.span.last)
    kinds = UnitKinds(units)
    reportingUnits = units.filter { unit in
      input.plan.indicators.contains { $0.reporters.contains(unit) }
    }.map(\.code)
    figurePlaces = input.figures.places(ofUnits: reportingUnits)
  }

  /// Figures of one indicator that lie far from others, from the flows that make them, or too well.
  func doubts(
    about assessment: IndicatorAssessment, _ rates: [CellSummary.OwnRate], _ series: FigureSeries
  ) -> [Doubt] {
    peers(assessment, rates) + past(assessment, series) + balances(assessment)
      + ofAllUnits(assessment, rates.map(\.value))
  }

  var limits: PlausibilityLimits { input.office.organisation.plausibility }

  // MARK: copies

  /// Only sums of a period make a copy: that a stock stands still is no wonder.
  func copies() -> [Doubt] {
    guard let before = input.period.previous else { return [] }
    return reportingUnits.compactMap { unit in
      var same = 0
      var flows = 0
      for indicator in input.plan.indicators {
        let series = input.figures.points(indicator.code, of: unit)
        guard let now = series.last(where: { $0.period == input.period }),
          now.numerator.value != nil
        else { continue }
        guard let then = series.last(where: { $0.period == before }),
          then.numerator == now.numerator, then.denominator == now.denominator
        else { return nil }
        same += 1
        let isSum = indicator.numeratorKind == .flow && now.numerator != .value(.zero)
        flows += isSum ? 1 : 0
      }
      guard same >= 3, flows > 0 else { return nil }
      return Doubt(
        unit: unit, indicator: nil, source: nil, reason: .copied(of: before, figures: same))
    }
  }

  // MARK: peers

  private func peers(
    _ assessment: IndicatorAssessment, _ rates: [CellSummary.OwnRate]
  ) -> [Doubt] {
    let large = rates.indices.filter { rates[$0].denominator >= Self.leastWhole }
    let numbers = large.map { PeerRates.number(rates[$0].value) }
    let ofKind = kinds.places(of: large.lazy.map { rates[$0].unit })
    var byKind = [[PeerRates.Number?]](repeating: [], count: kinds.count)
    for (number, kind) in zip(numbers, ofKind) { byKind[kind].append(number) }
    let peers = byKind.map { $0.count > limits.fewestPeers ? PeerRates($0) : nil }
    return large.indices.compactMap { place in
      guard let number = numbers[place], let peers = peers[ofKind[place]],
        let spread = peers.spread(without: number), spread.isFar(number, limits.deviations)
      else { return nil }
      let rate = rates[large[place]]
      return Doubt(
        unit: rate.unit, indicator: assessment.indicator.code, source: rate.source,
        reason: .farFromPeers(
          value: rate.value, median: Ratio(spread.median), deviation: Ratio(spread.deviation),
          peers: peers.count - 1, factor: limits.deviations))
    }
  }

  // MARK: the past

  /// A sum of a period over so many times its own median, and by more than counts that small jump.
  private func past(_ assessment: IndicatorAssessment, _ figures: FigureSeries) -> [Doubt] {
    let indicator = assessment.indicator
    guard indicator.numeratorKind == .flow else { return [] }
    return zip(reportingUnits, figurePlaces).compactMap { unit, place in
      let series = figures[ofUnit: place]
      guard let now = series.last(where: { $0.period == input.period }),
        let figure = now.numerator.value
      else { return nil }
      let earlier = series.filter { $0.period < input.period }
        .compactMap { $0.numerator.value }.suffix(12)
      guard earlier.count >= limits.fewestPeriods, let median = Self.median(earlier.sorted()),
        figure > median.scaled(by: limits.growth),
        figure - median > FixedDecimal(limits.leastGrowth)
      else { return nil }
      return Doubt(
        unit: unit, indicator: indicator.code, source: now.source,
        reason: .farFromPast(
          figure: figure, median: median, periods: earlier.count,
          factor: limits.growth))
    }
  }

  private static func median(_ sorted: [FixedDecimal]) -> FixedDecimal? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    let sum = sorted[middle - 1] + sorted[middle]
    return FixedDecimal(sum.significand * 5, fractionDigits: sum.fractionDigits + 1)
  }
}

/// The kinds of units, each by a number.
private struct UnitKinds: Sendable {
  private var codes: [String] = []
  private var ofUnit: [Int] = []
  private var placeOfUnit: [String: Int] = [:]
  private var numbers: [String: Int] = [:]

  /// How many numbers there are; the last is of units that nobody knows.
  var count: Int { numbers.count + 1 }

  init(_ units: [Unit]) {
    for unit in units where placeOfUnit[unit.code] == nil {
      placeOfUnit[unit.code] = codes.count
      codes.append(unit.code)
      let next = numbers.count
      let number = numbers[unit.kind] ?? next
      numbers[unit.kind] = number
      ofUnit.append(number)
    }
  }

  /// The kinds of some units: these mostly stand in the register's order.
  func places(of units: some Sequence<String>) -> [Int] {
    var next = 0
    return units.map { unit in
      if next >= codes.count || codes[next] != unit {
        guard let place = placeOfUnit[unit] else { return numbers.count }
        next = place
      }
      defer { next += 1 }
      return ofUnit[next]
    }
  }
}
