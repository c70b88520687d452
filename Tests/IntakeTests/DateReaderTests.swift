import PlanModel
import Testing

@testable import Intake

@Suite("Dates and periods as committees write them")
struct DateReaderTests {
  @Test(
    "the day stands before the month",
    arguments: [
      "31/8/2018", "31/08/2018", "31-8-2018", "31.8.2018", "2018-08-31", "2018/8/31", "2018.08.31",
      "31/8/2018 09:00", "31/8/2018 9:00:00 SA", "2018-08-31T00:00:00", " 31/8/2018 ",
      "31/8/2018\u{A0}12:30 PM",
      "2018-08-31T00:00:00.000", "2018-08-31T00:00:00Z", "2018-08-31T16:59:59.999Z",
      "2018-08-31T09:30:00+07:00", "2018-08-31T23:59+0700",
    ])
  func day(text: String) {
    guard case .date(let date, _) = DateReader.read(text) else {
      Issue.record("\(DateReader.read(text))")
      return
    }
    #expect(date == SampleOffice.day(2018, 8, 31))
  }

  @Test("4/5/2018 is the fourth of May")
  func order() {
    #expect(DateReader.read("4/5/2018") == .date(SampleOffice.day(2018, 5, 4), isRespelled: false))
  }

  @Test(
    "no day, with the reading that was tried",
    arguments: [
      ("31/9/2018", DateDefect.impossible(day: 31, month: 9, year: 2018)),
      ("29/2/2023", .impossible(day: 29, month: 2, year: 2023)),
      ("0/5/2018", .impossible(day: 0, month: 5, year: 2018)),
      ("32/13/2018", .impossible(day: 32, month: 13, year: 2018)),
      ("8/31/2018", .monthFirst(SampleOffice.day(2018, 8, 31))),
      ("2018-31-08", .monthFirst(SampleOffice.day(2018, 8, 31))),
      ("31/8/0218", .yearOutOfRange(day: 31, month: 8, year: 218)),
      ("31/8/18", .twoDigitYear), ("18-08-31", .twoDigitYear),
      ("43343", .serial(SampleOffice.day(2018, 8, 31))), ("99999999999999999999", .text),
      ("8/2018", .text), ("2018", .text), ("31/8-2018", .text), ("31/8/2018 25:00", .text),
      ("31/8/2018 abc", .text), ("31/8/2018 9:00 12:00", .text), ("hôm qua", .text),
      ("/8/2018", .text), ("٣١/٨/٢٠١٨", .text), ("2018-08-30T17:00:00Z", .text),
      ("2018-08-31T00:00:00+09:00", .text), ("2018-08-31T00:00:00.", .text),
      ("2018-08-31T00:00:00+7", .text),
      ("-31/8/2018", .text), ("31/8/2018/", .text),
    ])
  func unreadable(text: String, defect: DateDefect) {
    #expect(DateReader.read(text) == .unreadable(defect))
  }

  @Test(
    "periods",
    arguments: [
      ("2024-Q3", "2024-Q3"), ("2024-q3", "2024-Q3"), ("Q3/2024", "2024-Q3"),
      ("2024/Q3", "2024-Q3"),
      ("quý III/2024", "2024-Q3"), ("Quý 3 năm 2024", "2024-Q3"), ("QUÍ III-2024", "2024-Q3"),
      ("quy IV 2024", "2024-Q4"), ("tháng 9/2024", "2024-09"), ("9/2024", "2024-09"),
      ("năm 2024", "2024"), ("6 tháng đầu năm 2024", "2024-H1"),
      ("6 tháng cuối năm 2024", "2024-H2"),
      ("9 tháng năm 2024", "2024-9M"), ("9 tháng đầu năm 2024", "2024-9M"),
      ("quý V/2024", "none"), ("quý 3", "none"), ("13/2024", "none"), ("Q32024", "none"),
      ("kỳ này", "none"), ("quý III/24", "none"),
    ])
  func period(text: String, code: String) {
    #expect(PeriodWords.period(text)?.description ?? "none" == code)
  }
}
