public import Assessment
public import PlanModel
import VietnameseText

/// The letter to all units whose forms are missing or returned past their time, and a slip for each.
public enum Reminders {
  /// The name of the collective letter among the reminders; the others are named for their unit.
  public static let letterName = "cong-van"

  /// The letter, then the slips in the register's order; empty when nobody is late.
  ///
  /// A returned form is not chased before the time its feedback slip gives has passed.
  public static func documents(
    office: Office, period: Period, asOf: CivilTime, submissions: [SubmissionAssessment],
    reviews: [SubmissionReview], history: ReminderHistory = ReminderHistory()
  ) -> [(name: String, document: TextDocument)] {
    let late = ReportingDiscipline(submissions: submissions)
      .unfinished(at: asOf, office.organisation.calendar)
    guard !late.isEmpty else { return [] }
    let reminder = Reminder(
      office: office, period: period, asOf: asOf, all: submissions,
      entries: ReportingDiscipline.entries(late), slips: SlipRegister(reviews),
      names: Names(office, in: period), history: history)
    return [(letterName, reminder.letter)] + reminder.entries.map { ($0.unit, reminder.slip($0)) }
  }
}

/// What all reminders of a period have in common.
struct Reminder {
  let office: Office
  let period: Period
  let asOf: CivilTime
  let all: [SubmissionAssessment]
  /// The units to remind, each with its forms.
  let entries: [ReportingDiscipline.Entry]
  let slips: SlipRegister
  let names: Names
  /// When the units were reminded before.
  let history: ReminderHistory

  private var organisation: Organisation { office.organisation }
  private var stationery: Stationery { Stationery(organisation: organisation) }
  private var newDue: CivilTime { organisation.calendar.mendDue(after: asOf.date) }

  /// What the units report on: one plan is named, several are not.
  private var subject: String {
    let plans = office.plans.filter { $0.isCollected(in: period) }
    return plans.count == 1 ? plans[0].citation : "các kế hoạch"
  }

  /// The documents that ask for the reports, each by its number.
  private var citations: String {
    let plans = office.plans.filter { $0.isCollected(in: period) }
    return plans.isEmpty ? subject : plans.map(\.citation).joined(separator: ", ")
  }

  // MARK: the letter

  /// A longer list of addressees gives way to the table, which names them all.
  private static let mostAddressees = 12

  var letter: TextDocument {
    TextDocument(
      stationery.notice + [
        stationery.letterhead(
          year: asOf.date.year, month: asOf.date.month, day: nil,
          below: [
            Stationery.number(organisation.form.letterSign), "về việc đôn đốc gửi báo cáo",
            "thực hiện \(subject)", period.text,
          ]),
        .blank,
        .addressees(label: "Kính gửi:", names: addressees),
        .blank,
        .paragraph(basis), .blank, .paragraph(count), .blank,
        .table(table), .blank,
        .paragraph(
          "Để kịp tổng hợp, báo cáo \(organisation.committee), \(organisation.issuer) đề nghị"
            + " \(entries.count > 1 ? "các đơn vị" : "đơn vị") nêu trên:"),
      ] + demands.enumerated().flatMap { [.blank, .paragraph("\($0 + 1). \($1)")] } + [
        .blank, .paragraph(consequence), .blank,
        .paragraph(
          "Quá trình thực hiện, nếu có vướng mắc, liên hệ \(organisation.issuer) (\(contact))."),
        .blank,
        stationery.signature(["Như trên"] + organisation.form.letterRecipients),
      ])
  }

  private var addressees: [String] {
    entries.count <= Self.mostAddressees
      ? entries.map { names.name($0.unit) }
      : ["\(prose(entries.count)) đơn vị có tên trong Công văn này"]
  }

  private var basis: String {
    "Thực hiện \(citations), các đơn vị phải gửi biểu số liệu \(period.text) về"
      + " \(organisation.issuer) trước \(dueText)."
  }

  private var dueText: String {
    (entries.first?.forms.first?.dueAt ?? organisation.calendar.due(of: period)).text
  }

  private var count: String {
    let discipline = ReportingDiscipline(submissions: all)
    return "Đến \(asOf.text), \(organisation.issuer) đã nhận được"
      + " \(discipline.valid)/\(all.count) biểu hợp lệ của \(prose(discipline.units.count)) đơn vị."
      + " Còn \(prose(entries.count)) đơn vị chưa hoàn thành, cụ thể:"
  }

  private var rows: [(number: Int, unit: String, form: SubmissionAssessment)] {
    entries.enumerated().flatMap { number, entry in
      entry.forms.map { (number + 1, entry.unit, $0) }
    }
  }

  private var table: TextDocument.Table {
    TextDocument.Table(
      [
        .init("TT", 2, .right), .init("Đơn vị", 22), .init("Biểu số", 7),
        .init("Tình trạng", 14), .init("Quá hạn", 8), .init("Ghi chú", 22),
      ],
      rows.map { row in
        let isFirst = row.form == entries[row.number - 1].forms.first
        return [
          isFirst ? String(row.number) : "", isFirst ? names.name(row.unit) : "",
          Wording.number(of: row.form.key.form),
          Wording.state(row.form.state).replacing("chưa chỉnh lý", with: unbroken("chưa chỉnh lý")),
          unbroken("\(prose(row.form.daysLate)) ngày"),
          remarks(row.form, isFirst ? history.text(of: row.unit) : nil).joined(separator: "; "),
        ]
      })
  }

