import PlanModel

/// Holds printed numbers against the edition: the right value, honestly rounded, parts that add up.
struct NumberCheck {
  let numbers: EditionNumbers

  /// What is wrong, one sentence for each number.
  func problems(of printed: [PrintedNumber]) -> [String] {
    printed.compactMap { number in
      number.origin.flatMap { problem(number, $0) }.map { "line \(number.line): \($0)" }
    } + sums(printed)
  }

  private func problem(_ number: PrintedNumber, _ origin: NumberOrigin) -> String? {
    let place = [origin.source.rawValue, origin.item, origin.unit, origin.window, origin.field]
      .filter { !$0.isEmpty }.joined(separator: " ")
    // words about a finding may repeat what somebody typed, of any length
    if origin.source == .findings, origin.field == "message" {
      return numbers.isInMessage(number, origin)
        ? nil : "\(number.value) says that it is of \(place), where it does not stand"
    }
    guard let claim = numbers.claim(origin) else {
      let isReckoned: Set<NumberOrigin.Source> = [
        .indicators, .tasks, .submissions, .findings, .reminders, .correction,
      ]
      return isReckoned.contains(origin.source)
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
    let plain = number.value.replacing(".", with: "").replacing(",", with: ".")
    var digits: Int128 = 0
    for byte in plain.utf8 where byte != UInt8(ascii: ".") {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = product + Int128(byte) - Int128(UInt8(ascii: "0"))
    }
    self.digits =
      plain.firstIndex(of: ".").map {
        plain.distance(from: $0, to: plain.endIndex) - 1
      } ?? 0
    size = FixedDecimal(digits, fractionDigits: self.digits)
    self.number = number
  }

  /// Whether it is the value rounded half up or, where that would say too much, cut.
  func isPrint(of value: Ratio, isRate: Bool) -> Bool {
    let scaled = isRate ? value.multiplied(by: Ratio(FixedDecimal(100))) : value
    guard let scaled, let rounded = scaled.rounded(toFractionDigits: digits) else { return false }
    let isNegative = scaled < Ratio(.zero)
    if let sign = number.sign, size != .zero, (sign == "-") != isNegative { return false }
    let magnitude = Ratio(
      isNegative ? .zero - scaled.numerator : scaled.numerator, over: scaled.denominator)
    let unit = FixedDecimal(1, fractionDigits: digits)
    let nearest = isNegative ? .zero - rounded : rounded
    if size == nearest { return true }
    guard let magnitude else { return false }
    let isCut = Ratio(size) <= magnitude && magnitude < Ratio(size + unit)
    let isNear = number.isApproximate && Ratio(size - unit) < magnitude
    return isCut || isNear
  }

  /// Whether a reader who holds the print against the target comes to another verdict.
  func contradicts(_ value: Ratio, _ comparison: Target.Comparison, isRate: Bool) -> Bool {
    guard !number.isApproximate, comparison.isJudged, value != comparison.threshold else {
      return false
    }
    let digits = size.fractionDigits + (isRate ? 2 : 0)
    let shown = Ratio(FixedDecimal(size.significand, fractionDigits: digits))
    return comparison.isMet(by: shown) != comparison.isMet(by: value)
  }
}
