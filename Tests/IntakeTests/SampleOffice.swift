import Intake
import PlanModel

/// A small office built by hand: one plan with an indicator of every kind, tasks of every kind of lead.
/// Committees, places and figures are invented.
enum SampleOffice {
  static let period = quarter(2024, 3)
  static let unit = units[1]
  static let asOf = CivilTime(day(2024, 10, 5), secondOfDay: 8 * 3600)

  static let units: [Unit] = [
    Unit(
      code: "TU", name: "Tỉnh ủy Ninh Khánh", kind: "tinh-uy", parent: nil,
      validFrom: day(2000, 1, 1)),
    Unit(
      code: "HU01", name: "Huyện ủy Đá Bạc", kind: "huyen-uy", parent: "TU",
      validFrom: day(2000, 1, 1), members: 4_310),
    Unit(
      code: "HU02", name: "Huyện ủy Sông Trầu", kind: "huyen-uy", parent: "TU",
      validFrom: day(2000, 1, 1), members: 2_870),
    Unit(
      code: "BTC", name: "Ban Tổ chức Tỉnh ủy", kind: "ban", parent: "TU",
      validFrom: day(2000, 1, 1)),
    Unit(
      code: "HU09", name: "Huyện ủy Gò Me", kind: "huyen-uy", parent: "TU",
      validFrom: day(2000, 1, 1), validTo: day(2023, 12, 31)),
  ]

  static let office = Office(
    organisation: organisation, registry: UnitRegistry(units: units, root: "TU"),
    plans: [plan, yearlyPlan],
    explanations: [
      Explanation(
        unit: "HU01", period: period, indicator: "CT02", code: "denominator-jump",
        text: "tiếp nhận 02 chi bộ")
    ])

  /// What a unit had reported before of an indicator of the plan.
  struct Past {
    let quarter: Int
    let indicator: String
    let numerator: FixedDecimal?
    let denominator: FixedDecimal?
  }

  static func context(
    unit: Unit = unit, period: Period = period, earlier past: [Past] = []
  ) -> SubmissionContext {
    let asked = AskedFigures(office, in: period)
    let quarters = Set(past.map(\.quarter)).sorted()
    var earlier = EarlierFigures(asked, of: quarters.map { quarter(2024, $0) })
    for figure in past {
      earlier.add(
        numerator: figure.numerator, denominator: figure.denominator, of: figure.indicator,
        plan: plan.code, in: quarters.firstIndex(of: figure.quarter) ?? 0)
    }
    return SubmissionContext(
      asked: asked, unit: unit, asOf: asOf, earlier: past.isEmpty ? nil : earlier)
  }

  /// What a submission of its unit says.
  static func read(_ text: String) -> SubmissionContent {
    SubmissionReader().read(Array(text.utf8), in: context())
  }

  /// What was found, as `row:column code`; what is missing in so small a file is no news.
  static func found(_ content: SubmissionContent) -> [String] {
    content.findings.filter { $0.code != "indicator-missing" && $0.code != "task-missing" }.map {
      "\($0.place.row.map(String.init) ?? "-"):\($0.place.columnLetter ?? "-") \($0.code)"
    }
  }

  // MARK: the plans

