public import Documents
import VietnameseText

/// A document set in print, with the line of every number on it.
public struct TracedText: Sendable {
  /// The text in UTF-8, form C: lines ended by LF, no blank ones at either end, never two in a row, no blanks
  /// at the end of any.
  public let text: String
  /// The numbers from top to bottom, in each line from left to right as its cells were set.
  public let numbers: [PrintedNumber]

  /// Sets a document.
  public init(_ document: TextDocument) {
    var writer = TracingWriter()
    for (number, block) in document.blocks.enumerated() { writer.add(block, number) }
    text = toNFC(writer.finish().joined(separator: "\n")) + "\n"
    numbers = writer.numbers
  }
}

/// Sets block after block, and notes the numbers of each line.
private struct TracingWriter {
  var lines: [String] = []
  var numbers: [PrintedNumber] = []

  mutating func add(_ block: TextDocument.Block, _ number: Int) {
    if case .table(let table) = block { return add(table, number) }
    let set = TextRenderer.lines(of: block)
    var found: [PrintedNumber]
    switch block {
    case .heading(let text), .plain(let text), .paragraph(let text), .item(let text):
      found = Self.numbers(set, text)
    case .numbered(_, let text):
      // its own number stands before those of its text
      found = Self.numbers(set, NumberOrigin.ordinal.mark + "0 " + text)
    case .title(let lines): found = Self.numbers(set, lines.joined(separator: " "))
    case .fields(let fields, _):
      found = Self.numbers(set, fields.map { "\($0.label) \($0.text)" }.joined(separator: " "))
    case .addressees(_, let names): found = Self.numbers(set, names.joined(separator: " "))
    case .letterhead(let left, let right):
      found = Self.numbers(set, Self.beside(left, right), isBeside: true)
    default: found = Self.numbers(set, nil)
    }
    for place in found.indices { found[place].block = number }
    append(set, found)
  }

  /// The two halves of a letterhead line by line; where a line is broken the numbers will not agree, and
  /// get no origin.
  private static func beside(_ left: [String], _ right: [String]) -> String {
    (0..<max(left.count, right.count)).flatMap { line in
      [left, right].compactMap { $0.indices.contains(line) ? $0[line] : nil }
    }.joined(separator: " ")
  }

  /// Takes in lines, but no blank ones at the top and never two in a row.
  private mutating func append(_ set: [String], _ found: [PrintedNumber]) {
    var places: [Int?] = []
    for line in set {
      let line = line.withoutTrailingBlanks
      if line.isEmpty, lines.last?.isEmpty ?? true {
        places.append(nil)
      } else {
        lines.append(line)
        places.append(lines.count)
      }
    }
    numbers += found.compactMap { number in
      guard let line = places[number.line] else { return nil }
      var number = number
      number.line = line
      return number
    }
  }

  /// All lines; what comes last is not blank.
  mutating func finish() -> [String] {
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The numbers of lines in order, with the origins that the marks of their text give.
  ///
  /// Setting keeps the order of words and parts none that fits a line; where a number had to be cut
  /// nobody can say which is which, and none gets an origin.
  private static func numbers(
    _ lines: [String], _ marked: String?, isBeside: Bool = false
  ) -> [PrintedNumber] {
    var found: [PrintedNumber] = []
    for (number, line) in lines.enumerated() { found += PrintedNumber.all(in: line, line: number) }
    guard let marked, !found.isEmpty else { return found }
    let clean = MarkedText(toNFC(marked))
    guard clean.origins.count == found.count else { return found }
    // the words round it, also where the line is broken between them
    let context = PrintedNumber.all(in: printable(clean.text), line: 0)
    if context.count == found.count {
      // in print of two halves the order may be another one
      let isSame = zip(context, found).allSatisfy { $0.value == $1.value }
      guard isSame || !isBeside else { return found }
      for place in found.indices { found[place].takeNeighbours(of: context[place]) }
    }
    for (place, isQuoted) in clean.areQuoted.enumerated() {
      found[place].origin = clean.origins[place]
      found[place].isQuoted = isQuoted
    }
    return found
  }

  /// Sets a table; each cell with a number is looked at alone, which tells the lines of its row it takes.
  private mutating func add(_ table: TextDocument.Table, _ block: Int) {
    let rows = table.rows.map { $0.map(printable) }
    let layout = TextRenderer.layout(of: table, rows)
    var lines = layout.head
    var found: [PrintedNumber] = []
    for (number, line) in lines.enumerated() { found += PrintedNumber.all(in: line, line: number) }
    for (marked, row) in zip(table.rows, rows) {
      var ofRow: [PrintedNumber] = []
      for (column, cell) in row.enumerated() where PrintedNumber.mayStand(in: marked[column]) {
        let set = layout.lines(ofCell: cell, in: column)
        for var number in Self.numbers(set, marked[column]) {
          number.line += lines.count
          ofRow.append(number)
        }
      }
      found += ofRow.enumerated().sorted {
        ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
      }.map(\.element)
      lines += layout.lines(ofRow: row)
    }
    for place in found.indices { found[place].block = block }
    append(lines, found)
  }
}
