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
    guard let value else { throw unreadable(column, of: record(), in: path) }
    return value
  }

  /// What to say of a record that makes no sense.
  static func unreadable(_ column: String, of record: String, in path: String) -> LedgerError {
    LedgerError(
      .damaged, context: path, "the ledger is damaged: \(column) of \(record) cannot be read",
      remedy: LedgerError.damageRemedy)
  }

  /// A moment as it is written, local time to the second: `2024-10-05T17:00:00`.
  static func time(_ text: String) -> CivilTime? {
    // read by its places: there is one for every receipt
    let bytes = text.utf8.span
    guard bytes.count == 19, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A, bytes[16] == 0x3A, let year = number(bytes, 0..<4),
      let month = number(bytes, 5..<7), let day = number(bytes, 8..<10),
      let hour = number(bytes, 11..<13), let minute = number(bytes, 14..<16),
      let second = number(bytes, 17..<19), hour < 24, minute < 60, second < 60
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map {
      CivilTime($0, secondOfDay: hour * 3600 + minute * 60 + second)
    }
  }

  private static func number(_ bytes: Span<UInt8>, _ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      guard (0x30...0x39).contains(bytes[place]) else { return nil }
      number = number * 10 + Int(bytes[place] - 0x30)
    }
    return number
  }
}

extension SQLStatement {
  /// Reads the two columns of a number; nil when NULL.
  func decimal(_ column: Int32) -> FixedDecimal? {
    guard !isNull(column) else { return nil }
    let digits = min(max(integer(column + 1), 0), Int64(FixedDecimal.maximumFractionDigits))
    return FixedDecimal(Int128(integer(column)), fractionDigits: Int(digits))
  }

  /// Reads a moment; nil when it is none.
  func time(_ column: Int32) -> CivilTime? { LedgerText.time(text(column)) }

  /// Reads an optional place number; nil when NULL.
  func place(_ column: Int32) -> Int? { optionalInteger(column).map { Int($0) } }
}
