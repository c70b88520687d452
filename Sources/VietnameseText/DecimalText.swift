/// Puts a point between each three digits of a whole number: `1412` becomes `1.412`.
///
/// For amounts only: years, codes and document numbers are never separated.
public func grouped(_ number: Int128) -> String {
  grouped(String(number))
}

/// Puts a point between each three digits; a text that is no whole number comes back unchanged.
///
///     grouped("71850") == "71.850"
func grouped(_ digits: String) -> String {
  let bytes = Array(digits.utf8)
  let sign = bytes.first == 0x2D || bytes.first == 0x2B ? 1 : 0
  let count = bytes.count - sign
  guard count > 3, bytes.dropFirst(sign).allSatisfy({ (0x30...0x39).contains($0) }) else {
    return digits
  }
  var result = String.UnicodeScalarView()
  for (index, byte) in bytes.enumerated() {
    if index > sign && (bytes.count - index) % 3 == 0 { result.append(".") }
    result.append(Unicode.Scalar(byte))
  }
  return String(result)
}

/// A count as prose writes it before its noun: 1 to 9 with a leading zero, more with points.
///
/// Not for tables, rates or decimals.
///
///     counted(3) + " đảng bộ" == "03 đảng bộ"
public func counted(_ number: Int128) -> String {
  (1...9).contains(number) ? "0\(number)" : grouped(number)
}

/// An exact decimal, and its print: points between thousands, a comma before decimals.
///
///     DecimalText(significand: 4950868, fractionDigits: 1).text() == "495.086,8"
public struct DecimalText: Hashable, Sendable {
  /// All digits, as one whole number with the sign.
  public let significand: Int128
  /// How many of the digits stand behind the comma, 0 to 1000; a count outside is taken to its limit.
  public let fractionDigits: Int

  /// Describes `significand / 10^fractionDigits`.
  public init(significand: Int128, fractionDigits: Int = 0) {
    self.significand = significand
    self.fractionDigits = min(max(0, fractionDigits), 1000)
  }

  /// The decimal in print, exact: zeros at the end are dropped down to `minimum` decimals, 0 to 1000.
  ///
  ///     DecimalText(significand: 8350, fractionDigits: 2).text(minimum: 1) == "83,5"
  public func text(minimum: Int = 0) -> String {
    fixedPoint(
      Array(String(significand.magnitude).utf8).map { $0 - 0x30 }, scale: fractionDigits,
      minimum: min(max(0, minimum), 1000), isNegative: significand < 0)
  }
}

/// Digits with `scale` of them behind the comma, zeros beyond `minimum` dropped.
func fixedPoint(_ digits: [UInt8], scale: Int, minimum: Int, isNegative: Bool) -> String {
  var digits = [UInt8](repeating: 0, count: max(0, scale + 1 - digits.count)) + digits
  var scale = scale
  while scale > minimum && digits.last == 0 {
    digits.removeLast()
    scale -= 1
  }
  while scale < minimum {
    digits.append(0)
    scale += 1
  }
  let text = { (part: ArraySlice<UInt8>) in String(part.map { Character(.init(0x30 + $0)) }) }
  let whole = text(digits.dropLast(scale).drop { $0 == 0 })
  let sign = isNegative && digits.contains { $0 != 0 } ? "-" : ""
  let front = whole.isEmpty ? "0" : grouped(whole)
  return sign + front + (scale > 0 ? "," + text(digits.suffix(scale)) : "")
}