  static let plan = Plan(
    code: "NQ21", number: "167-KH/TU", title: "thực hiện nghị quyết", firstYear: 2022,
    lastYear: 2030, cadence: .quarter, reportedBy: "BTC", reportedTo: ["BTV"],
    indicators: [
      indicator("CT01", .share, "Tỉ lệ thôn có chi bộ", "số thôn có chi bộ", "tổng số thôn"),
      indicator(
        "CT02", .share, "Tỉ lệ kết nạp đảng viên", "số kết nạp trong quý", "tổng số đảng viên",
        numeratorKind: .flow),
      indicator(
        "CT03", .count, "Chủ doanh nghiệp được kết nạp", "số người được kết nạp", nil,
        numeratorKind: .flow),
      indicator("CT04", .amount, "Kinh phí đã cấp", "kinh phí (triệu đồng)", nil),
      indicator("CT05", .ratio, "Thu nhập so với kế hoạch", "thu nhập", "thu nhập theo kế hoạch"),
      indicator(
        "CT06", .count, "Xã đã ban hành quy chế", "số xã đã ban hành", nil, neverFalls: true),
      indicator(
        "CT07", .share, "Của ban", "số a", "số b", reporters: UnitSelection(units: ["BTC"])),
    ],
    checks: [
      CrossCheck(
        rule: "CT03.numerator <= CT02.numerator", left: .init([.numerator("CT03")]),
        relation: .atMost, right: .init([.numerator("CT02")]), severity: .error,
        message: "Số chủ doanh nghiệp được kết nạp không được lớn hơn số kết nạp trong quý"),
      // says of a share what is asked of every share
      CrossCheck(
        rule: "CT01.numerator <= CT01.denominator", left: .init([.numerator("CT01")]),
        relation: .atMost, right: .init([.denominator("CT01")]), severity: .error,
        message: nil),
      CrossCheck(
        rule: "CT01.numerator <= CT02.denominator", left: .init([.numerator("CT01")]),
        relation: .atMost, right: .init([.denominator("CT02")]), severity: .error,
        message: nil),
    ],
    tasks: [
      task("NV01", .each(UnitSelection(kinds: ["huyen-uy"])), "ban hành kế hoạch"),
      task("NV02", .each(UnitSelection(kinds: ["huyen-uy"])), "sơ kết"),
      task("NV03", .units(["BTC"]), "hướng dẫn"),
    ])

  private static let yearlyPlan = Plan(
    code: "KH09", number: "9-KH/TU", title: "khác", firstYear: 2022, lastYear: 2030,
    cadence: .year, reportedBy: "BTC",
    indicators: [indicator("CS01", .count, "Số lớp", "số lớp", nil)])

  private static func indicator(
    _ code: String, _ measure: Indicator.Measure, _ name: String, _ numerator: String,
    _ denominator: String?, numeratorKind: Indicator.Accumulation = .stock,
    neverFalls: Bool = false,
    reporters: UnitSelection = UnitSelection(kinds: ["huyen-uy"])
  ) -> Indicator {
    Indicator(
      code: code, clause: "II.1", name: name, shortName: name, unitOfMeasure: "đơn vị",
      measure: measure, numerator: numerator, denominator: denominator,
      numeratorKind: numeratorKind, denominatorKind: .stock, reporters: reporters,
      collected: .quarter, neverFalls: neverFalls)
  }

  private static func task(_ code: String, _ lead: PlanTask.Lead, _ summary: String) -> PlanTask {
    PlanTask(
      code: code, clause: "III", lead: lead, summary: summary, deadline: Deadline(.continuous))
  }

  private static let organisation = Organisation(
    code: "ninh-khanh", name: "Tỉnh ủy Ninh Khánh", issuer: "Ban Tổ chức Tỉnh ủy",
    committee: "Ban Thường vụ Tỉnh ủy", unitsNoun: "đảng bộ trực thuộc",
    form: .init(
      superior: "TỈNH ỦY NINH KHÁNH", issuerLine: "BAN TỔ CHỨC", place: "Ninh Khánh",
      reportSign: "-BC/BTCTU", letterSign: "-CV/BTCTU", draft: "Dự thảo", signature: [],
      reportRecipients: [], letterRecipients: [], archive: "Lưu", contact: "Phòng Tổ chức",
      notice: nil),
    calendar: ReportingCalendar(closedThrough: quarter(2023, 4)),
    denominatorChangeLimit: FixedDecimal(1, fractionDigits: 1),
    period: nil, asOf: nil)

  // MARK: short names

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate.first(ofMonth: month, year: year).adding(days: day - 1)
  }

  static func quarter(_ year: Int, _ number: Int) -> Period {
    Period.containing(day(year, number * 3, 1), .quarter) ?? all
  }

  private static let all = Period.all(.year, in: plan.term)[0]
}
