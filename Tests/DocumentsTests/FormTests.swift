import Documents
import PlanModel
import Testing

/// What stands on the blank forms of a unit.
@Suite struct FormTests {
  private static let committees = UnitSelection(kinds: ["huyen-uy"])

  private func indicator(
    _ code: String, _ measure: Indicator.Measure, denominator: String? = "tổng số",
    collected: Cadence = .quarter, decimals: Int = 1, reporters: UnitSelection = committees,
    neverFalls: Bool = false
  ) -> Indicator {
    Indicator(
      code: code, clause: "II", name: "tỉ lệ \(code)", shortName: code, unitOfMeasure: "người",
      measure: measure, numerator: "số đạt", denominator: denominator, numeratorKind: .stock,
      denominatorKind: .stock, reporters: reporters, collected: collected,
      neverFalls: neverFalls, decimals: decimals)
  }

  private func task(_ code: String, _ lead: PlanTask.Lead) -> PlanTask {
    PlanTask(
      code: code, clause: "V", lead: lead, summary: "ban hành quy chế",
      deadline: Deadline(.continuous))
  }

  private func office(
    _ indicators: [Indicator], _ tasks: [PlanTask] = [], checks: [CrossCheck] = [],
    every cadence: Cadence = .quarter
  ) throws -> Office {
    let start = try #require(CalendarDate.parse("2020-01-01"))
    let units = [
      Unit(code: "TU", name: "Tỉnh ủy", kind: "tinh-uy", parent: nil, validFrom: start),
      Unit(code: "HU01", name: "Huyện ủy A", kind: "huyen-uy", parent: "TU", validFrom: start),
      Unit(code: "BTC", name: "Ban Tổ chức", kind: "ban", parent: "TU", validFrom: start),
    ]
    let form = Organisation.Form(
      superior: "TỈNH ỦY", issuerLine: "BAN TỔ CHỨC", place: "A", reportSign: "-BC",
      letterSign: "-CV", draft: "", signature: ["TRƯỞNG BAN", "[Họ và tên]"], reportRecipients: [],
      letterRecipients: [], archive: "Lưu", contact: "Phòng A", notice: "SỐ LIỆU MINH HỌA")
    return Office(
      organisation: Organisation(
        code: "a", name: "Tỉnh ủy", issuer: "Ban Tổ chức", committee: "Ban Thường vụ",
        unitsNoun: "đảng bộ", form: form, calendar: ReportingCalendar(),
        denominatorChangeLimit: FixedDecimal(1, fractionDigits: 1), period: nil, asOf: nil),
      registry: UnitRegistry(units: units, root: "TU"),
      plans: [
        Plan(
          code: "KH1", number: "1-KH/TU", title: "thực hiện", firstYear: 2022, lastYear: 2030,
          cadence: cadence, reportedBy: "BTC", indicators: indicators, checks: checks,
          tasks: tasks)
      ])
  }

  private func forms(
    _ office: Office, of code: String = "HU01", in period: String = "2024-Q3",
    past: FormPast = FormPast()
  ) throws -> UnitForms? {
    let unit = try #require(office.registry.unit(code))
    return UnitForms(of: unit, in: try #require(Period.parse(period)), office: office, past: past)
  }

  private func cell(_ form: BlankForm, _ row: Int, _ title: String) throws -> FormCell {
    form.rows[row][try #require(form.column(title))]
  }

  private func codes(_ form: BlankForm?, _ title: String) throws -> [FormValue] {
    let form = try #require(form)
    return try form.rows.indices.map { try cell(form, $0, title).value }
  }

  @Test func justWhatTheUnitOwesInThePeriodIsAsked() throws {
    let office = try office(
      [
        indicator("CT01", .share), indicator("CT02", .share, collected: .year),
        indicator("CT03", .share, reporters: UnitSelection(units: ["BTC"])),
      ], [task("V-01", .each(Self.committees)), task("V-02", .units(["BTC", "HU01"]))])
    let third = try #require(try forms(office)).forms
    #expect(try codes(third.first, "Mã chỉ tiêu") == [.text("CT01")])
    #expect(try codes(third.last, "Mã nhiệm vụ") == [.text("V-01"), .text("V-02")])
    let fourth = try #require(try forms(office, in: "2024-Q4")).forms
    #expect(try codes(fourth.first, "Mã chỉ tiêu") == [.text("CT01"), .text("CT02")])
    #expect(try forms(office, of: "TU") == nil)
    #expect(try forms(office, in: "2024-08") == nil)
  }

  @Test func aUnitThatOwesOneFormGetsOneAndOnlyItsGuide() throws {
    let forms = try #require(try forms(try office([indicator("CT01", .share)])))
    #expect(forms.forms.map(\.name) == ["Biểu số 01"])
    #expect(forms.forms.map(\.fileName) == ["bieu01.csv"])
    let words = forms.guide.map { "\($0)" }.joined()
    #expect(words.contains("bieu01.csv") && !words.contains("bieu02"))
    #expect(words.contains("SỐ LIỆU MINH HỌA"))
  }

  @Test func cellsTakeWhatIntakeTakes() throws {
    let office = try office([
      indicator("CT01", .share), indicator("CT02", .count, denominator: nil),
      indicator("CT03", .amount, denominator: nil, decimals: 3), indicator("CT04", .ratio),
    ])
    let form = try #require(try forms(office)?.forms.first)
    let entries = try form.rows.indices.map { row in
      [try cell(form, row, "Tử số").entry, try cell(form, row, "Mẫu số").entry]
    }
    #expect(
      entries == [
        [.whole, .whole], [.whole, nil],
        // three digits could be thousands
        [.decimal(digits: 4), nil], [.decimal(digits: 2), .decimal(digits: 2)],
      ])
  }

  @Test func everythingButTheAnswersIsLockedAndFilledIn() throws {
    let form = try #require(try forms(try office([indicator("CT01", .share)]))?.forms.first)
    let open = zip(form.columns, form.rows[0]).filter { $0.1.entry != nil }.map(\.0.title)
    #expect(open == ["Tử số", "Mẫu số", "Ghi chú"])
    #expect(form.columns.filter { $0.part == .asked }.map(\.title) == open)
    #expect(try cell(form, 0, "Mã đơn vị").value == .text("HU01"))
    #expect(try cell(form, 0, "Kỳ báo cáo").value == .text("2024-Q3"))
    #expect(
      try cell(form, 0, "Tên chỉ tiêu").value
        == .text("Tỉ lệ CT01 (tử số: số đạt; mẫu số: tổng số)"))
    #expect(form.heading.unit == "Huyện ủy A (HU01)")
  }

