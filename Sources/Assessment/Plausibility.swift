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
  /// The least deviation for shares: two points, or a quarter of the median where rates are low.
  static let floor = FixedDecimal(2, fractionDigits: 2)

  let input: AssessmentInput
  /// The units that report anything.
  let reportingUnits: [String]

  init(input: AssessmentInput) {
    self.input = input
    reportingUnits = input.office.registry.units(on: input.period.span.last).filter { unit in
      input.plan.indicators.contains { $0.reporters.contains(unit) }
    }.map(\.code)
  }

  /// Figures of one indicator that lie far from others, from the flows that make them, or too well.
  func doubts(
    about assessment: IndicatorAssessment, _ cells: [IndicatorCell], _ series: FigureSeries
  ) -> [Doubt] {
    peers(assessment, cells) + past(assessment, series) + balances(assessment)
      + ofAllUnits(assessment, cells)
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

  private func peers(_ assessment: IndicatorAssessment, _ all: [IndicatorCell]) -> [Doubt] {
    guard assessment.indicator.measure == .share else { return [] }
    let main = assessment.mainWindow
    let cells = all.filter {
      $0.window == main && !$0.isTotal && $0.value != nil
        && $0.tally.latestPeriod == input.period
        && ($0.tally.denominator ?? .zero) >= Self.leastWhole
    }
    func kind(_ unit: String) -> String {
      input.office.registry.unit(unit, on: input.period.span.last)?.kind ?? ""
    }
    let kinds = Dictionary(grouping: cells) { kind($0.unit) }
      .mapValues { Peers($0.compactMap(\.value)) }
    return cells.compactMap { cell in
      guard let value = cell.value, let peers = kinds[kind(cell.unit)],
        peers.count > limits.fewestPeers, let spread = peers.spread(without: value),
        spread.isFar(value, limits.deviations)
      else { return nil }
      return Doubt(
        unit: cell.unit, indicator: assessment.indicator.code, source: cell.tally.sources.last,
        reason: .farFromPeers(
          value: value, median: Ratio(spread.median), deviation: Ratio(spread.deviation),
          peers: peers.count - 1, factor: limits.deviations))
    }
  }

  /// Some rates in order, so that the spread of all but one costs no second look at all of them.
  ///
  /// Leaving one out moves the median by one place at most: there are three medians, and the deviations
  /// from each are put in order once.
  private final class Peers {
    let count: Int
    private let rates: [FixedDecimal]
    private var deviations: [FixedDecimal: [FixedDecimal]] = [:]

    /// In millionths: exact enough for a question.
    init(_ values: [Ratio]) {
      count = values.count
      rates = values.compactMap { $0.rounded(toFractionDigits: 6) }.sorted()
    }

    /// The spread of all the others; nil when there are none.
    func spread(without value: Ratio) -> Spread? {
      guard let rate = value.rounded(toFractionDigits: 6),
        let median = Self.median(rates, without: rate)
      else { return nil }
      let sorted = deviations[median] ?? rates.map { Self.distance($0, median) }.sorted()
      deviations[median] = sorted
      return Self.median(sorted, without: Self.distance(rate, median))
        .flatMap { Spread(median: median, deviation: $0) }
    }

    private static func distance(_ left: FixedDecimal, _ right: FixedDecimal) -> FixedDecimal {
      left < right ? right - left : left - right
    }

    /// The median of numbers in order without one of them.
    private static func median(
      _ sorted: [FixedDecimal], without number: FixedDecimal
    ) -> FixedDecimal? {
      guard sorted.count > 1 else { return nil }
      var low = 0
      var high = sorted.count - 1
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < number { low = middle + 1 } else { high = middle }
      }
      let rest = { (place: Int) in sorted[place < low ? place : place + 1] }
      let middle = (sorted.count - 1) / 2
      return sorted.count % 2 == 0
        ? rest(middle) : Spread.mean(rest(middle - 1), rest(middle))
    }
  }

  /// Median and deviation of some rates, in millionths: exact enough for a question.
  private struct Spread {
    let median: FixedDecimal
    let deviation: FixedDecimal

    init?(median: FixedDecimal, deviation: FixedDecimal) {
      guard
        // 1.4826 makes the deviation that of a normal spread
        let scaled = deviation.times(FixedDecimal(14826, fractionDigits: 4))
      else { return nil }
      self.median = median
      let low = FixedDecimal(median.significand, fractionDigits: median.fractionDigits + 2)
      let quarter = low.scaled(by: 25)
      self.deviation = max(scaled, min(Plausibility.floor, quarter))
    }

    func isFar(_ value: Ratio, _ factor: Int) -> Bool {
      guard let value = value.rounded(toFractionDigits: 6) else { return false }
      let distance = value < median ? median - value : value - median
      return distance > deviation.scaled(by: factor)
    }

    static func mean(_ left: FixedDecimal, _ right: FixedDecimal) -> FixedDecimal {
      let sum = left + right
      return FixedDecimal(sum.significand * 5, fractionDigits: sum.fractionDigits + 1)
    }

    static func median(_ sorted: [FixedDecimal]) -> FixedDecimal? {
      guard !sorted.isEmpty else { return nil }
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return sorted[middle] }
      return mean(sorted[middle - 1], sorted[middle])
    }
  }

  // MARK: the past

  /// A sum of a period over so many times its own median, and by more than counts that small jump.
  private func past(_ assessment: IndicatorAssessment, _ figures: FigureSeries) -> [Doubt] {
    let indicator = assessment.indicator
    guard indicator.numeratorKind == .flow else { return [] }
    return reportingUnits.compactMap { unit in
      let series = figures[unit]
      guard let now = series.last(where: { $0.period == input.period }),
        let figure = now.numerator.value
      else { return nil }
      let earlier = series.filter { $0.period < input.period }
        .compactMap(\.numerator.value).suffix(12)
      guard earlier.count >= limits.fewestPeriods, let median = Spread.median(earlier.sorted()),
        figure > median.scaled(by: limits.growth),
        figure - median > FixedDecimal(Int128(limits.leastGrowth))
      else { return nil }
      return Doubt(
        unit: unit, indicator: indicator.code, source: now.source,
        reason: .farFromPast(
          figure: figure, median: median, periods: earlier.count,
          factor: limits.growth))
    }
  }
}
