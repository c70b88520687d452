import PlanModel

/// What a number cell says, before anything is known of the indicator.
enum NumberReading: Equatable {
  case blank
  case notApplicable
  /// One reading is possible. `isRespelled` when it was not written as plain digits.
  case number(FixedDecimal, isRespelled: Bool)
  /// As `number`, with a per cent sign behind it: 68,8% is 68.8 here.
  case percent(FixedDecimal, isRespelled: Bool)
  /// `1,012`: a thousand and twelve, or one and twelve thousandths.
  case ambiguous(whole: FixedDecimal, fraction: FixedDecimal)
  case unreadable(NumberDefect)
}

/// Why a cell is not a number: one stable code each.
enum NumberDefect: Equatable {
  case negative, scientific, hexadecimal, notFinite, spreadsheetError, hiddenBySpreadsheet
  case dateLike, letterInDigits, apostrophe, grouping, tooLong, text
}

/// Reads numbers as Vietnamese committees write them: `1412`, `1.412`, `1 412`, `68,8`, `68,8%`.
///
/// Two possible readings are never decided here. Works on the scalars of one cell; a cell of plain ASCII
/// digits, with or without a decimal mark, takes a path of its own without making a String.
struct NumberReader {
  /// Whether a fraction is possible: then `1.012` has two readings as well.
  let allowsFraction: Bool

  func read(_ cell: ArraySlice<UInt8>) -> NumberReading {
    if let plain = Self.plain(cell.span) {
      return .number(plain.value, isRespelled: plain.isRespelled)
    }
    let text = String(decoding: cell, as: UTF8.self)
    let (scalars, isRespelled) = Self.normalised(text)
    let words = Self.trimmed(scalars)
    guard let first = words.first else { return .blank }
    if CellWords.isNotApplicable(words) { return .notApplicable }
    if words.last == "%" {
      let number = Self.trimmed(Array(words.dropLast()))
      return reading(number, isRespelled: isRespelled).asPercent
    }
    if let defect = Self.defect(words, first) { return .unreadable(defect) }
    let reading = reading(words, isRespelled: isRespelled || words.count != scalars.count)
    guard case .unreadable(let defect) = reading, [.grouping, .text].contains(defect) else {
      return reading
    }
    return .unreadable(Self.isDate(words) ? .dateLike : defect)
  }

  /// Digits only, or with one decimal mark that can be no other: nearly every cell of nearly every file.
  ///
  /// Nil of what needs a closer look: three digits behind the mark, as behind a thousand, among them.
  static func plain(_ cell: Span<UInt8>) -> (value: FixedDecimal, isRespelled: Bool)? {
    guard !cell.isEmpty, cell.count <= FixedDecimal.maximumDigits + 1 else { return nil }
    var value: Int64 = 0
    var mark: Int?
    for place in cell.indices {
      switch cell[place] {
      case let byte where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
        // of nineteen digits, which may be too many, no use is made
        value = value &* 10 &+ Int64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."), UInt8(ascii: ","):
        guard mark == nil, place > 0 else { return nil }
        mark = place
      default: return nil
      }
    }
    guard let mark else {
      return cell.count > FixedDecimal.maximumDigits ? nil : (FixedDecimal(Int128(value)), false)
    }
    let digits = cell.count - 1 - mark
    guard (1...FixedDecimal.maximumFractionDigits).contains(digits), digits != 3 else { return nil }
    let isPadded = cell[0] == UInt8(ascii: "0") && mark > 1
    return (
      FixedDecimal(Int128(value), fractionDigits: digits),
      cell[mark] == UInt8(ascii: ".") || isPadded
    )
  }

  // MARK: groups and marks

  private func reading(_ words: [Unicode.Scalar], isRespelled: Bool) -> NumberReading {
    if words.isEmpty { return .unreadable(.text) }
    if let defect = Self.defect(words, words[0]) { return .unreadable(defect) }
    guard words.allSatisfy({ Self.isDigit($0) || ".,".unicodeScalars.contains($0) || $0 == " " }),
      Self.isDigit(words[0]), let last = words.last, Self.isDigit(last)
    else { return .unreadable(Self.defectOfText(words)) }
    // a cell of megabytes is no number, and need not be taken apart
    guard words.count <= 4 * FixedDecimal.maximumDigits else { return .unreadable(.tooLong) }
    let parts = Self.split(words)
    guard parts.digits <= FixedDecimal.maximumDigits else { return .unreadable(.tooLong) }
    let isPadded = words[0] == "0" && parts.groups[0].count > 1
    let respelled = isRespelled || (!parts.marks.isEmpty && !parts.isVietnamese) || isPadded
    return Self.assemble(parts, allowsFraction: allowsFraction, isRespelled: respelled)
  }