  @Test func aMonthIsWrittenSoThatNoSpreadsheetTakesItForADay() throws {
    let office = try office([indicator("CT01", .share, collected: .month)], every: .month)
    let form = try #require(try forms(office, in: "2024-09")?.forms.first)
    #expect(try cell(form, 0, "Kỳ báo cáo").value == .text("tháng 9/2024"))
  }

  @Test func theLastFigureInForceStandsBeside() throws {
    let office = try office([indicator("CT01", .share)], [task("V-01", .units(["HU01", "BTC"]))])
    let earlier = try #require(Period.parse("2024-Q1"))
    let later = try #require(Period.parse("2024-Q2"))
    func figure(_ numerator: Entry, _ denominator: Entry) -> Figure {
      Figure(
        plan: "KH1", indicator: "CT01", row: 2, numerator: numerator, denominator: denominator,
        note: "")
    }
    var past = FormPast()
    past.add(figure(.notApplicable, .value(FixedDecimal(40))), of: earlier)
    past.add(figure(.value(FixedDecimal(1)), .blank), of: try #require(earlier.previous))
    past.add(figure(.blank, .blank), of: later)
    past.add(
      TaskReport(
        plan: "KH1", task: "V-01", row: 2, status: .done, percent: nil,
        completedOn: CalendarDate.parse("2024-03-05"), documentNumber: "12-QĐ/HU", note: ""),
      of: later)
    let forms = try #require(try forms(office, past: past)).forms
    #expect(try cell(forms[0], 0, "Kỳ trước").value == .text("quý I/2024"))
    #expect(try cell(forms[0], 0, "Tử số kỳ trước").value == .text("-"))
    #expect(try cell(forms[0], 0, "Mẫu số kỳ trước").value == .number(FixedDecimal(40)))
    #expect(
      try cell(forms[1], 0, "Kỳ trước").value
        == .text("Hoàn thành ngày 05/3/2024, 12-QĐ/HU (quý\u{A0}II/2024)"))
    #expect(
      try cell(forms[1], 0, "Tên nhiệm vụ").value
        == .text("Ban hành quy chế (cùng chủ trì: Ban Tổ chức)"))
  }

  @Test func questionsAreThoseOfIntakeAndOfThePlan() throws {
    func side(_ term: CrossCheck.Term) -> CrossCheck.Side { CrossCheck.Side([term]) }
    let checks = [
      CrossCheck(
        rule: "CT01.numerator <= CT01.denominator", left: side(.numerator("CT01")),
        relation: .atMost, right: side(.denominator("CT01")), severity: .error, message: nil),
      CrossCheck(
        rule: "CT02.denominator == CT01.denominator", left: side(.denominator("CT02")),
        relation: .equal, right: side(.denominator("CT01")), severity: .explain,
        message: "phải bằng"
      ),
      CrossCheck(
        rule: "CT02.numerator <= CT09.numerator", left: side(.numerator("CT02")),
        relation: .atMost, right: side(.numerator("CT09")), severity: .error, message: nil),
    ]
    let office = try office(
      [
        indicator("CT01", .share), indicator("CT02", .share),
        indicator("CT09", .share, reporters: UnitSelection(units: ["BTC"])),
      ], checks: checks)
    let form = try #require(try forms(office)?.forms.first)
    let own = ["Sai: tử số lớn hơn mẫu số"]
    let rest = ["Sai: có tử số, thiếu mẫu số", "Xem lại: mẫu số bằng 0"]
    #expect(try messages(form, 0) == own + rest)
    #expect(try messages(form, 1) == own + ["Xem lại: phải bằng"] + rest)
  }

  @Test func questionsAboutThePastNeedOne() throws {
    let office = try office([indicator("CT01", .ratio, neverFalls: true)])
    let rest = ["Sai: có tử số, thiếu mẫu số", "Xem lại: mẫu số bằng 0"]
    #expect(try messages(try #require(try forms(office)?.forms.first), 0) == rest)
    var past = FormPast()
    past.add(
      Figure(
        plan: "KH1", indicator: "CT01", row: 2, numerator: .value(FixedDecimal(5)),
        denominator: .value(FixedDecimal(9)), note: ""), of: try #require(Period.parse("2024-Q2")))
    #expect(
      try messages(try #require(try forms(office, past: past)?.forms.first), 0)
        == rest + [
          "Xem lại: nhỏ hơn kỳ trước, nêu lý do ở Ghi chú",
          "Xem lại: mẫu số thay đổi quá 10% so với kỳ trước, nêu lý do ở Ghi chú",
        ])
  }

  private func messages(_ form: BlankForm, _ row: Int) throws -> [String] {
    guard case .checks(let checks) = try cell(form, row, "Kiểm tra").value else { return [] }
    return checks.map(\.message)
  }
}
