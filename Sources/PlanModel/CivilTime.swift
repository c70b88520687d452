/// A moment on the office's own wall clock, to the second.
///
/// Viet Nam keeps UTC+7 all year, so local times order and subtract without a time-zone table.
public struct CivilTime: Hashable, Sendable {
  /// The day.
  public let date: CalendarDate
  private let second: Int32

  /// Seconds since midnight, 0 to 86,399.
  public var secondOfDay: Int { Int(second) }

  /// Seconds outside 0 to 86,399 are clamped.
  public init(_ date: CalendarDate, secondOfDay: Int) {
    self.date = date
    second = Int32(min(max(secondOfDay, 0), 86_399))
  }

  /// The last second of a day: what a bare date means as a moment of counting.
  public static func end(of date: CalendarDate) -> CivilTime {
    CivilTime(date, secondOfDay: 86_399)
  }

  /// The hour, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// The minute, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }

  /// Whether the moment is the end of its day, as a bare date is read.
  public var isEndOfDay: Bool { secondOfDay == 86_399 }

  /// A moment of Unix time on a clock `utcOffsetMinutes` ahead of UTC, held inside years 1 to 9999.
  ///
  /// A file system may give any 64-bit number for the time of a file.
  public init(unixSeconds: Int, utcOffsetMinutes: Int) {
    let local = min(max(unixSeconds, -63_000_000_000), 260_000_000_000) + utcOffsetMinutes * 60
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    self.init(
      CalendarDate(dayNumber: Self.unixEpochDayNumber + day), secondOfDay: local - day * 86_400)
  }

  /// Seconds of Unix time, on a clock `utcOffsetMinutes` ahead of UTC.
  public func unixSeconds(utcOffsetMinutes: Int) -> Int {
    (date.dayNumber - Self.unixEpochDayNumber) * 86_400 + secondOfDay - utcOffsetMinutes * 60
  }

  private static let unixEpochDayNumber = CalendarDate.first(ofMonth: 1, year: 1970).dayNumber

  /// Reads ISO 8601: `2024-10-05`, `2024-10-05T17:00`, with seconds, with `Z` or an offset.
  ///
  /// A bare date is the end of that day. A time with an offset is turned to the office's clock.
  /// Nil for anything else, a 31 February or a 24:30 among them.
  public static func parse(_ text: some StringProtocol, utcOffsetMinutes: Int) -> CivilTime? {
    guard let date = CalendarDate.parse(text.prefix(10)) else { return nil }
    var rest = text.dropFirst(10)
    guard let mark = rest.first else { return end(of: date) }
    guard mark == "T" || mark == " " else { return nil }
    rest.removeFirst()
    let clock = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    guard let seconds = secondsOfClock(clock) else { return nil }
    let local = CivilTime(date, secondOfDay: seconds)
    let zone = rest.dropFirst(clock.count)
    if zone.isEmpty { return local }
    guard let offset = offsetMinutes(zone) else { return nil }
    return CivilTime(
      unixSeconds: local.unixSeconds(utcOffsetMinutes: offset), utcOffsetMinutes: utcOffsetMinutes)
  }

  private static func secondsOfClock(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }) else {
      return nil
    }
    let numbers = parts.compactMap { CalendarDate.digits($0) }
    guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  /// Reads `Z`, `+07:00` or `-03:30`.
  public static func offsetMinutes(_ text: some StringProtocol) -> Int? {
    if text == "Z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
      let hours = CalendarDate.digits(parts[0]), let minutes = CalendarDate.digits(parts[1]),
      hours <= 14, minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension CivilTime: Comparable, CustomStringConvertible {
  /// Whether the left moment is earlier.
  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }

  /// `2024-10-05T17:00:00`.
  public var description: String {
    "\(date)T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(secondOfDay % 60, 2))"
  }
}
