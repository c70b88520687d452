import PlanModel

@testable import Intake

/// A small office: one plan with a share, a count, a ratio and a growing stock; two tasks; three units.
enum TestOffice {
  static let day = CalendarDate.first(ofMonth: 1, year: 2020)
  static let unit = Unit(
    code: "U1", name: "Đảng ủy xã Tân Thạnh", kind: "xa", parent: "R", validFrom: day)
  static let period = Period.parse("2024-Q3")
  static let asOf = CivilTime.parse("2024-10-05", utcOffsetMinutes: 420)

  private static func indicator(
    _ code: String, _ measure: Indicator.Measure, kinds: Set<String> = ["xa"],
    neverFalls: Bool = false
  ) -> Indicator {
    Indicator(
      code: code, clause: "II.1", name: "Chỉ tiêu \(code)", shortName: code,
      unitOfMeasure: "đảng viên", measure: measure, numerator: "tử số của \(code)",
      denominator: measure.hasDenominator ? "mẫu số của \(code)" : nil,
      numeratorKind: .stock, denominatorKind: .stock, reporters: UnitSelection(kinds: kinds),
      collected: .quarter, neverFalls: neverFalls)
  }

  static let plan = Plan(
    code: "KH01", number: "15-KH/TU", title: "", firstYear: 2022, lastYear: 2030,
    cadence: .quarter, reportedBy: "R",
    indicators: [
      indicator("CT01", .share), indicator("CT02", .count), indicator("CT03", .ratio),
      indicator("CT04", .count, neverFalls: true), indicator("CT05", .share, kinds: ["phuong"]),
    ],
    checks: [
      CrossCheck(
        rule: "CT02.numerator <= CT01.numerator", left: .init([.numerator("CT02")]),
        relation: .atMost, right: .init([.numerator("CT01")]), severity: .error,
        message: "Số kết nạp không được lớn hơn số xếp loại")
    ],
    tasks: [
      task("NV-01", .units(["U1"])), task("NV-02", .each(UnitSelection(kinds: ["xa"]))),
      task("NV-03", .units(["R"])),
    ])

  private static func task(_ code: String, _ lead: PlanTask.Lead) -> PlanTask {
    PlanTask(
      code: code, clause: "V.1", lead: lead, summary: "việc \(code)",
      deadline: Deadline(.continuous))
  }

  /// A plan that is reported on once a year.
  static let yearly = Plan(
    code: "KH09", number: "9-KH/TU", title: "", firstYear: 2022, lastYear: 2030, cadence: .year,
    reportedBy: "R", indicators: [indicator("CT01", .share, kinds: [])])

  static let office = Office(
    organisation: Organisation(
      code: "thu", root: "R", name: "Tỉnh ủy", issuer: "Ban Tổ chức", committee: "Ban Thường vụ",
      unitsNoun: "đảng bộ trực thuộc",
      form: Organisation.Form(
        superior: "", issuerLine: "", place: "", reportSign: "", letterSign: "", draft: "",
        signature: [], reportRecipients: [], letterRecipients: [], archive: "", contact: "",
        notice: nil),
      calendar: ReportingCalendar(),
      denominatorChangeLimit: FixedDecimal(1, fractionDigits: 1), period: nil, asOf: nil),
    registry: UnitRegistry(
      units: [
        Unit(code: "R", name: "Tỉnh ủy", kind: "tinh-uy", parent: nil, validFrom: day), unit,
        Unit(code: "U2", name: "Đảng ủy xã Tân Thành", kind: "xa", parent: "R", validFrom: day),
      ], root: "R"),
    plans: [plan, yearly])

  static func context() throws -> SubmissionContext {
    guard let period, let asOf, let before = period.previous else { throw Missing() }
    func past(_ above: Int128, _ below: Int128?) -> PastFigure {
      PastFigure(
        period: before, numerator: FixedDecimal(above), denominator: below.map { FixedDecimal($0) })
    }
    return SubmissionContext(
      office: office, unit: unit, period: period, asOf: asOf,
      earlier: [
        PastFigure.Key(plan: "KH01", indicator: "CT01"): past(88, 100),
        PastFigure.Key(plan: "KH01", indicator: "CT04"): past(5, nil),
      ])
  }

  struct Missing: Error {}
}