  /// Runs of digits and the marks between them.
  struct Parts {
    var groups: [[Unicode.Scalar]] = [[]]
    var marks: [Unicode.Scalar] = []
    /// `1.234.567`, `1.234,5`, `68,8`: not `1 234`, `1,234,567`, `7.5`.
    var isVietnamese: Bool {
      marks.dropLast().allSatisfy { $0 == "." }
        && (marks.last == "," || (marks.last == "." && groups.last?.count == 3))
    }
    var digits: Int { groups.reduce(0) { $0 + $1.count } }
  }

  private static func split(_ words: [Unicode.Scalar]) -> Parts {
    var parts = Parts()
    for scalar in words {
      if isDigit(scalar) {
        parts.groups[parts.groups.count - 1].append(scalar)
      } else {
        parts.marks.append(scalar)
        parts.groups.append([])
      }
    }
    return parts
  }

  private static func assemble(
    _ parts: Parts, allowsFraction: Bool, isRespelled: Bool
  ) -> NumberReading {
    guard let lastMark = parts.marks.last else {
      return number(parts.groups, fraction: nil, isRespelled: isRespelled)
    }
    let grouping = Set(parts.marks.dropLast())
    let last = parts.groups[parts.groups.count - 1]
    let canGroup = isGrouped(parts.groups) && (grouping.isEmpty || grouping == [lastMark])
    // a decimal mark stands last, once, and its digits are not followed by another mark
    let head = Array(parts.groups.dropLast())
    let canPoint =
      lastMark != " " && grouping.count <= 1 && !grouping.contains(lastMark)
      && (head.count == 1 ? !head[0].isEmpty : isGrouped(head)) && !last.isEmpty
    switch (canGroup, canPoint) {
    case (true, true):
      // "1.412": by Vietnamese use a thousand, unless the measure has fractions. "1,412": asked always.
      if lastMark == ".", !allowsFraction { fallthrough }
      guard case .number(let whole, _) = number(parts.groups, fraction: nil, isRespelled: true),
        case .number(let fraction, _) = number(head, fraction: last, isRespelled: true)
      else { return .unreadable(.grouping) }
      return .ambiguous(whole: whole, fraction: fraction)
    case (true, false):
      return number(parts.groups, fraction: nil, isRespelled: isRespelled)
    case (false, true):
      return number(head, fraction: last, isRespelled: isRespelled)
    case (false, false):
      return .unreadable(.grouping)
    }
  }

  /// Groups of exactly three behind a first of one to three that does not begin with zero.
  private static func isGrouped(_ groups: [[Unicode.Scalar]]) -> Bool {
    guard let first = groups.first, groups.count > 1 else { return false }
    return (1...3).contains(first.count) && first[0] != "0"
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static func number(
    _ groups: [[Unicode.Scalar]], fraction: [Unicode.Scalar]?, isRespelled: Bool
  ) -> NumberReading {
    guard (fraction?.count ?? 0) <= FixedDecimal.maximumFractionDigits else {
      return .unreadable(.tooLong)
    }
    var value: Int128 = 0
    for digit in groups.joined() + (fraction ?? []) {
      value = value * 10 + Int128(digit.value - 48)
    }
    return .number(
      FixedDecimal(value, fractionDigits: fraction?.count ?? 0), isRespelled: isRespelled)
  }

  // MARK: scalars

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "." || scalar == "," || scalar == " "
  }

  /// Full-width digits to plain ones, the spaces that group digits to a plain space; whether anything
  /// changed. Tabs and line ends group nothing: two lines of a cell are two numbers.
  private static func normalised(_ text: String) -> ([Unicode.Scalar], Bool) {
    var isRespelled = false
    let scalars = text.trimmedOfBlanks.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0xFF10...0xFF19:
        isRespelled = true
        return Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 48))
      case 0xFF05:
        isRespelled = true
        return "%"
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
        isRespelled = true
        return " "
      default: return scalar
      }
    }
    return (scalars, isRespelled)
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var slice = scalars[...]
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return Array(slice)
  }
}

extension NumberReading {
  fileprivate var asPercent: NumberReading {
    switch self {
    case .number(let value, let isRespelled): .percent(value, isRespelled: isRespelled)
    case .ambiguous, .unreadable: self
    case .blank, .notApplicable, .percent: .unreadable(.text)
    }
  }
}
