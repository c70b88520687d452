import PlanModel

/// The rates of units of one kind in order, so that the spread of all but one costs no second look at all
/// of them.
///
/// Leaving one out moves the median by one place at most: there are three medians, and the deviations from
/// each are put in order once.
///
/// Everything is whole numbers of 10^-8: rates in millionths are exact enough for a question, and halving
/// twice, for a median and for that of the distances from it, adds two digits. A rate has 18 digits above
/// the mark at most, so that all of it stays far below 128 bits.
final class PeerRates {
  typealias Number = Int128

  let count: Int
  private let rates: [Number]
  /// In order, from each of the medians.
  private var distances: [(median: Number, sorted: [Number])] = []

  /// Numbers of rates; nil for one that has none.
  init(_ numbers: [Number?]) {
    count = numbers.count
    rates = numbers.compactMap(\.self).sorted()
  }

  /// A rate as it is held against others; nil when it is too large.
  static func number(_ value: Ratio) -> Number? {
    value.rounded(toFractionDigits: 6)?.significand(withFractionDigits: 8)
  }

  /// The spread of all the others; nil when there are none.
  func spread(without rate: Number) -> Spread? {
    guard let median = Self.median(rates, without: rate) else { return nil }
    return Self.median(distances(from: median), without: Self.distance(rate, median))
      .map { Spread(median, middleDistance: $0) }
  }

  private func distances(from median: Number) -> [Number] {
    if let known = distances.first(where: { $0.median == median }) { return known.sorted }
    let sorted = rates.map { Self.distance($0, median) }.sorted()
    distances.append((median, sorted))
    return sorted
  }

  private static func distance(_ left: Number, _ right: Number) -> Number {
    left < right ? right - left : left - right
  }

  /// The median of numbers in order without one of them.
  private static func median(_ sorted: [Number], without number: Number) -> Number? {
    guard sorted.count > 1 else { return nil }
    // those behind the one left out move up by a place
    func rest(_ place: Int) -> Number {
      sorted[place] < number ? sorted[place] : sorted[place + 1]
    }
    let middle = (sorted.count - 1) / 2
    return sorted.count % 2 == 0 ? rest(middle) : (rest(middle - 1) + rest(middle)) / 2
  }

  /// Median and deviation of some rates.
  struct Spread {
    private let middle: Number
    /// In 10^-12: a ten-thousandth of the unit of the rates.
    private let width: Number

    /// 1.4826 makes the middle distance the deviation of a normal spread; the least deviation is two
    /// points, or a quarter of the median where rates are low.
    fileprivate init(_ middle: Number, middleDistance: Number) {
      self.middle = middle
      width = max(middleDistance * 14826, min(20_000_000_000, middle * 2500))
    }

    var median: FixedDecimal { FixedDecimal(middle, fractionDigits: 8) }
    var deviation: FixedDecimal { FixedDecimal(width, fractionDigits: 12) }

    /// Whether a rate lies further from the median than so many deviations.
    func isFar(_ rate: Number, _ factor: Int) -> Bool {
      PeerRates.distance(rate, middle) * 10_000 > width * Number(factor)
    }
  }
}
