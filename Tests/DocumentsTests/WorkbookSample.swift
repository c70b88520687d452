import Assessment
import Documents
import PlanModel
import TestSupport
import Testing

/// A made-up report with as many units as a test wants, optionally under boards of their own.
struct WorkbookSample {
  var unitCount = 6
  /// How many units stand under one board; nil puts all of them under the root.
  var groupSize: Int?
  /// Units, counted from 0, without a submission, with a returned one, with none of the matter.
  var missing: Set<Int> = []
  var returned: Set<Int> = []
  var notApplicable: Set<Int> = []
  /// Units that sent once more, and had that returned.
  var resent: Set<Int> = []
  /// Units that left their cells empty, or whose whole is zero.
  var blank: Set<Int> = []
  var empty: Set<Int> = []
  var note = ""
  /// How many quarters there are submissions of, up to the period.
  var quarterCount = 2
  /// When the term begins.
  var firstYear = 2024
  var indicators = WorkbookSample.indicators

  static let period = Period.parse("2024-Q3")

  static let indicators: [Indicator] = {
    let all = UnitSelection(kinds: ["huyen-uy"])
    let ninety = FixedDecimal(9, fractionDigits: 1)
    return [
      Indicator(
        code: "CT01", clause: "II.2", name: "tỉ lệ tổ chức tốt", shortName: "Tổ chức tốt",
        unitOfMeasure: "tổ chức", measure: .share, numerator: "số tốt", denominator: "tổng số",
        numeratorKind: .stock, denominatorKind: .stock, reporters: all, collected: .quarter,
        targets: [Target(.above(ninety), .every(.quarter, from: nil, to: nil))]),
      Indicator(
        code: "CT02", clause: "II.2", name: "tỉ lệ kết nạp", shortName: "Kết nạp",
        unitOfMeasure: "đảng viên", measure: .share, numerator: "số kết nạp",
        denominator: "tổng số", numeratorKind: .flow, denominatorKind: .stock, reporters: all,
        collected: .quarter,
        targets: [
          Target(
            .between(FixedDecimal(3, fractionDigits: 2), FixedDecimal(4, fractionDigits: 2)),
            .every(.year, from: nil, to: nil))
        ]),
      Indicator(
        code: "CT03", clause: "V.8", name: "mỗi đơn vị một người", shortName: "Mỗi đơn vị một",
        unitOfMeasure: "đảng viên", measure: .count, numerator: "số người", denominator: nil,
        numeratorKind: .flow, denominatorKind: .flow, combination: .unitsMeeting, reporters: all,
        collected: .quarter, decimals: 0,
        targets: [Target(.atLeast(FixedDecimal(1)), .overTerm, isPerUnit: true)]),
      Indicator(
        code: "CT04", clause: "V.9", name: "kinh phí", shortName: "Kinh phí",
        unitOfMeasure: "triệu đồng", measure: .amount, numerator: "số tiền", denominator: nil,
        numeratorKind: .flow, denominatorKind: .flow, reporters: all, collected: .quarter,
        targets: [Target(.atLeast(FixedDecimal(100)), .every(.year, from: nil, to: nil))]),
    ]
  }()

