public import Assessment
public import PlanModel
import VietnameseText

/// What a unit has to mend, to explain, and what was read for it without asking.
public enum FeedbackSlips {
  /// The slips of a period by unit, in the register's order.
  ///
  /// A submission gets one when it has something to mend or to explain; its number counts those in
  /// the register's order. `submissions` says whether earlier figures of the unit stand.
  public static func documents(
    office: Office, period: Period, submissions: [SubmissionAssessment],
    reviews: [SubmissionReview]
  ) -> [(unit: String, documents: [TextDocument])] {
    let register = SlipRegister(reviews)
    var slips: [(unit: String, documents: [TextDocument])] = []
    for (place, review) in register.reviews.enumerated() {
      let slip = FeedbackSlip(
        office: office, review: review, number: place + 1,
        inForce: submissions.first {
          $0.key.unit == review.receipt.unit && $0.key.form == review.receipt.form
        }?.inForce,
        names: Names(office, in: period))
      let document = TextDocument(slip.blocks)
      if let known = slips.firstIndex(where: { $0.unit == review.receipt.unit }) {
        slips[known].documents.append(document)
      } else {
        slips.append((review.receipt.unit, [document]))
      }
    }
    return slips
  }

  /// All slips of a unit as one document, with a line between them.
  public static func joined(_ documents: [TextDocument]) -> TextDocument {
    TextDocument(Array(documents.map(\.blocks).joined(separator: [.blank, .separator, .blank])))
  }
}

/// The slip of one submission.
struct FeedbackSlip {
  let office: Office
  let review: SubmissionReview
  let number: Int
  /// The revision of the submission whose rows count; nil when none do.
  let inForce: Receipt?
  let names: Names

  private var receipt: Receipt { review.receipt }
  private var errors: [Finding] { review.findings.filter { $0.severity == .error } }
  private var doubts: [Finding] { review.findings.filter { $0.severity == .explain } }
  private var isReturned: Bool { receipt.state == .returned }

  var blocks: [TextDocument.Block] {
    let stationery = Stationery(organisation: office.organisation)
    let day = receipt.receivedAt.date
    var blocks = stationery.notice
    blocks += [
      stationery.letterhead(
        year: day.year, month: day.month, day: day.day,
        below: ["Phiếu số \(prose(number))"]),
      .blank,
      .title([
        "PHIẾU YÊU CẦU CHỈNH LÝ SỐ LIỆU",
        "báo cáo \(receipt.period.text), \(Wording.name(of: receipt.form))"
          + " (lần gửi \(receipt.revision))",
      ]),
      .rule, .blank, .fields(head, isNested: false),
    ]
    blocks += section(
      errors, "LỖI PHẢI SỬA", "Dòng: số dòng khi mở bằng Excel, dòng tiêu đề là dòng 1", entry)
    blocks += section(
      doubts, "NỘI DUNG CẦN GIẢI TRÌNH",
      "không chặn; nếu đúng, ghi lý do vào cột \"Ghi chú\"", doubt)
    if !review.normalisations.isEmpty {
      blocks += [
        .blank, .heading("\(letter(2))- ĐÃ TỰ ĐỘNG QUY CHUẨN, ĐƠN VỊ KHÔNG PHẢI SỬA"), .blank,
      ]
      blocks += review.normalisations.map { .item(stopped(onOneLine($0))) }
    }
    return blocks + [.blank, .plain("Liên hệ: \(office.organisation.form.contact).")]
  }

  private func section(
    _ findings: [Finding], _ title: String, _ remark: String,
    _ entry: (Int, Finding) -> [TextDocument.Block]
  ) -> [TextDocument.Block] {
    guard !findings.isEmpty else { return [] }
    let letter = letter(findings.first?.severity == .error ? 0 : 1)
    return [.blank, .heading("\(letter)- \(title) (\(remark))"), .blank]
      + findings.enumerated().flatMap { entry($0 + 1, $1) }
  }

  /// The letter of a section, when those before it that are empty do not count.
  private func letter(_ section: Int) -> String {
    let before = [errors.isEmpty, doubts.isEmpty].prefix(section).filter { !$0 }.count
    return ["A", "B", "C"][before]
  }

  // MARK: the head

  private var head: [TextDocument.Field] {
    let code = receipt.unit
    let received =
      receipt.receivedAt.isEndOfDay
      ? receipt.receivedAt.date.shortText
      : "\(receipt.receivedAt.date.shortText) \(receipt.receivedAt.clockText)"
    let due = office.organisation.calendar.mendDue(after: receipt.receivedAt.date)
    return [
      .init("Đơn vị gửi:", "\(names.name(code)) (mã đơn vị: \(code))"),
      .init(
        "Tệp nhận:", "\(onOneLine(receipt.file)), \(received), \(rows(figureRows)) số liệu"),
      .init("Kết quả:", result),
      .init("Cần làm:", "\(acts) trước \(due.textWithWeekday)."),
    ]
  }

