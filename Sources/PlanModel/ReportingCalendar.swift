/// When figures are closed and when submissions are due.
///
/// Offices set these days themselves; the defaults of the sample follow the pattern of Nghị định 09/2019
/// (closing on the 14th of a period's last month) with two working days to send.
public struct ReportingCalendar: Hashable, Sendable {
  /// The day figures of a period are closed.
  public enum Closing: Hashable, Sendable {
    /// A day of the period's last month, 1 to 31, held to the month's length.
    case day(Int)
    /// The period's own last day.
    case periodEnd
  }

  /// Days set by hand for one period.
  public struct Exception: Hashable, Sendable {
    /// The closing day, instead of the rule's.
    public let closing: CalendarDate?
    /// The due moment, instead of the rule's.
    public let due: CivilTime?

    /// A closing day, a due moment, or both.
    public init(closing: CalendarDate?, due: CivilTime?) {
      self.closing = closing
      self.due = due
    }
  }

  /// What becomes of a closing day that the rule puts on a day of rest.
  public enum RestRule: String, CaseIterable, Hashable, Sendable {
    /// It stays.
    case keep
    /// The working day before.
    case before
    /// The working day after.
    case after
  }

  /// How far the clocks of Viet Nam are ahead of UTC, in minutes.
  public static let vietNamOffset = 7 * 60

  /// How far the office's clock is ahead of UTC, in minutes; that of Viet Nam where it does not say.
  public let utcOffsetMinutes: Int
  /// The closing rule.
  public let closing: Closing
  /// Working days after closing until submissions are due.
  public let dueWorkingDays: Int
  /// The second of the day at which they are due.
  public let dueSecondOfDay: Int
  /// Working days given to mend a returned file or to answer a reminder.
  public let mendWorkingDays: Int
  /// Days that are not working days beside those of the weekend.
  public let holidays: Set<CalendarDate>
  /// The weekdays without work, Monday being 1; never all seven.
  public let weekend: Set<Int>
  /// Days of the weekend on which offices work all the same, in exchange for another day.
  public let workedDays: Set<CalendarDate>
  /// What becomes of a closing day on a day of rest.
  public let closingOnRest: RestRule
  /// The last period whose figures are closed: nothing more is taken for it; nil when none is.
  public let closedThrough: Period?
  /// Days set by hand, by period.
  public let exceptions: [Period: Exception]

  /// The rules as organisation.yaml gives them.
  public init(
    utcOffsetMinutes: Int = vietNamOffset, closing: Closing = .periodEnd, dueWorkingDays: Int = 2,
    dueSecondOfDay: Int = 17 * 3600, mendWorkingDays: Int = 2, holidays: Set<CalendarDate> = [],
    weekend: Set<Int> = [6, 7], workedDays: Set<CalendarDate> = [],
    closingOnRest: RestRule = .keep, closedThrough: Period? = nil,
    exceptions: [Period: Exception] = [:]
  ) {
    self.utcOffsetMinutes = utcOffsetMinutes
    self.closing = closing
    self.dueWorkingDays = dueWorkingDays
    self.dueSecondOfDay = dueSecondOfDay
    self.mendWorkingDays = mendWorkingDays
    self.holidays = holidays
    // a week without any working day would have no next one
    self.weekend = weekend.isSuperset(of: 1...7) ? [6, 7] : weekend
    self.workedDays = workedDays
    self.closingOnRest = closingOnRest
    self.closedThrough = closedThrough
    self.exceptions = exceptions
  }

  /// Whether offices work on a day.
  public func isWorkingDay(_ date: CalendarDate) -> Bool {
    workedDays.contains(date) || !weekend.contains(date.weekday) && !holidays.contains(date)
  }

  /// The day `count` working days after a day; the day itself, or the next working one, for 0.
  public func workingDay(_ count: Int, after date: CalendarDate) -> CalendarDate {
    var date = date
    var left = count
    while left > 0 {
      date = date.adding(days: 1)
      if isWorkingDay(date) { left -= 1 }
    }
    while !isWorkingDay(date) { date = date.adding(days: 1) }
    return date
  }

  /// The day figures of a period are closed: the exception's, else the rule's.
  public func closingDay(of period: Period) -> CalendarDate {
    if let day = exceptions[period]?.closing { return day }
    let end = period.span.last
    guard case .day(let day) = closing else { return end }
    var date = CalendarDate(year: end.year, month: end.month, day: min(day, end.day)) ?? end
    guard closingOnRest != .keep else { return date }
    while !isWorkingDay(date) { date = date.adding(days: closingOnRest == .before ? -1 : 1) }
    return date
  }

  /// The moment submissions of a period are due.
  public func due(of period: Period) -> CivilTime {
    if let moment = exceptions[period]?.due { return moment }
    return CivilTime(
      workingDay(dueWorkingDays, after: closingDay(of: period)), secondOfDay: dueSecondOfDay)
  }

  /// The moment a file that is returned, or asked for, on a day is due again.
  public func mendDue(after date: CalendarDate) -> CivilTime {
    CivilTime(workingDay(mendWorkingDays, after: date), secondOfDay: dueSecondOfDay)
  }
}
