public import Assessment
import DocumentTemplates
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
    reviews: [SubmissionReview], templates: Templates = .standard,
    history: ReminderHistory = ReminderHistory()
  ) -> [PendingDocument] {
    let asked = AskedForms(submissions, at: asOf, office)
    guard !asked.entries.isEmpty else { return [] }
    let reminder = Reminder(
      office: office, period: period, asOf: asOf, asked: asked,
      slips: SlipRegister(reviews, among: submissions), names: Names(office, in: period),
      templates: templates, history: history)
    return [PendingDocument(letterName) { reminder.letter }]
      + reminder.entries.map { entry in PendingDocument(entry.unit) { reminder.slip(entry) } }
  }
}

/// What all reminders of a period have in common.
struct Reminder {
  let office: Office
  let period: Period
  let asOf: CivilTime
  let asked: AskedForms
  let slips: SlipRegister
  let names: Names
  let templates: Templates
  /// When the units were reminded before.
  let history: ReminderHistory

  /// The units to remind, each with its forms.
  var entries: [ReportingDiscipline.Entry] { asked.entries }

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

  private static let unfinished = NumberOrigin.submissions("unfinished_units")

  /// A longer list of addressees gives way to the table, which names them all.
  private static let mostAddressees = 12

  var letter: TextDocument {
    let discipline = ReportingDiscipline(submissions: asked.all)
    var values = self.values
    values["phan_dau"] = .block(
      stationery.letterhead(
        year: asOf.date.year, month: asOf.date.month, day: nil,
        below: [
          Stationery.number(organisation.form.letterSign), "về việc đôn đốc gửi báo cáo",
          "thực hiện \(subject)", period.text,
        ]))
    values["phan_ky"] = .block(
      stationery.signature(["Như trên"] + organisation.form.letterRecipients))
    values["kinh_gui"] = .block(.addressees(label: "Kính gửi:", names: addressees))
    values["da_nhan"] = .text(
      String(discipline.valid).from(.submissions("asked_valid")) + "/"
        + String(asked.all.count).from(.submissions("asked_forms")))
    values["so_don_vi"] = .text(
      prose(discipline.units.count).from(.submissions("asked_units")))
    values["khong_ke"] = .text(
      asked.own > 0 ? prose(asked.own).from(.submissions("own_forms")) : nil)
    values["so_chua_xong"] = .text(
      prose(entries.count + asked.mendingUnits).from(.submissions("owing_units")))
    values["con_han"] = .text(
      asked.mendingUnits > 0
        ? prose(asked.mendingUnits).from(.submissions("mending_units")) : nil)
    values["so_con_lai"] = .text(prose(entries.count).from(Self.unfinished))
    values["bang"] = .block(.table(table))
    values["cac_don_vi"] = .text(entries.count > 1 ? "các đơn vị" : "đơn vị")
    values["viec_can_lam"] = .text(demand)
    values["nhieu_ky"] = .text(silentUnits)
    return TextDocument(stationery.notice + templates.layout(.letter, values).blocks)
  }

  /// What the letter and the slips both speak of.
  private var values: DocumentValues {
    var values = organisation.commonValues(period: period)
    values["ke_hoach"] = .text(citations)
    values["tinh_den"] = .text(asOf.text)
    values["han"] = .text(dueText)
    values["han_moi"] = .text(newDue.textWithWeekday)
    return values
  }

  private var addressees: [String] {
    entries.count <= Self.mostAddressees
      ? entries.map { addressee($0.unit) }
      : ["\(prose(entries.count).from(Self.unfinished)) đơn vị có tên trong Công văn này"]
  }

  /// Who is written to: the unit, or whoever has taken over from it since.
  private func addressee(_ unit: String, _ name: ((String) -> String)? = nil) -> String {
    let holders = office.registry.holders(of: unit, on: asOf.date)
    return holders == [unit]
      ? (name ?? names.name)(unit) : names.name(Addressee(unit: unit, holders: holders))
  }

