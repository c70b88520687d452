import Documents
import PlanModel
import Testing

/// Targets and deadlines as an officer would say them.
struct PlanWordsTests {
  private static func part(_ thousandths: Int) -> FixedDecimal {
    FixedDecimal(Int128(thousandths), fractionDigits: 3)
  }

  private static let start = Target.Start(year: 2021, part(600))

  private func indicator(_ measure: Indicator.Measure) -> Indicator {
    Indicator(
      code: "CT", clause: "", name: "", shortName: "", unitOfMeasure: "đảng viên",
      measure: measure, numerator: "", denominator: nil, numeratorKind: .stock,
      denominatorKind: .stock, reporters: UnitSelection(), collected: .year)
  }

  private func plan(_ events: [PlanEvent] = []) -> Plan {
    Plan(
      code: "P", number: "", title: "", firstYear: 2022, lastYear: 2030, cadence: .quarter,
      reportedBy: "T", events: events)
  }

  private static func every(
    _ comparison: Target.Comparison, _ cadence: Cadence = .year, _ from: Int? = nil,
    _ to: Int? = nil, isPerUnit: Bool = false
  ) -> Target {
    Target(comparison, .every(cadence, from: from, to: to), isPerUnit: isPerUnit)
  }

  @Test(arguments: [
    (every(.above(part(900))), "trên 90% hằng năm"),
    (every(.atLeast(part(900)), .quarter, 2022, 2030), "từ 90% trở lên hằng quý"),
    (
      every(.atLeast(part(1000)), .year, 2023, 2025), "đạt 100% hằng năm (từ năm 2023 đến năm 2025)"
    ),
    (every(.below(part(25)), .half, nil, 2025), "dưới 2,5% 06 tháng một lần (đến năm 2025)"),
    (every(.maintain(part(1000)), .month), "duy trì 100% hằng tháng"),
    (every(.between(part(30), part(40))), "từ 3% đến 4% hằng năm"),
    (Target(.exactly(part(1000)), .by(2025)), "đúng 100% đến hết năm 2025"),
    (
      Target(.about(part(300), tolerance: part(20)), .by(2025)),
      "khoảng 30% (sai lệch không quá 2 điểm %) đến hết năm 2025"
    ),
    (
      Target(.atMost(part(100)), .overTerm), "không quá 10% trong cả thời hạn của kế hoạch"
    ),
    (
      Target(.atLeast(part(900)), .by(2025), start: start),
      "từ 90% trở lên đến hết năm 2025 (cuối năm 2021 là 60%)"
    ),
    (
      every(.increase(.init(nil, against: .previousYear))),
      "tăng so với cùng kỳ năm trước (không đặt mức), hằng năm"
    ),
    (
      every(.increase(.init(.by(part(20)), against: .previousPeriod)), .quarter),
      "tăng ít nhất 2 điểm % so với kỳ trước, hằng quý"
    ),
    (
      Target(.decrease(.init(.part(part(100)), against: .fixed(start))), .by(2025)),
      "giảm ít nhất 10% so với năm 2021 (60%) đến hết năm 2025"
    ),
  ])
  func targetsOfARate(target: Target, words: String) {
    #expect(PlanWords.target(target, of: indicator(.share), in: plan()) == words)
  }

  @Test(arguments: [
    (
      Target(.atLeast(FixedDecimal(1)), .overTerm, isPerUnit: true),
      "ít nhất 01 đảng viên trong cả thời hạn của kế hoạch, tính cho từng đơn vị"
    ),
    (Target(.exists, .by(2025)), "có ít nhất 01 đảng viên đến hết năm 2025"),
    (
      every(.increase(.init(.by(FixedDecimal(5)), against: .previousYear))),
      "tăng ít nhất 05 đảng viên so với cùng kỳ năm trước, hằng năm"
    ),
  ])
  func targetsOfACount(target: Target, words: String) {
    #expect(PlanWords.target(target, of: indicator(.count), in: plan()) == words)
  }

