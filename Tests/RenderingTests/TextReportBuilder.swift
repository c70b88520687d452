import Assessment
import Documents
import PlanModel
import TestSupport
import Rendering

/// Builds reports of an invented office: units, indicators, tasks and what they sent.
struct ReportBuilder {
  var units: [Unit] = [Self.unit("TU", "Tỉnh ủy Mẫu", kind: "tinh-uy", parent: nil)]
  var indicators: [Indicator] = []
  var tasks: [PlanTask] = []
  var events: [PlanEvent] = []
  var receipts: [Receipt] = []
  var book = FigureBook()
  var reviews: [SubmissionReview] = []
  var asOf = Self.time("2024-10-05")
  var period = Self.quarter(3)
  var notice: String? = "SỐ LIỆU MINH HỌA"
  var number = "10-KH/TU"
  var lastYear = 2030
  var cadence = Cadence.quarter
  var occurrences: [Occurrence] = []

  static func day(_ text: String) -> CalendarDate {
    CalendarDate.parse(text) ?? .first(ofMonth: 1, year: 1)
  }

  static func time(_ text: String) -> CivilTime {
    CivilTime.parse(text, utcOffsetMinutes: 420) ?? .end(of: day("0001-01-01"))
  }

  /// A quarter of 2024; an earlier year when told.
  static func quarter(_ ordinal: Int, _ year: Int = 2024) -> Period {
    period("\(year)-Q\(ordinal)")
  }

  static func period(_ text: String) -> Period {
    guard let period = Period.parse(text) else { preconditionFailure("no period: \(text)") }
    return period
  }

  static func unit(
    _ code: String, _ name: String, kind: String = "huyen-uy", parent: String? = "TU",
    members: Int? = nil
  ) -> Unit {
    Unit(
      code: code, name: name, kind: kind, parent: parent, validFrom: day("2020-01-01"),
      members: members)
  }

  /// A part of a whole that must stay whole.
  static func share(
    _ code: String, _ name: String, _ comparison: Target.Comparison?,
    _ schedule: Target.Schedule = .every(.quarter, from: nil, to: nil),
    collected: Cadence = .quarter, carriesForward: Bool = false
  ) -> Indicator {
    Indicator(
      code: code, clause: "II.1", name: name, shortName: name, unitOfMeasure: "thôn",
      measure: .share, numerator: "số thôn", denominator: "tổng số thôn", numeratorKind: .stock,
      denominatorKind: .stock, reporters: UnitSelection(kinds: ["huyen-uy"]),
      collected: collected, carriesForward: carriesForward,
      targets: comparison.map { [Target($0, schedule)] } ?? [])
  }

  /// An amount of money of which so much is to be spent each year.
  static func amount(_ code: String, atLeast target: Int) -> Indicator {
    Indicator(
      code: code, clause: "II.1", name: "Kinh phí", shortName: "Kinh phí",
      unitOfMeasure: "triệu đồng", measure: .amount, numerator: "số tiền", denominator: nil,
      numeratorKind: .flow, denominatorKind: .flow,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      targets: [Target(.atLeast(FixedDecimal(target)), .every(.year, from: nil, to: nil))])
  }

  /// A yearly sum over the members at the beginning of the year.
  static func admissions(_ code: String) -> Indicator {
    Indicator(
      code: code, clause: "II.2", name: "Kết nạp đảng viên", shortName: "Kết nạp đảng viên",
      unitOfMeasure: "đảng viên", measure: .share, numerator: "kết nạp",
      denominator: "tổng số", numeratorKind: .flow, denominatorKind: .stock,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      targets: [
        Target(
          .between(percent(3), percent(4)), .every(.year, from: nil, to: nil))
      ])
  }

  static func percent(_ number: Int) -> FixedDecimal {
    FixedDecimal(Int128(number), fractionDigits: 2)
  }

  static func task(
    _ code: String, _ summary: String, lead: PlanTask.Lead = .units(["BTC"]),
    _ rule: Deadline.Rule
  ) -> PlanTask {
    PlanTask(code: code, clause: "V.1", lead: lead, summary: summary, deadline: Deadline(rule))
  }

