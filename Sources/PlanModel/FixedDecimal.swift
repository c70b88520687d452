/// An exact decimal number: an integer and the number of its digits behind the decimal mark.
///
/// Always in lowest terms (no trailing zeros behind the mark), so that equal numbers are equal values.
/// Figures carry at most 18 digits, 6 of them behind the mark (`FixedDecimal.parse`); sums of 10^13 such
/// figures stay inside the 128-bit significand.
///
/// Example: `68,8` is significand 688, fractionDigits 1.
public struct FixedDecimal: Hashable, Sendable {
  // the significand in two halves: so the whole takes 20 bytes, not 32, and there are millions
  private let high: Int64
  private let low: UInt64
  private let digits: Int32

  /// The number without its decimal mark.
  public var significand: Int128 { Int128(high) << 64 | Int128(low) }
  /// How many digits of the significand stand behind the mark, 0 or more.
  public var fractionDigits: Int { Int(digits) }

  /// Zero, which is a figure; a missing figure is an absent value, never this.
  public static let zero = FixedDecimal(0)

  /// The most digits a figure may have.
  public static let maximumDigits = 18
  /// The most digits a figure may have behind its decimal mark.
  public static let maximumFractionDigits = 6

  /// `significand` / 10^`fractionDigits`.
  public init(_ significand: Int128, fractionDigits: Int = 0) {
    var significand = significand
    var fractionDigits = fractionDigits
    // nearly every number fits into 64 bits, which are divided far quicker
    if var short = Int64(exactly: significand) {
      while fractionDigits > 0, short % 10 == 0 {
        short /= 10
        fractionDigits -= 1
      }
      significand = Int128(short)
    }
    while fractionDigits > 0, significand % 10 == 0 {
      significand /= 10
      fractionDigits -= 1
    }
    self.init(lowest: significand, fractionDigits: fractionDigits)
  }

  /// A whole number, such as a count.
  public init(_ number: Int) { self.init(lowest: Int128(number), fractionDigits: 0) }

  /// The same of a significand in lowest terms, unchecked.
  package init(lowest significand: Int128, fractionDigits: Int) {
    high = Int64(truncatingIfNeeded: significand >> 64)
    low = UInt64(truncatingIfNeeded: significand)
    digits = Int32(fractionDigits)
  }

  /// Whether the number has no digits behind its decimal mark.
  public var isWhole: Bool { fractionDigits == 0 }

