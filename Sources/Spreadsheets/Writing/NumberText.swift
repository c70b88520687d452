internal import CLibXLSXWriter

extension ByteText {
  /// A number as C's `%.16G` prints it, which is what the library stores.
  mutating func append(_ number: Double) {
    if number < 0 || (number == 0 && number.sign == .minus) { append(UInt8(ascii: "-")) }
    let size = number.magnitude
    if size < 1e15, size == size.rounded(.towardZero) { return append(whole: UInt64(size)) }
    guard let digits = SixteenDigits(size) else { return appendPrinted(size) }
    append(whole: digits.whole)
    guard digits.fractionLength > 0 else { return }
    append(UInt8(ascii: "."))
    append(whole: digits.fraction, width: digits.fractionLength)
  }

  /// By the C library itself: numbers that take an exponent, or nearly.
  private mutating func appendPrinted(_ size: Double) {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { text in
      let length = unsafe text.withMemoryRebound(to: CChar.self) {
        unsafe spreadsheet_print($0.baseAddress, $0.count, size)
      }
      precondition((0..<text.count).contains(Int(length)), "no room for a number")
      unsafe append(UnsafeBufferPointer(rebasing: text[..<Int(length)]).span)
    }
  }
}

/// A positive number rounded to sixteen digits, as C rounds it: by its exact value, ties to even.
///
/// A quarter of the numbers of a workbook are quotients, and printf reckons each with numbers of any
/// length; these all fit into 128 bits.
private struct SixteenDigits {
  private(set) var whole: UInt64
  private(set) var fraction: UInt64
  /// How many digits the fraction has, leading zeros included.
  private(set) var fractionLength: Int

  private static let powers: [UInt64] = (0..<20).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
  /// The smallest numbers of 16, 17, 18 and 19 digits behind the point for sixteen that count.
  private static let small: [Double] = [0.1, 0.01, 0.001, 0.0001]

  /// Nil for a number outside 0.0001 to 10^15.
  init?(_ number: Double) {
    guard number >= 0.0001, number < 1e15 else { return nil }
    var length = 16
    if number < 1 {
      length += Self.small.firstIndex { number >= $0 } ?? 0
    } else {
      var bound = 1.0
      while number >= bound {
        bound *= 10
        length -= 1
      }
    }
    // number = significand / 2^shift
    let significand = UInt128(number.significandBitPattern | 1 << 52)
    let shift = UInt128(52 - Int(number.exponent))
    let scaled = significand * UInt128(Self.powers[length])
    let half = (1 as UInt128) << (shift - 1)
    let rest = scaled & (half << 1 - 1)
    var digits = UInt64(truncatingIfNeeded: scaled >> shift)
    if rest > half || (rest == half && digits & 1 == 1) { digits += 1 }
    while length > 0, digits % 10 == 0 {
      digits /= 10
      length -= 1
    }
    let unit = Self.powers[length]
    whole = digits / unit
    fraction = digits % unit
    fractionLength = length
  }
}
