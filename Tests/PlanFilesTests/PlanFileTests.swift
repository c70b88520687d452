import PlanFiles
import PlanModel
import Testing

/// What the valid plan says, and each way of writing targets, kinds, deadlines and rules.
@Suite struct PlanFileTests {
  private func plan(_ changes: [(String, String)] = []) throws -> Plan {
    var text = ValidOffice.plan
    for (old, new) in changes {
      try #require(text.contains(old))
      text.replace(old, with: new)
    }
    // days of one quarter would be asked about where the plan is made a monthly one
    let read = OfficeCase(
      "plan", .whole(.plan, text),
      .change(
        .organisation,
        "  exceptions:\n    - {period: 2023-Q4, closing: 2023-12-14, due: 2023-12-18T17:00}\n", ""))
    #expect(read.printed == "")
    return try #require(read.loaded.office?.plans.first)
  }

  @Test func head() throws {
    let plan = try plan()
    #expect(plan.code == "KH01")
    #expect(plan.number == "15-KH/TU")
    #expect(plan.title == "thực hiện Nghị quyết về tổ chức cơ sở đảng")
    #expect(plan.issuedOn == day(2022, 3, 4))
    #expect(plan.issuedBy == "Ban Chấp hành Đảng bộ tỉnh")
    #expect((plan.firstYear, plan.lastYear) == (2022, 2030))
    #expect(plan.cadence == .quarter)
    #expect(plan.reportedBy == "BTC")
    #expect(plan.reportedTo == ["BTV", "BCH"])
    #expect(plan.events == [PlanEvent(code: "TW-HD", name: "Trung ương hướng dẫn thi đua")])
  }

  @Test func indicators() throws {
    let share = Indicator(
      code: "CT01", clause: "II.1",
      name: "Tỉ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên",
      shortName: "TCCSĐ HTTNV trở lên", unitOfMeasure: "tổ chức", measure: .share,
      numerator: "số tổ chức được xếp loại tốt trở lên",
      denominator: "tổng số tổ chức được xếp loại", numeratorKind: .stock, denominatorKind: .stock,
      reporters: UnitSelection(kinds: ["huyen-uy"], units: ["DU01"]), collected: .year,
      carriesForward: true, decimals: 2,
      targets: [
        Target(
          .above(FixedDecimal(9, fractionDigits: 1)), .every(.year, from: 2022, to: 2029))
      ])
    // what is left out: the short name is the name when it fits, figures come in with every report
    let count = Indicator(
      code: "CT02", clause: "II.2", name: "Kết nạp chủ doanh nghiệp",
      shortName: "Kết nạp chủ doanh nghiệp", unitOfMeasure: "", measure: .count,
      numerator: "số chủ doanh nghiệp được kết nạp", denominator: nil, numeratorKind: .flow,
      denominatorKind: .flow, combination: .unitsMeeting,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      targets: [Target(.atLeast(FixedDecimal(1)), .overTerm, isPerUnit: true)])
    #expect(try plan().indicators == [share, count])
  }

  @Test func aLongNameWithoutAShortOneIsShortenedToItsCode() throws {
    let plan = try plan([("    short: TCCSĐ HTTNV trở lên\n", "")])
    #expect(plan.indicators[0].shortName == "CT01")
  }

  @Test func aFlowOverAStock() throws {
    let kind = "kind: {numerator: flow, denominator: stock, denominator_at: year_start}"
    let once = ("carry_forward: true", "carry_forward: false")
    let indicator = try plan([("kind: stock", kind), once]).indicators[0]
    #expect(indicator.numeratorKind == .flow)
    #expect(indicator.denominatorKind == .stock)
    #expect(indicator.denominatorTime == .yearStart)
    let latest = kind.replacing("year_start", with: "latest")
    #expect(try plan([("kind: stock", latest), once]).indicators[0].denominatorTime == .latest)
  }

  @Test func amountsWithAndWithoutDenominator() throws {
    let bare = try plan([
      ("measure: count", "measure: amount"), ("at_least: 1", "at_least: 0.25"),
    ])
    #expect(bare.indicators[1].denominator == nil)
    let bound = FixedDecimal(25, fractionDigits: 2)
    #expect(bare.indicators[1].targets.first?.comparison == .atLeast(bound))
    let divided = try plan([
      ("measure: count", "measure: amount\n    denominator: số dự án"),
      ("CT01.denominator\"", "CT02.denominator\""),
    ])
    #expect(divided.indicators[1].denominator == "số dự án")
  }

