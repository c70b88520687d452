/// A day as Excel counts it.
public struct SheetDate: Hashable, Sendable, Comparable {
  /// Year, 1900 to 9999.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, from 1.
  public let day: Int

  /// A day of the Gregorian calendar from 1900-01-01 to 9999-12-31; throws for any other.
  public init(year: Int, month: Int, day: Int) throws {
    guard (1900...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year: year)).contains(day)
    else {
      throw SpreadsheetError.refused(
        .date, "SheetDate", "\(year)-\(month)-\(day) is not a day from 1900-01-01 to 9999-12-31")
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number a cell holds for the day: 1 for 1900-01-01.
  ///
  ///     try SheetDate(year: 2024, month: 9, day: 30).serial  // 45565
  public var serial: Int {
    // days from 0000-03-01, years beginning in March so that the leap day comes last
    let shifted = month <= 2 ? year - 1 : year
    let yearDay = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + yearDay
    let serial = days - 693_899
    // Excel believes in a 29 February 1900
    return serial > 60 ? serial : serial - 1
  }

  /// The earlier day is the smaller.
  public static func < (left: SheetDate, right: SheetDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