  @Test(arguments: [
    (Target.Path.step, ""), (.linear, " (đều đặn giữa các mốc)"),
  ])
  func milestones(path: Target.Path, suffix: String) throws {
    let target = try #require(
      Target(
        [
          .init(year: 2025, .atLeast(Self.part(800))), .init(year: 2030, .atLeast(Self.part(1000))),
        ], path))
    #expect(
      PlanWords.target(target, of: indicator(.share), in: plan())
        == "từ 80% trở lên đến hết năm 2025, đạt 100% đến hết năm 2030" + suffix)
  }

  @Test(arguments: [
    (Deadline(.on(.last(ofMonth: 11, year: 2022))), "ngày 30/11/2022"),
    (Deadline(.years(from: 2016, to: 2020)), "từ năm 2016 đến năm 2020"),
    (Deadline(.years(from: 2022, to: 2022)), "năm 2022"),
    (Deadline(.every(.half)), "06 tháng một lần"), (Deadline(.every(.year)), "hằng năm"),
    (Deadline(.continuous), "thường xuyên"), (Deadline(.periodic), "định kỳ"),
    (Deadline(.programme), "theo chương trình riêng"), (Deadline(.unstated), "kế hoạch không nêu"),
    (Deadline(.after(event: "HD", months: nil)), "khi có hướng dẫn của Trung ương"),
    (
      Deadline(.after(event: "HD", months: 3)),
      "trong 03 tháng kể từ khi có hướng dẫn của Trung ương"
    ),
    (Deadline(.after(event: "X", months: nil)), "khi có X"),
  ])
  func deadlines(deadline: Deadline, words: String) {
    let plan = plan([PlanEvent(code: "HD", name: "hướng dẫn của Trung ương")])
    #expect(PlanWords.deadline(deadline, of: plan) == words.replacing("khi có X", with: "khi X"))
  }

  @Test(arguments: [
    ("2022-Q4", Deadline.Continuation?.none, "quý IV năm 2022"),
    ("2022", .continuous, "năm 2022 và những năm tiếp theo"),
    ("2022", .yearly, "năm 2022, sau đó hằng năm"), ("2022-H1", nil, "6 tháng đầu năm 2022"),
    ("2022-02", nil, "tháng 02 năm 2022"),
  ])
  func deadlinesWithinAPeriod(text: String, then: Deadline.Continuation?, words: String) throws {
    let period = try #require(Period.parse(text))
    #expect(PlanWords.deadline(Deadline(.within(period), then: then), of: plan()) == words)
  }

  /// A thing comes to be there; somebody does something.
  @Test(arguments: [
    ("hướng dẫn của Trung ương", "khi có hướng dẫn của Trung ương"),
    ("Hướng dẫn mới của Ban Tổ chức Trung ương", "khi có Hướng dẫn mới của Ban Tổ chức Trung ương"),
    ("quy định, hướng dẫn của Trung ương", "khi có quy định, hướng dẫn của Trung ương"),
    ("Trung ương hướng dẫn thi đua", "khi Trung ương hướng dẫn thi đua"),
    ("Ban Thường vụ Tỉnh ủy ban hành quy chế", "khi Ban Thường vụ Tỉnh ủy ban hành quy chế"),
    ("tỉnh hướng dẫn", "khi tỉnh hướng dẫn"), ("kinh phí của tỉnh", "khi có kinh phí của tỉnh"),
  ])
  func whatIsAwaited(event: String, words: String) {
    #expect(PlanWords.condition(event) == words)
  }

  @Test(arguments: [
    (ReportingDuty.Frequency.every(.quarter), "hằng quý"), (.periodic, "định kỳ"),
    (.onRequest, "khi có yêu cầu"),
  ])
  func duties(frequency: ReportingDuty.Frequency, words: String) {
    #expect(PlanWords.frequency(frequency) == words)
  }
}
