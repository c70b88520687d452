import DelimitedText
import PlanModel

/// The first row that is separated by another mark than the header, and by which.
struct SeparatorMix {
  let place: Finding.Place
  let separator: Separator
  let value: String
}

/// Rows as such: their separator, their width, whom they speak for.
extension RowReader {
  /// Another separator with which the row would be one of figures, when it is none as it stands.
  func separatorMix(_ record: Record) -> SeparatorMix? {
    guard record.count < layout.width else { return nil }
    for separator in Separator.allCases where separator != layout.separator {
      let cells = Self.split(record.text(0), at: separator)
      if cells.count > 2, namesCodes(cells) {
        return SeparatorMix(place: place(record), separator: separator, value: record.text(0))
      }
    }
    return nil
  }

  /// The cells of a row that stands in one cell as a whole, and names a plan and one of its indicators
  /// or tasks: a program that did not know the separator has shown the line as one cell, and saved it
  /// between quotes. Nil of any other row.
  func cellsInOne(_ record: Record) -> [String]? {
    guard record.count > 0,
      (1..<record.count).allSatisfy({ record.text($0).trimmedOfBlanks.isEmpty })
    else { return nil }
    let cells = Self.split(record.text(0), at: layout.separator)
    return cells.count > 2 && namesCodes(cells) ? cells : nil
  }

  static func split(_ text: String, at separator: Separator) -> [String] {
    text.utf8.split(separator: separator.rawValue, omittingEmptySubsequences: false)
      .map { String(Substring($0)).trimmedOfBlanks }
  }

  /// Whether cells name a plan and one of its indicators or tasks, wherever they stand.
  func namesCodes(_ cells: [String]) -> Bool {
    for cell in cells where cell.utf8.count <= 40 {
      guard let plan = context.office.plan(cell) else { continue }
      if cells.contains(where: { plan.indicator($0) != nil || plan.task($0) != nil }) {
        return true
      }
    }
    return false
  }

  mutating func hasRightWidth(_ record: Record) -> Bool {
    if record.count > layout.width {
      report(
        FindingCode.tooWide(
          record.count, header: layout.width, cut: cutNumber(record), at: place(record),
          value: words(record)))
      return false
    }
    let missing = layout.columns[record.count...]
    if missing.contains(where: { $0.map { !$0.isOptional } ?? false }) {
      report(
        FindingCode.tooNarrow(
          record.count, header: layout.width, at: place(record), value: words(record)))
      return false
    }
    for index in 0..<record.count
    where layout.headers[index].isEmpty && !record.text(index).trimmedOfBlanks.isEmpty {
      report(
        FindingCode.withoutHeader(at: layout.place(index, record), value: record.text(index)))
      return false
    }
    return !isShifted(record)
  }

  /// The two cells that a comma inside a number has made of it, in a row too wide: `1` and `500 triệu`, where
  /// only numbers belong. Two bare numbers side by side may be what they seem.
  private func cutNumber(_ record: Record) -> (String, String)? {
    guard layout.separator == .comma, let index = layout.index(of: .numerator),
      layout.index(of: .denominator) == index + 1, !record.isQuoted(index),
      !record.isQuoted(index + 1)
    else { return nil }
    let (head, tail) = (record.text(index), record.text(index + 1))
    guard (1...3).contains(head.utf8.count), head.utf8.allSatisfy(\.isDigit),
      tail.utf8.first?.isDigit == true, tail.contains(where: \.isLetter)
    else { return nil }
    return (head, tail)
  }

  /// `68,8,100` in a file of commas has the width of `68,8` and `100` and of three cells: where words
  /// belong, a cell that is only a number is the sign of it.
  private mutating func isShifted(_ record: Record) -> Bool {
    for index in layout.columnsOfWords
    where index < record.count && !record.isQuoted(index)
      && Self.isOnlyNumber(record.bytes[record.range(index)].span)
    {
      report(
        FindingCode.numberAmongWords(
          layout.headers[index], at: layout.place(index, record), value: record.text(index)))
      return true
    }
    return false
  }

  mutating func namesThisUnit(_ record: Record) -> Bool {
    let unit = text(.unit, record)
    if !unit.isEmpty, unit.uppercased() != context.unit.code.uppercased() {
      report(
        FindingCode.mismatch(
          unit: unit, folder: context.unit, at: layout.place(.unit, record)))
      return false
    }
    let period = text(.period, record)
    if !period.isEmpty, PeriodWords.period(period) != context.period {
      report(
        FindingCode.mismatch(
          period: period, folder: context.period, at: layout.place(.period, record)))
      return false
    }
    return true
  }

  /// Digits, and what may stand among them.
  static func isOnlyNumber(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty, cell[0].isDigit else { return false }
    for place in cell.indices where !cell[place].isDigit {
      guard ".% ".utf8.contains(cell[place]) else { return false }
    }
    return true
  }

  /// Remembers what a row says of an indicator, and tells what an earlier row makes of it.
  mutating func repetition(
    of code: String, number: Int, meaning: Meaning?, _ record: Record
  ) -> Outcome? {
    let first = seen[number]
    if first == nil { seen[number] = First(row: record.row, meaning: meaning) }
    return repetition(of: code, after: first, meaning: meaning, record)
  }

  /// Remembers what a row says of a task, and tells what an earlier row makes of it.
  mutating func repetition(
    ofTask code: String, in plan: Plan, meaning: Meaning?, _ record: Record
  ) -> Outcome? {
    let key = "\(plan.code)/\(code)"
    let first = seenTasks[key]
    if first == nil { seenTasks[key] = First(row: record.row, meaning: meaning) }
    return repetition(of: code, after: first, meaning: meaning, record)
  }

  private mutating func repetition(
    of code: String, after first: First?, meaning: Meaning?, _ record: Record
  ) -> Outcome? {
    guard let first else { return nil }
    let isSame = meaning != nil && first.meaning == meaning
    report(
      FindingCode.duplicate(code, firstRow: first.row, at: place(record), isSame: isSame))
    if isSame { normalisations.leftOut(.repeated, row: record.row) }
    return isSame ? .leftOut : .inError
  }
}

extension HeaderLayout {
  /// Where words belong, and no number by itself, behind numbers that a comma may have split.
  var columnsOfWords: [Int] {
    guard separator == .comma, let number = index(of: form == .task ? .percent : .numerator)
    else { return [] }
    let words = [Column.note, .measure, .name].compactMap { index(of: $0) }.filter { $0 > number }
    // the number of a document is no bare one, and right behind the percent it may be the rest of it
    let next = index(of: .documentNumber).flatMap { $0 == number + 1 ? $0 : nil }
    return form == .task ? words + [next].compactMap(\.self) : words
  }
}
