import PlanModel
import Testing

struct CalendarDateTests {
  /// Sakamoto's method: 0 is Sunday. It shares nothing with the day numbers under test.
  private func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
  }

  @Test func everyDayOfTwoHundredYearsGoesRoundAndHasItsWeekday() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var expected = try day("1900-01-01").dayNumber
    var wrong: [String] = []
    for year in 1900...2100 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year == 2000)
      for month in 1...12 {
        for dayOfMonth in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
          let date = try #require(CalendarDate(year: year, month: month, day: dayOfMonth))
          let sunday = weekday(year, month, dayOfMonth)
          if date.dayNumber != expected || CalendarDate(dayNumber: expected) != date
            || date.weekday != (sunday == 0 ? 7 : sunday)
            || CalendarDate.parse(date.description) != date
          {
            wrong.append(date.description)
          }
          expected += 1
        }
      }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 13, 1),
    (2024, 0, 1), (2024, 1, 0), (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (2024, -1, -1),
  ])
  func hasNoSuchDay(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    "", "2024", "2024-09", "2024-9-30", "24-09-30", "2024-02-30", "2024/09/30", "30/9/2024",
    "2024-09-30 ", " 2024-09-30", "2024-09-30T", "+024-09-30", "2024--9-30", "2024-0:-30",
    "2024-09-٣٠",
    "2024-09-3０", "20240930", "-2024-09-30", "2024-09-30\u{301}", "0000-01-01",
  ])
  func refusesOtherNotations(text: String) {
    #expect(CalendarDate.parse(text) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-01-31", 3, "2024-04-30"),
    ("2024-12-15", 1, "2025-01-15"), ("2024-01-15", -1, "2023-12-15"),
    ("2024-03-31", -1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-10-01", -12, "2023-10-01"),
    ("2024-05-20", 0, "2024-05-20"),
  ])
  func addsMonths(start: String, months: Int, end: String) throws {
    #expect(try day(start).adding(months: months).description == end)
  }

  @Test(arguments: [
    ("2024-02-28", 1, "2024-02-29"), ("2024-12-31", 1, "2025-01-01"),
    ("2024-03-01", -1, "2024-02-29"),
    ("2000-01-01", 36_525, "2100-01-01"),
  ])
  func addsDays(start: String, days: Int, end: String) throws {
    let first = try day(start)
    #expect(first.adding(days: days).description == end)
    #expect(try day(end).days(since: first) == days)
  }

  @Test(arguments: [Int.max, Int.max - 1, 10_000_000, Int.min, Int.min + 1, -10_000_000])
  func staysInsideItsYearsWhateverIsAdded(amount: Int) throws {
    let start = try day("2024-09-30")
    let edge = amount > 0 ? 9999 : 1
    #expect(start.adding(days: amount).year == edge)
    #expect(start.adding(months: amount).year == edge)
  }

  @Test func clampsFirstAndLastDays() {
    #expect(CalendarDate.first(ofMonth: 13, year: 2024).description == "2024-12-01")
    #expect(CalendarDate.last(ofMonth: 2, year: 2024).description == "2024-02-29")
    #expect(CalendarDate.last(ofMonth: 2, year: 2023).description == "2023-02-28")
    #expect(CalendarDate.first(ofMonth: 1, year: 0).description == "0001-01-01")
    #expect(CalendarDate.last(ofMonth: 12, year: .max).description == "9999-12-31")
  }

  @Test func ordersByTime() throws {
    let dates = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map { try day($0) }
    #expect(dates.shuffled().sorted() == dates)
  }
}
