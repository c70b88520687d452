import PlanModel

/// The rates of units of one kind, so that the spread of all but one costs no second look at all of them.
///
/// Leaving one out moves the median by one place at most: of the rates, and of their distances from each
/// median there can be, only those in the middle are looked for.
///
/// Everything is whole numbers of 10^-8: rates in millionths are exact enough for a question, and halving
/// twice, for a median and for that of the distances from it, adds two digits. A rate has 18 digits above
/// the mark at most, so that all of it stays far below 128 bits.
final class PeerRates {
  typealias Number = Int128

  let count: Int
  private let rates: [Number]
  private let middle: Middle
  /// The distances from each of the medians.
  private var distances: [(median: Number, middle: Middle)] = []

  /// Numbers of rates; nil for one that has none.
  init(_ numbers: [Number?]) {
    count = numbers.count
    rates = numbers.compactMap(\.self)
    middle = Middle(of: rates)
  }

  /// A rate as it is held against others; nil when it is too large.
  static func number(_ value: Ratio) -> Number? {
    value.rounded(toFractionDigits: 6)?.significand(withFractionDigits: 8)
  }

  /// The spread of all the others; nil when there are none.
  func spread(without rate: Number) -> Spread? {
    guard let median = middle.median(without: rate) else { return nil }
    return distances(from: median).median(without: Self.distance(rate, median))
      .map { Spread(median, middleDistance: $0) }
  }

  private func distances(from median: Number) -> Middle {
    if let known = distances.first(where: { $0.median == median }) { return known.middle }
    let middle = Middle(of: rates.map { Self.distance($0, median) })
    distances.append((median, middle))
    return middle
  }

  private static func distance(_ left: Number, _ right: Number) -> Number {
    left < right ? right - left : left - right
  }

  /// Of numbers put in order those around the middle: what a median without any one of them needs.
  private struct Middle {
    private let count: Int
    /// From the place before the middle on: three, where there are so many.
    private let numbers: [Number]
    private let first: Int

    init(of numbers: [Number]) {
      count = numbers.count
      first = max((count - 1) / 2 - 1, 0)
      var numbers = numbers
      let around = first..<min(first + 3, count)
      for place in around { numbers.putInOrder(place) }
      self.numbers = Array(numbers[around])
    }

    /// The median of all but one; nil when there is no other.
    func median(without number: Number) -> Number? {
      guard count > 1 else { return nil }
      // those behind the one left out move up by a place
      func rest(_ place: Int) -> Number {
        numbers[place - first] < number ? numbers[place - first] : numbers[place - first + 1]
      }
      let middle = (count - 1) / 2
      return count % 2 == 0 ? rest(middle) : (rest(middle - 1) + rest(middle)) / 2
    }
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

extension [PeerRates.Number] {
  /// Brings the number to a place that would stand there if all were in order, none larger before it and none
  /// smaller behind it (Hoare's selection: C. A. R. Hoare, "Algorithm 65: Find", 1961).
  fileprivate mutating func putInOrder(_ place: Int) {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = self[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while pivot < self[right] { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        return
      }
    }
  }
}