  /// The sheets of its consolidated workbook.
  func sheets() throws -> [SheetModel] {
    ConsolidatedWorkbook.sheets(of: try #require(report()))
  }

  /// One of them.
  func sheet(_ name: String) throws -> SheetModel {
    try #require(try sheets().first { $0.name == name })
  }

  /// Nil only when a date of the sample itself is wrong.
  func report() -> Report? {
    guard let period = Self.period, let first = CalendarDate.parse("2020-01-01"),
      let asOfDay = CalendarDate.parse("2024-10-05"),
      let sentDay = CalendarDate.parse("2024-09-16")
    else { return nil }
    let office = office(first)
    let plan = office.plans[0]
    var receipts: [Receipt] = []
    var sent: [(receipt: Receipt, figures: [Figure])] = []
    let periods = sequence(first: period, next: \.previous).prefix(quarterCount).reversed()
    for (place, past) in periods.enumerated() {
      let isLast = past == period
      for index in 0..<unitCount where !isLast || !missing.contains(index) {
        let isReturned = isLast && returned.contains(index)
        let receipt = Receipt(
          number: Int64(receipts.count + 1), period: past, unit: code(index), form: .indicator,
          file: "bieu01.csv", version: 1, revision: 1, state: isReturned ? .returned : .accepted,
          sha256: String(repeating: "ab", count: 32), size: 100,
          receivedAt: CivilTime(
            sentDay.adding(days: 92 * (place + 1 - quarterCount)), secondOfDay: 36_000),
          documentNumber: "", rows: 4, errors: isReturned ? 1 : 0, explanations: 0)
        receipts.append(receipt)
        guard !isReturned else { continue }
        if isLast, resent.contains(index) { receipts.append(returnedAgain(receipt)) }
        sent.append((receipt, indicators.map { figure($0, index, place) }))
      }
    }
    var figures = FigureBook()
    figures.addAll { add in
      for (receipt, sent) in sent { PackedFigures(sent, of: "KH").map { add($0, receipt) } }
    }
    let asOf = CivilTime.end(of: asOfDay)
    let assessment = PlanAssessment(
      AssessmentInput(
        office: office, plan: plan, period: period, asOf: asOf,
        submissions: SubmissionBook(receipts: receipts, asOf: asOf), figures: figures))
    let reviews = receipts.filter { $0.state == .returned }.map { receipt in
      SubmissionReview(
        receipt: receipt,
        findings: [
          Finding(
            code: "number-ambiguous", severity: .error,
            place: .init(row: 4, column: 27, header: "Tử số"), subject: "CT01", value: "=1+1",
            message: "ambiguous", problem: "Không đọc được số.", remedy: "Ghi lại số.")
        ], normalisations: [])
    }
    return Report(assessment: assessment, edition: 2, reviews: reviews)
  }

  /// The file that a unit sent behind another, and had returned.
  private func returnedAgain(_ receipt: Receipt) -> Receipt {
    Receipt(
      number: receipt.number + 1, period: receipt.period, unit: receipt.unit, form: receipt.form,
      file: "bieu01.v2.csv", version: 2, revision: 2, state: .returned,
      sha256: String(repeating: "cd", count: 32), size: 100, receivedAt: receipt.receivedAt,
      documentNumber: "", rows: 4, errors: 1, explanations: 0)
  }

  func code(_ index: Int) -> String { "HU\(index + 1)" }

  private func figure(_ indicator: Indicator, _ index: Int, _ place: Int) -> Figure {
    let size = FixedDecimal(200 + index * 7 + place)
    let part: FixedDecimal =
      switch indicator.code {
      case "CT01": size - FixedDecimal(index % 40)
      case "CT04": FixedDecimal(Int128(125 + index), fractionDigits: 1)
      default: FixedDecimal(index % 3)
      }
    let isNow = place == quarterCount - 1
    func entry(_ value: FixedDecimal) -> Entry {
      if isNow, notApplicable.contains(index) { return .notApplicable }
      return isNow && blank.contains(index) ? .blank : .value(value)
    }
    let isEmpty = isNow && empty.contains(index)
    return Figure(
      plan: "KH", indicator: indicator.code, row: 2, numerator: entry(isEmpty ? .zero : part),
      denominator: indicator.measure.hasDenominator ? entry(isEmpty ? .zero : size) : .blank,
      note: isNow ? note : "")
  }

  private func office(_ first: CalendarDate) -> Office {
    var units = [Unit(code: "TU", name: "Tỉnh ủy", kind: "tinh-uy", parent: nil, validFrom: first)]
    for index in 0..<unitCount {
      let group = groupSize.map { "NHOM\(index / $0 + 1)" }
      if let group, let groupSize, index % groupSize == 0 {
        units.append(
          Unit(code: group, name: "Nhóm \(group)", kind: "nhom", parent: "TU", validFrom: first))
      }
      units.append(
        Unit(
          code: code(index), name: "Huyện ủy số \(index + 1)", kind: "huyen-uy",
          parent: group ?? "TU", validFrom: first, members: 1_000 + index))
    }
    let plan = Plan(
      code: "KH", number: "1-KH/TU", title: "về một việc", firstYear: firstYear, lastYear: 2030,
      cadence: .quarter, reportedBy: "BTC", indicators: indicators, tasks: tasks(first),
      events: [PlanEvent(code: "HD", name: "hướng dẫn của cấp trên")])
    let form = Organisation.Form(
      superior: "TỈNH ỦY", issuerLine: "BAN TỔ CHỨC", place: "Ninh Khánh", reportSign: "-BC/BTC",
      letterSign: "-CV/BTC", draft: "", signature: ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "[Tên]"],
      reportRecipients: [], letterRecipients: [], archive: "", contact: "",
      notice: "SỐ LIỆU MINH HỌA")
    let calendar = ReportingCalendar(
      utcOffsetMinutes: 420, closing: .day(14), dueWorkingDays: 2, dueSecondOfDay: 61_200,
      mendWorkingDays: 2, holidays: [], exceptions: [:])
    let organisation = Organisation(
      code: "mau", name: "Tỉnh ủy", issuer: "Ban Tổ chức",
      committee: "Ban Thường vụ Tỉnh ủy", unitsNoun: "đảng bộ", form: form, calendar: calendar,
      denominatorChangeLimit: FixedDecimal(1, fractionDigits: 1), period: nil, asOf: nil)
    return Office(
      organisation: organisation, registry: UnitRegistry(units: units, root: "TU"), plans: [plan])
  }

  private func tasks(_ first: CalendarDate) -> [PlanTask] {
    [
      PlanTask(
        code: "V-01", clause: "V", lead: .units(["TU"]), summary: "ban hành quy chế",
        product: "quy chế", deadline: Deadline(.on(first))),
      PlanTask(
        code: "V-02", clause: "V", lead: .units(["TU"]), summary: "hướng dẫn",
        deadline: Deadline(.after(event: "HD", months: nil))),
      PlanTask(
        code: "V-03", clause: "V", lead: .each(UnitSelection(kinds: ["nhom"])),
        summary: "việc của từng nhóm", deadline: Deadline(.continuous)),
    ]
  }
}