  @Test(arguments: [
    ("above: 90%", Target.Comparison.above(percent(90))),
    ("at_least: 0.9", .atLeast(percent(90))),
    ("below: 2.5%", .below(FixedDecimal(25, fractionDigits: 3))),
    ("at_most: 0%", .atMost(.zero)),
    ("exactly: 100%", .exactly(FixedDecimal(1))),
    ("maintain: 1", .maintain(FixedDecimal(1))),
    ("between: [3%, 4%]", .between(percent(3), percent(4))),
    ("about: 45%, tolerance: 5%", .about(percent(45), tolerance: percent(5))),
    (
      "increase: {by: 2%, against: previous_year}",
      .increase(.init(.by(percent(2)), against: .previousYear))
    ),
    ("decrease: {against: previous_period}", .decrease(.init(nil, against: .previousPeriod))),
    (
      "decrease: {by: 0.5%, against: {year: 2020, value: 45%}}",
      .decrease(
        .init(
          .by(FixedDecimal(5, fractionDigits: 3)),
          against: .fixed(.init(year: 2020, percent(45)))))
    ),
  ])
  func comparisons(text: String, comparison: Target.Comparison) throws {
    let target = try plan([("above: 90%", text)]).indicators[0].targets.first
    #expect(target?.comparison == comparison)
  }

  @Test func aRatioMayExceedOne() throws {
    let target = try plan([("measure: share", "measure: ratio"), ("above: 90%", "above: 130%")])
      .indicators[0].targets.first
    #expect(target?.comparison == .above(FixedDecimal(13, fractionDigits: 1)))
  }

  @Test(arguments: [
    ("every: year", Target.Schedule.every(.year, from: nil, to: nil)),
    ("every: half, from: 2024", .every(.half, from: 2024, to: nil)),
    ("every: quarter, to: 2025", .every(.quarter, from: nil, to: 2025)),
    ("by: 2025", .by(2025)),
    ("over: term", .overTerm),
  ])
  func schedules(text: String, schedule: Target.Schedule) throws {
    let target = try plan([("every: year, from: 2022, to: 2029", text)]).indicators[0].targets.first
    #expect(target?.schedule == schedule)
  }

  @Test func milestonesWithAPath() throws {
    let line = "{above: 90%, every: year, from: 2022, to: 2029}"
    let milestones = [
      Target.Milestone(year: 2025, .atLeast(percent(80))),
      .init(year: 2028, .about(percent(90), tolerance: percent(2))),
      .init(year: 2030, .exactly(percent(100))),
    ]
    let text =
      "[{year: 2025, at_least: 80%}, {year: 2028, about: 90%, tolerance: 2%}, {year: 2030, exactly: 100%}]"
    let step = try plan([(line, "{milestones: \(text)}")]).indicators[0].targets
    #expect(step == [try #require(Target(milestones, .step))])
    let linear = try plan([
      (line, "{milestones: \(text), path: linear, base: {year: 2021, value: 60%}}")
    ]).indicators[0].targets
    let start = Target.Start(year: 2021, percent(60))
    #expect(linear == [try #require(Target(milestones, .linear, start: start))])
  }

  @Test func aStartOfTheWay() throws {
    let target = try plan([
      ("every: year, from: 2022, to: 2029", "by: 2025, base: {year: 2021, value: 60%}")
    ]).indicators[0].targets.first
    #expect(target?.start == .init(year: 2021, percent(60)))
  }

  @Test(arguments: [
    (
      "{increase: {by: 10%, against: previous_year}, per: unit, every: year}",
      Target.Comparison.increase(.init(.part(percent(10)), against: .previousYear))
    ),
    (
      "{increase: {by: 3, against: previous_year}, per: unit, every: year}",
      .increase(.init(.by(FixedDecimal(3)), against: .previousYear))
    ),
    ("{exists: true, per: unit, by: 2025}", .exists),
  ])
  func changesAndExistenceOfACount(text: String, comparison: Target.Comparison) throws {
    let target = try plan([("{at_least: 1, per: unit, over: term}", text)]).indicators[1]
      .targets.first
    #expect(target?.comparison == comparison)
    #expect(target?.isPerUnit == true)
  }

