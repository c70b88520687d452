internal import PlanModel

/// How values of the model stand in the ledger's columns, and how they are read back.
///
/// Texts are kept as given. Writing checks what a column cannot hold; reading says which record is damaged.
enum LedgerText {
  /// The number without its decimal mark, when it fits a figure's 18 digits.
  static func significand(
    _ number: FixedDecimal, _ place: @autoclosure () -> String
  ) throws -> Int64 {
    guard let significand = Int64(exactly: number.significand), significand.magnitude <= largest,
      (0...FixedDecimal.maximumFractionDigits).contains(number.fractionDigits)
    else {
      throw LedgerError(
        .refused, context: place(),
        "a figure has more than \(FixedDecimal.maximumDigits) digits, or more than "
          + "\(FixedDecimal.maximumFractionDigits) behind its decimal mark")
    }
    return significand
  }

  private static let largest: UInt64 = 999_999_999_999_999_999

  /// A value that must be there for the record to make sense.
  static func required<Value>(
    _ value: Value?, _ column: String, of record: @autoclosure () -> String, in path: String
  ) throws -> Value {
    guard let value else {
      throw LedgerError(
        .damaged, context: path, "the ledger is damaged: \(column) of \(record()) cannot be read",
        remedy: "restore it from a backup")
    }
    return value
  }

  /// A moment as it is written: local time to the second, `2024-09-30T17:05:00`.
  static func time(_ text: String) -> CivilTime? {
    let digits = text.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    func number(_ places: Range<Int>) -> Int? {
      places.reduce(0) { sum, place in
        sum.flatMap { (0...9).contains(digits[place]) ? $0 * 10 + digits[place] : nil }
      }
    }
    guard digits.count == 19, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let date = CalendarDate(year: year, month: month, day: day),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return CivilTime(date, secondOfDay: hour * 3600 + minute * 60 + second)
  }
}

extension SQLStatement {
  /// Adds the three columns of a cell.
  mutating func add(_ entry: Entry, _ place: @autoclosure () -> String) throws {
    switch entry {
    case .value(let number):
      let significand = try LedgerText.significand(number, place())
      add(constant: "value")
      add(significand)
      add(number.fractionDigits)
    case .blank:
      add(constant: "blank")
      addNull()
      addNull()
    case .notApplicable:
      add(constant: "not_applicable")
      addNull()
      addNull()
    }
  }

  /// Reads the three columns of a cell, the first of them `column`; nil when they make no sense.
  func entry(_ column: Int32) -> Entry? {
    if let number = decimal(column + 1) { return .value(number) }
    switch text(column) {
    case "blank": return .blank
    case "not_applicable": return .notApplicable
    default: return nil
    }
  }

  /// Reads the two columns of a number; nil when NULL.
  func decimal(_ column: Int32) -> FixedDecimal? {
    guard !isNull(column) else { return nil }
    let digits = min(max(integer(column + 1), 0), Int64(FixedDecimal.maximumFractionDigits))
    return FixedDecimal(Int128(integer(column)), fractionDigits: Int(digits))
  }

  /// Reads an optional place number; nil when NULL.
  func place(_ column: Int32) -> Int? { optionalInteger(column).map { Int($0) } }
}