  @discardableResult
  mutating func receive(
    _ unit: String, _ form: Form, _ at: String = "2024-09-16T09:00", in period: Period? = nil,
    state: SubmissionState = .accepted, errors: Int = 0, rows: Int = 4, revision: Int = 1
  ) -> Receipt {
    let receipt = Receipt(
      number: Int64(receipts.count + 1), period: period ?? self.period, unit: unit, form: form,
      file: "bieu0\(form == .indicator ? 1 : 2).csv", version: 1, revision: revision, state: state,
      sha256: "", size: 1, receivedAt: Self.time(at), documentNumber: "", rows: rows,
      errors: errors, explanations: 0)
    receipts.append(receipt)
    return receipt
  }

  mutating func add(
    _ receipt: Receipt, _ indicator: String, _ above: Int?, _ below: Int? = nil, note: String = ""
  ) {
    func entry(_ number: Int?) -> Entry {
      number.map { .value(FixedDecimal($0)) } ?? .blank
    }
    book.add(
      Figure(
        plan: "KH", indicator: indicator, row: 2, numerator: entry(above),
        denominator: entry(below), note: note), of: receipt)
  }

  mutating func add(
    _ receipt: Receipt, task: String, _ status: TaskStatus, on day: String? = nil,
    note: String = ""
  ) {
    book.add(
      TaskReport(
        plan: "KH", task: task, row: 2, status: status, percent: nil,
        completedOn: day.map(Self.day), documentNumber: "", note: note), of: receipt)
  }

  var plan: Plan {
    Plan(
      code: "KH", number: number, title: "về xây dựng tổ chức cơ sở đảng",
      issuedOn: Self.day("2022-10-20"), issuedBy: "Ban Chấp hành Đảng bộ tỉnh", firstYear: 2024,
      lastYear: lastYear, cadence: cadence, reportedBy: "BTC", indicators: indicators,
      tasks: tasks, events: events)
  }

  var office: Office {
    Office(
      organisation: Organisation(
        code: "mau", name: "Tỉnh ủy Mẫu", issuer: "Ban Tổ chức Tỉnh ủy",
        committee: "Ban Thường vụ Tỉnh ủy", unitsNoun: "đảng bộ trực thuộc",
        form: Organisation.Form(
          superior: "TỈNH ỦY MẪU", issuerLine: "BAN TỔ CHỨC", place: "Mẫu",
          reportSign: "-BC/BTCTU", letterSign: "-CV/BTCTU", draft: "Dự thảo lần 1",
          signature: ["TRƯỞNG BAN", "[Họ và tên]"],
          reportRecipients: ["Ban Thường vụ Tỉnh ủy (để báo cáo)"],
          letterRecipients: ["Thường trực Tỉnh ủy (để báo cáo)"],
          archive: "Lưu Ban Tổ chức Tỉnh ủy", contact: "đồng chí [họ và tên]", notice: notice),
        calendar: ReportingCalendar(closing: .day(14)),
        denominatorChangeLimit: Self.percent(10), period: nil, asOf: nil),
      registry: UnitRegistry(units: units, root: "TU"), plans: [plan], occurrences: occurrences)
  }

  var submissions: [SubmissionAssessment] { report.assessment.submissions }

  /// The slips of all its reviews.
  var slips: [PendingDocument] {
    FeedbackSlips.documents(
      office: office, period: period, submissions: submissions, reviews: reviews)
  }

  /// The letters that urge who has not sent.
  var letters: [PendingDocument] {
    Reminders.documents(
      office: office, period: period, asOf: asOf, submissions: submissions, reviews: reviews)
  }

  var report: Report {
    Report(
      assessment: PlanAssessment(
        AssessmentInput(
          office: office, plan: plan, period: period, asOf: asOf,
          submissions: SubmissionBook(receipts: receipts, asOf: asOf), figures: book)),
      edition: 1, reviews: reviews)
  }
}

