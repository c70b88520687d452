internal import PlanModel

/// Reads what `FigureText` wrote, or a step of the schema made of an older ledger.
///
/// One reader reads many records: units send the same indicators in the same order, so that their codes are
/// mostly known from the record before.
struct FigureTextReader {
  /// The record read last, in the order of its rows.
  private(set) var figures: PackedFigures

  /// The codes of `figures` as they stand in a record, with their quotes, and where each ends.
  private var quoted: [UInt8] = []
  private var quotedEnds: [Int] = []

  /// Nothing read yet of a plan.
  init(of plan: String) { figures = PackedFigures(of: plan) }

  /// Reads one record, and returns whether its texts make sense. Without notes those of the figures are
  /// empty.
  mutating func read(_ numbers: [UInt8], notes: [UInt8]?) -> Bool {
    figures.rows.removeAll(keepingCapacity: true)
    figures.notes.removeAll(keepingCapacity: true)
    figures.noteEnds.removeAll(keepingCapacity: true)
    guard JSONText.forEach(in: numbers.span, { readFigure($0, &$1) }) else { return false }
    guard let notes else { return true }
    return readNotes(notes) && figures.noteEnds.count == figures.rows.count
  }

  private mutating func readNotes(_ notes: [UInt8]) -> Bool {
    guard (try? UTF8Span(validating: notes.span)) != nil else { return false }
    return JSONText.forEach(in: notes.span) { bytes, place in
      if let plain = JSONText.plainText(bytes, &place) {
        figures.notes.append(contentsOf: notes[plain])
      } else if let text = JSONText.text(bytes, &place) {
        figures.notes.append(contentsOf: text.utf8)
      } else {
        return false
      }
      figures.noteEnds.append(figures.notes.count)
      return true
    }
  }

  private mutating func readFigure(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    guard JSONText.take("[", bytes, &place),
      let row = JSONText.integer(bytes, &place).flatMap(Int32.init(exactly:)), row >= 1,
      JSONText.take(",", bytes, &place), readCode(bytes, &place),
      JSONText.take(",", bytes, &place), let numerator = Self.entry(bytes, &place),
      JSONText.take(",", bytes, &place), let denominator = Self.entry(bytes, &place),
      JSONText.take("]", bytes, &place)
    else { return false }
    figures.rows.append(
      PackedFigures.Row(row: row, numerator: numerator, denominator: denominator))
    return true
  }

  /// The code of an indicator: mostly that in the same place of the record before.
  private mutating func readCode(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    let ordinal = figures.rows.count
    let known = ordinal == 0 ? 0 : quotedEnds[ordinal - 1]
    if ordinal < quotedEnds.count, stands(known..<quotedEnds[ordinal], bytes, place) {
      place += quotedEnds[ordinal] - known
      return true
    }
    let start = place
    guard let text = JSONText.text(bytes, &place) else { return false }
    figures.codes.removeSubrange(ordinal...)
    figures.codes.append(text)
    quoted.removeSubrange(known...)
    quoted += (start..<place).map { bytes[$0] }
    quotedEnds.removeSubrange(ordinal...)
    quotedEnds.append(quoted.count)
    return true
  }

  /// Whether a known code comes next: a text in its quotes is all of itself.
  private func stands(_ code: Range<Int>, _ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard place + code.count <= bytes.count else { return false }
    for known in code where bytes[place + known - code.lowerBound] != quoted[known] {
      return false
    }
    return true
  }

  private static let null = Array("null".utf8)

  private static func entry(_ bytes: Span<UInt8>, _ place: inout Int) -> PackedEntry? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "n"):
      guard JSONText.stands(null, bytes, place) else { return nil }
      place += null.count
      return .blank
    case UInt8(ascii: "\""):
      if let number = JSONText.quotedNumber(bytes, &place) { return number }
      return JSONText.text(bytes, &place) == FigureText.notApplicable ? .notApplicable : nil
    default:
      return JSONText.integer(bytes, &place).flatMap { PackedEntry($0) }
    }
  }
}
