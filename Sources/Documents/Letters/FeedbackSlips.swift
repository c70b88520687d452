public import Assessment
public import PlanModel
import VietnameseText

/// What a unit has to mend, to explain, and what was read for it without asking.
public enum FeedbackSlips {
  /// The slips of a period, those of a unit as one document named for it, in the register's order.
  ///
  /// A submission gets one when it has something to mend or to explain; its number is its place
  /// among `submissions`, those expected in the period, which also say whether earlier figures of the unit
  /// stand.
  public static func documents(
    office: Office, period: Period, submissions: [SubmissionAssessment],
    reviews: [SubmissionReview], templates: Templates = .standard
  ) -> [PendingDocument] {
    let register = SlipRegister(reviews, among: submissions)
    let names = Names(office, in: period)
    let compared = lastInForce(submissions)
    let submissions = Dictionary(grouping: submissions, by: \.key.unit)
    return register.units.map { unit in
      PendingDocument(unit) {
        joined(
          register.of(unit).map { numbered in
            let form = numbered.review.receipt.form
            let slip = FeedbackSlip(
              office: office, review: numbered.review, number: numbered.number,
              inForce: submissions[unit]?.first { $0.key.form == form }?.inForce,
              compared: compared[form], names: names)
            return slip.blocks(templates)
          })
      }
    }
  }

  /// When the last submission that counts came, of each form: whatever is held against those of others is
  /// known from then on.
  private static func lastInForce(_ submissions: [SubmissionAssessment]) -> [Form: CivilTime] {
    submissions.compactMap(\.inForce).reduce(into: [:]) { last, receipt in
      last[receipt.form] =
        last[receipt.form].map { max($0, receipt.receivedAt) }
        ?? receipt.receivedAt
    }
  }

  /// All slips of a unit as one document, with a line between them.
  private static func joined(_ slips: [[TextDocument.Block]]) -> TextDocument {
    TextDocument(Array(slips.joined(separator: [.blank, .separator, .blank])))
  }
}

/// The slip of one submission.
struct FeedbackSlip {
  let office: Office
  let review: SubmissionReview
  let number: Int
  /// The revision of the submission whose rows count; nil when none do.
  let inForce: Receipt?
  /// When the last of the submissions came that its figures may be held against.
  let compared: CivilTime?
  let names: Names

  private var receipt: Receipt { review.receipt }
  private var errors: [Finding] { review.findings.filter { $0.severity == .error } }
  private var doubts: [Finding] { review.findings.filter { $0.severity == .explain } }
  private var isReturned: Bool { receipt.state == .returned }

  /// The day it is written: that of the receipt or, where it quotes what others have sent, the day on which
  /// all of that had come.
  private var day: CalendarDate {
    let received = receipt.receivedAt
    let isCompared = review.findings.contains { Doubt.codes.contains($0.code) }
    return isCompared ? max(received, compared ?? received).date : received.date
  }

  /// A number of this submission.
  private func origin(_ field: String) -> NumberOrigin {
    .submissions(field, unit: receipt.unit, form: receipt.form, period: receipt.period)
  }

  /// A number of one finding in it.
  private func origin(_ field: String, of finding: Finding) -> NumberOrigin {
    NumberOrigin(
      .findings, field, item: finding.code, unit: receipt.unit, period: receipt.period)
  }

  func blocks(_ templates: Templates) -> [TextDocument.Block] {
    let stationery = Stationery(organisation: office.organisation)
    // the sections of a slip bear letters
    let layout = templates.layout(.feedback, values(stationery)) { number in
      number <= 26 ? String(UnicodeScalar(UInt8(64 + number))) : String(number)
    }
    return stationery.notice + layout.blocks
  }

