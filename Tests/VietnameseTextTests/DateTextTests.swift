import Testing

@testable import VietnameseText

@Suite struct DateTextTests {
  @Test(arguments: [
    (2026, 1, 5, "ngày 05 tháng 01 năm 2026", "05/01/2026", "05/01/26"),
    (2026, 9, 21, "ngày 21 tháng 9 năm 2026", "21/9/2026", "21/9/26"),
    (2022, 6, 16, "ngày 16 tháng 6 năm 2022", "16/6/2022", "16/6/22"),
    (2018, 8, 1, "ngày 01 tháng 8 năm 2018", "01/8/2018", "01/8/18"),
    (2019, 1, 21, "ngày 21 tháng 01 năm 2019", "21/01/2019", "21/01/19"),
    (2005, 2, 10, "ngày 10 tháng 02 năm 2005", "10/02/2005", "10/02/05"),
    (2026, 12, 31, "ngày 31 tháng 12 năm 2026", "31/12/2026", "31/12/26"),
  ])
  func dates(
    _ year: Int, _ month: Int, _ day: Int, _ long: String, _ short: String, _ compact: String
  ) {
    #expect(DateText.long(year: year, month: month, day: day) == long)
    #expect(DateText.short(year: year, month: month, day: day) == short)
    #expect(DateText.compact(year: year, month: month, day: day) == compact)
  }

  @Test func theDayIsLeftToTheClerk() {
    #expect(DateText.long(year: 2026, month: 9, day: nil) == "ngày      tháng 9 năm 2026")
  }

  @Test func times() {
    #expect(DateText.time(hour: 17, minute: 0) == "17 giờ 00")
    #expect(DateText.time(hour: 8, minute: 5) == "08 giờ 05")
    #expect(DateText.time(hour: .min, minute: 0).hasSuffix("giờ 00"))
  }

  @Test func weekdays() {
    #expect(
      (1...7).map { DateText.weekday($0) } == [
        "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật",
      ])
    #expect(DateText.weekday(0) == nil && DateText.weekday(8) == nil)
  }

  @Test(arguments: [
    (1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (6, "VI"), (7, "VII"), (8, "VIII"),
    (9, "IX"),
    (10, "X"), (11, "XI"), (12, "XII"), (14, "XIV"), (40, "XL"), (1999, "MCMXCIX"),
    (3999, "MMMCMXCIX"),
    (0, "0"), (-1, "-1"), (4000, "4000"),
  ])
  func numerals(_ number: Int, _ text: String) {
    #expect(roman(number) == text)
    #expect(ordinalQuarter(number) == "quý " + text)
  }
}
