internal import PlanModel

/// The little of JSON that records of figures are made of: lists, texts, whole numbers.
///
/// Each reads from a place on, which it moves behind what it has read; nil or false where something else
/// stands there.
enum JSONText {
  /// Reads a list that is all of the text, element by element; returns whether it is one.
  static func forEach(
    in bytes: Span<UInt8>, _ readElement: (Span<UInt8>, inout Int) -> Bool
  ) -> Bool {
    var place = 0
    guard take("[", bytes, &place) else { return false }
    if !take("]", bytes, &place) {
      repeat {
        guard readElement(bytes, &place) else { return false }
      } while take(",", bytes, &place)
      guard take("]", bytes, &place) else { return false }
    }
    return place == bytes.count
  }

  static func take(_ sign: Unicode.Scalar, _ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Whether some bytes come next.
  static func stands(_ text: [UInt8], _ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard place + text.count <= bytes.count else { return false }
    for offset in text.indices where bytes[place + offset] != text[offset] { return false }
    return true
  }

  /// A whole number of no more digits than a figure has.
  static func integer(_ bytes: Span<UInt8>, _ place: inout Int) -> Int64? {
    let isNegative = take("-", bytes, &place)
    let start = place
    var number: Int64 = 0
    while place < bytes.count, place - start < FixedDecimal.maximumDigits {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number = number * 10 + Int64(digit)
      place += 1
    }
    return place == start ? nil : isNegative ? -number : number
  }

  /// A number in quotes as `FixedDecimal.plainText` writes it, read without making a text of it.
  static func quotedNumber(_ bytes: Span<UInt8>, _ place: inout Int) -> PackedEntry? {
    var next = place
    guard take("\"", bytes, &next) else { return nil }
    let isNegative = take("-", bytes, &next)
    var significand: Int64 = 0
    var digits = 0
    var whole: Int?
    while next < bytes.count, bytes[next] != UInt8(ascii: "\"") {
      let digit = bytes[next] &- UInt8(ascii: "0")
      if digit < 10, digits < FixedDecimal.maximumDigits {
        significand = significand * 10 + Int64(digit)
        digits += 1
      } else if bytes[next] == UInt8(ascii: "."), whole == nil, digits > 0 {
        whole = digits
      } else {
        return nil
      }
      next += 1
    }
    let fraction = digits - (whole ?? digits)
    guard take("\"", bytes, &next), digits > 0, whole == nil || fraction > 0,
      fraction <= FixedDecimal.maximumFractionDigits
    else { return nil }
    place = next
    return PackedEntry(isNegative ? -significand : significand, fractionDigits: fraction)
  }

  /// Where the content of a text stands, when nothing in it is escaped.
  static func plainText(_ bytes: Span<UInt8>, _ place: inout Int) -> Range<Int>? {
    var end = place
    guard take("\"", bytes, &end) else { return nil }
    let start = end
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    place = end + 1
    return start..<end
  }

  static func text(_ bytes: Span<UInt8>, _ place: inout Int) -> String? {
    if let plain = plainText(bytes, &place) {
      guard let text = try? UTF8Span(validating: bytes.extracting(plain)) else { return nil }
      return String(copying: text)
    }
    guard take("\"", bytes, &place) else { return nil }
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let character = escaped(bytes, &place) else { return nil }
        text.append(contentsOf: String(character).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The character behind a backslash.
  private static func escaped(_ bytes: Span<UInt8>, _ place: inout Int) -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    place += 1
    switch Unicode.Scalar(bytes[place - 1]) {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return hexadecimal(bytes, &place)
    case let other: return other
    }
  }

  /// Characters beyond 16 bits are never escaped here.
  private static func hexadecimal(_ bytes: Span<UInt8>, _ place: inout Int) -> Unicode.Scalar? {
    guard place + 4 <= bytes.count else { return nil }
    let digits = String(decoding: (place..<(place + 4)).map { bytes[$0] }, as: UTF8.self)
    place += 4
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
