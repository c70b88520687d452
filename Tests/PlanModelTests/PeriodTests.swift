import PlanModel
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("2024-09", "2024-09-01", "2024-09-30", "2024-08", "2023-09", Cadence.month),
    ("2024-01", "2024-01-01", "2024-01-31", "2023-12", "2023-01", .month),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-01", "2023-02", .month),
    ("2024-Q1", "2024-01-01", "2024-03-31", "2023-Q4", "2023-Q1", .quarter),
    ("2024-Q3", "2024-07-01", "2024-09-30", "2024-Q2", "2023-Q3", .quarter),
    ("2024-H1", "2024-01-01", "2024-06-30", "2023-H2", "2023-H1", .half),
    ("2024-H2", "2024-07-01", "2024-12-31", "2024-H1", "2023-H2", .half),
    ("2024-9M", "2024-01-01", "2024-09-30", "2023-9M", "2023-9M", nil),
    ("2024", "2024-01-01", "2024-12-31", "2023", "2023", .year),
  ])
  func knowsItsDaysAndNeighbours(
    text: String, first: String, last: String, previous: String, lastYear: String, cadence: Cadence?
  ) throws {
    let value = try period(text)
    #expect(value.description == text)
    #expect(value.span == DateSpan(try day(first), try day(last)))
    #expect(value.yearToDate == DateSpan(try day("2024-01-01"), try day(last)))
    #expect(value.previous == Period.parse(previous))
    #expect(value.sameLastYear == Period.parse(lastYear))
    #expect(value.cadence == cadence)
    if let cadence { #expect(Period.containing(value.span.last, cadence) == value) }
  }

  @Test(arguments: ["2024-q3", "2024-h1", "2024-9m"])
  func readsLettersInEitherCase(text: String) throws {
    #expect(try period(text).description == text.uppercased())
  }

  @Test(arguments: [
    "", "24", "20244", "2024-", "2024-0", "2024-00", "2024-13", "2024-9", "2024-Q0", "2024-Q5",
    "2024-Q", "2024-Q33", "2024-H0", "2024-H3", "2024-8M", "2024-9MM", "2024-M9", "2024 Q3",
    "Q3-2024",
    "2024-Q3-1", "2024-٠٩", "1899", "2201", "02024", "02024-Q3", "+024", "2024-+3", "2024-Q+",
    "2024Q3",
  ])
  func refusesOtherNotations(text: String) {
    #expect(Period.parse(text) == nil)
  }

  @Test func refusesOrdinalsOfNoPeriod() {
    #expect(Period(.year, year: 2024, ordinal: 2) == nil)
    #expect(Period(.nineMonths, year: 2024, ordinal: 2) == nil)
    #expect(Period(.month, year: 2024, ordinal: 0) == nil)
    #expect(Period(.quarter, year: .max, ordinal: 1) == nil)
  }

  @Test func endsAtTheEdgesOfItsYears() throws {
    #expect(try period("1900-Q1").previous == nil)
    #expect(try period("1900").sameLastYear == nil)
    #expect(try period("2200-12").span.last.description == "2200-12-31")
    #expect(Period.containing(.first(ofMonth: 1, year: 9999), .month) == nil)
  }

  @Test func ordersByLastDayThenByLength() throws {
    let ordered = try [
      "2023-12", "2023-Q4", "2023-H2", "2023", "2024-01", "2024-03", "2024-Q1", "2024-06",
      "2024-Q2",
      "2024-H1", "2024-09", "2024-Q3", "2024-9M", "2024-Q4",
    ].map { try period($0) }
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test(arguments: [
    (Cadence.quarter, "2024-01-01", "2024-09-30", ["2024-Q1", "2024-Q2", "2024-Q3"]),
    (.quarter, "2024-01-02", "2024-09-29", ["2024-Q2"]), (.year, "2024-01-01", "2024-09-30", []),
    (.half, "2023-07-01", "2024-06-30", ["2023-H2", "2024-H1"]),
    (.month, "2023-12-01", "2024-01-31", ["2023-12", "2024-01"]),
    (.year, "2022-01-01", "2024-12-31", ["2022", "2023", "2024"]),
    (.month, "2024-05-01", "2024-04-30", []), (.month, "2025-01-01", "2023-01-31", []),
  ])
  func listsThePeriodsWhollyInsideASpan(
    cadence: Cadence, first: String, last: String, periods: [String]
  ) throws {
    let span = DateSpan(try day(first), try day(last))
    #expect(Period.all(cadence, in: span).map(\.description) == periods)
  }

  @Test func spansHoldDaysAndSpans() throws {
    let quarter = try period("2024-Q3").span
    #expect(quarter.contains(quarter.first) && quarter.contains(quarter.last))
    #expect(try !quarter.contains(day("2024-06-30")) && !quarter.contains(day("2024-10-01")))
    #expect(try quarter.contains(period("2024-08").span))
    #expect(try !quarter.contains(period("2024-9M").span))
  }
}
