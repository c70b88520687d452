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

  private var codes: [(bytes: [UInt8], text: String)] = []

  /// Nothing read yet of a plan.
  init(of plan: String) { self.plan = plan }

  /// Reads one record, and returns whether its texts make sense. Without notes those of the figures are
  /// empty.
  mutating func read(_ numbers: [UInt8], notes: [UInt8]?) -> Bool {
    figures.removeAll(keepingCapacity: true)
    guard let notes else { return readAll(numbers.span, nil) }
    var texts: [String] = []
    let isWhole = JSONText.forEach(in: notes.span) { bytes, place in
      guard let text = JSONText.text(bytes, &place) else { return false }
      texts.append(text)
      return true
    }
    return isWhole && readAll(numbers.span, texts) && texts.count == figures.count
  }

  private mutating func readAll(_ numbers: Span<UInt8>, _ notes: [String]?) -> Bool {
    JSONText.forEach(in: numbers) { readFigure($0, &$1, notes) }
  }

  private mutating func readFigure(
    _ bytes: Span<UInt8>, _ place: inout Int, _ notes: [String]?
  ) -> Bool {
    let ordinal = figures.count
    guard JSONText.take("[", bytes, &place), let row = JSONText.integer(bytes, &place),
      (1...Int64(Int32.max)).contains(row), JSONText.take(",", bytes, &place),
      let indicator = code(ordinal, bytes, &place), JSONText.take(",", bytes, &place),
      let numerator = Self.entry(bytes, &place), JSONText.take(",", bytes, &place),
      let denominator = Self.entry(bytes, &place), JSONText.take("]", bytes, &place),
      notes.map({ ordinal < $0.count }) ?? true
    else { return false }
    figures.append(
      Figure(
        plan: plan, indicator: indicator, row: Int(row), numerator: numerator,
        denominator: denominator, note: notes?[ordinal] ?? ""))
    return true
  }

  /// The code of an indicator: mostly that in the same place of the record before.
  private mutating func code(
    _ ordinal: Int, _ bytes: Span<UInt8>, _ place: inout Int
  ) -> String? {
    // a text in its quotes is all of itself
    if ordinal < codes.count, JSONText.stands(codes[ordinal].bytes, bytes, place) {
      place += codes[ordinal].bytes.count
      return codes[ordinal].text
    }
    let start = place
    guard let text = JSONText.text(bytes, &place) else { return nil }
    let code = ((start..<place).map { bytes[$0] }, text)
    if ordinal < codes.count { codes[ordinal] = code } else { codes.append(code) }
    return text
  }

  private static let null = Array("null".utf8)

  private static func entry(_ bytes: Span<UInt8>, _ place: inout Int) -> Entry? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "n"):
      guard JSONText.stands(null, bytes, place) else { return nil }
      place += null.count
      return .blank
    case UInt8(ascii: "\""):
      if let number = JSONText.quotedNumber(bytes, &place) { return .value(number) }
      return JSONText.text(bytes, &place) == FigureText.notApplicable ? .notApplicable : nil
    default:
      return JSONText.integer(bytes, &place).map { .value(FixedDecimal(Int128($0))) }
    }
  }
}