  /// Ten to the power of `exponent`, 0 to 38.
  public static func power(ofTen exponent: Int) -> Int128 {
    if exponent <= 18 {
      var short: Int64 = 1
      for _ in 0..<exponent { short *= 10 }
      return Int128(short)
    }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The significand when the number is written with `digits` digits behind the mark.
  ///
  /// `digits` must be at least `fractionDigits`.
  public func significand(withFractionDigits digits: Int) -> Int128 {
    digits == fractionDigits
      ? significand : significand * Self.power(ofTen: digits - fractionDigits)
  }

  /// The number as a binary floating-point value, for cells of a workbook only.
  public var doubleValue: Double {
    // both parts are exact, so that one division rounds as reading the text would
    if significand.magnitude < 1 << 53, fractionDigits <= 22 {
      return Double(Int64(significand)) / Self.powersOfTen[fractionDigits]
    }
    return Double(plainText) ?? 0
  }

  /// The powers of ten that a binary number holds exactly.
  private static let powersOfTen: [Double] = (0...22).map { Double(power(ofTen: $0)) }

  /// The number in plain form: `-12.5`, no grouping, `.` before the fraction.
  public var plainText: String { text(fractionDigits: fractionDigits) }

  /// The number with at least `count` digits behind the mark: 0.939 with 6 is `0.939000`.
  public func text(fractionDigits count: Int) -> String {
    if fractionDigits == 0, count == 0, let whole = Int64(exactly: significand) {
      return String(whole)
    }
    var bytes: [UInt8] = []
    write(fractionDigits: count, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds that text, in ASCII, to some bytes.
  public func write(fractionDigits count: Int, to bytes: inout [UInt8]) {
    if significand < 0 { bytes.append(UInt8(ascii: "-")) }
    let digits = max(count, fractionDigits)
    guard digits > 0 else { return Self.write(significand.magnitude, to: &bytes) }
    if digits <= 18, let number = UInt64(exactly: significand.magnitude),
      let scaled = number.multiplied(byTenTo: digits - fractionDigits)
    {
      // digits from the end, as many as stand behind the mark, one before it at least
      return Self.write(scaled, to: &bytes, mark: digits)
    }
    let (whole, rest) = significand(withFractionDigits: digits).magnitude
      .quotientAndRemainder(dividingBy: Self.power(ofTen: digits).magnitude)
    Self.write(whole, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    let fraction = String(rest)
    bytes.append(
      contentsOf: repeatElement(UInt8(ascii: "0"), count: digits - fraction.utf8.count))
    bytes.append(contentsOf: fraction.utf8)
  }

  /// Adds the digits of a number; one of 64 bits, as nearly all are, is written far quicker.
  private static func write(_ number: UInt128, to bytes: inout [UInt8]) {
    if let short = UInt64(exactly: number) {
      write(short, to: &bytes)
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Adds the digits of a whole number, a decimal mark before the last `mark` of them, at most 19.
  public static func write(_ number: UInt64, to bytes: inout [UInt8], mark: Int = 0) {
    // from the end: 20 digits and the mark are the most
    var text = InlineArray<21, UInt8>(repeating: UInt8(ascii: "0"))
    var start = 21
    var number = number
    var left = mark
    repeat {
      start -= 1
      text[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
      number /= 10
      left -= 1
      if left == 0 {
        start -= 1
        text[start] = UInt8(ascii: ".")
      }
    } while number > 0 || left >= 0 && mark > 0
    unsafe text.span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0[start...]) }
  }

  /// Reads plain decimal notation: optional `-`, ASCII digits, optionally `.` and digits.
  ///
  /// Returns nil for anything else, and for more digits than a figure may have. This is the notation of
  /// plan files and of the ledger; the spellings a committee may use are the business of intake.
  public static func parse(_ text: some StringProtocol) -> FixedDecimal? {
    parse(text, atMost: maximumDigits)
  }

  /// Reads the same of a sum, which may have more digits than a figure: at most 36.
  public static func parse(_ text: some StringProtocol, atMost mostDigits: Int) -> FixedDecimal? {
    var significand: Int128 = 0
    var digits = 0
    var fractionDigits: Int?
    var bytes = Array(text.utf8)[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += 1
        if let seen = fractionDigits { fractionDigits = seen + 1 }
        if digits > min(mostDigits, 36) { return nil }
      case UInt8(ascii: ".") where fractionDigits == nil && digits > 0:
        fractionDigits = 0
      default:
        return nil
      }
    }
    guard digits > 0, fractionDigits != 0, fractionDigits ?? 0 <= maximumFractionDigits else {
      return nil
    }
    return FixedDecimal(
      isNegative ? -significand : significand, fractionDigits: fractionDigits ?? 0)
  }
}

extension FixedDecimal: Comparable {
  /// Whether the left number is smaller.
  public static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    if left.fractionDigits == right.fractionDigits { return left.significand < right.significand }
    let digits = max(left.fractionDigits, right.fractionDigits)
    return left.significand(withFractionDigits: digits)
      < right.significand(withFractionDigits: digits)
  }

  /// The exact sum.
  public static func + (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
    // whole numbers, as nearly all are, need no common denominator
    if left.fractionDigits == 0, right.fractionDigits == 0 {
      return FixedDecimal(lowest: left.significand + right.significand, fractionDigits: 0)
    }
    let digits = max(left.fractionDigits, right.fractionDigits)
    return FixedDecimal(
      left.significand(withFractionDigits: digits) + right.significand(withFractionDigits: digits),
      fractionDigits: digits)
  }

  /// The exact difference.
  public static func - (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
    left + FixedDecimal(-right.significand, fractionDigits: right.fractionDigits)
  }

  /// Adds in place.
  public static func += (left: inout FixedDecimal, right: FixedDecimal) { left = left + right }
}

extension FixedDecimal: CustomStringConvertible {
  /// The plain form.
  public var description: String { plainText }
}

extension UInt64 {
  /// Nil when it would not fit.
  fileprivate func multiplied(byTenTo exponent: Int) -> UInt64? {
    var number = self
    for _ in 0..<exponent {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      number = product
    }
    return number
  }
}