  private var result: String {
    var parts = SlipRegister.counts(review.findings)
    let marked = Set((errors + doubts).compactMap(\.place.row))
    let clean = figureRows - marked.count
    // when the header or the whole file is in error, no row can be called good
    if clean > 0, errors.allSatisfy({ $0.subject != nil || Self.areAboutRows.contains($0.code) }) {
      parts.append("\(rows(clean)) không có lỗi")
    }
    let state = isReturned ? "TRẢ LẠI" : "ĐÃ TIẾP NHẬN"
    return "\(state): \(parts.joined(separator: "; ")). \(standing)"
  }

  /// Which figures of the unit count now.
  private var standing: String {
    guard isReturned else { return "Số liệu của đơn vị đã được tổng hợp." }
    return inForce.map {
      "Số liệu lần gửi \($0.revision) vẫn được dùng để tổng hợp."
    } ?? "Số liệu của biểu này chưa được tổng hợp."
  }

  private var acts: String {
    var acts: [String] = []
    if !errors.isEmpty { acts.append("sửa \(prose(errors.count)) lỗi") }
    if !doubts.isEmpty { acts.append("ghi giải trình vào cột \"Ghi chú\"") }
    acts.append("gửi lại TOÀN BỘ tệp")
    return acts.joined(separator: ", ").capitalisedFirst
  }

  /// Rows received without those that hold no figures: titles, totals, signatures.
  private var figureRows: Int {
    receipt.rows
      - review.findings.count { ["row-left-out", "duplicate-row-same"].contains($0.code) }
  }

  /// Errors of single rows that name no indicator or task.
  private static let areAboutRows: Set<String> = [
    "row-too-wide", "row-too-narrow", "cell-without-header", "code-missing", "plan-unknown",
    "plan-not-collected", "unit-mismatch", "period-mismatch", "note-is-number",
  ]

  private func rows(_ count: Int) -> String { "\(prose(count)) dòng" }

  // MARK: findings

  private func entry(_ number: Int, _ finding: Finding) -> [TextDocument.Block] {
    var fields: [TextDocument.Field] = []
    if let value = finding.value { fields.append(.init("Đã ghi:", typed(value))) }
    fields.append(.init("Lỗi:", stopped(onOneLine(finding.problem))))
    if !finding.remedy.isEmpty {
      fields.append(.init("Cách sửa:", stopped(onOneLine(finding.remedy))))
    }
    let gap: [TextDocument.Block] = number > 1 ? [.blank] : []
    return gap + [.numbered(number, place(finding)), .fields(fields, isNested: true)]
  }

  private func doubt(_ number: Int, _ finding: Finding) -> [TextDocument.Block] {
    let value = finding.value.map { ", đã ghi \(typed($0))" } ?? ""
    let remedy = finding.remedy.isEmpty ? "" : " " + stopped(onOneLine(finding.remedy))
    return [
      .numbered(
        number, "\(place(finding))\(value): \(stopped(onOneLine(finding.problem)))\(remedy)")
    ]
  }

  /// Where it is and what it is about: `Dòng 5, cột C "Tử số": chỉ tiêu CT05`.
  private func place(_ finding: Finding) -> String {
    let place = finding.place
    var parts: [String] = []
    if let row = place.row ?? place.line { parts.append("dòng \(row)") }
    if let letter = place.columnLetter {
      let header = place.header.map { " " + quoted(toNFC($0), limit: 40) } ?? ""
      parts.append("cột \(letter)\(header)")
    }
    let text = parts.isEmpty ? "Toàn bộ tệp" : parts.joined(separator: ", ").capitalisedFirst
    return text + (subject(finding).map { ": \($0)" } ?? "")
  }

  private func subject(_ finding: Finding) -> String? {
    FindingSubject(finding, in: office).map { subject in
      let code = onOneLine(subject.code)
      if let indicator = subject.indicator { return "chỉ tiêu \(code) (\(indicator.shortName))" }
      let isTask = subject.isTask || receipt.form == .task
      return "\(isTask ? "nhiệm vụ" : "chỉ tiêu") \(code)"
    }
  }

  /// What stands in the cell, so that the unit finds it again.
  private func typed(_ value: String) -> String {
    value.isEmpty ? "(để trống)" : quoted(toNFC(value), limit: 60)
  }
}

/// The sentence with a stop at its end, unless it has one.
private func stopped(_ sentence: String) -> String {
  guard let last = sentence.last, !".!?".contains(last) else { return sentence }
  return sentence + "."
}

extension CivilTime {
  /// `15:42`, as a register notes the time of receipt.
  fileprivate var clockText: String {
    [hour, minute].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
