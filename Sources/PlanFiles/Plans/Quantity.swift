internal import PlanModel

/// A number as a plan file writes it.
struct Quantity: Hashable {
  /// The exact value: 0.9 for `90%`.
  let value: FixedDecimal
  /// Whether it was written with a percent sign.
  let isPercent: Bool

  /// Reads `12`, `0.9`, `90%`, `68.8%`; nil for anything else, a decimal comma among it.
  static func parse(_ text: String) -> Quantity? {
    let isPercent = text.hasSuffix("%")
    guard let number = FixedDecimal.parse(isPercent ? text.dropLast() : text[...]) else {
      return nil
    }
    guard isPercent else { return Quantity(value: number, isPercent: false) }
    let value = FixedDecimal(number.significand, fractionDigits: number.fractionDigits + 2)
    return Quantity(value: value, isPercent: true)
  }
}