extension ReportBuilder {
  /// Two districts and a board: one indicator short, one sum behind, one task overdue, one form returned.
  static var small: ReportBuilder {
    var builder = ReportBuilder()
    builder.units += [
      unit("BTC", "Ban Dân vận Tỉnh ủy", kind: "ban-dang"),
      unit("H1", "Huyện ủy Đá Bạc", members: 2000), unit("H2", "Huyện ủy Suối Cát", members: 1000),
    ]
    builder.indicators = [
      share("CT01", "Thôn có đảng viên", .maintain(percent(100))),
      share("CT02", "Thôn có chi bộ", .maintain(percent(100))),
      admissions("CT03"),
    ]
    builder.tasks = [
      task("V.1-01", "hướng dẫn sinh hoạt chi bộ", .on(day("2024-08-31"))),
      task("V.1-02", "quy chế làm việc mẫu", .after(event: "TW", months: nil)),
      task("V.1-03", "quản lý dữ liệu đảng viên", .continuous),
    ]
    builder.events = [PlanEvent(code: "TW", name: "Trung ương ban hành hướng dẫn")]
    for quarter in 1...3 {
      for (unit, size, made) in [("H1", 2000, 20), ("H2", 1000, 1)] {
        let month = quarter * 3
        let receipt = builder.receive(
          unit, .indicator, "2024-0\(month)-16T09:00", in: Self.quarter(quarter))
        builder.add(receipt, "CT01", 20, 20)
        builder.add(
          receipt, "CT02", unit == "H1" ? 20 : 18, 20,
          note: unit == "H2" && quarter == 3 ? "02 thôn sinh hoạt ghép" : "")
        builder.add(receipt, "CT03", made, size)
      }
    }
    let returned = builder.receive("BTC", .task, "2024-09-17T10:12", state: .returned, errors: 1)
    builder.reviews = [
      SubmissionReview(
        receipt: returned,
        findings: [
          Finding(
            code: "date-impossible", severity: .error,
            place: Finding.Place(row: 4, column: 5, header: "Ngày hoàn thành"),
            subject: "V.1-01", value: "31/9/2024", message: "",
            problem: "Ngày không có trong lịch (tháng 9 có 30 ngày).",
            remedy: "Ghi theo dạng ngày/tháng/năm, ví dụ 30/9/2024."),
          Finding(
            code: "percent-fell", severity: .explain,
            place: Finding.Place(row: 5, column: 4, header: "Tỉ lệ"), subject: "V.1-03",
            value: "40", message: "", problem: "Nhỏ hơn kỳ trước (60%)",
            remedy: "Nêu lý do ở cột Ghi chú"),
        ], normalisations: ["Bỏ khoảng trắng thừa (02 ô)"])
    ]
    return builder
  }
}

extension Summary {
  /// The fullest summary that fits one page, as the program makes it.
  static func onOnePage(_ report: Report) -> TextDocument {
    var page = PageMeasure()
    return document(ReportContents(report)) { page.fits($0) }
  }
}

extension ReportBuilder {
  /// Districts that each report one indicator in the third quarter, as far as they have figures.
  static func districts(
    _ comparison: Target.Comparison?, _ figures: [(above: Int, below: Int)?],
    schedule: Target.Schedule = .every(.quarter, from: nil, to: nil)
  ) -> ReportBuilder {
    var builder = ReportBuilder()
    builder.indicators = [share("CT01", "Thôn có chi bộ", comparison, schedule)]
    for (number, figure) in figures.enumerated() {
      builder.units.append(unit("H\(number)", "Huyện ủy \(number)", members: 100))
      guard let figure else { continue }
      builder.add(builder.receive("H\(number)", .indicator), "CT01", figure.above, figure.below)
    }
    return builder
  }
}

/// A document as it is printed.
func printed(_ document: TextDocument) -> String { TracedText(document).text }

/// The letters by their names, each on one line.
func letters(_ builder: ReportBuilder) -> [String: String] {
  Dictionary(
    uniqueKeysWithValues: builder.letters.map { ($0.name, printed($0.document).flattened) })
}

/// The briefing on one line, since a test asks for words, not for their lines.
func briefing(_ builder: ReportBuilder) -> String {
  printed(Briefing.document(ReportContents(builder.report))).flattened
}

extension String {
  /// The text on one line.
  var flattened: String {
    split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
