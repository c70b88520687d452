internal import PlanModel

/// Reads what `FigureText` wrote, or a step of the schema made of an older ledger.
struct FigureTextReader {
  private let bytes: [UInt8]
  private var place = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The figures of a plan, in the order of their rows; nil when the texts make no sense. Without notes
  /// those of the figures are empty.
  static func figures(
    of plan: String, _ numbers: [UInt8], notes: [UInt8]?
  ) -> [Figure]? {
    var reader = FigureTextReader(numbers)
    var texts: [String]?
    if let notes {
      var reader = FigureTextReader(notes)
      texts = reader.list { $0.text() }
      if texts == nil { return nil }
    }
    var count = 0
    let figures = reader.list { reader -> Figure? in
      guard reader.take("["), let row = reader.integer(), (1...Int64(Int32.max)).contains(row),
        reader.take(","),
        let indicator = reader.text(), reader.take(","), let numerator = reader.entry(),
        reader.take(","), let denominator = reader.entry(), reader.take("]")
      else { return nil }
      if let texts, count >= texts.count { return nil }
      let note = texts.map { $0[count] } ?? ""
      count += 1
      return Figure(
        plan: plan, indicator: indicator, row: Int(row), numerator: numerator,
        denominator: denominator, note: note)
    }
    return texts.map { $0.count == count } ?? true ? figures : nil
  }

  /// A list that is all of the text.
  private mutating func list<Element>(
    _ element: (inout FigureTextReader) -> Element?
  ) -> [Element]? {
    guard take("[") else { return nil }
    var list: [Element] = []
    if !take("]") {
      repeat {
        guard let next = element(&self) else { return nil }
        list.append(next)
      } while take(",")
      guard take("]") else { return nil }
    }
    return place == bytes.count ? list : nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private mutating func integer() -> Int64? {
    let isNegative = take("-")
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

  private mutating func entry() -> Entry? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "n"):
      guard bytes[place...].starts(with: "null".utf8) else { return nil }
      place += 4
      return .blank
    case UInt8(ascii: "\""):
      guard let text = text() else { return nil }
      return text == FigureText.notApplicable
        ? .notApplicable : FixedDecimal.parse(text).map(Entry.value)
    default:
      return integer().map { .value(FixedDecimal(Int128($0))) }
    }
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") { return escapedText(from: start) }
      place += 1
    }
    guard take("\"") else { return nil }
    return String(decoding: bytes[start..<(place - 1)], as: UTF8.self)
  }

  /// The rest of a text from its first escape on.
  private mutating func escapedText(from start: Int) -> String? {
    var text = Array(bytes[start..<place])
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let character = escaped() else { return nil }
        text.append(contentsOf: String(character).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The character behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard place < bytes.count else { return nil }
    place += 1
    switch Unicode.Scalar(bytes[place - 1]) {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": return hexadecimal()
    case let other: return other
    }
  }

  /// Characters beyond 16 bits are never escaped here.
  private mutating func hexadecimal() -> Unicode.Scalar? {
    guard place + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[place..<(place + 4)], as: UTF8.self), radix: 16)
    else { return nil }
    place += 4
    return Unicode.Scalar(code)
  }
}
