/// A day of the Gregorian calendar, years 1 to 9999, without time zone.
public struct CalendarDate: Hashable, Sendable {
  /// Year, month and day in one number, in the order of the days: every figure carries dates.
  private let packed: Int32

  /// The year, 1 to 9999.
  public var year: Int { Int(packed >> 9) }
  /// The month, 1 to 12.
  public var month: Int { Int(packed >> 5 & 0xF) }
  /// The day, 1 to 31.
  public var day: Int { Int(packed & 0x1F) }

  /// Nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.lastDay(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    packed = Int32(year << 9 | month << 5 | day)
  }

  /// The first day of a month, 1 to 12, of a year, 1 to 9999 (both clamped).
  public static func first(ofMonth month: Int, year: Int) -> CalendarDate {
    CalendarDate(unchecked: min(max(year, 1), 9999), min(max(month, 1), 12), 1)
  }

  /// The last day of a month, 1 to 12, of a year, 1 to 9999 (both clamped).
  public static func last(ofMonth month: Int, year: Int) -> CalendarDate {
    let first = first(ofMonth: month, year: year)
    return CalendarDate(
      unchecked: first.year, first.month, lastDay(ofMonth: first.month, year: first.year))
  }

  /// How many days a month has.
  static func lastDay(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 0000-03-01, counting 400-year cycles of 146,097 days whose years begin in March.
  public var dayNumber: Int {
    let shifted = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let (marchYear, marchMonth) = shifted
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400
      + (marchMonth * 153 + 2) / 5 + day - 1
  }

  /// The day with a number as `dayNumber` gives it, held inside years 1 to 9999.
  public init(dayNumber: Int) {
    let number = min(max(dayNumber, 306), 3_652_364)
    let cycle = number / 146_097
    let dayOfCycle = number % 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear =
      dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(unchecked: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day `days` later (earlier when negative), held inside years 1 to 9999.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// The same day `months` later, or that month's last day when it is shorter; held inside
  /// years 1 to 9999.
  public func adding(months: Int) -> CalendarDate {
    // a plan file may allow any number of months: the sum must not trap
    let sum = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
    let index = min(max(sum, 12), 9999 * 12 + 11)
    let last = Self.last(ofMonth: index % 12 + 1, year: index / 12)
    return CalendarDate(unchecked: last.year, last.month, min(day, last.day))
  }

  /// Days from another day to this one; negative when this one is earlier.
  public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  public var weekday: Int { (dayNumber + 2) % 7 + 1 }

  /// Reads `2024-09-30`; nil for anything else.
  public static func parse(_ text: some StringProtocol) -> CalendarDate? {
    // read by its places: a register of units has one in every row
    var numbers = (year: 0, month: 0, day: 0)
    var place = 0
    for byte in text.utf8 {
      let digit = Int(byte) - 0x30
      switch place {
      case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
      case 0...9: guard (0...9).contains(digit) else { return nil }
      default: return nil
      }
      switch place {
      case 0...3: numbers.year = numbers.year * 10 + digit
      case 5, 6: numbers.month = numbers.month * 10 + digit
      case 8, 9: numbers.day = numbers.day * 10 + digit
      default: break
      }
      place += 1
    }
    guard place == 10 else { return nil }
    return CalendarDate(year: numbers.year, month: numbers.month, day: numbers.day)
  }

  /// An integer of ASCII digits only: `Int` alone would take `+5`.
  static func digits(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension CalendarDate: Comparable, CustomStringConvertible {
  /// Whether the left day is earlier.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  /// `2024-09-30`.
  public var description: String {
    padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }
}

/// A number of at least `width` digits, zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
  var text = String(number)
  while text.utf8.count < width { text = "0" + text }
  return text
}
