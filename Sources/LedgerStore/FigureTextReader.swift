internal import PlanModel

/// Reads what `FigureText` wrote, or a step of the schema made of an older ledger.
///
/// One reader reads many records: units send the same indicators in the same order, so that their codes are
/// mostly known from the record before.
struct FigureTextReader {
  /// The plan they are of.
  let plan: String
  /// The figures of the record read last, in the order of their rows.
  private(set) var figures: [Figure] = []

  private static let null = Array("null".utf8)
  private var codes: [(bytes: [UInt8], text: String)] = []
  private var bytes: [UInt8] = []
  private var place = 0

  /// Nothing read yet of a plan.
  init(of plan: String) { self.plan = plan }

  /// Reads one record, and returns whether its texts make sense. Without notes those of the figures are
  /// empty.
  mutating func read(_ numbers: [UInt8], notes: [UInt8]?) -> Bool {
    figures.removeAll(keepingCapacity: true)
    var texts: [String]?
    if let notes {
      start(notes)
      var found: [String] = []
      let isWhole = readList { reader in
        guard let text = reader.text() else { return false }
        found.append(text)
        return true
      }
      guard isWhole else { return false }
      texts = found
    }
    start(numbers)
    return readList { $0.readFigure(texts) } && (texts.map { $0.count == figures.count } ?? true)
  }

  private mutating func start(_ text: [UInt8]) {
    bytes = text
    place = 0
  }

  private mutating func readFigure(_ notes: [String]?) -> Bool {
    let ordinal = figures.count
    guard take("["), let row = integer(), (1...Int64(Int32.max)).contains(row), take(","),
      let indicator = code(ordinal), take(","), let numerator = entry(), take(","),
      let denominator = entry(), take("]"), notes.map({ ordinal < $0.count }) ?? true
    else { return false }
    figures.append(
      Figure(
        plan: plan, indicator: indicator, row: Int(row), numerator: numerator,
        denominator: denominator, note: notes?[ordinal] ?? ""))
    return true
  }

  /// The code of an indicator: mostly that in the same place of the record before.
  private mutating func code(_ ordinal: Int) -> String? {
    if ordinal < codes.count, stands(codes[ordinal].bytes) {
      place += codes[ordinal].bytes.count
      return codes[ordinal].text
    }
    let start = place
    guard let text = text() else { return nil }
    let code = (Array(bytes[start..<place]), text)
    if ordinal < codes.count { codes[ordinal] = code } else { codes.append(code) }
    return text
  }

  /// Whether some bytes come next; a text in its quotes is all of itself.
  private func stands(_ text: [UInt8]) -> Bool {
    guard place + text.count <= bytes.count else { return false }
    for offset in text.indices where bytes[place + offset] != text[offset] { return false }
    return true
  }

  /// Reads a list that is all of the text.
  private mutating func readList(_ readElement: (inout FigureTextReader) -> Bool) -> Bool {
    guard take("[") else { return false }
    if !take("]") {
      repeat {
        guard readElement(&self) else { return false }
      } while take(",")
      guard take("]") else { return false }
    }
    return place == bytes.count
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
      guard stands(Self.null) else { return nil }
      place += Self.null.count
      return .blank
    case UInt8(ascii: "\""):
      if let number = quotedNumber() { return .value(number) }
      return text() == FigureText.notApplicable ? .notApplicable : nil
    default:
      return integer().map { .value(FixedDecimal(Int128($0))) }
    }
  }

  /// A number in quotes, read without making a text of it; nil where there is none.
  private mutating func quotedNumber() -> FixedDecimal? {
    var end = place + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    guard end < bytes.count, let number = FixedDecimal.parse(bytes[(place + 1)..<end]) else {
      return nil
    }
    place = end + 1
    return number
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
