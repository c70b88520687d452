import PlanModel
import Testing

struct ReportingCalendarTests {
  @Test(arguments: [
    ("2024-Q3", "2024-09-14", "2024-09-17T17:00:00"),  // a Saturday
    ("2024-Q2", "2024-06-14", "2024-06-18T17:00:00"),  // a Friday
    ("2024-Q1", "2024-03-14", "2024-03-18T17:00:00"),  // a Thursday
    ("2023-Q4", "2023-12-14", "2023-12-18T17:00:00"),
    ("2024-9M", "2024-09-14", "2024-09-17T17:00:00"),
    ("2024-02", "2024-02-14", "2024-02-16T17:00:00"), ("2024", "2024-12-14", "2024-12-17T17:00:00"),
  ])
  func closesOnTheFourteenthAndGivesTwoWorkingDays(text: String, closing: String, due: String)
    throws
  {
    let calendar = ReportingCalendar(closing: .day(14))
    #expect(calendar.closingDay(of: try period(text)).description == closing)
    #expect(calendar.due(of: try period(text)).description == due)
  }

  @Test func skipsHolidays() throws {
    let holidays = Set(try ["2024-09-16", "2024-09-18"].map { try day($0) })
    let calendar = ReportingCalendar(closing: .day(14), holidays: holidays)
    #expect(calendar.due(of: try period("2024-Q3")).description == "2024-09-19T17:00:00")
    #expect(try !calendar.isWorkingDay(day("2024-09-16")))
    #expect(try calendar.isWorkingDay(day("2024-09-17")))
    #expect(try !calendar.isWorkingDay(day("2024-09-15")))
  }

  @Test(arguments: [
    (ReportingCalendar.RestRule.keep, "2024-09-14", "2024-09-17T17:00:00"),
    (.before, "2024-09-13", "2024-09-17T17:00:00"),
    (.after, "2024-09-16", "2024-09-18T17:00:00"),
  ])
  func aClosingDayOnADayOfRestFollowsTheRule(
    rule: ReportingCalendar.RestRule, closing: String, due: String
  ) throws {
    let calendar = ReportingCalendar(closing: .day(14), closingOnRest: rule)
    #expect(calendar.closingDay(of: try period("2024-Q3")).description == closing)
    #expect(calendar.due(of: try period("2024-Q3")).description == due)
    // a day that is no day of rest stays
    #expect(calendar.closingDay(of: try period("2024-Q2")).description == "2024-06-14")
  }

  @Test func theWeekendIsTheOfficesOwn() throws {
    let sundays = ReportingCalendar(closing: .day(14), weekend: [7])
    #expect(sundays.due(of: try period("2024-Q3")).description == "2024-09-17T17:00:00")
    #expect(try sundays.isWorkingDay(day("2024-09-14")))
    let exchanged = ReportingCalendar(
      closing: .day(14), workedDays: [try day("2024-09-15")], closingOnRest: .after)
    #expect(exchanged.closingDay(of: try period("2024-Q3")).description == "2024-09-15")
    #expect(exchanged.due(of: try period("2024-Q3")).description == "2024-09-17T17:00:00")
    #expect(ReportingCalendar(weekend: [1, 2, 3, 4, 5, 6, 7]).weekend == [6, 7])
  }

  @Test func exceptionsReplaceEitherDay() throws {
    let calendar = ReportingCalendar(
      closing: .day(14),
      exceptions: [
        try period("2024-Q3"): .init(closing: try day("2024-09-20"), due: nil),
        try period("2024-Q4"): .init(
          closing: nil, due: CivilTime(try day("2024-12-18"), secondOfDay: 8 * 3600)),
      ])
    #expect(calendar.closingDay(of: try period("2024-Q3")).description == "2024-09-20")
    #expect(calendar.due(of: try period("2024-Q3")).description == "2024-09-24T17:00:00")
    #expect(calendar.closingDay(of: try period("2024-Q4")).description == "2024-12-14")
    #expect(calendar.due(of: try period("2024-Q4")).description == "2024-12-18T08:00:00")
  }

  @Test(arguments: [
    (ReportingCalendar.Closing.periodEnd, "2024-02", "2024-02-29"),
    (.day(31), "2024-02", "2024-02-29"),
    (.day(31), "2024-Q2", "2024-06-30"), (.day(1), "2024-Q2", "2024-06-01"),
    (.day(0), "2024-Q2", "2024-06-30"), (.periodEnd, "2024", "2024-12-31"),
  ])
  func holdsTheClosingDayToTheMonth(
    closing: ReportingCalendar.Closing, text: String, day: String
  ) throws {
    let calendar = ReportingCalendar(closing: closing)
    #expect(calendar.closingDay(of: try period(text)).description == day)
  }

  @Test(arguments: [
    (0, "2024-09-14", "2024-09-16"), (0, "2024-09-16", "2024-09-16"),
    (1, "2024-09-13", "2024-09-16"),
    (5, "2024-09-13", "2024-09-20"), (-3, "2024-09-14", "2024-09-16"),
  ])
  func countsWorkingDays(count: Int, start: String, end: String) throws {
    #expect(try ReportingCalendar().workingDay(count, after: day(start)).description == end)
  }

  @Test func byDefaultClosesAtThePeriodsEndInVietNam() throws {
    let calendar = ReportingCalendar()
    #expect(calendar.utcOffsetMinutes == 420)
    #expect(calendar.due(of: try period("2024-Q3")).description == "2024-10-02T17:00:00")
    #expect(calendar.mendDue(after: try day("2024-10-04")).description == "2024-10-08T17:00:00")
  }
}
