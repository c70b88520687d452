import DelimitedText
import PlanModel

/// Where the cells of the indicator form stand, in a file whose rows can be read plainly.
struct PlainColumns {
  let plan: Int
  let indicator: Int
  let numerator: Int
  let denominator: Int?
  let note: Int?
  /// Where a cell that is only a number may be the half of one.
  let words: [Int]

  /// Nil of any header that has more to be asked of a row.
  init?(_ layout: HeaderLayout) {
    guard layout.isReadable, layout.form == .indicator, !layout.headers.contains(""),
      layout.index(of: .unit) == nil, layout.index(of: .period) == nil,
      let plan = layout.index(of: .plan), let indicator = layout.index(of: .indicator),
      let numerator = layout.index(of: .numerator)
    else { return nil }
    self.plan = plan
    self.indicator = indicator
    self.numerator = numerator
    denominator = layout.index(of: .denominator)
    note = layout.index(of: .note)
    words = layout.columnsOfWords
  }
}

/// The row as nearly all are: the codes as the plan writes them, for the first time; plain numbers that go
/// together; a note of plain letters. It is read from the bytes, and gives no rise to any finding.
///
/// Whatever else a row may be is decided in one place, `judge`, which reads a plain row alike: a test
/// holds the two against each other.
extension RowReader {
  /// Whether the row was plain and is taken; else nothing has happened.
  mutating func takePlainly(_ record: Record) -> Bool {
    guard let columns = plainColumns, record.count == layout.width, record.row > layout.lastRow,
      !isOtherTable
    else { return false }
    let bytes = record.bytes.span
    guard
      let number = context.asked.number(
        (numbers.last ?? -1) + 1, bytes.extracting(record.range(columns.indicator)),
        of: bytes.extracting(record.range(columns.plan))), owed[number], seen[number] == nil
    else { return false }
    let traits = context.asked.indicators[number].traits
    let belowCell = columns.denominator.map { record.range($0) } ?? 0..<0
    let note = columns.note.map { record.range($0) } ?? 0..<0
    guard let above = Self.plainEntry(bytes.extracting(record.range(columns.numerator))),
      let below = Self.plainEntry(bytes.extracting(belowCell)),
      Self.isPlain(above.entry, below.entry, traits, hasNote: !note.isEmpty),
      Self.isPlainNote(bytes.extracting(note)), areWords(record, columns)
    else { return false }

    let words = String(decoding: record.bytes[note], as: UTF8.self)
    if above.isRespelled { respelled(above.entry, record.text(columns.numerator)) }
    if below.isRespelled, let column = columns.denominator {
      respelled(below.entry, record.text(column))
    }
    seen[number] = First(row: record.row, meaning: .figure(above.entry, below.entry, words))
    content.figures.append(
      Figure(
        plan: context.asked.indicators[number].plan,
        indicator: context.asked.indicators[number].code, row: record.row,
        numerator: above.entry, denominator: below.entry, note: words))
    numbers.append(number)
    hasBody = true
    followsHeader = false
    return true
  }

  private static func plainEntry(
    _ cell: Span<UInt8>
  ) -> (entry: Entry, isRespelled: Bool)? {
    if cell.isEmpty { return (.blank, false) }
    return NumberReader.plain(cell).map { (.value($0.value), $0.isRespelled) }
  }

  /// Whether two entries go together as the indicator has it, and leave nothing to ask.
  private static func isPlain(
    _ above: Entry, _ below: Entry, _ traits: AskedFigures.Traits, hasNote: Bool
  ) -> Bool {
    let isWhole = traits.contains(.isWhole)
    if isWhole, above.value?.isWhole == false || below.value?.isWhole == false { return false }
    guard let above = above.value else {
      return (hasNote || !traits.contains(.isCollected))
        && (below.value == nil || traits.contains(.isQuotient))
    }
    guard let below = below.value else { return !traits.contains(.hasDenominator) }
    return traits.contains(.isQuotient) && below != .zero
      && !(traits.contains(.isShare) && above > below)
  }

  private static func isPlainNote(_ note: Span<UInt8>) -> Bool {
    if note.isEmpty { return true }
    guard note.count <= Self.noteLimit, note[0] != 0x20, note[note.count - 1] != 0x20 else {
      return false
    }
    return NoteText.isPlain(note) && !PersonalNote.mayBe(note)
  }

  /// Whether no number stands where words belong.
  private func areWords(_ record: Record, _ columns: PlainColumns) -> Bool {
    for column in columns.words
    where !record.isQuoted(column) && !record.range(column).isEmpty
      && record.bytes[record.range(column).lowerBound].isDigit
    {
      return false
    }
    return true
  }

  private mutating func respelled(_ entry: Entry, _ typed: @autoclosure () -> String) {
    if let value = entry.value { normalisations.number(typed(), readAs: value) }
  }

  /// Whether a row that begins with a plan and this code is read as one of figures, and not as a total.
  static func isPlainCode(_ code: String, of plan: Plan) -> Bool {
    code == code.trimmedOfBlanks && plan.code == plan.code.trimmedOfBlanks && !code.isEmpty
      && !plan.code.isEmpty && plan.indicator(code)?.code == code
      && (code.contains(where: \.isNumber) || !isNameOfTotal(code))
  }
}
