import PlanModel

/// Holds printed numbers against the edition: the right value, honestly rounded, parts that add up.
struct NumberCheck {
  let numbers: EditionNumbers
  /// The numbers of the messages that have been asked about.
  private var messages: [NumberOrigin: Set<String>] = [:]

  private static let reckoned: Set<NumberOrigin.Source> = [
    .indicators, .tasks, .submissions, .findings, .reminders, .correction,
  ]

  init(numbers: EditionNumbers) { self.numbers = numbers }

  /// What is wrong, one sentence for each number.
  mutating func problems(of printed: [PrintedNumber]) -> [String] {
    var problems: [String] = []
    for number in printed {
      guard let origin = number.origin, let problem = problem(number, origin) else { continue }
      problems.append("line \(number.line): \(problem)")
    }
    return problems + sums(printed)
  }

  private mutating func problem(_ number: PrintedNumber, _ origin: NumberOrigin) -> String? {
    var place: String {
      [origin.source.rawValue, origin.item, origin.unit, origin.window, origin.field]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    // words about a finding may repeat what somebody typed, of any length
    if origin.source == .findings, origin.field == "message" {
      let known = messages[origin] ?? numbers.inMessages(origin)
      messages[origin] = known
      return known.contains(number.value)
        ? nil : "\(number.value) says that it is of \(place), where it does not stand"
    }
    // an ordinal may be any of many, and every `TT 3` is one
    if origin.source == .indicators, origin.field == "position", number.sign == nil,
      Int(number.value).map(numbers.positions.contains) == true
    {
      return nil
    }
    guard let claim = numbers.claim(origin) else {
      return Self.reckoned.contains(origin.source)
        ? "\(number.value) says that it is \(place), of which the edition holds nothing" : nil
    }
    guard let shown = Shown(number) else {
      return "\(number.value) (\(place)) cannot be read as a number"
    }
    guard let exact = claim.values.first(where: { shown.isPrint(of: $0, isRate: claim.isRate) })
    else {
      let held = claim.values.map { Self.text($0, isRate: claim.isRate) }.joined(separator: " or ")
      return
        "\(number.value) is printed for \(place), which is \(held.isEmpty ? "not there" : held)"
    }
    guard origin.field == "value", let comparison = numbers.comparison(origin),
      shown.contradicts(exact, comparison, isRate: claim.isRate)
    else { return nil }
    return "\(number.value) is printed for \(place), and its rounding contradicts the verdict of "
      + Self.text(exact, isRate: claim.isRate)
  }

  private static func text(_ value: Ratio, isRate: Bool) -> String {
    let shown = isRate ? value.multiplied(by: Ratio(FixedDecimal(100))) ?? value : value
    return (shown.rounded(toFractionDigits: 6)?.plainText ?? "too large") + (isRate ? "%" : "")
  }

  // MARK: sums

  /// Parts and whole that stand in one block must add up as they are printed.
  private func sums(_ printed: [PrintedNumber]) -> [String] {
    struct Key: Hashable {
      let block: Int
      let source: NumberOrigin.Source
    }
    var groups: [(key: Key, numbers: [PrintedNumber])] = []
    for number in printed {
      guard let origin = number.origin, origin.role != nil else { continue }
      let key = Key(block: number.block, source: origin.source)
      if let place = groups.lastIndex(where: { $0.key == key }) {
        groups[place].numbers.append(number)
      } else {
        groups.append((key, [number]))
      }
    }
    return groups.compactMap { group in
      func sum(_ role: NumberOrigin.Role) -> FixedDecimal {
        group.numbers.filter { $0.origin?.role == role }
          .compactMap { Shown($0)?.size }.reduce(.zero, +)
      }
      let (parts, whole) = (sum(.part), sum(.whole))
      let line = group.numbers.first?.line ?? 0
      return parts == whole
        ? nil
        : "line \(line): the parts of \(group.key.source.rawValue) add up to \(parts), "
          + "but \(whole) is printed as their whole"
    }
  }
}

/// A number as a reader takes it: its size, and how exactly it is given.
struct Shown {
  let size: FixedDecimal
  private let digits: Int
  private let number: PrintedNumber

  init?(_ number: PrintedNumber) {
    var digits: Int128 = 0
    // the comma counts from its first place on, and like a stop it is no digit
    var behindComma: Int?
    for byte in number.value.utf8 where byte != UInt8(ascii: ".") {
      if byte == UInt8(ascii: ",") {
        behindComma = behindComma.map { $0 + 1 } ?? 0
        continue
      }
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product + Int128(byte) - Int128(UInt8(ascii: "0"))
      behindComma = behindComma.map { $0 + 1 }
    }
    self.digits = behindComma ?? 0
    size = FixedDecimal(digits, fractionDigits: self.digits)
    self.number = number
  }

  /// Whether it is the value rounded half up or, where that would say too much, cut.
  func isPrint(of value: Ratio, isRate: Bool) -> Bool {
    // a rate is printed in per cent: its own digits stand two places further behind the mark
    let places = isRate ? digits + 2 : digits
    let shown = size(isRate: isRate)
    guard let rounded = value.rounded(toFractionDigits: places) else { return false }
    let isNegative = value < Ratio(.zero)
    if let sign = number.sign, size != .zero, (sign == "-") != isNegative { return false }
    let magnitude = Ratio(
      isNegative ? .zero - value.numerator : value.numerator, over: value.denominator)
    let unit = FixedDecimal(1, fractionDigits: places)
    let nearest = isNegative ? .zero - rounded : rounded
    if shown == nearest { return true }
    guard let magnitude else { return false }
    let isCut = Ratio(shown) <= magnitude && magnitude < Ratio(shown + unit)
    let isNear = number.isApproximate && Ratio(shown - unit) < magnitude
    return isCut || isNear
  }

  /// The size in the unit of the value: of a rate that is printed in per cent, a hundredth.
  private func size(isRate: Bool) -> FixedDecimal {
    FixedDecimal(size.significand, fractionDigits: size.fractionDigits + (isRate ? 2 : 0))
  }

  /// Whether a reader who holds the print against the target comes to another verdict.
  func contradicts(_ value: Ratio, _ comparison: Target.Comparison, isRate: Bool) -> Bool {
    guard !number.isApproximate, comparison.isJudged, value != comparison.threshold else {
      return false
    }
    let shown = Ratio(size(isRate: isRate))
    return comparison.isMet(by: shown) != comparison.isMet(by: value)
  }
}