  @Test(arguments: [("last", Indicator.Combination.last), ("max", .max), ("sum", .sum)])
  func waysOfAddingUp(word: String, combination: Indicator.Combination) throws {
    #expect(
      try plan([("over_units: sum", "over_units: \(word)")]).indicators[0].combination
        == combination)
  }

  @Test func anEventMayBeTheWorkOfATask() throws {
    let events = try plan([("thi đua}", "thi đua, caused_by: v.1-01}")]).events
    #expect(events.map(\.causedBy) == ["V.1-01"])
  }

  @Test func dutiesToReport() throws {
    let text = """
      duties:
        - {clause: VI.2, by: [VP], to: [BTC], every: on_request, matter: việc được giao}
        - {clause: VI.3, by: {kinds: [huyen-uy]}, to: [BTC], every: periodic}
        - {clause: VI.4, by: [btc], to: [TTTU, BTV], every: year}
      indicators:

      """
    let plan = try plan([("indicators:\n", text)])
    #expect(
      plan.duties == [
        ReportingDuty(
          clause: "VI.2", by: .units(["VP"]), to: ["BTC"], .onRequest, matter: "việc được giao"),
        ReportingDuty(
          clause: "VI.3", by: .each(UnitSelection(kinds: ["huyen-uy"])), to: ["BTC"], .periodic),
        ReportingDuty(clause: "VI.4", by: .units(["BTC"]), to: ["TTTU", "BTV"], .every(.year)),
      ])
    // whom its tracker reports to, each once
    #expect(plan.recipients == ["BTV", "BCH", "TTTU"])
  }

  @Test func recipientsHaveTheirNames() throws {
    let notice = "notice: SỐ LIỆU MINH HỌA\n"
    let office = try #require(
      OfficeCase(
        "bodies",
        .change(
          .organisation, notice,
          notice + "bodies: {btv: Ban Thường vụ Tỉnh ủy, BCH: Ban Chấp hành Đảng bộ tỉnh}\n"),
        .change(.plan, "to: [BTV, BCH]", "to: [BTV, BCH, vp]")
      ).loaded.office)
    #expect(
      office.recipients(of: office.plans[0]) == [
        "Ban Thường vụ Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh", "Văn phòng Tỉnh ủy",
      ])
    let unnamed = try #require(OfficeCase("none").loaded.office)
    #expect(unnamed.recipients(of: unnamed.plans[0]).isEmpty)
  }

  @Test func aMonthlyPlanMayHaveMonthlyTargets() throws {
    let target = try plan([
      ("every: quarter}", "every: month}"), ("every: year, from: 2022, to: 2029", "every: month"),
    ]).indicators[0].targets.first
    #expect(target?.schedule == .every(.month, from: nil, to: nil))
  }

  @Test func severalTargetsOrNone() throws {
    let line = "- {above: 90%, every: year, from: 2022, to: 2029}"
    let two = try plan([(line, "- {above: 90%, by: 2025}\n      - {above: 95%, by: 2030}")])
    #expect(two.indicators[0].targets.map(\.schedule) == [.by(2025), .by(2030)])
    #expect(try plan([("targets:\n      " + line, "targets: []")]).indicators[0].targets == [])
    #expect(try plan([("    targets:\n      " + line + "\n", "")]).indicators[0].targets == [])
  }

  @Test func tasks() throws {
    let all = UnitSelection(kinds: ["huyen-uy"], units: ["DU01"])
    let year = try #require(Period(.year, year: 2022))
    let expected = [
      PlanTask(
        code: "V.1-01", clause: "V.1", lead: .units(["BTC"]), cooperating: ["VP"],
        summary: "hướng dẫn mô hình chi bộ tốt", product: "hướng dẫn",
        deadline: Deadline(.within(try #require(Period(.quarter, year: 2022, ordinal: 4))))),
      PlanTask(
        code: "V.1-02", clause: "V.1", lead: .units(["VP", "BTC"]), summary: "quy chế phối hợp",
        deadline: Deadline(.after(event: "TW-HD", months: 3))),
      PlanTask(
        code: "V.2-01", clause: "V.2", lead: .each(all), summary: "củng cố tổ chức cơ sở",
        deadline: Deadline(.continuous)),
      PlanTask(
        code: "V.2-02", clause: "V.2", lead: .each(UnitSelection(kinds: ["huyen-uy"])),
        summary: "đánh giá, xếp loại cuối năm", product: "kết quả xếp loại",
        deadline: Deadline(.within(year), then: .yearly)),
    ]
    #expect(try plan().tasks == expected)
  }

  @Test func codesOfUnitsAndEventsMatchInAnyCase() throws {
    let plan = try plan([
      ("by: BTC", "by: btc"), ("lead: [BTC]", "lead: [btc]"), ("with: [VP]", "with: [Vp]"),
      ("event: TW-HD", "event: tw-hd"), ("units: [DU01]", "units: [du01]"),
    ])
    let original = try self.plan()
    #expect(plan.tasks == original.tasks)
    #expect(plan.reportedBy == "BTC")
    #expect(plan.indicators == original.indicators)
  }

  @Test(arguments: [
    ("{on: 2022-11-30}", "2022-11-30"), ("{month: 2022-11}", "2022-11"),
    ("{quarter: 2022-Q4, then: continuous}", "2022-Q4+"), ("{half: 2023-H1}", "2023-H1"),
    ("{year: 2022, then: yearly}", "2022+year"),
    ("{years: {from: 2022, to: 2030}}", "2022..2030"),
    ("{every: year}", "every:year"), ("{every: month}", "every:month"),
    ("continuous", "continuous"), ("periodic", "periodic"), ("unstated", "unstated"),
    ("{after: {event: TW-HD}}", "after:TW-HD"),
    ("{after: {event: TW-HD, within: 1 month}}", "after:TW-HD+1m"),
    ("{under: programme}", "programme"),
  ])
  func deadlines(text: String, code: String) throws {
    #expect(try plan([("{quarter: 2022-Q4}", text)]).tasks[0].deadline.code == code)
  }

  @Test func checks() throws {
    let expected = CrossCheck(
      rule: "CT01.numerator + CT02.numerator <= CT01.denominator",
      left: .init([.numerator("CT01"), .numerator("CT02")]), relation: .atMost,
      right: .init([.denominator("CT01")]), severity: .explain,
      message: "Kiểm tra lại số tổ chức.")
    #expect(try plan().checks == [expected])
  }

  /// A rule and its parts.
  struct RuleCase: Sendable {
    let text: String
    let left: [CrossCheck.Term]
    let relation: CrossCheck.Relation
    let right: [CrossCheck.Term]
  }

  static let ruleCases = [
    RuleCase(
      text: "0<CT01.numerator", left: [.number(.zero)], relation: .below,
      right: [.numerator("CT01")]),
    RuleCase(
      text: "ct01.denominator >= 1.5 + CT02.numerator + 2", left: [.denominator("CT01")],
      relation: .atLeast,
      right: [
        .number(FixedDecimal(15, fractionDigits: 1)), .numerator("CT02"), .number(FixedDecimal(2)),
      ]),
    RuleCase(
      text: "CT02.numerator == 10", left: [.numerator("CT02")], relation: .equal,
      right: [.number(FixedDecimal(10))]),
    RuleCase(
      text: "CT02.numerator > 0", left: [.numerator("CT02")], relation: .above,
      right: [.number(.zero)]),
  ]

  @Test(arguments: ruleCases) func rules(_ rule: RuleCase) throws {
    let old = "CT01.numerator + CT02.numerator <= CT01.denominator"
    let check = try plan([(old, rule.text)]).checks[0]
    #expect(check.rule == rule.text)
    #expect(check.left.terms == rule.left)
    #expect(check.relation == rule.relation)
    #expect(check.right.terms == rule.right)
  }

  @Test func aRuleOverSeveralLines() throws {
    let folded = ">\n      CT01.numerator\n      <= CT01.denominator"
    let check = try plan([("\"CT01.numerator + CT02.numerator <= CT01.denominator\"", folded)])
      .checks[0]
    #expect(check.rule == "CT01.numerator <= CT01.denominator")
  }

  @Test func aRuleWithoutSeverityIsAnError() throws {
    #expect(try plan([("    severity: explain\n", "")]).checks[0].severity == .error)
  }

  @Test func textsAreReadAsTextWhateverYAMLWouldMakeOfThem() throws {
    let plan = try plan([
      ("number: 15-KH/TU", "number: 1e3"), ("clause: II.1\n", "clause: 1.10\n"),
      ("name: Kết nạp chủ doanh nghiệp", "name: yes"),
    ])
    #expect(plan.number == "1e3")
    #expect(plan.indicators[0].clause == "1.10")
    #expect(plan.indicators[1].name == "yes")
  }
}

/// So many hundredths, exactly.
private func percent(_ number: Int128) -> FixedDecimal { FixedDecimal(number, fractionDigits: 2) }
