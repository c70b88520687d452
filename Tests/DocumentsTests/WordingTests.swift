import Assessment
import PlanModel
import Testing

@testable import Documents

@Suite struct WordingTests {
  @Test(
    arguments: zip(
      Verdict.allCases,
      [
        "Vượt", "Đạt", "Chưa đạt", "Đúng tiến độ", "Chậm tiến độ", "Đang thực hiện",
        "Chưa có số liệu", "Không đánh giá", "Chưa đủ căn cứ",
      ]))
  func verdicts(verdict: Verdict, words: String) {
    #expect(Wording.verdict(verdict) == words)
  }

  @Test func everyStateHasItsOwnWords() {
    #expect(Set(TaskState.allCases.map { Wording.state($0) }).count == TaskState.allCases.count)
    #expect(
      SubmissionClass.allCases.map { Wording.state($0) } == [
        "Đúng hạn", "Chậm hạn", "Trả lại, chưa chỉnh lý", "Chưa gửi",
      ])
  }

  @Test func targets() {
    let ninety = FixedDecimal(90, fractionDigits: 2)
    let half = FixedDecimal(5, fractionDigits: 1)
    func text(_ comparison: Target.Comparison) -> String {
      Wording.target(comparison) { $0.percentPrinted }
    }
    #expect(text(.above(ninety)) == "> 90%")
    #expect(text(.atLeast(ninety)) == ">= 90%")
    #expect(text(.below(half)) == "< 50%")
    #expect(text(.atMost(half)) == "<= 50%")
    #expect(text(.maintain(FixedDecimal(1))) == "100%")
    #expect(text(.between(FixedDecimal(3, fractionDigits: 2), half)) == "3%-50%")
    #expect(text(.about(FixedDecimal(685, fractionDigits: 3), tolerance: half)) == "khoảng 68,5%")
  }

  @Test func ordinals() {
    #expect(Wording.ordinals([3]).unmarked == "TT 3")
    #expect(Wording.ordinals([1, 2]).unmarked == "TT 1, 2")
    #expect(Wording.ordinals([3, 4, 5, 6]).unmarked == "TT 3 đến TT 6")
    #expect(Wording.ordinals([1, 2, 3, 5]).unmarked == "TT 1, 2, 3, 5")
    #expect(Wording.ordinals([2, 7, 8, 9, 10, 12, 13]).unmarked == "TT 2, 7 đến 10, 12, 13")
  }

  @Test(
    arguments: [
      ("2024-Q3", "quý III năm 2024", "9 tháng năm 2024", "quý"),
      ("2024-Q1", "quý I năm 2024", "quý I năm 2024", "quý"),
      ("2024-Q2", "quý II năm 2024", "6 tháng đầu năm 2024", "quý"),
      ("2024-H1", "6 tháng đầu năm 2024", "6 tháng đầu năm 2024", "kỳ"),
      ("2024-H2", "6 tháng cuối năm 2024", "năm 2024", "kỳ"),
      ("2024-9M", "9 tháng năm 2024", "9 tháng năm 2024", "kỳ"),
      ("2024-09", "tháng 9 năm 2024", "9 tháng năm 2024", "tháng"),
      ("2024-02", "tháng 02 năm 2024", "2 tháng năm 2024", "tháng"),
      ("2024", "năm 2024", "năm 2024", "năm"),
    ])
  func periods(code: String, text: String, yearToDate: String, cycle: String) throws {
    let period = try #require(Period.parse(code))
    #expect(period.text == text)
    #expect(period.yearToDateText == yearToDate)
    #expect(period.cycleText == cycle)
  }

  @Test func nextPeriods() throws {
    #expect(try #require(Period.parse("2024-Q4")).next?.description == "2025-Q1")
    #expect(try #require(Period.parse("2024-12")).next?.description == "2025-01")
    #expect(try #require(Period.parse("2024-H1")).next?.description == "2024-H2")
    #expect(try #require(Period.parse("2024-9M")).next?.description == "2024-Q4")
  }

  @Test func moments() throws {
    let day = try #require(CalendarDate.parse("2024-10-05"))
    #expect(CivilTime.end(of: day).text == "hết ngày 05/10/2024")
    let due = CivilTime(day.adding(days: 3), secondOfDay: 17 * 3600)
    #expect(due.textWithWeekday == "17 giờ 00 ngày 08/10/2024 (thứ Ba)")
  }

  @Test(
    arguments: [
      ("167-KH/TU", "Kế hoạch số 167-KH/TU"), ("12-CTr/TU", "Chương trình số 12-CTr/TU"),
      ("21-NQ/TW", "Nghị quyết số 21-NQ/TW"), ("45/KH-UBND", "Kế hoạch số 45/KH-UBND"),
      ("03-ĐA/TU", "Đề án số 03-ĐA/TU"), ("7", "Kế hoạch số 7"),
    ])
  func citations(number: String, citation: String) {
    let plan = Plan(
      code: "P", number: number, title: "", firstYear: 2024, lastYear: 2025, cadence: .quarter,
      reportedBy: "BTC")
    #expect(plan.citation == citation)
    #expect(plan.fullCitation == citation)
  }

  @Test func listsAreShortenedHonestly() {
    #expect(shortened(["A"], limit: 2).unmarked == "A")
    #expect(shortened(["A", "B", "C"], limit: 2).unmarked == "A, B, C")
    #expect(shortened(["A", "B", "C", "D"], limit: 2).unmarked == "A, B và 02 đơn vị khác")
    #expect(shortened(["A", "B"], limit: 0).unmarked == "02 đơn vị")
    #expect(shortened(["A"], limit: 0).unmarked == "A")
    #expect(shortened([], limit: 2) == "")
  }

  @Test func countsInProse() {
    #expect([0, 1, 9, 10, 1412].map { prose($0) } == ["0", "01", "09", "10", "1.412"])
    #expect(FixedDecimal(4).counted == "04")
    #expect(FixedDecimal(45, fractionDigits: 1).counted == "4,5")
    #expect(share(63, of: 68) == "92,6%")
    #expect(share(0, of: 0) == nil)
  }

  /// A rate that misses its target is never printed as if it reached it.
  @Test func ratesDoNotContradict() throws {
    let ninety = FixedDecimal(90, fractionDigits: 2)
    let value = try #require(Ratio(FixedDecimal(2249), over: FixedDecimal(2500)))
    #expect(value.percentText(decimals: 1, against: .above(ninety)) == "89,96%")
    let nearly = try #require(Ratio(FixedDecimal(1999), over: FixedDecimal(2000)))
    #expect(nearly.percentText(decimals: 1, against: .maintain(FixedDecimal(1))) == "99,9%")
    let four = FixedDecimal(4, fractionDigits: 2)
    let over = try #require(Ratio(FixedDecimal(40001), over: FixedDecimal(1_000_000)))
    let range = Target.Comparison.between(FixedDecimal(3, fractionDigits: 2), four)
    #expect(over.percentText(decimals: 1, against: range) == "4,0001%")
  }

  @Test func typedTextIsShownAsItIs() {
    #expect(onOneLine("  hai \n dòng\u{1B}[31m ") == "hai dòng\\u{1B}[31m")
  }
}