  private func values(_ stationery: Stationery) -> DocumentValues {
    let received = receipt.receivedAt
    var values = office.organisation.commonValues(period: receipt.period)
    values["phan_dau"] = .block(
      stationery.letterhead(
        year: day.year, month: day.month, day: day.day,
        below: ["Phiếu số \(prose(number).from(origin("slip")))"]))
    values["bieu"] = .text(Wording.name(of: receipt.form))
    values["lan_gui"] = .text(String(receipt.revision).from(origin("revision")))
    values["don_vi"] = .text(names.bareName(receipt.unit))
    values["ma_don_vi"] = .text(receipt.unit)
    values["tep"] = .text(onOneLine(receipt.file).from(.note("file")))
    let moment =
      received.date.shortText + (received.isEndOfDay ? "" : " " + received.clockText)
    values["nhan_luc"] = .text(moment.from(NumberOrigin(.calendar, "received_at")))
    values["so_dong"] = .text(prose(review.figureRows).from(origin("figure_rows")))
    values["ket_qua"] = .text(result)
    values["viec_can_lam"] = .text(acts)
    values["han_moi"] = .text(
      office.organisation.calendar.mendDue(after: day).textWithWeekday)
    values["loi"] = section("loi", errors, entry)
    values["giai_trinh"] = section("giai_trinh", doubts, doubt)
    values["quy_chuan"] = .items(
      "quy_chuan",
      review.normalisations.map { stopped(onPaper(onOneLine($0))).from(.note("spelling")) })
    return values
  }

  private func section(
    _ id: String, _ findings: [Finding], _ entry: (Int, Finding) -> [TextDocument.Block]
  ) -> DocumentValue? {
    findings.isEmpty
      ? nil
      : .section(
        id, ["danh_sach": .blocks(findings.enumerated().flatMap { entry($0 + 1, $1) })])
  }

  // MARK: the head

  private var result: String {
    var parts = SlipRegister.counts(review.findings, of: receipt)
    let clean = review.cleanRows
    // when the header or the whole file is in error, no row can be called good
    if clean > 0, errors.allSatisfy({ $0.subject != nil || Self.areAboutRows.contains($0.code) }) {
      parts.append("\(prose(clean).from(origin("clean_rows"))) dòng không có lỗi")
    }
    let state = isReturned ? "TRẢ LẠI" : "ĐÃ TIẾP NHẬN"
    return "\(state): \(parts.joined(separator: "; ")). \(standing)"
  }

  /// Which figures of the unit count now.
  private var standing: String {
    // a file that was taken counts for nothing where one of a higher version stands
    let other = inForce.flatMap { $0.number == receipt.number ? nil : $0 }
    if !isReturned, other == nil { return "Số liệu của đơn vị đã được tổng hợp." }
    return other.map {
      "Số liệu lần gửi \(String($0.revision).from(origin("revision_in_force"))) vẫn được dùng để tổng hợp."
    } ?? "Số liệu của biểu này chưa được tổng hợp."
  }

  private var acts: String {
    var acts: [String] = []
    if !errors.isEmpty {
      let count = NumberOrigin(
        .findings, "count(severity=error)", item: receipt.file, unit: receipt.unit)
      acts.append("sửa \(prose(errors.count).from(count)) lỗi")
    }
    if doubts.contains(where: { !$0.remedy.isEmpty }) {
      acts.append("ghi giải trình vào cột \"Ghi chú\"")
    } else if errors.isEmpty {
      // what is asked has been answered, as far as a note can tell
      acts.append("chỉ khi cần bổ sung giải trình hoặc sửa số")
    }
    acts.append("gửi lại TOÀN BỘ tệp")
    return acts.joined(separator: ", ").capitalisedFirst
  }

  /// Errors of single rows that name no indicator or task.
  private static let areAboutRows: Set<String> = [
    "row-too-wide", "row-too-narrow", "cell-without-header", "code-missing", "plan-unknown",
    "plan-not-collected", "unit-mismatch", "period-mismatch", "note-is-number",
  ]

  // MARK: findings

  private func entry(_ number: Int, _ finding: Finding) -> [TextDocument.Block] {
    var fields: [TextDocument.Field] = []
    if let value = finding.written { fields.append(.init("Đã ghi:", typed(value))) }
    fields.append(.init("Lỗi:", problem(finding)))
    if !finding.remedy.isEmpty { fields.append(.init("Cách sửa:", remedy(finding))) }
    let gap: [TextDocument.Block] = number > 1 ? [.blank] : []
    return gap + [.numbered(number, place(finding)), .fields(fields, isNested: true)]
  }

  private func doubt(_ number: Int, _ finding: Finding) -> [TextDocument.Block] {
    let value = finding.written.map { ", đã ghi \(typed($0))" } ?? reckoned(finding) ?? ""
    let remedy = finding.remedy.isEmpty ? "" : " " + remedy(finding)
    return [.numbered(number, "\(place(finding))\(value): \(problem(finding))\(remedy)")]
  }

