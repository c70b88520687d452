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
      return try FigureText(plan, own.sorted { $0.row < $1.row }, place)
    }
  }

  private init(_ plan: String, _ figures: [Figure], _ place: String) throws {
    self.plan = plan
    var codes: Set<String> = []
    for figure in figures {
      guard figure.row >= 1, !figure.indicator.isEmpty, codes.insert(figure.indicator).inserted
      else {
        throw LedgerError(
          .refused, context: place,
          "a figure has no row, no indicator, or one that was there before")
      }
      try append(figure, "\(place), row \(figure.row)")
    }
    numbers.append(UInt8(ascii: "]"))
    notes.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ figure: Figure, _ place: @autoclosure () -> String) throws {
    if numbers.count > 1 {
      numbers.append(UInt8(ascii: ","))
      notes.append(UInt8(ascii: ","))
    }
    numbers.append(UInt8(ascii: "["))
    numbers.append(contentsOf: String(figure.row).utf8)
    numbers.append(UInt8(ascii: ","))
    Self.append(figure.indicator, to: &numbers)
    for entry in [figure.numerator, figure.denominator] {
      numbers.append(UInt8(ascii: ","))
      try append(entry, place())
    }
    numbers.append(UInt8(ascii: "]"))
    Self.append(figure.note, to: &notes)
  }

  private mutating func append(_ entry: Entry, _ place: @autoclosure () -> String) throws {
    switch entry {
    case .value(let number):
      let significand = try LedgerText.significand(number, place())
      if number.fractionDigits == 0 {
        numbers.append(contentsOf: String(significand).utf8)
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
    bytes.append(UInt8(ascii: "\""))
  }
}