  private var dueText: String {
    (entries.first?.forms.first?.dueAt ?? organisation.calendar.due(of: period)).text
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
          isFirst ? String(row.number).from(.ordinal) : "", isFirst ? names.name(row.unit) : "",
          Wording.number(of: row.form.key.form).from(.form),
          Wording.state(row.form.state).replacing("chưa chỉnh lý", with: unbroken("chưa chỉnh lý")),
          unbroken("\(prose(row.form.daysLate)) ngày".from(.of(row.form, "days_late"))),
          remarks(row.form, isFirst ? [history.text(of: row.unit), mending(row.unit)] : [])
            .joined(separator: "; "),
        ]
      })
  }

  /// The forms of a unit that it may still mend in time, and that have no row therefore.
  private func mending(_ unit: String) -> String? {
    asked.mending[unit].map { forms in
      "\(Wording.numbers(of: forms.map(\.key.form))) còn thời hạn chỉnh lý"
    }
  }

  private func remarks(_ submission: SubmissionAssessment, _ others: [String?]) -> [String] {
    let parts = errors(submission) + ([again(submission)] + others).compactMap(\.self)
    return parts.prefix(1).map(\.capitalisedFirst) + parts.dropFirst()
  }

  private func slipRemarks(_ submission: SubmissionAssessment) -> [String] {
    errors(submission)
      + [again(submission).map { "\($0) chưa có biểu hợp lệ" }].compactMap(\.self)
  }

  /// For how many periods in a row it has brought nothing valid; nil of the first.
  private func again(_ submission: SubmissionAssessment) -> String? {
    Wording.consecutive(submission.periodsWithout, period)?
      .from(.of(submission, "periods_without"))
  }

  private func errors(_ submission: SubmissionAssessment) -> [String] {
    guard submission.state == .returned, let latest = submission.latest else { return [] }
    return [
      slips.number(of: latest).map { "Phiếu số \(prose($0))".from(.of(submission, "slip")) },
      latest.errors > 0 ? "\(prose(latest.errors)) lỗi".from(.of(submission, "errors")) : nil,
    ].compactMap(\.self)
  }

  /// What is asked of the units, named by their number in the table.
  private var demand: String {
    let missing = entries.indices.filter { index in
      entries[index].forms.contains { $0.state == .missing }
    }
    let returned = entries.indices.filter { index in
      entries[index].forms.contains { $0.state == .returned }
    }
    var acts: [String] = []
    if !missing.isEmpty {
      acts.append("hoàn thành biểu còn thiếu (đơn vị \(places(missing)))")
    }
    if !returned.isEmpty {
      acts.append(
        "chỉnh lý số liệu theo Phiếu yêu cầu chỉnh lý (đơn vị"
          + " \(places(returned)))")
    }
    return acts.joined(separator: "; ").capitalisedFirst
  }

  /// The places of entries in the table: `TT 1, 4`.
  private func places(_ indices: [Int]) -> String {
    Wording.ordinals(indices.map { $0 + 1 }).unmarked.from(.ordinal)
  }

  /// The units without a valid form for several periods in a row; nil without any.
  private var silentUnits: String? {
    let again = entries.compactMap { entry in
      entry.silence.map {
        "\(names.name(entry.unit)) (\(Wording.numbers(of: $0.forms)): \(gap(entry.unit, $0.periods)))"
      }
    }
    return again.isEmpty ? nil : again.joined(separator: ", ")
  }

  // MARK: the slip of one unit

  func slip(_ entry: ReportingDiscipline.Entry) -> TextDocument {
    var values = self.values
    values["phan_dau"] = .block(
      stationery.letterhead(year: asOf.date.year, month: asOf.date.month, day: nil, below: []))
    values["don_vi"] = .text(addressee(entry.unit, names.bareName))
    values["ma_don_vi"] = .text(entry.unit)
    values["bieu"] = .list(entry.forms.map(formValue))
    values["da_don_doc"] = .text(history.text(of: entry.unit))
    values["viec_can_lam"] = .text(task(entry))
    if let silence = entry.silence {
      values["nhieu_ky"] = .text(gap(entry.unit, silence.periods))
      values["bieu_nhieu_ky"] = .text(Wording.numbers(of: silence.forms))
    }
    return TextDocument(stationery.notice + templates.layout(.reminder, values).blocks)
  }

  private func gap(_ unit: String, _ periods: Int) -> String {
    "\(prose(periods)) \(period.cycleText)"
      .from(.submissions("periods_without", unit: unit, period: period))
  }

  private func formValue(_ form: SubmissionAssessment) -> DocumentValue {
    var values: DocumentValues = [
      "ten": .text(Wording.name(of: form.key.form)),
      "tinh_trang": .text(Wording.state(form.state).lowercased() + situation(form)),
      "so_ngay": .text(prose(form.daysLate).from(.of(form, "days_late"))),
    ]
    let remarks = slipRemarks(form)
    if !remarks.isEmpty { values["them"] = .text(remarks.joined(separator: "; ")) }
    return .part(values)
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
    return acts.joined(separator: ", ").capitalisedFirst
  }
}
