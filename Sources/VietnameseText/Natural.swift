/// A whole number of any size, for products that leave 128 bits.
///
/// Rates are compared and rounded on products of three or four submitted figures; no figure that a
/// parser lets through may end a run, so nothing here can overflow.
struct Natural: Comparable {
  /// Least significant limb first, no zero limb at the end; zero is empty.
  private var limbs: [UInt32]

  init(_ value: UInt128) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  private init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  var isZero: Bool { limbs.isEmpty }

  /// The value when 128 bits hold it.
  private var small: UInt128? {
    guard limbs.count <= 4 else { return nil }
    return limbs.reversed().reduce(0) { $0 << 32 | UInt128($1) }
  }

  static func powerOfTen(_ exponent: Int) -> Natural {
    (0..<max(0, exponent)).reduce(Natural(1)) { power, _ in power * Natural(10) }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }

  static func + (left: Natural, right: Natural) -> Natural {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      carry += UInt64(left.limb(index)) + UInt64(right.limb(index))
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    sum.append(UInt32(truncatingIfNeeded: carry))
    return Natural(limbs: sum)
  }

  /// The distance between two numbers, whichever is the greater.
  static func distance(_ one: Natural, _ other: Natural) -> Natural {
    let (large, little) = one < other ? (other, one) : (one, other)
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for index in 0..<large.limbs.count {
      let step = Int64(large.limb(index)) - Int64(little.limb(index)) - borrow
      borrow = step < 0 ? 1 : 0
      difference.append(UInt32(truncatingIfNeeded: step))
    }
    return Natural(limbs: difference)
  }

  static func * (left: Natural, right: Natural) -> Natural {
    var product = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (place, one) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (offset, other) in right.limbs.enumerated() {
        // At most (2^32 - 1)^2 + 2 (2^32 - 1), which is 2^64 - 1.
        carry += UInt64(one) * UInt64(other) + UInt64(product[place + offset])
        product[place + offset] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[place + right.limbs.count] = UInt32(truncatingIfNeeded: carry)
    }
    return Natural(limbs: product)
  }

  /// Quotient and remainder; `nil` for a divisor of zero.
  func divided(by divisor: Natural) -> (quotient: Natural, remainder: Natural)? {
    guard !divisor.isZero else { return nil }
    if let dividend = small, let divisor = divisor.small {
      let result = dividend.quotientAndRemainder(dividingBy: divisor)
      return (Natural(result.quotient), Natural(result.remainder))
    }
    // Bit by bit: rare, and short enough to be seen to be right.
    var quotient = [UInt32](repeating: 0, count: limbs.count)
    var remainder = Natural(0)
    for place in limbs.indices.reversed() {
      for bit in (0..<32).reversed() {
        remainder = remainder + remainder
        if limbs[place] >> UInt32(bit) & 1 == 1 { remainder = remainder + Natural(1) }
        if remainder >= divisor {
          remainder = Natural.distance(remainder, divisor)
          quotient[place] |= 1 << UInt32(bit)
        }
      }
    }
    return (Natural(limbs: quotient), remainder)
  }

  /// The decimal digits, `0` for zero.
  var digits: String {
    if let small { return String(small) }
    var parts: [String] = []
    var rest = self
    let billion = Natural(1_000_000_000)
    while !rest.isZero, let step = rest.divided(by: billion) {
      let part = String(step.remainder.small ?? 0)
      rest = step.quotient
      parts.append(
        rest.isZero ? part : String(repeating: "0", count: max(0, 9 - part.count)) + part)
    }
    return parts.reversed().joined()
  }

  private func limb(_ index: Int) -> UInt32 {
    index < limbs.count ? limbs[index] : 0
  }
}