  /// The time of a rate that the program has made of the unit's figures: no cell of the form holds it.
  private func reckoned(_ finding: Finding) -> String? {
    guard finding.code == Doubt.farFromPeersCode else { return nil }
    let time = FindingSubject(finding, in: office)?.indicator?.timeText(of: receipt.period)
    return ", số tính được" + (time.map { " \($0.from(.window))" } ?? "")
  }

  private func problem(_ finding: Finding) -> String {
    stopped(onPaper(onOneLine(finding.problem))).from(origin("message", of: finding))
  }

  private func remedy(_ finding: Finding) -> String {
    stopped(onPaper(onOneLine(finding.remedy))).from(NumberOrigin(.text, "remedy"))
  }

  /// Where it is and what it is about: `Dòng 5, cột C "Tử số": chỉ tiêu CT05`.
  private func place(_ finding: Finding) -> String {
    let place = finding.place
    var parts: [String] = []
    if let row = place.row {
      parts.append("dòng \(row)".from(origin("row", of: finding)))
    } else if let line = place.line {
      parts.append("dòng \(line)".from(.note("line")))
    }
    if let letter = place.columnLetter {
      let header = place.header.map { " " + quotation(toNFC($0), limit: 40) } ?? ""
      parts.append("cột \(letter)\(header)")
    }
    let text = parts.isEmpty ? "Toàn bộ tệp" : parts.joined(separator: ", ").capitalisedFirst
    return text + (subject(finding).map { ": \($0)" } ?? "")
  }

  private func subject(_ finding: Finding) -> String? {
    guard let subject = FindingSubject(finding, in: office) else {
      // a form holds the figures of several plans, and the question is about those of one
      return office.plans.count < 2
        ? nil : finding.plan.map { "kế hoạch \($0.from(NumberOrigin(.plan, "code")))" }
    }
    return words(for: subject)
  }

  private func words(for subject: FindingSubject) -> String {
    let isKnown = subject.indicator != nil || subject.isTask
    let code = onOneLine(subject.code)
      .from(isKnown ? NumberOrigin(.plan, "code") : .note("code"))
    if let indicator = subject.indicator {
      return "chỉ tiêu \(code) (\(indicator.shortName.from(NumberOrigin(.plan, "name"))))"
    }
    let isTask = subject.isTask || receipt.form == .task
    return "\(isTask ? "nhiệm vụ" : "chỉ tiêu") \(code)"
  }

  /// What stands in the cell, so that the unit finds it again.
  private func typed(_ value: String) -> String {
    value.isEmpty ? "(để trống)" : quotation(toNFC(value), limit: 60)
  }
}

/// The sentence with a stop at its end, unless it has one.
private func stopped(_ sentence: String) -> String {
  guard let last = sentence.last, !".!?".contains(last) else { return sentence }
  return sentence + "."
}

extension Finding {
  /// Findings whose value is not what stands in one cell: it was read, added up or divided first, and the
  /// problem names it.
  private static let reckonedCodes: Set<String> = Doubt.codes.union([
    "numerator-over-denominator", "denominator-zero", "check-failed", "denominator-jump",
    "figure-fell", "figure-cumulative",
  ])

  /// What stands in the cell; nil where the value is another thing.
  fileprivate var written: String? { Self.reckonedCodes.contains(code) ? nil : value }
}

extension Indicator {
  /// The time over which a unit's rate is made in a report on a period: `9 tháng năm 2024`; nil where
  /// targets of several times may bind.
  fileprivate func timeText(of period: Period) -> String? {
    guard numeratorKind == .flow else { return period.text }
    let times = Set(
      targets.compactMap { target in
        switch target.schedule {
        case .every(.year, _, _): period.yearToDateText
        case .every(let cadence, _, _): cadence == period.cadence ? period.text : nil
        case .by, .overTerm, .milestones: "lũy kế đến hết \(period.text)"
        }
      })
    return times.count > 1 ? nil : times.first ?? period.yearToDateText
  }
}

extension CivilTime {
  /// `15:42`, as a register notes the time of receipt.
  fileprivate var clockText: String {
    [hour, minute].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
