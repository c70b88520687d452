import PlanModel
import Testing

struct CivilTimeTests {
  @Test(arguments: [
    ("2024-10-05", "2024-10-05T23:59:59"), ("2024-10-05T17:00", "2024-10-05T17:00:00"),
    ("2024-10-05 17:00", "2024-10-05T17:00:00"), ("2024-10-05T17:00:30", "2024-10-05T17:00:30"),
    ("2024-10-05T17:00Z", "2024-10-06T00:00:00"), ("2024-10-05T17:00+07:00", "2024-10-05T17:00:00"),
    ("2024-10-05T00:30+09:00", "2024-10-04T22:30:00"),
    ("2024-12-31T20:00:01-03:30", "2025-01-01T06:30:01"),
    ("2024-10-05T00:00", "2024-10-05T00:00:00"),
    ("2024-03-01T06:00+14:00", "2024-02-29T23:00:00"),
  ])
  func readsOntoTheOfficesClock(text: String, printed: String) throws {
    let moment = try #require(CivilTime.parse(text, utcOffsetMinutes: 420))
    #expect(moment.description == printed)
  }

  @Test(arguments: [
    "", "2024-10", "2024-02-31", "2024-02-31T10:00", "2024-10-05T", "2024-10-05T24:00",
    "2024-10-05T24:30", "2024-10-05T10:60", "2024-10-05T10:00:60", "2024-10-05T1:00",
    "2024-10-05T10", "2024-10-05T10:00:00:00", "2024-10-05X10:00", "2024-10-05T10:00+7",
    "2024-10-05T10:00+07", "2024-10-05T10:00+15:00", "2024-10-05T10:00+07:60", "2024-10-05T10:00z",
    "2024-10-05T10:00 Z", "2024-10-05T10:00:00.5", "2024-10-05T-1:00", "2024-10-05T10:00+07:00x",
    "2024-10-05T١٠:00", "2024-10-05T10:00+-7:00", "17:00", "2024-10-05T::",
  ])
  func refusesOtherNotations(text: String) {
    #expect(CivilTime.parse(text, utcOffsetMinutes: 420) == nil)
  }

  @Test(arguments: [("Z", 0), ("+07:00", 420), ("-03:30", -210), ("+00:00", 0), ("+14:00", 840)])
  func readsOffsets(text: String, minutes: Int) {
    #expect(CivilTime.offsetMinutes(text) == minutes)
  }

  @Test(arguments: ["", "07:00", "+7:00", "+0700", "+15:00", "+07:60", "UTC", "+07:00:00", "z"])
  func refusesOtherOffsets(text: String) {
    #expect(CivilTime.offsetMinutes(text) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01T07:00:00"), (1_728_122_400, "2024-10-05T17:00:00"), (-1, "1970-01-01T06:59:59"),
    (-25_201, "1969-12-31T23:59:59"), (-25_200, "1970-01-01T00:00:00"),
    (951_782_400, "2000-02-29T07:00:00"), (4_107_542_400, "2100-03-01T07:00:00"),
  ])
  func standsForUnixTime(seconds: Int, printed: String) {
    let moment = CivilTime(unixSeconds: seconds, utcOffsetMinutes: 420)
    #expect(moment.description == printed)
    #expect(moment.unixSeconds(utcOffsetMinutes: 420) == seconds)
  }

  @Test(arguments: [(Int.max, 9999), (Int.min, 1), (1 << 50, 9999), (-(1 << 50), 1)])
  func takesAnyTimeOfAFileWithoutATrap(seconds: Int, year: Int) {
    #expect(CivilTime(unixSeconds: seconds, utcOffsetMinutes: 420).date.year == year)
  }

  @Test func knowsItsParts() throws {
    let moment = CivilTime(try day("2024-10-05"), secondOfDay: 61_261)
    #expect((moment.hour, moment.minute) == (17, 1))
    #expect(!moment.isEndOfDay)
    #expect(CivilTime.end(of: moment.date).isEndOfDay)
    #expect(moment < CivilTime.end(of: moment.date))
    #expect(CivilTime.end(of: moment.date) < CivilTime(try day("2024-10-06"), secondOfDay: 0))
    #expect(CivilTime(moment.date, secondOfDay: 86_400).isEndOfDay)
    #expect(CivilTime(moment.date, secondOfDay: -1).secondOfDay == 0)
  }
}
