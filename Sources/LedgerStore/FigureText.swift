internal import PlanModel

/// The figures of one submission for one plan, as the ledger keeps them: two JSON texts.
///
/// `numbers` is a list of `[row, "indicator", numerator, denominator]` in the order of the rows; a number is
/// a whole number, a text when it has digits behind its mark (`"68.8"`), null when the cell was blank, `"n/a"`
/// when the unit says that it does not apply. `notes` are what stood beside each row, in the same order.
///
/// One record of a submission instead of one of each figure: a country sends three million figures a
/// quarter, and nobody asks for one of them alone. The view `figure` shows them row by row to whoever looks
/// into the ledger with other tools.
struct FigureText {
  let plan: String
  private(set) var numbers: [UInt8] = [UInt8(ascii: "[")]
  private(set) var notes: [UInt8] = [UInt8(ascii: "[")]

  /// How a cell says that an indicator does not apply.
  static let notApplicable = "n/a"

  /// Those of each plan in some figures of a submission, which `place` names.
  static func all(_ figures: [Figure], _ place: String) throws -> [FigureText] {
    // nearly always one plan
    var plans: [String] = []
    for figure in figures where plans.last != figure.plan && !plans.contains(figure.plan) {
      plans.append(figure.plan)
    }
    return try plans.sorted().map { plan in
      let own = plans.count == 1 ? figures : figures.filter { $0.plan == plan }
      // nearly always they are in order: files are read row by row
      let isInOrder = zip(own.indices, own.indices.dropFirst()).allSatisfy {
        own[$0].row < own[$1].row
      }
      return try FigureText(plan, isInOrder ? own : own.sorted { $0.row < $1.row }, place)
    }
  }

  private init(_ plan: String, _ figures: [Figure], _ place: String) throws {
    self.plan = plan
    numbers.reserveCapacity(figures.count * 24)
    notes.reserveCapacity(figures.count * 48)
    // by their places, for a figure is large and would be copied
    var isEachOnce = true
    for row in figures.indices {
      try append(figures[row], place)
      isEachOnce = isEachOnce && (row == 0 || figures[row - 1].indicator < figures[row].indicator)
    }
    if !isEachOnce { isEachOnce = Set(figures.map(\.indicator)).count == figures.count }
    guard isEachOnce else { throw Self.refused(place) }
    numbers.append(UInt8(ascii: "]"))
    notes.append(UInt8(ascii: "]"))
  }

  private static func refused(_ place: String) -> LedgerError {
    LedgerError(
      .refused, context: place, "a figure has no row, no indicator, or one that was there before")
  }

  private mutating func append(_ figure: borrowing Figure, _ place: String) throws {
    guard figure.row >= 1, !figure.indicator.isEmpty else { throw Self.refused(place) }
    if numbers.count > 1 {
      numbers.append(UInt8(ascii: ","))
      notes.append(UInt8(ascii: ","))
    }
    numbers.append(UInt8(ascii: "["))
    FixedDecimal.write(UInt64(figure.row), to: &numbers)
    numbers.append(UInt8(ascii: ","))
    Self.append(figure.indicator, to: &numbers)
    let row = figure.row
    numbers.append(UInt8(ascii: ","))
    try append(figure.numerator, "\(place), row \(row)")
    numbers.append(UInt8(ascii: ","))
    try append(figure.denominator, "\(place), row \(row)")
    numbers.append(UInt8(ascii: "]"))
    Self.append(figure.note, to: &notes)
  }

  private mutating func append(_ entry: Entry, _ place: @autoclosure () -> String) throws {
    switch entry {
    case .value(let number):
      _ = try LedgerText.significand(number, place())
      if number.fractionDigits == 0 {
        number.write(fractionDigits: 0, to: &numbers)
      } else {
        Self.append(number.plainText, to: &numbers)
      }
    case .blank: numbers.append(contentsOf: "null".utf8)
    case .notApplicable: Self.append(Self.notApplicable, to: &numbers)
    }
  }

  /// Adds a text in quotes, what JSON does not allow in it escaped.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      let isPlain = unsafe utf8.allSatisfy {
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      }
      if isPlain { unsafe bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { appendEscaped(text, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      } else if byte < 0x20 {
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(UInt8(ascii: "0") + byte >> 4)
        bytes.append(contentsOf: String(byte & 15, radix: 16).utf8)
        continue
      }
      bytes.append(byte)
    }
  }
}