  private func remarks(_ submission: SubmissionAssessment, _ before: String?) -> [String] {
    let again = Wording.consecutive(submission.periodsWithout, period)
    let parts = errors(submission) + [again, before].compactMap(\.self)
    return parts.prefix(1).map(\.capitalisedFirst) + parts.dropFirst()
  }

  private func slipRemarks(_ submission: SubmissionAssessment) -> [String] {
    let again = Wording.consecutive(submission.periodsWithout, period)
    return errors(submission) + [again.map { "\($0) chưa có biểu hợp lệ" }].compactMap(\.self)
  }

  private func errors(_ submission: SubmissionAssessment) -> [String] {
    guard submission.state == .returned, let latest = submission.latest else { return [] }
    return [
      slips.number(of: latest).map { "Phiếu số \(prose($0))" },
      latest.errors > 0 ? "\(prose(latest.errors)) lỗi" : nil,
    ].compactMap(\.self)
  }

  private var demands: [String] {
    let missing = entries.indices.filter { index in
      entries[index].forms.contains { $0.state == .missing }
    }
    let returned = entries.indices.filter { index in
      entries[index].forms.contains { $0.state == .returned }
    }
    var acts: [String] = []
    if !missing.isEmpty {
      acts.append("hoàn thành biểu còn thiếu (đơn vị \(Wording.ordinals(missing.map { $0 + 1 })))")
    }
    if !returned.isEmpty {
      acts.append(
        "chỉnh lý số liệu theo Phiếu yêu cầu chỉnh lý (đơn vị"
          + " \(Wording.ordinals(returned.map { $0 + 1 })))")
    }
    let again = entries.filter { $0.longestGap > 1 }.map {
      "\(names.name($0.unit)) (\(prose($0.longestGap)) \(period.cycleText))"
    }
    return [
      "\(acts.joined(separator: "; ").capitalisedFirst), gửi về \(organisation.issuer) trước"
        + " \(newDue.textWithWeekday).",
      formRule,
      again.isEmpty
        ? nil
        : "Nêu rõ nguyên nhân nhiều kỳ liên tiếp chưa có biểu hợp lệ và trách nhiệm của tập thể, cá"
          + " nhân có liên quan: \(again.joined(separator: ", ")).",
    ].compactMap(\.self)
  }

  private var formRule: String {
    "Gửi đúng biểu mẫu, không thêm, bớt hoặc đổi tên cột; nội dung không phát sinh ghi số 0, nội"
      + " dung chưa có số liệu để trống và nêu lý do tại cột \"Ghi chú\"."
  }

  private var consequence: String {
    "Sau thời hạn trên, \(organisation.issuer) tổng hợp danh sách các đơn vị chưa thực hiện, báo"
      + " cáo \(organisation.committee). \(alreadySent)"
  }

  private var alreadySent: String {
    "Trường hợp đã gửi trước khi nhận được văn bản này, đề nghị thông tin lại thời điểm gửi để đối"
      + " chiếu."
  }

  private var contact: String { organisation.form.contact }

  // MARK: the slip of one unit

  func slip(_ entry: ReportingDiscipline.Entry) -> TextDocument {
    var fields = [
      TextDocument.Field("Đơn vị:", "\(names.name(entry.unit)) (mã đơn vị: \(entry.unit))"),
      TextDocument.Field("Nội dung:", "\(citations), số liệu \(period.text)"),
      TextDocument.Field("Hạn gửi:", "trước \(dueText)"),
    ]
    fields += entry.forms.map { form in
      let parts =
        [
          Wording.state(form.state).lowercased() + situation(form),
          "quá hạn \(prose(form.daysLate)) ngày",
        ] + slipRemarks(form)
      return TextDocument.Field(
        "\(Wording.name(of: form.key.form)):", parts.joined(separator: "; "))
    }
    if let before = history.text(of: entry.unit) {
      fields.append(TextDocument.Field("Đôn đốc:", before))
    }
    fields.append(TextDocument.Field("Cần làm:", task(entry)))
    return TextDocument(
      stationery.notice + [
        stationery.letterhead(
          year: asOf.date.year, month: asOf.date.month, day: nil, below: []),
        .blank,
        .title(["PHIẾU ĐÔN ĐỐC GỬI BÁO CÁO", "(tình hình đến \(asOf.text))"]), .rule, .blank,
        .fields(fields, isNested: false), .blank,
        .paragraph(alreadySent), .blank, .plain("Liên hệ: \(contact)."),
      ])
  }

  private func situation(_ form: SubmissionAssessment) -> String {
    guard form.state == .returned, let receipt = form.latest else { return "" }
    return " (tệp nhận ngày \(receipt.receivedAt.date.shortText))"
  }

  private func task(_ entry: ReportingDiscipline.Entry) -> String {
    let states = Set(entry.forms.map(\.state))
    var acts: [String] = []
    if states.contains(.missing) { acts.append("gửi biểu còn thiếu") }
    if states.contains(.returned) { acts.append("chỉnh lý và gửi lại TOÀN BỘ tệp bị trả lại") }
    let reason =
      entry.longestGap > 1
      ? "; nêu rõ nguyên nhân \(prose(entry.longestGap)) \(period.cycleText) liên tiếp chưa có biểu hợp lệ"
      : ""
    return "\(acts.joined(separator: ", ")) trước \(newDue.textWithWeekday)\(reason)."
      .capitalisedFirst
  }
}

extension ReportingDiscipline.Entry {
  /// The most periods in a row that one of its forms has brought nothing valid.
  fileprivate var longestGap: Int { forms.map(\.periodsWithout).max() ?? 0 }
}
